"""A calendar file (iCalendar, RFC 5545): one all-day entry a thing, in the form that calendars read.

Written here and not by a library: what a plan needs of the standard is one kind of entry without times,
zones or recurrences, and the library for all of it would double what kamc depends on at run time.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from kamc.brief.calendar import Event
from kamc.escape import clean

ENDS = "ics"
LINE = 75
"""How many octets a line may have, without its end."""
PRODUCT = "-//kamc//kamc//EN"
_MEANT = re.compile(r"[\\;,]")


def ics(name: str, as_of: dt.date, events: Iterable[Event]) -> str:
    """The file: lines end with CRLF and are folded. The stamp is the day on which the plan is judged."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for one in events:
        lines += _event(one, as_of)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(one: Event, stamp: dt.date) -> Iterator[str]:
    """An all-day entry ends before the next day, and leaves its people free."""
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(one.uid)}@kamc"
    yield f"DTSTAMP:{_date(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_date(one.day)}"
    if one.day < dt.date.max:
        yield f"DTEND;VALUE=DATE:{_date(one.day + dt.timedelta(days=1))}"
    yield f"SUMMARY:{_text(one.title)}"
    if one.notes:
        yield "DESCRIPTION:" + r"\n".join(map(_text, one.notes))
    if one.category:
        yield f"CATEGORIES:{_text(one.category)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _date(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """A text value: what separates is escaped, and it is one line without what cannot be seen."""
    return _MEANT.sub(lambda match: "\\" + match.group(), clean(words))


def _folded(line: str) -> str:
    """A line in pieces of 75 octets at most, each after the first led by a space; no letter is torn apart."""
    pieces, piece, room = [], "", LINE
    for letter in line:
        size = len(letter.encode("utf-8"))
        if size > room:
            pieces.append(piece)
            piece, room = "", LINE - 1
        piece += letter
        room -= size
    return "\r\n ".join((*pieces, piece))
