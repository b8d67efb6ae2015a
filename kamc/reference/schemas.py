"""The JSON Schemas (draft 2020-12), made from the model: one file for each kind of file that people write."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from kamc.model.common import COMMON, is_common
from kamc.model.expect import expected
from kamc.model.fields import Entries, Field, Lifecycle, Link, One, OneWord, Rows, Scalar, Table
from kamc.model.records import Accepted, Part
from kamc.model.spec import Slot, records_below, short_form, spec
from kamc.reference.shapes import SAID, Schema, anchored, choices, identifier, shape
from kamc.schema.roots import FILES, ROOTS, Which

DRAFT = "https://json-schema.org/draft/2020-12/schema"
WORDS_INSTEAD = "fields of its own, unknown, or none"


def pages() -> Mapping[str, str]:
    """Every schema: its path and its text."""
    return {f"schemas/{name}.json": text(document(name)) for name in ROOTS}


def text(schema: Schema) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def document(name: Which) -> Schema:
    """The schema of one kind of file."""
    root = ROOTS[name]
    inner = [record for record in records_below(root) if record is not root and record is not Accepted]
    shared = _shared(root)
    return {
        "$schema": DRAFT,
        "$id": f"urn:kamc:schema:{name}:1",
        "title": root.about.title.capitalize(),
        "description": FILES[name],
        "type": "object",
        **_body(root),
        "$defs": {**{definition(record): _record(record) for record in inner}, **shared},
    }


def definition(record: type[Part]) -> str:
    """The name of a record in `$defs`: `success-factor`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", record.__name__).lower()


def _shared(root: type[Part]) -> Schema:
    """The definitions of the common fields, as far as this file can hold them."""
    used = {slot.key for record in records_below(root) for slot in spec(record).slots if is_common(slot)}
    fields = {f"field-{key}": _field(field) for key, field in COMMON.items() if key in used}
    return {**({definition(Accepted): _record(Accepted)} if "accepted" in used else {}), **fields}


def _record(record: type[Part]) -> Schema:
    """A record where it stands in another: a mapping, its short form, `unknown` or `none`."""
    about = record.about
    return {
        "title": about.title.capitalize(),
        **_description(_said_of(record)),
        **_short(record),
        **_body(record),
    }


def _said_of(record: type[Part]) -> str:
    """The docstring of a record, where it has one of its own."""
    return (record.__doc__ or "").strip() if record.__doc__ != record.__mro__[1].__doc__ else ""


def _short(record: type[Part]) -> Schema:
    field = short_form(record)
    if field is None:
        return {
            "type": ["object", "string"],
            "pattern": anchored(SAID),
            "patternErrorMessage": f"should be {WORDS_INSTEAD}",
        }
    short = shape(field)
    if isinstance(field, OneWord) and "enum" in short:
        short = {"type": "string", "pattern": anchored(*choices(field)), "examples": list(choices(field))}
    types = short.pop("type")
    types = [types] if isinstance(types, str) else types
    if "string" not in types:
        types, short["pattern"] = [*types, "string"], anchored(SAID)
    return {
        "type": ["object", *types],
        **short,
        "patternErrorMessage": f"should be {expected(field)}, or fields of its own",
    }


def _body(record: type[Part]) -> Schema:
    """The fixed keys of a record; own keys begin with `x-`."""
    slots = spec(record).slots
    required = [slot.key for slot in slots if slot.field.required]
    return {
        **({"required": required} if required else {}),
        "properties": {slot.key: _property(slot) for slot in slots},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }


def _property(slot: Slot) -> Schema:
    return {"$ref": f"#/$defs/field-{slot.key}"} if is_common(slot) else _field(slot.field)


def _field(field: Field) -> Schema:
    """A field with its words: shape, title, help and examples."""
    shaped = _shape(field)
    examples = (
        list(dict.fromkeys(_completions(field)))
        if not isinstance(field.example, dict | list)
        else [field.example]
    )
    return {
        "title": field.title,
        **_description(field.help),
        **shaped,
        **({"patternErrorMessage": f"should be {expected(field)}"} if "pattern" in shaped else {}),
        **({"examples": examples} if examples else {}),
        **({"default": field.default} if isinstance(field, OneWord) and field.default else {}),
    }


def _description(words: str) -> Schema:
    return {"description": words} if words else {}


def _completions(field: Field) -> Iterator[Any]:
    """What an editor offers: the example, and every word of a field that takes several."""
    if field.example is not None:
        yield field.example
    if getattr(field, "words", ()) and type(field) is not OneWord and not isinstance(field, Lifecycle):
        yield from field.words  # type: ignore[attr-defined]


def _shape(field: Any) -> Schema:
    if isinstance(field, Scalar):
        return shape(field)
    if isinstance(field, One):
        return _reference(field.record)
    if isinstance(field, Rows):
        return {"type": "array", "items": _reference(field.record), "minItems": 1}
    return _mapping(field)


def _mapping(field: Entries | Table) -> Schema:
    """A mapping under ids or other keys: at least one line, or the word that there is none."""
    value = field.record if isinstance(field, Entries) else field.value
    return {
        "type": ["object", "string"],
        "pattern": anchored(SAID),
        "propertyNames": _keys(field),
        "additionalProperties": _field(value) if isinstance(value, Field) else _reference(value),
        "minProperties": 1,
    }


def _keys(field: Entries | Table) -> Schema:
    keys = field.keys if isinstance(field, Table) else None
    if keys is None or isinstance(keys, Link):
        return {**identifier(), "patternErrorMessage": "should be an id: small letters, digits and hyphens"}
    return {**shape(keys), "patternErrorMessage": f"should be {expected(keys)}"}


def _reference(record: type[Part]) -> Schema:
    return {"$ref": f"#/$defs/{definition(record)}"}
