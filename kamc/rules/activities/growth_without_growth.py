"""An objective that is to grow ends above where it starts.

Why: More of the same, dearer, other products, new ones together: each is a source of growth (M53, M54: Le
Bon and Herman, chapter 1). Where the target is the baseline, nothing grows, and one of the two is a slip;
what is to be held, such as a price, has no `growth`.

Bad:

    account_plan:
      objectives: {night-sales: {baseline: 0.6M, target: 0.6M}}

Good:

    account_plan:
      objectives: {night-sales: {growth: ~, measure: price, baseline: 41, target: 41}}

Good:

    account_plan:
      objectives: {night-sales: {baseline: 0, target: 0.6M}}

Remedy: Write the target that you really want, or take `growth` away where holding what we have is the aim.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.goals import Objective
from kamc.model.values import Quantity, known
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("objective"):
        if isinstance(node.entry, Objective) and stands_still(node.entry):
            yield Finding(
                code=RULE.code,
                message=f'{shown(node.title)} is to grow by "{node.entry.growth}" and ends where it starts',
                at=(*node.path, "target"),
                on="value",
                label="the same as its baseline",
                help="write the target that you want, or take `growth` away where it is to be held",
            )


def stands_still(objective: Objective) -> bool:
    """Whether an objective of growth has its baseline for a target."""
    start, end = objective.baseline, objective.target
    return known(objective.growth) is not None and isinstance(end, Quantity) and start == end


RULE = Rule(
    code="KAM523",
    slug="growth-without-growth",
    kind=Kind.JUDGEMENT,
    methods=(53, 54),
    doc=__doc__,
    check=check,
)
