"""The pipeline: what they may buy, what makes it real, how we lead it (M28, M56 to M59, M62)."""

import msgspec

from kamc.analysis.pipeline import pipeline as figure
from kamc.analysis.sums import Sum
from kamc.brief.given import Given, alive, by_date
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined
from kamc.model.opportunities import Cabs, Choices, Negotiation, Opportunity, PropositionCheck, SalesProject
from kamc.model.spec import spec
from kamc.model.values import Every, When
from kamc.speech.format import sentence

TROUBLE = ("no", "no", "no", "yes")
"""The four answers that mean: rework before proposing (M28)."""


class Chance(Piece, frozen=True, kw_only=True):
    """An opportunity with its folder."""

    name: str
    line: str
    """Stage, value, probability and date in one line."""
    notes: Value = ""
    facts: tuple[Fact, ...] = ()
    cabs: tuple[Fact, ...] = ()
    theirs: Table = Table()
    ours: Table = Table()
    obstacles: Table = Table()
    negotiation: tuple[Fact, ...] = ()
    space: Table = Table()
    concessions: Table = Table()


class Pipeline(msgspec.Struct, frozen=True, kw_only=True):
    """The open opportunities together, where their values are in one currency."""

    count: int
    value: str
    weighted: str


def pipeline(given: Given) -> Pipeline | None:
    """What is open, and what it is worth weighted by its probability."""
    found = figure(given.priced, given.run.as_of)
    if found is None:
        return None
    valued = [one for one in found.total.value if one.known]
    if len(valued) > 1:
        return None
    sums = [(value, held) for value, held in zip(found.total.value, found.total.weighted, strict=True)]
    value, weighted = next((pair for pair in sums if pair[0].known), sums[0])
    return Pipeline(
        count=found.total.count,
        value=_sum(given, value),
        weighted=_sum(given, weighted) if weighted.known == value.known else "",
    )


def _sum(given: Given, one: Sum) -> str:
    return given.speech.money(one.amount, one.currency) if one.amount is not None else ""


def overview(given: Given) -> Table:
    """All opportunities, the next to close first, those that have ended last."""
    rows = (
        (
            Cell(given.what(one), _ended(given, one), lead=True),
            _stage(given, one),
            given.money(one.value, one.currency),
            given.percent(one.probability),
            given.due(one.closes, is_open=one.is_open),
        )
        for _, one in by_date(alive(given.plan.account_plan.opportunities), "closes")
    )
    return given.table("", "Opportunity | Stage | >Value | >Probability | Decided", rows)


def chances(given: Given) -> tuple[Chance, ...]:
    """The open opportunities with their folders."""
    return tuple(
        _chance(given, id, one) for id, one in alive(given.plan.account_plan.opportunities) if one.is_open
    )


def _stage(given: Given, one: Opportunity) -> Shown:
    word = given.speech.word(one.state)
    if one.state in {"lost", "no-go"}:
        return Mark(word)
    return Mark(word, "good") if one.state == "contract" else word


def _ended(given: Given, one: Opportunity) -> tuple[Shown, ...]:
    return tuple(part for part in given.life(one) if not isinstance(part, Mark)) if not one.is_open else ()


def _chance(given: Given, id: str, one: Opportunity) -> Chance:
    project, deal = one.sales_project, one.negotiation
    return Chance(
        name=given.names.full(id),
        line=_line(given, one),
        notes=Cell("", given.notes(one)),
        facts=_facts(given, one),
        cabs=_cabs(given, one.cabs),
        theirs=_theirs(given, one.choices),
        ours=pushed(given, one.choices),
        obstacles=_obstacles(given, project),
        negotiation=_terms(given, deal),
        space=_space(given, deal),
        concessions=given.table(
            given.speech.say("Concessions"),
            "We can | if you can",
            ((given.text(each.we_can), given.text(each.if_you_can)) for each in deal.concessions),
        ),
    )


def _line(given: Given, one: Opportunity) -> str:
    say, over = given.speech.say, str(given.money(one.value, one.currency))
    if over and isinstance(one.term, Every):
        over = say("{value} over {time}", value=over, time=given.speech.lasting(one.term))
    return joined(
        (
            sentence(given.speech.word(one.state)),
            over,
            str(given.percent(one.probability)),
            given.phrase("decided {day}", day=given.due(one.closes)),
            str(given.word(one.origin)),
            given.phrase("they are at {step}", step=given.word(one.buying_step)),
        )
    )


