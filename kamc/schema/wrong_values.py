"""Mistakes in values: none (KAM019), a wrong one (KAM020), one of a wrong shape (KAM021), no id (KAM022)."""

from typing import Any

import msgspec

from kamc.diagnostics import Finding
from kamc.model import values
from kamc.model.expect import Expected, expected
from kamc.model.fields import (
    CellValue,
    Link,
    Number,
    OneWord,
    Pattern,
    Percent,
    Prose,
    ProseList,
    Scalar,
    SomeWords,
    Stretch,
)
from kamc.model.records import Part
from kamc.schema import ids, repair, slips, wrong_shapes
from kamc.schema.keys import bad_id
from kamc.schema.mistakes import Mistake
from kamc.schema.wanted import Wanted, as_a_field, instead, is_blank, last, said_instead, wanted_at, written
from kamc.words import listed


def finding(one: Mistake, root: type[Part]) -> Finding:
    """A value that its field does not take."""
    wanted = wanted_at(one, root)
    if is_blank(one.value):
        return _blank(one, wanted)
    if _is_shape(one.value, wanted):
        return wrong_shapes.finding(one, wanted)
    if isinstance(one.value, str) and _wants_id(wanted.scalar) and ids.reasons(one.value):
        return _no_id(one, one.value, wanted)
    return _value(one, wanted)


def _blank(one: Mistake, wanted: Wanted) -> Finding:
    words = () if _is_item(one) else said_instead(wanted)
    ways = [
        "write what it is" if wanted.record else "write the value",
        *(f"`{word}`" for word in words),
        "leave the line out",
    ]
    return Finding(
        code="KAM019",
        message=f"{wanted.name} is empty",
        at=one.path,
        key=last(one),
        label="nothing stands here",
        help=listed(ways),
    )


def _is_item(one: Mistake) -> bool:
    return bool(one.path) and isinstance(one.path[-1], int)


def _is_shape(value: Any, wanted: Wanted) -> bool:
    """Whether a list or a mapping stands where a plain value should, or the other way round."""
    return isinstance(value, dict | list) or wanted.scalar is None


def _wants_id(field: Scalar | None) -> bool:
    return isinstance(field, Link) or (isinstance(field, Pattern) and field.pattern == values.ID)


def _no_id(one: Mistake, text: str, wanted: Wanted) -> Finding:
    """A text where an id belongs; the words `unknown` and `none` are told apart from a wrong spelling."""
    word = repair.first_words(text)
    if word in said_instead(wanted) and not _is_item(one):
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
    meant = _meant(one.value, wanted) or [way for way in (as_a_field(one.value, wanted),) if way]
    return Finding(
        code="KAM020",
        message=_not_it(one.value, field, want, wanted.name),
        at=one.path,
        on="value",
        key=written(one.value),
        label=f"did you mean {listed(meant)}?" if meant else "",
        help=_value_help(one.value, want, wanted, is_clear=bool(meant)),
        fix=slips.word(one.value, field, meant)
        if isinstance(field, OneWord) and isinstance(one.value, str)
        else None,
    )


def _not_it(value: Any, field: Scalar | None, want: Expected, name: str) -> str:
    if isinstance(field, OneWord) and isinstance(value, str):
        return f'"{written(value)}" is not one of the words for {name}'
    return f"{name} should be {want.what}{instead(value)}"


def _meant(value: Any, wanted: Wanted) -> list[str]:
    """What the author probably meant, as it would be written."""
    field = wanted.scalar
    if isinstance(field, Stretch) and isinstance(value, int):
        return [str(one) for one in repair.proposals(field, str(value))]
    if field is None or not isinstance(value, str):
        return [f'"{written(value)}"'] if isinstance(field, Prose | ProseList) else []
    word = repair.first_words(value)
    if word in said_instead(wanted) and word != value:
        return [str(word)]
    if type(field) is Number and (number := repair.money(value)):
        return [number] if number.lstrip("-").replace(".", "").isdigit() else []
    return [str(one) for one in repair.proposals(field, value) if one != value]


def _value_help(value: Any, want: Expected, wanted: Wanted, *, is_clear: bool) -> str:
    """How a value is written there; what may stand instead, unless it is clear what was meant."""
    field = wanted.scalar
    if isinstance(field, Prose | ProseList) and not isinstance(value, str):
        return "put it in quotes, so that it is text"
    if isinstance(value, str) and (special := _help_with_text(value, field)):
        return special
    forms = want.forms.replace("\n", " ")
    words = [] if isinstance(field, SomeWords) else [f"`{word}`" for word in said_instead(wanted)]
    if not forms:
        return f"it may also be {listed(words)}" if words else ""
    form = f"a number of percent: {forms}" if isinstance(field, Percent) else forms
    instead = (
        "" if is_clear or isinstance(field, OneWord) or not words else f"; {listed(words)} may stand instead"
    )
    return f"write {form}{instead}"


def _help_with_text(value: str, field: Scalar | None) -> str:
    """What to do with a text that is wrong in a way of its own."""
    if isinstance(field, CellValue) and value == "none":
        return (
            "an empty cell is `open`, one that they do not want `not-wanted`, one that nobody knows `unknown`"
        )
    if value in {"unknown", "none"}:
        return f"`{value}` cannot stand here; leave the line out until you know it"
    if type(field) is Number and value.strip("- ").replace(".", "").isdigit():
        return "write the number without quotes"
    if isinstance(field, CellValue) and repair.is_sentence(value):
        return f"a sentence goes into `what`: `{_told_cell(value, field)}`"
    if isinstance(field, Stretch) and repair.first_stretch(value):
        return "one stretch of time stands here; the rest goes into a text"
    return ""


def _told_cell(text: str, field: CellValue) -> str:
    """A cell with its story: the state with which the text begins, or the firm whose name is in it."""
    first, *rest = text.split()
    who = next((ids.proposal(word) for word in rest if word[:1].isupper()), None)
    state = first.lower() if first.lower() in field.words else "competitor" if who else "unknown"
    firm = f"who: {who}, " if state == "competitor" and who else ""
    return f'{{state: {state}, {firm}what: "{written(text)}"}}'
