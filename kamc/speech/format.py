"""Amounts, dates and words as a director reads them: three digits, a scale, a date as precise as it is known.

How a number, a date or an amount is spelled is a matter of `Formats`: the house's own (`USD 9.5 M`,
`14 Sep 2026`, `25 %`) where a workspace names no locale.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

import msgspec

from kamc.model.values import Every, Quantity, When

GAP = "\u00a0"
"""A number and its unit stay on one line."""
MINUS = "\u2212"
MILLION = Decimal(10**6)
ALMOST = Decimal("0.9995")
"""An amount that rounds to the next scale is shown in it."""
FEW = 10
"""Percents below it keep one decimal."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
HYPHENATED = {
    word: word
    for word in ("co-create", "cross-sell", "half-year", "in-house", "no-go", "up-sell", "value-add")
} | {"post-purchase-evaluation": "post-purchase evaluation"}
"""Words of the format whose hyphens people write, too."""


class Formats(Protocol):
    """How a locale spells numbers, amounts and dates."""

    @property
    def units(self) -> tuple[tuple[str, Decimal], ...]:
        """What a large amount is counted in, the largest first."""

    def number(self, value: Decimal, places: int) -> str:
        """A number with so many decimals, rounded half up."""

    def percent(self, digits: str) -> str:
        """Digits as a share."""

    def money(self, currency: str, digits: str, unit: str) -> str:
        """Digits in a unit of a currency; each of the two may be empty."""

    def day(self, date: dt.date) -> str:
        """A day."""

    def month(self, date: dt.date) -> str:
        """A month of a year."""

    def quarter(self, number: int, year: str) -> str:
        """A quarter of a year."""


class House(msgspec.Struct, frozen=True):
    """The house's own: `USD 9.5 M`, `14 Sep 2026`, `1 234.5`, a true minus sign."""

    @property
    def units(self) -> tuple[tuple[str, Decimal], ...]:
        return (("bn", Decimal(10**9)), ("M", MILLION), ("k", Decimal(10**3)))

    def number(self, value: Decimal, places: int) -> str:
        rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        digits = f"{abs(rounded):,f}".replace(",", GAP)
        return MINUS + digits if rounded < 0 else digits

    def percent(self, digits: str) -> str:
        return digits + GAP + "%"

    def money(self, currency: str, digits: str, unit: str) -> str:
        return GAP.join(part for part in (currency, digits, unit) if part)

    def day(self, date: dt.date) -> str:
        return GAP.join((str(date.day), MONTHS[date.month - 1], str(date.year)))

    def month(self, date: dt.date) -> str:
        return GAP.join((MONTHS[date.month - 1], str(date.year)))

    def quarter(self, number: int, year: str) -> str:
        return f"Q{number}{GAP}{year}"


HOUSE: Formats = House()


class Scale(msgspec.Struct, frozen=True):
    """One unit and one number of decimals for all amounts that stand together."""

    unit: str
    size: Decimal
    places: int
    by: Formats = HOUSE

    def show(self, amount: Decimal) -> str:
        """The amount in this scale, without its unit."""
        return self.by.number(amount / self.size, self.places)

    def keeps(self, amount: Decimal) -> bool:
        """Whether this scale shows the amount as it is, with nothing rounded away."""
        shown = amount / self.size
        return shown == round(shown, self.places)


def scale(amounts: Iterable[Decimal], by: Formats = HOUSE) -> Scale:
    """The scale in which the largest of `amounts` has three digits."""
    largest = max((abs(amount) for amount in amounts), default=Decimal(0))
    fitting = ((unit, size) for unit, size in by.units if largest >= size * ALMOST)
    unit, size = next(fitting, ("", Decimal(1)))
    return Scale(unit, size, _places(largest / size) if unit else 0, by)


def _places(shown: Decimal) -> int:
    """Three digits in all."""
    return next((places for places, least in enumerate((100, 10)) if shown >= least), 2)


def money(amount: Decimal, currency: str = "", by: Formats = HOUSE) -> str:
    """`USD 9.5 M`: the currency, three digits, the scale; a small amount whole where it would lose some."""
    fitting = scale([amount], by)
    shorter = Scale(fitting.unit, fitting.size, 1, by)
    if abs(amount) < MILLION and not (fitting.unit and fitting.keeps(amount)):
        digits, unit = plain_number(amount, by), ""
    else:
        digits, unit = (
            (shorter if fitting.places and shorter.keeps(amount) else fitting).show(amount),
            fitting.unit,
        )
    return by.money(currency, digits, unit)


def plain_number(value: Decimal, by: Formats = HOUSE) -> str:
    """A number with the decimals that it was written with: `0.5`, `2 300`."""
    text = f"{value.normalize():f}"
    return by.number(value, len(text.partition(".")[2]))


def percent(value: Decimal, by: Formats = HOUSE) -> str:
    """`25 %`; one decimal below ten where it has one."""
    places = 1 if abs(value) < FEW and value != value.to_integral_value() else 0
    return by.percent(by.number(value, places))


def signed(value: Decimal, by: Formats = HOUSE) -> str:
    """`+2`, a minus sign, or `0`."""
    return f"+{plain_number(value, by)}" if value > 0 else plain_number(value, by)


def quantity(value: Quantity, unit: str = "", currency: str = "", by: Formats = HOUSE) -> str:
    """`2 300 pumps`; as money where it has no unit and `currency` is given."""
    own = value.unit or unit
    if not own and currency:
        return money(value.amount, currency, by)
    return GAP.join(part for part in (plain_number(value.amount, by), own) if part)


def day(date: dt.date, by: Formats = HOUSE) -> str:
    """`14 Sep 2026`."""
    return by.day(date)


def when(date: When, by: Formats = HOUSE) -> str:
    """A date as precise as it was written: `14 Sep 2026`, `Sep 2026`, `Q3 2026`, `2026`."""
    text = date.text
    if len(text) == len("2026-09-14"):
        return by.day(date.last)
    if "Q" in text:
        return by.quarter(int(text[6:]), text[:4])
    return by.month(date.last) if len(text) == len("2026-09") else text


def quarter(period: str, by: Formats = HOUSE) -> str:
    """A quarter as people say it: `2026-Q4` is Q4 2026; nothing where there is none."""
    return by.quarter(int(period[6:]), period[:4]).replace(GAP, " ") if period else ""


def stretch(every: Every) -> str:
    """`every 2 weeks`, `every month`."""
    return f"every {every}"


def words(word: str) -> str:
    """A word of the format as people write it: `conditional supporter`."""
    return HYPHENATED.get(word) or word.replace("-", " ").replace("_", " ")


def sentence(text: str) -> str:
    """`text` with a capital at its start."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut at a word where it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut
    return head.rstrip(" ,;:.–-") + "…"