def _facts(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    say = given.speech.say
    return (
        *facts(((say("Helps with"), given.who(one.answers)),)),
        *_place(given, one),
        *facts(((say("Against"), given.names.listed(one.competitors)),)),
        *_course(given, one),
    )


def details(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """What it is made of, where, towards what, with whom; their dates, how it is led (M28, M56, M57)."""
    return (*_place(given, one), *_course(given, one))


def _place(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("With"), given.who(one.using)),
            (say("In"), given.who(one.in_)),
            (say("Advances"), given.who(one.advances)),
        )
    )


def _course(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("Together with"), given.text(one.partners)),
            (say("Their calendar"), _calendar(given, one)),
            (say("Value proposition"), _check(given, one.proposition_check)),
            (say("As a project"), _project(given, one.sales_project)),
            (say("It must reach"), given.text(one.sales_project.objectives)),
        )
    )


def _calendar(given: Given, one: Opportunity) -> str:
    """The dates of their process, the next one first."""
    days = sorted(
        one.calendar.items(),
        key=lambda pair: pair[1].last.isoformat() if isinstance(pair[1], When) else "9999",
    )
    return joined(
        (f"{sentence(given.speech.word(step))} {given.shown_date(day)}" for step, day in days), "; "
    )


def _project(given: Given, one: SalesProject) -> str:
    control = one.control
    look = joined(
        (
            str(given.text(control.what)),
            given.every(control.every),
            given.phrase("last {day}", day=given.shown_date(control.last)),
        ),
        ", ",
    )
    return joined(
        (
            str(given.word(one.phase)),
            given.phrase("since {day}", day=given.shown_date(one.started)),
            given.phrase("control: {how}", how=look),
        )
    )


def _cabs(given: Given, one: Cabs) -> tuple[Fact, ...]:
    say = given.speech.say
    money_ = joined((str(given.word(one.budget.state)), str(given.money(one.budget.amount))), " ")
    return facts(
        (
            (say("Compelling reason"), given.text(one.compelling_reason)),
            (say("Authority"), given.who(one.authority)),
            (say("Budget"), given.said_or(one.budget, money_)),
            (say("Allies"), given.who(one.allies)),
        )
    )


def _check(given: Given, one: PropositionCheck) -> Value:
    asked = [
        (given.speech.title(slot.field.title), getattr(one, slot.attr))
        for slot in spec(type(one)).slots
        if slot.attr in type(one).__annotations__
    ]
    told = joined(
        (f"{given.speech.small(title)}: {given.word(value)}" for title, value in asked if value is not None),
        ", ",
    )
    trouble = tuple(value for _, value in asked) == TROUBLE
    return Cell(told, (Mark(given.speech.say("rework before we propose")),) if trouble else ())


def _theirs(given: Given, one: Choices) -> Table:
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            joined(
                (f"{given.names.of(key)} {given.percent(weight)}" for key, weight in weights.items()), ", "
            ),
        )
        for id, weights in one.theirs.items()
    )
    return given.table(given.speech.say("What each of them decides by"), "Who | Decides by", rows)


def pushed(given: Given, one: Choices) -> Table:
    """Which solution we push, and why (M59)."""
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            given.percent(choice.margin),
            given.word(choice.quota),
            given.text(choice.competition),
        )
        for id, choice in one.ours.items()
    )
    return given.table(given.speech.say("What we push"), "Solution | >Margin | Quota | Against others", rows)


def _obstacles(given: Given, one: SalesProject) -> Table:
    rows = (
        (
            Cell(given.what(it), given.life(it), lead=True),
            given.text(it.answer),
            given.who(it.owner),
        )
        for _, it in alive(one.obstacles)
    )
    return given.table(
        given.speech.say("What could stand in the way"), "Obstacle | Our answer | Watched by", rows
    )


def _terms(given: Given, one: Negotiation) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("Frame"), given.text(one.frame)),
            (say("Strategy"), joined((str(given.word(one.strategy)), str(given.word(one.style))), ", ")),
            (say("Value argument"), given.text(one.value_argument)),
        )
    )


def _space(given: Given, one: Negotiation) -> Table:
    say, word = given.speech.say, given.speech.word
    ours = (
        (
            Cell(sentence(word(term)), (say("ours"),), lead=True),
            given.quantity(it.start, it.unit),
            given.quantity(it.target, it.unit),
            given.quantity(it.breaking_point, it.unit),
        )
        for term, it in one.space.items()
    )
    theirs = (
        (
            Cell(sentence(word(term)), (say("theirs"),), lead=True),
            given.quantity(it.start, it.unit),
            "",
            given.quantity(it.believed_limit, it.unit),
        )
        for term, it in one.their_space.items()
    )
    return given.table(say("Space"), "Term | >Start | >Target | >Breaking point", (*ours, *theirs))
