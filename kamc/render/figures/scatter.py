"""Accounts in the four matrices: a point an account, its name beside it (M8 to M11).

From forty accounts on names become numbers, and where there are too many to tell apart, each quadrant says
how many stand in it.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeAlias

import msgspec

from kamc.brief.portfolio.matrices import Chart, Dot, Line, Matrices, Quadrant
from kamc.brief.room import width
from kamc.escape import xml
from kamc.model.records import LEVELS
from kamc.render.figures.labels import LONGEST, Box, Label, Point, apart, drawn, labels
from kamc.render.figures.svg import element, figure, text, title

FEW = 12
"""Up to so many accounts four matrices stand side by side."""
SMALL_PLOT, LARGE_PLOT = (430.0, 330.0), (930.0, 560.0)
RADIUS, NUMBERED_RADIUS = 4.5, 8.5
SMALL, NUMBER = 10.5, 9.0
LEFT, TOP, RIGHT, BOTTOM = 66.0, 8.0, 8.0, 44.0
STEP, WHOLE = Decimal(10), Decimal(100)
"""An axis of shares ends at tens, and at a hundred at the latest."""
LIST = 16.0
INSET = 16.0
CLOSE = 0.08
"""A tick that is nearer to the end of its axis would cover that of the end."""
Ends: TypeAlias = tuple[float, float]


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """Where a matrix is drawn, and how places on its axes become places in it."""

    chart: Chart
    wide: float
    high: float
    across: Ends
    up: Ends

    @property
    def box(self) -> Box:
        return Box(LEFT, TOP, LEFT + self.wide, TOP + self.high)

    def x(self, value: Decimal | str) -> float:
        """How far to the right a place on the axis lies."""
        return LEFT + _share(value, self.across) * self.wide

    def y(self, value: Decimal | str) -> float:
        """How far down a place on the axis lies."""
        return TOP + (1 - _share(value, self.up)) * self.high

    @property
    def middle(self) -> tuple[float, float]:
        """Where low ends and high begins."""
        chart = self.chart
        return (
            LEFT + _bound(chart.across, self.across) * self.wide,
            TOP + (1 - _bound(chart.up, self.up)) * self.high,
        )


def scatter(found: Matrices) -> str:
    """The figures; nothing where no account can be placed."""
    if not found.charts:
        return ""
    most = max(one.placed for one in found.charts)
    small = most <= FEW or found.crowded
    drawings = "".join(_matrix(one, found, SMALL_PLOT if small else LARGE_PLOT) for one in found.charts)
    return f'<div class="{"figures" if small else "figures wide"}">\n{drawings}</div>\n'


def _matrix(chart: Chart, found: Matrices, size: tuple[float, float]) -> str:
    plot = Plot(
        chart=chart,
        wide=size[0],
        high=size[1],
        across=_ends(chart.across, [one.across for one in chart.dots]),
        up=_ends(chart.up, [one.up for one in chart.dots]),
    )
    parts, key = [*_frame(plot)], ""
    if found.crowded:
        parts += [_count(plot, one) for one in chart.quadrants]
    elif found.numbered:
        parts += [*_titles(plot), *_numbers(plot)]
    else:
        named, key = _names(plot)
        parts += [*_titles(plot), *named]
    return figure(
        chart.key.replace("_", "-"),
        chart.title,
        chart.story,
        parts,
        size=(LEFT + plot.wide + RIGHT, TOP + plot.high + BOTTOM),
        caption=" · ".join((f"<b>{xml(chart.title)}</b>", *map(xml, chart.notes), *[xml(key)] * bool(key))),
    )


# --- axes ---


def _ends(line: Line, values: Sequence[Decimal | str]) -> Ends:
    """What the two ends of an axis stand for."""
    if line.scale == "words":
        return (0.0, float(len(LEVELS)))
    if line.scale == "marks":
        return (1.0, 5.0)
    told = [max(-WHOLE, min(WHOLE, one)) for one in values if isinstance(one, Decimal)]
    low = (min([Decimal(0), *told]) / STEP).to_integral_value(ROUND_FLOOR) * STEP
    high = (max([2 * Decimal(line.least), STEP, *told]) / STEP).to_integral_value(ROUND_CEILING) * STEP
    return float(low), float(high)


def _share(value: Decimal | str, ends: Ends) -> float:
    """How far along its axis a value stands, 0 to 1; one beyond the end stands at the end."""
    at = LEVELS.index(value) + 0.5 if isinstance(value, str) else float(value)
    return min(1.0, max(0.0, (at - ends[0]) / (ends[1] - ends[0])))


def _bound(line: Line, ends: Ends) -> float:
    at = float(LEVELS.index(line.least)) if isinstance(line.least, str) else float(line.least)
    return (at - ends[0]) / (ends[1] - ends[0])


def _frame(plot: Plot) -> Iterator[str]:
    """The plot's edge, the lines between low and high, and what the axes are."""
    box, (x, y) = plot.box, plot.middle
    yield element("rect", x=box.left, y=box.top, width=plot.wide, height=plot.high, class_="c-none line")
    yield element("line", x1=x, y1=box.top, x2=x, y2=box.bottom, class_="line")
    yield element("line", x1=box.left, y1=y, x2=box.right, y2=y, class_="line")
    for share, words in _ticks(plot.chart.across, plot.across):
        anchor = "start" if share == 0 else "end" if share == 1 else "middle"
        at = box.left + share * plot.wide
        yield text(words, at, box.bottom + 15, class_="t-soft", font_size=SMALL, text_anchor=anchor)
    for share, words in _ticks(plot.chart.up, plot.up):
        at = box.bottom - share * plot.high
        shift = -1 if share == 0 else 9 if share == 1 else 4
        yield text(words, box.left - 5, at + shift, class_="t-soft", font_size=SMALL, text_anchor="end")
    middle = box.left + plot.wide / 2
    yield text(
        f"{plot.chart.across.title} →",
        middle,
        box.bottom + 34,
        class_="t-ink",
        font_size=11.5,
        text_anchor="middle",
    )
    turned = f"rotate(-90 13 {box.top + plot.high / 2:g})"
    yield text(
        f"{plot.chart.up.title} →",
        13,
        box.top + plot.high / 2,
        class_="t-ink",
        font_size=11.5,
        text_anchor="middle",
        transform=turned,
    )


