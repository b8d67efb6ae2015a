"""A sales project is looked at as often as it says.

Why: Control is the fifth step of a sales project (M57: Le Bon and Herman, chapter 2); without it the first
sign of a delay is the lost order. This rule waits until a look was surely left out: it speaks when twice
the time between two has passed.

Bad:

    account_plan:
      opportunities: {hub-nights: {sales_project: {control: {every: 2 weeks, last: 2026-10-12}}}}

Good:

    account_plan:
      opportunities: {hub-nights: {sales_project: {control: {every: 2 weeks, last: 2026-11-02}}}}

Remedy: Look at it this week, and write the day in `last`. If every two weeks is too often for it, write what
you will hold.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import Every, When
from kamc.rules.activities.pipeline import pipeline
from kamc.rules.base import Rule, Subject
from kamc.words import counted, shown


def check(subject: Subject) -> Iterator[Finding]:
    for node, opportunity in pipeline(subject):
        control = opportunity.sales_project.control
        every, last = control.every, control.last
        if not isinstance(every, Every) or not isinstance(last, When):
            continue
        if subject.is_over(last, Every(2 * every.count, every.unit)):
            ago = counted((subject.as_of - last.last).days, "day")
            yield Finding(
                code=RULE.code,
                message=f"nobody has looked at the project {shown(node.title)} for {ago}; it wants a look "
                f"every {every}",
                at=(*node.path, "sales_project", "control", "last"),
                on="value",
                label=f"{ago} ago",
                help="look at it and write the day in `last`, or write in `every` what you will hold",
            )


RULE = Rule(
    code="KAM521",
    slug="control-missed",
    kind=Kind.CLOCK,
    methods=(57,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
