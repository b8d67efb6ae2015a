"""The pipeline: what they may buy, by stage, weighted by probability, and how much of CABS holds (M56)."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import Sum, amount, currency_of, totals
from kamc.audience import View
from kamc.model.opportunities import Cabs, CabsBudget, Opportunity
from kamc.model.plan import Plan
from kamc.model.values import UNKNOWN, Keyed, When, known

CABS = ("compelling_reason", "authority", "budget", "allies")
"""With these four an opportunity is qualified."""


class Prospect(msgspec.Struct, frozen=True, kw_only=True):
    """An open opportunity. Money is in its own currency, over the term of what they would buy."""

    id: str
    stage: str
    currency: str
    value: Decimal | None
    probability: Decimal | None
    """In percent."""
    closes: When | None
    is_overdue: bool
    """Whether the day of their decision has passed; not where nobody knows its stage."""
    gaps: tuple[str, ...]
    """Those of the four CABS that are not known."""

    @property
    def weighted(self) -> Decimal | None:
        """Its value times its probability; not known where one is not."""
        if self.value is None or self.probability is None:
            return None
        return self.value * self.probability / 100

    @property
    def cabs(self) -> Decimal:
        """How many percent of CABS are known."""
        return Decimal(100 * (len(CABS) - len(self.gaps))) / len(CABS)


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """Opportunities together: how many, and what they are worth by currency."""

    count: int
    value: tuple[Sum, ...]
    weighted: tuple[Sum, ...]
    """Only those count as known whose value and probability are."""


class Pipeline(msgspec.Struct, frozen=True, kw_only=True):
    """The open opportunities of an account."""

    prospects: tuple[Prospect, ...]
    """The next to be decided first; those without a date last."""
    stages: Keyed[Stage]
    """By stage, from the first to the last; stages at which there is none are left out."""
    total: Stage

    @property
    def overdue(self) -> tuple[Prospect, ...]:
        """Those whose decision was due before the day."""
        return tuple(one for one in self.prospects if one.is_overdue)


@needs("account_plan.opportunities.*.value", "account_plan.opportunities.*.probability")
def pipeline(view: View, as_of: dt.date) -> Pipeline | None:
    """The pipeline on a day; absent where no opportunity is open."""
    held = view.plan.account_plan.opportunities
    found = [_prospect(view.plan, id, one, as_of) for id, one in held.items() if one.is_open and one]
    if not found:
        return None
    stages = {name: [one for one in found if one.stage == name] for name in Opportunity.about.open}
    return Pipeline(
        prospects=tuple(sorted(found, key=_next_first)),
        stages=Keyed({name: _together(ones) for name, ones in stages.items() if ones}),
        total=_together(found),
    )


def gaps(cabs: Cabs) -> tuple[str, ...]:
    """Those of the four that are not known: compelling reason, authority, budget, allies."""
    return tuple(key for key in CABS if not _holds(cabs, key))


def _holds(cabs: Cabs, key: str) -> bool:
    return _has_money(cabs.budget) if key == "budget" else known(getattr(cabs, key)) is not None


def _has_money(budget: CabsBudget) -> bool:
    """Whether there is a budget: planned or approved, or at least an amount."""
    if isinstance(budget.state, str):
        return budget.state != "none"
    return budget.state is None and known(budget.amount) is not None


def _prospect(plan: Plan, id: str, one: Opportunity, as_of: dt.date) -> Prospect:
    closes = known(one.closes)
    return Prospect(
        id=id,
        stage=one.state,
        currency=currency_of(plan, one.currency),
        value=amount(one.value),
        probability=amount(one.probability),
        closes=closes,
        is_overdue=closes is not None and closes.last < as_of and one.stage is not UNKNOWN,
        gaps=gaps(one.cabs),
    )


def _together(found: Iterable[Prospect]) -> Stage:
    held = list(found)
    return Stage(
        count=len(held),
        value=totals((one.currency, one.value) for one in held),
        weighted=totals((one.currency, one.weighted) for one in held),
    )


def _next_first(one: Prospect) -> tuple[dt.date, str]:
    return one.closes.last if one.closes else dt.date.max, one.id