def _ticks(line: Line, ends: Ends) -> Iterator[tuple[float, str]]:
    if line.scale == "words":
        yield from (((place + 0.5) / len(LEVELS), word) for place, word in enumerate(line.levels))
        return
    sign = "\u00a0%" if line.scale == "percent" else ""
    bound = _bound(line, ends)
    for at, value in ((0.0, ends[0]), (bound, float(line.least)), (1.0, ends[1])):
        if at in {0.0, 1.0} or CLOSE < at < 1 - CLOSE:
            yield at, f"{value:g}{sign}".replace("-", "\u2212")


def _titles(plot: Plot) -> Iterator[str]:
    for one in plot.chart.quadrants:
        box, anchor = _corner(plot, one)
        x = box.left if anchor == "start" else box.right
        yield text(one.called, x, box.bottom - 4, class_="t-soft", font_size=SMALL, text_anchor=anchor)


def _corner(plot: Plot, one: Quadrant) -> tuple[Box, str]:
    """Where a quadrant's name stands: at its outer corner."""
    box, wide = plot.box, width(one.called, SMALL)
    top = box.top + 2 if one.up == "high" else box.bottom - 18
    if one.across == "low":
        return Box(box.left + 6, top, box.left + 6 + wide, top + 16), "start"
    return Box(box.right - 6 - wide, top, box.right - 6, top + 16), "end"


# --- points ---


def _count(plot: Plot, one: Quadrant) -> str:
    """How many stand in a quadrant, in its middle."""
    box, (x, y) = plot.box, plot.middle
    across = (box.left + x) / 2 if one.across == "low" else (x + box.right) / 2
    up = (box.top + y) / 2 if one.up == "high" else (y + box.bottom) / 2
    share = f"{100 * one.count / plot.chart.placed:.0f}\u00a0%"
    return element(
        "g",
        title(one.counted),
        text(
            f"{one.count:,}".replace(",", "\u00a0"),
            across,
            up,
            class_="t-ink",
            font_size=24,
            font_weight=600,
            text_anchor="middle",
        ),
        text(share, across, up + 17, class_="t-soft", font_size=SMALL, text_anchor="middle"),
        text(one.title, across, up + 33, class_="t-ink", font_size=SMALL, text_anchor="middle"),
        text(one.suggests, across, up + 47, class_="t-soft", font_size=SMALL, text_anchor="middle"),
    )


