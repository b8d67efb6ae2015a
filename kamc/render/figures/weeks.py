"""A calendar by week: what is overdue, then each thing in its week, packed so that no words meet."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kamc.brief.calendar import Dot, Lane, Weeks
from kamc.brief.room import width
from kamc.escape import xml
from kamc.render.figures.svg import element, figure, fitted, text, title

WIDTH = 1000.0
NAMES = 62.0
LATE = 190.0
"""How wide the column of what is overdue is, where something is."""
ROW, HEAD, GAP = 20.0, 44.0, 12.0
SIZE = 11.0
LABEL = 260.0
"""How wide a label may be."""
SIGN = 8.0
SHAPES = {"meeting": "square", "talk": "square", "decision": "diamond", "theirs": "diamond"}


class Placed(msgspec.Struct, frozen=True):
    """A thing where it stands: its sign, its words and whether they run to the left of it."""

    dot: Dot
    x: float
    row: int
    words: str
    leftward: bool = False


def weeks(shown: Weeks) -> str:
    """The figure; nothing where nothing has a day until its last week."""
    if not shown:
        return ""
    lanes = [(lane, _placed(lane, shown)) for lane in shown.lanes if lane.dots]
    height, parts = HEAD, list[str]()
    for lane, placed in lanes:
        rows = max(one.row for one in placed) + 1
        parts += _lane(lane, placed, height)
        height += rows * ROW + GAP
    frame = list(_frame(shown, height))
    story = " ".join(_story(lane) for lane, _ in lanes)
    return figure(
        "weeks", shown.heading, story, [*frame, *parts], size=(WIDTH, height), caption=xml(shown.key)
    )


def _story(lane: Lane) -> str:
    return f"{lane.title}: " + "; ".join(f"{one.day}, {one.what}" for one in lane.dots) + "."


def _start(shown: Weeks) -> float:
    """Where the first week begins."""
    late = any(one.week < 0 for lane in shown.lanes for one in lane.dots)
    return NAMES + (LATE if late else 0)


def _step(shown: Weeks) -> float:
    return (WIDTH - _start(shown)) / len(shown.numbers)


def _placed(lane: Lane, shown: Weeks) -> Sequence[Placed]:
    """Each thing of a row of the figure in the first line in which it has room."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for dot in lane.dots:
        one = _measured(dot, shown)
        span = _span(one)
        row = next((at for at, line in enumerate(taken) if _is_free(line, span)), len(taken))
        if row == len(taken):
            taken.append([])
        taken[row].append(span)
        found.append(msgspec.structs.replace(one, row=row))
    return found


def _measured(dot: Dot, shown: Weeks) -> Placed:
    if dot.week < 0:
        return Placed(dot, NAMES + SIGN, 0, fitted(dot.what, LATE - 4 * SIGN, SIZE))
    x = _start(shown) + _step(shown) * dot.week + SIGN
    words = fitted(dot.what, LABEL, SIZE)
    return Placed(dot, x, 0, words, leftward=x + 2 * SIGN + width(words, SIZE) > WIDTH)


def _span(one: Placed) -> tuple[float, float]:
    far = 2 * SIGN + width(one.words, SIZE)
    return (one.x - far, one.x + SIGN) if one.leftward else (one.x - SIGN, one.x + far)


def _is_free(line: Iterable[tuple[float, float]], span: tuple[float, float]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in line)


def _frame(shown: Weeks, height: float) -> Iterator[str]:
    """Quarters and weeks above, a hairline down where each quarter begins."""
    start, step = _start(shown), _step(shown)
    if start > NAMES:
        yield text(shown.overdue, NAMES, 14, class_="t-s-bad", font_size=SIZE, font_weight=600)
    for at, name in (one for one in shown.quarters if one[0] < len(shown.numbers) - 1):
        x = start + step * at
        yield element("line", x1=x, y1=2, x2=x, y2=height, class_="hair")
        yield text(name, x + 4, 14, class_="t-ink", font_size=SIZE, font_weight=600)
    for at, number in enumerate(shown.numbers):
        yield text(str(number), start + step * at + 4, 32, class_="t-soft", font_size=9.5)
    yield element("line", x1=0, y1=38, x2=WIDTH, y2=38, class_="hair")


def _lane(lane: Lane, placed: Iterable[Placed], y: float) -> Iterator[str]:
    yield text(lane.title, 0, y + 13, class_="t-soft", font_size=SIZE, font_weight=600)
    for one in placed:
        yield _sign_and_words(one, y + one.row * ROW + 9)


def _sign_and_words(one: Placed, y: float) -> str:
    side = -SIGN if one.leftward else SIGN
    anchor = "end" if one.leftward else None
    words = text(one.words, one.x + side, y + 4, class_="t-ink beside", font_size=SIZE, text_anchor=anchor)
    return element("g", title(f"{one.dot.day}: {one.dot.what}"), _sign(one, y), words)


def _sign(one: Placed, y: float) -> str:
    x = one.x
    diamond = f"M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z"
    if one.dot.week < 0:
        return element("path", d=diamond, class_="f-bad")
    match SHAPES.get(one.dot.kind, "circle"):
        case "square":
            return element("rect", x=x - 4, y=y - 4, width=8, height=8, class_="d-ours")
        case "diamond":
            return element("path", d=diamond, class_="d-theirs")
    return element("circle", cx=x, cy=y, r=4.2, class_="d-ours")
