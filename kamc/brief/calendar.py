"""The calendar of activities and communications: what is due when, and with whom, overdue first (M2, M55)."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kamc.brief.days import Day, Kind, by_quarter, days, days_table, kind_word, rhythms, undated, week
from kamc.brief.given import Given
from kamc.brief.header import header
from kamc.brief.shown import Mark, Piece, Shown, Table, joined
from kamc.brief.standing import Figure
from kamc.model.period import quarter_of

SOON = 28
WEEK = dt.timedelta(days=7)
LANES: tuple[tuple[Kind, ...], ...] = (
    ("activity", "answer"),
    ("message",),
    ("meeting", "talk"),
    ("decision", "theirs"),
)
"""What the figure shows in one row, from top to bottom."""


class Stretch(Piece, frozen=True, kw_only=True):
    """What is due in one stretch of time: a quarter, or all that comes later."""

    title: str
    table: Table


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """One thing in the figure: in which of its weeks, counted from 0; -1 where it is overdue."""

    week: int
    kind: Kind
    day: str
    what: str


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the figure."""

    title: str
    dots: tuple[Dot, ...]


class Weeks(msgspec.Struct, frozen=True, kw_only=True):
    """The figure: weeks by number, quarters by their first week, and what stands in them."""

    numbers: tuple[int, ...]
    quarters: tuple[tuple[int, str], ...]
    lanes: tuple[Lane, ...]
    later: int
    """How many things come after the last week."""
    overdue: str
    key: str
    heading: str

    def __bool__(self) -> bool:
        return any(one.dots for one in self.lanes)


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One all-day entry of the calendar file. `uid` is the same in every build, whatever else changes."""

    uid: str
    day: dt.date
    title: str
    notes: tuple[str, ...] = ()
    category: str = ""


class Calendar(Piece, frozen=True, kw_only=True):
    """Everything with a day: overdue first, then by quarter; what has none; and the calendar file."""

    name: str
    as_of: dt.date
    weeks: Weeks
    overdue: Table = Table()
    stretches: tuple[Stretch, ...] = ()
    rhythms: Table = Table()
    undated: Table = Table()
    events: tuple[Event, ...] = ()


def calendar(given: Given) -> Calendar | None:
    """The calendar of a plan; `None` where nothing has a day or a rhythm."""
    held = days(given)
    late, due = [one for one in held if one.is_late], [one for one in held if not one.is_late]
    often, never = rhythms(given), undated(given)
    if not held and not often:
        return None
    return Calendar(
        name=header(given).name,
        as_of=given.run.as_of,
        weeks=_weeks(given, held),
        overdue=days_table(given, late, weeks=True),
        stretches=stretches(given, due),
        rhythms=often,
        undated=never,
        events=events(given, held),
    )


def stretches(given: Given, due: Iterable[Day], *, weeks: bool = True) -> tuple[Stretch, ...]:
    """What is due, quarter by quarter."""
    return tuple(
        Stretch(
            title=given.speech.quarter(str(one.period)) if one.period else given.speech.say("Later"),
            table=days_table(given, one.days, weeks=weeks),
        )
        for one in by_quarter(given, due)
    )


def calendar_figures(given: Given) -> tuple[Figure, ...]:
    """What is overdue, what comes soon, and the next meeting."""
    return tuple(_figures(given, days(given)))


def _figures(given: Given, held: Sequence[Day]) -> Iterator[Figure]:
    say, count, today = given.speech.say, given.speech.count, given.run.as_of
    late = sum(one.is_late for one in held)
    if given.internal:
        value: Shown = Mark(say("{n} overdue", n=late)) if late else Mark(say("Nothing overdue"), "good")
        yield Figure(
            value=value, meaning=count(len(held), "of {n} thing with a day", "of {n} things with a day")
        )
    soon = sum(today <= one.when.last < today + dt.timedelta(days=SOON) for one in held)
    yield Figure(value=str(soon), meaning=say("due in the next four weeks"))
    meeting = next((one for one in held if one.kind == "meeting" and one.when.last >= today), None)
    if meeting:
        yield Figure(
            value=given.speech.when(meeting.when), meaning=say("next meeting: {what}", what=meeting.what)
        )


def _weeks(given: Given, held: Sequence[Day]) -> Weeks:
    """From this week to the end of the next quarter."""
    say, start = given.speech.say, given.run.fiscal_year_start
    first = _monday(given.run.as_of)
    last = _monday(quarter_of(given.run.as_of, start).following.last_day(start))
    mondays = [first + WEEK * at for at in range((last - first).days // 7 + 1)]
    titles = (say("Do"), say("Say"), say("Meet"), say("Theirs"))
    return Weeks(
        numbers=tuple(map(week, mondays)),
        quarters=tuple(_quarters(given, mondays)),
        lanes=tuple(
            Lane(title=title, dots=tuple(_dots(given, held, kinds, mondays)))
            for title, kinds in zip(titles, LANES, strict=True)
        ),
        later=sum(one.when.last >= last + WEEK for one in held),
        overdue=say("Overdue"),
        key=say("● ours · ■ a meeting or talk · ◇ their date or decision · ◆ overdue; weeks by their number"),
        heading=say("Calendar by week"),
    )


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def _quarters(given: Given, mondays: Sequence[dt.date]) -> Iterator[tuple[int, str]]:
    """Where each quarter begins: the week of its first day; the first one with the first week."""
    start, before = given.run.fiscal_year_start, None
    for at, monday in enumerate(mondays):
        quarter = quarter_of(monday if at == 0 else monday + WEEK - dt.timedelta(days=1), start)
        if quarter != before:
            yield at, given.speech.quarter(str(quarter))
        before = quarter


def _dots(
    given: Given, held: Iterable[Day], kinds: Sequence[Kind], mondays: Sequence[dt.date]
) -> Iterator[Dot]:
    for one in held:
        if one.kind in kinds and one.when.last < mondays[-1] + WEEK:
            at = -1 if one.is_late else max(0, (one.when.last - mondays[0]).days // 7)
            yield Dot(week=at, kind=one.kind, day=given.speech.when(one.when), what=one.what)


def events(given: Given, held: Iterable[Day]) -> tuple[Event, ...]:
    """The entries of a calendar file."""
    return tuple(_events(given, held))


def _events(given: Given, held: Iterable[Day]) -> Iterator[Event]:
    say, name = given.speech.say, header(given).name
    seen: Counter[str] = Counter()
    for one in held:
        uid = _uid(given, one, seen)
        notes = (
            _side(given, one.ours, say("Ours: {who}"), say("From us: {who}")),
            _side(given, one.theirs, say("Theirs: {who}"), say("From you: {who}")),
            say("By the end of {stretch}", stretch=given.speech.when(one.when)) if _is_vague(one) else "",
        )
        yield Event(
            uid=uid,
            day=one.when.last,
            title=joined((name, one.what), ": "),
            notes=tuple(note for note in notes if note),
            category=kind_word(given, one.kind),
        )


def _side(given: Given, who: Shown, ours: str, customers: str) -> str:
    """Who of one side, in the words of who reads it."""
    return (ours if given.internal else customers).format(who=who) if str(who) else ""


def _is_vague(one: Day) -> bool:
    return len(one.when.text) < len("2026-09-14")


def _uid(given: Given, one: Day, seen: Counter[str]) -> str:
    """What a calendar knows an entry by: ids for us, what it says for a customer."""
    if given.internal:
        return f"{given.plan.account or ''}/{one.key}".replace("/", ".")
    said = f"{header(given).name}\x1f{one.kind}\x1f{one.what}"
    seen[said] += 1
    text = said if seen[said] == 1 else f"{said}\x1f{seen[said]}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
