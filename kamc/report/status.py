"""How accounts stand, one line each: what `kamc status` is told from, and the formats it is written in.

One module a format, each with a function `report(overview) -> str`; it is imported when it is asked for.
"""

import datetime as dt
import importlib
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from kamc.analysis.completeness import Completeness
from kamc.analysis.health import Health, Word
from kamc.model.terms import HealthTerms
from kamc.report.style import Style

FORMATS = ("text", "json", "markdown", "csv")
WORDS: tuple[Word, ...] = ("green", "amber", "red", "unknown")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One account, by one of its plans. `changed` is the day of the last commit that touched its file."""

    account: str
    name: str
    path: str
    period: str
    status: str
    profile: str
    owner: str | None
    bucket: str | None
    completeness: Completeness
    health: Health
    open_questions: int
    overdue: int
    changed: dt.date | None

    @property
    def share(self) -> int:
        """How many percent of what is asked are known, in whole ones: 100 only where nothing is open."""
        return int(self.completeness.whole.share or 0)


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of a run. `unread` are the files that could not be read, `flawed` those with mistakes."""

    lines: tuple[Line, ...]
    as_of: dt.date
    terms: HealthTerms
    unread: tuple[str, ...] = ()
    flawed: tuple[str, ...] = ()
    style: Style = Style()
    quiet: bool = False
    verbose: bool = False

    @property
    def words(self) -> Mapping[Word, int]:
        """How many accounts have each word."""
        counts = Counter(one.health.word for one in self.lines)
        return {word: counts[word] for word in WORDS}

    @property
    def open_questions(self) -> int:
        """The open questions of all accounts."""
        return sum(one.open_questions for one in self.lines)

    @property
    def overdue(self) -> int:
        """What is overdue in all accounts."""
        return sum(one.overdue for one in self.lines)


WORST_FIRST = ("red", "amber", "unknown", "green")
SORTS: Mapping[str, Callable[[Line], Any]] = {
    "account": lambda one: one.account,
    "health": lambda one: (WORST_FIRST.index(one.health.word), one.health.score or Decimal(0)),
    "complete": lambda one: one.completeness.whole.share or Decimal(0),
    "overdue": lambda one: -one.overdue,
    "changed": lambda one: one.changed or dt.date.max,
}
"""What lines can be sorted by; whatever needs a look comes first. Equal ones stand by account."""


def ordered(lines: tuple[Line, ...], key: str) -> tuple[Line, ...]:
    """The lines in the order that is wanted."""
    return tuple(sorted(sorted(lines, key=lambda one: (one.account, one.path)), key=SORTS[key]))


def ago(day: dt.date | None, as_of: dt.date) -> str:
    """A day as people tell it: `today`, `3 days ago`, `5 weeks ago`; by its date, where it is yet to come."""
    if day is None:
        return "–"
    days = (as_of - day).days
    if days < 0:
        return day.isoformat()
    if days < len(NEAR):
        return NEAR[days]
    unit, length = next((unit, length) for unit, length, most in STRETCHES if days < most)
    return f"{days // length} {unit} ago"


NEAR = ("today", "yesterday")
STRETCHES = (("days", 1, 14), ("weeks", 7, 63), ("months", 30, 730), ("years", 365, 10**9))
"""How long ago is told: the unit, its days, and up to how many days it is used."""


def write(form: str, overview: Overview) -> str:
    """The report in one of `FORMATS`."""
    report: Callable[[Overview], str] = importlib.import_module(f"kamc.report.status_{form}").report
    return report(overview)
