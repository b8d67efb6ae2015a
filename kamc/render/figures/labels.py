"""Names beside points so that none covers another: always the same places for the same points.

Each name goes to the first free place near its point; farther ones get a line to it. Points themselves are
moved apart first, so that two on one spot are told apart.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import msgspec

from kamc.brief.room import width
from kamc.escape import xml
from kamc.render.figures.svg import element, fitted

SIZE = 11.0
HIGH = 13.0
LONGEST = 150.0
"""A name that is wider is cut; the whole one stands in its title."""
REACH = (16.0, 26.0, 38.0, 52.0, 68.0, 86.0, 106.0, 130.0)
"""How far from its point a name may stand, where there is no room beside it."""
TURNS = 16
STEPS = 12
Inside: TypeAlias = Callable[[float, float], bool]


class Box(msgspec.Struct, frozen=True):
    """A rectangle that something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles share a spot."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other one lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def has(self, x: float, y: float) -> bool:
        """Whether a spot lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """A point with its whole name, and the short one that stands where there is no room for it.

    `room` is how wide the name may be; it is cut there.
    """

    x: float
    y: float
    name: str
    short: str
    room: float = LONGEST


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A name at its place; it has a line to its point where it stands far from it."""

    point: Point
    words: str
    box: Box
    is_far: bool
    is_short: bool


def apart(spots: Sequence[tuple[float, float]], radius: float, inside: Sequence[Inside]) -> Iterator[Box]:
    """The boxes of points that do not cover each other, each as near to its own spot as it can be.

    A point is moved only to where its `inside` lets it be; where there is no such place, it stays.
    """
    taken: list[tuple[float, float]] = []
    for (x, y), fits in zip(spots, inside, strict=True):
        at = next(
            (one for one in _rings(x, y, 2 * radius + 1.5) if fits(*one) and _is_free(one, taken, radius)),
            (x, y),
        )
        taken.append(at)
        yield Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _rings(x: float, y: float, step: float) -> Iterator[tuple[float, float]]:
    """A spot, then those around it, ring by ring."""
    yield x, y
    for ring in range(1, STEPS + 1):
        for turn in range(6 * ring):
            angle = 2 * math.pi * turn / (6 * ring)
            yield x + ring * step * math.cos(angle), y - ring * step * math.sin(angle)


def _is_free(at: tuple[float, float], taken: Sequence[tuple[float, float]], radius: float) -> bool:
    return all(math.dist(at, one) >= 2 * radius + 1 for one in taken)


def labels(points: Sequence[Point], radius: float, room: Box, blocked: Sequence[Box]) -> Iterator[Label]:
    """A label for each point, in their order; `blocked` is what no name may cover, beside the points."""
    dots = [Box(one.x - radius, one.y - radius, one.x + radius, one.y + radius) for one in points]
    taken = [*blocked, *dots]
    for point in points:
        label = _first(point, radius, room, taken)
        taken.append(label.box)
        yield label


def _first(point: Point, radius: float, room: Box, taken: Sequence[Box]) -> Label:
    """The first place that is free for a name, else for its short form, else the one beside the point.

    The line to a short form may run over others, where there is no other place: its words never do.
    """
    whole = fitted(point.name, point.room, SIZE)
    for words, may_cross in ((whole, False), (point.short, False), (point.short, True)):
        for box, is_far in _places(point, radius, width(words, SIZE)):
            if room.holds(box) and not any(box.meets(one) for one in taken):
                if is_far and not may_cross and not _is_clear(point, box, radius, taken):
                    continue
                return Label(point=point, words=words, box=box, is_far=is_far, is_short=words == point.short)
    box, _ = next(_places(point, radius, width(point.short, SIZE)))
    return Label(point=point, words=point.short, box=box, is_far=False, is_short=True)


def _places(point: Point, radius: float, wide: float) -> Iterator[tuple[Box, bool]]:
    """Where a name may stand, the best place first: right, left, above, below, then farther away."""
    x, y, gap = point.x, point.y, radius + 3
    yield Box(x + gap, y - HIGH / 2, x + gap + wide, y + HIGH / 2), False
    yield Box(x - gap - wide, y - HIGH / 2, x - gap, y + HIGH / 2), False
    yield Box(x - wide / 2, y - gap - HIGH, x + wide / 2, y - gap), False
    yield Box(x - wide / 2, y + gap, x + wide / 2, y + gap + HIGH), False
    for reach in REACH:
        for turn in range(TURNS):
            angle = 2 * math.pi * turn / TURNS
            middle_x, middle_y = x + (reach + gap) * math.cos(angle), y - (reach + gap) * math.sin(angle)
            left = middle_x if math.cos(angle) >= 0 else middle_x - wide
            yield Box(left, middle_y - HIGH / 2, left + wide, middle_y + HIGH / 2), True


def _is_clear(point: Point, box: Box, radius: float, taken: Sequence[Box]) -> bool:
    """Whether the line to a name runs over nothing but its own point."""
    x, y = _end(point, box)
    own = Box(point.x - radius, point.y - radius, point.x + radius, point.y + radius)
    spots = (
        (point.x + (x - point.x) * step / STEPS, point.y + (y - point.y) * step / STEPS)
        for step in range(1, STEPS)
    )
    return not any(one.has(*spot) for spot in spots for one in taken if one != own)


def _end(point: Point, box: Box) -> tuple[float, float]:
    """Where the line to a name ends: at the middle of its nearer side."""
    return (box.left if box.left >= point.x else box.right, (box.top + box.bottom) / 2)


def drawn(label: Label) -> str:
    """A label, with its line where it is far from its point."""
    box = label.box
    words = element("text", xml(label.words), x=box.left, y=box.bottom - 3, class_="t-ink", font_size=SIZE)
    if not label.is_far:
        return words
    x, y = _end(label.point, box)
    return element("line", x1=label.point.x, y1=label.point.y, x2=x, y2=y, class_="line") + words
