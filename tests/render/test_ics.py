"""The calendar file: lines of 75 octets at most, text that stays text, all-day entries."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from kamc.brief.calendar import Event
from kamc.escape import clean
from kamc.render.ics import ics

DAY = dt.date(2026, 11, 24)
HOSTILE = "a; b, c\\n\r\nEND:VCALENDAR\u2028 é 😀 " + "Donaudampfschifffahrt" * 9


def lines(text: str) -> list[str]:
    """The content lines of a file, unfolded (RFC 5545, 3.1)."""
    assert text.endswith("\r\n")
    raw = text[:-2].split("\r\n")
    assert not any(one in line for line in raw for one in "\r\n")
    assert all(len(one.encode()) <= 75 for one in raw)
    found: list[str] = []
    for one in raw:
        if one.startswith(" "):
            found[-1] += one[1:]
        else:
            found.append(one)
    return found


def value(text: str) -> str:
    """A text value as a calendar reads it (3.3.11)."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], text)


def entry(one: Event) -> dict[str, str]:
    held = lines(ics("Name", DAY, [one]))
    inside = held[held.index("BEGIN:VEVENT") + 1 : held.index("END:VEVENT")]
    return dict(line.split(":", 1) for line in inside)


def test_an_entry_is_a_whole_day_that_leaves_its_people_free() -> None:
    one = Event(
        uid="a.b",
        day=dt.date(2026, 12, 31),
        title="Talk",
        notes=("Ours: Ida", "Theirs: Ann"),
        category="meeting",
    )
    assert entry(one) == {
        "UID": "a.b@kamc",
        "DTSTAMP": "20261124T000000Z",
        "DTSTART;VALUE=DATE": "20261231",
        "DTEND;VALUE=DATE": "20270101",
        "SUMMARY": "Talk",
        "DESCRIPTION": "Ours: Ida\\nTheirs: Ann",
        "CATEGORIES": "meeting",
        "TRANSP": "TRANSPARENT",
    }


def test_the_file_begins_and_ends_as_it_must() -> None:
    held = lines(ics("Fernwärme, Grünau", DAY, []))
    assert held[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert held[-1] == "END:VCALENDAR"
    assert "X-WR-CALNAME:Fernwärme\\, Grünau" in held


def test_hostile_text_stays_text() -> None:
    assert value(entry(Event(uid="a", day=DAY, title=HOSTILE))["SUMMARY"]) == clean(HOSTILE)


def test_the_last_day_of_all_has_no_next() -> None:
    assert "DTEND;VALUE=DATE" not in entry(Event(uid="a", day=dt.date.max, title="End"))


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert value(entry(Event(uid="a", day=DAY, title=text))["SUMMARY"]) == clean(text)
