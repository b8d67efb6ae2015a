"""The four matrices over all accounts, and where the figures and the decision differ (M8 to M12)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.selection import (
    ATTRACTIVENESS,
    IMPORTANCE,
    LOYALTY,
    PROFIT,
    Axis,
    Chosen,
    Matrix,
    Placed,
    Side,
)
from kamc.analysis.standing import Standing
from kamc.brief.portfolio.given import MOST, more
from kamc.brief.shown import OPEN, Cell, Mark, Piece, Shown, Table, Value, joined, table
from kamc.speech.format import percent, plain_number, sentence, words

MATRICES = (LOYALTY, ATTRACTIVENESS, IMPORTANCE, PROFIT)
MARKED = frozenset((ATTRACTIVENESS.key, IMPORTANCE.key))
"""Matrices whose axes are marks from 1 to 5."""
NUMBERED = 40
"""From so many accounts on, points have numbers."""
CROWDED = 150
"""From so many accounts on, quadrants are counted: nobody can tell the points apart."""
SIDES: tuple[Side, ...] = ("low", "high")
Scale: TypeAlias = Literal["words", "marks", "percent"]


class Line(Piece, frozen=True, kw_only=True):
    """An axis: its name, what stands at its ends, and from where on it is high."""

    title: str
    scale: Scale
    least: Decimal | str
    """A mark, a share, or a word."""
    shown: str
    """From where on it is high, in words."""


class Dot(Piece, frozen=True, kw_only=True):
    """An account in a matrix: where it stands on each axis, and in words what that means."""

    name: str
    number: int
    """Its number, the same in each matrix: its place by sales, from 1."""
    across: Decimal | str
    up: Decimal | str
    story: str


class Quadrant(Piece, frozen=True, kw_only=True):
    """A quadrant: where it lies, what it is called, what it suggests, and how many stand in it."""

    across: Side
    up: Side
    title: str
    suggests: str
    count: int


class Chart(Piece, frozen=True, kw_only=True):
    """A matrix with its accounts; `dots` are left out where there are too many to tell apart."""

    key: str
    title: str
    across: Line
    up: Line
    quadrants: tuple[Quadrant, ...]
    dots: tuple[Dot, ...]
    missing: int
    """Accounts of which one axis is not known."""
    placed: int


class Matrices(Piece, frozen=True, kw_only=True):
    """The charts, the accounts in them as a table, and those where the decision is another."""

    charts: tuple[Chart, ...] = ()
    numbered: bool = False
    crowded: bool = False
    places: Table = Table()
    counts: Table = Table()
    more: str = ""
    differing: Table = Table()
    more_differing: str = ""
    differ: int = 0
    undecided: int = 0


def matrices(standings: Sequence[Standing]) -> Matrices:
    """The matrices of accounts in the order of their importance; long tables show the first of them."""
    held = [(number, one.name, one.chosen) for number, one in enumerate(standings, 1) if one.chosen]
    crowded = len(held) >= CROWDED
    charts = tuple(_chart(matrix, held, placed) for matrix in MATRICES if (placed := _placed(matrix, held)))
    if not charts:
        return Matrices()
    differing = [(name, chosen) for _, name, chosen in held if chosen.agrees is False]
    return Matrices(
        charts=charts if not crowded else tuple(msgspec.structs.replace(one, dots=()) for one in charts),
        numbered=not crowded and len(held) >= NUMBERED,
        crowded=crowded,
        places=_places(held[: MOST if crowded else None], numbered=len(held) >= NUMBERED),
        counts=_counts(charts) if crowded else Table(),
        differing=table(
            "", "Account | Figures suggest | Decided | What they rest on", map(_differs, differing[:MOST])
        ),
        more=more(len(held), "account", "kamc export") if crowded else "",
        more_differing=more(len(differing), "account", "kamc export"),
        differ=len(differing),
        undecided=sum(chosen.suggests is not None and chosen.decision is None for _, _, chosen in held),
    )


Held: TypeAlias = tuple[int, str, Chosen]


def _placed(matrix: Matrix, held: Sequence[Held]) -> tuple[tuple[int, str, Placed], ...]:
    """The accounts of which both axes are known."""
    found = ((number, name, _of(matrix, chosen)) for number, name, chosen in held)
    return tuple((number, name, one) for number, name, one in found if one and one.quadrant)


def _chart(matrix: Matrix, held: Sequence[Held], placed: Sequence[tuple[int, str, Placed]]) -> Chart:
    _, _, first = placed[0]
    return Chart(
        key=matrix.key,
        title=f"{sentence(matrix.up)} by {matrix.across}",
        across=_line(matrix, matrix.across, first.across),
        up=_line(matrix, matrix.up, first.up),
        quadrants=tuple(
            Quadrant(
                across=across,
                up=up,
                title=matrix.quadrants[across, up][0],
                suggests=matrix.quadrants[across, up][1],
                count=sum((one.across.side, one.up.side) == (across, up) for _, _, one in placed),
            )
            for up in reversed(SIDES)
            for across in SIDES
        ),
        dots=tuple(_dot(*one) for one in placed),
        missing=len(held) - len(placed),
        placed=len(placed),
    )


def _of(matrix: Matrix, chosen: Chosen) -> Placed | None:
    return next((one for one in chosen.matrices if one.matrix.key == matrix.key), None)


def _line(matrix: Matrix, title: str, axis: Axis) -> Line:
    least = axis.least
    if isinstance(least, str):
        return Line(title=title, scale="words", least=least, shown=f"high from {least}")
    if matrix.key in MARKED:
        return Line(title=title, scale="marks", least=least, shown=f"high from {plain_number(least)} of 5")
    return Line(title=title, scale="percent", least=least, shown=f"high from {percent(least)} of sales")


def _dot(number: int, name: str, one: Placed) -> Dot:
    return Dot(
        name=name,
        number=number,
        across=_value(one.across),
        up=_value(one.up),
        story=f"{name}: {one.quadrant}, {_where(one)}",
    )


def _value(axis: Axis) -> Decimal | str:
    return Decimal(0) if axis.value is None else axis.value


def _where(one: Placed) -> str:
    return f"{one.matrix.across} {_shown(one, one.across)}, {one.matrix.up} {_shown(one, one.up)}"


def _shown(one: Placed, axis: Axis) -> str:
    """A place on an axis: a word, a mark of 5, or a share."""
    if axis.value is None or isinstance(axis.value, str):
        return axis.value or "not known"
    return plain_number(round(axis.value, 1)) if one.matrix.key in MARKED else percent(round(axis.value, 1))


def _places(held: Iterable[Held], *, numbered: bool) -> Table:
    heads = " | ".join(f"{sentence(one.up)} by {one.across}" for one in MATRICES)
    number = ">No. | " if numbered else ""
    return table("", f"Account | {number}{heads}", (_row(*one, numbered=numbered) for one in held))


def _row(number: int, name: str, chosen: Chosen, *, numbered: bool) -> tuple[Value, ...]:
    cells = tuple(_place(_of(matrix, chosen)) for matrix in MATRICES)
    return (Cell(name, lead=True), str(number), *cells) if numbered else (Cell(name, lead=True), *cells)


def _place(one: Placed | None) -> Value:
    if one is None or (one.across.side is None and one.up.side is None):
        return OPEN
    if one.quadrant is None:
        return Cell(OPEN, (_where(one),))
    return Cell(one.quadrant, (_where(one),))


def _counts(charts: Iterable[Chart]) -> Table:
    rows = (_count(chart) for chart in charts)
    heads = "Matrix | >Up | >Both high | >Both low | >Across | >Not known"
    return table("How many accounts stand in each quadrant", heads, rows)


def _count(chart: Chart) -> tuple[Value, ...]:
    counts = (Cell(str(one.count), (f"{one.title}: {one.suggests}",)) for one in chart.quadrants)
    return (Cell(chart.title, lead=True), *counts, str(chart.missing))


def _differs(one: tuple[str, Chosen]) -> tuple[Value, ...]:
    name, chosen = one
    found = (
        f"{place.quadrant} ({place.suggests})"
        for place in chosen.matrices
        if place.quadrant and place.suggests != chosen.decision
    )
    decided: Shown = Mark(words(chosen.decision or ""), "open")
    return (Cell(name, lead=True), words(chosen.suggests or ""), decided, joined(found, ", "))
