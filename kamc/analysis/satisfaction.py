"""Satisfaction: perception less expectation, per criterion, on the survey's scale (M51: SalesXcellence)."""

from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import amount, percent
from kamc.audience import View
from kamc.model.market import Satisfied
from kamc.model.values import When, known


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How far what they see lies above what they expect of one thing; below it where it is negative."""

    criterion: str
    expectation: Decimal | None
    perception: Decimal | None
    difference: Decimal | None


class Satisfaction(msgspec.Struct, frozen=True, kw_only=True):
    """How satisfied they are, in points of a scale that ends at `scale`."""

    surveyed: When | None
    responses: Decimal | None
    scale: Decimal | None
    criteria: tuple[Difference, ...]
    """The worst first; what is not known comes last."""
    mean: Decimal | None
    """The mean of the differences that are known, each counted once."""
    known: int
    of: int

    @property
    def in_percent(self) -> Decimal | None:
        """The mean in percent of the scale, so that surveys on different scales compare."""
        return percent(self.mean, self.scale)


@needs(
    "account_as_market.satisfaction.criteria.*.expectation",
    "account_as_market.satisfaction.criteria.*.perception",
)
def satisfaction(view: View) -> Satisfaction | None:
    """The last survey; absent where the plan tells no criterion of one."""
    one = view.plan.account_as_market.satisfaction
    found = sorted((_difference(key, held) for key, held in one.criteria.items()), key=_worst_first)
    if not found:
        return None
    told = [held.difference for held in found if held.difference is not None]
    return Satisfaction(
        surveyed=known(one.surveyed),
        responses=amount(one.responses),
        scale=known(one.scale),
        criteria=tuple(found),
        mean=sum(told, Decimal(0)) / len(told) if told else None,
        known=len(told),
        of=len(found),
    )


def difference(one: Satisfied) -> Decimal | None:
    """Perception less expectation; not known where one of them is not."""
    seen, expected = known(one.perception), known(one.expectation)
    return seen - expected if seen is not None and expected is not None else None


def _difference(key: str, one: Satisfied) -> Difference:
    return Difference(
        criterion=key,
        expectation=known(one.expectation),
        perception=known(one.perception),
        difference=difference(one),
    )


def _worst_first(one: Difference) -> tuple[bool, Decimal, str]:
    return one.difference is None, one.difference or Decimal(0), one.criterion
