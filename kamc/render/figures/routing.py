"""Lines from box to box that turn at right angles, keep out of boxes, and apart from other lines.

A cheap way over a grid of lanes beside the boxes (A*, eager for its goal): length costs, a turn costs, and
running on top of another line costs much. Whole numbers throughout, so that every machine finds the same way.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

Point = tuple[int, int]
Step = tuple[int, int]
LANES = (6, 12)
"""How far from a box its lanes run."""
PORT, SIDE = 9, 30
"""How far beside the middle of a side a line meets a box: on its right or left, above or below."""
TURN, ON_TOP = 36, 7
"""What a turn costs, in lengths; how many times as dear it is to run along another line."""
NEAR = 3
"""So close to another line a lane is as good as on top of it."""
GONE, LEFT_TO_GO = 4, 5
"""How much the way that was gone counts, and the way that is left: a little eager is much faster."""
RIGHT, DOWN, LEFT, UP = (1, 0), (0, 1), (-1, 0), (0, -1)


class Rect(msgspec.Struct, frozen=True):
    """A box in the way."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> Point:
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2

    def distance(self, x: int, y: int) -> int:
        """How far a point is from the box, along its sides."""
        return max(self.left - x, 0, x - self.right) + max(self.top - y, 0, y - self.bottom)


Segment = tuple[Point, Point]


class Grid:
    """The lanes, what blocks them, and what runs there already. It is filled while lines are drawn."""

    def __init__(self, boxes: Iterable[Rect], ports: Iterable["_Port"]) -> None:
        boxes = list(boxes)
        lanes = [port.lane for port in ports]
        self.xs = sorted({x for box in boxes for x in _beside(box.left, box.right)} | {x for x, _ in lanes})
        self.ys = sorted({y for box in boxes for y in _beside(box.top, box.bottom)} | {y for _, y in lanes})
        self.x_at = {x: place for place, x in enumerate(self.xs)}
        self.y_at = {y: place for place, y in enumerate(self.ys)}
        self.blocked: set[tuple[int, int, bool]] = set()
        self.used: dict[tuple[int, int, bool], int] = {}
        for box in boxes:
            self.block(box)

    def block(self, box: Rect) -> None:
        """Nothing runs through here, nor along its edges."""
        inside_x = [place for place, x in enumerate(self.xs) if box.left <= x <= box.right]
        inside_y = [place for place, y in enumerate(self.ys) if box.top <= y <= box.bottom]
        for place in inside_x:
            rows = (row for row, (y, z) in enumerate(pairwise(self.ys)) if y < box.bottom and z > box.top)
            self.blocked.update((place, row, False) for row in rows)
        for place in inside_y:
            columns = (at for at, (x, z) in enumerate(pairwise(self.xs)) if x < box.right and z > box.left)
            self.blocked.update((at, place, True) for at in columns)

    def lie(self, line: Segment) -> None:
        """A line that is there already: lanes right beside it are as good as taken."""
        (left, top), (right, bottom) = sorted(line)
        if left == right:
            columns = [place for place, x in enumerate(self.xs) if abs(x - left) < NEAR]
            rows = [row for row, (y, z) in enumerate(pairwise(self.ys)) if y < bottom and z > top]
            steps = [(column, row, False) for column in columns for row in rows]
        else:
            rows = [place for place, y in enumerate(self.ys) if abs(y - top) < NEAR]
            columns = [at for at, (x, z) in enumerate(pairwise(self.xs)) if x < right and z > left]
            steps = [(column, row, True) for row in rows for column in columns]
        for step in steps:
            self.used[step] = self.used.get(step, 0) + 1

    def steps(self, x: int, y: int) -> Iterator[tuple[int, int, Step, int]]:
        """Where one can go from a crossing of lanes, which way that is, and what it costs."""
        for way in (RIGHT, DOWN, LEFT, UP):
            to_x, to_y = x + way[0], y + way[1]
            if 0 <= to_x < len(self.xs) and 0 <= to_y < len(self.ys):
                lane = (min(x, to_x), min(y, to_y), way[0] != 0)
                if lane not in self.blocked:
                    length = abs(self.xs[to_x] - self.xs[x]) + abs(self.ys[to_y] - self.ys[y])
                    yield to_x, to_y, way, length * (1 + ON_TOP * self.used.get(lane, 0))

    def take(self, path: Sequence[Point]) -> None:
        """Remember that a line runs here now."""
        for (x, y), (to_x, to_y) in pairwise(path):
            lane = (min(x, to_x), min(y, to_y), x != to_x)
            self.used[lane] = self.used.get(lane, 0) + 1


