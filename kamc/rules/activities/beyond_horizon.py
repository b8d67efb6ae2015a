"""An activity ends within sight.

Why: Beyond eighteen months lies what we want, not what we do (M22: Le Bon and Herman, chapter 2). An
activity that is due in three years has no first step, and will be carried from plan to plan.

Bad:

    account_plan:
      activities: {hub-trial: {by: 2029}}

Good:

    account_plan:
      activities: {hub-trial: {by: 2028-06-30}}

Remedy: Write the first step of it as an activity, with the day on which it is done, and make of the rest an
objective or a strategy. `limits: {horizon: …}` in kamc.yaml sets how far your plans reach.
"""

import datetime as dt
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Activity
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    if subject.last_day is None:
        return
    horizon = subject.limits.horizon
    end = subject.last_day + dt.timedelta(days=horizon.days)
    for node in subject.open("activity"):
        due = node.entry.by if isinstance(node.entry, Activity) else None
        if isinstance(due, When) and due.last > end:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} is due by {due}: further than {horizon} beyond this quarter",
                at=(*node.path, "by"),
                on="value",
                label=f"beyond {end}",
                help="plan its first step with a day of its own; make of the rest an objective or a strategy",
            )


RULE = Rule(
    code="KAM506",
    slug="beyond-horizon",
    kind=Kind.JUDGEMENT,
    methods=(22,),
    doc=__doc__,
    check=check,
    limits=("horizon",),
)