def _numbers(plot: Plot) -> Iterator[str]:
    for dot, box in zip(plot.chart.dots, _spread(plot, NUMBERED_RADIUS), strict=True):
        x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        ring = element("circle", cx=x, cy=y, r=NUMBERED_RADIUS, class_="c-dot")
        words = text(str(dot.number), x, y + 3.2, class_="t-ink", font_size=NUMBER, text_anchor="middle")
        yield element("g", title(dot.story), ring, words)


def _names(plot: Plot) -> tuple[list[str], str]:
    """Points with their names, and the key to numbers where there was no room for a name."""
    dots = plot.chart.dots
    spots = _listed(plot) if _by_words(plot.chart) else [(box, LONGEST) for box in _spread(plot, RADIUS)]
    points = [
        Point(
            x=(box.left + box.right) / 2,
            y=(box.top + box.bottom) / 2,
            name=dot.name,
            short=str(dot.number),
            room=room,
        )
        for dot, (box, room) in zip(dots, spots, strict=True)
    ]
    corners = [_corner(plot, one)[0] for one in plot.chart.quadrants]
    found = tuple(labels(points, RADIUS, plot.box, corners))
    key = ", ".join(f"{one.point.short} {one.point.name}" for one in found if one.is_short)
    return [_named(dot, one) for dot, one in zip(dots, found, strict=True)], key


def _named(dot: Dot, label: Label) -> str:
    spot = element("circle", cx=label.point.x, cy=label.point.y, r=RADIUS, class_="t-ink")
    return element("g", title(dot.story), drawn(label), spot)


def _by_words(chart: Chart) -> bool:
    return chart.across.scale == chart.up.scale == "words"


def _spread(plot: Plot, radius: float) -> Iterator[Box]:
    """Points apart from each other, each in its own quadrant (and in the cell of its words)."""
    spots = [(plot.x(one.across), plot.y(one.up)) for one in plot.chart.dots]
    return apart(spots, radius, [_stays(plot, spot, radius) for spot in spots])


def _stays(plot: Plot, spot: tuple[float, float], radius: float) -> Callable[[float, float], bool]:
    """Whether a place is on the same sides as a spot, and inside the plot."""
    box, lines = plot.box, plot.middle
    if _by_words(plot.chart):
        cell = _cell(plot, spot)
        return lambda x, y: cell.holds(Box(x - radius, y - radius, x + radius, y + radius))
    left, right = (box.left, lines[0]) if spot[0] < lines[0] else (lines[0], box.right)
    top, bottom = (box.top, lines[1]) if spot[1] <= lines[1] else (lines[1], box.bottom)
    return lambda x, y: left <= x <= right and top <= y <= bottom


def _cell(plot: Plot, spot: tuple[float, float]) -> Box:
    """The cell of two words around its middle."""
    wide, high = plot.wide / len(LEVELS), plot.high / len(LEVELS)
    return Box(spot[0] - wide / 2, spot[1] - high / 2, spot[0] + wide / 2, spot[1] + high / 2)


def _listed(plot: Plot) -> list[tuple[Box, float]]:
    """Points of axes of words, each with the room for its name: those of one cell stand below each other."""
    spots = [(plot.x(one.across), plot.y(one.up)) for one in plot.chart.dots]
    seen: dict[tuple[float, float], int] = {}
    found = []
    for spot in spots:
        place = seen.get(spot, 0)
        seen[spot] = place + 1
        found.append(_in_list(plot, spot, place, spots.count(spot)))
    return found


def _in_list(plot: Plot, spot: tuple[float, float], place: int, of: int) -> tuple[Box, float]:
    cell = _cell(plot, spot)
    rows = max(1, int((cell.bottom - cell.top - 2 * INSET) / LIST))
    columns = -(-of // rows)
    column, row = divmod(place, -(-of // columns))
    high = min(rows, -(-of // columns))
    wide = (cell.right - cell.left) / columns
    x = cell.left + INSET + column * wide
    y = spot[1] + (row - (high - 1) / 2) * LIST
    room = wide - INSET - 2 * RADIUS if columns > 1 else plot.box.right - x - 2 * RADIUS
    return Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS), min(LONGEST, room)
