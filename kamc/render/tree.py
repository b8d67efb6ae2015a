"""A document as a tree: the Markdown that a page is made from, as values that paper is made from.

Text in it is plain, whatever it says: Markdown's escapes are gone, and nothing of it is markup any more.
"""

import itertools
import math
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeGuard, Union

import msgspec
from markdown_it.tree import SyntaxTreeNode

from kamc.brief.shown import Tone
from kamc.render.html import END, FIGURE, INSTEAD, TONES, parser

LINE, PAD = 108, 3
"""How many signs a line of a table has, and how many the gap between two columns takes."""
LONGEST_WORD, LONGEST_CELL = 22, 90
"""How many signs of a word, and of a cell, ask for room."""
_WORDS = re.compile(r"[ \u200b-]")


class Span(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Text in one look: `strong`, `soft` where it is said beside, a mark's tone, a colour (`#rrggbb`)."""

    text: str
    strong: bool = False
    soft: bool = False
    tone: Tone | None = None
    colour: str = ""


Line: TypeAlias = tuple[Span, ...]


class Heading(msgspec.Struct, frozen=True, tag="heading"):
    """The name of a section (`level` 2) or of a part of one (3, 4)."""

    level: int
    line: Line


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """A paragraph."""

    line: Line


class Items(msgspec.Struct, frozen=True, tag="items"):
    """A list, numbered or not; an item begins with a line, and may hold more below it."""

    is_numbered: bool
    items: tuple[tuple["Block", ...], ...]


class Column(msgspec.Struct, frozen=True):
    """The head of a column, whether numbers stand in it, and its share of the width (all together 1)."""

    head: Line
    is_number: bool
    share: float


class Grid(msgspec.Struct, frozen=True, tag="grid"):
    """A table. The first column names the row."""

    caption: Line
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """Where a figure stands, by the name of its slot, and what says the same in words, if anything does."""

    name: str
    instead: tuple["Block", ...] = ()


Block: TypeAlias = Union[Heading, Paragraph, Items, Grid, Picture]  # noqa: UP007  names of classes as text


def tree(markdown: str) -> tuple[Block, ...]:
    """The blocks of a document, from the Markdown that its page is made from, figure slots and all."""
    return _blocks(SyntaxTreeNode(parser().parse(markdown)).children)


def plain(line: Iterable[Span]) -> str:
    """What a line says."""
    return "".join(one.text for one in line)


def lines(blocks: Iterable[Block], *, pictured: bool = False) -> Iterator[Line]:
    """Every line that says something, in reading order; of figures what stands instead, if not `pictured`."""
    for block in blocks:
        if not (pictured and isinstance(block, Picture)):
            yield from (line for line in _lines(block) if plain(line))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Heading() | Paragraph():
            yield block.line
        case Items():
            yield from itertools.chain.from_iterable(map(lines, block.items))
        case Grid():
            yield from (block.caption, *(one.head for one in block.columns), *itertools.chain(*block.rows))
        case Picture():
            yield from lines(block.instead)


def _blocks(nodes: Iterable[SyntaxTreeNode]) -> tuple[Block, ...]:
    return tuple(_captioned([*_uncaptioned(nodes)]))


def _uncaptioned(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
    rest = iter(nodes)
    for node in rest:
        word, name = _slot(node)
        if word == FIGURE:
            yield Picture(name)
        elif word == INSTEAD:
            yield Picture(name, _blocks(itertools.takewhile(lambda one: _slot(one)[0] != END, rest)))
        elif made := _block(node):
            yield made


def _slot(node: SyntaxTreeNode) -> tuple[str, str]:
    """The word and the name of a figure's slot, where a node is one."""
    word, _, name = node.info.partition(" ") if node.type == "fence" else ("", "", "")
    return word, name.strip()


def _block(node: SyntaxTreeNode) -> Block | None:
    match node.type:
        case "heading":
            return Heading(int(node.tag[1:]), _line(node))
        case "paragraph":
            return Paragraph(_line(node))
        case "bullet_list" | "ordered_list":
            return Items(node.type == "ordered_list", tuple(_blocks(item.children) for item in node.children))
        case "table":
            return _grid(node)
        case _:
            return None  # a rule between parts: paper has its own


def _captioned(blocks: list[Block]) -> Iterator[Block]:
    """A paragraph of emphasis alone right above a table is its caption."""
    for before, one, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(one, Grid) and _is_caption(before):
            yield msgspec.structs.replace(one, caption=before.line)
        elif not (isinstance(after, Grid) and _is_caption(one)):
            yield one


def _is_caption(block: Block | None) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and all(span.soft for span in block.line)


def _grid(node: SyntaxTreeNode) -> Grid:
    head, *rows = [
        [(_line(cell), cell.attrs.get("style") == "text-align:right") for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    shares = _shares([[plain(line) for line, _ in row] for row in (head, *rows)])
    columns = (Column(line, right, share) for (line, right), share in zip(head, shares, strict=True))
    return Grid((), tuple(columns), tuple(tuple(line for line, _ in row) for row in rows))


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide each column should be: room for its longest word, and of the rest more where it says much."""
    columns = [*zip(*rows, strict=True)]
    least = [_longest_word(one) + PAD for one in columns]
    more = [max(_want(one) - few, 1) for one, few in zip(columns, least, strict=True)]
    rest = max(LINE - sum(least), 0)
    found = [few + rest * want / sum(more) for few, want in zip(least, more, strict=True)]
    return [round(one / sum(found), 4) for one in found]


def _longest_word(column: Sequence[str]) -> int:
    return max(min(len(word), LONGEST_WORD) for cell in column for word in _WORDS.split(cell))


def _want(column: Sequence[str]) -> float:
    """Between the mean and the most that a cell of it says: a column of few long cells needs less room."""
    says = [min(len(cell), LONGEST_CELL) + 1 for cell in column]
    return math.sqrt(max(says) * statistics.fmean(says))


def _line(node: SyntaxTreeNode) -> Line:
    return tuple(span for inline in node.children if inline.type == "inline" for span in _spans(inline))


def _spans(node: SyntaxTreeNode, *, strong: bool = False, soft: bool = False) -> Iterator[Span]:
    for one in node.children:
        if one.type in {"strong", "em"}:
            yield from _spans(one, strong=strong or one.type == "strong", soft=soft or one.type == "em")
        elif one.children:
            yield from _spans(one, strong=strong, soft=soft)
        elif text := " " if one.type in {"softbreak", "hardbreak"} else one.content:
            yield Span(text=text, strong=strong, soft=soft, tone=_tone(text) if strong else None)


def _tone(text: str) -> Tone | None:
    """What is strong and begins with a sign has the sign's tone."""
    return TONES.get(text[0]) if text[1:2] == "\u00a0" else None
