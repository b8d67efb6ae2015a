"""What to bring: what matters most to them, our messages, what must go well for them (M2, M26, M45)."""

from collections.abc import Iterator, Mapping

from kamc.analysis.relevance import LIMITS, Rated, relevance
from kamc.brief.circle import Circle, more, said_for
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Table, Value, joined, table
from kamc.links import graph
from kamc.links.taken_up import needs_below
from kamc.model.buying_center import Member, holds
from kamc.model.opportunities import Opportunity
from kamc.model.values import each

MOST = 3
MOST_FACTORS = 3
SERVING = 2


def leads(given: Given, people: Mapping[str, Member], stakes: Mapping[str, Opportunity]) -> Table:
    """What to lead with: the criteria most relevant to the roles of these people, with what carries them.

    Relevance is importance times difference (M26); where we are weak we do not lead. Each criterion once; and
    where the plan says by what one of these people decides here (M59), those criteria alone.
    """
    say = given.speech.say
    own = {key for one in stakes.values() for id in people for key in one.choices.theirs.get(id, ())}
    found = relevance(given.view)
    best: dict[str, Rated] = {}
    for one in found.ranked if found else ():
        heard = any(holds(member, one.role) for member in people.values())
        if heard and one.relevance.difference > LIMITS.weakness and (not own or one.criterion in own):
            best.setdefault(one.criterion, one)
    heads = " | ".join((say("Lead with"), say("For"), ">" + say("Relevance"), say("What carries it")))
    return table("", heads, (_lead(given, one, people) for one in [*best.values()][:MOST]))


def _lead(given: Given, one: Rated, people: Mapping[str, Member]) -> tuple[Value, ...]:
    who = [given.names.full(id) for id, member in people.items() if holds(member, one.role)]
    score = one.relevance
    return (
        Cell(given.names.full(one.criterion), lead=True),
        ", ".join(who),
        Cell(str(score.score), (f"{score.importance} × {score.difference}",)),
        joined(_carriers(given, one.criterion), "; "),
    )


def _carriers(given: Given, target: str) -> Iterator[str]:
    """Our advantages that serve a criterion or a success factor, in full: they hold the proof."""
    for id, one in given.plan.account_as_market.advantages.items():
        if one.is_open and target in each(one.serves):
            yield said_for(given.names.full(id))


def messages(given: Given, circle: Circle) -> Table:
    """What we want these people to hear (M55)."""
    say = given.speech.say
    held = [
        one
        for one in given.plan.account_plan.communications.values()
        if one and one.is_open and circle.holds(one)
    ]
    rows = (
        (
            Cell(say("“{message}”", message=given.text(one.message)), lead=True),
            given.who(one.to),
            given.who(one.anchored_in),
            joined((given.every(one.every), str(given.shown_date(one.by)))),
        )
        for one in held[:MOST]
    )
    heads = " | ".join((say("Message"), say("To"), say("Matters because of"), say("When")))
    return table(more(given, MOST, len(held)), heads, rows)


def factors(given: Given, circle: Circle) -> Table:
    """What must go well for them, or stands behind what is talked about; with what of ours serves it."""
    say = given.speech.say
    found = graph(given.plan)
    held = {
        id: one for id, one in given.plan.account_knowledge.success_factors.items() if one and one.is_open
    }
    wanted = {
        id
        for id, one in held.items()
        if circle.holds(one) or _reached(given, circle, {id, *needs_below(found, id)})
    }
    rows = (
        (
            Cell(given.what(one), lead=True),
            given.who(one.whose),
            joined(
                (str(given.text(one.measured_by)), str(given.text(one.now)), str(given.shown_date(one.by)))
            ),
            _serving(given, {id, *needs_below(found, id)}),
        )
        for id, one in held.items()
        if id in wanted
    )
    heads = " | ".join(
        (say("What must go well"), say("Whose"), say("Measured by, today, until"), say("We serve it with"))
    )
    lines = [*rows]
    return table(more(given, MOST_FACTORS, len(lines)), heads, lines[:MOST_FACTORS])


def _reached(given: Given, circle: Circle, needs: set[str]) -> bool:
    """Whether what is talked about answers a success factor, by itself or through a need behind it."""
    chances = given.plan.account_plan.opportunities
    answered = {need for id, one in chances.items() if id in circle.topics for need in each(one.answers)}
    return not needs.isdisjoint(answered | circle.topics)


def _serving(given: Given, needs: set[str]) -> Value:
    """What of ours serves a success factor or a need behind it: what they may buy, then what we do."""
    plan = given.plan.account_plan
    kinds = (plan.opportunities, given.plan.product_knowledge.co_creation, plan.activities)
    ids = [
        id
        for kind in kinds
        for id, one in kind.items()
        if one and one.is_open and not needs.isdisjoint(each(one.answers))
    ]
    return given.names.text(ids[:SERVING]) if ids else Mark(given.speech.say("nothing yet"))
