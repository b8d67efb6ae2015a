"""What we sold there, what it cost us, and what was left: the contribution margin (M11, M47)."""

from collections.abc import Iterator
from decimal import Decimal

from kamc.brief.format import Scale, percent, quantity, scale
from kamc.brief.given import Given, labelled, notes, said
from kamc.brief.shown import OPEN, Cell, Shown, Table, Value, table
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Number, Quantity, known
from kamc.model.wallet import Postsale, Presale, Result


def cost(part: Presale | Postsale) -> Number:
    """The cost of a part: its total, or the sum of its items; open where an item is."""
    if part.total is not None or part.said is not None:
        return part.said if part.said is not None else part.total
    items = [value for value in _items(part) if value is not None]
    amounts = [value for value in items if isinstance(value, Decimal)]
    if len(amounts) < len(items):
        return next(value for value in items if not isinstance(value, Decimal))
    return sum(amounts, Decimal(0)) if amounts else None


def _items(part: Part) -> Iterator[Number]:
    """The items of a cost, by its own fields and not those that every record has."""
    own = type(part).__annotations__
    yield from (
        getattr(part, slot.attr)
        for slot in spec(type(part)).slots
        if slot.attr in own and slot.attr != "total"
    )


def contribution(one: Result) -> Decimal | None:
    """Net sales less cost of goods, presale and postsale cost; unknown where one of them is (M11)."""
    parts = [known(value) for value in (one.cost_of_goods, cost(one.presale), cost(one.postsale))]
    sales = known(one.sales)
    told = [value for value in parts if value is not None]
    return sales - sum(told, Decimal(0)) if sales is not None and len(told) == len(parts) else None


def latest(given: Given) -> tuple[str, Result] | None:
    """The latest year that has really been, with sales that are known."""
    years = [
        (year, one)
        for year, one in given.plan.account_as_market.results.items()
        if one.basis != "expected" and known(one.sales) is not None
    ]
    return max(years, key=lambda pair: pair[0], default=None)


def results_table(given: Given) -> Table:
    """The years side by side, in one unit."""
    results = sorted(given.plan.account_as_market.results.items())
    unit = scale(value for _, one in results if (value := known(one.sales)) is not None)
    currencies = {known(one.currency) or given.currency for _, one in results}
    caption = (
        f"In {' '.join((min(currencies), unit.unit)).strip()}"
        if len(currencies) == 1
        else "Each year in its own currency"
    )
    costs = ">Cost of goods | >Before the sale | >After the sale"
    heads = f"Year | Volume | >Net sales | {costs} | >Contribution | >Margin"
    return table(
        caption, heads, (_row(year, one, unit, given, alone=len(currencies) == 1) for year, one in results)
    )


def _row(year: str, one: Result, unit: Scale, given: Given, *, alone: bool) -> tuple[Value, ...]:
    left, sales = contribution(one), known(one.sales)
    basis = ("expected",) if one.basis == "expected" else ()
    currency = () if alone else (labelled("in", known(one.currency) or given.currency),)
    return (
        Cell(year, (*basis, *currency, *notes(one)), lead=True),
        quantity(one.volume) if isinstance(one.volume, Quantity) else said(one.volume),
        _amount(one.sales, unit),
        _amount(one.cost_of_goods, unit),
        _amount(cost(one.presale), unit),
        _amount(cost(one.postsale), unit),
        unit.show(left) if left is not None else OPEN if one.sales else "",
        percent(left * 100 / sales) if left is not None and sales else "",
    )


def _amount(amount: Number, unit: Scale) -> Shown:
    return unit.show(amount) if isinstance(amount, Decimal) else said(amount)
