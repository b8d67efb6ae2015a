"""Where the boxes of an organisation chart stand: who leads others side by side, the others in columns.

A tidy tree from the bottom up, as wide as its room allows: what does not fit beside goes into a further row
below, along a trunk at the left. People without a line follow, group by group. Whole numbers throughout.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kamc.render.figures.routing import Segment

BOX = 186
BESIDE, BELOW, STACKED = 26, 34, 18
"""The room between boxes that stand beside each other, below each other, and in a column."""
COLUMN = 5
"""So many stand in a column at most, where people who lead nobody stand in columns."""
SPINE, INDENT = 12, 26
"""Where the line of a column runs, and how far its boxes stand to the right of its edge."""
LABEL = 22
"""The height of a label above a group."""


class Spot(msgspec.Struct, frozen=True):
    """Where a box stands."""

    id: str
    x: int
    y: int


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Boxes that stand together, the lines between them, and where a line from above meets them."""

    width: int
    height: int
    spots: tuple[Spot, ...]
    lines: tuple[Segment, ...] = ()
    stem: int = 0
    labels: tuple[tuple[int, int, str], ...] = ()
    """Words above groups: where they begin, and on which line."""

    def moved(self, x: int, y: int) -> "Block":
        """The same, elsewhere."""
        return msgspec.structs.replace(
            self,
            width=self.width + x,
            height=self.height + y,
            spots=tuple(Spot(one.id, one.x + x, one.y + y) for one in self.spots),
            lines=tuple(((a + x, b + y), (c + x, d + y)) for (a, b), (c, d) in self.lines),
            stem=self.stem + x,
            labels=tuple((at + x, line + y, words) for at, line, words in self.labels),
        )


