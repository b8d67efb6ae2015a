"""Open space: their segments by our offerings (M49)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from kamc.analysis.open_space import Square as Cell
from kamc.analysis.open_space import State as Owned
from kamc.analysis.open_space import open_space
from kamc.brief.given import Given, labelled
from kamc.brief.names import segment
from kamc.brief.shown import Piece
from kamc.speech.format import Scale, money, scale, when

State: TypeAlias = Owned | Literal["aligned", "blank"]
SHARES = (Decimal("0.5"), Decimal("0.2"), Decimal("0.05"))
"""Of the largest cell: from where on a cell counts as large, middling, small; the rest is smallest."""
WORDS: dict[State, str] = {
    "open": "open",
    "aligned": "★ open",
    "in-house": "in-house",
    "not-wanted": "not wanted",
    "unknown": "?",
    "ours": "ours",
}


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
    unit = _unit(_told((*sold, *(one.spend for one in found.aligned))))
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
        unit=" ".join(part for part in (given.currency, unit.unit) if part),
        year=str(found.year) if found.year else "",
    )


def _unit(amounts: Iterable[Decimal]) -> Scale:
    """One scale for the whole grid; one decimal keeps what is small beside what is large."""
    fitting = scale(amounts)
    return Scale(fitting.unit, fitting.size, int(fitting.unit in {"M", "bn"}))


def _told(amounts: Iterable[Decimal | None]) -> list[Decimal]:
    return [one for one in amounts if one is not None]


def _amount(amount: Decimal | None, unit: Scale) -> str:
    return unit.show(amount) if amount else ""


def _square(given: Given, one: Cell | None, unit: Scale, largest: Decimal) -> Square:
    if one is None:
        return Square(state="blank", words="", story="not stated")
    kind: State = "aligned" if one.is_aligned else one.state
    words = WORDS.get(kind, "")
    if kind == "competitor":
        words = given.names.listed(one.who) or "competitor"
    elif kind == "ours":
        words = _amount(one.sales, unit) or "ours"
    elif kind == "aligned" and one.spend is not None:
        words = "★ " + _amount(one.spend, unit)
    return Square(
        state=kind,
        words=words,
        story=", ".join(_story(given, one)),
        heat=_heat(one.sales or Decimal(0), largest) if kind == "ours" else 0,
        spend=str(given.money(one.spend)),
        serves=given.names.each(one.serves, 120),
        contested=kind == "ours" and bool(one.who),
    )


def _story(given: Given, one: Cell) -> Iterator[str]:
    names = {
        "competitor": given.names.listed(one.who) or "a competitor",
        "not-wanted": "not wanted",
        "unknown": "not known",
    }
    yield names.get(one.state, one.state)
    if one.state == "ours" and one.who:
        yield labelled("beside us:", given.names.listed(one.who))
    if one.cell.sales:
        yield f"{given.money(one.cell.sales)} of our sales"
    if one.cell.spend:
        yield f"they spend {given.money(one.cell.spend)}"
    if one.until:
        yield f"bound until {when(one.until)}"
    if one.serves:
        yield labelled("serves", given.names.listed(one.serves))


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
        aligned_spend=money(spend, given.currency) if spend else "",
    )
