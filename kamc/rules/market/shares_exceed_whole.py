"""What we, others and they themselves have of a category is not more than the whole.

Why: A share of wallet is only as good as its sum (M46): when the parts come to more than the customer
spends, one of the figures is of another year, another currency or another category, and every share
computed from it is wrong.

Bad:

    account_as_market:
      share_of_wallet: {transport: {in_house: 1.5M}}

Bad:

    account_as_market:
      share_of_wallet:
        transport: {volume: {total: 900 trucks, ours: 400 trucks, competitors: {rapid-nord: 600 trucks}}}

Good:

    account_as_market:
      share_of_wallet: {transport: {in_house: 1.1M}}

Good:

    account_as_market:
      share_of_wallet: {transport: {spend: unknown, in_house: 1.5M}}

Remedy: Find out which figure does not belong: they must be of one year and one currency, and each sale
counted once. If the spend is a guess, correct it, or write `unknown`.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind, Path
from kamc.model.values import known
from kamc.model.wallet import Wallet, WalletVolume
from kamc.rules.base import Rule, Subject
from kamc.words import amount


def check(subject: Subject) -> Iterator[Finding]:
    for category, wallet in subject.plan.account_as_market.share_of_wallet.items():
        place = ("account_as_market", "share_of_wallet", category)
        yield from by_value(category, wallet, (*place, "spend"))
        yield from by_volume(category, wallet.volume, (*place, "volume", "total"))


def by_value(category: str, wallet: Wallet, at: Path) -> Iterator[Finding]:
    spend = known(wallet.spend)
    parts = [known(part) for part in (wallet.ours, *wallet.competitors.values(), wallet.in_house)]
    if spend is not None:
        yield from beyond(category, spend, [part for part in parts if part is not None], at)


def by_volume(category: str, volume: WalletVolume, at: Path) -> Iterator[Finding]:
    total = known(volume.total)
    if total is not None:
        parts = [known(part) for part in (volume.ours, *volume.competitors.values(), volume.in_house)]
        alike = [part.amount for part in parts if part is not None and part.unit in {"", total.unit}]
        yield from beyond(category, total.amount, alike, at, total.unit)


def beyond(
    category: str, whole: Decimal, parts: list[Decimal], at: Path, unit: str = ""
) -> Iterator[Finding]:
    """The finding that `parts` come to more than `whole`."""
    total = sum(parts, Decimal(0))
    if total > whole:
        yield Finding(
            code=RULE.code,
            message=f"the parts of {category} come to {amount(total)} of {amount(whole)} {unit}".rstrip(),
            at=at,
            on="value",
            key=at[-2] if isinstance(at[-2], str) else "",
            label=f"{' + '.join(amount(part) for part in parts)} = {amount(total)}" if parts[1:] else "",
            help="correct the figure that is of another year, currency or category, or counted twice",
        )


RULE = Rule(
    code="KAM401", slug="shares-exceed-whole", kind=Kind.STRUCTURE, methods=(46,), doc=__doc__, check=check
)