class Forest(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands below whom, everybody once: a superior is known, and nobody is their own."""

    below: Mapping[str, Sequence[str]]
    order: Sequence[str]
    """Everybody, superiors first."""
    roots: Sequence[str]


def forest(above: Mapping[str, str]) -> Forest:
    """The trees of a mapping from each to their superior (or to nobody known); a circle is opened."""
    children: dict[str, list[str]] = {}
    for one, chief in above.items():
        if chief in above and chief != one:
            children.setdefault(chief, []).append(one)
    starts = [one for one, chief in above.items() if chief not in above or chief == one]
    below: dict[str, list[str]] = {}
    seen: dict[str, None] = {}
    roots = []
    for start in (*starts, *above):
        if start in seen:
            continue
        roots.append(start)
        waiting = [start]
        seen[start] = None
        while waiting:
            one = waiting.pop()
            below[one] = [child for child in children.get(one, ()) if child not in seen]
            seen.update(dict.fromkeys(below[one]))
            waiting.extend(reversed(below[one]))
    return Forest(below=below, order=tuple(_superiors_first(below, roots)), roots=roots)


def _superiors_first(below: Mapping[str, Sequence[str]], roots: Iterable[str]) -> Iterator[str]:
    level = list(roots)
    while level:
        yield from level
        level = [child for one in level for child in below.get(one, ())]


def trees(held: Forest, heights: Mapping[str, int], room: int, column: int = COLUMN) -> Mapping[str, Block]:
    """Everybody with those below them, each as a block that is no wider than its room where that can be.

    So many who lead nobody stand in a `column`; side by side where that is one.
    """
    blocks: dict[str, Block] = {}
    for one in reversed(held.order):
        blocks[one] = _tree(one, held, heights, blocks, (room, column))
    return {root: blocks[root] for root in held.roots}


def _tree(
    one: str, held: Forest, heights: Mapping[str, int], blocks: Mapping[str, Block], size: tuple[int, int]
) -> Block:
    children, height, (room, column) = held.below[one], heights[one], size
    if not children:
        return Block(width=BOX, height=height, spots=(Spot(one, 0, 0),), stem=BOX // 2)
    leaves = [child for child in children if not held.below[child]] if column > 1 else []
    columns = [_column(part, heights) for part in _parts(leaves, column)]
    beside = [blocks[child] for child in children if child not in leaves]
    if len(columns) == 1 and not beside:
        return _hung(one, height, columns[0])
    rows = list(_rows([*beside, *columns], room - INDENT))
    return _over(one, height, rows[0]) if len(rows) == 1 else _along(one, height, rows)


def _parts(leaves: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Columns of about equal length."""
    count = -(-len(leaves) // most)
    size = -(-len(leaves) // count) if count else 1
    for start in range(0, len(leaves), size):
        yield leaves[start : start + size]


def _column(ids: Sequence[str], heights: Mapping[str, int]) -> Block:
    """People of one superior below each other, each with a short line from the spine."""
    spots, lines, y = [], [], 0
    for id in ids:
        middle = y + heights[id] // 2
        spots.append(Spot(id, INDENT, y))
        lines.append(((SPINE, middle), (INDENT, middle)))
        y += heights[id] + STACKED
    spine = ((SPINE, -BELOW // 2), (SPINE, lines[-1][0][1]))
    return Block(
        width=INDENT + BOX, height=y - STACKED, spots=tuple(spots), lines=(spine, *lines), stem=SPINE
    )


def _rows(blocks: Iterable[Block], room: int) -> Iterator[list[Block]]:
    row: list[Block] = []
    taken = 0
    for one in blocks:
        if row and taken + BESIDE + one.width > room:
            yield row
            row, taken = [], 0
        taken += one.width + (BESIDE if row else 0)
        row.append(one)
    if row:
        yield row


def _hung(one: str, height: int, column: Block) -> Block:
    """A superior right above the only column."""
    below = column.moved(0, height + BELOW)
    first = ((SPINE, height), (SPINE, height + BELOW // 2))
    return Block(
        width=below.width,
        height=below.height,
        spots=(Spot(one, 0, 0), *below.spots),
        lines=(first, *below.lines),
        stem=BOX // 2,
    )


def _beside(row: Sequence[Block], left: int, top: int) -> list[Block]:
    placed, x = [], left
    for one in row:
        placed.append(one.moved(x, top))
        x += one.width + BESIDE
    return placed


def _over(one: str, height: int, row: Sequence[Block]) -> Block:
    """A superior above the middle of those below."""
    placed = _beside(row, 0, height + BELOW)
    stems = [block.stem for block in placed]
    x = max(0, (stems[0] + stems[-1] - BOX) // 2)
    middle, bus = x + BOX // 2, height + BELOW // 2
    across = ((min(*stems, middle), bus), (max(*stems, middle), bus))
    return Block(
        width=max(x + BOX, *(block.width for block in placed)),
        height=max(block.height for block in placed),
        spots=(Spot(one, x, 0), *(spot for block in placed for spot in block.spots)),
        lines=(
            ((middle, height), (middle, bus)),
            across,
            *(((stem, bus), (stem, height + BELOW)) for stem in stems),
            *(line for block in placed for line in block.lines),
        ),
        stem=middle,
    )


def _along(one: str, height: int, rows: Sequence[Sequence[Block]]) -> Block:
    """A superior above the left edge, from where a trunk leads down to every row."""
    spots, lines, width, y, bus = [Spot(one, 0, 0)], [], BOX, height + BELOW, height
    for row in rows:
        placed, bus = _beside(row, INDENT, y), y - BELOW // 2
        lines.append(((SPINE, bus), (placed[-1].stem, bus)))
        lines += [((block.stem, bus), (block.stem, y)) for block in placed]
        lines += [line for block in placed for line in block.lines]
        spots += [spot for block in placed for spot in block.spots]
        width, y = max(width, placed[-1].width), max(block.height for block in placed) + BELOW
    lines.insert(0, ((SPINE, height), (SPINE, bus)))
    return Block(width=width, height=y - BELOW, spots=tuple(spots), lines=tuple(lines), stem=BOX // 2)


def packed(blocks: Sequence[Block], room: int) -> Block:
    """Blocks side by side, in as many rows as they need."""
    found: list[Block] = []
    y = 0
    for row in _rows(blocks, room):
        found += _beside(row, 0, y)
        y = max(block.height for block in found) + BELOW
    return _together(found)


def grouped_flow(groups: Mapping[str, Sequence[str]], heights: Mapping[str, int], room: int) -> Block:
    """Boxes in rows, each group under its label; a group that goes on in a further row has it there again."""
    blocks = []
    for label, ids in groups.items():
        for place, id in enumerate(ids):
            words = ((0, LABEL - 9, label),) if place == 0 else ()
            blocks.append(
                Block(width=BOX, height=LABEL + heights[id], spots=(Spot(id, 0, LABEL),), labels=words)
            )
    return packed(blocks, room)


def below_each_other(bands: Iterable[Block]) -> Block:
    """Bands, the one below the other."""
    found: list[Block] = []
    y = 0
    for band in bands:
        found.append(band.moved(0, y))
        y = found[-1].height + BELOW
    return _together(found)


def _together(blocks: Sequence[Block]) -> Block:
    return Block(
        width=max((block.width for block in blocks), default=0),
        height=max((block.height for block in blocks), default=0),
        spots=tuple(spot for block in blocks for spot in block.spots),
        lines=tuple(line for block in blocks for line in block.lines),
        labels=tuple(label for block in blocks for label in block.labels),
    )
