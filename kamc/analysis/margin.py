"""What a year's sales left us: contribution margin, present and potential, and cost to serve (M11, M47)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import amount, currency_of, percent
from kamc.audience import View
from kamc.model.plan import Plan
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, Keyed, Number, known
from kamc.model.wallet import Postsale, Presale, Result


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """A cost with its items by kind (salary, delivery …), those that are written; open ones are not known."""

    total: Decimal | None
    items: Keyed[Decimal | None]


class Year(msgspec.Struct, frozen=True, kw_only=True):
    """What one year brought, or is expected to bring, in its own currency."""

    year: str
    currency: str
    sales: Decimal | None
    cost_of_goods: Decimal | None
    presale: Cost
    postsale: Cost
    to_serve: Decimal | None
    """Cost before and after the sale, where both are known."""
    contribution: Decimal | None
    percent: Decimal | None
    """The contribution margin in percent of net sales."""


class Margin(msgspec.Struct, frozen=True, kw_only=True):
    """The present contribution margin, and the potential one: the same with forecasts (M11)."""

    present: Year | None
    """The latest year that has really been, with sales that are known."""
    potential: tuple[Year, ...]
    """The years that are expected, the first one first."""


@needs("account_as_market.results.*.sales", "account_as_market.results.*.cost_of_goods")
def margin(view: View) -> Margin | None:
    """The contribution margin, present and potential; absent where the plan tells neither."""
    results, found = view.plan.account_as_market.results, latest(view.plan.account_as_market.results)
    expected = sorted((year, one) for year, one in results.items() if one.basis == "expected")
    if found is None and not expected:
        return None
    return Margin(
        present=_year(view.plan, *found) if found else None,
        potential=tuple(_year(view.plan, year, one) for year, one in expected),
    )


def _year(plan: Plan, year: str, one: Result) -> Year:
    left, sales = contribution(one), amount(one.sales)
    before, after = amount(cost(one.presale)), amount(cost(one.postsale))
    return Year(
        year=year,
        currency=currency_of(plan, one.currency),
        sales=sales,
        cost_of_goods=amount(one.cost_of_goods),
        presale=_by_kind(one.presale),
        postsale=_by_kind(one.postsale),
        to_serve=before + after if before is not None and after is not None else None,
        contribution=left,
        percent=percent(left, sales),
    )


def _by_kind(part: Presale | Postsale) -> Cost:
    items = {key: amount(value) for key, value in _items(part) if value is not None}
    return Cost(total=amount(cost(part)), items=Keyed(items))


def cost(part: Presale | Postsale) -> Number:
    """The cost of a part, in money: its total, or the sum of its items.

    It is open where the part or one of its items is `unknown`, and absent where nobody wrote any (M47).
    """
    if part.total is not None or part.said is not None:
        return part.said if part.said is not None else part.total
    items = [value for _, value in _items(part) if value is not None]
    if UNKNOWN in items:
        return UNKNOWN
    return sum((amount(value) or Decimal(0) for value in items), Decimal(0)) if items else None


def contribution(one: Result) -> Decimal | None:
    """The contribution margin of a year, in the money of its result; not known where one of its parts is not.

    Net sales, less cost of goods sold, less cost before the sale, less cost after the sale (M11: Dubinsky and
    Ingram, in Le Bon and Herman, figure 4.2).
    """
    sales, spent = amount(one.sales), costs(one)
    return sales - spent if sales is not None and spent is not None else None


def costs(one: Result) -> Decimal | None:
    """What a year's sales cost us, in the money of its result: goods, before the sale, after it (M11)."""
    parts = [amount(value) for value in (one.cost_of_goods, cost(one.presale), cost(one.postsale))]
    told = [value for value in parts if value is not None]
    return sum(told, Decimal(0)) if len(told) == len(parts) else None


def latest(results: Mapping[str, Result]) -> tuple[str, Result] | None:
    """The latest year that has really been, with sales that are known."""
    years = [
        (year, one)
        for year, one in results.items()
        if one.basis != "expected" and known(one.sales) is not None
    ]
    return max(years, key=lambda pair: pair[0], default=None)


def _items(part: Presale | Postsale) -> Iterator[tuple[str, Number]]:
    """The items of a cost by kind, by its own fields and not those that every record has."""
    own = type(part).__annotations__
    yield from (
        (slot.key, getattr(part, slot.attr))
        for slot in spec(type(part)).slots
        if slot.attr in own and slot.attr != "total"
    )
