"""The folder of an opportunity: is it real, what it helps, who decides, what is next (M56, M57, M59)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kamc.analysis.pipeline import CABS, gaps
from kamc.brief.asking import missing, suggested
from kamc.brief.changed import Changes, changes
from kamc.brief.circle import Circle, more, said_for
from kamc.brief.given import Given, alive, by_date
from kamc.brief.occasions import voices
from kamc.brief.opportunities import details, pushed
from kamc.brief.shown import Cell, Fact, Mark, Shown, Table, Value, joined, table
from kamc.brief.standing import Figure, Titled
from kamc.brief.worries import worries
from kamc.model.account import Need, SuccessFactor
from kamc.model.buying_center import Member
from kamc.model.market import Competitor
from kamc.model.opportunities import Opportunity
from kamc.model.records import Tracked
from kamc.model.values import Date, Every, Keyed, Number, When, each, known

QUALIFIED = ("qualified", "go", "pursued", "closing")
"""Stages at which an opportunity has all four of CABS, or claims to (M56)."""
MOST_NEXT = 8


class Folder(Titled, frozen=True, kw_only=True):
    """What the folder of one opportunity shows; `part` is its id."""

    warning: Shown = ""
    """Where its stage claims more than what is known of it."""
    details: tuple[Fact, ...] = ()
    pushed: Table = Table()
    cabs: tuple[Fact, ...] = ()
    serves: Table = Table()
    deciding: Table = Table()
    rivals: tuple[Fact, ...] = ()
    changes: Changes = Changes()
    next: Table = Table()
    asked: Table = Table()
    worries: Table = Table()
    records: tuple[str, ...] = ()


def folders(given: Given) -> Iterator[Folder]:
    """A folder for each open opportunity, the next to be decided first."""
    for id, one in by_date(alive(given.plan.account_plan.opportunities), "closes"):
        if one.is_open:
            yield _folder(given, id, one)


def _folder(given: Given, id: str, one: Opportunity) -> Folder:
    topic = Circle(topics=frozenset({id}))
    return Folder(
        part=id,
        title=given.speech.say("Opportunity: {name}", name=given.names.of(id)),
        say=given.what(one),
        figures=tuple(_figures(given, one)),
        warning=_warning(given, one),
        details=details(given, one),
        pushed=pushed(given, one.choices),
        cabs=_cabs(given, one),
        serves=_serves(given, one),
        deciding=deciding(given, one),
        rivals=rivals(given, one),
        changes=changes(given, topic),
        next=_next(given, topic),
        asked=suggested(given, _present(given, one), {id: one}),
        worries=worries(given, topic, {}, {id: one}),
        records=each(one.records),
    )


def _present(given: Given, one: Opportunity) -> dict[str, Member]:
    """Those with a say in it who are still there."""
    centre = given.plan.relationships.buying_center
    return {id: centre[id] for id in voices(one) if id in centre and centre[id].is_open}


def _figures(given: Given, one: Opportunity) -> Iterator[Figure]:
    say = given.speech.say
    value, likely = known(one.value), known(one.probability)
    yield Figure(value=given.money(one.value, one.currency) or given.unknown, meaning=_worth(given, one))
    if value is not None and likely is not None:
        weighted = given.money(value * likely / Decimal(100), one.currency)
        meaning = say("weighted by its probability, {percent}", percent=given.percent(likely))
        yield Figure(value=weighted, meaning=meaning)
    yield Figure(value=_stage(given, one), meaning=_step(given, one))
    closes = given.due(one.closes) or Mark(say("no date"), "open")
    yield Figure(value=closes, meaning=say("their decision, as we expect it"))
    count = len(CABS) - len(gaps(one.cabs))
    held = say("{n} of {all}", n=count, all=len(CABS))
    tone = count == len(CABS)
    yield Figure(
        value=Mark(held, "good") if tone else Mark(held, "open"),
        meaning=say("of compelling reason, authority, budget and allies"),
    )


def _worth(given: Given, one: Opportunity) -> str:
    say = given.speech.say
    if not isinstance(one.term, Every):
        return say("what it is worth")
    return say("what it is worth over {term}", term=given.speech.lasting(one.term))


def _stage(given: Given, one: Opportunity) -> str:
    stage = given.speech.word(one.state)
    return stage[:1].upper() + stage[1:]


def _step(given: Given, one: Opportunity) -> str:
    say = given.speech.say
    step = str(given.word(one.buying_step))
    found = say("our stage; they are at {step}", step=step) if step else say("our stage")
    origin = {"push": say("we found the need"), "pull": say("they asked")}.get(str(known(one.origin)), "")
    return joined((found, origin), ", ")


def _warning(given: Given, one: Opportunity) -> Shown:
    """An opportunity is qualified with all four of CABS, and only then (M56)."""
    lacks = missing(given, one)
    if one.state not in QUALIFIED or not lacks:
        return ""
    gaps = given.speech.small("; ".join(lacks))
    told = given.speech.say("{stage}, and not yet known: {gaps}", stage=_stage(given, one), gaps=gaps)
    return Mark(told)


def _cabs(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """The four, each with what we know, or marked where we do not."""
    say, cabs = given.speech.say, one.cabs
    budget = joined(
        (str(given.word(cabs.budget.state)), str(given.money(cabs.budget.amount, one.currency))), " "
    )
    held: tuple[tuple[str, Shown, tuple[Shown, ...]], ...] = (
        (say("Compelling reason"), given.text(cabs.compelling_reason), ()),
        (say("Authority"), given.who(cabs.authority), ()),
        (say("Budget"), given.said_or(cabs.budget, budget), given.notes(cabs.budget)),
        (say("Allies"), given.who(cabs.allies), ()),
    )
    return tuple(Fact(label, Cell(value or given.unknown, more_)) for label, value, more_ in held)


def _serves(given: Given, one: Opportunity) -> Table:
    """The needs that it answers, with the success factor behind each and why they must act (M2)."""
    say = given.speech.say
    known_ = given.plan.account_knowledge
    kinds = (known_.success_factors, known_.challenges, known_.plans, known_.projects)
    needs: dict[str, Tracked] = {id: need for kind in kinds for id, need in kind.items()}
    heads = (say("It helps with"), say("Whose"), say("Success factor behind it"), say("Why now"), say("By"))
    rows = (_served(given, needs[id]) for id in each(one.answers) if id in needs)
    return table("", " | ".join(heads), rows)


def _served(given: Given, need: Tracked) -> tuple[Value, ...]:
    if isinstance(need, SuccessFactor):
        own = given.speech.say("a success factor itself")
        return (
            Cell(given.what(need), lead=True),
            given.who(need.whose),
            own,
            "",
            given.shown_date(need.by),
        )
    if not isinstance(need, Need):  # no other kind stands there
        return ("", "", "", "", "")
    return (
        Cell(given.what(need), given.life(need), lead=True),
        given.who(need.whose),
        given.who(need.serves, most=90),
        given.text(need.compelling_reason),
        given.shown_date(need.by),
    )


def deciding(given: Given, one: Opportunity) -> Table:
    """Who has a say in it: their part, where they stand, what they decide by and care about (M31, M59)."""
    say = given.speech.say
    centre = given.plan.relationships.buying_center
    heads = " | ".join((say("Who"), say("Part in it"), say("Stance"), say("Decides by"), say("Cares about")))
    rows = (_voice(given, one, id, centre.get(id, Member())) for id in voices(one))
    return table("", heads, rows)


def _voice(given: Given, one: Opportunity, id: str, member: Member) -> tuple[Value, ...]:
    say = given.speech.say
    part = joined(
        (
            say("can say yes") if id in each(one.cabs.authority) else "",
            say("speaks for us") if id in each(one.cabs.allies) else "",
            ", ".join(map(given.speech.word, each(member.roles))),
        ),
        ", ",
    )
    weights = one.choices.theirs.get(id, Keyed[Number]())
    stance: Shown = (
        Mark(given.speech.word("opponent")) if member.stance == "opponent" else given.word(member.stance)
    )
    rival = given.phrase("speaks for {rival}", rival=given.names.listed(member.favours))
    return (
        Cell(given.names.full(id), (*_post(member), *given.life(member)), lead=True),
        part,
        Cell(stance, (rival,) if rival else ()),
        joined((f"{given.names.of(key)} {given.percent(weight)}" for key, weight in weights.items()), "; "),
        given.text(member.profile.business_agenda),
    )


def _post(member: Member) -> tuple[str, ...]:
    return (member.title,) if isinstance(member.title, str) else ()


def rivals(given: Given, one: Opportunity) -> tuple[Fact, ...]:
    """Who else is after it: where they are strong and weak, what they want, who speaks for them (M48)."""
    held = given.plan.account_as_market.competitors
    return tuple(
        Fact(given.names.full(id), _rival(given, id, held[id]) if id in held else given.unknown)
        for id in each(one.competitors)
    )


def _rival(given: Given, id: str, one: Competitor) -> Shown:
    say = given.speech.say
    told = (
        (say("strong in: {what}"), given.text(one.strengths)),
        (say("weak in: {what}"), given.text(one.weaknesses)),
        (say("wants: {what}"), given.text(one.strategy)),
        (say("spoken for by {what}"), _advocates(given, id)),
    )
    return (
        joined(sentence.format(what=said_for(str(what))) for sentence, what in told if str(what))
        or given.unknown
    )


def _advocates(given: Given, rival: str) -> str:
    centre = given.plan.relationships.buying_center.items()
    return ", ".join(given.names.full(id) for id, one in centre if one.is_open and rival in each(one.favours))


def _next(given: Given, topic: Circle) -> Table:
    """What is planned for it, the earliest first: what we do for it or because of it, and meetings."""
    say, plan = given.speech.say, given.plan.account_plan
    follows = frozenset(_following(given, topic))
    acts = [
        one for id, one in alive(plan.activities) if one.is_open and (topic.touches(one) or id in follows)
    ]
    steps = [
        *(_Step(given, one.by, given.what(one), given.ours(one.owner)) for one in acts),
        *(
            _Step(
                given,
                one.date,
                Cell(given.what(one), (say("meeting"),)),
                given.who(one.team),
            )
            for _, one in alive(plan.meetings)
            if one.is_open and topic.touches(one)
        ),
    ]
    heads = " | ".join((say("By"), say("What"), say("Ours")))
    rows = (step.row for step in sorted(steps, key=lambda step: step.day)[:MOST_NEXT])
    return table(more(given, MOST_NEXT, len(steps)), heads, rows)


def _following(given: Given, topic: Circle) -> Iterator[str]:
    """What meetings, concerns, expectations and alarms about it lead to."""
    plan = given.plan.account_plan
    for kind in (plan.meetings, plan.concerns, plan.expectations, plan.alarms):
        for one in kind.values():
            if one.is_open and topic.touches(one):
                yield from each(one.leads_to)


class _Step(NamedTuple):
    """A step that is planned: its day, where it has one, what it is, who of ours takes it."""

    given: Given
    date: Date
    what: Value
    ours: Shown

    @property
    def day(self) -> dt.date:
        return self.date.last if isinstance(self.date, When) else dt.date.max

    @property
    def row(self) -> tuple[Value, ...]:
        no_date = Mark(self.given.speech.say("no date"), "open")
        return self.given.due(self.date) if isinstance(self.date, When) else no_date, self.what, self.ours
