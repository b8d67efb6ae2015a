"""Amounts, dates and words as a director reads them: `USD 9.5 M`, `14 Sep 2026`, `25 %`. No locale."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

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
_SIZES = (("bn", Decimal(10**9)), ("M", Decimal(10**6)), ("k", Decimal(10**3)))


class Scale(msgspec.Struct, frozen=True):
    """One unit and one number of decimals for all amounts that stand together."""

    unit: str
    size: Decimal
    places: int

    def show(self, amount: Decimal) -> str:
        """The amount in this scale, without its unit."""
        return number(amount / self.size, self.places)

    def keeps(self, amount: Decimal) -> bool:
        """Whether this scale shows the amount as it is, with nothing rounded away."""
        shown = amount / self.size
        return shown == round(shown, self.places)


def scale(amounts: Iterable[Decimal]) -> Scale:
    """The scale in which the largest of `amounts` has three digits."""
    largest = max((abs(amount) for amount in amounts), default=Decimal(0))
    unit, size = next(((unit, size) for unit, size in _SIZES if largest >= size * ALMOST), ("", Decimal(1)))
    return Scale(unit, size, _places(largest / size) if unit else 0)


def _places(shown: Decimal) -> int:
    """Three digits in all."""
    return next((places for places, least in enumerate((100, 10)) if shown >= least), 2)


def number(value: Decimal, places: int) -> str:
    """`1 234.5`: decimals rounded half up, thousands apart, a true minus sign."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{abs(rounded):,f}".replace(",", GAP)
    return MINUS + digits if rounded < 0 else digits


def money(amount: Decimal, currency: str = "") -> str:
    """`USD 9.5 M`: the currency, three digits, the scale; a small amount whole where it would lose some."""
    fitting = scale([amount])
    shorter = Scale(fitting.unit, fitting.size, 1)
    if abs(amount) < MILLION and not (fitting.unit and fitting.keeps(amount)):
        digits, unit = plain_number(amount), ""
    else:
        digits, unit = (
            (shorter if fitting.places and shorter.keeps(amount) else fitting).show(amount),
            fitting.unit,
        )
    return GAP.join(part for part in (currency, digits, unit) if part)


def plain_number(value: Decimal) -> str:
    """A number with the decimals that it was written with: `0.5`, `2 300`."""
    text = f"{value.normalize():f}"
    return number(value, len(text.partition(".")[2]))


def percent(value: Decimal) -> str:
    """`25 %`; one decimal below ten where it has one."""
    places = 1 if abs(value) < FEW and value != value.to_integral_value() else 0
    return number(value, places) + GAP + "%"


def signed(value: Decimal) -> str:
    """`+2`, a minus sign, or `0`."""
    return f"+{plain_number(value)}" if value > 0 else plain_number(value)


def quantity(value: Quantity, unit: str = "", currency: str = "") -> str:
    """`2 300 pumps`; as money where it has no unit and `currency` is given."""
    own = value.unit or unit
    if not own and currency:
        return money(value.amount, currency)
    return GAP.join(part for part in (plain_number(value.amount), own) if part)


def day(date: dt.date) -> str:
    """`14 Sep 2026`."""
    return GAP.join((str(date.day), MONTHS[date.month - 1], str(date.year)))


def when(date: When) -> str:
    """A date as precise as it was written: `14 Sep 2026`, `Sep 2026`, `Q3 2026`, `2026`."""
    text = date.text
    if len(text) == len("2026-09-14"):
        return day(date.last)
    if "Q" in text:
        return GAP.join((text[5:], text[:4]))
    return GAP.join((MONTHS[date.last.month - 1], text[:4])) if len(text) == len("2026-09") else text


def quarter(period: str) -> str:
    """A quarter as people say it: `2026-Q4` is Q4 2026; nothing where there is none."""
    return f"{period[5:]} {period[:4]}".strip()


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
