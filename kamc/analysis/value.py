"""What an account is worth over the years, and what it could be: lifetime value, potential (M6, M7)."""

from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import amount, currency_of
from kamc.audience import View
from kamc.model.selection import LifetimeValue, UnrealisedPotential
from kamc.model.values import NONE, UNKNOWN, Keyed, Number, known

TERMS = ("yearly_margin", "years", "retention", "discount", "serving", "acquisition")
COSTS = frozenset(("serving", "acquisition"))
"""What counts as nothing where nobody wrote it."""
WAYS = ("cross_sell", "up_sell", "co_create")


class Assumption(msgspec.Struct, frozen=True, kw_only=True):
    """What a value rests on: as written, in money, years or percent, or taken as nothing."""

    amount: Decimal | None
    """Not known where it is `unknown`, or where it is needed and nobody wrote it."""
    is_written: bool


class Potential(msgspec.Struct, frozen=True, kw_only=True):
    """Unrealised potential, in margin: of one year, and over the years of the lifetime value."""

    yearly: Decimal | None
    over_years: Decimal | None


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """What an account is worth, and what it could be worth beyond that; money in `currency`."""

    currency: str
    lifetime: Decimal | None
    years_worth: Decimal | None
    """What one of money a year is worth today, under the assumptions."""
    assumed: Keyed[Assumption]
    """Yearly margin, years, retention, discount rate, cost of serving and of acquiring."""
    potential: Potential
    ways: Keyed[Potential]
    """Cross-selling, up-selling and co-creation: those of them that are written."""

    @property
    def open_terms(self) -> tuple[str, ...]:
        """The assumptions that somebody must still make before the lifetime value is known."""
        return tuple(key for key, one in self.assumed.items() if one.amount is None)


@needs(
    "selection.criteria.lifetime_value.yearly_margin", "selection.criteria.unrealised_potential.cross_sell"
)
def value(view: View) -> Value | None:
    """Lifetime value and unrealised potential with what they rest on; absent where the plan tells neither."""
    criteria = view.plan.selection.criteria
    terms, left = criteria.lifetime_value, criteria.unrealised_potential
    if not terms and not left:
        return None
    worth = years_worth(terms)
    ways = {key: told for key in WAYS if (told := getattr(left, key)) is not None}
    return Value(
        currency=currency_of(view.plan),
        lifetime=lifetime_value(terms),
        years_worth=worth,
        assumed=Keyed({key: _assumed(key, getattr(terms, key)) for key in TERMS}),
        potential=_potential(yearly_potential(left), worth),
        ways=Keyed({key: _potential(amount(told), worth) for key, told in ways.items()}),
    )


def _assumed(key: str, told: Number) -> Assumption:
    if key in COSTS and told in {None, NONE}:
        return Assumption(amount=Decimal(0), is_written=told is NONE)
    return Assumption(amount=known(told), is_written=told is not None)


def _potential(yearly: Decimal | None, worth: Decimal | None) -> Potential:
    return Potential(
        yearly=yearly, over_years=yearly * worth if yearly is not None and worth is not None else None
    )


def lifetime_value(one: LifetimeValue) -> Decimal | None:
    """The customer lifetime value, in the money of its margin (M6: Le Bon and Herman, chapter 1).

    Margin a year less cost of serving a year, times `years_worth`, less cost of acquiring. The two costs
    count only where somebody wrote them: the margin holds the first as a rule, and the second is behind us.
    """
    margin, years = known(one.yearly_margin), years_worth(one)
    serving, acquisition = _written(one.serving), _written(one.acquisition)
    if margin is None or years is None or serving is None or acquisition is None:
        return None
    return (margin - serving) * years - acquisition


def potential_value(potential: UnrealisedPotential, terms: LifetimeValue) -> Decimal | None:
    """The unrealised potential over the years of the lifetime value, in money: so the two compare (M7)."""
    yearly, years = yearly_potential(potential), years_worth(terms)
    return yearly * years if yearly is not None and years is not None else None


def yearly_potential(one: UnrealisedPotential) -> Decimal | None:
    """The unrealised potential, in margin a year: cross-selling + up-selling + co-creation (M7).

    What nobody wrote is no part of it; where nobody wrote any, or one is `unknown`, it is not known.
    """
    parts = [value for value in (one.cross_sell, one.up_sell, one.co_create) if value is not None]
    if not parts or UNKNOWN in parts:
        return None
    return sum((known(value) or Decimal(0) for value in parts), Decimal(0))


def years_worth(one: LifetimeValue) -> Decimal | None:
    """What one of money a year is worth today: a number of years, less than those that we count on them.

    The sum over the years t = 1, 2 … of retention^(t-1) / (1 + discount)^t: they are with us in the first
    year and stay for each further one with that likelihood, and a year's money is there at its end. Of a
    part of a year, that part counts.
    """
    years, retention, discount = known(one.years), known(one.retention), known(one.discount)
    if years is None or retention is None or discount is None:
        return None
    stay, later, worth = retention / 100, 1 / (1 + discount / 100), Decimal(0)
    there = later
    while years > 0:
        worth += there * min(years, Decimal(1))
        there *= stay * later
        years -= 1
    return worth


def _written(cost: Number) -> Decimal | None:
    """A cost that counts only where it is written; not known where it is `unknown`."""
    return None if cost is UNKNOWN else known(cost) or Decimal(0)
