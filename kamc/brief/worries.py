"""What they may say against us, with our answer; and what not to say (M23, M27, M33, M52, M58, M62)."""

from collections.abc import Iterator, Mapping

from kamc.analysis.relevance import relevance
from kamc.brief.circle import Circle, more
from kamc.brief.given import Given, alive
from kamc.brief.shown import Cell, Fact, Mark, Shown, Table, Value, joined, table
from kamc.model.buying_center import Member, holds
from kamc.model.care import Concern, Expectation
from kamc.model.opportunities import Opportunity
from kamc.model.records import Record
from kamc.model.values import Quantity, each

MOST = 7
MOST_UNSAID = 7


def worries(
    given: Given, circle: Circle, people: Mapping[str, Member], stakes: Mapping[str, Opportunity]
) -> Table:
    """Concerns, obstacles, weak points and expectations, in that order, each with what we answer."""
    say = given.speech.say
    rows = [
        *_concerns(given, circle),
        *_obstacles(given, stakes),
        *_weak(given, people),
        *_expectations(given, circle),
    ]
    heads = " | ".join((say("They may say"), say("Whose"), say("Our answer"), say("Ours")))
    return table(more(given, MOST, len(rows)), heads, rows[:MOST])


def _concerns(given: Given, circle: Circle) -> Iterator[tuple[Value, ...]]:
    """Theirs first, then what others say of the same thing."""
    held = [one for _, one in alive(given.plan.account_plan.concerns) if one.is_open and circle.touches(one)]
    for one in sorted(held, key=lambda one: not circle.holds(one)):
        yield _row(given, one, given.text(one.answer), given.who(one.owner))


def _expectations(given: Given, circle: Circle) -> Iterator[tuple[Value, ...]]:
    """Those of these people; of a thing alone, everybody's."""
    mine = circle.holds if circle.people else circle.touches
    for _, one in alive(given.plan.account_plan.expectations):
        if one.is_open and mine(one):
            yield _row(given, one, "", "", given.speech.say("an expectation"))


def _row(
    given: Given, one: Concern | Expectation, answer: Shown, owner: Shown, kind: str = ""
) -> tuple[Value, ...]:
    names = given.names.listed(one.leads_to)
    follows = f"→ {names}" if names else ""
    told = joined((str(answer), follows), " ")
    return (
        Cell(given.what(one), (kind,) if kind else (), lead=True),
        given.who(one.whose),
        told or Mark(given.speech.say("no answer yet")),
        owner,
    )


def _obstacles(given: Given, stakes: Mapping[str, Opportunity]) -> Iterator[tuple[Value, ...]]:
    for one in stakes.values():
        for _, held in alive(one.sales_project.obstacles):
            if held.is_open:
                what = Cell(given.what(held), (given.speech.say("an obstacle"),), lead=True)
                answer = given.text(held.answer) or Mark(given.speech.say("no answer yet"))
                yield what, "", answer, given.who(held.owner)


def _weak(given: Given, people: Mapping[str, Member]) -> Iterator[tuple[Value, ...]]:
    """Where what matters to somebody in the room is no better with us than elsewhere (M27)."""
    found = relevance(given.view)
    told: set[str] = set()
    for one in found.vulnerabilities if found else ():
        who = [given.names.full(id) for id, member in people.items() if holds(member, one.role)]
        if who and one.criterion not in told:
            told.add(one.criterion)
            score = given.speech.say(
                "matters {importance} of 7, we differ {difference} of 7",
                importance=one.relevance.importance,
                difference=one.relevance.difference,
            )
            answer = _treated(given, one.answer) or Mark(given.speech.say("no answer yet"))
            yield Cell(given.names.full(one.criterion), (score,), lead=True), ", ".join(who), answer, ""


def _treated(given: Given, answer: str | None) -> str:
    """The three answers to a point in which we are weak, as one does them (M27)."""
    say = given.speech.say
    return {
        "change-importance": say("Move the talk to what matters more."),
        "accentuate-difference": say("Show what is different with us."),
        "facilitator-sells": say("Let our facilitator sell the compromise inside."),
    }.get(answer or "", "")


def unsaid(
    given: Given, circle: Circle, people: Mapping[str, Member], stakes: Mapping[str, Opportunity]
) -> tuple[Fact, ...]:
    """What not to say, and why: what the reader of the brief may know and the room may not."""
    say = given.speech.say
    found = (
        *_limits(given, stakes),
        *_rivals(given, people),
        *_unsure(given, circle),
        *_signs(given, circle),
    )
    costs = Fact(say("Our costs"), say("Say what it is worth to them, never what it costs us."))
    deal = any(one.negotiation for one in stakes.values())
    return tuple([*found, *((costs,) if deal else ())][:MOST_UNSAID])


def _limits(given: Given, stakes: Mapping[str, Opportunity]) -> Iterator[Fact]:
    say = given.speech.say
    for id, one in stakes.items():
        deal = one.negotiation
        limits = joined(
            (
                f"{given.speech.word(term)} {given.quantity(space.breaking_point, space.unit)}"
                for term, space in deal.space.items()
                if isinstance(space.breaking_point, Quantity)
            ),
            "; ",
        )
        if limits:
            yield Fact(say("Where we leave the table"), Cell(limits, (given.names.of(id),)))
        if str(given.text(deal.frame)):
            yield Fact(say("What each side does not know"), given.text(deal.frame))


def _rivals(given: Given, people: Mapping[str, Member]) -> Iterator[Fact]:
    """Who speaks for a competitor hears what the competitor hears (M33)."""
    for id, one in people.items():
        if rival := given.names.listed(one.favours):
            yield Fact(
                given.names.full(id),
                given.speech.say("Speaks for {rival}: what we say here, {rival} knows.", rival=rival),
            )


def _unsure(given: Given, circle: Circle) -> Iterator[Fact]:
    """Claims about what is theirs that others deny, or of which we are not sure (M23)."""
    known = given.plan.account_knowledge
    for kind in (known.success_factors, known.challenges, known.plans, known.projects):
        for id, one in kind.items():
            if one.is_open and circle.holds(one) and _is_unsure(one):
                why = "; ".join(each(one.contradicted_by)) or given.speech.say("we are not sure of it")
                yield Fact(given.speech.say("As a fact"), Cell(given.names.of(id), (why,)))


def _is_unsure(one: Record) -> bool:
    return one.confidence == "low" or bool(each(one.contradicted_by))


def _signs(given: Given, circle: Circle) -> Iterator[Fact]:
    """What we noticed and they did not tell us (M52)."""
    for _, one in alive(given.plan.account_plan.alarms):
        if one.is_open and circle.holds(one):
            yield Fact(given.speech.say("What we only noticed"), given.text(one.what) or given.word(one.sign))
