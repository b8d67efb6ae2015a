"""We know what they decide by.

Why: Value is what they expect, tangible or not, compared with the alternatives (M25: Le Bon and Herman,
chapter 2), and relevance is counted criterion by criterion (M26). Without one, every argument of ours weighs
the same, and theirs is the price.

Bad:

    product_knowledge: {decision_criteria: ~}
    account_as_market:
      advantages: {logged-degrees: {serves: cold-chain}, open-at-ten: {serves: night-cut}}

Good:

    product_knowledge: {decision_criteria: unknown}

Remedy: Ask a user, a buyer and a decider how they will tell a good offer from a bad one, and write what you
hear under `decision_criteria`. Until then write `decision_criteria: unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject

PLACE = ("product_knowledge", "decision_criteria")


def check(subject: Subject) -> Iterator[Finding]:
    criteria = subject.plan.product_knowledge.decision_criteria
    if any(one.is_open for one in criteria.values()) or "criterion" in subject.graph.unsure:
        return
    yield Finding(
        code=RULE.code,
        message=f"nothing says what {subject.account} decides by",
        at=PLACE,
        label="how do they tell a good offer from a bad one?",
        help="ask a user, a buyer and a decider; until then write `decision_criteria: unknown`",
    )


RULE = Rule(
    code="KAM211",
    slug="no-criteria",
    kind=Kind.GAP,
    methods=(25, 26),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
