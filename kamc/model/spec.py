"""The fields of a record class, read off its annotations once."""

import functools
from collections.abc import Iterator
from typing import Any

import msgspec

from kamc.model.fields import About, Entries, Field, Lifecycle, One, Rows, Table
from kamc.model.records import Part


class Slot(msgspec.Struct, frozen=True):
    """One field of a record: its key in the file, its attribute, and what it is."""

    key: str
    attr: str
    field: Field


class Spec(msgspec.Struct, frozen=True):
    """All fields of a record class, its own before the common ones."""

    record: type[Part]
    about: About
    slots: tuple[Slot, ...]
    by_key: dict[str, Slot]


@functools.cache
def spec(record: type[Part]) -> Spec:
    """The fields of `record`. Raises `TypeError` for a record that names no fields of its own kind."""
    slots = tuple(_slots(record))
    return Spec(record, record.about, slots, {slot.key: slot for slot in slots})


def _slots(record: type[Part]) -> Iterator[Slot]:
    seen: set[str] = set()
    for base in record.__mro__:
        for attr, annotation in getattr(base, "__annotations__", {}).items():
            field = next(iter(getattr(annotation, "__metadata__", ())), None)
            if attr not in seen and isinstance(field, Field):
                yield Slot(attr.removesuffix("_"), attr, _of(record.about, field))
            seen.add(attr)


def _of(about: About, field: Field) -> Field:
    """A status field takes its words from the record that it stands in."""
    if isinstance(field, Lifecycle):
        words = (*about.open, *about.ended)
        return msgspec.structs.replace(
            field, words=words, open=about.open, ended=about.ended, or_unknown=False, default=about.open[0], example=about.open[0]
        )
    return field


def records_below(record: type[Part]) -> tuple[type[Part], ...]:
    """`record` and every record class that can stand somewhere in it, each once, outermost first."""
    found: dict[type[Part], None] = {}

    def visit(one: Any) -> None:
        if isinstance(one, Field):
            inner = one.record if isinstance(one, One | Entries | Rows) else one.value if isinstance(one, Table) else None
            if inner is not None:
                visit(inner)
        elif one not in found:
            found[one] = None
            for slot in spec(one).slots:
                visit(slot.field)

    visit(record)
    return tuple(found)
