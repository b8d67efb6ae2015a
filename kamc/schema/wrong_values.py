"""Mistakes in values: none (KAM019), a wrong one (KAM020), one of a wrong shape (KAM021), no id (KAM022)."""

from decimal import Decimal
from typing import Any

import msgspec

from kamc.diagnostics import Finding
from kamc.model import values
from kamc.model.common import own
from kamc.model.expect import Expected, expected, words_instead
from kamc.model.fields import (
    CellValue,
    Entries,
    Field,
    Link,
    Number,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Rows,
    Scalar,
    SomeWords,
    Table,
)
from kamc.model.records import Part
from kamc.model.spec import short_form
from kamc.model.walk import locate
from kamc.schema import ids, repair
from kamc.schema.keys import bad_id, fields_of
from kamc.schema.mistakes import Mistake
from kamc.words import listed

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


def finding(one: Mistake, root: type[Part]) -> Finding:
    """A value that its field does not take."""
    wanted = _wanted(one, root)
    if is_blank(one.value):
        return _blank(one, wanted)
    if _is_shape(one.value, wanted):
        return _shape(one, wanted)
    if isinstance(one.value, str) and _wants_id(wanted.scalar) and ids.reasons(one.value):
        return _no_id(one, one.value, wanted)
    return _value(one, wanted)


