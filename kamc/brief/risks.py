"""Risks with their owners: alarms, concerns, and threats of the market (M50, M52, M58)."""

from collections.abc import Iterator

from kamc.analysis.alarms import danger_rank
from kamc.brief.days import called
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Part, Shown, Value, joined, table
from kamc.model.care import Alarm, Concern
from kamc.model.values import each, known
from kamc.speech.format import sentence


def risks(given: Given) -> Part:
    """What may go wrong, and who of ours has it."""
    say, rows = given.speech.say, risk_rows(given)
    heads = (say("Risk"), say("Whose"), say("What we do"), say("Ours"), say("By"))
    if not rows:
        return Part(say=say("The plan names no alarm, no concern and no threat that is open."))
    return Part(tables=(table("", " | ".join(heads), rows),))


def risk_rows(given: Given) -> tuple[tuple[Value, ...], ...]:
    """Alarms, the most dangerous first, then concerns, then threats; each with its owner."""
    plan, say = given.plan.account_plan, given.speech.say
    alarms = sorted((one for one in plan.alarms.values() if one.is_open and one), key=danger_rank)
    concerns = ((id, one) for id, one in plan.concerns.items() if one.is_open and one)
    return (
        *(
            _risk(given, one, _sign(given, one), _danger(given, one), given.text(one.treatment))
            for one in alarms
        ),
        *(
            _risk(given, one, called(given, id, one), (say("concern"),), given.text(one.answer))
            for id, one in concerns
        ),
        *_threats(given),
    )


def _sign(given: Given, one: Alarm) -> Shown:
    """What we saw; the word of the sign, where nobody says more."""
    return given.text(one.what) or sentence(given.speech.word(known(one.sign) or "alarm"))


def _danger(given: Given, one: Alarm) -> tuple[Shown, ...]:
    say = given.speech.say
    levels: dict[str, Shown] = {
        "high": Mark(say("high danger")),
        "medium": say("medium danger"),
        "low": say("low danger"),
    }
    return (say("alarm"), levels[one.danger]) if isinstance(one.danger, str) else (say("alarm"),)


def _risk(
    given: Given, one: Alarm | Concern, what: Shown, notes: tuple[Shown, ...], does: Shown
) -> tuple[Value, ...]:
    leads_to = given.names.listed(one.leads_to)
    return (
        Cell(what, notes, lead=True),
        given.who(one.whose),
        joined((str(does), f"→ {leads_to}" if leads_to else ""), " "),
        _owner(given, one),
        given.due(one.by),
    )


def _owner(given: Given, one: Alarm | Concern) -> Shown:
    """Who of ours: who is named, else who does what it leads to; nobody is a mark."""
    plan = given.plan.account_plan
    if one.owner is not None:
        return given.who(one.owner)
    for id in each(one.leads_to):
        if id in plan.activities:
            return given.ours(plan.activities[id].owner)
        if id in plan.communications:
            return given.ours(plan.communications[id].from_)
    return Mark(given.speech.say("nobody"))


def _threats(given: Given) -> Iterator[tuple[Value, ...]]:
    """Threats of the market; a strategy that uses one is its answer."""
    say = given.speech.say
    strategies = [one for one in given.plan.account_plan.strategies.values() if one.is_open]
    for id, one in given.plan.account_as_market.swot.threats.items():
        if one.is_open and one:
            answer = next((held for held in strategies if id in each(held.uses)), None)
            yield (
                Cell(called(given, id, one), (say("threat"),), lead=True),
                "",
                given.text(answer.what) if answer else "",
                given.ours(answer.owner) if answer else Mark(say("nobody")),
                given.due(answer.by) if answer else "",
            )
