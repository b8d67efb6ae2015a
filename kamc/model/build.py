"""Plain data to typed records: short forms expanded, values read, everything that does not fit made unknown.

The JSON Schema says what does not fit; this says only what a schema cannot see (a day that no month has). So one run
tells everything, and a broken entry keeps its id.
"""

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from kamc.model.fields import Entries, Field, One, OneWord, Rows, Scalar, Table
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import NONE, UNKNOWN, Keyed, Said

P = TypeVar("P", bound=Part)
Path = tuple[str | int, ...]
Problem = tuple[Path, str]
"""Where a value stands, and what is wrong with it, in words."""

SAID: Mapping[str, Said] = {"unknown": UNKNOWN, "none": NONE}


def build(record: type[P], data: object) -> tuple[P, tuple[Problem, ...]]:
    """The record that `data` describes, and the problems that no schema could see."""
    problems: list[Problem] = []
    return _part(record, data, (), problems), tuple(problems)


def _part(record: type[P], raw: Any, path: Path, problems: list[Problem]) -> P:
    if not isinstance(raw, dict):
        raw = _expanded(record, raw)
        if isinstance(raw, Said):
            return record(said=raw)
    by_key = spec(record).by_key
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in raw.items():
        slot = by_key.get(key)
        if slot is not None:
            values[slot.attr] = _value(slot.field, value, (*path, key), problems)
        elif key.startswith("x-"):
            extra[key] = value
    return record(**values, extra=extra)


def _expanded(record: type[Part], raw: Any) -> Any:
    """The long form of a short one; `UNKNOWN` where it is none."""
    about = record.about
    if about.expand is not None:
        long = about.expand(raw)
        return UNKNOWN if long is None else long
    said = SAID.get(raw) if isinstance(raw, str) else None
    if said is not None:
        return said
    return {about.bare: raw} if about.bare and raw is not None else UNKNOWN


def _value(field: Any, raw: Any, path: Path, problems: list[Problem]) -> Any:
    if isinstance(field, Field):
        return _reader(type(field))(field, raw, path, problems)
    return _part(field, raw, path, problems)


@functools.cache
def _reader(kind: type[Field]) -> Callable[[Any, Any, Path, list[Problem]], Any]:
    return next(read for base, read in _READERS.items() if issubclass(kind, base))


def _scalar(field: Scalar, raw: Any, path: Path, problems: list[Problem]) -> Any:
    if isinstance(raw, str) and raw in SAID and (field.said or (raw == "unknown" and isinstance(field, OneWord))):
        return SAID[raw]
    try:
        value = field.read(raw)
    except ValueError:
        problems.append((path, f"there is no {raw} in the calendar"))
        return UNKNOWN
    if value is None:
        return UNKNOWN
    return None if isinstance(field, OneWord) and value == field.default else value


def _one(field: One, raw: Any, path: Path, problems: list[Problem]) -> Part:
    part: Part = _part(field.record, raw, path, problems)
    return part


def _keyed(field: Entries | Table, raw: Any, path: Path, problems: list[Problem]) -> Keyed[Any]:
    if not isinstance(raw, dict):
        return Keyed(said=SAID.get(raw, UNKNOWN) if isinstance(raw, str) else UNKNOWN)
    value = field.record if isinstance(field, Entries) else field.value
    return Keyed({key: _value(value, item, (*path, key), problems) for key, item in raw.items()})


def _rows(field: Rows, raw: Any, path: Path, problems: list[Problem]) -> tuple[Part, ...]:
    items = raw if isinstance(raw, list) else []
    return tuple(_part(field.record, item, (*path, place), problems) for place, item in enumerate(items))


_READERS: Mapping[type[Field], Callable[[Any, Any, Path, list[Problem]], Any]] = {
    Scalar: _scalar,
    One: _one,
    Entries: _keyed,
    Table: _keyed,
    Rows: _rows,
}
