"""A field of a plan as one or several columns: what it means comes from the model, where it is declared."""

import functools
from collections.abc import Callable
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import (
    Amount,
    Day,
    Field,
    Link,
    Money,
    Number,
    OneWord,
    Percent,
    ProseList,
    SomeWords,
    Stretch,
)
from kamc.model.opportunities import YES_NO
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import NONE, Every, Quantity, Said, When
from kamc.model.walk import locate
from kamc.tables.table import Cell, Column, Kind, Row

A_DAY = len("2028-06-30")


class Take(msgspec.Struct, frozen=True):
    """A field to take: its keys below the row's record (`cabs.budget.amount`), and the name of its column.

    `of_plan`: below the plan instead. `or_plan`: the plan's own field that counts where this one is left out.
    """

    way: str
    name: str = ""
    of_plan: bool = False
    or_plan: str = ""


class Work(msgspec.Struct, frozen=True):
    """A figure to work out from the row's record, for a column."""

    column: Column
    of: Callable[[Any], Cell | Said]


class Reading(msgspec.Struct, frozen=True):
    """Columns with the way to their value and the cells that it gives."""

    columns: tuple[Column, ...]
    value: Callable[[Part, Part], Any]
    cells: Callable[[Any], Row]

    def row(self, record: Part, whole: Part) -> tuple[Row, Said | None]:
        """The cells of a record, and what the `whole` file says instead of a value."""
        value = self.value(record, whole)
        if value is None or isinstance(value, Said):
            empty: Cell = () if value is NONE and self.columns[0].kind is Kind.LIST else None
            return (empty, *(None for _ in self.columns[1:])), value
        return self.cells(value), None


def reading(record: type[Part], base: str, taken: Take | Work) -> Reading:
    """How `taken` is read off a record at `base`. Raises `ValueError` where there is no such field."""
    if isinstance(taken, Work):
        return Reading((taken.column,), lambda one, _: taken.of(one), lambda value: (value,))
    path = tuple(taken.way.split("."))
    field = locate(Plan if taken.of_plan else record, path).field
    if field is None:
        raise ValueError(f"{record.__name__} has no {taken.way}")
    name = taken.name or path[-1]
    source = ".".join(filter(None, ("" if taken.of_plan else base, taken.way)))
    kinds, cells = _shape(field)
    columns = tuple(
        Column(
            name=name + ending,
            kind=kind,
            meaning=meaning or _meaning(field),
            field=source,
            methods=field.methods,
        )
        for ending, kind, meaning in kinds
    )
    return Reading(columns, functools.partial(_value, taken, path, field), cells)


def _value(taken: Take, path: Path, field: Field, record: Part, whole: Part) -> Any:
    """What stands at a path, or is meant where nothing does; `unknown` where a part around it is."""
    value = _at(whole if taken.of_plan else record, path)
    if value is None and taken.or_plan:
        value = _at(whole, (taken.or_plan,))
    if value is None and isinstance(field, OneWord) and field.default:
        return field.default
    return value


def _at(part: Part, path: Path) -> Any:
    here: Any = part
    for key in path:
        if here.said is not None:
            return here.said
        record: type[Part] = type(here)
        here = getattr(here, spec(record).by_key[str(key)].attr)
    return here


def _meaning(field: Field) -> str:
    return field.help or f"{field.title}."


_Shape = tuple[tuple[tuple[str, Kind, str], ...], Callable[[Any], Row]]
"""The columns of a field (what is added to its name, their kind, their meaning where the field has another),
and how its value becomes cells."""


def _shape(field: Field) -> _Shape:
    for fits, shape in _SHAPES:
        if fits(field):
            return shape
    return _one(Kind.TEXT)


def _one(kind: Kind, cell: Callable[[Any], Cell] = lambda value: value) -> _Shape:
    return (("", kind, ""),), lambda value: (cell(value),)


def _date(value: When) -> Row:
    return value.last, None if len(value.text) == A_DAY else value.text


def _quantity(value: Quantity) -> Row:
    return value.amount, value.unit or None


def _stretch(value: Every) -> Row:
    return str(value), value.days


_SHAPES: tuple[tuple[Callable[[Field], bool], _Shape], ...] = (
    (
        lambda field: isinstance(field, Day),
        (
            (
                ("", Kind.DATE, ""),
                ("_text", Kind.TEXT, "The same as it is written, where that is no day: 2028-Q2."),
            ),
            _date,
        ),
    ),
    (
        lambda field: isinstance(field, Amount),
        ((("", Kind.NUMBER, ""), ("_unit", Kind.TEXT, "Its unit, where one is written.")), _quantity),
    ),
    (
        lambda field: isinstance(field, Stretch),
        (
            (("", Kind.TEXT, ""), ("_days", Kind.WHOLE, "The same in days, a month taken as 30.44 of them.")),
            _stretch,
        ),
    ),
    (lambda field: isinstance(field, Link) and not field.many, _one(Kind.TEXT, lambda value: value[0])),
    (lambda field: isinstance(field, Link | ProseList | SomeWords), _one(Kind.LIST)),
    (
        lambda field: isinstance(field, OneWord) and set(field.words) == set(YES_NO),
        _one(Kind.YES_NO, lambda one: one == "yes"),
    ),
    (lambda field: isinstance(field, Percent), _one(Kind.PERCENT)),
    (lambda field: isinstance(field, Money), _one(Kind.MONEY)),
    (lambda field: isinstance(field, Number) and field.whole, _one(Kind.WHOLE, int)),
    (lambda field: isinstance(field, Number), _one(Kind.NUMBER)),
)
