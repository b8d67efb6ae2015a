"""The joint plan: what both houses agreed on, as the customer gets it, in their words (M22, M30, M53).

It is made from what the customer may see, whoever reads it. It speaks to them: `you` is the customer.
"""

import datetime as dt
from collections.abc import Iterable

import msgspec

from kamc.brief.calendar import Event, Stretch, events, stretches
from kamc.brief.days import days, rhythms
from kamc.brief.given import Given, alive
from kamc.brief.header import header
from kamc.brief.shown import Cell, Fact, Piece, Table, Value, facts, joined, table
from kamc.model.account import SuccessFactor
from kamc.model.goals import Objective
from kamc.model.product import CoCreation
from kamc.model.records import GOOD_ENDS, Tracked
from kamc.model.values import Date, Quantity, When, each, known


class Aim(Piece, frozen=True, kw_only=True):
    """Something that has to go well for them, in their words."""

    what: str
    facts: tuple[Fact, ...] = ()


class Idea(Piece, frozen=True, kw_only=True):
    """Something that both houses build together."""

    what: str
    people: str = ""
    sides: Table = Table()


class Agenda(Piece, frozen=True, kw_only=True):
    """A meeting that is agreed."""

    title: str
    when: str
    people: str = ""
    points: tuple[str, ...] = ()


class JointPlan(Piece, frozen=True, kw_only=True):
    """What a customer takes home. `contact` is who speaks for us; `us` and `you` name the houses."""

    us: str
    you: str
    contact: str
    future: str = ""
    aims: tuple[Aim, ...] = ()
    goals: Table = Table()
    people_goals: tuple[str, ...] = ()
    ideas: tuple[Idea, ...] = ()
    delivered: Table = Table()
    stretches: tuple[Stretch, ...] = ()
    rhythms: Table = Table()
    meetings: tuple[Agenda, ...] = ()
    as_of: dt.date
    events: tuple[Event, ...] = ()
    is_agreed: bool = False
    """Whether anything of what both will do is agreed yet."""


def joint_plan(given: Given) -> JointPlan:
    """The joint plan from a view that is cut for the customer."""
    plan, say = given.plan.account_plan, given.speech.say
    held = days(given)
    ahead = tuple(_spoken(given, one) for one in stretches(given, held, weeks=False))
    made = JointPlan(
        us=given.run.supplier or say("we"),
        you=header(given).name,
        contact=given.owner,
        future="; ".join(each(given.plan.account_knowledge.customer_analysis.shared_future.what)),
        aims=_aims(given),
        goals=_goals(given),
        people_goals=tuple(
            one.what
            for one in plan.objectives.values()
            if one.is_open and one.kind == "political" and isinstance(one.what, str)
        ),
        ideas=tuple(
            _idea(given, one)
            for _, one in alive(given.plan.product_knowledge.co_creation)
            if one.is_open and isinstance(one.what, str)
        ),
        delivered=_delivered(given),
        stretches=ahead,
        rhythms=_headed(given, rhythms(given), 2),
        meetings=_meetings(given),
        as_of=given.run.as_of,
        events=events(given, held),
    )
    agreed = bool(made.goals or made.people_goals or made.ideas or made.stretches or made.rhythms)
    return msgspec.structs.replace(made, is_agreed=agreed)


def _spoken(given: Given, one: Stretch) -> Stretch:
    return msgspec.structs.replace(one, table=_headed(given, one.table, 2))


def _headed(given: Given, held: Table, first: int) -> Table:
    """The same rows; from the column `first` on, who of us and who of you."""
    say = given.speech.say
    called = {say("Ours"): say("From us"), say("Theirs"): say("On your side")}
    columns = tuple(
        msgspec.structs.replace(one, title=called.get(one.title, one.title)) if at >= first else one
        for at, one in enumerate(held.columns)
    )
    return msgspec.structs.replace(held, columns=columns)


def _aims(given: Given) -> tuple[Aim, ...]:
    """Success factors, then what stands behind them; those that are over are not looked ahead to."""
    known_ = given.plan.account_knowledge
    factors = (_aim(given, one) for one in known_.success_factors.values() if one.is_open)
    goals = (_aim(given, one) for one in known_.business_objectives.values() if one.is_open)
    needs = (
        _aim(given, one)
        for kinds in (known_.challenges, known_.plans, known_.projects)
        for one in kinds.values()
        if one.is_open
    )
    return tuple(one for one in (*factors, *goals, *needs) if one.what)


