"""The rows of a table: what each key is, how it is written, from which profile it is asked, who reads it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from kamc.model.common import own
from kamc.model.fields import Audience, Entries, Field, Lifecycle
from kamc.model.records import CURRENCY, Part, Tracked
from kamc.model.spec import Slot, short_form
from kamc.reference.markdown import code
from kamc.reference.paths import inside
from kamc.reference.written import each, flow, outline, written
from kamc.words import fold, listed

NEVER = "–"
LONGEST = 420
"""Characters in which the keys of a record are told, at most, in the row of the key that holds it."""


class Row(NamedTuple):
    """A key and what is said of it."""

    key: str
    what: str
    written: str
    example: str
    asked: str
    readers: str
    plain: bool = False
    """Nothing but its name is to be said of it, so that it can share a row with its neighbours."""


class Layout(msgspec.Struct, frozen=True):
    """What stands where: records under a heading of their own, and small ones that a word describes."""

    headed: frozenset[type[Part]]
    small: frozenset[type[Part]]
    asks: bool
    """Whether profiles ask for any of it."""

    def rows(self, record: type[Part], above: str = "") -> Iterator[Row]:
        """The rows of a record, below the path `above`; what has a heading of its own is left out."""
        slots = [slot for slot in own(record) if not (_elsewhere(slot) or holds(slot.field) in self.headed)]
        alike = self._alike(slots)
        if alike is not None:
            yield Row(keys(slots), "each with the same fields:", "the fields below", "", NEVER, "")
            yield from self.rows(alike, f"{above}….")
            return
        found = (row for slot in slots for row in self.slot_rows(record, slot, above))
        for plain, run in groupby(found, lambda row: row[2:] if row.plain else None):
            rows = list(run)
            yield from (_together(rows),) if plain else rows

    def slot_rows(self, record: type[Part], slot: Slot, above: str = "") -> Iterator[Row]:
        """The rows of one field: its own, and those of a record in it that is told here."""
        row, inner = self._row(record, slot, above), holds(slot.field)
        if inner is None or self._is_short(inner):
            yield row
            return
        told = self._told(inner)
        if told is None:
            yield row._replace(written=each(slot.field, _or(inner, "the fields below")))
            yield from self.rows(inner, f"{inside(slot.field, f'{above}{slot.key}')[0]}.")
        else:
            what = f"{row.what.rstrip('.')}: {_told(own(inner))}."
            yield row._replace(what=what, written=each(slot.field, told), plain=False)

    def _row(self, record: type[Part], slot: Slot, above: str) -> Row:
        field, inner = slot.field, holds(slot.field)
        life_of = _life(inner) if inner is not None and isinstance(field, Entries) else ""
        what = _what(slot)
        return Row(
            key=code(f"{above}{slot.key}"),
            what=" ".join(filter(None, (what, life_of))),
            written=written(field) if inner is None else each(field, self._short(inner)),
            example=code(flow(field.example, outermost=True)) if field.example is not None else "",
            asked=asked(record, slot),
            readers=readers(record, field),
            plain=not field.help and field.example is None,
        )

    def _is_short(self, record: type[Part]) -> bool:
        """Whether one cell says it all: a record of one field, or one that stands in many places."""
        return record in self.small or [slot.key for slot in _lasting(record)] == [record.about.bare]

    def _short(self, record: type[Part]) -> str:
        """How a short record is written."""
        keys = [slot.key for slot in own(record)]
        short = short_form(record)
        value = written(short) if short is not None else ""
        return f"{value}, or {outline(keys)}" if record in self.small and len(keys) > 1 else value

    def _alike(self, slots: Sequence[Slot]) -> type[Part] | None:
        """The longer record that every one of several fields holds."""
        held = {holds(slot.field) for slot in slots}
        one = next(iter(held)) if len(held) == 1 and len(slots) > 1 else None
        return None if one is None or self._is_short(one) else one

    def _told(self, record: type[Part]) -> str | None:
        """How every field of a small record is written, where that is the same for all."""
        slots = own(record)
        nested = [inner for slot in slots if (inner := holds(slot.field)) is not None]
        entries = any(isinstance(slot.field, Entries) for slot in slots)
        if entries or len(_told(slots)) > LONGEST or not all(map(self._is_short, nested)):
            return None
        rows = [self._row(record, slot, "") for slot in slots]
        if len({(row.written, row.asked, row.readers) for row in rows}) > 1:
            return None
        return _or(record, f"its fields, each {rows[0].written}")


def holds(field: Field) -> type[Part] | None:
    """The record that a field holds, once or under keys."""
    return inside(field, "")[1]


def asked(record: type[Part], slot: Slot) -> str:
    """From which profile a field is asked; where only one of several is, the note above the table says it."""
    word = "always" if slot.field.required else slot.field.ask.word if slot.field.ask else ""
    if slot.key in record.about.either:
        return f"{word}, see above" if word else "see above"
    return word or NEVER


def readers(record: type[Part], field: Field) -> str:
    """Who reads a field, where it is not the team."""
    audience = record.about.audience if field.audience is None else field.audience
    return "" if audience is Audience.TEAM else audience.word


def _or(record: type[Part], fields: str) -> str:
    """The short form of a record, or its fields."""
    short = short_form(record)
    if short is None or not record.about.bare:
        return fields
    return f"its {code(record.about.bare)} alone, or {fields}"


def _elsewhere(slot: Slot) -> bool:
    """Whether a field is told of once for all: a status above the table, a currency after all of them."""
    return slot.field is CURRENCY or (slot.key == "status" and isinstance(slot.field, Lifecycle))


def _lasting(record: type[Part]) -> list[Slot]:
    """The fields of a record without its status."""
    status = record.status_field if issubclass(record, Tracked) else ""
    return [slot for slot in own(record) if slot.key != status]


def _life(record: type[Part]) -> str:
    """How entries end that are told in one row."""
    ended = listed([code(f"status: {word}") for word in record.about.ended])
    return f"Ends with {ended}." if ended else ""


def _what(slot: Slot) -> str:
    """Title and help, without what the key says anyway."""
    field = slot.field
    known = fold(field.title) == fold(slot.key) or slot.key in {"what", "message"}
    said = field.help and (known or field.help.endswith("?"))
    return ". ".join(part for part in ("" if said else field.title, field.help) if part)


def _together(rows: Sequence[Row]) -> Row:
    """Neighbours of which nothing but the name is to be said, in one row."""
    if len(rows) == 1:
        return rows[0]
    return rows[0]._replace(
        key=", ".join(row.key for row in rows), what="; ".join(row.what for row in rows) + "."
    )


def keys(slots: Sequence[Slot]) -> str:
    """The keys of some fields."""
    return ", ".join(code(slot.key) for slot in slots)


def _told(slots: Sequence[Slot]) -> str:
    """Keys in a sentence, each with what it is where it does not say so itself."""
    return ", ".join(_key_told(slot) for slot in slots)


def _key_told(slot: Slot) -> str:
    field = slot.field
    words = field.help or ("" if fold(field.title) == fold(slot.key) else field.title)
    return f"{code(slot.key)} ({words[:1].lower()}{words[1:].rstrip('.')})" if words else code(slot.key)
