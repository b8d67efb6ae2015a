"""How one account stands, as a small value: what the portfolio needs of it, and nothing that holds its plan.

A portfolio is made of thousands of plans, so none of them is kept: each is read, told in a `Standing`, and
forgotten. What a reader may not see is `None` in it.
"""

import datetime as dt
from decimal import Decimal

import msgspec

from kamc.analysis.alarms import Alarms, alarms
from kamc.analysis.completeness import Completeness, completeness
from kamc.analysis.due import due
from kamc.analysis.health import Health, health
from kamc.analysis.margin import latest
from kamc.analysis.needs import needs
from kamc.analysis.open_space import WANTED, open_space
from kamc.analysis.pipeline import Pipeline, pipeline
from kamc.analysis.selection import Chosen, chosen
from kamc.analysis.sums import Sum, currency_of, total
from kamc.audience import View
from kamc.model.terms import HealthTerms, MatrixTerms
from kamc.model.values import each, known


class Sales(msgspec.Struct, frozen=True, kw_only=True):
    """What an account bought in its latest year that has been."""

    year: str
    amount: Decimal
    currency: str


class Space(msgspec.Struct, frozen=True, kw_only=True):
    """The open space of an account without its cells (M49): how many there are, and money a year."""

    ours: int
    wanted: int
    """Cells that somebody fills or could fill: ours, a competitor's, open and in-house ones."""
    open: int
    aligned: int
    """Open cells that serve a success factor."""
    aligned_spend: Sum
    led: int
    """Cells in which a competitor leads."""
    led_spend: Sum
    to_defend: int
    sales: Sum


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """An account as its latest plan tells it. What is not known, or not its reader's, is `None` or empty."""

    account: str
    name: str
    period: str
    owners: tuple[str, ...]
    """The ids of our people who lead it."""
    chosen: Chosen | None
    """Its bucket, time, decision and matrices."""
    sales: Sales | None
    pipeline: Pipeline | None
    space: Space | None
    alarms: Alarms | None
    decisions: tuple[str, ...]
    """What its manager wants decided."""
    health: Health | None
    completeness: Completeness | None
    overdue: int | None
    """How much is open though its day has passed."""


def standing(view: View, as_of: dt.date, health_terms: HealthTerms, matrix_terms: MatrixTerms) -> Standing:
    """How an account stands on a day; see `priced` for plans that name no currency."""
    plan, late = view.plan, due(view, as_of)
    return Standing(
        account=known(plan.account) or known(plan.name) or "",
        name=known(plan.name) or known(plan.account) or "",
        period=known(plan.period) or "",
        owners=each(plan.owner),
        chosen=chosen(view, matrix_terms),
        sales=sales(view),
        pipeline=pipeline(view, as_of),
        space=space(view),
        alarms=alarms(view, as_of),
        decisions=each(plan.decisions_wanted),
        health=health(view, as_of, health_terms),
        completeness=completeness(view),
        overdue=len(late.overdue) if late else None,
    )


@needs("account_as_market.results.*.sales")
def sales(view: View) -> Sales | None:
    """The sales of the latest year that has been, in the currency of that year, or of the plan."""
    found = latest(view.plan.account_as_market.results)
    amount = known(found[1].sales) if found else None
    if found is None or amount is None:
        return None
    return Sales(year=found[0], amount=amount, currency=currency_of(view.plan, found[1].currency))


def space(view: View) -> Space | None:
    """The open space of an account in figures; absent where its plan tells no cell."""
    found = open_space(view)
    if found is None:
        return None
    currency = currency_of(view.plan)
    return Space(
        ours=found.states.get("ours", 0),
        wanted=sum(found.states.get(one, 0) for one in WANTED),
        open=found.states.get("open", 0),
        aligned=len(found.aligned),
        aligned_spend=found.aligned_spend,
        led=len(found.led),
        led_spend=total((one.spend for one in found.led), currency),
        to_defend=len(found.to_defend),
        sales=found.total,
    )
