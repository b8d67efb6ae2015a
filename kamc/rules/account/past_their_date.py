"""What of theirs is past its date is ended, or has a new one.

Why: A date that has passed is news (M4, M18): they got there, they gave up, or it takes longer. Each of the
three changes what we should do, and the plan that does not know which works for last year's customer.

Bad:

    account_knowledge:
      success_factors: {night-cut: {by: 2026-06-30}}

Good:

    account_knowledge:
      success_factors: {old-dock: {what: "A new dock", whose: ines-bahr, by: 2026-06-30, status: met}}

Remedy: Ask what became of it. End it with its `status`, the day and a `why`; or write the new date, and say
in `why` what moved it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.account import BusinessObjective, Need, SuccessFactor
from kamc.rules.base import Rule, Subject
from kamc.words import listed, shown

KINDS = ("business-objective", "success-factor", "challenge", "plan", "project")
RESTING = "on-hold"


def check(subject: Subject) -> Iterator[Finding]:
    for kind in KINDS:
        for node in subject.open(kind):
            entry = node.entry
            if not isinstance(entry, BusinessObjective | SuccessFactor | Need):
                continue
            if entry.state != RESTING and subject.is_over(entry.by):
                yield overdue(node, entry.state, entry.about.ended)


def overdue(node: Node, state: str, ends: tuple[str, ...]) -> Finding:
    """The finding on one entry: its `state` today, and the words with which it could end."""
    words = listed([f"`{word}`" for word in ends])
    return Finding(
        code=RULE.code,
        message=f"the date of {shown(node.title)} has passed, and it is still {state}",
        at=(*node.path, "by"),
        on="value",
        label="what became of it?",
        help=f"ask them; write {words} as its status, or the new date and in `why` what moved it",
    )


RULE = Rule(code="KAM117", slug="past-their-date", kind=Kind.CLOCK, methods=(4, 18), doc=__doc__, check=check)
