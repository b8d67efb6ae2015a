"""Block 1: what must go well for them, and what of ours serves it (M16 to M21)."""

from collections.abc import Iterable, Iterator

from kamc.brief.given import Given, alive
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined
from kamc.model.account import Need, SuccessFactor
from kamc.model.fields import One
from kamc.model.records import Note, Part, Tracked
from kamc.model.spec import spec
from kamc.model.values import Keyed, each
from kamc.speech import message
from kamc.speech.format import sentence

MOST_SERVING = 4
"""So many of one kind are named beside a success factor; the rest is counted."""
ROOM = 90
"""How long their names may be there."""
NOTHING = message("Nothing of ours helps this one yet")


class Factor(Piece, frozen=True, kw_only=True):
    """A success factor with what serves it."""

    what: Value
    whose: Shown = ""
    measured: str = ""
    served: tuple[Fact, ...] = ()
    """What of ours serves it, by kind."""
    verdict: Shown = ""
    notes: Value = ""


class Knowledge(Piece, frozen=True, kw_only=True):
    """The account's situation, goals, needs and world."""

    said: Shown = ""
    factors: tuple[Factor, ...] = ()
    challenges: Table = Table()
    plans: Table = Table()
    projects: Table = Table()
    situation: Value = ""
    objectives: Table = Table()
    barriers: tuple[Cell, ...] = ()
    enablers: tuple[Cell, ...] = ()
    analysis: tuple[Fact, ...] = ()
    environment: tuple[Fact, ...] = ()
    market: tuple[Fact, ...] = ()
    competition: tuple[Fact, ...] = ()
    position: tuple[Fact, ...] = ()
    forces: Table = Table()


def knowledge(given: Given) -> Knowledge:
    """Block 1 of the brief."""
    known = given.plan.account_knowledge
    reflection = known.reflection
    return Knowledge(
        said=given.absent(known) or given.absent(known.success_factors),
        factors=tuple(_factor(given, id, one) for id, one in alive(known.success_factors)),
        challenges=_needs(given, known.challenges),
        plans=_needs(given, known.plans),
        projects=_needs(given, known.projects),
        situation=given.claim(known.situation, known.situation.what) if known.situation else "",
        objectives=_objectives(given),
        barriers=_points(given, known.barriers),
        enablers=_points(given, known.enablers),
        analysis=answers(given, known.customer_analysis),
        environment=answers(given, reflection.environment),
        market=answers(given, reflection.market),
        competition=answers(given, reflection.competition),
        position=answers(given, reflection.position),
        forces=_forces(given),
    )


def answers(given: Given, part: Part) -> tuple[Fact, ...]:
    """The questions of a part with their answers, in the model's order; an open one is marked."""
    notes_of = (
        (given.speech.title(slot.field.title), getattr(part, slot.attr))
        for slot in spec(type(part)).slots
        if isinstance(slot.field, One)
    )
    return facts((title, given.claim(one, one.what)) for title, one in notes_of if isinstance(one, Note))


def _factor(given: Given, id: str, one: SuccessFactor) -> Factor:
    served = tuple(_served(given, id)) if given.internal else ()
    return Factor(
        what=Cell(given.what(one), given.life(one), lead=True),
        whose=given.who(one.whose),
        measured=joined(
            (
                given.phrase("measured by {what}", what=given.text(one.measured_by)),
                given.phrase("now: {state}", state=given.text(one.now)),
                given.phrase("by {day}", day=given.shown_date(one.by)),
            )
        ),
        served=served,
        verdict=Mark(given.speech.say(NOTHING))
        if given.internal and one.is_open and one and not served
        else "",
        notes=Cell("", given.notes(one)),
    )


def _served(given: Given, factor: str) -> Iterator[Fact]:
    for kind, names in serving(given, factor):
        shown = "; ".join(names[:MOST_SERVING])
        more = len(names) - MOST_SERVING
        whole = given.speech.say("{names}; and {n} more", names=shown, n=more) if more > 0 else shown
        yield Fact(given.speech.say(kind), whole)


def serving(given: Given, factor: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of what serves a success factor, by the message for their kind.

    What answers a need behind it serves it, too.
    """
    needs = {factor, *_behind(given, factor)}
    plan, market = given.plan.account_plan, given.plan.account_as_market
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        (message("Activities"), _answering(plan.activities, needs)),
        (message("Opportunities"), _answering(plan.opportunities, needs)),
        (
            message("Offerings"),
            (
                id
                for id, one in given.plan.product_knowledge.offerings.items()
                if needs & set(each(one.answers))
            ),
        ),
        (message("Co-creation"), _answering(given.plan.product_knowledge.co_creation, needs)),
        (
            message("Advantages"),
            (id for id, one in market.advantages.items() if one.is_open and factor in each(one.serves)),
        ),
    )
    for kind, ids in kinds:
        names = given.names.each(ids, ROOM)
        if names:
            yield kind, names


def _behind(given: Given, factor: str) -> Iterator[str]:
    known = given.plan.account_knowledge
    for needs in (known.challenges, known.plans, known.projects):
        yield from (id for id, one in needs.items() if factor in each(one.serves))


def _answering(entries: Keyed[Tracked], needs: set[str]) -> Iterator[str]:
    """Ids of the entries that answer one of `needs`: open ones, and those that are done."""
    for id, one in entries.items():
        ended_well = one.state in {"done", "contract"}
        if (one.is_open or ended_well) and needs & set(each(getattr(one, "answers", None))):
            yield id


def _needs(given: Given, needs: Keyed[Need]) -> Table:
    rows = (
        (
            given.lead(one, *_serving(given, one)),
            given.text(one.compelling_reason),
            given.who(one.whose),
            given.due(one.by, is_open=one.is_open and one.state != "on-hold"),
            given.money(one.budget, one.currency),
        )
        for _, one in alive(needs)
    )
    return given.table("", "What | Why now | Whose | By | >Budget", rows)


def _serving(given: Given, one: Need) -> tuple[Shown, ...]:
    name = given.phrase("for: {names}", names=given.names.listed(one.serves))
    return (name,) if name else ()


def _objectives(given: Given) -> Table:
    rows = (
        (
            given.lead(one),
            given.who(one.whose),
            given.shown_date(one.by),
        )
        for _, one in alive(given.plan.account_knowledge.business_objectives)
    )
    return given.table("", "Business objective | Whose | By", rows)


def _points(given: Given, points: Keyed[Tracked]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            given.said_or(one, given.text(getattr(one, "what", None))),
            (*given.life(one), *_led_to(given, one), *given.notes(one)),
        )
        for _, one in alive(points)
    )


def _led_to(given: Given, one: Tracked) -> tuple[Shown, ...]:
    """What of our plan a barrier leads to; an enabler leads to nothing."""
    names = given.names.listed(getattr(one, "leads_to", None))
    return (f"→ {names}",) if names else ()


def _forces(given: Given) -> Table:
    forces = given.plan.account_knowledge.five_forces
    slots = [
        (given.speech.title(slot.field.title), getattr(forces, slot.attr))
        for slot in spec(type(forces)).slots
        if isinstance(slot.field, One)
    ]
    rows = (
        (sentence(title), given.said_or(one, given.word(one.strength)), given.text(one.drivers))
        for title, one in slots
        if one
    )
    return given.table(
        given.speech.say("Seen from their industry"), "Force | Strength | What drives it", rows
    )
