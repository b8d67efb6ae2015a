"""Objectives on their way: a line from start to target, where we are, were, and should be by now (M53)."""

from collections.abc import Iterator

from kamc.brief.room import width
from kamc.brief.value import Way, Ways
from kamc.escape import xml
from kamc.render.figures.svg import element, figure, fitted, text, title, wrapped

WIDTH = 960.0
LEFT, RIGHT = 330.0, 800.0
"""Where a line starts and ends; amounts stand on both sides."""
ROW = 60.0
SIZE = 11.5
LABEL = 110.0
"""How wide an amount may be."""


def progress(ways: Ways) -> str:
    """The figure; nothing where no objective says where it is."""
    if not ways.ways:
        return ""
    parts = [part for place, one in enumerate(ways.ways) for part in _way(one, ROW * place + 30)]
    size = (WIDTH, ROW * len(ways.ways) + 6)
    return figure("progress", ways.heading, _story(ways), parts, size=size, caption=xml(ways.key))


def _story(ways: Ways) -> str:
    return " ".join(
        f"{one.name}: {one.start} … {one.target}; "
        + ", ".join(
            part
            for part in (
                f"● {one.now_text}",
                f"○ {one.before_text}" if one.before is not None else "",
                f"▏{one.expected_text}" if one.expected is not None else "",
            )
            if part
        )
        + "."
        for one in ways.ways
    )


def _at(percent: int) -> float:
    return LEFT + (RIGHT - LEFT) * percent / 100


def _name(one: Way, room: float, y: float) -> Iterator[str]:
    """The objective on two lines at most, level with its line."""
    lines = wrapped(one.name, room, SIZE + 1, 2)
    first = y + 4 if len(lines) == 1 else y - 4
    shown = "".join(
        text(words, 0, first + 15 * at, class_="t-ink", font_size=SIZE + 1, font_weight=600)
        for at, words in enumerate(lines)
    )
    yield element("g", title(one.name), shown)


def _way(one: Way, y: float) -> Iterator[str]:
    start = fitted(one.start, LABEL, SIZE)
    yield from _name(one, LEFT - 30 - max(width(start, SIZE), LABEL / 2), y)
    yield text(start, LEFT - 14, y + 4, class_="t-soft", font_size=SIZE, text_anchor="end")
    yield text(
        fitted(one.target, WIDTH - RIGHT - 40, SIZE), RIGHT + 36, y + 4, class_="t-soft", font_size=SIZE
    )
    yield element("line", x1=LEFT, y1=y, x2=RIGHT, y2=y, class_="line")
    yield element("line", x1=RIGHT, y1=y - 5, x2=RIGHT, y2=y + 5, class_="line")
    if one.expected is not None:
        x = _at(one.expected)
        yield element("path", d=f"M{x:.1f} {y - 11:.1f}V{y + 11:.1f}", class_="due")
        yield text(
            fitted(one.expected_text, LABEL, 10),
            x,
            y + 22,
            class_="t-soft",
            font_size=10,
            text_anchor="middle",
        )
    if one.before is not None:
        ring = element("circle", cx=_at(one.before), cy=y, r=5, class_="was")
        yield element("g", title(one.before_text), ring)
    dot = {"good": "f-good", "bad": "f-bad", "open": "f-warn"}[one.tone]
    yield element("circle", cx=_at(one.now), cy=y, r=6, class_=dot)
    label = {"good": "t-s-good", "bad": "t-s-bad", "open": "t-ink"}[one.tone]
    sign = {"good": "✓ ", "bad": "◆ ", "open": ""}[one.tone]
    words = fitted(f"{sign}{one.now_text}", LABEL, SIZE)
    yield text(
        words, _at(one.now), y - 12, class_=label, font_size=SIZE, font_weight=600, text_anchor="middle"
    )
