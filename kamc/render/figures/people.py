"""The people map: an outline of who reports to whom; shape is stance, size influence, arrows who moves whom.

An outline and not a tree: names are long, and a page is narrow.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.brief.people import Person
from kamc.brief.room import width
from kamc.escape import xml
from kamc.render.figures.stances import MIDDLING, RADIUS, stance_shape, tone_of
from kamc.render.figures.svg import element, figure, fitted, text, title
from kamc.speech import Speech

ROW = 40.0
STEP = 34.0
LEFT = 16.0
TEXT_END = 560.0
"""Names and titles end here; behind it run the lines of influence."""
LANE = 15.0
FEWEST = 2
SHORTEST = 12.0
"""A leader shorter than this is not drawn."""
NAME, SMALL, BOLD = 13.0, 11.0, 1.12
"""Sizes of type, and how much wider bold is."""


class Placed(msgspec.Struct, frozen=True):
    """A person on their row, so many steps below the top."""

    person: Person
    row: int
    depth: int

    @property
    def x(self) -> float:
        return LEFT + STEP * self.depth

    @property
    def y(self) -> float:
        return ROW * (self.row + 0.5)


class Arrow(msgspec.Struct, frozen=True):
    """Who moves whom, what there is to say of it, and in which lane the line runs."""

    one: Placed
    other: Placed
    what: str
    lane: int


def people_map(people: Sequence[Person], speech: Speech) -> str:
    """The figure; nothing for fewer than two people."""
    if len(people) < FEWEST:
        return ""
    placed = {one.person.id: one for one in _placed(people)}
    start = max(_end(one, speech) for one in placed.values()) + 14
    arrows = _influence(placed)
    lanes = max((arrow.lane for arrow in arrows), default=-1) + 1
    parts = [
        *_reporting(placed),
        *_leaders(arrows, start, speech),
        *(_arrow(arrow, start) for arrow in arrows),
        *(_person(one, speech) for one in placed.values()),
    ]
    size = (start + (22 + LANE * lanes if lanes else 0), ROW * len(people))
    key = xml(_key(speech, moves=lanes > 0))
    return figure("people", speech.say("Their people"), _story(people, speech), parts, size=size, caption=key)


def _key(speech: Speech, *, moves: bool) -> str:
    say = speech.say
    parts = (
        say("● supporter"),
        say("◐ conditional supporter"),
        say("▲ constructive critic"),
        say("■ opponent"),
        say("? not known"),
        say("size is influence"),
        say("lines on the left: reports to"),
        say("arrows on the right: who moves whom") if moves else "",
    )
    return " · ".join(part for part in parts if part)


def _story(people: Sequence[Person], speech: Speech) -> str:
    return " ".join(
        f"{one.name}, {one.roles or speech.say('role not known')}, {one.stance_said}." for one in people
    )


def _placed(people: Sequence[Person]) -> Iterator[Placed]:
    """An outline in the author's order. Who reports to nobody here, or in a circle, stands at the top."""
    known = {one.id: one for one in people}
    below: dict[str, list[Person]] = {}
    for one in people:
        below.setdefault(one.reports_to if one.reports_to in known else "", []).append(one)
    order = [(one, depth) for one, depth in _down(below, "", 0, frozenset())]
    seen = {one.id for one, _ in order}
    order += [(one, 0) for one in people if one.id not in seen]
    return (Placed(one, row, depth) for row, (one, depth) in enumerate(order))


def _down(
    below: Mapping[str, Sequence[Person]], id: str, depth: int, above: frozenset[str]
) -> Iterator[tuple[Person, int]]:
    for one in below.get(id, ()):
        if one.id not in above:
            yield one, depth
            yield from _down(below, one.id, depth + 1, above | {one.id})


def _reporting(placed: Mapping[str, Placed]) -> Iterator[str]:
    for one in placed.values():
        chief = placed.get(one.person.reports_to)
        if chief is not None and one.depth == chief.depth + 1:
            start = chief.y + RADIUS.get(chief.person.influence, MIDDLING)
            yield element("path", d=f"M{chief.x:g} {start:g}V{one.y:g}H{one.x:g}", class_="line")


