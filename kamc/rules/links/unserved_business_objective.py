"""Every business objective of theirs has a success factor, challenge, plan or project behind it.

Why: Their objectives for the next years explain what must go well for them (M17: salesxcellence); the plan
works on the success factors that serve them (M16). An objective that nothing serves leaves a question open:
what must go well for it, and can we help?

Bad:

    account_knowledge:
      business_objectives: {no-debt: {what: "Free of debt in 2029", whose: jan-ostrow, by: 2029}}

Good:

    account_knowledge:
      business_objectives: {no-debt: {what: "Free of debt in 2029", whose: jan-ostrow, by: 2029}}
      success_factors: {cold-chain: {serves: [night-half, no-debt]}}

Remedy: Name it in what a success factor, challenge, plan or project `serves`. If you do not know what must go
well for it, ask them; if it is no matter for us, leave it out.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links.taken_up import is_taken_up
from kamc.model.account import NEEDS
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.links.help import if_told
from kamc.words import shown

FIELDS = ("serves", "anchored_in")


def check(subject: Subject) -> Iterator[Finding]:
    unserved = [
        node for node in subject.open("business-objective") if not is_taken_up(subject.graph, node.id, FIELDS)
    ]
    for node in if_told(subject, unserved, (*NEEDS, "communication"), FIELDS):
        yield Finding(
            code=RULE.code,
            message=f"nothing in this plan serves their objective {shown(node.title)}",
            at=node.path,
            label="what must go well for it?",
            help="name it in what a success factor, challenge, plan or project of theirs `serves`",
        )


RULE = Rule(
    code="KAM613",
    slug="unserved-business-objective",
    kind=Kind.JUDGEMENT,
    methods=(16, 17),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
