"""What we sell them comes to the same in the wallet, in the open space and in the results.

Why: Each sale is counted once (M46, M49): the parts of a year's sales, by category or by cell, cannot come to
more than the sales of that year (M47). Where they do, one of the figures is of another year or counted twice,
and every share made of it is wrong.

Why: Amounts are rounded as they are written: up to five percent more is not told. Less is not told either,
for not all that they buy needs to be in a grid.

Bad:

    account_as_market: {share_of_wallet: {storage: {spend: 0.9M, ours: 0.3M, in_house: 0.4M}}}

Bad:

    account_as_market: {open_space: {south: {cold-line: 0.5M}}}

Good:

    account_as_market: {share_of_wallet: {storage: {spend: 0.9M, ours: 0, in_house: 0.9M}}}

Good:

    account_as_market: {open_space: {north: {cold-line: 0.5M}, south: {cold-line: 1.1M}}}

Remedy: Find the figure that is of another year, or of another house of the group, or stands in two places. If
all are right, the results lack something.
"""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.fields import Profile
from kamc.model.market import AccountAsMarket
from kamc.model.values import Number, Text, known
from kamc.rules.base import Rule, Subject
from kamc.words import amount

MOST = Decimal("1.05")


def check(subject: Subject) -> Iterator[Finding]:
    market = subject.plan.account_as_market
    year, home = str(known(market.year)), (None, subject.plan.currency)
    one = market.results.get(year)
    sales = known(one.sales) if one and one.basis != "expected" and one.currency in home else None
    if sales is None:
        return
    for key, total in totals(market, home):
        if total > sales * MOST:
            yield Finding(
                code=RULE.code,
                message=f"our sales of {year} come to {amount(total)} here, {amount(sales)} in the results",
                at=("account_as_market", key),
                label=f"{amount(total - sales)} more than we sold them",
                help="correct the figure that is of another year, or that is counted twice",
                related=(
                    Related(message=f"{amount(sales)} in all", at=("account_as_market", "results", year)),
                ),
            )


def totals(market: AccountAsMarket, home: Collection[Text]) -> Iterator[tuple[str, Decimal]]:
    """Our part of the wallet and our sales in the open space, as far as they are told in the plan's money."""
    wallets = market.share_of_wallet.values()
    cells = (cell for row in market.open_space.values() for cell in row.values())
    yield "share_of_wallet", added(one.ours for one in wallets if one.currency in home)
    yield "open_space", added(cell.sales for cell in cells if cell.state == "ours")


def added(amounts: Iterable[Number]) -> Decimal:
    return sum((known(one) or Decimal(0) for one in amounts), Decimal(0))


RULE = Rule(
    code="KAM420",
    slug="parts-exceed-sales",
    kind=Kind.JUDGEMENT,
    methods=(46, 47, 49),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
