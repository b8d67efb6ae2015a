"""An opportunity is qualified once all four of CABS are known.

Why: A compelling reason, authority, a budget and allies: only with these four is an opportunity qualified
(M56: Le Bon and Herman, chapter 2). Where one is missing, time and hope go into something that nobody may
be able to buy. `unknown` is honest, but it is not qualified yet.

Bad:

    account_plan:
      opportunities: {hub-nights: {cabs: {allies: ~}}}

Bad:

    account_plan:
      opportunities: {hub-nights: {stage: go, cabs: {authority: unknown, budget: none}}}

Good:

    account_plan:
      opportunities: {hub-nights: {stage: identified, cabs: {allies: ~}}}

Good:

    account_plan:
      opportunities: {hub-nights: {cabs: {budget: 2M}}}

Remedy: Find out what is missing before more work goes in: an activity that asks for it is a good next step.
Until then the `stage` is `identified`.
"""

from collections.abc import Iterator

from kamc.analysis.pipeline import gaps
from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.activities.pipeline import QUALIFIED, pipeline
from kamc.rules.base import Rule, Subject
from kamc.words import listed, shown


def check(subject: Subject) -> Iterator[Finding]:
    for node, opportunity in pipeline(subject, QUALIFIED):
        names = [key.replace("_", " ") for key in gaps(opportunity.cabs)]
        if names:
            yield Finding(
                code=RULE.code,
                message=f'{shown(node.title)} is called "{opportunity.state}" without {listed(names)}',
                at=(*node.path, "cabs"),
                label=f"no {listed(names)}",
                help="find it out and write it under `cabs`, or set the `stage` back to `identified`",
            )


RULE = Rule(
    code="KAM509",
    slug="cabs-gap",
    kind=Kind.JUDGEMENT,
    methods=(56,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
