"""Promises kept and missed, as the quarterly review tells them (M4, M55)."""

from kamc.analysis.promises import Outcome, Promise, Promises, promises
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Part, Shown, Value, table
from kamc.model.records import Tracked

KEPT = ("on-time", "late", "undated")
"""Outcomes in which a thing is done."""


def kept(given: Given) -> Promises | None:
    """What became of the promises of the quarter before; `None` where there is no plan of it."""
    if given.earlier is None:
        return None
    return promises(given.earlier, given.view, given.run.fiscal_year_start)


def promises_part(given: Given) -> Part:
    """What was not kept, then what was."""
    say, found = given.speech.say, kept(given)
    if found is None:
        return Part(say=say("No promises to look back on: there is no plan of an earlier quarter."))
    quarter = given.speech.quarter(found.period)
    if not found.due:
        return Part(say=say("Nothing was due by the end of {quarter}.", quarter=quarter))
    missed = [one for one in found.due if one.outcome not in KEPT]
    good = [one for one in found.due if one.outcome in KEPT]
    heads = " | ".join((say("Promise"), say("Due"), say("What became of it")))
    return Part(
        say=told(given, found),
        tables=tuple(
            table(caption, heads, (_promise(given, one) for one in held))
            for caption, held in ((say("Not kept yet, or not at all"), missed), (say("Kept"), good))
            if held
        ),
    )


def told(given: Given, found: Promises) -> str:
    """How much of it is done, and how much of that was done on its day, as far as somebody says so."""
    say, quarter = given.speech.say, given.speech.quarter(found.period)
    numbers = {
        "done": sum(one.outcome in KEPT for one in found.due),
        "all": len(found.due),
        "on_time": len(found.of("on-time")),
        "undated": len(found.of("undated")),
    }
    if numbers["undated"]:
        sentence = say(
            "Of {all} promises due by the end of {quarter}, {done} are done: {on_time} on time, "
            "{undated} on a day that nobody says.",
            quarter=quarter,
            **numbers,
        )
    else:
        sentence = say(
            "Of {all} promises due by the end of {quarter}, {done} are done, {on_time} on time.",
            quarter=quarter,
            **numbers,
        )
    return sentence


def _promise(given: Given, one: Promise) -> tuple[Value, ...]:
    kind = (given.speech.say("message"),) if one.kind == "communication" else ()
    return (
        Cell(one.what or given.names.of(one.id), kind, lead=True),
        given.speech.when(one.by),
        _became(given, one),
    )


def _became(given: Given, one: Promise) -> Value:
    """What became of a promise, with what came of it or why."""
    say, now = given.speech.say, _entry(given, one.id)
    day = given.speech.when(one.done) if one.done else ""
    moved = given.speech.when(one.moved_to) if one.moved_to else ""
    words: dict[Outcome, Shown] = {
        "on-time": Mark(say("done {day}", day=day).strip(), "good"),
        "late": Mark(say("done late, {day}", day=day)),
        "undated": Mark(say("done, nobody says when"), "open"),
        "carried-over": Mark(say("carried over to {day}", day=moved) if moved else say("still open")),
        "dropped": say("given up"),
        "gone": Mark(say("gone without a word")),
        "unknown": given.unknown,
    }
    told = (getattr(now, "result", None), getattr(now, "why", None)) if now else ()
    return Cell(words[one.outcome], tuple(part for part in told if isinstance(part, str)))


def _entry(given: Given, id: str) -> Tracked | None:
    plan = given.plan.account_plan
    return plan.activities.get(id) or plan.communications.get(id)
