"""Growth that is planned: by its source, and by how it deepens the business (M54: Le Bon and Herman).

Four sources (chapter 1): more of the same, up-selling, cross-selling, co-creation. Three Es (chapter 4):
enhance, expand, extend.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.objectives import Measured, measured
from kamc.analysis.sums import total
from kamc.audience import View
from kamc.model.values import UNKNOWN, Keyed, When, known

SOURCES = ("more-of-the-same", "up-sell", "cross-sell", "co-create")
ES = ("enhance", "expand", "extend")


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """An open objective that says where growth comes from, or how it deepens the business."""

    id: str
    source: str | None
    deepens: str | None
    figures: Measured
    by: When | None


class Gain(msgspec.Struct, frozen=True, kw_only=True):
    """Target less baseline, added up over objectives of one measure and unit: the `known` ones `of` all."""

    measure: str
    unit: str
    amount: Decimal | None
    known: int
    of: int


class Growth(msgspec.Struct, frozen=True, kw_only=True):
    """Growth of one kind."""

    goals: tuple[Goal, ...]
    """The first to be reached first, those without a date last."""
    gains: tuple[Gain, ...]
    """How much: sales and margin in money, and volume. A price or a share is no part of a sum: see its goal.
    Objectives may hold each other (all pumps, pumps in the north); a plan does not say so."""
    first: When | None
    last: When | None
    """By when all of it is to be there, as far as the goals have dates."""


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """The growth that an account plan wants; kinds of which it wants none are left out."""

    by_source: Keyed[Growth]
    by_depth: Keyed[Growth]
    """By the three Es."""
    unknown: int
    """Open objectives whose source of growth is still to be found."""


@needs("account_plan.objectives.*.growth", "account_plan.objectives.*.target")
def growth(view: View) -> Sources | None:
    """The growth that is planned; absent where no open objective tells its source or depth."""
    held = [(id, one) for id, one in view.plan.account_plan.objectives.items() if one.is_open]
    goals = [
        Goal(
            id=id,
            source=known(one.growth),
            deepens=known(one.deepens),
            figures=measured(view.plan, one),
            by=known(one.by),
        )
        for id, one in held
    ]
    unknown = sum(one.growth is UNKNOWN for _, one in held)
    if not unknown and not any(one.source or one.deepens for one in goals):
        return None
    return Sources(
        by_source=_grouped(SOURCES, ((one.source, one) for one in goals)),
        by_depth=_grouped(ES, ((one.deepens, one) for one in goals)),
        unknown=unknown,
    )


def _grouped(kinds: Iterable[str], goals: Iterable[tuple[str | None, Goal]]) -> Keyed[Growth]:
    held = list(goals)
    groups = {kind: [goal for word, goal in held if word == kind] for kind in kinds}
    return Keyed({kind: _growth(found) for kind, found in groups.items() if found})


def _growth(found: list[Goal]) -> Growth:
    goals = sorted(found, key=lambda one: (_day(one.by), one.id))
    dates = [one.by for one in goals if one.by]
    return Growth(
        goals=tuple(goals),
        gains=tuple(_gains(goals)),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
    )


def _day(by: When | None) -> dt.date:
    return by.last if by else dt.date.max


def _gains(goals: list[Goal]) -> Iterable[Gain]:
    kinds = sorted({(one.figures.measure, one.figures.unit) for one in goals if _adds_up(one.figures)})
    for measure, unit in kinds:
        added = total(
            (one.figures.gain for one in goals if (one.figures.measure, one.figures.unit) == (measure, unit)),
            unit,
        )
        yield Gain(measure=measure, unit=unit, amount=added.amount, known=added.known, of=added.of)


def _adds_up(one: Measured) -> bool:
    return one.measure == "volume" or (one.is_money and one.measure != "price")
