"""One objective at least is among the three that every account has.

Why: Every key account is to grow faster than our other customers, to buy what was never sold there, or to
make something new with us (M53: Le Bon and Herman, chapter 1). Objectives that say nothing of growth keep
what there is.

Bad:

    account_plan:
      objectives: {night-sales: {growth: ~}, cold-growth: {growth: up-sell}, shared-net: {growth: ~}}

Good:

    account_plan:
      objectives: {night-sales: {growth: ~}, cold-growth: {growth: ~}, shared-net: {growth: unknown}}

Good:

    selection: {decision: reduce}
    account_plan:
      objectives: {night-sales: {growth: ~}, cold-growth: {growth: ~}, shared-net: {growth: ~}}

Remedy: Give the objective that is one its `growth`: `more-of-the-same`, `cross-sell` or `co-create`. If none
is, ask which of the three this account could bear, or write why we do not grow there in `selection`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.goals import Objective
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject

STANDING = frozenset(("more-of-the-same", "cross-sell", "co-create", UNKNOWN))
NOT_TO_GROW = frozenset(("cease", "reduce"))


def check(subject: Subject) -> Iterator[Finding]:
    objectives = [node.entry for node in subject.open("objective") if isinstance(node.entry, Objective)]
    if not objectives or subject.plan.selection.decision in NOT_TO_GROW:
        return
    if not any(objective.growth in STANDING for objective in objectives):
        yield Finding(
            code=RULE.code,
            message=f"no objective for {subject.account} is to grow faster, to sell what was never sold "
            "there, or to make something new together",
            at=("account_plan", "objectives"),
            label="where does growth come from?",
            help="write `growth: more-of-the-same`, `cross-sell` or `co-create` at the objective that is one",
        )


RULE = Rule(
    code="KAM508",
    slug="no-standing-objective",
    kind=Kind.JUDGEMENT,
    methods=(53, 54),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
