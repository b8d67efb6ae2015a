"""How a field is written, as a cell of a table says it."""

import functools
from typing import Any

from kamc.model.expect import expected, kind
from kamc.model.fields import (
    Amount,
    CellValue,
    Day,
    Entries,
    Field,
    Lifecycle,
    Link,
    Money,
    OneWord,
    Percent,
    Rows,
    SomeWords,
    Stretch,
    Table,
)
from kamc.reference.markdown import code
from kamc.words import listed

QUOTED = "#%@`&*!|>'\"[]{},"
"""Signs with which a plain text cannot begin."""


@functools.singledispatch
def written(field: Field) -> str:
    """How a value of `field` is written: its words, or its shape."""
    return str(expected(field))


@written.register
def _(field: OneWord) -> str:
    several = "one or several of " if isinstance(field, SomeWords) else ""
    default = f"; {code(field.default)} is meant where it is left out" if field.default else ""
    return several + listed(list(map(code, field.choices))) + default


@written.register
def _(field: Lifecycle) -> str:
    return life(field.open, field.ended)


@written.register(Day)
@written.register(Percent)
@written.register(Money)
def _(field: Field) -> str:
    return expected(field).what


@written.register
def _(field: CellValue) -> str:
    return str(expected(field))


@written.register(Amount)
def _(_field: Field) -> str:
    return "a quantity"


@written.register(Stretch)
def _(_field: Field) -> str:
    return "a stretch of time, such as `month` or `2 weeks`"


@written.register
def _(field: Link) -> str:
    return f"{'links' if field.many else 'link'}: {listed(list(map(kind, field.to)))}"


@written.register
def _(field: Table) -> str:
    return f"{lines(field)}: {written(innermost(field))}"


def innermost(field: Table) -> Any:
    """What stands in a table, however many keys deep."""
    return innermost(field.value) if isinstance(field.value, Table) else field.value


def life(opened: tuple[str, ...], ended: tuple[str, ...]) -> str:
    """The words of a status, once: `planned` (meant where left out), `running`; ended: `done`."""
    first, *others = map(code, opened)
    return f"{', '.join((f'{first} (meant where left out)', *others))}; ended: {', '.join(map(code, ended))}"


def lines(field: Any) -> str:
    """What a field holds that holds several things: entries, lines under some key, or a list."""
    if isinstance(field, Entries):
        return "entries"
    if isinstance(field, Rows):
        return "a list, each item with a hyphen"
    then = f"; in each, {lines(field.value)}" if isinstance(field.value, Table) else ""
    return f"lines, each under {_under(field.keys)}{then}"


def _under(keys: Field | None) -> str:
    if keys is None:
        return "a key of your choice"
    return listed(list(map(code, keys.choices))) if isinstance(keys, OneWord) else expected(keys).what


def each(field: Field, inner: str) -> str:
    """How a field is written that holds records, each of which is written as `inner`."""
    several = isinstance(field, Entries | Table | Rows)
    return f"{lines(field)}; each {inner}" if several else inner


def outline(keys: list[str]) -> str:
    """A record in braces: `{score, why}`."""
    return code(f"{{{', '.join(keys)}}}")


def flow(value: Any, *, outermost: bool = False) -> str:
    """A value on one line, as a plan would write it: texts in quotes where they need them."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    text = str(value)
    needs = ": " in text or " #" in text or text[:1] in QUOTED or (" " in text and not outermost)
    return f'"{text}"' if isinstance(value, str) and needs else text
