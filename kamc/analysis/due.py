"""What had its day: the entries of an account plan that are due, done, or overdue (M4, M55)."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.activities import AccountPlan
from kamc.model.records import GOOD_ENDS, Entry, Tracked
from kamc.model.values import UNKNOWN, Keyed, When, each

Kind: TypeAlias = str

DAYS: Mapping[Kind, str] = {
    "objective": "by",
    "strategy": "by",
    "activity": "by",
    "communication": "by",
    "meeting": "date",
    "concern": "by",
    "alarm": "by",
    "opportunity": "closes",
}
"""The kinds of entries that have a day, and the field in which it stands."""
CARE = frozenset(("concern", "alarm"))


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """An entry with its day; `late` counts the days since then, where it is still open."""

    kind: Kind
    id: str
    entry: Tracked
    when: When
    late: int = 0


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """What was due by a day: what ended well, and what is still open though its day has passed."""

    kept: tuple[Dated, ...]
    overdue: tuple[Dated, ...]


@needs(
    "account_plan.activities.*.by",
    "account_plan.communications.*.by",
    "account_plan.meetings.*.date",
    "account_plan.objectives.*.by",
    "account_plan.strategies.*.by",
    "account_plan.opportunities.*.closes",
    "account_plan.concerns.*.by",
    "account_plan.alarms.*.by",
)
def due(view: View, as_of: dt.date) -> Due:
    """What a plan promised for some day up to `as_of`, and what became of it.

    What was dropped, lost or missed is in neither: it was told, and is judged elsewhere. What was done before
    its day is kept. A status that is `unknown` says nothing. A concern or an alarm that only waits for what
    is overdue is not counted beside it.
    """
    found = tuple(_dated(view.plan.account_plan, as_of))
    late = frozenset(one.id for one in found if one.late)
    return Due(
        kept=tuple(one for one in found if one.entry.state in GOOD_ENDS),
        overdue=tuple(one for one in found if one.late and not waits(one.kind, one.entry, late)),
    )


def waits(kind: Kind, entry: Entry | None, late: Collection[str]) -> bool:
    """Whether a concern or an alarm only waits for what was to handle it, which is late itself."""
    return kind in CARE and any(id_ in late for id_ in each(getattr(entry, "leads_to", None)))


def _dated(plan: AccountPlan, as_of: dt.date) -> Iterator[Dated]:
    for kind, entries in _entries(plan):
        for id_, entry in entries.items():
            when = getattr(entry, DAYS[kind])
            if isinstance(when, When) and getattr(entry, entry.status_field) is not UNKNOWN:
                late = max(0, (as_of - when.last).days) if entry.is_open else 0
                yield Dated(kind=kind, id=id_, entry=entry, when=when, late=late)


def _entries(plan: AccountPlan) -> Iterator[tuple[Kind, Keyed[Tracked]]]:
    yield "objective", plan.objectives
    yield "strategy", plan.strategies
    yield "activity", plan.activities
    yield "communication", plan.communications
    yield "meeting", plan.meetings
    yield "concern", plan.concerns
    yield "alarm", plan.alarms
    yield "opportunity", plan.opportunities
