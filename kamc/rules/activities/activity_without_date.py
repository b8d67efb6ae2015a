"""An activity has a day on which it is done.

Why: An activity plan is who does what by when (M55). Without a day it is never late, and so it is never
done.

Bad:

    account_plan:
      activities: {hub-trial: {by: ~}}

Good:

    account_plan:
      activities: {hub-trial: {by: 2027-Q1}}

Good:

    account_plan:
      activities: {hub-trial: {by: unknown}}

Remedy: Write `by` with a day, a month or a quarter; the last day of it is meant.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Activity
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("activity"):
        if isinstance(node.entry, Activity) and is_missing(node.entry.by):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no date",
                at=(*node.path, "by"),
                label="by when?",
                help="write `by` with a day, month or quarter, or `unknown`",
            )


RULE = Rule(
    code="KAM516", slug="activity-without-date", kind=Kind.GAP, methods=(55,), doc=__doc__, check=check
)
