"""Plain data to typed records: short forms expanded, values read, everything that does not fit made unknown.

What does not fit is noticed on the way, so that a valid file needs no other judge; only where something does not
does `kamc.schema` say what, in the author's words. So one run tells everything, and a broken entry keeps its id.
"""

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from kamc.diagnostics import Path
from kamc.model.fields import Entries, Field, Link, One, OneWord, Rows, Scalar, Table
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import NONE, UNKNOWN, Keyed, Said, is_id

P = TypeVar("P", bound=Part)
Problem = tuple[Path, str]
"""Where a value stands, and what is wrong with it in words; no words where its shape is wrong: the schema has them."""

SAID: Mapping[str, Said] = {"unknown": UNKNOWN, "none": NONE}


def build(record: type[P], data: object) -> tuple[P, tuple[Problem, ...]]:
    """The record that `data` describes, and what was wrong with it; nothing where `data` is as its schema wants it."""
    problems: list[Problem] = []
    return _part(record, data, (), problems), tuple(problems)


def fits(problems: Iterable[Problem]) -> bool:
    """Whether data with these problems is as its schema wants it."""
    return all(words for _, words in problems)


def _part(record: type[P], raw: Any, path: Path, problems: list[Problem]) -> P:
    if not isinstance(raw, dict):
        raw = _expanded(record, raw)
        if raw is None:
            problems.append((path, ""))
            raw = _expanded(record, "unknown")
        if isinstance(raw, Said):
            return record(said=raw)
    known = spec(record)
    by_key = known.by_key
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, value in raw.items():
        slot = by_key.get(key)
        if slot is not None:
            values[slot.attr] = _value(slot.field, value, (*path, key), problems)
        elif key.startswith("x-"):
            extra[key] = value
        else:
            problems.append(((*path, key), ""))
    problems.extend(((*path, key), "") for key in known.required if key not in raw)
    return record(**values, extra=extra)


def _expanded(record: type[Part], raw: Any) -> Any:
    """The long form of a short one, or what it says instead; Python's `None` where it is neither."""
    about = record.about
    if about.expand is not None:
        return about.expand(raw)
    said = SAID.get(raw) if isinstance(raw, str) else None
    if said is not None:
        return said
    return {about.bare: raw} if about.bare else None


def _value(field: Any, raw: Any, path: Path, problems: list[Problem]) -> Any:
    if isinstance(field, Field):
        return _reader(type(field))(field, raw, path, problems)
    return _part(field, raw, path, problems)


@functools.cache
def _reader(kind: type[Field]) -> Callable[[Any, Any, Path, list[Problem]], Any]:
    return next(read for base, read in _READERS.items() if issubclass(kind, base))


def _scalar(field: Scalar, raw: Any, path: Path, problems: list[Problem]) -> Any:
    if isinstance(raw, str) and raw in SAID and _may_say(field, raw):
        return SAID[raw]
    try:
        value = field.read(raw)
    except ValueError:
        problems.append((path, f"there is no {raw} in the calendar"))
        return UNKNOWN
    if value is None:
        problems.append((path, ""))
        return UNKNOWN
    return None if isinstance(field, OneWord) and value == field.default else value


def _may_say(field: Scalar, raw: str) -> bool:
    """Whether a field may say `unknown` or `none` instead of a value."""
    return field.said or (raw == "unknown" and isinstance(field, OneWord) and field.or_unknown)


def _one(field: One, raw: Any, path: Path, problems: list[Problem]) -> Part:
    part: Part = _part(field.record, raw, path, problems)
    return part


def _keyed(field: Entries | Table, raw: Any, path: Path, problems: list[Problem]) -> Keyed[Any]:
    if not isinstance(raw, dict):
        said = SAID.get(raw) if isinstance(raw, str) else None
        if said is None:
            problems.append((path, ""))
        return Keyed(said=said or UNKNOWN)
    value = field.record if isinstance(field, Entries) else field.value
    if not raw or not all(map(_key_reader(field), raw)):
        problems.append((path, ""))
    return Keyed({key: _value(value, item, (*path, key), problems) for key, item in raw.items()})


def _key_reader(field: Entries | Table) -> Callable[[str], object]:
    """What tells whether a key of a mapping may stand there."""
    keys = field.keys if isinstance(field, Table) else None
    return is_id if keys is None or isinstance(keys, Link) else keys.read


def _rows(field: Rows, raw: Any, path: Path, problems: list[Problem]) -> tuple[Part, ...]:
    items = raw if isinstance(raw, list) else []
    if not items:
        problems.append((path, ""))
    return tuple(_part(field.record, item, (*path, place), problems) for place, item in enumerate(items))


_READERS: Mapping[type[Field], Callable[[Any, Any, Path, list[Problem]], Any]] = {
    Scalar: _scalar,
    One: _one,
    Entries: _keyed,
    Table: _keyed,
    Rows: _rows,
}
