"""Choosing plans by what they are: `--where bucket:key+key-development,!status:draft`."""

import fnmatch
from collections.abc import Callable, Collection, Iterable, Mapping

import msgspec

from kamc.model.plan import Plan
from kamc.model.values import each
from kamc.words import listed, nearest
from kamc.workspace import Source, UsageError, successor


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
    changed: frozenset[str] = frozenset()
    """The revisions asked for since which its file has changed."""


def _period(one: Candidate) -> str:
    return str(one.source.period) if one.source.period else _text(one.plan.period)


def _text(value: object) -> str:
    return value if isinstance(value, str) else "unknown"


KEYS: Mapping[str, Callable[[Candidate], Collection[str]]] = {
    "account": lambda one: (one.source.account or _text(one.plan.account),),
    "owner": lambda one: each(one.plan.owner) or ("unknown",),
    "period": lambda one: (_period(one), *(("latest",) if one.latest else ())),
    "status": lambda one: (_text(one.plan.status),),
    "bucket": lambda one: (_text(one.plan.selection.bucket),),
    "profile": lambda one: (_text(one.plan.profile),),
    "changed": lambda one: one.changed,
}


def terms(texts: Iterable[str]) -> tuple[Term, ...]:
    """The conditions that `--where` texts state; all must hold. Raises `UsageError`."""
    return tuple(_term(part.strip()) for text in texts for part in text.split(","))


def _term(text: str) -> Term:
    key, colon, values = text.removeprefix("!").partition(":")
    if not colon or not values:
        raise UsageError(f"--where takes key:value, not {text!r}; the keys are {listed(tuple(KEYS))}")
    if key not in KEYS:
        near = nearest(key, KEYS)
        hint = f"; did you mean {near}?" if near else f"; the keys are {listed(tuple(KEYS))}"
        raise UsageError(f"--where does not know the key {key!r}{hint}")
    return Term(key, tuple(values.split("+")), text.startswith("!"))


def fits(one: Candidate, conditions: Iterable[Term]) -> bool:
    """Whether a plan meets every condition."""
    return all(any(_matches(term.key, value, KEYS[term.key](one)) for value in term.values) != term.negated for term in conditions)


def _matches(key: str, wanted: str, values: Collection[str]) -> bool:
    if key == "period" and ".." in wanted:
        first, _, last = wanted.partition("..")
        return any((not first or first <= value) and (not last or value <= last) for value in values if value != "latest")
    return any(fnmatch.fnmatchcase(value, wanted) for value in values)


def known(conditions: Iterable[Term], candidates: Collection[Candidate]) -> None:
    """Raises `UsageError` for an account or owner that no plan has."""
    for term in conditions:
        if term.key not in {"account", "owner"}:
            continue
        there = {value for one in candidates for value in KEYS[term.key](one)}
        for wanted in term.values:
            if not any(fnmatch.fnmatchcase(value, wanted) for value in there):
                near = nearest(wanted, sorted(there))
                hint = f"; did you mean {near}?" if near else ""
                raise UsageError(f"no plan has the {term.key} {wanted!r}{hint}")


def revisions(conditions: Iterable[Term]) -> tuple[str, ...]:
    """The revisions that `changed:` terms name."""
    return tuple(value for term in conditions if term.key == "changed" for value in term.values)


def is_latest(source: Source, everything: Iterable[Source]) -> bool:
    """Whether no later plan of the same account exists."""
    return successor(everything, source) is None
