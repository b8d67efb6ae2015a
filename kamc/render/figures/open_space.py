"""The open space as a grid: ours is dark, a rival's red, open pale; a star serves a success factor (M49)."""

from collections.abc import Iterator, Sequence

import msgspec

from kamc.brief.space import Grid, Row, Square
from kamc.escape import xml
from kamc.render.figures.svg import element, figure, key, text, title, wrapped
from kamc.speech import Speech

NAMES = 150.0
TOTALS = 52.0
ROW = 34.0
HEAD = 46.0
COLUMN = (78.0, 112.0)
"""The narrowest and the widest column."""
ROOM = 1010.0
SIZE, SMALL, LEADING = 11.5, 10.5, 12.0
TALL, MOST = 12, 11
"""So many rows leave room on a page; so many columns can stand beside each other, and of more the longer side
goes down the page."""


def open_space(grid: Grid | None, speech: Speech) -> str:
    """The figure; nothing where there is no grid."""
    if grid is None:
        return ""
    story = _story(grid, speech)
    grid = _turned(grid) if len(grid.offerings) > max(MOST, len(grid.rows)) else grid
    column = min(max((ROOM - NAMES - TOTALS) / len(grid.offerings), COLUMN[0]), COLUMN[1])
    size = (NAMES + column * len(grid.offerings) + TOTALS, HEAD + ROW * (len(grid.rows) + 1))
    heading, caption = speech.say("Open space"), _caption(grid, speech)
    return figure("open-space", heading, story, _parts(grid, column, speech), size=size, caption=caption)


def _turned(grid: Grid) -> Grid:
    """The grid with offerings below each other: so many beside each other could not be read."""
    return msgspec.structs.replace(
        grid,
        offerings=tuple(row.name for row in grid.rows),
        rows=tuple(
            Row(name=name, squares=tuple(row.squares[place] for row in grid.rows), total=grid.totals[place])
            for place, name in enumerate(grid.offerings)
        ),
        totals=tuple(row.total for row in grid.rows),
    )


def _story(grid: Grid, speech: Speech) -> str:
    states = [square.state for row in grid.rows for square in row.squares]
    aligned = states.count("aligned")
    return speech.say(
        "{segments} segments by {offerings} offerings: {ours} ours, {open} open, of which {aligned} serve a "
        "success factor, {led} with competitors.",
        segments=len(grid.rows),
        offerings=len(grid.offerings),
        ours=states.count("ours"),
        open=states.count("open") + aligned,
        aligned=aligned,
        led=states.count("competitor"),
    )


def _parts(grid: Grid, column: float, speech: Speech) -> Iterator[str]:
    """The grid; it says of itself where it is taller than what else stands on a page leaves room for."""
    yield '<g class="tall">' if len(grid.rows) > TALL else "<g>"
    yield from _heads(grid, column)
    for place, row in enumerate(grid.rows):
        yield from _row(row, HEAD + ROW * place, column)
    yield from _totals(grid, column, speech)
    yield "</g>"


def _heads(grid: Grid, column: float) -> Iterator[str]:
    for place, name in enumerate(grid.offerings):
        lines = wrapped(name, column - 8, 10.5, 3)
        x = NAMES + column * (place + 0.5)
        spans = "".join(
            element("tspan", xml(line), x=x, dy=0 if first == 0 else 12) for first, line in enumerate(lines)
        )
        yield element(
            "text",
            title(name),
            spans,
            x=x,
            y=HEAD - 8 - 12 * (len(lines) - 1),
            class_="t-soft",
            font_size=10.5,
            text_anchor="middle",
        )


def _row(row: Row, y: float, column: float) -> Iterator[str]:
    yield _lines(
        row.name, wrapped(row.name, NAMES - 10, SIZE, 2), (0, y + ROW / 2), class_="t-ink", font_size=SIZE
    )
    for place, square in enumerate(row.squares):
        yield _square(square, NAMES + column * place, y, column)
    end = NAMES + column * len(row.squares) + TOTALS
    yield (
        text(
            row.total,
            end,
            y + ROW / 2 + 4,
            class_="t-ink",
            font_size=SIZE,
            font_weight=600,
            text_anchor="end",
        )
        if row.total
        else ""
    )


def _square(square: Square, x: float, y: float, column: float) -> str:
    heat = f" h{square.heat}" if square.state == "ours" else ""
    box = element(
        "rect", x=x + 1, y=y + 1, width=column - 2, height=ROW - 2, rx=2, class_=f"c-{square.state}{heat}"
    )
    size = SIZE if square.state in {"ours", "aligned"} else SMALL
    lines = wrapped(square.words, column - 8, size, 2)
    middle = (x + column / 2, y + ROW / 2)
    words = _lines("", lines, middle, class_=f"l-{square.state}{heat}", font_size=size, text_anchor="middle")
    return element("g", title(square.story), box, _beside_us(square, x, y, column), words)


def _beside_us(square: Square, x: float, y: float, column: float) -> str:
    """A corner where a competitor stands beside us."""
    if not square.contested:
        return ""
    return element("path", d=f"M{x + column - 1:g} {y + 1:g}v13l-13 -13Z", class_="c-contested")


def _lines(story: str, lines: Sequence[str], at: tuple[float, float], **attributes: object) -> str:
    """Lines of text around a height."""
    if not lines:
        return ""
    x, y = at
    first = y + 4 - LEADING / 2 * (len(lines) - 1)
    spans = (element("tspan", xml(line), x=x, y=first + LEADING * place) for place, line in enumerate(lines))
    return element("text", *([title(story)] if story else []), *spans, **attributes)


def _totals(grid: Grid, column: float, speech: Speech) -> Iterator[str]:
    y = HEAD + ROW * len(grid.rows)
    yield text(speech.say("All"), 0, y + ROW / 2 + 4, class_="t-soft", font_size=SIZE)
    for place, total in enumerate(grid.totals):
        if total:
            yield text(
                total,
                NAMES + column * (place + 0.5),
                y + ROW / 2 + 4,
                class_="t-ink",
                font_size=SIZE,
                font_weight=600,
                text_anchor="middle",
            )
    end = NAMES + column * len(grid.offerings) + TOTALS
    yield (
        text(
            grid.total,
            end,
            y + ROW / 2 + 4,
            class_="t-ink",
            font_size=SIZE,
            font_weight=700,
            text_anchor="end",
        )
        if grid.total
        else ""
    )


def _caption(grid: Grid, speech: Speech) -> str:
    say, squares = speech.say, [square for row in grid.rows for square in row.squares]
    states = {square.state for square in squares} | {"contested" for square in squares if square.contested}
    unit = ", ".join(part for part in (grid.unit, grid.year) if part)
    keys = (
        ("ours", key("c-ours h4", say("ours, stronger is more"))),
        ("competitor", key("c-competitor", say("a competitor’s"))),
        (
            "aligned",
            key("c-aligned", say("★ open and serves a success factor, with what they spend there")),
        ),
        ("contested", key("c-contested", say("a corner: a competitor beside us"))),
        ("open", key("c-open", say("open"))),
        ("in-house", xml(say("in-house: they do it themselves"))),
        ("unknown", key("c-unknown", say("? not known"))),
    )
    shown = [line for state, line in keys if state in states]
    return " · ".join([xml(say("In {unit}", unit=unit))] * bool(unit) + shown)
