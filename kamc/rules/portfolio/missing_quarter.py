"""An account's plans follow each other quarter by quarter.

Why: A plan is kept up at least each quarter (M4: Le Bon and Herman, chapter 1). Where one is missing, what
slipped and what was kept in it can no longer be seen.

Bad:

    summary: "Second of three carriers again."
    # 2026-Q2
    summary: "Third of three carriers."

Good:

    summary: "Second of three carriers again."
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: If it was written and not put here, put it here. If there was none, leave the gap, and accept it in
this plan with the reason.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kamc.diagnostics import Finding, Kind
from kamc.model.period import Period
from kamc.rules.base import Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import shown_at, title
from kamc.words import listed

NAMED = 3
"""So many quarters are named one by one; of more, only the first and the last."""


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    for plans in portfolio.series.values():
        for before, after in pairwise(plans):
            missing = list(between(before.period, after.period))
            if missing:
                yield after.path, gap(before, after, missing)


def between(first: Period, last: Period) -> Iterator[Period]:
    """The quarters after `first` and before `last`."""
    quarter = first.following
    while quarter < last:
        yield quarter
        quarter = quarter.following


def gap(before: Holding, after: Holding, missing: Sequence[Period]) -> Finding:
    few = len(missing) < NAMED
    quarters = listed([str(one) for one in missing], "and") if few else f"{missing[0]} to {missing[-1]}"
    return Finding(
        code=RULE.code,
        message=f"{title(after)} has no plan for {quarters}",
        at=("period",),
        on="value",
        label=f"the one before is of {before.period}",
        help="put the missing plan here, if there is one; if there was none, accept that with the reason",
        related=(shown_at(before, "the plan before", "period"),),
    )


RULE = Rule(
    code="KAM807",
    slug="missing-quarter",
    kind=Kind.JUDGEMENT,
    methods=(4,),
    doc=__doc__,
    check_portfolio=check,
    holder=(),
)
