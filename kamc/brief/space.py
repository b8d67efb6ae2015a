"""Open space: their segments by our offerings (M49)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.open_space import Square as Cell
from kamc.analysis.open_space import State as Owned
from kamc.analysis.open_space import open_space
from kamc.brief.given import Given
from kamc.brief.names import segment
from kamc.brief.shown import Piece
from kamc.speech.format import MILLION, Scale

State: TypeAlias = Owned | Literal["aligned", "blank"]
SHARES = (Decimal("0.5"), Decimal("0.2"), Decimal("0.05"))
"""Of the largest cell: from where on a cell counts as large, middling, small; the rest is smallest."""


class Square(Piece, frozen=True, kw_only=True):
    """A cell of the grid: its state, the words in it, its story, and how large our sales are (1 to 4)."""

    state: State
    words: str
    story: str
    heat: int = 0
    spend: str = ""
    """What they spend there a year."""
    serves: tuple[str, ...] = ()
    """The success factors that an open square would serve."""
    contested: bool = False
    """Whether it is ours, and a competitor stands beside us."""


class Row(Piece, frozen=True, kw_only=True):
    """A segment with its squares and our sales there."""

    name: str
    squares: tuple[Square, ...]
    total: str


class Grid(Piece, frozen=True, kw_only=True):
    """The open space with its totals. `unit` is that of every number in it."""

    offerings: tuple[str, ...]
    rows: tuple[Row, ...]
    totals: tuple[str, ...]
    total: str
    unit: str
    year: str


class Count(Piece, frozen=True, kw_only=True):
    """How the squares of a grid are spread."""

    squares: int
    open: int
    aligned: int
    aligned_spend: str
    """What they spend a year in the aligned ones, where it is known."""


def grid(given: Given) -> Grid | None:
    """The open space of a plan, if it has any."""
    found = open_space(given.priced)
    if found is None:
        return None
    squares = {(one.segment, one.offering): one for one in found.squares}
    sold = [held.amount for held in (*found.by_segment.values(), *found.by_offering.values())]
    unit = _unit(given, _told((*sold, *(one.spend for one in found.aligned))))
    largest = max(_told(one.sales for one in found.squares), default=Decimal(0))
    rows = (
        Row(
            name=segment(given.plan, id),
            squares=tuple(
                _square(given, squares.get((id, offering)), unit, largest) for offering in found.by_offering
            ),
            total=_amount(total.amount, unit),
        )
        for id, total in found.by_segment.items()
    )
    return Grid(
        offerings=tuple(given.names.full(id) for id in found.by_offering),
        rows=tuple(rows),
        totals=tuple(_amount(total.amount, unit) for total in found.by_offering.values()),
        total=_amount(found.total.amount, unit),
        unit=given.speech.unit(given.currency, unit.unit),
        year=str(found.year) if found.year else "",
    )


def _unit(given: Given, amounts: Iterable[Decimal]) -> Scale:
    """One scale for the whole grid; one decimal keeps what is small beside what is large."""
    fitting = given.speech.scale(amounts)
    return msgspec.structs.replace(fitting, places=int(fitting.size >= MILLION))


def _told(amounts: Iterable[Decimal | None]) -> list[Decimal]:
    return [one for one in amounts if one is not None]


def _amount(amount: Decimal | None, unit: Scale) -> str:
    return unit.show(amount) if amount else ""


def _square(given: Given, one: Cell | None, unit: Scale, largest: Decimal) -> Square:
    if one is None:
        return Square(state="blank", words="", story=given.speech.say("not stated"))
    kind: State = "aligned" if one.is_aligned else one.state
    return Square(
        state=kind,
        words=_words(given, one, unit),
        story=", ".join(_story(given, one)),
        heat=_heat(one.sales or Decimal(0), largest) if kind == "ours" else 0,
        spend=str(given.money(one.spend)),
        serves=given.names.each(one.serves, 120),
        contested=kind == "ours" and bool(one.who),
    )


def _words(given: Given, one: Cell, unit: Scale) -> str:
    """What stands in a cell: our sales, a competitor, what they spend where it would serve them."""
    word = "" if one.state == "unknown" else given.speech.word(one.state)
    if one.is_aligned:
        return "★ " + (_amount(one.spend, unit) if one.spend is not None else word)
    if one.state == "competitor":
        return given.names.listed(one.who) or word
    return (one.state == "ours" and _amount(one.sales, unit)) or word or "?"


def _story(given: Given, one: Cell) -> Iterator[str]:
    say, names = given.speech.say, given.names.listed(one.who)
    if one.state == "competitor":
        yield names or say("a competitor")
    else:
        yield say("not known") if one.state == "unknown" else given.speech.word(one.state)
    if one.state == "ours" and names:
        yield say("beside us: {names}", names=names)
    if one.cell.sales:
        yield say("{sales} of our sales", sales=given.money(one.cell.sales))
    if one.cell.spend:
        yield say("they spend {spend}", spend=given.money(one.cell.spend))
    if one.until:
        yield say("bound until {day}", day=given.date(one.until))
    if one.serves:
        yield say("serves {names}", names=given.names.listed(one.serves))


def _heat(sales: Decimal, largest: Decimal) -> int:
    return 4 - next((place for place, part in enumerate(SHARES) if largest and sales >= part * largest), 3)


def count(given: Given) -> Count | None:
    """How many squares are open, and open in line with a success factor."""
    found = open_space(given.priced)
    if found is None:
        return None
    spend = found.aligned_spend.amount
    return Count(
        squares=len(found.squares),
        open=found.states.get("open", 0),
        aligned=len(found.aligned),
        aligned_spend=given.speech.money(spend, given.currency) if spend else "",
    )
