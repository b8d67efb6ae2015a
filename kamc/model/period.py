"""Quarters: the periods that plans are written for (M4)."""

import datetime as dt
import re

import msgspec

from kamc.model.values import PERIOD

_PERIOD = re.compile(PERIOD)


class Period(msgspec.Struct, frozen=True, order=True):
    """One quarter of one year; earlier quarters sort first."""

    year: int
    quarter: int

    def __str__(self) -> str:
        return f"{self.year:04}-Q{self.quarter}"

    @property
    def before(self) -> "Period":
        """The quarter before it."""
        return Period(self.year, self.quarter - 1) if self.quarter > 1 else Period(self.year - 1, 4)

    def last_day(self, fiscal_year_start: int = 1) -> dt.date:
        """The last day of the quarter, for a year that starts in that month (1 to 12).

        A fiscal year is named by the calendar year in which it ends.
        """
        first_month = (self.year - (fiscal_year_start > 1)) * 12 + fiscal_year_start - 1
        year, month = divmod(first_month + self.quarter * 3, 12)
        return dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def quarter_of(day: dt.date, fiscal_year_start: int = 1) -> Period:
    """The quarter in which a day lies, for a year that starts in that month (1 to 12)."""
    months = day.year * 12 + day.month - fiscal_year_start
    year, month = divmod(months, 12)
    return Period(year + (fiscal_year_start > 1), month // 3 + 1)


def period(text: object) -> Period | None:
    """The quarter that `text` names (`2026-Q4`), or `None`."""
    if isinstance(text, str) and _PERIOD.fullmatch(text):
        return Period(int(text[:4]), int(text[-1]))
    return None