def _influence(placed: Mapping[str, Placed]) -> tuple[Arrow, ...]:
    """From each to whom they move, each arrow in a lane of its own, the short ones inside."""
    pairs = [
        (one, placed[other], what)
        for one in placed.values()
        for other, what in one.person.moves
        if other in placed and other != one.person.id
    ]
    lanes: list[list[tuple[int, int]]] = []
    arrows = []
    for one, other, what in sorted(
        pairs, key=lambda pair: (abs(pair[0].row - pair[1].row), pair[0].row, pair[1].row)
    ):
        low, high = sorted((one.row, other.row))
        free = (
            place
            for place, held in enumerate(lanes)
            if all(high < first or last < low for first, last in held)
        )
        lane = next(free, len(lanes))
        lanes += [[]] * (lane == len(lanes))
        lanes[lane] = [*lanes[lane], (low, high)]
        arrows.append(Arrow(one, other, what, lane))
    return tuple(arrows)


def _leaders(arrows: Sequence[Arrow], start: float, speech: Speech) -> Iterator[str]:
    """Fine lines from the names to where their arrows begin and end."""
    ends = {one.row: one for arrow in arrows for one in (arrow.one, arrow.other)}
    for _, one in sorted(ends.items()):
        if start - (end := _end(one, speech)) > SHORTEST:
            yield element("path", d=f"M{end + 6:g} {one.y:g}H{start - 6:g}", class_="leader")


def _arrow(arrow: Arrow, start: float) -> str:
    one, other = arrow.one, arrow.other
    down = 1 if other.row > one.row else -1
    # Arrows leave and arrive a little beside the middle, so that the two ends of a person's lines stay apart.
    y1, y2, end = one.y + 4 * down, other.y - 4 * down, start + 20 + LANE * arrow.lane
    turn, tone = 6 * down, tone_of(one.person.stance)
    out = f"M{start:g} {y1:g}H{end - 6:g}Q{end:g} {y1:g} {end:g} {y1 + turn:g}"
    back = f"V{y2 - turn:g}Q{end:g} {y2:g} {end - 6:g} {y2:g}H{start + 6:g}"
    head = f"M{start:g} {y2:g}L{start + 8:g} {y2 - 4:g}V{y2 + 4:g}Z"
    return element(
        "g",
        title(arrow.what),
        element("path", d=out + back, class_=f"arrow {tone}"),
        element("path", d=head, class_=f"tip {tone}"),
    )


def _person(one: Placed, speech: Speech) -> str:
    person, tone = one.person, tone_of(one.person.stance)
    x, room = one.x + 22, TEXT_END - one.x - 22
    story = ", ".join(
        part
        for part in (
            person.name,
            person.title,
            person.roles,
            person.stance_said,
            person.influence_said,
        )
        if part
    )
    name, stance = _first_line(person, room)
    second = fitted(_second_line(person, speech), room, SMALL)
    return element(
        "g",
        title(story),
        stance_shape(person.stance, one.x, one.y, RADIUS.get(person.influence, MIDDLING)),
        element(
            "text",
            element("tspan", xml(name), class_="t-ink", font_size=NAME, font_weight=600),
            element("tspan", xml(stance), class_=f"t-{tone}", font_size=SMALL, dx=8),
            x=x,
            y=one.y - 2,
        ),
        text(second, x, one.y + 12, class_="t-soft", font_size=SMALL),
    )


def _first_line(person: Person, room: float) -> tuple[str, str]:
    stance = person.stance_said
    return fitted(person.name, room - width(stance, SMALL) - 8, NAME * BOLD), stance


def _second_line(person: Person, speech: Speech) -> str:
    held = "" if person.held else speech.say("◆ nobody of ours speaks with them")
    parts = (person.title, person.roles, held)
    return " · ".join(part for part in parts if part)


def _end(one: Placed, speech: Speech) -> float:
    """Where a person's words are likely to end at most."""
    name, stance = _first_line(one.person, TEXT_END - one.x - 22)
    first = width(name, NAME * BOLD) + 8 + width(stance, SMALL)
    return one.x + 22 + min(max(first, width(_second_line(one.person, speech), SMALL)), TEXT_END - one.x - 22)
