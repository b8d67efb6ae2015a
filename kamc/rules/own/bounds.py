"""`at_least` and `at_most`: amounts, percent, dates, stretches, words with an order, numbers of things."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.links import Graph
from kamc.model.fields import (
    Amount,
    Day,
    Entries,
    Field,
    Lifecycle,
    Link,
    Number,
    OneWord,
    ProseList,
    Rating,
    Rows,
    Scalar,
    SomeWords,
    Stretch,
    Table,
)
from kamc.model.records import LEVELS
from kamc.model.values import Every, Quantity, Relevance, When
from kamc.rules.own.faults import refused
from kamc.rules.own.operands import read
from kamc.rules.own.targets import Target
from kamc.rules.own.verdict import Clause, Operand, Verdict, is_missing, is_unknown, shown

WHOLE = Number("Number", said=False, least=0, whole=True)
SEVERAL = (Table, Entries, Rows, Link, SomeWords, ProseList)
"""Fields that hold several things: these are counted."""


def at_least(target: Target, operands: tuple[Operand, ...], at: Path) -> Clause:
    """Not less than the operand; what is missing is less. Raises `Wrong`."""
    return _bound(target, operands[0], at, "at least", operator.ge)


def at_most(target: Target, operands: tuple[Operand, ...], at: Path) -> Clause:
    """Not more than the operand; what is missing is not. Raises `Wrong`."""
    return _bound(target, operands[0], at, "at most", operator.le)


def _bound(target: Target, one: Operand, at: Path, words: str, holds: Callable[[Any, Any], bool]) -> Clause:
    inner = target.plain
    field = inner.field
    counts = isinstance(field, SEVERAL)
    bound = read(WHOLE if counts else _ordered(inner, at), one, target.name, at)
    limit = _measure(bound, field)

    def judge(value: Any, _: Graph) -> Verdict:
        if is_unknown(value):
            return None
        if is_missing(value) and not counts:
            return holds is operator.le
        size = _size(value) if counts else _measure(value, field)
        alike = type(size) is type(limit) and _unit(value) == _unit(bound)
        return holds(size, limit) if alike else None

    return Clause(target=inner, judge=judge, object=f"{words} {shown(one)}{' in number' if counts else ''}")


def _ordered(target: Target, at: Path) -> Scalar:
    """The field, with those words alone that have an order: an end is no more than the way to it."""
    field = target.field
    if isinstance(field, Lifecycle):
        return msgspec.structs.replace(field, words=field.open, ended=())
    if isinstance(field, Scalar) and _has_order(field):
        return field
    raise refused(
        f'"{target.name}" has no more and no less',
        at,
        "amounts, percent, dates, stretches of time, words with an order and numbers of things have",
    )


def _has_order(field: Field) -> bool:
    if isinstance(field, OneWord):
        return field.better == "last-word" or field.words == LEVELS
    return isinstance(field, Number | Day | Amount | Stretch | Rating)


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
        case Quantity():
            return value.amount
    return value


def _unit(value: Any) -> str:
    """Amounts of different units cannot be compared."""
    return value.unit if isinstance(value, Quantity) else ""


def _size(value: Any) -> Decimal:
    return Decimal(0 if is_missing(value) else len(value))
