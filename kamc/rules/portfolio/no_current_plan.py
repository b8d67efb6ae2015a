"""Every account that we work on has a plan for this quarter.

Why: A plan is kept up at least each quarter (M4: Le Bon and Herman, chapter 1); people rely on the latest one
without looking at its date. Accounts that we leave, and opportunistic ones, need none.

Bad:

    # plans/alster/2026-Q3.yaml

Good:

    # plans/alster/2026-Q3.yaml
    selection: {bucket: opportunistic}

Remedy: Go through the last plan with your team, and write that of this quarter: what was kept, what changed,
what comes next. If the account is given up, write `decision: cease` into the last one.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.plan import Plan
from kamc.rules.base import Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import title


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for one in portfolio.latest:
        if one.period < portfolio.current and is_worked_on(one.plan):
            yield one.path, late(portfolio, one)


def is_worked_on(plan: Plan) -> bool:
    return plan.selection.bucket != "opportunistic" and plan.selection.decision != "cease"


def late(portfolio: Portfolio, one: Holding) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"{title(one)} has no plan for {portfolio.current}",
        at=("period",),
        on="value",
        label="the latest plan",
        help="write the plan of this quarter from it; if we leave the account, say `decision: cease` here",
    )


RULE = Rule(
    code="KAM808",
    slug="no-current-plan",
    kind=Kind.CLOCK,
    methods=(4,),
    doc=__doc__,
    check_portfolio=check,
    holder=(),
)