def is_blank(value: object) -> bool:
    """Whether nothing stands there: blank, null, `~`, an empty text, list or mapping."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def written(value: Any) -> str:
    """A value as a person would read it aloud, cut where it is long."""
    text = (
        value
        if isinstance(value, str)
        else values.plain(Decimal(value))
        if isinstance(value, int | Decimal)
        else ""
    )
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"


def instead(value: Any) -> str:
    """`, not "30.06.2028"`."""
    if isinstance(value, str):
        return f', not "{written(value)}"' if value.strip() else ""
    return f", not {written(value)}" if isinstance(value, int | Decimal) else ""


def _wanted(one: Mistake, root: type[Part]) -> Wanted:
    """What the place of a mistake wants, and how its author calls it."""
    place = locate(root, one.path)
    last = one.path[-1] if one.path else None
    name = (
        "the file" if last is None else f'"{last}"' if isinstance(last, str) else f'an item of "{place.key}"'
    )
    short = short_form(place.record) if place.record else None
    return Wanted(name=name, field=short or place.field, record=place.record)


def _last(one: Mistake) -> str:
    return str(one.path[-1]) if one.path else ""


def _blank(one: Mistake, wanted: Wanted) -> Finding:
    words = () if _is_item(one) else _words_instead(wanted)
    ways = [
        "write what it is" if wanted.record else "write the value",
        *(f"`{word}`" for word in words),
        "leave the line out",
    ]
    return Finding(
        code="KAM019",
        message=f"{wanted.name} is empty",
        at=one.path,
        key=_last(one),
        label="nothing stands here",
        help=listed(ways),
    )


def _is_item(one: Mistake) -> bool:
    return bool(one.path) and isinstance(one.path[-1], int)


def _words_instead(wanted: Wanted) -> tuple[str, ...]:
    if wanted.record is not None or wanted.field is None:
        return ("unknown", "none")
    return () if isinstance(wanted.field, Rows) else words_instead(wanted.field)


def _is_shape(value: Any, wanted: Wanted) -> bool:
    """Whether a list or a mapping stands where a plain value should, or the other way round."""
    return isinstance(value, dict | list) or wanted.scalar is None


def _shape(one: Mistake, wanted: Wanted) -> Finding:
    return Finding(
        code="KAM021",
        message=f"{wanted.name} should be {_should_be(wanted)}, not {_shape_of(one.value)}",
        at=one.path,
        on="value",
        key=_last(one),
        label=_as_a_field(one.value, wanted),
        help=_shape_help(one.value, wanted),
    )


def _as_a_field(value: Any, wanted: Wanted) -> str:
    """The record with the value in the field that takes it: `{now: consultative}`."""
    if wanted.scalar is not None or wanted.record is None or isinstance(value, dict | list):
        return ""
    for slot in own(wanted.record):
        if isinstance(slot.field, OneWord | Number) and slot.field.read(value) is not None:
            return f"did you mean {{{slot.key}: {value}}}?"
    return ""


def _should_be(wanted: Wanted) -> str:
    if wanted.scalar is not None:
        return expected(wanted.scalar).what + (", or fields of its own" if wanted.record else "")
    if wanted.record is not None:
        return "fields of its own"
    return expected(wanted.field).what if wanted.field else "fields"


def _shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "fields under it"
    if isinstance(value, list):
        return "a list"
    return f'the text "{written(value)}"' if isinstance(value, str) else f"the number {written(value)}"


def _shape_help(value: Any, wanted: Wanted) -> str:
    field = wanted.field
    if isinstance(value, list) and isinstance(field, Entries | Table):
        under = "an id of your choice" if isinstance(field, Entries) else "its key"
        return f"put each under {under} instead of a hyphen: {_under_an_id(value, field)}"
    if isinstance(value, list) and wanted.scalar is not None and len(value) == 1:
        return "write it alone, without brackets or a hyphen"
    if isinstance(field, Rows):
        return "begin each item with a hyphen on a line of its own"
    if isinstance(field, Entries | Table):
        return "put each under an id of its own on the lines below, or write `unknown` or `none`"
    if wanted.scalar is None and wanted.record is not None:
        return f"it has {fields_of(wanted.record)}; `unknown` and `none` may stand instead"
    return _scalar_help(wanted.scalar) if wanted.scalar else ""


def _under_an_id(items: list[Any], field: Entries | Table) -> str:
    """The first item of a list as an entry, the way it should be written."""
    first = items[0]
    text = (
        next((one for one in first.values() if isinstance(one, str)), "")
        if isinstance(first, dict)
        else str(first or "")
    )
    name = ids.proposal(" ".join(text.split()[:3])) or "first-one"
    bare = field.record.about.bare if isinstance(field, Entries) else ""
    return f'`{name}: "{written(text)}"`' if bare and text else f"`{name}: …`"


def _scalar_help(field: Scalar) -> str:
    """How the value is written, and what may stand instead."""
    forms = expected(field).forms or (
        f'for example "{field.example}"' if isinstance(field.example, str) else ""
    )
    return f"write {forms}" if forms else ""


def _wants_id(field: Scalar | None) -> bool:
    return isinstance(field, Link) or (isinstance(field, Pattern) and field.pattern == values.ID)


def _no_id(one: Mistake, text: str, wanted: Wanted) -> Finding:
    """A text where an id belongs; the words `unknown` and `none` are told apart from a wrong spelling."""
    word = repair.first_words(text)
    if word in _words_instead(wanted) and not _is_item(one):
        return _value(one, wanted)
    if (several := _several(text, wanted)) is not None:
        return _with(bad_id(text, one, on="value"), several)
    return bad_id(text, one, on="value")


def _several(text: str, wanted: Wanted) -> str | None:
    """A list of ids that was written as one text."""
    found = next(iter(repair.proposals(wanted.scalar, text)), "") if wanted.scalar else ""
    return found if found.startswith("[") else None


def _with(finding: Finding, meant: str) -> Finding:
    return msgspec.structs.replace(
        finding,
        label=f"did you mean {meant}?",
        help="several ids stand in brackets, with commas between them",
    )


def _value(one: Mistake, wanted: Wanted) -> Finding:
    field = wanted.scalar
    want = expected(field) if field else Expected("fields")
    meant = _meant(one.value, wanted)
    return Finding(
        code="KAM020",
        message=_not_it(one.value, field, want, wanted.name),
        at=one.path,
        on="value",
        key=written(one.value),
        label=f"did you mean {listed(meant)}?" if meant else "",
        help=_value_help(one.value, field, want, wanted),
    )


def _not_it(value: Any, field: Scalar | None, want: Expected, name: str) -> str:
    if isinstance(field, OneWord) and isinstance(value, str):
        return f'"{written(value)}" is not one of the words for {name}'
    return f"{name} should be {want.what}{instead(value)}"


def _meant(value: Any, wanted: Wanted) -> list[str]:
    """What the author probably meant, as it would be written."""
    field = wanted.scalar
    if field is None or not isinstance(value, str):
        return [f'"{written(value)}"'] if isinstance(field, Prose | ProseList) else []
    word = repair.first_words(value)
    if word in _words_instead(wanted) and word != value:
        return [str(word)]
    if type(field) is Number and (number := repair.money(value)):
        return [number] if number.lstrip("-").replace(".", "").isdigit() else []
    return [str(one) for one in repair.proposals(field, value)]


def _value_help(value: Any, field: Scalar | None, want: Expected, wanted: Wanted) -> str:
    if isinstance(field, Prose | ProseList) and not isinstance(value, str):
        return "put it in quotes, so that it is text"
    if isinstance(field, CellValue) and value == "none":
        return (
            "an empty cell is `open`, one that they do not want `not-wanted`, one that nobody knows `unknown`"
        )
    if isinstance(value, str) and value in {"unknown", "none"}:
        return f"`{value}` cannot stand here; leave the line out until you know it"
    if isinstance(value, str) and type(field) is Number and value.strip("- ").replace(".", "").isdigit():
        return "write the number without quotes"
    words = (
        [f"`{word}`" for word in _words_instead(wanted)]
        if field is None or not isinstance(field, SomeWords)
        else []
    )
    forms = want.forms.replace("\n", " ")
    return f"write {forms}" if forms else f"it may also be {listed(words)}" if words else ""
