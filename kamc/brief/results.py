"""What we sold there, what it cost us, and what was left: the contribution margin (M11, M47)."""

from decimal import Decimal

from kamc.analysis.margin import contribution, cost
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Shown, Table, Value
from kamc.model.values import Number, known
from kamc.model.wallet import Result
from kamc.speech.format import Scale


def results_table(given: Given) -> Table:
    """The years side by side, in one unit."""
    results = sorted(given.plan.account_as_market.results.items())
    unit = given.speech.scale(value for _, one in results if (value := known(one.sales)) is not None)
    currencies = {known(one.currency) or given.currency for _, one in results}
    say = given.speech.say
    caption = (
        say("In {unit}", unit=given.speech.unit(min(currencies), unit.unit))
        if len(currencies) == 1
        else say("Each year in its own currency")
    )
    return given.table(
        caption,
        "Year | Volume | >Net sales | >Cost of goods | >Before the sale | >After the sale"
        " | >Contribution | >Margin",
        (_row(year, one, unit, given, alone=len(currencies) == 1) for year, one in results),
    )


def _row(year: str, one: Result, unit: Scale, given: Given, *, alone: bool) -> tuple[Value, ...]:
    left, sales = contribution(one), known(one.sales)
    basis = (given.speech.word("expected"),) if one.basis == "expected" else ()
    currency = (
        () if alone else (given.phrase("in {currency}", currency=known(one.currency) or given.currency),)
    )
    return (
        Cell(year, (*basis, *currency, *given.notes(one)), lead=True),
        given.quantity(one.volume),
        _amount(given, one.sales, unit),
        _amount(given, one.cost_of_goods, unit),
        _amount(given, cost(one.presale), unit),
        _amount(given, cost(one.postsale), unit),
        unit.show(left) if left is not None else given.unknown if one.sales else "",
        given.speech.percent(left * 100 / sales) if left is not None and sales else "",
    )


def _amount(given: Given, amount: Number, unit: Scale) -> Shown:
    return unit.show(amount) if isinstance(amount, Decimal) else given.said(amount)
