"""Beside the sales of the last year stands what they cost us.

Why: Sales say how large an account is, the contribution margin whether it is worth having (M11: Dubinsky and
Ingram): net sales less cost of goods, less what selling and serving costs. The large customer who is served
at a loss is found here and nowhere else (M47).

Why: The latest year that has really been is asked; older ones are not, and expected ones are guesses.

Bad:

    account_as_market:
      results: {2025: {presale: ~}}

Bad:

    account_as_market:
      results: {2025: {cost_of_goods: ~, presale: ~, postsale: ~}}

Good:

    account_as_market:
      results: {2025: {presale: {salary: 60k, relationship: 8k}, postsale: {total: unknown}}}

Good:

    account_as_market:
      results: {2024: {sales: 1.4M}}

Remedy: Ask controlling for the cost of goods, and count the rest: people's time before the sale, delivery and
service after it. An estimate will do; `unknown` keeps the question open.
"""

from collections.abc import Iterator

from kamc.analysis.margin import latest
from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed

COSTS = {
    "cost_of_goods": "cost of goods",
    "presale": "cost before the sale",
    "postsale": "cost after the sale",
}


def check(subject: Subject) -> Iterator[Finding]:
    found = latest(subject.plan.account_as_market.results)
    if found is None:
        return
    year, one = found
    lacks = {key: name for key, name in COSTS.items() if is_missing(getattr(one, key))}
    if lacks:
        names = listed(list(lacks.values()), "and")
        yield Finding(
            code=RULE.code,
            message=f"our sales of {year} stand without {names}: nobody can say what was left",
            at=("account_as_market", "results", year, next(iter(lacks))),
            label="and what did it cost us?",
            help=f"write {listed([f'`{key}`' for key in lacks], 'and')}: an estimate will do, or `unknown`",
        )


RULE = Rule(
    code="KAM404",
    slug="sales-without-cost",
    kind=Kind.GAP,
    methods=(11, 47),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
