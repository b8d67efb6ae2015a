"""A key account brings in more than it costs, or its plan says how it will.

Why: A key account is one that gives a good margin now, or in which we invest for one later (M3, M11). One
that costs more than it pays, with no growth planned, is neither; loyal as it may be, it lives on what others
earn (M8: Le Bon and Herman, chapter 1).

Bad:

    account_as_market: {results: {2025: {cost_of_goods: 1.5M}}}
    account_plan: {objectives: {night-sales: {growth: ~}, cold-growth: {growth: ~}, shared-net: {growth: ~}}}
    selection:
      decision: reduce
      criteria: {lifetime_value: unknown, unrealised_potential: {cross_sell: 0, up_sell: 0, co_create: 0}}

Good:

    account_as_market: {results: {2025: {cost_of_goods: 1.5M}}}

Good:

    account_as_market: {results: {2025: {cost_of_goods: unknown}}}

Remedy: Plan the growth that pays: an objective with `growth`, or what could still be sold there under
`unrealised_potential`. Or plan to serve it for less. Or give the account another bucket.
"""

from collections.abc import Iterator

from kamc.analysis.margin import contribution, costs, latest
from kamc.diagnostics import Finding, Kind, Related
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.market.growth import ANY_GROWTH, grows
from kamc.words import amount


def check(subject: Subject) -> Iterator[Finding]:
    found = latest(subject.plan.account_as_market.results)
    if found is None or subject.plan.selection.bucket != "key" or grows(subject, ANY_GROWTH):
        return
    year, one = found
    left, spent = contribution(one), costs(one)
    if left is not None and spent is not None and left < 0:
        loss = f"{subject.account} cost us {amount(-left)} more than it paid in {year}"
        yield Finding(
            code=RULE.code,
            message=f"{loss}, and no growth is planned",
            at=("account_as_market", "results", year),
            label=f"{amount(left + spent)} of sales, {amount(spent)} of cost",
            help="plan growth that pays: an objective, or `unrealised_potential`; or choose another bucket",
            related=(Related(message="a key account", at=("selection", "bucket"), on="value"),),
        )


RULE = Rule(
    code="KAM405",
    slug="negative-margin",
    kind=Kind.JUDGEMENT,
    methods=(3, 8, 11),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
