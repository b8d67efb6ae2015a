"""What a condition compares with, read as the field itself reads it: `1M`, `2027-Q1`, `7x5`, a word."""

from decimal import Decimal
from typing import Any

import msgspec

from kamc.diagnostics import Path
from kamc.model.fields import Entries, OneWord, Pattern, Prose, ProseList, Scalar, Table
from kamc.rules.own.faults import Wrong, refused, unknown
from kamc.rules.own.targets import Target
from kamc.rules.own.verdict import STATES, Operand, shown
from kamc.words import nearest, plain

KEY = Pattern("Key", said=False)


def word_of(target: Target, one: Operand, at: Path) -> Any:
    """One of the things that may stand in a field, or under which something stands there. Raises `Wrong`."""
    field = target.field
    if isinstance(field, Table | Entries):
        field = field.keys if isinstance(field, Table) and isinstance(field.keys, Scalar) else KEY
    if not isinstance(field, Scalar):
        raise refused(
            f'"{target.name}" has fields of its own: it cannot be {shown(one)}',
            at,
            "write `given` or `missing`, or name one of its fields: behind it, after a dot",
        )
    meant = None if isinstance(field, OneWord) else nearest(str(one), STATES)
    if meant:  # a state misspelled must not be taken for a text that no plan will ever hold
        raise unknown(str(one), at, f'what "{target.name}" can be', (meant,), on="value")
    return read(field, one, target.name, at, tuple(STATES))


def read(field: Scalar, one: Operand, name: str, at: Path, besides: tuple[str, ...] = ()) -> Any:
    """An operand as a field called `name` reads it; `besides` may stand there, too. Raises `Wrong`."""
    raw = plain(one) if isinstance(one, Decimal) and isinstance(field, Prose | ProseList) else one
    try:
        value = field.read(raw)
    except ValueError:
        raise refused(f"there is no {one} in the calendar", at, "write the day that is meant") from None
    if value is None:
        raise _unread(field, one, name, at, besides)
    return value


def _unread(field: Scalar, one: Operand, name: str, at: Path, besides: tuple[str, ...]) -> Wrong:
    if isinstance(field, OneWord):
        words = dict.fromkeys((*field.words, *besides))
        return unknown(str(one), at, f'one of the words for "{name}"', tuple(words), on="value")
    from kamc.model.expect import expected  # noqa: PLC0415 - only a wrong one needs them
    from kamc.schema.repair import proposals  # noqa: PLC0415

    told = refused(f'"{name}" is {expected(field).what}, not {shown(one)}', at, f"write {expected(field)}")
    near = next(iter(proposals(field, str(one))), None)
    return Wrong(msgspec.structs.replace(told.finding, label=f"did you mean {near}?")) if near else told
