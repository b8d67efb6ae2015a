"""Several accounts together: how sales concentrate, who leads how many, and how they spread over the buckets.

Accounts are given by their ids, one plan each: the latest. Money in several currencies is never added: what
the workspace has a rate for is converted, the rest stays apart.
"""

from collections.abc import Iterable
from decimal import Decimal
from itertools import accumulate

import msgspec

from kamc.analysis.margin import latest
from kamc.analysis.needs import needs
from kamc.analysis.rates import Converted, Rates, convert
from kamc.analysis.sums import percent
from kamc.audience import View
from kamc.links.graph import grouped
from kamc.model.plan import Plan
from kamc.model.values import each, known

BUCKETS = ("key", "key-development", "maintenance", "opportunistic")
NOT_KEY = frozenset(BUCKETS[2:])
"""Buckets of accounts that are no key accounts. Where nobody says so, an account with a plan is one."""


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


@needs("account_as_market.results.*.sales", "selection.bucket", "selection.decision")
def concentration(
    views: tuple[View, ...], *, rates: Rates | None = None, currency: str = ""
) -> Concentration | None:
    """Share of accounts against share of sales (M15: Le Bon and Herman, chapter 1; salesxcellence).

    Sales are those of each account's latest year that has been, in the currency of that year, of the plan, or
    of the workspace. Shares are not known where an account's sales are below zero, or all together nothing.
    Not known where no account's sales are.
    """
    held = [(_account(view.plan), _sold(view.plan, rates, currency)) for view in views]
    told = grouped((sold.sales.currency, sold) for _, sold in held if sold is not None)
    base = rates.base if rates else currency
    order = sorted(told, key=lambda one: (one != base, one))
    if not order:
        return None
    return Concentration(
        curves=tuple(_curve(one, told[one]) for one in order),
        unknown=tuple(sorted(account for account, sold in held if sold is None)),
    )


@needs("owner", "selection.bucket", "selection.decision", "selection.coverage.time")
def spans(views: tuple[View, ...]) -> tuple[Span, ...] | None:
    """How many accounts each of our people leads, the most first (M14; M68 for the time).

    Sources: Le Bon and Herman, chapter 1; Amaro Araujo, part 7. Not known without an account.
    """
    led = grouped((owner, view.plan) for view in views for owner in _owners(view.plan))
    found = [_span(owner, plans) for owner, plans in led.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.key), -len(one.others), one.owner or ""))) or None


@needs("owner", "selection.bucket", "selection.coverage.time")
def buckets(views: tuple[View, ...]) -> tuple[Bucket, ...] | None:
    """Accounts by bucket and by who leads them (M13: Amaro Araujo, part 14); all four, with accounts or not.

    Not known without an account.
    """
    plans = [view.plan for view in views]
    held = grouped((known(plan.selection.bucket), plan) for plan in plans)
    order = (*BUCKETS, None) if None in held else BUCKETS
    return tuple(_bucket(one, held.get(one, ()), len(plans)) for one in order) if plans else None


def is_key(plan: Plan) -> bool:
    """Whether an account is a key account that we want to keep."""
    return plan.selection.bucket not in NOT_KEY and plan.selection.decision != "cease"


def _sold(plan: Plan, rates: Rates | None, currency: str) -> Sold | None:
    found = latest(plan.account_as_market.results)
    sales = known(found[1].sales) if found else None
    if found is None or sales is None:
        return None
    own = known(found[1].currency) or known(plan.currency) or currency
    return Sold(account=_account(plan), is_key=is_key(plan), year=found[0], sales=convert(sales, own, rates))


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


def _span(owner: str | None, plans: Iterable[Plan]) -> Span:
    held = sorted(plans, key=_account)
    times = {_account(plan): known(plan.selection.coverage.time) for plan in held}
    told = [time for time in times.values() if time is not None]
    return Span(
        owner=owner,
        key=tuple(_account(plan) for plan in held if is_key(plan)),
        others=tuple(_account(plan) for plan in held if not is_key(plan)),
        time=sum(told, Decimal(0)) if told else None,
        untimed=tuple(account for account, time in times.items() if time is None),
    )


def _bucket(bucket: str | None, plans: Iterable[Plan], of: int) -> Bucket:
    held = sorted(plans, key=_account)
    times = [time for plan in held if (time := known(plan.selection.coverage.time)) is not None]
    led = grouped((owner, _account(plan)) for plan in held for owner in _owners(plan))
    return Bucket(
        bucket=bucket,
        accounts=tuple(map(_account, held)),
        by_owner=tuple(sorted(led.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))),
        share=100 * Decimal(len(held)) / of,
        time=sum(times, Decimal(0)) / len(times) if times else None,
    )


def _owners(plan: Plan) -> tuple[str | None, ...]:
    return each(plan.owner) or (None,)


def _account(plan: Plan) -> str:
    return known(plan.account) or known(plan.name) or ""
