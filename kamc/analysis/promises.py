"""Promises kept: what was due in an earlier quarter, and what became of it by a later plan (M4, M55)."""

import datetime as dt
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import percent
from kamc.audience import View
from kamc.links import graph
from kamc.links.match import Pair, matched
from kamc.model.actions import Activity, Communication
from kamc.model.period import period
from kamc.model.records import is_missing
from kamc.model.values import UNKNOWN, Date, When, known

Outcome: TypeAlias = Literal["on-time", "late", "undated", "carried-over", "dropped", "gone", "unknown"]
"""Done by its day; done after it; done, nobody says when; still open; given up with a reason, or lives on in
another entry; given up or left out without a word; nobody knows."""
Due: TypeAlias = Activity | Communication


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was to be done or said by a day of the quarter, and what became of it."""

    id: str
    kind: Literal["activity", "communication"]
    what: str
    """As the earlier plan had it; empty where it does not say."""
    by: When
    outcome: Outcome
    done: When | None
    """The day it was done, where it was and somebody says so."""
    moved_to: When | None
    """The new day of what was carried over, where it has one."""


class Promises(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was due in a quarter, the earliest first."""

    period: str
    due: tuple[Promise, ...]
    without_day: int
    """How many open entries of the earlier plan had no day, and so could not be kept or broken."""

    def of(self, outcome: Outcome) -> tuple[Promise, ...]:
        """The promises that ended so."""
        return tuple(one for one in self.due if one.outcome == outcome)

    @property
    def share(self) -> Decimal | None:
        """What was done on time, in percent of what was due; not known where that of one of them is not."""
        unsure = self.of("undated") or self.of("unknown")
        return None if unsure else percent(len(self.of("on-time")), len(self.due))

    @property
    def words(self) -> str:
        """How people say it: `5 of 7 done on time`; what nobody knows is told beside it."""
        undated, unknown = len(self.of("undated")), len(self.of("unknown"))
        more = (f"{undated} without a date" if undated else "", f"{unknown} not known" if unknown else "")
        head = f"{len(self.of('on-time'))} of {len(self.due)} done on time" if self.due else "nothing was due"
        return ", ".join(part for part in (head, *more) if part)


@needs(
    *(
        f"account_plan.{kinds}.*.{field}"
        for kinds in ("activities", "communications")
        for field in ("by", "status", "ended", "why", "became")
    )
)
def promises(before: View, now: View, fiscal_year_start: int = 1) -> Promises | None:
    """What was due by the end of the quarter of `before`, and what the plan of `now` makes of it (M4, M55).

    Due is each activity and communication with a day in that quarter, and each that was overdue then and
    still open. A plan may have been kept up through its quarter: what ended in it and was left out since,
    ended so. It is on time when it ended by the day that the earlier plan gave it, whatever day it got since.
    What is said again and again has no day and is no promise here. Not known where the quarter is not.
    """
    quarter = period(before.plan.period)
    if quarter is None:
        return None
    last, first = (one.last_day(fiscal_year_start) for one in (quarter, quarter.before))
    unsure = graph(now.plan).unsure
    held = [(pair, old) for pair in matched(before.plan, now.plan) if (old := _old(pair)) is not None]
    due = [
        _promise(pair, old, old.by, unsure)
        for pair, old in held
        if isinstance(old.by, When) and old.by.last <= last and (old.is_open or old.by.last > first)
    ]
    return Promises(
        period=str(quarter),
        due=tuple(sorted(due, key=lambda one: (one.by.last, one.id))),
        without_day=sum(
            old.is_open and not isinstance(old.by, When) and not _repeats(old) for _, old in held
        ),
    )


def _old(pair: Pair) -> Due | None:
    """What an entry was, where it is something that is done or said."""
    entry = pair.old.entry if pair.old else None
    return entry if isinstance(entry, Activity | Communication) and entry.said is None else None


def _repeats(one: Due) -> bool:
    return isinstance(one, Communication) and not is_missing(one.every)


def _promise(pair: Pair, old: Due, by: When, unsure: frozenset[str]) -> Promise:
    outcome, new = _outcome(pair, old, by.last, unsure), _new(pair)
    text = known(old.what if isinstance(old, Activity) else old.message)
    return Promise(
        id=pair.old.id if pair.old else "",
        kind="activity" if isinstance(old, Activity) else "communication",
        what=text or "",
        by=by,
        outcome=outcome,
        done=known((new or old).ended) if outcome in {"on-time", "late"} else None,
        moved_to=_moved(new, by) if outcome == "carried-over" else None,
    )


def _new(pair: Pair) -> Due | None:
    entry = pair.new.entry if pair.new else None
    return entry if isinstance(entry, Activity | Communication) else None


def _outcome(pair: Pair, old: Due, by: dt.date, unsure: frozenset[str]) -> Outcome:
    one = _new(pair) or old
    if one.said is UNKNOWN or one.status is UNKNOWN:
        return "unknown"
    if one.state == "done":
        return _when(one.ended, by)
    if one.is_open and pair.new is None and is_missing(old.became):
        return "unknown" if old.about.kind in unsure else "gone"
    if one.is_open and one is not old:
        return "carried-over"
    return "gone" if not one.is_open and is_missing(one.why) and is_missing(one.became) else "dropped"


def _when(ended: Date, by: dt.date) -> Outcome:
    """Whether what is done was done by its day, as far as the day it ended tells."""
    if not isinstance(ended, When) or _first_day(ended) <= by < ended.last:
        return "undated"
    return "on-time" if ended.last <= by else "late"


def _first_day(when: When) -> dt.date:
    """The first day that a date of any precision means."""
    if len(when.text) == len("2026"):
        return when.last.replace(month=1, day=1)
    if len(when.text) == len("2026-09-30"):
        return when.last
    return when.last.replace(month=when.last.month - 2 * ("Q" in when.text), day=1)


def _moved(new: Due | None, by: When) -> When | None:
    moved = known(new.by) if new else None
    return moved if moved != by else None
