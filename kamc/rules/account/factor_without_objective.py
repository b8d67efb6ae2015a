"""A success factor serves one of their business objectives.

Why: What must go well goes well for something: a goal of the next three to five years (M16, M17). Who knows
which can speak with the board, and sees early when a factor loses its reason.

Bad:

    account_knowledge:
      success_factors: {night-cut: {serves: ~}}

Good:

    account_knowledge:
      success_factors: {night-cut: {serves: unknown}}

Remedy: Ask what it is good for, and name in `serves` the business objective behind it. Add the objective
under `business_objectives` if it is not there yet.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.factors import factors_without
from kamc.rules.base import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    return factors_without(
        subject,
        "serves",
        code=RULE.code,
        lacks="serves no business objective of theirs",
        label="what is it good for?",
        remedy="name in `serves` the business objective behind it, or write `unknown`",
    )


RULE = Rule(
    code="KAM127",
    slug="factor-without-objective",
    kind=Kind.GAP,
    methods=(16, 17),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
