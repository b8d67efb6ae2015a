"""The relationship map: an organisation chart with influence, support, weight, reach and gaps (M41)."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.brief.chart import Chart, Reach, Seat
from kamc.brief.room import width
from kamc.escape import xml
from kamc.render.figures.routing import Point, Rect, routes
from kamc.render.figures.stances import MIDDLING, RADIUS, stance_shape, tone_of
from kamc.render.figures.svg import element, figure, fitted, text, title, wrapped
from kamc.render.figures.tree import BOX, COLUMN, Block, below_each_other, forest, grouped_flow, packed, trees

ROOMS = (970, 760, 550, 1180, 1390, 1600, 1810, 2020)
"""How wide a chart may become: the one is taken that a landscape page shows largest."""
PAGE = (1005, 585)
"""What a landscape page has room for, in the same unit."""
PAD, SIGN = 10, 26
"""Around the words of a box, and for the sign of the stance before them."""
NAME, SMALL, TINY, BOLD = 13.0, 10.5, 10.0, 1.12
MARGIN = 16
"""Around the whole figure: lines of influence run there, too."""
TAG = 15
MOST_TAGS = 3
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
TURN = 5
"""How round a line turns."""


class Line(msgspec.Struct, frozen=True):
    """A line of words in a box, and how far below the one before it stands."""

    words: str
    size: float
    style: str
    step: int
    weight: int | None = None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """A box with its words, measured."""

    seat: Seat
    lines: tuple[Line, ...]
    badge: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def height(self) -> int:
        words = PAD - 2 + sum(line.step for line in self.lines) + 7
        return words + (7 + 13 * len(self.badge) if self.badge else 0)


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A card where it stands."""

    card: Card
    x: int
    y: int

    @property
    def rect(self) -> Rect:
        return Rect(self.x, self.y, self.x + BOX, self.y + self.card.height)


def relationship_map(chart: Chart) -> str:
    """The figure; nothing where nobody is named."""
    if not chart:
        return ""
    cards = _cards(chart)
    block = _layout(chart, cards)
    placed = {
        spot.id: Placed(card=cards[spot.id], x=spot.x + MARGIN, y=spot.y + MARGIN) for spot in block.spots
    }
    block = block.moved(MARGIN, MARGIN)
    return figure(
        "map",
        chart.title,
        _story(chart),
        _parts(block, placed),
        size=(block.width + MARGIN, block.height + MARGIN),
        caption=xml(chart.key),
    )


def _story(chart: Chart) -> str:
    return " ".join(f"{_said(one)}." for one in chart.seats)


def _said(one: Seat) -> str:
    parts = (
        one.name,
        one.title,
        one.roles,
        one.stance_said,
        one.influence_said,
        one.reach.who,
        one.reach.ago,
    )
    return ", ".join(part for part in parts if part)


def _parts(block: Block, placed: Mapping[str, Placed]) -> Iterator[str]:
    for (x1, y1), (x2, y2) in block.lines:
        yield element("path", d=f"M{x1} {y1}L{x2} {y2}", class_="line")
    yield from (
        text(fitted(words, BOX, SMALL * BOLD), x, y, class_="t-soft", font_size=SMALL, font_weight=600)
        for x, y, words in block.labels
    )
    yield from (_box(one) for one in placed.values())
    yield from _influence(block, placed)


# --- what stands in a box ---


def _cards(chart: Chart) -> dict[str, Card]:
    """Every card by a key of its own: a place that is kept has no id."""
    sits: dict[str, list[str]] = {}
    committees = [one for one in chart.seats if one.members]
    for letter, one in zip(LETTERS, committees, strict=False):
        for id in (one.id, *one.members):
            sits.setdefault(id, []).append(letter)
    return {
        one.id or f"?{place}": _card(one, tuple(sits.get(one.id, ()))[:MOST_TAGS])
        for place, one in enumerate(chart.seats)
    }


