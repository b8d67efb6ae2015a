"""What the schemas of our own JSON are made of: records, lists and values, each with what it means."""

from collections.abc import Mapping
from typing import Any

from kamc.diagnostics import Kind, Severity
from kamc.reference.schemas import DRAFT
from kamc.reference.shapes import Schema

OPEN = "Keys may be added without a new version: a reader leaves alone what it does not know."
ABSENT = "A key whose value is absent is left out."
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def document(
    name: str,
    title: str,
    keys: Mapping[str, Schema],
    *,
    optional: Mapping[str, Schema] | None = None,
    **shared: Schema,
) -> Schema:
    """A whole output: its version, then what it is about."""
    version = {"const": 1, "description": "The version of this shape."}
    return {
        "$schema": DRAFT,
        "$id": f"urn:kamc:schema:{name}:1",
        "title": title,
        **record(OPEN, {"version": version, **keys}, optional),
        "$defs": shared,
    }


def record(told: str, required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """An object: the keys that it always has, and those that it may have."""
    return {
        "description": told,
        "type": "object",
        "required": [*required],
        "properties": {**required, **(optional or {})},
    }


def writer() -> dict[str, Schema]:
    """Who wrote the output."""
    return {"kamc": text("The version of kamc that wrote it.")}


def rule_names() -> dict[str, Schema]:
    """What a rule is called."""
    return {
        "code": text("The code of the rule.", examples=["KAM301"]),
        "slug": text("The name of the rule.", examples=["no-facilitator"]),
        "kind": word("What sort of judgement the rule makes.", *(one.value for one in Kind)),
    }


def accepted() -> Schema:
    """The waiver of a finding."""
    return record(
        "The waiver of a plan's author.",
        {"why": text("The reason.")},
        {
            "by": text("The id of who decided it."),
            "until": text("The last day on which it counts.", format="date"),
        },
    )


def place() -> dict[str, Schema]:
    """A place in a file."""
    return {
        "path": text("The file, from the workspace, with forward slashes."),
        **span(),
    }


def span() -> dict[str, Schema]:
    """A stretch of a file."""
    return {
        "line": number("The line, from 1."),
        "column": number("The column, from 1, in code points."),
        "end_line": number("The line in which it ends."),
        "end_column": number("The column behind its last sign."),
    }


def text(told: str, **more: Any) -> Schema:
    """A text."""
    return {"description": told, "type": "string", **more}


def word(told: str, *words: str) -> Schema:
    """One of some words."""
    return {"description": told, "enum": [*words]}


def digest(told: str) -> Schema:
    """A lasting name: 32 hex digits."""
    return text(told, pattern="^[0-9a-f]{32}$")


def truth(told: str) -> Schema:
    """Yes or no."""
    return {"description": told, "type": "boolean"}


def count(told: str) -> Schema:
    """A number of things."""
    return {"description": told, "type": "integer", "minimum": 0}


def percent(told: str) -> Schema:
    """A share, 0 to 100."""
    return {"description": told, "type": "number", "minimum": 0, "maximum": 100}


def number(told: str) -> Schema:
    """A whole number from 1 on."""
    return {"description": told, "type": "integer", "minimum": 1}


def several(told: str, items: Schema) -> Schema:
    """A list."""
    return {"description": told, "type": "array", "items": items}


def reference(name: str) -> Schema:
    """A shape that the document names once."""
    return {"$ref": f"#/$defs/{name}"}
