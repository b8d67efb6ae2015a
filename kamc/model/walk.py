"""Ways through a plan: every field with its value and its path, and the field that a path leads to."""

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import is_not
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import Entries, Field, Link, One, Rows, Table
from kamc.model.records import Entry, Part
from kamc.model.spec import Slot, spec
from kamc.model.values import UNKNOWN, Keyed


class Step(msgspec.Struct, frozen=True):
    """A value in a plan: where it stands, which field it fills, and the record that holds it."""

    path: Path
    field: Any
    """A `Field`, or a record class for an entry of a mapping or list."""
    value: Any
    holder: Part
    slot: Slot | None = None

    @property
    def is_open_question(self) -> bool:
        """Whether the plan says here that it does not know."""
        return self.value is UNKNOWN or getattr(self.value, "said", None) is UNKNOWN


def walk(part: Part, path: Path = ()) -> Iterator[Step]:
    """Every written value below `part`, holders before what they hold, in the model's order."""
    kept: tuple[Step, ...] | None = None if path else getattr(part, "steps", None)
    if kept is not None:
        return iter(kept)
    found: list[Step] = []
    collect(part, path, found)
    return iter(found)


def collect(part: Part, path: Path, found: list[Step]) -> None:
    """Add every written value below `part` to `found`: a list, because nested generators cost five times as much."""
    about = spec(type(part))
    values = about.values(part)
    written = compress(zip(values, about.slots, strict=True), map(is_not, values, about.defaults))
    for value, slot in written:
        here = (*path, slot.key)
        found.append(Step(here, slot.field, value, part, slot))
        if type(value) is not str:
            _within(slot.field, value, here, part, found)


def _within(field: Any, value: Any, path: Path, holder: Part, found: list[Step]) -> None:
    if isinstance(value, Part):
        collect(value, path, found)
    elif type(value) is Keyed:
        inner = field.record if isinstance(field, Entries) else field.value
        for key, item in value.items():
            here = (*path, key)
            found.append(Step(here, inner, item, holder))
            if type(item) is not str:
                _within(inner, item, here, holder, found)
    elif isinstance(field, Rows):
        for place, item in enumerate(value):
            found.append(Step((*path, place), field.record, item, holder))
            collect(item, (*path, place), found)


class Entered(msgspec.Struct, frozen=True):
    """An entry of a plan: its id, its path and itself."""

    id: str
    path: Path
    entry: Entry


def entries(part: Part) -> Iterator[Entered]:
    """Every entry of a plan, in the model's order."""
    kept: tuple[Entered, ...] | None = getattr(part, "entered", None)
    return iter(kept) if kept is not None else entered(walk(part))


def entered(steps: Iterable[Step]) -> Iterator[Entered]:
    """The entries among the steps through a plan."""
    for step in steps:
        if step.slot is None and isinstance(
            step.value, Entry
        ):  # an entry stands in a mapping, never in a field
            yield Entered(str(step.path[-1]), step.path, step.value)


class Reference(msgspec.Struct, frozen=True):
    """A link as written: the id, the kinds that it may name, and where it stands."""

    id: str
    to: tuple[str, ...]
    path: Path
    on_key: bool = False
    """Whether the id is a key of a mapping (a contact, a cell's offering) and not a value."""


MAY_REFER = frozenset((Link, Table))
"""Fields in which links can stand."""


def references(part: Part) -> Iterator[Reference]:
    """Every link of a plan, as written."""
    for step in walk(part):
        if type(step.field) in MAY_REFER:
            yield from named(step)


def named(step: Step) -> list[Reference]:
    """The links that stand in a value itself."""
    if isinstance(step.field, Link) and isinstance(step.value, tuple):
        if len(step.value) == 1:
            return [Reference(step.value[0], step.field.to, step.path)]
        return [Reference(one, step.field.to, (*step.path, at)) for at, one in enumerate(step.value)]
    if isinstance(step.field, Table) and isinstance(step.field.keys, Link):
        return [Reference(key, step.field.keys.to, (*step.path, key), on_key=True) for key in step.value]
    return []


class Located(msgspec.Struct, frozen=True):
    """What a path of the file leads to in the model."""

    field: Field | None = None
    """The field whose value stands there; `None` for an entry or row itself, or where the path leaves the model."""
    record: type[Part] | None = None
    """The record class that stands there, where it is one."""
    key: str = ""
    """The last key of a field on the way: how the author calls it."""


def locate(record: type[Part], path: Path) -> Located:
    """The field or record class at `path` in files of `record`; empty where the path leaves the model."""
    here = Located(record=record)
    for key in path:
        here = _down(here, key)
    return here


def _down(here: Located, key: str | int) -> Located:
    field = here.field
    if isinstance(field, Entries | Rows):
        return Located(record=field.record, key=here.key)
    if isinstance(field, Table):
        inner = field.value
        return (
            Located(field=inner, record=_record(inner), key=here.key)
            if isinstance(inner, Field)
            else Located(record=inner, key=here.key)
        )
    if here.record is None:
        return Located(field=field, key=here.key) if isinstance(key, int) else Located()
    slot = spec(here.record).by_key.get(str(key))
    return Located(field=slot.field, record=_record(slot.field), key=slot.key) if slot else Located()


def _record(field: Field) -> type[Part] | None:
    record: type[Part] | None = field.record if isinstance(field, One) else None
    return record
