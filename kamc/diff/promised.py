"""What became of promises, told as changes are: kept, late, carried over, carried over again (M4, M55)."""

import datetime as dt
from collections.abc import Mapping

from kamc.analysis.due import DAYS
from kamc.analysis.promises import Promise, promises
from kamc.audience import View
from kamc.diff.names import Names
from kamc.diff.wording import item_text
from kamc.links.match import matched
from kamc.model.change import Effect, Outcome, Promised
from kamc.model.period import period
from kamc.model.values import When
from kamc.speech import Speech, message

EFFECTS: Mapping[Outcome, Effect] = {
    "kept": "better",
    "carried-over": "worse",
    "carried-over-again": "worse",
    "gone": "worse",
}
"""What a promise that ended so means for us; all others say nothing of the kind."""

SENTENCES: Mapping[Outcome, str] = {
    "kept": message("Kept: {what} (due {by}, done {done})"),
    "late": message("Done late: {what} (due {by}, done {done})"),
    "undated": message("Done, nobody says when: {what} (due {by})"),
    "carried-over": message("Carried over: {what} (due {by}, still without a new day)"),
    "carried-over-again": message("Carried over again: {what} (due {by}, still without a new day)"),
    "dropped": message("Given up: {what} (due {by})"),
    "gone": message("Gone without a word: {what} (due {by})"),
    "unknown": message("Nobody knows what became of {what} (due {by})"),
}
MOVED: Mapping[Outcome, str] = {
    "carried-over": message("Carried over: {what} (due {by}, now {moved})"),
    "carried-over-again": message("Carried over again: {what} (due {by}, now {moved})"),
}


def promised(
    old: View, new: View, older: View | None, names: Names, fiscal_year_start: int
) -> tuple[Promised, ...]:
    """What was due by the end of the old plan's quarter, the earliest first.

    `older` is the plan of the quarter before that one: what it carried over is carried over again.
    """
    found = promises(old, new, fiscal_year_start)
    if found is None:
        return ()
    before = _carried(older, old, fiscal_year_start)
    quarter = period(old.plan.period)
    first = quarter.before.last_day(fiscal_year_start) if quarter else None
    return tuple(_promised(one, _outcome(one, before, first), names) for one in found.due)


def _carried(older: View | None, old: View, fiscal_year_start: int) -> frozenset[str]:
    """What had been carried over into the old plan already, by its id there."""
    found = promises(older, old, fiscal_year_start) if older else None
    if older is None or found is None:
        return frozenset()
    now = {pair.old.id: pair.new.id for pair in matched(older.plan, old.plan) if pair.old and pair.new}
    return frozenset(now[one.id] for one in found.of("carried-over") if one.id in now)


def _outcome(one: Promise, before: frozenset[str], first: dt.date | None) -> Outcome:
    """What was overdue when the quarter began was carried over once before, whoever kept a plan of it."""
    if one.outcome == "on-time":
        return "kept"
    if one.outcome == "carried-over":
        again = one.id in before or (first is not None and one.by.last <= first)
        return "carried-over-again" if again else "carried-over"
    return one.outcome


def _promised(one: Promise, outcome: Outcome, names: Names) -> Promised:
    def day(when: When | None) -> str:
        return item_text(None, when, names) if when else ""

    what = names.speech.quoted(one.what) if one.what else names.of(one.id)
    told = {"what": what, "by": day(one.by), "done": day(one.done), "moved": day(one.moved_to)}
    return Promised(
        entity=one.kind,
        id=one.id,
        what=one.what or names.of(one.id),
        by=one.by.text,
        outcome=outcome,
        message=_sentence(outcome, told, names.speech),
        effect=EFFECTS.get(outcome, "neutral"),
        done=one.done.text if one.done else "",
        moved_to=one.moved_to.text if one.moved_to else "",
    )


def _sentence(outcome: Outcome, told: Mapping[str, str], speech: Speech) -> str:
    """One sentence a promise."""
    moved = outcome.startswith("carried-over") and told["moved"]
    return speech.say(MOVED[outcome] if moved else SENTENCES[outcome], **told)


def slipped_before(older: View, old: View) -> frozenset[str]:
    """The entries whose day had slipped in the quarter before already, by their ids in the old plan."""
    found = set()
    for pair in matched(older.plan, old.plan):
        field = DAYS.get(pair.new.entry.about.kind) if pair.old and pair.new else None
        if pair.old and pair.new and field:
            before, after = (getattr(one.entry, field, None) for one in (pair.old, pair.new))
            if isinstance(before, When) and isinstance(after, When) and before.last < after.last:
                found.add(pair.new.id)
    return frozenset(found)
