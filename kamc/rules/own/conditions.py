"""Conditions of declared rules: of a value each is true, false, or (`None`) an open question.

What the plan does not know is an open question to every comparison; only `given`, `missing`, `known` and
`unknown` judge it. What is missing is none of the words, contains nothing, and counts as the least.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import msgspec

from kamc.diagnostics import Path
from kamc.links import Graph
from kamc.model.expect import expected
from kamc.model.fields import (
    Amount,
    Day,
    Entries,
    Field,
    Lifecycle,
    Link,
    Number,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Rating,
    Rows,
    Scalar,
    SomeWords,
    Stretch,
    Table,
)
from kamc.model.own_rules import Condition
from kamc.model.records import LEVELS, Part
from kamc.model.values import NONE, UNKNOWN, Every, Keyed, Quantity, Relevance, Said, When
from kamc.rules.base import Subject, is_missing
from kamc.rules.own.faults import Wrong, refused, unknown
from kamc.rules.own.targets import Target, Thing, kinds
from kamc.schema.repair import proposals
from kamc.words import fold, listed, plain

Verdict: TypeAlias = bool | None
Judge: TypeAlias = Callable[[Any, Graph], Verdict]
Operand: TypeAlias = str | Decimal

WHOLE = Number("Number", said=False, least=0, whole=True)
"""How many things a field holds."""


def _is_missing(value: Any) -> bool:
    return value == () or is_missing(value)


def _is_unknown(value: Any) -> bool:
    return value is UNKNOWN or (isinstance(value, Part | Keyed) and value.said is UNKNOWN)


STATES: Mapping[str, Callable[[Any], bool]] = {
    "given": lambda value: not _is_missing(value),
    "missing": _is_missing,
    "known": lambda value: not _is_missing(value) and not _is_unknown(value),
    "unknown": _is_unknown,
    "none": lambda value: value is NONE or getattr(value, "said", None) is NONE,
}
"""What can be asked of every field, whatever it holds."""


class Test(msgspec.Struct, frozen=True, kw_only=True):
    """One condition on a field, ready to judge. `said` is how a sentence says it: `at least 1M`."""

    target: Target
    judge: Judge
    said: str

    def verdict(self, thing: Thing, subject: Subject) -> Verdict:
        """Whether it is so of a thing."""
        return self.judge(self.target.value(thing, subject), subject.graph)


def tests(target: Target, condition: Condition, at: Path) -> Iterator[Test]:
    """What a condition asks of a field, one test a line. Raises `Wrong`."""
    if not condition:
        raise refused(f'nothing is said of "{target.name}"', at, "write `given`, or what it must be")
    if isinstance(condition.said, Said):
        yield _states(target, (condition.said.value,))
    for name, make in MAKERS.items():
        operands = getattr(condition, name)
        here = at if name == "is_" and not _is_long(condition) else (*at, name.rstrip("_"))
        if isinstance(operands, Said):
            operands = (operands.value,)
        if operands is not None:
            yield make(target, operands, here)


def _is_long(condition: Condition) -> bool:
    """Whether a condition must have been written with its keys: its short form has one alone."""
    return any(getattr(condition, name) is not None for name in MAKERS if name != "is_")


def _states(target: Target, words: tuple[str, ...]) -> Test:
    return Test(
        target=target, judge=lambda value, _: any(STATES[one](value) for one in words), said=listed(words)
    )


# --- is, not ------------------------------------------------------------------------------------------------


def _is(target: Target, operands: tuple[Operand, ...], at: Path) -> Test:
    states = tuple(str(one) for one in operands if _is_state(one, target.field))
    others = tuple(one for one in operands if one not in states)
    if not others:
        return _states(target, states)
    inner = target.plain
    wanted = _several_read(inner, operands, others, at)

    def judge(value: Any, _: Graph) -> Verdict:
        if any(STATES[one](value) for one in states):
            return True
        if _is_unknown(value):
            return None
        return any(one in wanted for one in _items(value))

    return Test(target=inner, judge=judge, said=listed(tuple(map(_shown, operands))))


def _not(target: Target, operands: tuple[Operand, ...], at: Path) -> Test:
    positive = _is(target, operands, at)

    def judge(value: Any, graph: Graph) -> Verdict:
        verdict = positive.judge(value, graph)
        return None if verdict is None else not verdict

    return Test(target=positive.target, judge=judge, said=f"not {positive.said}")


def _is_state(one: Operand, field: Field) -> bool:
    """Whether a word asks for a state; a field with such a word of its own means that one."""
    return isinstance(one, str) and one in STATES and not (isinstance(field, OneWord) and one in field.words)


def _several_read(
    target: Target, operands: tuple[Operand, ...], others: tuple[Operand, ...], at: Path
) -> frozenset[Any]:
    """What those of the operands that are no states mean in a field, ready to be compared."""
    several = len(operands) > 1
    return frozenset(
        _item(_read_one(target, one, (*at, place) if several else at))
        for place, one in enumerate(operands)
        if one in others
    )


def _read_one(target: Target, one: Operand, at: Path) -> Any:
    field = target.field
    if isinstance(field, Table | Entries):
        field = field.keys if isinstance(field, Table) and isinstance(field.keys, Scalar) else Pattern("Key")
    if not isinstance(field, Scalar):
        raise refused(
            f'"{target.name}" has fields of its own: it cannot be {_shown(one)}',
            at,
            "write `given` or `missing`, or name one of its fields with a dot before it",
        )
    return _read(field, one, target.name, at)


def _read(field: Scalar, one: Operand, name: str, at: Path) -> Any:
    """An operand as the field itself reads it. Raises `Wrong`."""
    raw = plain(one) if isinstance(one, Decimal) and isinstance(field, Prose | ProseList) else one
    try:
        value = field.read(raw)
    except ValueError:
        raise refused(f"there is no {one} in the calendar", at, "write the day that is meant") from None
    if value is not None:
        return value
    if isinstance(field, OneWord):
        words = (*field.words, *(word for word in STATES if word not in {*field.words, "none"}))
        raise unknown(str(one), at, f'one of the words for "{name}"', words, on="value")
    near = next(iter(proposals(field, str(one))), None)
    told = refused(
        f'"{name}" is {expected(field).what}, and {_shown(one)} is none', at, f"write {expected(field)}"
    )
    raise Wrong(msgspec.structs.replace(told.finding, label=f"did you mean {near}?")) if near else told


def _items(value: Any) -> Iterator[Any]:
    """The single things in a value, in a form in which they can be compared."""
    if _is_missing(value):
        return
    if isinstance(value, Keyed | tuple):
        yield from map(_item, value)
    else:
        yield _item(value)


def _item(value: Any) -> Any:
    if isinstance(value, tuple) and len(value) == 1:
        return _item(value[0])
    if isinstance(value, When):
        return value.last
    return fold(value) if isinstance(value, str) else value


# --- at least, at most --------------------------------------------------------------------------------------


def _at_least(target: Target, operands: tuple[Operand, ...], at: Path) -> Test:
    return _bound(target, operands[0], at, "at least", lambda value, bound: value >= bound, of_missing=False)


def _at_most(target: Target, operands: tuple[Operand, ...], at: Path) -> Test:
    return _bound(target, operands[0], at, "at most", lambda value, bound: value <= bound, of_missing=True)


def _bound(
    target: Target, one: Operand, at: Path, said: str, holds: Callable[[Any, Any], bool], *, of_missing: bool
) -> Test:
    inner = target.plain
    field = inner.field
    counts = isinstance(field, Table | Entries | Rows | Link | SomeWords | ProseList)
    if not counts and not _has_order(field):
        raise refused(
            f'"{target.name}" has no more and no less: it cannot be {said} {_shown(one)}',
            at,
            "amounts, percent, dates, stretches of time, words with an order and numbers of things have",
        )
    bound = _read(WHOLE, one, target.name, at) if counts else _read(_ordered(field), one, target.name, at)
    limit = _measure(bound, field)

    def judge(value: Any, _: Graph) -> Verdict:
        if _is_unknown(value):
            return None
        if _is_missing(value) and not counts:
            return of_missing
        size = _size(value) if counts else _measure(value, field)
        return holds(size, limit) if _is_like(size, limit) else None

    return Test(target=inner, judge=judge, said=f"{said} {_shown(one)}")


def _has_order(field: Field) -> bool:
    if isinstance(field, OneWord):
        return isinstance(field, Lifecycle) or field.better == "last-word" or field.words == LEVELS
    return isinstance(field, Number | Day | Amount | Stretch | Rating)


def _ordered(field: Field) -> Scalar:
    """The field with those words alone that have an order: an end is no more than the way to it."""
    if isinstance(field, Lifecycle):
        return msgspec.structs.replace(field, words=field.open, ended=())
    if not isinstance(field, Scalar):
        raise TypeError(field)
    return field


def _measure(value: Any, field: Field) -> Any:
    """What a value is compared by; `None` where it has no place in the order."""
    match value:
        case str() if isinstance(field, OneWord):
            words = field.open if isinstance(field, Lifecycle) else field.words
            return words.index(value) if value in words else None
        case When():
            return value.last
        case Every():
            return value.days
        case Relevance():
            return value.score
    return value


def _size(value: Any) -> Decimal:
    return Decimal(0 if _is_missing(value) else len(value))


def _is_like(size: Any, limit: Any) -> bool:
    """Whether two things can be compared: amounts with different units cannot."""
    if isinstance(size, Quantity) and isinstance(limit, Quantity):
        return size.unit == limit.unit
    return type(size) is type(limit)


# --- contains, without --------------------------------------------------------------------------------------


def _contains(target: Target, words: tuple[str, ...], at: Path) -> Test:
    inner = target.plain
    if not isinstance(inner.field, Prose | ProseList | Pattern):
        raise refused(
            f'"{target.name}" holds no text that could contain {_shown(words[0])}', at, _instead(inner)
        )
    seek = re.compile("|".join(map(_whole_word, words)))

    def judge(value: Any, _: Graph) -> Verdict:
        if _is_unknown(value):
            return None
        texts = () if _is_missing(value) else (value,) if isinstance(value, str) else value
        return any(seek.search(_folded(text)) for text in texts)

    return Test(target=inner, judge=judge, said=f"with {listed(tuple(map(_shown, words)))} in it")


def _without(target: Target, words: tuple[str, ...], at: Path) -> Test:
    positive = _contains(target, words, at)

    def judge(value: Any, graph: Graph) -> Verdict:
        verdict = positive.judge(value, graph)
        return None if verdict is None else not verdict

    said = f"without {listed(tuple(map(_shown, words)))} in it"
    return Test(target=positive.target, judge=judge, said=said)


def _instead(target: Target) -> str:
    return "write `is` with what it may be" if isinstance(target.field, Scalar) else "name one of its fields"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _whole_word(text: str) -> str:
    """A pattern for a text as it stands, not within a longer word; signs at its ends bind to nothing."""
    word = _folded(text)
    before = r"(?<!\w)" if word[:1].isalnum() else ""
    after = r"(?!\w)" if word[-1:].isalnum() else ""
    return f"{before}{re.escape(word)}{after}"


# --- kind ---------------------------------------------------------------------------------------------------


def _kind(target: Target, words: tuple[str, ...], at: Path) -> Test:
    field = target.field
    keys = field.keys if isinstance(field, Table) else None
    link = keys if isinstance(keys, Link) else field
    if not isinstance(link, Link):
        raise refused(f'"{target.name}" names no other entry', at, "`kind` is for fields that name some")
    there = tuple(kinds()) if "*" in link.to else link.to
    for place, word in enumerate(words):
        if word not in there:
            here = (*at, place) if len(words) > 1 else at
            raise unknown(word, here, f'a kind that "{target.name}" can name', there, on="value")

    def judge(value: Any, graph: Graph) -> Verdict:
        if _is_unknown(value):
            return None
        return not _is_missing(value) and any(graph.resolve(one, words) for one in value)

    return Test(target=target, judge=judge, said=f"the id of {listed(words)}")


MAKERS: Mapping[str, Callable[[Target, Any, Path], Test]] = {
    "is_": _is,
    "not_": _not,
    "at_least": _at_least,
    "at_most": _at_most,
    "contains": _contains,
    "without": _without,
    "kind": _kind,
}
"""What makes a test of each field of a condition."""


def _shown(one: Operand) -> str:
    return plain(one) if isinstance(one, Decimal) else f'"{" ".join(one.split())}"' if " " in one else one


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """True where all are, false where one is; else an open question."""
    open_ = False
    for one in verdicts:
        if one is False:
            return False
        open_ = open_ or one is None
    return None if open_ else True
