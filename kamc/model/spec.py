"""The fields of a record class, read off its annotations once."""

import functools
import operator
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kamc.model.fields import About, Entries, Field, Lifecycle, One, Rows, Scalar, Table
from kamc.model.records import Part


class Slot(msgspec.Struct, frozen=True):
    """One field of a record: its key in the file, its attribute, and what it is."""

    key: str
    attr: str
    field: Field
    default: Any = None
    """What the attribute holds where nobody wrote anything: the very same object in every record."""


class Spec(msgspec.Struct, frozen=True):
    """All fields of a record class, its own before the common ones."""

    record: type[Part]
    about: About
    slots: tuple[Slot, ...]
    by_key: dict[str, Slot]
    required: tuple[str, ...]
    """The keys without which a file is not of its kind."""
    values: Callable[[Part], tuple[Any, ...]]
    """Gives the values of a record, in the order of the slots."""
    defaults: tuple[Any, ...]


@functools.cache
def spec(record: type[Part]) -> Spec:
    """The fields of `record`. Raises `TypeError` for a record that names no fields of its own kind."""
    slots = tuple(_slots(record))
    required = tuple(slot.key for slot in slots if slot.field.required)
    return Spec(
        record=record,
        about=record.about,
        slots=slots,
        by_key={slot.key: slot for slot in slots},
        required=required,
        values=_values(slots),
        defaults=tuple(slot.default for slot in slots),
    )


def _values(slots: tuple[Slot, ...]) -> Callable[[Part], tuple[Any, ...]]:
    match [slot.attr for slot in slots]:
        case []:
            return lambda _: ()
        case [only]:
            return lambda part: (getattr(part, only),)
        case attrs:
            return operator.attrgetter(*attrs)


def _slots(record: type[Part]) -> Iterator[Slot]:
    empty = record()
    seen: set[str] = set()
    for base in record.__mro__:
        for attr, field in _declared(base):
            if attr not in seen and field is not None:
                yield Slot(attr.removesuffix("_"), attr, _of(record.about, field), getattr(empty, attr))
            seen.add(attr)


@functools.cache
def _declared(base: type) -> tuple[tuple[str, Field | None], ...]:
    """What a class itself declares; `None` where it takes a field away that a base declares."""
    return tuple(
        (attr, _field(annotation)) for attr, annotation in getattr(base, "__annotations__", {}).items()
    )


def _field(annotation: Any) -> Field | None:
    for one in getattr(annotation, "__metadata__", ()):
        if isinstance(one, Field):
            return one
    return None


def _of(about: About, field: Field) -> Field:
    """A status field takes its words from the record that it stands in."""
    if not isinstance(field, Lifecycle):
        return field
    words = (*about.open, *about.ended)
    return msgspec.structs.replace(
        field,
        words=words,
        open=about.open,
        ended=about.ended,
        or_unknown=False,
        default=about.open[0],
        example=about.open[0],
    )


def records_below(record: type[Part]) -> tuple[type[Part], ...]:
    """`record` and every record class that can stand somewhere in it, each once, outermost first."""
    found: dict[type[Part], None] = {}

    def visit(one: Any) -> None:
        if isinstance(one, Field):
            inner = (
                one.record
                if isinstance(one, One | Entries | Rows)
                else one.value
                if isinstance(one, Table)
                else None
            )
            if inner is not None:
                visit(inner)
        elif one not in found:
            found[one] = None
            for slot in spec(one).slots:
                visit(slot.field)

    visit(record)
    return tuple(found)


def short_form(record: type[Part]) -> Scalar | None:
    """The field whose value may stand instead of the whole record; `unknown` and `none` always may, too."""
    about = record.about
    if about.bare_shape is not None:
        return about.bare_shape
    field = spec(record).by_key[about.bare].field if about.bare else None
    return msgspec.structs.replace(field, said=True) if isinstance(field, Scalar) else None
