"""An open opportunity closes in days to come.

Why: The pipeline is value, probability and close date (M56: SalesXcellence). A close date in the past is a
forecast that nobody has looked at since; it adds to a sum that somebody plans with.

Bad:

    account_plan:
      opportunities: {hub-nights: {closes: 2026-10-30}}

Good:

    account_plan:
      opportunities: {hub-nights: {closes: 2026-10-30, stage: lost, why: "Rapid Nord opens at night."}}

Good:

    account_plan:
      opportunities: {hub-nights: {closes: unknown}}

Remedy: Ask them when they decide. If they have, the `stage` is `contract` or `lost`; if they have not, write
the new day and `why`, and think about the probability again.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN, When
from kamc.rules.activities.pipeline import pipeline
from kamc.rules.base import Rule, Subject
from kamc.words import counted, shown


def check(subject: Subject) -> Iterator[Finding]:
    for node, opportunity in pipeline(subject):
        closes = opportunity.closes
        if isinstance(closes, When) and subject.is_over(closes) and opportunity.stage is not UNKNOWN:
            late = counted((subject.as_of - closes.last).days, "day")
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} was to close {closes} and is still "
                f'"{opportunity.state}": {late} over',
                at=(*node.path, "closes"),
                on="value",
                label=f"{late} ago",
                help="end it with `stage:` `contract`, `lost` or `no-go`, or write a new day and `why`",
            )


RULE = Rule(
    code="KAM510",
    slug="close-overdue",
    kind=Kind.CLOCK,
    methods=(56,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
