"""Open space: their segments by our offerings, and where to grow in it (M49).

Source: the account map of Le Bon and Herman, figures 1.1 and 1.2.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias, cast

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import Sum, amount, counted, currency_of, percent, total
from kamc.audience import View
from kamc.model.market import Cell
from kamc.model.plan import Plan
from kamc.model.records import Tracked
from kamc.model.values import UNKNOWN, Keyed, When, each, known

State: TypeAlias = Literal["ours", "competitor", "open", "in-house", "not-wanted", "unknown"]
STATES: tuple[State, ...] = ("ours", "competitor", "open", "in-house", "not-wanted", "unknown")
WANTED: tuple[State, ...] = ("ours", "competitor", "open", "in-house")
"""Cells that somebody fills, or could."""
NOTHING = Decimal(0)


class Square(msgspec.Struct, frozen=True, kw_only=True):
    """One segment by one offering, as far as the plan tells it. Money is in the plan's currency, a year."""

    segment: str
    offering: str
    state: State
    sales: Decimal | None
    """Ours; zero where the cell is not ours, or ours and nothing was sold yet."""
    spend: Decimal | None
    """What they spend there with anybody."""
    who: tuple[str, ...]
    """The competitors who are there, less those that the plan calls gone."""
    until: When | None
    """How long whoever is there is bound."""
    serves: tuple[str, ...]
    """The success factors, still alive, that it serves."""
    cell: Cell
    """As the plan tells it."""

    @property
    def is_aligned(self) -> bool:
        """Whether it is open and serves a success factor: the best place to grow."""
        return self.state == "open" and bool(self.serves)

    @property
    def potential(self) -> Decimal | None:
        """What they spend there and not with us."""
        if self.spend is None or self.sales is None:
            return None
        return max(self.spend - self.sales, NOTHING)


class OpenSpace(msgspec.Struct, frozen=True, kw_only=True):
    """The open space of an account with what follows from it. Sales are those of `year`."""

    year: Decimal | None
    squares: tuple[Square, ...]
    """The cells that the plan tells, in its order."""
    blank: int
    """Cells of the grid of which the plan says nothing."""
    states: Keyed[int]
    """How many cells there are of each state that occurs."""
    empty: int
    """Cells told in which we sell nothing: open space as the book counts it, whoever is there."""
    penetration: Decimal | None
    """Percent of the cells that are ours, among those that somebody fills or could fill: ours,
    a competitor's, open and in-house ones. What they do not want, and what is not known, does not count."""
    by_segment: Keyed[Sum]
    by_offering: Keyed[Sum]
    total: Sum
    aligned: tuple[Square, ...]
    """Open cells that serve a success factor, the largest potential first; what is not known comes last."""
    aligned_spend: Sum
    led: tuple[Square, ...]
    """Cells in which a competitor leads, the largest spend first."""
    to_defend: tuple[Square, ...]
    """Cells of ours in which a competitor stands beside us, our largest sales first."""


@needs("account_as_market.open_space.*.*.sales", "account_knowledge.success_factors.*.what")
def open_space(view: View) -> OpenSpace | None:
    """The open space of an account; absent where its plan tells no cell."""
    plan, found = view.plan, tuple(_squares(view.plan))
    if not found:
        return None
    currency, states = currency_of(plan), counted((one.state for one in found), STATES)
    aligned = _ranked((one.potential, one) for one in found if one.is_aligned)
    segments = tuple(plan.account_as_market.open_space)
    offerings = tuple(dict.fromkeys(one.offering for one in found))
    return OpenSpace(
        year=known(plan.account_as_market.year),
        squares=found,
        blank=len(segments) * len(offerings) - len(found),
        states=states,
        empty=sum(one.state != "ours" for one in found),
        penetration=penetration(states),
        by_segment=Keyed(
            {id: _sold((one for one in found if one.segment == id), currency) for id in segments}
        ),
        by_offering=Keyed(
            {id: _sold((one for one in found if one.offering == id), currency) for id in offerings}
        ),
        total=_sold(found, currency),
        aligned=aligned,
        aligned_spend=total((one.spend for one in aligned), currency),
        led=_ranked((one.spend, one) for one in found if one.state == "competitor"),
        to_defend=_ranked((one.sales, one) for one in found if one.state == "ours" and one.who),
    )


def penetration(states: Mapping[str, int]) -> Decimal | None:
    """How many percent of the cells that somebody fills or could are ours."""
    wanted = sum(states.get(one, 0) for one in WANTED)
    return percent(Decimal(states.get("ours", 0)), Decimal(wanted))


def state(cell: Cell) -> State:
    """Whose a cell is."""
    if cell.said is UNKNOWN or not isinstance(cell.state, str):
        return "unknown"
    return cast("State", cell.state)


def _squares(plan: Plan) -> Iterator[Square]:
    market, factors = plan.account_as_market, plan.account_knowledge.success_factors
    gone = frozenset(id for id, one in market.competitors.items() if not one.is_open)
    for segment, row in market.open_space.items():
        for offering, cell in row.items():
            yield Square(
                segment=segment,
                offering=offering,
                state=state(cell),
                sales=_sales(cell),
                spend=amount(cell.spend),
                who=tuple(id for id in each(cell.who) if id not in gone),
                until=known(cell.until),
                serves=tuple(id for id in each(cell.serves) if _lives(factors.get(id))),
                cell=cell,
            )


def _lives(entry: Tracked | None) -> bool:
    return entry is not None and entry.is_open


def _sales(cell: Cell) -> Decimal | None:
    if state(cell) != "ours" or cell.sales is None:
        return NOTHING
    return amount(cell.sales)


def _sold(squares: Iterable[Square], currency: str) -> Sum:
    return total((one.sales for one in squares if one.state == "ours"), currency)


def _ranked(weighed: Iterable[tuple[Decimal | None, Square]]) -> tuple[Square, ...]:
    """The heaviest first, those of unknown weight last; among equals by name, so that order never matters."""

    def key(pair: tuple[Decimal | None, Square]) -> tuple[bool, Decimal, str, str]:
        weight, one = pair
        return weight is None, -(weight or NOTHING), one.segment, one.offering

    return tuple(one for _, one in sorted(weighed, key=key))
