"""The date that somebody meant who wrote it in another way: `30.06.2028`, `Q2 2028`, `June 2028`."""

import re
from collections.abc import Iterator

from kamc.model import values

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DECEMBER = 12
DASHES = re.compile("[\u2010-\u2015\u2212]")
"""What Word makes of a hyphen."""
NAMED_MONTH = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)? )?([a-z]{3,9})\.?"
    r"(?: ([0-9]{1,2})(?:st|nd|rd|th)?)?,? ([12][0-9]{3})",
    re.IGNORECASE,
)


def proposals(text: str) -> list[str]:
    """The dates that `text` may mean, each that the calendar has."""
    found = dict.fromkeys(_readings(DASHES.sub("-", " ".join(text.split()))))
    return [date for date in found if _exists(date)]


def _readings(text: str) -> Iterator[str]:
    if match := re.fullmatch(r"(?i)q([1-4])[ -/]?([12][0-9]{3})", text):
        yield f"{match[2]}-Q{match[1]}"
    if match := re.fullmatch(r"(?i)([12][0-9]{3})[ -/]?q([1-4])", text):
        yield f"{match[1]}-Q{match[2]}"
    if match := re.fullmatch(r"([12][0-9]{3})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", text):
        yield _date(match[1], match[2], match[3])
        if match[3] and int(match[2]) > DECEMBER:
            yield _date(match[1], match[3], match[2])
    if match := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})", text):
        yield _date(f"20{match[3]}", match[2], match[1])
    if match := re.fullmatch(r"([0-9]{1,2})(?P<sign>[./-])([0-9]{1,2})(?P=sign)([12][0-9]{3})", text):
        yield from _day_and_month(match[1], match[3], match[4], american=match["sign"] == "/")
    if match := re.fullmatch(r"([0-9]{1,2})[./-]([12][0-9]{3})", text):
        yield _date(match[2], match[1], None)
    yield from _named_month(text)


def _day_and_month(one: str, other: str, year: str, *, american: bool) -> Iterator[str]:
    """Day and month; with slashes the two cannot be told apart, so both ways."""
    yield _date(year, other, one)
    if american:
        yield _date(year, one, other)


def _named_month(text: str) -> Iterator[str]:
    words = NAMED_MONTH.fullmatch(text)
    if words is not None and words[2][:3].lower() in MONTHS:
        yield _date(words[4], str(MONTHS.index(words[2][:3].lower()) + 1), words[1] or words[3])


def _date(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _exists(date: str) -> bool:
    try:
        return values.read_date(date) is not None
    except ValueError:
        return False
