"""The published weights of their criteria come to no more than the whole.

Why: A tender says in percent how much each criterion counts (M25, M59). When the weights come to more than
a hundred, one of them is of another lot or another tender, and the bid is built for the wrong one.

Bad:

    product_knowledge:
      decision_criteria: {degrees-shown: {weight: 70}, price-by-day: {weight: 40}}

Good:

    product_knowledge:
      decision_criteria: {degrees-shown: {weight: 60}, price-by-day: {weight: 40}}

Remedy: Look into the tender once more: one weight belongs to another lot, or to a part of a criterion that
is listed as well. Give criteria that no longer count `status: gone`.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.words import plain

WHOLE = 100


def check(subject: Subject) -> Iterator[Finding]:
    criteria = subject.plan.product_knowledge.decision_criteria
    weights = [known(one.weight) for one in criteria.values() if one.is_open]
    parts = [weight for weight in weights if weight is not None]
    total = sum(parts, Decimal(0))
    if total > WHOLE:
        yield Finding(
            code=RULE.code,
            message=f"the weights of their criteria come to {plain(total)} %: more than the whole",
            at=("product_knowledge", "decision_criteria"),
            label=f"{' + '.join(map(plain, parts))} = {plain(total)}",
            help="correct the weight that is of another lot or tender, or counted twice",
        )


RULE = Rule(
    code="KAM212",
    slug="weights-exceed-whole",
    kind=Kind.STRUCTURE,
    methods=(25, 59),
    doc=__doc__,
    check=check,
)
