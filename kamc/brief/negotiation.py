"""The sheet to negotiate from: terms and their room, trades, interests, alternatives, who decides (M62)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kamc.analysis.bargain import Room, rooms
from kamc.brief.circle import Circle
from kamc.brief.folder import deciding, rivals
from kamc.brief.given import Given
from kamc.brief.occasions import voices
from kamc.brief.shown import Cell, Fact, Mark, Shown, Table, Value, facts, joined, table
from kamc.brief.standing import Figure, Titled
from kamc.brief.worries import unsaid, worries
from kamc.model.opportunities import Negotiation, Opportunity, Space, TheirSpace
from kamc.model.values import Quantity, When


class NegotiationSheet(Titled, frozen=True, kw_only=True):
    """What the sheet of one opportunity shows; `part` is its id."""

    terms: Table = Table()
    trades: Table = Table()
    manner: tuple[Fact, ...] = ()
    theirs: tuple[Fact, ...] = ()
    ours: tuple[Fact, ...] = ()
    deciding: Table = Table()
    instead: tuple[Fact, ...] = ()
    """What either side can do if they do not agree."""
    worries: Table = Table()
    unsaid: tuple[Fact, ...] = ()
    written: Table = Table()
    """The terms to write down as they are spoken of."""


def negotiations(given: Given) -> Iterator[NegotiationSheet]:
    """A sheet for each open opportunity whose negotiation the reader may see."""
    for id, one in given.plan.account_plan.opportunities.items():
        if one.is_open and one.negotiation:
            yield _sheet(given, id, one)


def _sheet(given: Given, id: str, one: Opportunity) -> NegotiationSheet:
    deal = one.negotiation
    centre = given.plan.relationships.buying_center
    people = {key: centre[key] for key in voices(one) if key in centre and centre[key].is_open}
    circle = Circle(people=frozenset(people), topics=frozenset({id}))
    stakes = {id: one}
    return NegotiationSheet(
        part=id,
        title=given.speech.say("Negotiation sheet: {name}", name=given.names.of(id)),
        say=given.text(deal.value_argument) or given.names.full(id),
        figures=_figures(given, one),
        terms=_terms(given, deal, {held.term: held for held in rooms(given.view, id) or ()}),
        trades=_trades(given, deal),
        manner=_manner(given, deal),
        theirs=_theirs(given, one),
        ours=_ours(given, one),
        deciding=deciding(given, one),
        instead=_instead(given, one),
        worries=worries(given, circle, people, stakes),
        unsaid=unsaid(given, circle, people, stakes),
        written=_written(given, deal),
    )


def _figures(given: Given, one: Opportunity) -> tuple[Figure, ...]:
    say = given.speech.say
    stage = joined((given.speech.word(one.state), str(given.percent(one.probability))), ", ")
    closes = given.due(one.closes) if isinstance(one.closes, When) else Mark(say("no date"), "open")
    return (
        Figure(
            value=given.money(one.value, one.currency) or given.unknown,
            meaning=say("what it is worth; {stage}", stage=stage),
        ),
        Figure(value=closes, meaning=say("their decision, as we expect it")),
    )


def _keys(deal: Negotiation) -> tuple[str, ...]:
    """The terms of both sides, ours first."""
    return tuple(dict.fromkeys((*deal.space, *deal.their_space)))


def _term(given: Given, key: str) -> str:
    name = given.speech.word(key)
    return name[:1].upper() + name[1:]


def _terms(given: Given, deal: Negotiation, found: Mapping[str, Room]) -> Table:
    """A term a line, from what we ask first to where they are believed to leave, and what lies between."""
    say = given.speech.say
    heads = (
        say("Term"),
        ">" + say("We start"),
        ">" + say("Target"),
        ">" + say("We leave at"),
        ">" + say("They start"),
        ">" + say("They leave at, we believe"),
        say("Room"),
    )
    rows = (
        _line(
            given, key, deal.space.get(key, Space()), deal.their_space.get(key, TheirSpace()), found.get(key)
        )
        for key in _keys(deal)
    )
    return table("", " | ".join(heads), rows)


def _line(given: Given, key: str, ours: Space, theirs: TheirSpace, found: Room | None) -> tuple[Value, ...]:
    unit = next((one for one in (ours.unit, theirs.unit) if isinstance(one, str)), "")
    figures = (ours.start, ours.target, ours.breaking_point, theirs.start, theirs.believed_limit)
    same = {one.unit for one in figures if isinstance(one, Quantity)} == {""} and ours.unit in {
        None,
        theirs.unit,
        unit,
    }
    once = unit if same and theirs.unit in {None, unit} else None
    shown = (
        given.quantity(one, None if once else own)
        for one, own in zip(figures, (ours.unit,) * 3 + (theirs.unit,) * 2, strict=True)
    )
    return (Cell(_term(given, key), (once,) if once else (), lead=True), *shown, _room(given, found))


def _room(given: Given, found: Room | None) -> Shown:
    """In words, because a sign would have to be explained."""
    say = given.speech.say
    if found is None or found.wants_more is None:
        return ""
    if found.room is None:
        return given.unknown
    size = given.quantity(Quantity(abs(found.room), found.unit))
    if found.room < 0:
        return Mark(say("none: {size} apart", size=size))
    return (
        Mark(say("{size} to share", size=size), "good") if found.room else Mark(say("one point only"), "open")
    )


def _trades(given: Given, deal: Negotiation) -> Table:
    """Nothing is given for nothing."""
    say = given.speech.say
    rows = (
        (
            Cell(given.text(one.we_can), lead=True),
            given.text(one.if_you_can) or Mark(say("for nothing: what do we want for it?")),
        )
        for one in deal.concessions
        if one
    )
    return table("", " | ".join((say("We can …"), say("… if you can"))), rows)


def _manner(given: Given, deal: Negotiation) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("Strategy"), given.word(deal.strategy)),
            (say("Style"), given.word(deal.style)),
            (say("What each side does not know"), given.text(deal.frame)),
        )
    )


def _theirs(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """What they want from it: why they must, what it helps with, and the money for it."""
    say, budget = given.speech.say, one.cabs.budget
    money = joined((str(given.word(budget.state)), str(given.money(budget.amount, one.currency))), " ")
    return facts(
        (
            (say("Why they must"), given.text(one.cabs.compelling_reason)),
            (say("It helps with"), given.who(one.answers, most=90)),
            (say("Their budget"), money),
        )
    )


def _ours(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """What we want from it: the goals it brings nearer, what the project must reach, what we push and why."""
    say = given.speech.say
    return facts(
        (
            (say("It advances"), given.who(one.advances, most=90)),
            (say("It must reach"), given.text(one.sales_project.objectives)),
            *(
                (
                    given.names.full(id),
                    joined((_margin(given, choice.margin), str(given.text(choice.competition)))),
                )
                for id, choice in one.choices.ours.items()
            ),
        )
    )


def _margin(given: Given, margin: Decimal | object) -> str:
    return (
        given.speech.say("margin {percent}", percent=given.percent(margin))
        if isinstance(margin, Decimal)
        else ""
    )


def _instead(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """What they can do without us, and we without them."""
    say = given.speech.say
    ours = given.text(given.plan.account_plan.investment.instead_of)
    return (*rivals(given, one), *facts(((say("We, instead of this account"), ours),)))


def _written(given: Given, deal: Negotiation) -> Table:
    say = given.speech.say
    heads = " | ".join((say("Term"), say("They asked"), say("We gave"), say("For")))
    return Table(
        columns=table("", heads, [("x", "x", "x", "x")]).columns,
        rows=tuple((Cell(_term(given, key), lead=True), "", "", "") for key in _keys(deal)),
    )
