"""Open space: their segments by our offerings (M49)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from kamc.brief.format import Scale, money, scale, when
from kamc.brief.given import Given, labelled
from kamc.brief.names import segment
from kamc.brief.shown import Piece
from kamc.model.market import Cell
from kamc.model.values import UNKNOWN, Keyed, When, each, known

State: TypeAlias = Literal[
    "ours", "competitor", "open", "aligned", "in-house", "not-wanted", "unknown", "blank"
]
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
    space = given.plan.account_as_market.open_space
    offerings = tuple(dict.fromkeys(id for row in space.values() for id in row))
    if not offerings:
        return None
    sums = {id: _sum(row.get(id) for row in space.values()) for id in offerings}
    largest = max((_sales(cell) for row in space.values() for cell in row.values()), default=Decimal(0))
    unit = _unit([*sums.values(), *(_sum(row.values()) for row in space.values()), *_aligned(space)])
    rows = (
        Row(
            name=segment(given.plan, id),
            squares=tuple(_square(given, row.get(offering), unit, largest) for offering in offerings),
            total=_amount(_sum(row.values()), unit),
        )
        for id, row in space.items()
    )
    year = known(given.plan.account_as_market.year)
    return Grid(
        offerings=tuple(given.names.full(id) for id in offerings),
        rows=tuple(rows),
        totals=tuple(_amount(sums[id], unit) for id in offerings),
        total=_amount(sum(sums.values(), Decimal(0)), unit),
        unit=" ".join(part for part in (given.currency, unit.unit) if part),
        year=str(year) if year else "",
    )


def _unit(amounts: Iterable[Decimal]) -> Scale:
    """One scale for the whole grid; one decimal keeps what is small beside what is large."""
    fitting = scale(amounts)
    return Scale(fitting.unit, fitting.size, int(fitting.unit in {"M", "bn"}))


def _aligned(space: Keyed[Keyed[Cell]]) -> list[Decimal]:
    cells = (cell for row in space.values() for cell in row.values() if state(cell) == "aligned")
    return [cell.spend for cell in cells if isinstance(cell.spend, Decimal)]


def _amount(amount: Decimal, unit: Scale) -> str:
    return unit.show(amount) if amount else ""


def _sales(cell: Cell | None) -> Decimal:
    return known(cell.sales) or Decimal(0) if cell and state(cell) == "ours" else Decimal(0)


def _sum(cells: Iterable[Cell | None]) -> Decimal:
    return sum((_sales(cell) for cell in cells), Decimal(0))


def state(cell: Cell | None) -> State:
    """Whose a cell is; an open one that serves a success factor is aligned."""
    if cell is None:
        return "blank"
    if cell.said is UNKNOWN or not isinstance(cell.state, str):
        return "unknown"
    if cell.state == "open":
        return "aligned" if each(cell.serves) else "open"
    return cell.state  # type: ignore[return-value]


def _square(given: Given, cell: Cell | None, unit: Scale, largest: Decimal) -> Square:
    kind = state(cell)
    if cell is None:
        return Square(state=kind, words="", story="not stated")
    words = WORDS.get(kind, "")
    if kind == "competitor":
        words = given.names.listed(cell.who) or "competitor"
    elif kind == "ours" and cell.sales:
        words = _amount(_sales(cell), unit) or "ours"
    elif kind == "aligned" and isinstance(cell.spend, Decimal):
        words = "★ " + _amount(cell.spend, unit)
    return Square(
        state=kind,
        words=words,
        story=", ".join(_story(given, cell, kind)),
        heat=_heat(_sales(cell), largest) if kind == "ours" else 0,
        spend=str(given.money(cell.spend)) if isinstance(cell.spend, Decimal) else "",
        serves=given.names.each(each(cell.serves), 120),
    )


def _story(given: Given, cell: Cell, kind: State) -> Iterator[str]:
    names = {
        "aligned": "open",
        "competitor": given.names.listed(cell.who) or "a competitor",
        "not-wanted": "not wanted",
        "unknown": "not known",
    }
    yield names.get(kind, kind)
    if cell.sales:
        yield f"{given.money(cell.sales)} of our sales"
    if cell.spend:
        yield f"they spend {given.money(cell.spend)}"
    if isinstance(cell.until, When):
        yield f"bound until {when(cell.until)}"
    if each(cell.serves):
        yield labelled("serves", given.names.listed(cell.serves))


def _heat(sales: Decimal, largest: Decimal) -> int:
    return 4 - next((place for place, part in enumerate(SHARES) if largest and sales >= part * largest), 3)


def count(given: Given) -> Count | None:
    """How many squares are open, and open in line with a success factor."""
    cells = [cell for row in given.plan.account_as_market.open_space.values() for cell in row.values()]
    states = [state(cell) for cell in cells]
    spends = [known(cell.spend) or Decimal(0) for cell in cells if state(cell) == "aligned"]
    if not cells:
        return None
    return Count(
        squares=len(cells),
        open=states.count("open") + states.count("aligned"),
        aligned=states.count("aligned"),
        aligned_spend=money(sum(spends, Decimal(0)), given.currency) if any(spends) else "",
    )
