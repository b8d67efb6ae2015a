"""Of the largest part of a category we know who gets it.

Why: A share of wallet has three sides: theirs, ours, and each competitor's (M46). Where most of the money
goes to nobody by name, there is nobody to learn from, nobody to win it from, and nobody to fear.

Bad:

    account_as_market:
      share_of_wallet: {storage: {spend: 0.9M, ours: 40k, in_house: 0.2M}}

Good:

    account_as_market:
      share_of_wallet: {storage: {spend: 0.9M, ours: 40k, in_house: 0.6M}}

Good:

    account_as_market:
      share_of_wallet: {storage: {spend: 0.9M, ours: 40k, competitors: unknown}}

Remedy: Ask who else delivers. Name them under `competitors`, with `unknown` for the amount where you have
none; or write `competitors: unknown`, and ask on the next visit.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN, known
from kamc.model.wallet import Wallet
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import amount


def check(subject: Subject) -> Iterator[Finding]:
    for category, wallet in subject.plan.account_as_market.share_of_wallet.items():
        rest = unnamed(wallet)
        if rest is not None and rest * 2 > (known(wallet.spend) or 0):
            yield Finding(
                code=RULE.code,
                message=f"nobody says who gets the other {amount(rest)} that they spend on {category}",
                at=("account_as_market", "share_of_wallet", category, "competitors"),
                label="who else delivers?",
                help="name them under `competitors`, with what they get or `unknown`, or write it for all",
            )


def unnamed(one: Wallet) -> Decimal | None:
    """What neither we nor they themselves have of it, where no competitor is named; or not known."""
    spend, ours = known(one.spend), known(one.ours)
    if spend is None or ours is None or not is_missing(one.competitors) or one.in_house is UNKNOWN:
        return None
    return spend - ours - (known(one.in_house) or 0)


RULE = Rule(
    code="KAM421",
    slug="wallet-rest-unnamed",
    kind=Kind.GAP,
    methods=(46, 48),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