def _aim(given: Given, one: Tracked) -> Aim:
    say = given.speech.say
    by: Date = getattr(one, "by", None)
    measure = one if isinstance(one, SuccessFactor) else None
    return Aim(
        what=_plain(getattr(one, "what", None)),
        facts=facts(
            (
                (say("Who answers for it"), given.names.listed(getattr(one, "whose", None))),
                (say("How you measure it"), _plain(measure.measured_by) if measure else ""),
                (say("Today"), _plain(measure.now) if measure else ""),
                (say("By when"), given.speech.when(by) if isinstance(by, When) else ""),
            )
        ),
    )


def _plain(value: object) -> str:
    """A text; what is not known is nothing to hand over."""
    return value if isinstance(value, str) else ""


def _goals(given: Given) -> Table:
    say = given.speech.say
    rows: Iterable[tuple[Value, ...]] = (
        (
            Cell(_plain(one.what), _with(given, one), lead=True),
            *(_amount(given, one, value) for value in (one.baseline, one.now, one.target)),
            given.speech.when(one.by) if isinstance(one.by, When) else "",
        )
        for _, one in alive(given.plan.account_plan.objectives)
        if one.is_open and one.kind != "political" and isinstance(one.what, str)
    )
    heads = (say("Goal"), ">" + say("From"), ">" + say("Today"), ">" + say("Target"), say("By"))
    return table("", " | ".join(heads), rows)


def _with(given: Given, one: Objective) -> tuple[str, ...]:
    theirs = given.names.listed(one.agreed_with)
    return (given.speech.say("agreed with {who}", who=theirs),) if theirs else ()


def _amount(given: Given, one: Objective, value: object) -> str:
    if not isinstance(value, Quantity):
        return ""
    is_money = one.measure in {None, "sales", "margin", "price"} and one.unit is None
    currency = (known(one.currency) or given.currency) if is_money else ""
    return given.speech.quantity(value, known(one.unit) or "", currency)


def _idea(given: Given, one: CoCreation) -> Idea:
    say = given.speech.say
    rows = (
        (say("You"), _plain(one.they_invest), _plain(one.they_get)),
        (say("We"), _plain(one.we_invest), _plain(one.we_get)),
    )
    held = [row for row in rows if row[1] or row[2]]
    return Idea(
        what=_plain(one.what),
        people=joined((given.names.listed(one.with_), given.names.listed(one.team)), ", "),
        sides=table("", " | ".join((say("Who"), say("What goes in"), say("What comes out"))), held),
    )


def _delivered(given: Given) -> Table:
    """What was agreed and is done: with its day, and what came of it."""
    plan, say = given.plan.account_plan, given.speech.say
    held: list[Tracked] = [
        *plan.activities.values(),
        *plan.communications.values(),
        *plan.meetings.values(),
        *plan.objectives.values(),
        *given.plan.product_knowledge.co_creation.values(),
    ]
    ended = [one for one in held if one.state in GOOD_ENDS and _said(one)]
    rows = (
        (Cell(_said(one), lead=True), _day_of(given, one), _plain(getattr(one, "result", None)))
        for one in _in_order(ended)
    )
    return table("", " | ".join((say("What"), say("When"), say("What came of it"))), rows)


def _said(one: Tracked) -> str:
    return _plain(getattr(one, "what", None) or getattr(one, "message", None))


def _day_of(given: Given, one: Tracked) -> str:
    """The day it was done; of a meeting that was held, its date."""
    day: Date = one.ended if isinstance(one.ended, When) else getattr(one, "date", None)
    return given.speech.when(day) if isinstance(day, When) else ""


def _in_order(held: list[Tracked]) -> list[Tracked]:
    return sorted(held, key=lambda one: one.ended.last if isinstance(one.ended, When) else dt.date.max)


def _meetings(given: Given) -> tuple[Agenda, ...]:
    """The meetings that are agreed and have an agenda; all are among the dates."""
    held = (one for one in given.plan.account_plan.meetings.values() if one.is_open and each(one.agenda))
    return tuple(
        Agenda(
            title=_plain(one.what) or given.speech.say("Our meeting"),
            when=given.speech.when(one.date) if isinstance(one.date, When) else "",
            people=joined((given.names.listed(one.with_), given.names.listed(one.team)), ", "),
            points=each(one.agenda),
        )
        for one in held
    )
