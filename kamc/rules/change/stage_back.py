"""An opportunity that goes back a stage says why.

Why: The pipeline runs from identified to contract (M56: salesxcellence). A step back is a fact about the
account, or about how we judged it; without the reason the next one is judged the same way.

Bad:

    account_plan: {opportunities: {hub-nights: {stage: identified}}}
    # 2026-Q3
    summary: {stand: "Third of three carriers."}

Good:

    account_plan: {opportunities: {hub-nights: {stage: identified, why: "The money went into the roof"}}}
    # 2026-Q3
    summary: {stand: "Third of three carriers."}

Remedy: Say in its `why` what they told you, or what we had taken for granted.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.opportunities import Opportunity
from kamc.rules.base import Rule, Subject
from kamc.rules.change.before import Kept, kept


def check(subject: Subject) -> Iterator[Finding]:
    for one in kept(subject, Opportunity):
        if goes_back(one) and not one.has_new_reason:
            steps = f"from {one.before.state} to {one.now.state}"
            yield Finding(
                code=RULE.code,
                message=f"{one.called} went back {steps}, and nothing says why",
                at=(*one.at, "stage"),
                on="value",
                label=f"it was {one.before.state} in {subject.earlier[0].period}",
                help="say in its `why` what they told you, or what we had taken for granted",
                related=(one.stood(subject, "the stage before", "stage"),),
            )


def goes_back(one: Kept[Opportunity]) -> bool:
    stages = Opportunity.about.open
    alive = one.before.is_open and one.now.is_open
    return alive and stages.index(one.now.state) < stages.index(one.before.state)


RULE = Rule(
    code="KAM709",
    slug="stage-back",
    kind=Kind.JUDGEMENT,
    methods=(4, 56),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
