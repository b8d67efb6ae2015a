"""How a brief speaks: its own words, dates, numbers and money. A plan's words stay as they were written.

Whatever a brief says by itself goes through here, whole sentences at a time and with named places for what
changes, so that a language can put them where it wants them.
"""

import datetime as dt
from decimal import Decimal

import msgspec

from kamc.brief import format as fmt
from kamc.model.values import Every, Quantity, When


class Speech(msgspec.Struct, frozen=True):
    """The words and formats of a language."""

    def say(self, text: str, /, **values: object) -> str:
        """A sentence or a label of ours: `say("share of wallet of {spend} a year", spend=…)`."""
        return text.format_map(values) if values else text

    def count(self, number: int, one: str, many: str, **values: object) -> str:
        """What is said of a number of things: `count(2, "{n} gap", "{n} gaps")`."""
        return (one if number == 1 else many).format_map({"n": number, **values})

    def word(self, word: str) -> str:
        """A word of the format: `conditional supporter`."""
        return fmt.words(word)

    def day(self, date: dt.date) -> str:
        """`14 Sep 2026`."""
        return fmt.day(date)

    def when(self, date: When) -> str:
        """A date as precise as it was written: `14 Sep 2026`, `Sep 2026`, `Q3 2026`, `2026`."""
        return fmt.when(date)

    def quarter(self, period: str) -> str:
        """`2026-Q4` as people say it; nothing where there is none."""
        return fmt.quarter(period)

    def stretch(self, every: Every) -> str:
        """`every 2 weeks`."""
        return fmt.stretch(every)

    def number(self, value: Decimal) -> str:
        """A number with the decimals that it was written with."""
        return fmt.plain_number(value)

    def signed(self, value: Decimal) -> str:
        """`+2`, a minus sign, or `0`."""
        return fmt.signed(value)

    def percent(self, value: Decimal) -> str:
        """`25 %`; one decimal below ten where it has one."""
        return fmt.percent(value)

    def money(self, amount: Decimal, currency: str = "") -> str:
        """`USD 9.5 M`."""
        return fmt.money(amount, currency)

    def quantity(self, value: Quantity, unit: str = "", currency: str = "") -> str:
        """`2 300 pumps`; as money where it has no unit and `currency` is given."""
        return fmt.quantity(value, unit, currency)
