"""What the place of a mistake wants, and how it and its value are called in messages."""

from decimal import Decimal
from typing import Any

import msgspec

from kamc.model.common import own
from kamc.model.expect import words_instead
from kamc.model.fields import Field, Number, OneWord, Rows, Scalar, Stretch
from kamc.model.records import Part
from kamc.model.spec import short_form
from kamc.model.walk import locate
from kamc.schema.mistakes import Mistake
from kamc.words import plain

LONGEST_SHOWN = 60


class Wanted(msgspec.Struct, frozen=True):
    """What a place wants: a field, and the record that may stand there instead, where there is one."""

    name: str
    field: Field | None
    record: type[Part] | None

    @property
    def scalar(self) -> Scalar | None:
        """The field that a plain value would fill."""
        return self.field if isinstance(self.field, Scalar) else None


def wanted_at(one: Mistake, root: type[Part]) -> Wanted:
    """What the place of a mistake wants, and how its author calls it."""
    place = locate(root, one.path)
    key = one.path[-1] if one.path else None
    name = "the file" if key is None else f'"{key}"' if isinstance(key, str) else f'an item of "{place.key}"'
    short = short_form(place.record) if place.record else None
    return Wanted(name=name, field=short or place.field, record=place.record)


def last(one: Mistake) -> str:
    """The key under which a mistake stands."""
    return str(one.path[-1]) if one.path else ""


def said_instead(wanted: Wanted) -> tuple[str, ...]:
    """`unknown` and `none`, as far as they may stand there."""
    if wanted.record is not None or wanted.field is None:
        return ("unknown", "none")
    return () if isinstance(wanted.field, Rows) else words_instead(wanted.field)


def is_blank(value: object) -> bool:
    """Whether nothing stands there: blank, null, `~`, an empty text, list or mapping."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def written(value: Any) -> str:
    """A value as a person would read it aloud, cut where it is long."""
    text = (
        value if isinstance(value, str) else plain(Decimal(value)) if isinstance(value, int | Decimal) else ""
    )
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"


def instead(value: Any) -> str:
    """`, not "30.06.2028"`."""
    if isinstance(value, str):
        return f', not "{written(value)}"' if value.strip() else ""
    return f", not {written(value)}" if isinstance(value, int | Decimal) else ""


def as_a_field(value: Any, wanted: Wanted) -> str:
    """The record with the value in the field that takes it: `{now: consultative}`."""
    if wanted.record is None or isinstance(value, dict | list):
        return ""
    for slot in own(wanted.record):
        if isinstance(slot.field, OneWord | Number | Stretch) and slot.field.read(value) is not None:
            return f"{{{slot.key}: {value}}}"
    return ""
