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
from kamc.brief.portfolio.accounts import not_known
from kamc.brief.portfolio.given import MORE_ACCOUNTS, MOST, Leads, more
from kamc.brief.shown import Cell, Mark, Piece, Shown, Table, Value, joined, table
from kamc.model.records import LEVELS
from kamc.speech import Speech
from kamc.speech.format import sentence

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
    levels: tuple[str, ...] = ()
    """What its words are called, from the lowest on, where it is one of words."""


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
    called: str
    """What it is called, and what it suggests."""
    counted: str
    """How many stand in it, in words."""


class Chart(Piece, frozen=True, kw_only=True):
    """A matrix with its accounts; `dots` are left out where there are too many to tell apart."""

    key: str
    title: str
    story: str
    notes: tuple[str, ...]
    """What its caption says after its title."""
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


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An account as the matrices have it: its number, its name, which leads to its brief, and its places."""

    number: int
    name: Cell
    chosen: Chosen


def matrices(
    standings: Sequence[Standing],
    speech: Speech = Speech(),  # noqa: B008  frozen
    leads: Leads | None = None,
) -> Matrices:
    """The matrices of accounts in the order of their importance; long tables show the first of them."""
    held = [
        Held(
            number=number,
            name=Cell(one.name, lead=True, to=(leads or {}).get((one.account, one.period), {})),
            chosen=one.chosen,
        )
        for number, one in enumerate(standings, 1)
        if one.chosen
    ]
    crowded, numbered = len(held) >= CROWDED, NUMBERED <= len(held) < CROWDED
    charts = tuple(
        _chart(matrix, held, placed, speech, numbered=numbered)
        for matrix in MATRICES
        if (placed := _placed(matrix, held))
    )
    if not charts:
        return Matrices()
    differing = [one for one in held if one.chosen.agrees is False]
    heads = " | ".join(
        (
            speech.say("Account"),
            speech.say("Figures suggest"),
            speech.say("Decided"),
            speech.say("What they rest on"),
        )
    )
    return Matrices(
        charts=charts if not crowded else tuple(msgspec.structs.replace(one, dots=()) for one in charts),
        numbered=numbered,
        crowded=crowded,
        places=_places(held[: MOST if crowded else None], speech, numbered=len(held) >= NUMBERED),
        counts=_counts(charts, speech) if crowded else Table(),
        differing=table("", heads, (_differs(one, speech) for one in differing[:MOST])),
        more=more(speech, len(held), MORE_ACCOUNTS, "kamc export") if crowded else "",
        more_differing=more(speech, len(differing), MORE_ACCOUNTS, "kamc export"),
        differ=len(differing),
        undecided=sum(one.chosen.suggests is not None and one.chosen.decision is None for one in held),
    )


def _placed(matrix: Matrix, held: Sequence[Held]) -> tuple[tuple[Held, Placed], ...]:
    """The accounts of which both axes are known."""
    found = ((one, _of(matrix, one.chosen)) for one in held)
    return tuple((one, place) for one, place in found if place and place.quadrant)


def _chart(
    matrix: Matrix,
    held: Sequence[Held],
    placed: Sequence[tuple[Held, Placed]],
    speech: Speech,
    *,
    numbered: bool,
) -> Chart:
    _, first = placed[0]
    across, up = (
        _line(matrix, matrix.across, first.across, speech),
        _line(matrix, matrix.up, first.up, speech),
    )
    quadrants = tuple(
        _quadrant(matrix, placed, (side, top), speech) for top in reversed(SIDES) for side in SIDES
    )
    missing, dots = len(held) - len(placed), tuple(_dot(*one, speech) for one in placed)
    unknown = speech.count(missing, "not known for {n} account", "not known for {n} accounts")
    return Chart(
        key=matrix.key,
        title=_title(matrix, speech),
        story=_story((across, up), quadrants, dots, speech, crowded=len(held) >= CROWDED),
        notes=(
            f"{across.title}: {across.shown}",
            f"{up.title}: {up.shown}",
            *((speech.say("numbers: see the table"),) * numbered),
            *((unknown,) * bool(missing)),
        ),
        across=across,
        up=up,
        quadrants=quadrants,
        dots=dots,
        missing=missing,
        placed=len(placed),
    )


def _title(matrix: Matrix, speech: Speech) -> str:
    up, across = speech.say(matrix.up), speech.say(matrix.across)
    return sentence(speech.say("{one} by {other}", one=up, other=across))


def _quadrant(
    matrix: Matrix, placed: Sequence[tuple[Held, Placed]], sides: tuple[Side, Side], speech: Speech
) -> Quadrant:
    title, suggests = speech.say(matrix.quadrants[sides][0]), speech.word(matrix.quadrants[sides][1])
    count = sum((one.across.side, one.up.side) == sides for _, one in placed)
    share = f"{100 * count / len(placed):.0f}"
    return Quadrant(
        across=sides[0],
        up=sides[1],
        title=title,
        suggests=suggests,
        count=count,
        called=f"{title}: {suggests}",
        counted=speech.count(
            count,
            "{quadrant}: {n} account, {share}",
            "{quadrant}: {n} accounts, {share}",
            quadrant=title,
            share=speech.percent(Decimal(share)),
        ),
    )


def _story(
    axes: tuple[Line, Line],
    quadrants: Iterable[Quadrant],
    dots: Sequence[Dot],
    speech: Speech,
    *,
    crowded: bool,
) -> str:
    """What a chart shows, for who does not see it."""
    across, up = axes
    told = speech.count(
        len(dots),
        "{n} account by {across} and {up}: {quadrants}.",
        "{n} accounts by {across} and {up}: {quadrants}.",
        across=across.title,
        up=up.title,
        quadrants=joined((f"{one.count} {one.title}" for one in quadrants), ", "),
    )
    return joined((told, *(f"{one.story}." for one in dots if not crowded)), " ")


def _of(matrix: Matrix, chosen: Chosen) -> Placed | None:
    return next((one for one in chosen.matrices if one.matrix.key == matrix.key), None)


def _line(matrix: Matrix, title: str, axis: Axis, speech: Speech) -> Line:
    least, say = axis.least, speech.say
    if isinstance(least, str):
        shown = say("high from {least}", least=speech.word(least))
        levels = tuple(speech.word(one) for one in LEVELS)
        return Line(title=say(title), scale="words", least=least, shown=shown, levels=levels)
    if matrix.key in MARKED:
        shown = say("high from {least} of 5", least=speech.number(least))
        return Line(title=say(title), scale="marks", least=least, shown=shown)
    shown = say("high from {share} of sales", share=speech.percent(least))
    return Line(title=say(title), scale="percent", least=least, shown=shown)


def _dot(held: Held, one: Placed, speech: Speech) -> Dot:
    name, quadrant = str(held.name), speech.say(one.quadrant) if one.quadrant else ""
    return Dot(
        name=name,
        number=held.number,
        across=_value(one.across),
        up=_value(one.up),
        story=f"{name}: {quadrant}, {_where(one, speech)}",
    )


def _value(axis: Axis) -> Decimal | str:
    return Decimal(0) if axis.value is None else axis.value


def _where(one: Placed, speech: Speech) -> str:
    axes = ((one.matrix.across, one.across), (one.matrix.up, one.up))
    return joined((f"{speech.say(title)} {_shown(one, axis, speech)}" for title, axis in axes), ", ")


def _shown(one: Placed, axis: Axis, speech: Speech) -> str:
    """A place on an axis: a word, a mark of 5, or a share."""
    if axis.value is None:
        return not_known(speech).word
    if isinstance(axis.value, str):
        return speech.word(axis.value)
    rounded = round(axis.value, 1)
    return speech.number(rounded) if one.matrix.key in MARKED else speech.percent(rounded)


def _places(held: Iterable[Held], speech: Speech, *, numbered: bool) -> Table:
    heads = " | ".join(_title(one, speech) for one in MATRICES)
    first = (
        " | ".join((speech.say("Account"), ">" + speech.say("No."))) if numbered else speech.say("Account")
    )
    return table("", f"{first} | {heads}", (_row(one, speech, numbered=numbered) for one in held))


def _row(held: Held, speech: Speech, *, numbered: bool) -> tuple[Value, ...]:
    cells = tuple(_place(_of(matrix, held.chosen), speech) for matrix in MATRICES)
    return (held.name, str(held.number), *cells) if numbered else (held.name, *cells)


def _place(one: Placed | None, speech: Speech) -> Value:
    if one is None or (one.across.side is None and one.up.side is None):
        return not_known(speech)
    if one.quadrant is None:
        return Cell(not_known(speech), (_where(one, speech),))
    return Cell(speech.say(one.quadrant), (_where(one, speech),))


def _counts(charts: Iterable[Chart], speech: Speech) -> Table:
    rows = (_count(chart) for chart in charts)
    heads = " | ".join(
        (
            speech.say("Matrix"),
            ">" + speech.say("Up"),
            ">" + speech.say("Both high"),
            ">" + speech.say("Both low"),
            ">" + speech.say("Across"),
            ">" + speech.say("Not known"),
        )
    )
    return table(speech.say("How many accounts stand in each quadrant"), heads, rows)


def _count(chart: Chart) -> tuple[Value, ...]:
    counts = (Cell(str(one.count), (one.called,)) for one in chart.quadrants)
    return (Cell(chart.title, lead=True), *counts, str(chart.missing))


def _differs(held: Held, speech: Speech) -> tuple[Value, ...]:
    chosen = held.chosen
    found = (
        f"{speech.say(place.quadrant)} ({speech.word(place.suggests or '')})"
        for place in chosen.matrices
        if place.quadrant and place.suggests != chosen.decision
    )
    decided: Shown = Mark(speech.word(chosen.decision), "open") if chosen.decision else ""
    return (held.name, speech.word(chosen.suggests) if chosen.suggests else "", decided, joined(found, ", "))
