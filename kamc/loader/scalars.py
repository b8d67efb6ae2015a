"""What a plain scalar means: an int, a Decimal, nothing, or text."""

import re
from decimal import Decimal

LONGEST = 40
"""Digits of a number that somebody means; a longer one stays text."""

STARTS = "0123456789-nN~"
"""With what a plain scalar begins that may be more than text (the empty one begins with all of them)."""

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
DECIMAL = re.compile(r"-?(?:[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]{1,3})?|(?:0|[1-9][0-9]*)[eE][-+]?[0-9]{1,3})")


def plain(text: str) -> str | int | Decimal | None:
    """The value of a plain scalar (exact: no binary floats, no booleans, no dates)."""
    if text in NOTHING:
        return None
    if INTEGER.fullmatch(text):
        return int(text) if len(text.lstrip("-")) <= LONGEST else text
    if DECIMAL.fullmatch(text):
        return _decimal(text)
    return text


def _decimal(text: str) -> str | Decimal:
    """A Decimal, unless writing it out would take more digits than anybody means."""
    if sum(map(str.isdigit, text)) > LONGEST:
        return text
    number = Decimal(text)
    return number if abs(number.adjusted()) <= LONGEST else text
