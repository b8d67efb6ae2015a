"""An activity has a reason: a need that it answers, a goal that it advances, or a finding behind it.

Why: The links are the plan (M2: Beachgrass): an activity joins what they need to what we have. One that
does neither, and brings no goal of ours nearer, keeps us busy and nothing else.

Why: What a concern, an alarm, a meeting, a rough interface or the buying-centre analysis `leads_to` has its
reason there.

Bad:

    account_plan:
      activities: {christmas-visit: {what: "A visit before Christmas", by: 2026-12-18}}

Bad:

    account_plan:
      activities: {hub-trial: {using: ~}}

Good:

    account_plan:
      activities: {christmas-visit: {what: "A visit before Christmas", advances: win-jan, by: 2026-12-18}}

Good:

    account_plan:
      activities: {one-number: {what: "One number to call at night", by: 2026-12-11}}
      concerns: {who-answers: {what: "Nobody picks up after ten", whose: ines-bahr, leads_to: one-number}}

Remedy: Name the challenge, plan, project or success factor it `answers` and the offering it is `using`; or
the objective, strategy or opportunity it `advances`. If you find none of them, leave the activity out.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Activity
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("activity"):
        led_to = subject.graph.referred_by(node.id, via="leads_to")
        lacks = None if led_to or not isinstance(node.entry, Activity) else what_it_lacks(node.entry)
        if lacks:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no reason: it {lacks}",
                at=node.path,
                label="why do we do this?",
                help="name the need it `answers` and the offering it is `using`, or the goal it `advances`",
            )


def what_it_lacks(activity: Activity) -> str | None:
    """What keeps an activity from having a reason of its own; `None` where it has one."""
    if not is_missing(activity.advances):
        return None
    match is_missing(activity.answers), is_missing(activity.using):
        case False, False:
            return None
        case False, True:
            return "answers a need, but does not say with which offering"
        case True, False:
            return "uses an offering, but does not say for which need of theirs"
    return "answers no need of theirs and advances no goal of ours"


RULE = Rule(
    code="KAM601",
    slug="activity-without-reason",
    kind=Kind.GAP,
    methods=(2, 55),
    doc=__doc__,
    check=check,
    to_win=True,
)