def _beside(low: int, high: int) -> tuple[int, ...]:
    """The lanes on both sides of a box."""
    return (*(low - lane for lane in LANES), *(high + lane for lane in LANES))


class _Port(msgspec.Struct, frozen=True):
    """Where a line meets a box, the crossing right before it, and the way out of the box."""

    at: Point
    lane: Point
    out: Step


def _ports(box: Rect, shift: int) -> tuple[_Port, ...]:
    """The four ports of a box, to leave by (`shift` is -1) or to arrive at (1)."""
    (x, y), lane = box.middle, LANES[0]
    return (
        _Port((box.right, y + PORT * shift), (box.right + lane, y + PORT * shift), RIGHT),
        _Port((x + SIDE * shift, box.bottom), (x + SIDE * shift, box.bottom + lane), DOWN),
        _Port((box.left, y + PORT * shift), (box.left - lane, y + PORT * shift), LEFT),
        _Port((x + SIDE * shift, box.top), (x + SIDE * shift, box.top - lane), UP),
    )


def routes(
    boxes: Mapping[str, Rect],
    pairs: Iterable[tuple[str, str]],
    lines: Iterable[Segment] = (),
    shut: Iterable[Rect] = (),
) -> list[tuple[Point, ...]]:
    """A line for each pair, from box to box, by its corners; an empty one where there is no way.

    `lines` are there already, and what is `shut` is in the way without being a box.
    """
    ends = [(_ports(boxes[one], -1), _ports(boxes[other], 1), boxes[other]) for one, other in pairs]
    grid = Grid(boxes.values(), (port for out, into, _ in ends for port in (*out, *into)))
    for rect in shut:
        grid.block(rect)
    for line in lines:
        grid.lie(line)
    return [_route(grid, *one) for one in ends]


def _route(grid: Grid, starts: Sequence["_Port"], ends: Sequence["_Port"], other: Rect) -> tuple[Point, ...]:
    first = {_place(grid, port): port for port in starts}
    last = {_place(grid, port): port for port in ends}
    path = _search(grid, first, last, other)
    if not path:
        return ()
    grid.take(path)
    points = [(grid.xs[x], grid.ys[y]) for x, y in path]
    return _corners([first[path[0]].at, *points, last[path[-1]].at])


def _place(grid: Grid, port: _Port) -> Point:
    return grid.x_at[port.lane[0]], grid.y_at[port.lane[1]]


def _search(
    grid: Grid, first: Mapping[Point, _Port], last: Mapping[Point, _Port], target: Rect
) -> tuple[Point, ...]:
    """A cheap way over the lanes, from one of the first crossings to one of the last."""
    best: dict[tuple[Point, Step], int] = {}
    came: dict[tuple[Point, Step], tuple[Point, Step]] = {}
    heap: list[tuple[int, int, Point, Step]] = []
    for place, port in first.items():
        best[place, port.out] = 0
        heapq.heappush(heap, (LEFT_TO_GO * target.distance(*port.lane), 0, place, port.out))
    while heap:
        _, cost, place, way = heapq.heappop(heap)
        state = (place, way)
        if cost > best[state]:
            continue
        port_in = last.get(place)
        if port_in is not None and way == (-port_in.out[0], -port_in.out[1]):
            return _back(came, state)
        for x, y, onward, length in grid.steps(*place):
            if onward == (-way[0], -way[1]):
                continue
            paid = cost + length + TURN * (onward != way)
            after = ((x, y), onward)
            if paid < best.get(after, paid + 1):
                best[after], came[after] = paid, state
                bound = GONE * paid + LEFT_TO_GO * target.distance(grid.xs[x], grid.ys[y])
                heapq.heappush(heap, (bound, paid, (x, y), onward))
        # Where a line arrives across a port's own lane, it still has to turn into the box.
        if port_in is not None:
            turned = (-port_in.out[0], -port_in.out[1])
            paid = cost + TURN
            if turned != (-way[0], -way[1]) and paid < best.get((place, turned), paid + 1):
                best[place, turned], came[place, turned] = paid, state
                heapq.heappush(heap, (GONE * paid, paid, place, turned))
    return ()


def _back(
    came: Mapping[tuple[Point, Step], tuple[Point, Step]], state: tuple[Point, Step]
) -> tuple[Point, ...]:
    path = [state[0]]
    while state in came:
        state = came[state]
        if state[0] != path[-1]:
            path.append(state[0])
    return tuple(reversed(path))


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    """The ends of a line, and the points where it turns."""
    kept = [points[0]]
    for before, at, after in zip(points, points[1:], points[2:], strict=False):
        straight = (before[0] == at[0] == after[0]) or (before[1] == at[1] == after[1])
        if not straight:
            kept.append(at)
    return (*kept, points[-1])
