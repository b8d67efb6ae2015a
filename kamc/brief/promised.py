"""Promises between their people and us: what we owe, what they owe, what was kept lately (M4, M55)."""

from collections.abc import Iterable, Iterator

from kamc.brief.circle import Circle, more, said_for
from kamc.brief.given import Given, by_date
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, joined, table
from kamc.model.actions import Activity, Meeting
from kamc.model.product import CoCreation
from kamc.model.records import GOOD_ENDS
from kamc.model.values import When, each

MOST, MOST_KEPT, MOST_THEIRS = 6, 3, 4


class Promised(Piece, frozen=True, kw_only=True):
    """What is open on both sides, and what was kept since the quarter began."""

    ours: Table = Table()
    theirs: tuple[Fact, ...] = ()
    kept: tuple[Fact, ...] = ()
    open: int = 0
    """How many of ours are open, and how many of them are overdue."""
    late: int = 0


def promised(given: Given, circle: Circle) -> Promised:
    """What we owe a circle and what they owe us, the earliest first."""
    owed = _owed(given, circle)
    return Promised(
        ours=_ours(given, owed),
        theirs=tuple(_theirs(given, circle))[:MOST_THEIRS],
        kept=tuple(_kept(given, circle))[:MOST_KEPT],
        open=len(owed),
        late=sum(isinstance(one.by, When) and one.by.last < given.run.as_of for _, one in owed),
    )


def _deeds(given: Given, circle: Circle) -> Iterator[tuple[str, Activity]]:
    """What we do for a circle: with these people, towards what is talked about, or because of it."""
    for id, one in given.plan.account_plan.activities.items():
        if one and (circle.touches(one) or id in circle.topics):
            yield id, one


def _owed(given: Given, circle: Circle) -> list[tuple[str, Activity]]:
    return by_date(((id, one) for id, one in _deeds(given, circle) if one.is_open), "by")


def _ours(given: Given, owed: list[tuple[str, Activity]]) -> Table:
    say = given.speech.say
    heads = " | ".join((say("By"), say("We promised"), say("To"), say("Ours")))
    rows = (
        (
            given.due(one.by) or Mark(say("no date"), "open"),
            Cell(given.what(one), given.life(one), lead=True),
            given.who(one.with_),
            given.ours(one.owner),
        )
        for _, one in owed[:MOST]
    )
    return table(more(given, MOST, len(owed)), heads, rows)


def _theirs(given: Given, circle: Circle) -> Iterator[Fact]:
    """What they are to do: steps agreed in the last meetings, their part of joint work, a decision."""
    say = given.speech.say
    for meeting in _held(given, circle):
        steps = "; ".join(map(said_for, each(meeting.next_steps)))
        when = given.speech.when(meeting.date) if isinstance(meeting.date, When) else ""
        yield from _fact(say("Agreed on {day}", day=when) if when else say("Agreed"), steps)
    for id, idea in given.plan.product_knowledge.co_creation.items():
        if idea.is_open and _joins(circle, id, idea):
            yield from _fact(given.names.of(id), said_for(idea.they_invest))
    for id, chance in given.plan.account_plan.opportunities.items():
        if id in circle.topics and isinstance(chance.closes, When):
            yield Fact(say("Their decision"), joined((str(given.due(chance.closes)), given.names.of(id))))


def _fact(label: str, value: Shown) -> Iterator[Fact]:
    if str(value):
        yield Fact(label, value)


def _joins(circle: Circle, id: str, one: CoCreation) -> bool:
    return one.state != "idea" and (circle.holds(one) or id in circle.topics)


def _held(given: Given, circle: Circle) -> Iterable[Meeting]:
    """The meetings with them that were held, by this plan and by the one before, the latest first."""
    plans = (given.plan, *((given.earlier.plan,) if given.earlier else ()))
    held: dict[str, Meeting] = {}
    for plan in plans:
        for id, one in plan.account_plan.meetings.items():
            if one.state == "held" and circle.holds(one):
                held.setdefault(id, one)
    return sorted(held.values(), key=_latest)


def _latest(one: Meeting) -> int:
    return -one.date.last.toordinal() if isinstance(one.date, When) else 0


def _kept(given: Given, circle: Circle) -> Iterator[Fact]:
    """What we promised them and did, the latest first, with what came of it."""
    done = [one for _, one in _deeds(given, circle) if one.state in GOOD_ENDS and circle.holds(one)]
    for one in sorted(done, key=_ended):
        when = given.speech.when(one.ended) if isinstance(one.ended, When) else ""
        if isinstance(one.what, str):
            yield Fact(said_for(one.what), joined((when, said_for(one.result)), ": "))


def _ended(one: Activity) -> int:
    return -one.ended.last.toordinal() if isinstance(one.ended, When) else 0
