"""Mistakes in shapes (KAM021): a list or a mapping in place of a plain value, or the other way round."""

from typing import Any

from kamc.diagnostics import Finding
from kamc.model import values
from kamc.model.expect import expected
from kamc.model.fields import Entries, Link, Rows, Scalar, Table
from kamc.schema import ids
from kamc.schema.keys import fields_of
from kamc.schema.mistakes import Mistake
from kamc.schema.wanted import Wanted, as_a_field, last, written


def finding(one: Mistake, wanted: Wanted) -> Finding:
    """A value whose shape its field does not take."""
    meant = as_a_field(one.value, wanted) if wanted.scalar is None else ""
    return Finding(
        code="KAM021",
        message=f"{wanted.name} should be {_should_be(wanted)}, not {_shape_of(one.value)}",
        at=one.path,
        on="value",
        key=last(one),
        label=f"did you mean {meant}?" if meant else "",
        help=_shape_help(one.value, wanted),
    )


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
    if isinstance(value, dict) and all(key.startswith("-") for key in value):
        return "a blank is missing after the hyphen: an item of a list begins with `- `"
    if isinstance(field, Entries | Table):
        return _keyed_help(value, field, wanted.name)
    if isinstance(value, list) and wanted.scalar is not None and len(value) == 1:
        return "write it alone, without brackets or a hyphen"
    if isinstance(field, Rows):
        return "begin each item with a hyphen on a line of its own"
    if wanted.scalar is None and wanted.record is not None:
        return f"it has {fields_of(wanted.record)}; `unknown` and `none` may stand instead"
    return _scalar_help(wanted.scalar) if wanted.scalar else ""


def _keyed_help(value: Any, field: Entries | Table, name: str) -> str:
    """How a list or a plain value becomes what stands under keys."""
    items = value if isinstance(value, list) else [value]
    if shown := _with_values(items, field, name):
        return f"put a colon and its value behind each: `{shown}`"
    if isinstance(value, list):
        under = "an id of your choice" if isinstance(field, Entries) else "its key"
        return f"put each under {under} instead of a hyphen: {_under_an_id(value, field)}"
    return "put each under an id of its own on the lines below, or write `unknown` or `none`"


def _with_values(items: list[Any], field: Entries | Table, name: str) -> str:
    """Ids with values behind them, like the field's example: `contacts: {mara-lind: 2026-10-06}`."""
    if (
        not isinstance(field, Table)
        or not isinstance(field.keys, Link)
        or not isinstance(field.example, dict)
    ):
        return ""
    example = next(iter(field.example.values()))
    if not all(map(values.is_id, items)) or not isinstance(example, str | int):
        return ""
    text = f'"{example}"' if " " in str(example) else str(example)
    key = name.strip('"')
    return f"{key}: {{{', '.join(f'{id_}: {text}' for id_ in items)}}}"


def _under_an_id(items: list[Any], field: Entries | Table) -> str:
    """The first item of a list as an entry, the way it should be written."""
    first = items[0]
    text = (
        next((one for one in first.values() if isinstance(one, str)), "")
        if isinstance(first, dict)
        else str(first or "")
    )
    name = ids.proposal(" ".join(text.split()[:3])) or "first-one"
    if isinstance(first, dict) and len(first) > 1:
        return f"`{name}: {{{next(iter(first))}: …}}`"
    bare = field.record.about.bare if isinstance(field, Entries) else ""
    return f'`{name}: "{written(text)}"`' if bare and text else f"`{name}: …`"


def _scalar_help(field: Scalar) -> str:
    """How the value is written, and what may stand instead."""
    forms = expected(field).forms or (
        f'for example "{field.example}"' if isinstance(field.example, str) else ""
    )
    return f"write {forms}" if forms else ""