def _card(one: Seat, tags: tuple[str, ...]) -> Card:
    room = float(BOX - PAD - SIGN - PAD)
    name = wrapped(one.name, room - (TAG + 2) * len(tags), NAME * BOLD, 3)
    lines = [Line(words, NAME, "t-ink", 16, 600) for words in name]
    lines += [Line(words, SMALL, "t-soft", 13) for words in wrapped(one.title, room, SMALL, 2)]
    if not one.sought or one.roles != one.name:
        lines += [Line(words, SMALL, "t-ink", 13) for words in wrapped(one.roles, room, SMALL, 2)]
    if one.stance_said:
        tone = f"t-{tone_of(one.stance)}"
        lines += [Line(words, SMALL, tone, 13) for words in wrapped(one.stance_said, room, SMALL, 2)]
    lines += [Line(words, TINY, "t-soft", 13) for words in wrapped(one.sitting, room, TINY, 3)]
    return Card(seat=one, lines=tuple(lines), badge=_badge(one.reach), tags=tags)


SIGNS = {"met": "↔ ", "late": "↔ ", "unmet": "◆ ", "unknown": "◇ ", "indirect": ""}


def _badge(reach: Reach) -> tuple[str, ...]:
    """Who of ours, and how long ago; on one line where that fits."""
    if not reach.state:
        return ()
    room, who = float(BOX - 2 * PAD), SIGNS[reach.state] + reach.who
    if not reach.ago:
        return (fitted(who, room, TINY),)
    joined = f"{who} · {reach.ago}"
    if width(joined, TINY) <= room:
        return (joined,)
    return fitted(who, room, TINY), fitted(reach.ago, room, TINY)


def _box(one: Placed) -> str:
    seat, x, y = one.card.seat, one.x, one.y
    style = "b-sought" if seat.sought else "b-committee" if seat.members else "b-person"
    return element(
        "g",
        title(_said(seat)),
        element("rect", x=x, y=y, width=BOX, height=one.card.height, rx=4, class_=style),
        *_frame(one),
        stance_shape(seat.stance, x + PAD + 9, y + PAD + 11, RADIUS.get(seat.influence, MIDDLING)),
        *_words(one),
        *_tags(one),
        *_reached(one),
    )


def _frame(one: Placed) -> Iterator[str]:
    """A committee is several: a second line around it."""
    if one.card.seat.members:
        height = one.card.height
        yield element(
            "rect", x=one.x + 3, y=one.y + 3, width=BOX - 6, height=height - 6, rx=2, class_="b-inner"
        )


def _words(one: Placed) -> Iterator[str]:
    y = one.y + PAD - 2
    for line in one.card.lines:
        y += line.step
        yield text(
            line.words,
            one.x + PAD + SIGN,
            y - 2,
            class_=line.style,
            font_size=line.size,
            font_weight=line.weight,
        )


def _tags(one: Placed) -> Iterator[str]:
    for place, letter in enumerate(reversed(one.card.tags)):
        x, y = one.x + BOX - 7 - TAG - (TAG + 2) * place, one.y + 7
        yield element("rect", x=x, y=y, width=TAG, height=TAG, rx=2, class_="b-tag")
        yield text(
            letter,
            x + TAG / 2,
            y + 11,
            class_="t-ink",
            font_size=SMALL,
            font_weight=600,
            text_anchor="middle",
        )


def _reached(one: Placed) -> Iterator[str]:
    """The badge at the foot of a box."""
    badge, state = one.card.badge, one.card.seat.reach.state
    if not badge:
        return
    height = 13 * len(badge) + 5
    top = one.y + one.card.height - height
    d = f"M{one.x} {top}H{one.x + BOX}v{height - 4}a4 4 0 0 1 -4 4H{one.x + 4}a4 4 0 0 1 -4 -4Z"
    yield element("path", d=d, class_=f"r-{state}")
    for place, words in enumerate(badge):
        yield text(words, one.x + PAD, top + 13 + 13 * place, class_=f"q-{state}", font_size=TINY)


# --- where the boxes stand ---


def _layout(chart: Chart, cards: Mapping[str, Card]) -> Block:
    """The layout that a landscape page shows largest; of equals the plainest, which is tried first."""
    tried = (
        _arranged(chart, cards, (room, column), beside=beside)
        for column in (1, COLUMN)
        for beside in (False, True)
        for room in ROOMS
    )
    best = next(tried)
    for one in tried:
        if _scale(best) == 1:
            break
        best = max(best, one, key=_scale)
    return best


