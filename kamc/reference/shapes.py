"""What one field allows, in the words of JSON Schema.

A union is a list of types; text is held by one anchored pattern; nothing needs `oneOf` and its kin (law 11).
So an editor can complete it, and a mistake has one exact message.
"""

import functools
from typing import Any, TypeAlias

from kamc.model import values
from kamc.model.fields import (
    Amount,
    CellValue,
    Day,
    Field,
    Link,
    Money,
    Number,
    OneWord,
    Pattern,
    Percent,
    Prose,
    ProseList,
    Rating,
    SomeWords,
    Stretch,
    Value,
)

Schema: TypeAlias = dict[str, Any]
NOT_BLANK = f"[^{values.BLANKS}]"
SAID = "unknown|none"


def anchored(*patterns: str) -> str:
    """Text that as a whole has one of these shapes."""
    return f"^({'|'.join(pattern for pattern in patterns if pattern)})$"


def said(field: Field) -> str:
    """The words that may stand instead of a value, as a pattern."""
    return SAID if getattr(field, "said", False) else ""


@functools.singledispatch
def shape(field: Field) -> Schema:
    """The keywords that hold a value of `field`. Raises `TypeError` for a kind that it does not know."""
    raise TypeError(field)


@shape.register
def _(field: Prose) -> Schema:
    but_said = "" if field.said else rf"^(?!({SAID})$)[{values.BLANKS}]*"
    return {"type": "string", "pattern": but_said + NOT_BLANK}


@shape.register(ProseList)
def _(_field: Field) -> Schema:
    items = {"type": "string", "pattern": NOT_BLANK}
    return {"type": ["string", "array"], "pattern": NOT_BLANK, "items": items, "minItems": 1}


@shape.register
def _(field: Value) -> Schema:
    one = {"type": ["string", "number"], "pattern": NOT_BLANK}
    return {**one, "type": [*one["type"], "array"], "items": one, "minItems": 1} if field.many else one


@shape.register
def _(field: OneWord) -> Schema:
    return {"type": "string", "enum": list(choices(field))}


@shape.register
def _(field: SomeWords) -> Schema:
    items = {"type": "string", "enum": list(field.words)}
    return {"type": ["string", "array"], "pattern": anchored(*choices(field)), "items": items, "minItems": 1}


@shape.register
def _(field: Day) -> Schema:
    return {
        "type": ["string", "integer"],
        "pattern": anchored(values.DATE, said(field)),
        "minimum": 1000,
        "maximum": 2999,
    }


@shape.register
def _(field: Number) -> Schema:
    number = "integer" if field.whole else "number"
    words = {"type": [number, "string"], "pattern": anchored(SAID)} if field.said else {"type": number}
    return {**words, **limits(field)}


@shape.register
def _(field: Money) -> Schema:
    amount = (
        values.AMOUNT.removeprefix("-?") if field.least is not None and field.least >= 0 else values.AMOUNT
    )
    return {"type": ["number", "string"], "pattern": anchored(amount, said(field)), **limits(field)}


@shape.register
def _(field: CellValue) -> Schema:
    amount = values.AMOUNT.removeprefix("-?")
    return {"type": ["number", "string"], "pattern": anchored(amount, *field.words, values.ID), "minimum": 0}


@shape.register
def _(field: Percent) -> Schema:
    return {"type": ["number", "string"], "pattern": anchored(values.PERCENT, said(field)), **limits(field)}


@shape.register
def _(field: Amount) -> Schema:
    return {"type": ["number", "string"], "pattern": anchored(values.QUANTITY, said(field))}


@shape.register
def _(field: Stretch) -> Schema:
    return {"type": "string", "pattern": anchored(values.STRETCH, said(field))}


@shape.register
def _(field: Rating) -> Schema:
    return {"type": "string", "pattern": anchored(values.RELEVANCE, said(field))}


@shape.register
def _(field: Pattern) -> Schema:
    longest = {"maxLength": values.LONGEST_ID} if field.pattern == values.ID else {}
    return {"type": "string", "pattern": anchored(field.pattern, said(field)), **longest}


@shape.register
def _(field: Link) -> Schema:
    one = {"type": "string", "pattern": anchored(values.ID, said(field)), "maxLength": values.LONGEST_ID}
    if not field.many:
        return one
    return {**one, "type": ["string", "array"], "items": identifier(), "minItems": 1}


def identifier() -> Schema:
    """An id that an author may choose."""
    return {"type": "string", "pattern": anchored(values.ID), "maxLength": values.LONGEST_ID}


def choices(field: OneWord) -> tuple[str, ...]:
    """Every word that may stand in `field`, each once."""
    instead = ("unknown", "none") if field.said else ()
    return tuple(dict.fromkeys((*field.choices, *instead)))


def limits(field: Number) -> Schema:
    """The smallest and the largest number that `field` takes."""
    both = {"minimum": field.least, "maximum": field.most}
    return {key: value for key, value in both.items() if value is not None}
