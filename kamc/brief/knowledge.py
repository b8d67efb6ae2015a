"""Block 1: what must go well for them, and what of ours serves it (M16 to M21)."""

from collections.abc import Iterable, Iterator

from kamc.brief.given import Given, absent, alive, claim, labelled, notes, shown_date, text, word
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined, table
from kamc.model.account import Need, SuccessFactor
from kamc.model.fields import One
from kamc.model.records import Note, Part, Tracked
from kamc.model.spec import spec
from kamc.model.values import Keyed, each
from kamc.speech.format import sentence

MOST_SERVING = 4
"""So many of one kind are named beside a success factor; the rest is counted."""
ROOM = 90
"""How long their names may be there."""
NOTHING = Mark("Nothing of ours helps this one yet")


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
        said=absent(known) or absent(known.success_factors),
        factors=tuple(_factor(given, id, one) for id, one in alive(known.success_factors)),
        challenges=_needs(given, known.challenges),
        plans=_needs(given, known.plans),
        projects=_needs(given, known.projects),
        situation=claim(known.situation, known.situation.what) if known.situation else "",
        objectives=_objectives(given),
        barriers=_points(given, known.barriers),
        enablers=_points(given, known.enablers),
        analysis=answers(known.customer_analysis),
        environment=answers(reflection.environment),
        market=answers(reflection.market),
        competition=answers(reflection.competition),
        position=answers(reflection.position),
        forces=_forces(given),
    )


def answers(part: Part) -> tuple[Fact, ...]:
    """The questions of a part with their answers, in the model's order; an open one is marked."""
    notes_of = (
        (slot.field.title, getattr(part, slot.attr))
        for slot in spec(type(part)).slots
        if isinstance(slot.field, One)
    )
    return facts((title, claim(one, one.what)) for title, one in notes_of if isinstance(one, Note))


def _factor(given: Given, id: str, one: SuccessFactor) -> Factor:
    served = tuple(_served(given, id)) if given.internal else ()
    return Factor(
        what=Cell(said_or(one, text(one.what)), given.life(one), lead=True),
        whose=given.who(one.whose),
        measured=joined(
            (
                str(labelled("measured by", text(one.measured_by))),
                str(labelled("now:", text(one.now))),
                str(labelled("by", shown_date(one.by))),
            )
        ),
        served=served,
        verdict=NOTHING if given.internal and one.is_open and one and not served else "",
        notes=Cell("", notes(one)),
    )


def said_or(part: Part, value: Shown) -> Shown:
    """The value, unless the whole part is `unknown` or `none`."""
    return absent(part) or value


def _served(given: Given, factor: str) -> Iterator[Fact]:
    for title, names in serving(given, factor):
        more = f"; and {len(names) - MOST_SERVING} more" if len(names) > MOST_SERVING else ""
        yield Fact(title, "; ".join(names[:MOST_SERVING]) + more)


def serving(given: Given, factor: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of what serves a success factor, kind by kind; by way of the needs behind it, too."""
    needs = {factor, *_behind(given, factor)}
    plan, market = given.plan.account_plan, given.plan.account_as_market
    kinds: tuple[tuple[str, Iterable[str]], ...] = (
        ("Activities", _answering(plan.activities, needs)),
        ("Opportunities", _answering(plan.opportunities, needs)),
        (
            "Offerings",
            (
                id
                for id, one in given.plan.product_knowledge.offerings.items()
                if needs & set(each(one.answers))
            ),
        ),
        ("Co-creation", _answering(given.plan.product_knowledge.co_creation, needs)),
        (
            "Advantages",
            (id for id, one in market.advantages.items() if one.is_open and factor in each(one.serves)),
        ),
    )
    for title, ids in kinds:
        names = given.names.each(ids, ROOM)
        if names:
            yield title, names


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
            Cell(
                said_or(one, text(one.what)),
                (*given.life(one), *_serving(given, one), *notes(one)),
                lead=True,
            ),
            text(one.compelling_reason),
            given.who(one.whose),
            given.due(one.by, is_open=one.is_open and one.state != "on-hold"),
            given.money(one.budget, one.currency),
        )
        for _, one in alive(needs)
    )
    return table("", "What | Why now | Whose | By | >Budget", rows)


def _serving(given: Given, one: Need) -> tuple[Shown, ...]:
    name = given.names.listed(one.serves)
    return (f"for: {name}",) if name else ()


def _objectives(given: Given) -> Table:
    rows = (
        (
            Cell(said_or(one, text(one.what)), (*given.life(one), *notes(one)), lead=True),
            given.who(one.whose),
            shown_date(one.by),
        )
        for _, one in alive(given.plan.account_knowledge.business_objectives)
    )
    return table("", "Business objective | Whose | By", rows)


def _points(given: Given, points: Keyed[Tracked]) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            said_or(one, text(getattr(one, "what", None))),
            (*given.life(one), *_led_to(given, one), *notes(one)),
        )
        for _, one in alive(points)
    )


def _led_to(given: Given, one: Tracked) -> tuple[Shown, ...]:
    """What of our plan a barrier leads to; an enabler leads to nothing."""
    names = given.names.listed(getattr(one, "leads_to", None))
    return (labelled("→", names),) if names else ()


def _forces(given: Given) -> Table:
    forces = given.plan.account_knowledge.five_forces
    slots = [
        (slot.field.title, getattr(forces, slot.attr))
        for slot in spec(type(forces)).slots
        if isinstance(slot.field, One)
    ]
    rows = (
        (sentence(title), said_or(one, word(one.strength)), text(one.drivers)) for title, one in slots if one
    )
    return table("Seen from their industry", "Force | Strength | What drives it", rows)
