"""Numbers, amounts and dates as a locale spells them, by the data of Unicode's CLDR (through Babel)."""

import datetime as dt
import functools
import re
from decimal import ROUND_HALF_UP, Decimal

import msgspec
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from kamc.speech.format import GAP, MINUS

SIZES = (Decimal(10**9), Decimal(10**6), Decimal(10**3))
ONE_DIGIT = re.compile(r"^0(?P<gap>\s*)(?P<unit>[^0]+)$")
"""A compact pattern that counts in the size itself; a locale without a word for a size counts below it."""
SIGN = "\u00a4"


class Cldr(msgspec.Struct, frozen=True):
    """The formats of a locale (`de`, `pt-BR`)."""

    locale: str

    @property
    def units(self) -> tuple[tuple[str, Decimal], ...]:
        return _units(self.locale)

    def number(self, value: Decimal, places: int) -> str:
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        pattern = "#,##0" + ("." + "0" * places if places else "")
        digits = format_decimal(abs(rounded), pattern, _locale(self.locale))
        return (MINUS if rounded < 0 else "") + _together(digits)

    def percent(self, digits: str) -> str:
        pattern = _locale(self.locale).percent_formats[None].pattern
        return digits + (GAP if GAP in pattern or " " in pattern else "") + "%"

    def money(self, currency: str, digits: str, unit: str) -> str:
        amount = GAP.join(part for part in (digits, unit) if part)
        parts = (currency, amount) if _currency_leads(self.locale) else (amount, currency)
        return GAP.join(part for part in parts if part)

    def day(self, date: dt.date) -> str:
        return _together(format_date(date, "medium", _locale(self.locale)))

    def month(self, date: dt.date) -> str:
        return _together(format_skeleton("yMMM", date, locale=_locale(self.locale)))

    def quarter(self, number: int, year: str) -> str:
        first = dt.date(int(year), 3 * number, 1)
        return _together(format_date(first, "QQQ yyyy", _locale(self.locale)))


def is_known(locale: str) -> bool:
    """Whether there is such a locale."""
    try:
        return bool(_locale(locale))
    except (LookupError, ValueError):
        return False


@functools.cache
def _locale(name: str) -> Locale:
    """Raises `LookupError` or `ValueError` where there is no such locale."""
    from babel.core import UnknownLocaleError  # noqa: PLC0415 - it is no LookupError of its own

    try:
        return Locale.parse(name, sep="-")
    except UnknownLocaleError as fault:
        raise LookupError(name) from fault


@functools.cache
def _units(name: str) -> tuple[tuple[str, Decimal], ...]:
    """The words for large amounts, by the sizes that they count in."""
    patterns = _locale(name).compact_decimal_formats["short"]["other"]
    found = ((ONE_DIGIT.match(patterns[str(size)].pattern.split(";")[0]), size) for size in SIZES)
    return tuple((_unit(match["unit"]), size) for match, size in found if match)


def _unit(pattern: str) -> str:
    return pattern.replace("'", "").strip()


@functools.cache
def _currency_leads(name: str) -> bool:
    return bool(_locale(name).currency_formats["standard"].pattern.startswith(SIGN))


def _together(text: str) -> str:
    """What belongs together stays on one line."""
    return re.sub(r"\s", GAP, text)
