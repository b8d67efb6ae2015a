"""What is still open has its day ahead of it.

Why: A plan is looked at each quarter, at least (M4: Le Bon and Herman, chapter 1). A day that has passed in
silence is a promise of which nobody knows whether it was kept; and a plan full of them is not believed. A
concern or an alarm that leads to something late is not told again.

Bad:

    account_plan:
      activities: {hub-trial: {by: 2026-11-13}}

Bad:

    account_plan:
      objectives: {win-jan: {by: 2026-10}}

Good:

    account_plan:
      activities: {hub-trial: {by: 2026-11-13, status: done, result: "No night lost."}}

Good:

    account_plan:
      activities: {hub-trial: {by: 2027-01-29, why: "The door was mended two weeks late."}}

Remedy: End it with its word (`done`, `met`, `held`, `settled` …), and say what came of it; `dropped` and why
is an end, too. If it goes on, write the new day, and `why` it slipped.
"""

from collections.abc import Iterator
from typing import TypeGuard

from kamc.analysis.due import DAYS, waits
from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.records import Tracked
from kamc.model.values import UNKNOWN, When
from kamc.rules.base import Rule, Subject
from kamc.words import counted, listed, shown

DUE = {
    "objective": "was to be met by",
    "strategy": "was to be done by",
    "activity": "was to be done by",
    "communication": "was to be said by",
    "meeting": "was to be held on",
    "concern": "was to be settled by",
    "alarm": "was to be settled by",
}
"""For each kind, what was to happen on its day. Opportunities have their own rule."""


def check(subject: Subject) -> Iterator[Finding]:
    late: set[str] = set()
    for kind, promise in DUE.items():
        field = DAYS[kind]
        for node in subject.open(kind):
            due = getattr(node.entry, field)
            if not isinstance(due, When) or not subject.is_over(due) or not is_surely_open(node.entry):
                continue
            late.add(node.id)
            if not waits(kind, node.entry, late):
                days = counted((subject.as_of - due.last).days, "day")
                yield told(node, node.entry, field, f"{promise} {due}", days)


def is_surely_open(entry: object) -> TypeGuard[Tracked]:
    """Whether its author says that it is still alive: a status that is unknown says neither."""
    return isinstance(entry, Tracked) and entry.status is not UNKNOWN


def told(node: Node, entry: Tracked, field: str, promise: str, over: str) -> Finding:
    ends = listed([f"`{word}`" for word in entry.about.ended])
    return Finding(
        code=RULE.code,
        message=f"{shown(node.title)} {promise} and is still {entry.state}: {over} over",
        at=(*node.path, field),
        on="value",
        label=f"{over} ago",
        help=f"end it with `status:` {ends}, or write a new `{field}` and `why` it slipped",
    )


RULE = Rule(code="KAM505", slug="overdue", kind=Kind.CLOCK, methods=(4, 55), doc=__doc__, check=check)
