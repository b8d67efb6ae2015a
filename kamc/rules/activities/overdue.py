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

from collections.abc import Collection, Iterator
from typing import TypeGuard

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.records import Tracked
from kamc.model.values import UNKNOWN, When, each
from kamc.rules.base import Rule, Subject
from kamc.words import counted, listed, shown

DUE = {
    "objective": ("by", "was to be met by"),
    "strategy": ("by", "was to be done by"),
    "activity": ("by", "was to be done by"),
    "communication": ("by", "was to be said by"),
    "meeting": ("date", "was to be held on"),
    "concern": ("by", "was to be settled by"),
    "alarm": ("by", "was to be settled by"),
}
"""For each kind: the field of its day, and what was to happen then. Opportunities have their own rule."""
CARE = frozenset(("concern", "alarm"))


def check(subject: Subject) -> Iterator[Finding]:
    late: set[str] = set()
    for kind, (field, promise) in DUE.items():
        for node in subject.open(kind):
            due = getattr(node.entry, field)
            if not isinstance(due, When) or not subject.is_over(due) or not is_surely_open(node.entry):
                continue
            late.add(node.id)
            if not waits(node, late):
                days = counted((subject.as_of - due.last).days, "day")
                yield told(node, node.entry, field, f"{promise} {due}", days)


def waits(node: Node, late: Collection[str]) -> bool:
    """Whether a concern or an alarm only waits for what was to handle it, which is late, and told."""
    return node.kind in CARE and any(id_ in late for id_ in each(getattr(node.entry, "leads_to", None)))


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
