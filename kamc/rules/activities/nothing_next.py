"""While the quarter runs, something is still to be done.

Why: A plan is a living thing, looked at each quarter at least (M4), and its activities are what happens next
(M55). When all of them have ended before the quarter has, the account is without a next step until somebody
notices.

Bad:

    account_plan:
      activities: {hub-trial: {status: done}, claims-talk: {status: done}}

Good:

    account_plan:
      activities: {hub-trial: {status: done}}

Remedy: Write the next step: what follows from what was done, or begin the plan of the next quarter.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.records import Tracked
from kamc.rules.base import Rule, Subject
from kamc.words import counted


def check(subject: Subject) -> Iterator[Finding]:
    activities = subject.graph.of_kind("activity")
    runs = subject.last_day is not None and subject.as_of < subject.last_day
    alive = any(isinstance(node.entry, Tracked) and node.entry.is_open for node in activities)
    if activities and runs and not alive and subject.plan.selection.decision != "cease":
        yield Finding(
            code=RULE.code,
            message=f"nothing is left to be done at {subject.account} until {subject.last_day}",
            at=("account_plan", "activities"),
            label=f"{counted(len(activities), 'activity', 'activities')}, all ended",
            help="write the next activity, or begin the plan of the next quarter",
        )


RULE = Rule(code="KAM526", slug="nothing-next", kind=Kind.CLOCK, methods=(4, 55), doc=__doc__, check=check)
