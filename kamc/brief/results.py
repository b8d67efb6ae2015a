"""What we sold there, what it cost us, and what was left: the contribution margin (M11, M47)."""

from decimal import Decimal

from kamc.analysis.margin import contribution, cost
from kamc.brief.given import Given, labelled, notes, said
from kamc.brief.shown import OPEN, Cell, Shown, Table, Value, table
from kamc.model.values import Number, Quantity, known
from kamc.model.wallet import Result
from kamc.speech.format import Scale, percent, quantity, scale


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
