"""What has a day: all of a plan that is still to be done, said, met for or decided (M40, M55, M56, M61).

What is done again and again appears once, on the next day on which it is due.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.people import members
from kamc.brief.given import Given, alive
from kamc.brief.shown import Cell, Mark, Shown, Table, Value, joined, table
from kamc.model.actions import Activity, Communication, Meeting
from kamc.model.buying_center import Contact
from kamc.model.care import Alarm, Concern
from kamc.model.opportunities import Opportunity
from kamc.model.period import Period, quarter_of
from kamc.model.records import Tracked
from kamc.model.values import Date, Every, Links, When, each
from kamc.speech.format import sentence

Kind: TypeAlias = Literal["activity", "message", "meeting", "talk", "decision", "theirs", "answer"]
"""What we do; what we say; a meeting; a regular talk; their decision on an offer; a day of a plan or project
of theirs; the answer to a concern or an alarm."""


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """One thing with its day. `key` tells it from all others for ever; it is made of ids, so it is for us."""

    kind: Kind
    key: str
    what: str
    when: When
    ours: Shown = ""
    theirs: Shown = ""
    is_late: bool = False
    running: bool = False


class Quarter(msgspec.Struct, frozen=True, kw_only=True):
    """The days of one quarter, or of all after the last one that is looked at."""

    period: Period | None
    days: tuple[Day, ...]


def days(given: Given) -> tuple[Day, ...]:
    """Everything that is open and has a day, the earliest first. Late is nothing for a customer to read."""
    found = (one for one in _all(given) if one is not None)
    return tuple(sorted(found, key=lambda one: (one.when.last, one.kind, one.what, one.key)))


def by_quarter(given: Given, held: Iterable[Day], most: int = 2) -> tuple[Quarter, ...]:
    """Days by quarter: this one and the next `most` less one in full, all later ones together."""
    start = given.run.fiscal_year_start
    last = quarter_of(given.run.as_of, start)
    for _ in range(most - 1):
        last = last.following
    groups: dict[Period | None, list[Day]] = {}
    for one in held:
        quarter = quarter_of(one.when.last, start)
        groups.setdefault(quarter if quarter <= last else None, []).append(one)
    return tuple(Quarter(period=period, days=tuple(group)) for period, group in groups.items())


def week(day: dt.date) -> int:
    """The number of a week, counted from Monday (ISO 8601)."""
    return day.isocalendar().week


def days_table(given: Given, held: Iterable[Day], *, weeks: bool = False) -> Table:
    """Days as rows: when, what, who on both sides."""
    say = given.speech.say
    heads = (say("When"), *((say("Week"),) if weeks else ()), say("What"), say("Ours"), say("Theirs"))
    return table("", " | ".join(heads), (_row(given, one, weeks=weeks) for one in held))


def _row(given: Given, one: Day, *, weeks: bool) -> tuple[Value, ...]:
    day = given.speech.when(one.when)
    shown: Shown = Mark(given.speech.say("{day}, overdue", day=day)) if one.is_late else day
    notes = (
        kind_word(given, one.kind),
        given.speech.word("running") if one.running and given.internal else "",
    )
    what = Cell(one.what, tuple(note for note in notes if note), lead=True)
    number = (str(week(one.when.last)),) if weeks else ()
    return (shown, *number, what, one.ours, one.theirs)


def kind_word(given: Given, kind: Kind) -> str:
    """What a thing is, where that does not go without saying."""
    say = given.speech.say
    if not given.internal:
        return {"meeting": say("meeting"), "theirs": say("your own date")}.get(kind, "")
    return {
        "activity": "",
        "message": say("message"),
        "meeting": say("meeting"),
        "talk": say("regular talk"),
        "decision": say("their decision"),
        "theirs": say("their date"),
        "answer": say("answer to a worry"),
    }[kind]


def rhythms(given: Given) -> Table:
    """What is said again and again: how often, what, by whom, to whom."""
    say = given.speech.say
    rows = (
        (
            given.speech.stretch(one.every),
            Cell(called(given, id, one), lead=True),
            _ours(given, one.from_),
            _who(given, one.to),
        )
        for id, one in alive(given.plan.account_plan.communications)
        if one.is_open and isinstance(one.every, Every)
    )
    return table("", " | ".join((say("How often"), say("What"), say("Ours"), say("Theirs"))), rows)


def undated(given: Given) -> Table:
    """What is to be done or said, and has no day yet."""
    plan, say = given.plan.account_plan, given.speech.say
    held: list[tuple[str, Activity | Communication]] = [*alive(plan.activities), *alive(plan.communications)]
    rows = (
        (Cell(called(given, id, one), lead=True), *_people(given, one))
        for id, one in held
        if one.is_open and not isinstance(one.by, When) and not getattr(one, "every", None)
    )
    return table("", " | ".join((say("What"), say("Ours"), say("Theirs"))), rows)


def _people(given: Given, one: Activity | Communication) -> tuple[Shown, Shown]:
    if isinstance(one, Activity):
        return _ours(given, one.owner), _who(given, one.with_)
    return _ours(given, one.from_), _who(given, one.to)


def _who(given: Given, links: Links) -> Shown:
    """The names behind a link; that we do not know them is nothing for a customer."""
    return given.who(links) if given.internal else given.names.listed(links)


def _ours(given: Given, links: Links) -> Shown:
    """Who of ours: the account manager, where nobody is named."""
    return given.owner if links is None else _who(given, links)


def _all(given: Given) -> Iterator[Day | None]:
    plan = given.plan.account_plan
    yield from (_activity(given, id, one) for id, one in plan.activities.items())
    yield from (_message(given, id, one) for id, one in plan.communications.items())
    yield from (_meeting(given, id, one) for id, one in plan.meetings.items())
    for id, one in plan.opportunities.items():
        yield _day(given, "decision", id, one, one.closes, ours=given.owner, theirs=one.cabs.authority)
        yield from _steps(given, id, one)
    known = given.plan.account_knowledge
    for id, need in (*known.plans.items(), *known.projects.items()):
        if need.state != "on-hold":
            yield _day(given, "theirs", id, need, need.by, theirs=need.whose)
    yield from (_answer(given, id, one) for id, one in plan.concerns.items())
    yield from (_answer(given, id, one) for id, one in plan.alarms.items())
    yield from _talks(given)


def _day(
    given: Given, kind: Kind, id: str, one: Tracked, date: Date, *, ours: Shown = "", theirs: Links = None
) -> Day | None:
    if not one.is_open or not isinstance(date, When):
        return None
    return Day(
        kind=kind,
        key=f"{one.about.kind}/{id}",
        what=called(given, id, one),
        when=date,
        ours=ours,
        theirs=_who(given, theirs),
        is_late=given.internal and date.last < given.run.as_of,
        running=kind == "activity" and one.state == "running",
    )


def called(given: Given, id: str, one: Tracked) -> str:
    """What is done, said or meant; what only its id says is nothing for a customer."""
    told = str(given.text(getattr(one, "what", None) or getattr(one, "message", None)))
    own = given.names.of(id) if given.internal else sentence(given.speech.title(one.about.title))
    return told or own


def _activity(given: Given, id: str, one: Activity) -> Day | None:
    ours = joined((str(_ours(given, one.owner)), given.names.listed(one.team)), ", ")
    return _day(given, "activity", id, one, one.by, ours=ours, theirs=one.with_)


def _message(given: Given, id: str, one: Communication) -> Day | None:
    return _day(given, "message", id, one, one.by, ours=_ours(given, one.from_), theirs=one.to)


def _meeting(given: Given, id: str, one: Meeting) -> Day | None:
    return _day(given, "meeting", id, one, one.date, ours=_ours(given, one.team), theirs=one.with_)


def _steps(given: Given, id: str, one: Opportunity) -> Iterator[Day | None]:
    """The days of their process on the way to a decision: what is past is over, and never late."""
    for key, date in one.calendar.items():
        if isinstance(date, When) and date.last >= given.run.as_of:
            step = _day(
                given, "decision", f"{id}/{key}", one, date, ours=given.owner, theirs=one.cabs.authority
            )
            what = f"{given.names.of(id)}: {given.speech.word(key)}"
            yield msgspec.structs.replace(step, what=what) if step else None


def _answer(given: Given, id: str, one: Concern | Alarm) -> Day | None:
    """The day of an answer; where an activity or message is it, that has its own day."""
    return (
        None
        if each(one.leads_to)
        else _day(given, "answer", id, one, one.by, ours=_who(given, one.owner), theirs=one.whose)
    )


def _talks(given: Given) -> Iterator[Day]:
    """The next talk of each contact (M40)."""
    for theirs, member in members(given.plan).items():
        for ours, contact in member.contacts.items():
            when = next_talk(contact, given.run.as_of)
            if when is not None:
                topic = str(given.text(contact.topic))
                name = given.names.full(theirs)
                yield Day(
                    kind="talk",
                    key=f"contact/{theirs}/{ours}",
                    what=f"{name}: {topic}" if topic else name,
                    when=when,
                    ours=given.names.full(ours),
                    theirs=name,
                    is_late=given.internal and when.last < given.run.as_of,
                )


def next_talk(contact: Contact, as_of: dt.date) -> When | None:
    """When two speak next: as agreed, else one cadence after they last did; not known without either."""
    agreed, last, every = contact.next, contact.last, contact.every
    if isinstance(agreed, When) and agreed.last >= as_of:
        return agreed
    if isinstance(last, When) and isinstance(every, Every):
        day = last.last + dt.timedelta(days=every.days)
        return When(day.isoformat(), day)
    return agreed if isinstance(agreed, When) else None
