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

from kamc.analysis.wallet import Split, category
from kamc.diagnostics import Finding, Kind, Path
from kamc.rules.base import Rule, Subject
from kamc.words import amount


def check(subject: Subject) -> Iterator[Finding]:
    for name, wallet in subject.plan.account_as_market.share_of_wallet.items():
        place, found = ("account_as_market", "share_of_wallet", name), category(subject.plan, wallet)
        if found.value.exceeds:
            yield beyond(name, found.value, (*place, "spend"))
        if found.volume and found.volume.exceeds:
            yield beyond(name, found.volume, (*place, "volume", "total"), found.volume.unit)


def beyond(name: str, one: Split, at: Path, unit: str = "") -> Finding:
    """The finding that the parts come to more than the whole."""
    parts = [part.amount for part in one.parts if part.amount is not None]
    told, whole = amount(one.told), amount(one.whole or Decimal(0))
    return Finding(
        code=RULE.code,
        message=f"the parts of {name} come to {told} of {whole} {unit}".rstrip(),
        at=at,
        on="value",
        key=at[-2] if isinstance(at[-2], str) else "",
        label=f"{' + '.join(map(amount, parts))} = {told}" if parts[1:] else "",
        help="correct the figure that is of another year, currency or category, or counted twice",
    )


RULE = Rule(
    code="KAM401", slug="shares-exceed-whole", kind=Kind.STRUCTURE, methods=(46,), doc=__doc__, check=check
)
