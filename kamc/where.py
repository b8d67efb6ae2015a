"""Choosing plans by what they are: `--where bucket:key+key-development,!status:draft`."""

import fnmatch
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from kamc.model.fields import OneWord
from kamc.model.period import period
from kamc.model.plan import Plan
from kamc.model.selection import Selection
from kamc.model.spec import spec
from kamc.model.values import each
from kamc.words import did_you_mean, listed, nearest
from kamc.workspace import Series, Source, UsageError


class Term(msgspec.Struct, frozen=True):
    """One condition: a key, and the values of which one must fit."""

    key: str
    values: tuple[str, ...]
    negated: bool = False


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A plan to choose from. `latest`: no later plan of the account exists."""

    source: Source
    plan: Plan
    latest: bool
    readable: bool = True
    changed: frozenset[str] = frozenset()
    """The revisions asked for since which its file has changed."""


def _period(one: Candidate) -> str:
    return str(one.source.period) if one.source.period else _text(one.plan.period)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "unknown"


KEYS: Mapping[str, Callable[[Candidate], Collection[str]]] = {
    "account": lambda one: (one.source.account or _text(one.plan.account),),
    "owner": lambda one: each(one.plan.owner) or ("unknown",),
    "period": lambda one: (_period(one), *((LATEST,) if one.latest else ())),
    "status": lambda one: (_text(one.plan.status),),
    "bucket": lambda one: (_text(one.plan.selection.bucket),),
    "profile": lambda one: (_text(one.plan.profile),),
    "changed": lambda one: one.changed,
}
WRITTEN = frozenset(("owner", "status", "bucket", "profile"))
"""Keys that only a plan's own words can answer."""


def outline(plan: Plan) -> Plan:
    """As much of a plan as conditions can ask of it: many can be held at once."""
    return Plan(
        account=plan.account,
        owner=plan.owner,
        period=plan.period,
        status=plan.status,
        profile=plan.profile,
        selection=Selection(bucket=plan.selection.bucket),
    )


LATEST = "latest"
WORDS: Mapping[str, tuple[str, ...]] = {
    slot.key: slot.field.choices
    for slot in (spec(Plan).by_key["status"], spec(Plan).by_key["profile"], spec(Selection).by_key["bucket"])
    if isinstance(slot.field, OneWord)
}
"""Keys with closed words."""


def terms(texts: Iterable[str]) -> tuple[Term, ...]:
    """The conditions that `--where` texts state; all must hold. Raises `UsageError`."""
    return tuple(_term(part.strip()) for text in texts for part in text.split(","))


def _term(text: str) -> Term:
    key, colon, values = text.removeprefix("!").partition(":")
    if not colon or not values:
        raise UsageError(f"--where takes key:value, not {text!r}; the keys are {listed(tuple(KEYS))}")
    if key not in KEYS:
        hint = did_you_mean(nearest(key, KEYS), f"; the keys are {listed(tuple(KEYS))}")
        raise UsageError(f"--where does not know the key {key!r}{hint}")
    return Term(key, tuple(values.split("+")), text.startswith("!"))


def fits(one: Candidate, conditions: Iterable[Term]) -> bool:
    """Whether a plan meets every condition; one that cannot be read might meet any on what it says."""
    return all(_fits(one, term) for term in conditions)


def _fits(one: Candidate, term: Term) -> bool:
    if not one.readable and term.key in WRITTEN:
        return True
    return any(_matches(term.key, value, KEYS[term.key](one)) for value in term.values) != term.negated


def _matches(key: str, wanted: str, values: Collection[str]) -> bool:
    if key == "changed":
        return wanted in values
    if key == "period" and ".." in wanted:
        first, _, last = wanted.partition("..")
        return any(first <= value <= (last or value) for value in values if value != LATEST)
    return any(fnmatch.fnmatchcase(value, wanted) for value in values)


def known(conditions: Iterable[Term], candidates: Collection[Candidate]) -> None:
    """Raises `UsageError` for a value that no plan can have: a typo must not choose the wrong plans."""
    for term in conditions:
        for wanted in term.values:
            if term.key == "period":
                _period_known(wanted)
            elif term.key != "changed":
                _value_known(term.key, wanted, candidates)


def _period_known(wanted: str) -> None:
    parts = [part for part in wanted.split("..", 1) if part]
    if "*" not in wanted and not all(part == LATEST or period(part) for part in parts):
        raise UsageError(
            f"--where takes a period such as 2026-Q4, 2026-Q2..2026-Q4 or latest, not {wanted!r}"
        )


def _value_known(key: str, wanted: str, candidates: Collection[Candidate]) -> None:
    there = WORDS.get(key) or sorted({value for one in candidates for value in KEYS[key](one)})
    if not any(fnmatch.fnmatchcase(value, wanted) for value in there):
        choice = f"; the words are {listed(there)}" if key in WORDS else ""
        raise UsageError(f"no plan has the {key} {wanted!r}{did_you_mean(nearest(wanted, there), choice)}")


def revisions(conditions: Iterable[Term]) -> tuple[str, ...]:
    """The revisions that `changed:` terms name."""
    return tuple(value for term in conditions if term.key == "changed" for value in term.values)


def is_latest(source: Source, everything: Series) -> bool:
    """Whether no later plan of the same account exists."""
    return everything.successor(source) is None
