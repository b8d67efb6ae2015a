"""Block 4: our advantages, our share, what is left, our rivals, our open space (M45 to M51)."""

from decimal import Decimal

from kamc.analysis.satisfaction import difference
from kamc.brief.given import Given, alive, by_date
from kamc.brief.results import results_table
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined
from kamc.brief.space import Grid, grid
from kamc.brief.wallet import Purse, purses, wallet_table
from kamc.model.market import Competitor, Satisfied, SwotEntry
from kamc.model.values import Keyed, Links, each
from kamc.speech.format import sentence


class Rival(Piece, frozen=True, kw_only=True):
    """A competitor in this account."""

    name: Cell
    facts: tuple[Fact, ...]


class Market(Piece, frozen=True, kw_only=True):
    """The account as a market."""

    said: Shown = ""
    advantages: tuple[Cell, ...] = ()
    purses: tuple[Purse, ...] = ()
    wallet: Table = Table()
    results: Table = Table()
    rivals: tuple[Rival, ...] = ()
    agreements: Table = Table()
    space: Grid | None = None
    space_stories: tuple[Fact, ...] = ()
    space_notes: tuple[Fact, ...] = ()
    strengths: tuple[Cell, ...] = ()
    weaknesses: tuple[Cell, ...] = ()
    chances: tuple[Cell, ...] = ()
    threats: tuple[Cell, ...] = ()
    satisfaction: Table = Table()
    moments: tuple[str, ...] = ()


def market(given: Given) -> Market:
    """Block 4 of the brief."""
    known_ = given.plan.account_as_market
    satisfaction = known_.satisfaction
    found = grid(given)
    return Market(
        said=given.absent(known_) or given.absent(known_.advantages),
        advantages=_advantages(given),
        purses=tuple(one for one in purses(given) if one.slices),
        wallet=wallet_table(given),
        results=results_table(given),
        rivals=tuple(_rival(given, id, one) for id, one in alive(known_.competitors)),
        space=found,
        space_stories=_stories(given, found),
        space_notes=_space_notes(given),
        agreements=_agreements(given),
        strengths=_points(given, known_.swot.strengths),
        weaknesses=_points(given, known_.swot.weaknesses),
        chances=_points(given, known_.swot.opportunities),
        threats=_points(given, known_.swot.threats),
        satisfaction=_satisfaction(given),
        moments=each(satisfaction.moments_of_truth),
    )


def _advantages(given: Given) -> tuple[Cell, ...]:
    return tuple(
        given.lead(one, *_serving(given, one.serves))
        for _, one in alive(given.plan.account_as_market.advantages)
    )


def _serving(given: Given, links: Links) -> tuple[str, ...]:
    names = given.phrase("serves: {names}", names=given.names.listed(links))
    return (names,) if names else ()


def _rival(given: Given, id: str, one: Competitor) -> Rival:
    members, say = given.plan.relationships.buying_center, given.speech.say
    voices = [
        given.names.full(key)
        for key, member in members.items()
        if id in each(member.favours) and member.is_open
    ]
    return Rival(
        name=Cell(given.names.full(id), (*given.life(one), *given.notes(one)), lead=True),
        facts=facts(
            (
                (say("Here"), given.what(one)),
                (say("Strong in"), given.text(one.strengths)),
                (say("Weak in"), given.text(one.weaknesses)),
                (say("After"), given.text(one.strategy)),
                (say("Leads in"), _leads(given, id)),
                (say("Spoken for by"), ", ".join(voices)),
            )
        ),
    )


def _leads(given: Given, id: str) -> str:
    places = (
        f"{given.names.full(segment)}: {given.names.full(offering)}"
        for segment, row in given.plan.account_as_market.open_space.items()
        for offering, cell in row.items()
        if id in each(cell.who) and cell.state == "competitor"
    )
    return "; ".join(places)


def _stories(given: Given, found: Grid | None) -> tuple[Fact, ...]:
    """By success factor, the open squares that serve it: the best places to grow."""
    by_factor: dict[str, list[str]] = {}
    for row in found.rows if found else ():
        for offering, square in zip(found.offerings if found else (), row.squares, strict=True):
            for factor in square.serves if square.state == "aligned" else ():
                by_factor.setdefault(factor, []).append(_place(given, offering, row.name, square.spend))
    return tuple(Fact(factor, "; ".join(places)) for factor, places in by_factor.items())


def _place(given: Given, offering: str, segment: str, spend: str) -> str:
    say = given.speech.say
    if not spend:
        return say("{offering} in {segment}", offering=offering, segment=segment)
    return say("{offering} in {segment} ({spend} a year)", offering=offering, segment=segment, spend=spend)


def _space_notes(given: Given) -> tuple[Fact, ...]:
    """What the plan says in words of single squares."""
    return facts(
        (f"{given.names.full(segment)}, {given.names.full(offering)}", given.text(cell.what))
        for segment, row in given.plan.account_as_market.open_space.items()
        for offering, cell in row.items()
    )


def _agreements(given: Given) -> Table:
    """The contracts that bind both houses, the first to end first."""
    held = by_date(given.plan.account_as_market.agreements.items(), "until")
    rows = (
        (
            given.lead(one),
            given.who(one.using),
            given.money(one.value, one.currency),
            given.shown_date(one.start),
            given.shown_date(one.until),
            given.due(one.notice, is_open=one.is_open),
        )
        for _, one in held
    )
    return given.table("", "Agreement | For | >A year | From | Until | Notice by", rows)


def _points(given: Given, points: Keyed[SwotEntry]) -> tuple[Cell, ...]:
    return tuple(Cell(given.what(one), (*given.life(one), *given.notes(one))) for _, one in alive(points))


def _satisfaction(given: Given) -> Table:
    """Perception less expectation, the worst first."""
    one = given.plan.account_as_market.satisfaction
    survey = (
        given.phrase("surveyed {day}", day=given.shown_date(one.surveyed)),
        given.phrase("scale to {most}", most=given.plain(one.scale)),
        given.phrase("{n} answers", n=given.plain(one.responses)),
    )
    caption = joined((given.speech.say("Perception less expectation"), joined(survey, ", ")), "; ")
    ranked = sorted(one.criteria.items(), key=lambda pair: _worst_first(difference(pair[1])))
    rows = (_satisfied(given, key, item) for key, item in ranked)
    return given.table(caption, "What | >Expected | >Seen | >Difference | Why", rows)


def _worst_first(gap: Decimal | None) -> tuple[bool, Decimal]:
    """What is not known comes last."""
    return gap is None, gap or Decimal(0)


def _satisfied(given: Given, key: str, one: Satisfied) -> tuple[Value, ...]:
    gap = difference(one)
    shown: Shown = "" if gap is None else given.speech.signed(gap)
    if gap is not None and gap < 0 and given.internal:
        shown = Mark(given.speech.signed(gap))
    return (
        Cell(sentence(given.speech.word(key)), given.notes(one), lead=True),
        given.plain(one.expectation),
        given.plain(one.perception),
        shown,
        given.what(one),
    )
