"""Money of several accounts: what there is a rate for is converted, the rest stays apart and is named."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec

from kamc.analysis.rates import Rates, convert
from kamc.analysis.standing import Standing
from kamc.analysis.sums import Sum, percent
from kamc.links.graph import grouped
from kamc.model.opportunities import Opportunity


class Currencies(msgspec.Struct, frozen=True, kw_only=True):
    """The currencies of a portfolio: those that a rate turned into the base, and those that stand apart."""

    converted: tuple[str, ...]
    apart: tuple[str, ...]


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """The open opportunities of all accounts at one stage; money by currency, the base first."""

    stage: str
    accounts: int
    count: int
    value: tuple[Sum, ...]
    weighted: tuple[Sum, ...]


class Funnel(msgspec.Struct, frozen=True, kw_only=True):
    """The pipeline of all accounts (M56): stages from the first to the last, and all of them together."""

    steps: tuple[Step, ...]
    total: Step
    overdue: int
    """Opportunities whose decision was due before the day."""


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """The open space of all accounts that tell one (M49): cells, and money a year by currency."""

    accounts: int
    open: int
    aligned: int
    led: int
    to_defend: int
    penetration: Decimal | None
    """Percent of the cells that somebody fills or could fill that are ours, over all accounts."""
    sales: tuple[Sum, ...]
    aligned_spend: tuple[Sum, ...]
    led_spend: tuple[Sum, ...]


def pooled(sums: Iterable[Sum], rates: Rates | None, currency: str = "") -> tuple[Sum, ...]:
    """Sums of many accounts, one for each currency that is left.

    The base comes first, or `currency` where there are no rates, then the others by name.
    """
    held = grouped((one.currency, one) for one in (in_base(one, rates) for one in sums))
    base = rates.base if rates else currency
    return tuple(_added(held[one]) for one in sorted(held, key=lambda one: (one != base, one)))


def in_base(one: Sum, rates: Rates | None) -> Sum:
    """A sum in the base currency; as it stands where no rate is known for it."""
    made = convert(one.amount or Decimal(0), one.currency, rates)
    amount = None if one.amount is None else made.amount
    return msgspec.structs.replace(one, amount=amount, currency=made.currency)


def currencies(standings: Sequence[Standing], rates: Rates | None) -> Currencies:
    """Which currencies the money of these accounts is in, and what became of them."""
    found = sorted({one for standing in standings for one in _currencies(standing)})
    used = tuple(one for one in found if rates and one != rates.base and one in rates.to_base)
    left = {rates.base if rates and one in used else one for one in found}
    apart = tuple(one for one in found if one in left and not (rates and one == rates.base))
    return Currencies(converted=used, apart=apart if len(left) > 1 or rates else ())


def funnel(standings: Sequence[Standing], rates: Rates | None = None, currency: str = "") -> Funnel | None:
    """The pipeline across accounts (M56: salesxcellence); absent where no opportunity is open."""
    held = [one.pipeline for one in standings if one.pipeline]
    if not held:
        return None
    steps = []
    for stage in Opportunity.about.open:
        found = [one.stages[stage] for one in held if stage in one.stages]
        if found:
            steps.append(
                Step(
                    stage=stage,
                    accounts=len(found),
                    count=sum(one.count for one in found),
                    value=pooled((money for one in found for money in one.value), rates, currency),
                    weighted=pooled((money for one in found for money in one.weighted), rates, currency),
                )
            )
    return Funnel(
        steps=tuple(steps),
        total=Step(
            stage="",
            accounts=len(held),
            count=sum(one.total.count for one in held),
            value=pooled((money for one in held for money in one.total.value), rates, currency),
            weighted=pooled((money for one in held for money in one.total.weighted), rates, currency),
        ),
        overdue=sum(len(one.overdue) for one in held),
    )


def room(standings: Sequence[Standing], rates: Rates | None = None, currency: str = "") -> Room | None:
    """The open space across accounts (M49); absent where no account's plan tells a cell."""
    held = [one.space for one in standings if one.space]
    if not held:
        return None
    return Room(
        accounts=len(held),
        open=sum(one.open for one in held),
        aligned=sum(one.aligned for one in held),
        led=sum(one.led for one in held),
        to_defend=sum(one.to_defend for one in held),
        penetration=percent(sum(one.ours for one in held), sum(one.wanted for one in held)),
        sales=pooled((one.sales for one in held), rates, currency),
        aligned_spend=pooled((one.aligned_spend for one in held if one.aligned), rates, currency),
        led_spend=pooled((one.led_spend for one in held if one.led), rates, currency),
    )


def _added(sums: Sequence[Sum]) -> Sum:
    told = [one.amount for one in sums if one.amount is not None]
    return Sum(
        currency=sums[0].currency,
        amount=sum(told, Decimal(0)) if told else None,
        known=sum(one.known for one in sums),
        of=sum(one.of for one in sums),
    )


def _currencies(standing: Standing) -> Iterator[str]:
    """The currencies of what is known of an account's money."""
    if standing.sales:
        yield standing.sales.currency
    space, pipeline = standing.space, standing.pipeline
    sums = (space.sales, space.aligned_spend, space.led_spend) if space else ()
    yield from (one.currency for one in (*sums, *(pipeline.total.value if pipeline else ())) if one.amount)