def _scale(block: Block) -> float:
    """How large a landscape page shows a layout; never larger than it is."""
    wide, high = block.width + 2 * MARGIN, block.height + 2 * MARGIN
    return min(PAGE[0] / wide, PAGE[1] / high, 1.0)


def _arranged(chart: Chart, cards: Mapping[str, Card], size: tuple[int, int], *, beside: bool) -> Block:
    """Committees, the trees, and who has no line: in rows of their own, or all `beside` the trees."""
    room, column = size
    heights = {key: card.height for key, card in cards.items()}
    held = forest({key: card.seat.reports_to for key, card in cards.items()})
    lone = [key for key in held.roots if not held.below[key]]
    blocks = trees(held, heights, room, column)
    committees = [key for key in lone if cards[key].seat.members]
    sought = [key for key in lone if cards[key].seat.sought]
    others = [key for key in lone if key not in {*committees, *sought}]
    top = {chart.committees: committees} if committees else {}
    groups = _groups(cards, (*others, *sought))
    leading = [blocks[key] for key in held.roots if held.below[key]]
    if beside:
        return packed([*leading, grouped_flow({**top, **groups}, heights, BOX)], room)
    bands = (grouped_flow(top, heights, room), packed(leading, room), grouped_flow(groups, heights, room))
    return below_each_other(band for band in bands if band.spots)


def _groups(cards: Mapping[str, Card], keys: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(cards[key].seat.group, []).append(key)
    return found


# --- who moves whom ---


def _influence(block: Block, placed: Mapping[str, Placed]) -> Iterator[str]:
    """An arrow for each line of influence, the short ones first: they have the least choice."""
    moves = [
        (one, placed[other], said)
        for one in placed.values()
        for other, said in one.card.seat.moves
        if other in placed and placed[other] is not one
    ]
    moves.sort(
        key=lambda move: (_apart(move[0].rect, move[1].rect), move[0].card.seat.id, move[1].card.seat.id)
    )
    boxes = {key: one.rect for key, one in placed.items()}
    pairs = [(one.card.seat.id, other.card.seat.id) for one, other, _ in moves]
    for (one, _, said), points in zip(moves, routes(boxes, pairs, block.lines, _labels(block)), strict=True):
        if points:
            yield _arrow(points, tone_of(one.card.seat.stance), said)


def _labels(block: Block) -> Iterator[Rect]:
    """Where the labels of groups stand."""
    for x, y, words in block.labels:
        yield Rect(x, y - 11, x + round(min(width(words, SMALL * BOLD), BOX)), y + 2)


def _apart(one: Rect, other: Rect) -> int:
    return one.distance(*other.middle)


def _arrow(points: Sequence[Point], tone: str, said: str) -> str:
    path = _rounded(points)
    return element(
        "g",
        title(said),
        element("path", d=path, class_="halo"),
        element("path", d=path, class_=f"arrow {tone}"),
        element("path", d=_tip(points), class_=f"tip {tone}"),
    )


def _rounded(points: Sequence[Point]) -> str:
    (x, y), *_ = points
    parts = [f"M{x} {y}"]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _towards(at, before), _towards(at, after)
        parts.append(f"L{into[0]:g} {into[1]:g}Q{at[0]} {at[1]} {out[0]:g} {out[1]:g}")
    x, y = points[-1]
    return "".join((*parts, f"L{x} {y}"))


def _towards(at: Point, other: Point) -> tuple[float, float]:
    """A point a little way from a corner along one of its sides."""
    dx, dy = other[0] - at[0], other[1] - at[1]
    length = abs(dx) + abs(dy)
    step = min(TURN, length / 2)
    return at[0] + dx * step / length, at[1] + dy * step / length


def _tip(points: Sequence[Point]) -> str:
    (fx, fy), (x, y) = points[-2], points[-1]
    way_x, way_y = (x > fx) - (x < fx), (y > fy) - (y < fy)
    back_x, back_y = x - 8 * way_x, y - 8 * way_y
    return f"M{x} {y}L{back_x + 4 * way_y} {back_y + 4 * way_x}L{back_x - 4 * way_y} {back_y - 4 * way_x}Z"
