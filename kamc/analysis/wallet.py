"""Share of wallet: who gets what of their spend, by category, in value and in volume (M46)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import amount, currency_of, percent
from kamc.audience import View
from kamc.model.plan import Plan
from kamc.model.values import NONE, Keyed, Measure, Quantity, known
from kamc.model.wallet import Wallet, WalletVolume


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What one of them gets, and how many percent of the whole that is."""

    amount: Decimal | None
    percent: Decimal | None


class Split(msgspec.Struct, frozen=True, kw_only=True):
    """Who gets what of one whole, all in one currency or unit."""

    unit: str
    whole: Decimal | None
    ours: Share
    competitors: Keyed[Share]
    in_house: Share
    rest: Share
    """What nobody is known to get: nothing where the parts are the whole or, by a mistake, more."""
    told: Decimal
    """What all the parts come to that are known."""

    @property
    def parts(self) -> tuple[Share, ...]:
        """All that somebody gets: ours, each competitor's, in-house."""
        return self.ours, *self.competitors.values(), self.in_house

    @property
    def exceeds(self) -> bool:
        """Whether the parts come to more than the whole: then one of the figures is wrong."""
        return self.whole is not None and self.told > self.whole


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """One category of their spend a year."""

    value: Split
    volume: Split | None
    """The same in volume, where any is written; a part in another unit is not known."""


class Together(msgspec.Struct, frozen=True, kw_only=True):
    """The categories of one currency whose spend and whose part of ours are known, added up."""

    categories: int
    of: int
    """How many categories there are in that currency."""
    value: Split
    """Of a competitor and of what they make themselves, what is known; the rest holds what is not."""


class Wallets(msgspec.Struct, frozen=True, kw_only=True):
    """The wallet of an account."""

    categories: Keyed[Category]
    totals: tuple[Together, ...]
    """One for each currency in which a category can be added, by its name."""


@needs("account_as_market.share_of_wallet.*.spend")
def share_of_wallet(view: View) -> Wallets | None:
    """Who gets what of their spend; absent where the plan tells no category."""
    held = view.plan.account_as_market.share_of_wallet
    categories = Keyed({key: category(view.plan, one) for key, one in held.items()})
    if not categories:
        return None
    by_currency: dict[str, list[Split]] = {}
    for one in categories.values():
        by_currency.setdefault(one.value.unit, []).append(one.value)
    added = (_together(currency, splits) for currency, splits in sorted(by_currency.items()))
    return Wallets(categories=categories, totals=tuple(one for one in added if one is not None))


def category(plan: Plan, one: Wallet) -> Category:
    """Who gets what of one category."""
    return Category(
        value=_split(
            currency_of(plan, one.currency),
            amount(one.spend),
            amount(one.ours),
            {id: amount(part) for id, part in one.competitors.items()},
            amount(one.in_house),
        ),
        volume=_volume(one.volume) if one.volume else None,
    )


def _volume(one: WalletVolume) -> Split:
    whole = known(one.total)
    unit = whole.unit if whole else ""
    return _split(
        unit,
        whole.amount if whole else None,
        _measured(one.ours, unit),
        {id: _measured(part, unit) for id, part in one.competitors.items()},
        _measured(one.in_house, unit),
    )


def _measured(value: Measure, unit: str) -> Decimal | None:
    """A part in the unit of its whole: its own, or none written."""
    if isinstance(value, Quantity):
        return value.amount if value.unit in {"", unit} else None
    return Decimal(0) if value is NONE else None


def _split(
    unit: str,
    whole: Decimal | None,
    ours: Decimal | None,
    competitors: Mapping[str, Decimal | None],
    in_house: Decimal | None,
) -> Split:
    told = _added((ours, *competitors.values(), in_house)) or Decimal(0)
    rest = max(whole - told, Decimal(0)) if whole is not None else None

    def share(part: Decimal | None) -> Share:
        return Share(amount=part, percent=percent(part, whole))

    return Split(
        unit=unit,
        whole=whole,
        ours=share(ours),
        competitors=Keyed({id: share(part) for id, part in competitors.items()}),
        in_house=share(in_house),
        rest=share(rest),
        told=told,
    )


def _together(currency: str, held: list[Split]) -> Together | None:
    counted = [one for one in held if one.whole and one.ours.amount is not None]
    if not counted:
        return None
    rivals = dict.fromkeys(id for one in counted for id in one.competitors)
    return Together(
        categories=len(counted),
        of=len(held),
        value=_split(
            currency,
            _added(one.whole for one in counted),
            _added(one.ours.amount for one in counted),
            {
                id: _added(one.competitors[id].amount for one in counted if id in one.competitors)
                for id in rivals
            },
            _added(one.in_house.amount for one in counted),
        ),
    )


def _added(parts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; not known where nothing is."""
    told = [part for part in parts if part is not None]
    return sum(told, Decimal(0)) if told else None
