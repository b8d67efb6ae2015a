"""The pipeline: what they may buy, what makes it real, how we lead it (M28, M56 to M59, M62)."""

import msgspec

from kamc.analysis.pipeline import pipeline as figure
from kamc.analysis.sums import Sum
from kamc.brief.given import Given, alive, by_date, every, labelled, notes, percent, shown_date, text, word
from kamc.brief.knowledge import said_or
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined, table
from kamc.model.opportunities import Cabs, Choices, Negotiation, Opportunity, PropositionCheck, SalesProject
from kamc.model.spec import spec
from kamc.model.values import Every, When
from kamc.speech.format import money, sentence, words

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
        value=_sum(value),
        weighted=_sum(weighted) if weighted.known == value.known else "",
    )


def _sum(one: Sum) -> str:
    return money(one.amount, one.currency) if one.amount is not None else ""


def overview(given: Given) -> Table:
    """All opportunities, the next to close first, those that have ended last."""
    rows = (
        (
            Cell(said_or(one, text(one.what)), _ended(given, one), lead=True),
            _stage(one),
            given.money(one.value, one.currency),
            percent(one.probability),
            given.due(one.closes, is_open=one.is_open),
        )
        for _, one in by_date(alive(given.plan.account_plan.opportunities), "closes")
    )
    return table("", "Opportunity | Stage | >Value | >Probability | Decided", rows)


def chances(given: Given) -> tuple[Chance, ...]:
    """The open opportunities with their folders."""
    return tuple(
        _chance(given, id, one) for id, one in alive(given.plan.account_plan.opportunities) if one.is_open
    )


def _stage(one: Opportunity) -> Shown:
    if one.state in {"lost", "no-go"}:
        return Mark(words(one.state))
    return Mark("contract", "good") if one.state == "contract" else words(one.state)


def _ended(given: Given, one: Opportunity) -> tuple[Shown, ...]:
    return tuple(part for part in given.life(one) if not isinstance(part, Mark)) if not one.is_open else ()


def _chance(given: Given, id: str, one: Opportunity) -> Chance:
    project, deal = one.sales_project, one.negotiation
    return Chance(
        name=given.names.full(id),
        line=_line(given, one),
        notes=Cell("", notes(one)),
        facts=_facts(given, one),
        cabs=_cabs(given, one.cabs),
        theirs=_theirs(given, one.choices),
        ours=pushed(given, one.choices),
        obstacles=_obstacles(given, project),
        negotiation=_terms(deal),
        space=_space(given, deal),
        concessions=table(
            "Concessions",
            "We can | if you can",
            ((text(each.we_can), text(each.if_you_can)) for each in deal.concessions),
        ),
    )


def _line(given: Given, one: Opportunity) -> str:
    value = str(given.money(one.value, one.currency))
    over = f"{value} over {term(one.term)}" if value and isinstance(one.term, Every) else value
    return joined(
        (
            sentence(words(one.state)),
            over,
            str(percent(one.probability)),
            labelled("decided", given.due(one.closes)),
            str(word(one.origin)),
            labelled("they are at", word(one.buying_step)),
        )
    )


def term(term: Every) -> str:
    """For how long: `one year`, `3 years`."""
    return f"one {term}" if term.count == 1 else str(term)


def _facts(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    return (
        *facts((("Helps with", given.who(one.answers)),)),
        *_place(given, one),
        *facts((("Against", given.names.listed(one.competitors)),)),
        *_course(one),
    )


def details(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """What it is made of, where, towards what, with whom; their dates, how it is led (M28, M56, M57)."""
    return (*_place(given, one), *_course(one))


def _place(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    return facts(
        (
            ("With", given.who(one.using)),
            ("In", given.who(one.in_)),
            ("Advances", given.who(one.advances)),
        )
    )


def _course(one: Opportunity) -> tuple[Fact, ...]:
    return facts(
        (
            ("Together with", text(one.partners)),
            ("Their calendar", _calendar(one)),
            ("Value proposition", _check(one.proposition_check)),
            ("As a project", _project(one.sales_project)),
            ("It must reach", text(one.sales_project.objectives)),
        )
    )


def _calendar(one: Opportunity) -> str:
    """The dates of their process, the next one first."""
    days = sorted(
        one.calendar.items(),
        key=lambda pair: pair[1].last.isoformat() if isinstance(pair[1], When) else "9999",
    )
    return joined((f"{sentence(words(step))} {shown_date(day)}" for step, day in days), "; ")


def _project(one: SalesProject) -> str:
    control = one.control
    look = joined(
        (str(text(control.what)), every(control.every), labelled("last", shown_date(control.last))), ", "
    )
    return joined(
        (str(word(one.phase)), labelled("since", shown_date(one.started)), labelled("control:", look))
    )


def _cabs(given: Given, one: Cabs) -> tuple[Fact, ...]:
    money_ = joined((str(word(one.budget.state)), str(given.money(one.budget.amount))), " ")
    return facts(
        (
            ("Compelling reason", text(one.compelling_reason)),
            ("Authority", given.who(one.authority)),
            ("Budget", said_or(one.budget, money_)),
            ("Allies", given.who(one.allies)),
        )
    )


def _check(one: PropositionCheck) -> Value:
    asked = [
        (slot.field.title, getattr(one, slot.attr))
        for slot in spec(type(one)).slots
        if slot.attr in type(one).__annotations__
    ]
    told = joined((f"{title.lower()}: {word(value)}" for title, value in asked if value is not None), ", ")
    trouble = tuple(value for _, value in asked) == TROUBLE
    return Cell(told, (Mark("rework before we propose"),) if trouble else ())


def _theirs(given: Given, one: Choices) -> Table:
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            joined((f"{given.names.of(key)} {percent(weight)}" for key, weight in weights.items()), ", "),
        )
        for id, weights in one.theirs.items()
    )
    return table("What each of them decides by", "Who | Decides by", rows)


def pushed(given: Given, one: Choices) -> Table:
    """Which solution we push, and why (M59)."""
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            percent(choice.margin),
            word(choice.quota),
            text(choice.competition),
        )
        for id, choice in one.ours.items()
    )
    return table("What we push", "Solution | >Margin | Quota | Against others", rows)


def _obstacles(given: Given, one: SalesProject) -> Table:
    rows = (
        (Cell(said_or(it, text(it.what)), given.life(it), lead=True), text(it.answer), given.who(it.owner))
        for _, it in alive(one.obstacles)
    )
    return table("What could stand in the way", "Obstacle | Our answer | Watched by", rows)


def _terms(one: Negotiation) -> tuple[Fact, ...]:
    return facts(
        (
            ("Frame", text(one.frame)),
            ("Strategy", joined((str(word(one.strategy)), str(word(one.style))), ", ")),
            ("Value argument", text(one.value_argument)),
        )
    )


def _space(given: Given, one: Negotiation) -> Table:
    ours = (
        (
            Cell(sentence(words(term)), ("ours",), lead=True),
            given.quantity(it.start, it.unit),
            given.quantity(it.target, it.unit),
            given.quantity(it.breaking_point, it.unit),
        )
        for term, it in one.space.items()
    )
    theirs = (
        (
            Cell(sentence(words(term)), ("theirs",), lead=True),
            given.quantity(it.start, it.unit),
            "",
            given.quantity(it.believed_limit, it.unit),
        )
        for term, it in one.their_space.items()
    )
    return table("Space", "Term | >Start | >Target | >Breaking point", (*ours, *theirs))
