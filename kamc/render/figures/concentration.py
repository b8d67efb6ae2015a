"""How sales concentrate: share of the accounts against share of the sales, the largest first (M15)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kamc.brief.portfolio.money import MOST_OF_SALES, Drawn
from kamc.escape import xml
from kamc.render.figures.labels import Box, Point, drawn, labels
from kamc.render.figures.svg import element, figure, text, title

WIDE, HIGH = 620.0, 250.0
LEFT, TOP, RIGHT, BOTTOM = 58.0, 10.0, 12.0, 44.0
RADIUS = 4.0
MOST_POINTS = 200
SMALL = 10.5


def concentration(curves: Sequence[Drawn]) -> str:
    """The figures, one a currency; nothing where no share is known."""
    return "".join(_curve(one, place) for place, one in enumerate(curves, 1))


def _curve(curve: Drawn, place: int) -> str:
    return figure(
        f"concentration-{place}",
        curve.title,
        curve.story,
        _parts(curve),
        size=(LEFT + WIDE + RIGHT, TOP + HIGH + BOTTOM),
        caption=xml(curve.caption),
    )


def _x(share: object) -> float:
    return LEFT + float(str(share)) * WIDE / 100


def _y(share: object) -> float:
    return TOP + HIGH - float(str(share)) * HIGH / 100


def _parts(curve: Drawn) -> Iterator[str]:
    yield element("rect", x=LEFT, y=TOP, width=WIDE, height=HIGH, class_="c-none line")
    for share, anchor, told in zip((0, 50, 100), ("start", "middle", "end"), curve.ticks, strict=True):
        yield text(told, _x(share), TOP + HIGH + 15, class_="t-soft", font_size=SMALL, text_anchor=anchor)
        yield text(told, LEFT - 5, _y(share) + 4, class_="t-soft", font_size=SMALL, text_anchor="end")
    yield text(
        f"{curve.across} →",
        LEFT + WIDE / 2,
        TOP + HIGH + 34,
        class_="t-ink",
        font_size=11.5,
        text_anchor="middle",
    )
    yield text(
        f"{curve.up} →",
        13,
        TOP + HIGH / 2,
        class_="t-ink",
        font_size=11.5,
        text_anchor="middle",
        transform=f"rotate(-90 13 {TOP + HIGH / 2:g})",
    )
    yield element("line", x1=_x(0), y1=_y(0), x2=_x(100), y2=_y(100), class_="leader")
    yield element("line", x1=_x(0), y1=_y(MOST_OF_SALES), x2=_x(100), y2=_y(MOST_OF_SALES), class_="leader")
    yield element("polyline", points=_path(curve), class_="curve")
    yield from _points(curve)


def _path(curve: Drawn) -> str:
    every = max(1, len(curve.points) // MOST_POINTS)
    kept = [*curve.points[::every], curve.points[-1]]
    spots = [(_x(0), _y(0)), *((_x(across), _y(up)) for across, up in kept)]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def _points(curve: Drawn) -> Iterator[str]:
    """Each account with its name where they are few; else only the one that reaches most of the sales."""
    held = (
        [
            Point(x=_x(across), y=_y(up), name=name, short="")
            for (across, up), name in zip(curve.points, curve.names, strict=True)
        ]
        if curve.names
        else [Point(x=_x(curve.key[0]), y=_y(curve.key[1]), name=curve.key_words, short="")]
    )
    room = Box(LEFT, TOP, LEFT + WIDE, TOP + HIGH)
    for label in labels(held, RADIUS, room, _line(curve)):
        spot = element("circle", cx=label.point.x, cy=label.point.y, r=RADIUS, class_="t-ink")
        yield element("g", title(label.point.name), drawn(label), spot)


def _line(curve: Drawn) -> list[Box]:
    """Small boxes along the curve, so that no name covers it."""
    spots = [
        (0.0, 0.0),
        *((float(across), float(up)) for across, up in curve.points[:: max(1, len(curve.points) // 60)]),
    ]
    found = []
    for (x1, y1), (x2, y2) in pairwise(spots):
        for step in range(1, 12):
            x, y = _x(x1 + (x2 - x1) * step / 12), _y(y1 + (y2 - y1) * step / 12)
            found.append(Box(x - 1, y - 1, x + 1, y + 1))
    return found
