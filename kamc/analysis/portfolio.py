"""Several accounts together: how sales concentrate, who leads how many, and how they spread over the buckets.

Each account comes as its `Standing`, from its latest plan. Money in several currencies is never added: what
the workspace has a rate for is converted, the rest stays apart.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate

import msgspec

from kamc.analysis.rates import Converted, Rates, convert
from kamc.analysis.selection import BUCKETS, Chosen
from kamc.analysis.standing import Standing
from kamc.analysis.sums import percent
from kamc.links.graph import grouped

Led = tuple[Standing, Chosen]
"""An account with what its reader may see of its selection."""


class Sold(msgspec.Struct, frozen=True, kw_only=True):
    """What one account bought in its latest year."""

    account: str
    is_key: bool
    year: str
    sales: Converted


class Point(Sold, frozen=True, kw_only=True):
    """One account on the curve, with all that are larger before it; shares in percent."""

    share: Decimal | None
    """Of all sales."""
    accounts_so_far: Decimal
    sales_so_far: Decimal | None


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """Sales of one currency, the largest account first."""

    currency: str
    total: Decimal
    points: tuple[Point, ...]

    @property
    def by_key_accounts(self) -> Decimal | None:
        """What key accounts bring, in percent: how well the key list explains the sales (M15)."""
        key = sum((one.sales.amount for one in self.points if one.is_key), Decimal(0))
        return percent(key, self.total) if self.points[0].share is not None else None

    def reaching(self, share: Decimal | int) -> int | None:
        """How many accounts it takes for so many percent of the sales; not known where shares are not."""
        reached = (one.sales_so_far is not None and one.sales_so_far >= share for one in self.points)
        return next((count for count, enough in enumerate(reached, start=1) if enough), None)


class Concentration(msgspec.Struct, frozen=True, kw_only=True):
    """The curve of each currency that could not be converted, the base first; one where all could."""

    curves: tuple[Curve, ...]
    unknown: tuple[str, ...]
    """Accounts whose sales of no year are known."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """What one person leads; `owner` is `None` where nobody is named."""

    owner: str | None
    key: tuple[str, ...]
    """Key accounts that we want to keep: one is ideal, five are the limit (M14)."""
    others: tuple[str, ...]
    time: Decimal | None
    """How much of their time all of them take, in percent, as far as their plans say."""
    untimed: tuple[str, ...]
    """Accounts whose plans do not say."""


class Bucket(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of one bucket, by who leads them; `bucket` is `None` for those whose plan names none."""

    bucket: str | None
    accounts: tuple[str, ...]
    by_owner: tuple[tuple[str | None, tuple[str, ...]], ...]
    share: Decimal
    """Of all accounts, in percent."""
    time: Decimal | None
    """The mean of the time that their plans give them, in percent of one person's (M13: it rises)."""


def concentration(
    standings: Sequence[Standing], *, rates: Rates | None = None, currency: str = ""
) -> Concentration | None:
    """Share of accounts against share of sales (M15: Le Bon and Herman, chapter 1; salesxcellence).

    Sales are those of each account's latest year that has been. Where no rate is known, `currency`, that of
    the workspace, has its curve first. Shares are not known where an account's sales are below zero, or all
    together nothing. Not known where no account's sales are.
    """
    held = [(one.account, _sold(one, rates)) for one in standings]
    told = grouped((sold.sales.currency, sold) for _, sold in held if sold is not None)
    base = rates.base if rates else currency
    order = sorted(told, key=lambda one: (one != base, one))
    if not order:
        return None
    return Concentration(
        curves=tuple(_curve(one, told[one]) for one in order),
        unknown=tuple(sorted(account for account, sold in held if sold is None)),
    )


def spans(standings: Sequence[Standing]) -> tuple[Span, ...] | None:
    """How many accounts each of our people leads, the most first (M14; M68 for the time).

    Sources: Le Bon and Herman, chapter 1; Amaro Araujo, part 7. Not known without an account, and where the
    reader may not see how accounts were chosen.
    """
    led = grouped((owner, one) for one in _led(standings) for owner in one[0].owners or (None,))
    found = [_span(owner, held) for owner, held in led.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.key), -len(one.others), one.owner or ""))) or None


def buckets(standings: Sequence[Standing]) -> tuple[Bucket, ...] | None:
    """Accounts by bucket and by who leads them (M13: Amaro Araujo, part 14); all four, with accounts or not.

    Not known as in `spans`.
    """
    led = _led(standings)
    held = grouped((chosen.bucket, (one, chosen)) for one, chosen in led)
    order = (*BUCKETS, None) if None in held else BUCKETS
    return tuple(_bucket(one, held.get(one, ()), len(led)) for one in order) if led else None


def ranked(
    standings: Iterable[Standing], *, rates: Rates | None = None, currency: str = ""
) -> tuple[Standing, ...]:
    """Accounts by sales, the largest first: by currency where no rate is known, the unknown ones last."""
    base = rates.base if rates else currency

    def key(one: Standing) -> tuple[bool, bool, str, Decimal, str]:
        sold = _sold(one, rates)
        if sold is None:
            return True, True, "", Decimal(0), one.account
        sales = sold.sales
        return False, sales.currency != base, sales.currency, -sales.amount, one.account

    return tuple(sorted(standings, key=key))


def _led(standings: Iterable[Standing]) -> tuple[Led, ...]:
    """The accounts whose selection the reader may see, in the order of their ids."""
    held = ((one, one.chosen) for one in standings if one.chosen is not None)
    return tuple(sorted(held, key=lambda pair: pair[0].account))


def _sold(one: Standing, rates: Rates | None) -> Sold | None:
    if one.sales is None:
        return None
    return Sold(
        account=one.account,
        is_key=one.chosen is not None and one.chosen.is_key,
        year=one.sales.year,
        sales=convert(one.sales.amount, one.sales.currency, rates),
    )


def _curve(currency: str, sold: Iterable[Sold]) -> Curve:
    rows = sorted(sold, key=lambda one: (-one.sales.amount, one.account))
    sums = list(accumulate(one.sales.amount for one in rows))
    whole = sums[-1] if rows[-1].sales.amount >= 0 else Decimal(0)
    points = (
        Point(
            **msgspec.structs.asdict(one),
            share=percent(one.sales.amount, whole),
            accounts_so_far=100 * Decimal(place) / len(rows),
            sales_so_far=percent(so_far, whole),
        )
        for place, (one, so_far) in enumerate(zip(rows, sums, strict=True), start=1)
    )
    return Curve(currency=currency, total=sums[-1], points=tuple(points))


def _span(owner: str | None, led: Iterable[Led]) -> Span:
    held = tuple(led)
    times = {one.account: chosen.time for one, chosen in held}
    told = [time for time in times.values() if time is not None]
    return Span(
        owner=owner,
        key=tuple(one.account for one, chosen in held if chosen.is_key),
        others=tuple(one.account for one, chosen in held if not chosen.is_key),
        time=sum(told, Decimal(0)) if told else None,
        untimed=tuple(account for account, time in times.items() if time is None),
    )


def _bucket(bucket: str | None, led: Iterable[Led], of: int) -> Bucket:
    held = tuple(led)
    times = [chosen.time for _, chosen in held if chosen.time is not None]
    by_owner = grouped((owner, one.account) for one, _ in held for owner in one.owners or (None,))
    return Bucket(
        bucket=bucket,
        accounts=tuple(one.account for one, _ in held),
        by_owner=tuple(sorted(by_owner.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))),
        share=100 * Decimal(len(held)) / of,
        time=sum(times, Decimal(0)) / len(times) if times else None,
    )
