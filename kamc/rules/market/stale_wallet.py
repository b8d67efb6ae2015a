"""What they spend and what we sell there is told for a year that is not long over.

Why: Shares of wallet move (M46): whoever plans with the amounts of two years ago defends what is lost and
attacks what is won. Nothing in a plan ages as unseen as a figure.

Why: The amounts are those of `account_as_market.year`; a category with an `as_of` of its own is not. How long
they hold after the end of the year is set under `limits.wallet_age`.

Bad:

    account_as_market: {year: 2024}

Good:

    account_as_market: {year: unknown}

Good:

    account_as_market:
      year: 2024
      share_of_wallet: {transport: {as_of: 2026-09-30}}
      open_space: {north: {cold-line: open, night-line: open}}

Remedy: Put in the amounts of the last full year and move `year`. Where only one category was asked anew, give
it the new figures and an `as_of`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.market import AccountAsMarket
from kamc.model.values import known, read_date
from kamc.rules.base import Rule, Subject
from kamc.rules.market.days import long


def check(subject: Subject) -> Iterator[Finding]:
    market, age = subject.plan.account_as_market, subject.limits.wallet_age
    year = known(market.year)
    if year is not None and subject.is_over(read_date(year), age) and has_amounts(market):
        yield Finding(
            code=RULE.code,
            message=f"the amounts are those of {year}: that year ended more than {long(age)} ago",
            at=("account_as_market", "year"),
            on="value",
            label="and since?",
            help="put in the amounts of the last full year, and move `year`",
        )


def has_amounts(market: AccountAsMarket) -> bool:
    """Whether anything is told of the year: a category without a day of its own, or a cell with an amount."""
    cells = (cell for row in market.open_space.values() for cell in row.values())
    return any(wallet.as_of is None for wallet in market.share_of_wallet.values()) or any(
        known(cell.sales) is not None or known(cell.spend) is not None for cell in cells
    )


RULE = Rule(
    code="KAM403",
    slug="stale-wallet",
    kind=Kind.CLOCK,
    methods=(46,),
    doc=__doc__,
    check=check,
    limits=("wallet_age",),
)
