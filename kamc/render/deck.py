"""A paper as the slides of a deck: one message each, said by its title; the detail goes into the notes."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kamc.render.paper import Paper
from kamc.render.tree import Block, Grid, Heading, Items, Paragraph, Picture, lines, plain
from kamc.speech import message, plural

MOST = 10
LONGEST_MESSAGE = 150
"""How many slides a deck has at most, and how many signs a title."""


ANY = plural("{what}: {n} point", "{what}: {n} points")
MESSAGES = {
    message("Decisions wanted"): plural(
        "{n} decision is wanted from you", "{n} decisions are wanted from you"
    ),
    message("Their objectives"): plural(
        "They tell {n} objective, in their own words", "They tell {n} objectives, in their own words"
    ),
    message("Value delivered"): plural(
        "{n} figure tells what we delivered against the plan",
        "{n} figures tell what we delivered against the plan",
    ),
    message("Done since the last review"): plural(
        "{n} thing was done since the last review", "{n} things were done since the last review"
    ),
    message("Risks"): plural("{n} risk is open", "{n} risks are open"),
    message("Plan until the end of next quarter"): plural(
        "{part}: {n} step lies ahead of both houses", "{part}: {n} steps lie ahead of both houses"
    ),
}
"""What a section comes to, by its heading, where it opens with no sentence of its own."""


class Slide(msgspec.Struct, frozen=True, kw_only=True):
    """A slide: its message, the section that it is of, what it shows, and what may be said beside it."""

    message: str
    section: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    is_part: bool = False


def slides(paper: Paper) -> tuple[Slide, ...]:
    """The slides behind the first one: a section each, and a table with a name of its own one more.

    No two of them bear the same message. What would be the eleventh slide is told in the notes of the one
    before.
    """
    found = (slide for section in _split(paper.blocks, 2) for slide in _of(section, paper))
    made = list(_apart(found, paper))
    while len(made) > MOST - 2:
        place = max((at for at, one in enumerate(made) if at and one.is_part), default=len(made) - 1)
        folded = made.pop(place)
        made[place - 1] = _folded(made[place - 1], folded)
    return tuple(made)


def _apart(found: Iterable[Slide], paper: Paper) -> Iterator[Slide]:
    """The slides, each with a message of its own: one that was borne before has its section before it."""
    held: dict[str, Slide] = {}
    for slide in found:
        one = slide
        if one.message in held:
            longer = paper.speech.say("{part}: {message}", part=slide.section, message=slide.message)
            one = msgspec.structs.replace(slide, message=longer)
        held[one.message] = _folded(held[one.message], one) if one.message in held else one
    yield from held.values()


def _folded(slide: Slide, other: Slide) -> Slide:
    """A slide that tells of another one in its notes."""
    return msgspec.structs.replace(slide, notes=(*slide.notes, other.section, *other.notes))


def _split(blocks: Iterable[Block], level: int) -> Iterator[list[Block]]:
    """The blocks, from each heading of a level to the next."""
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == level and held:
            yield held
            held = []
        held.append(block)
    if held:
        yield held


def _of(section: Sequence[Block], paper: Paper) -> Iterator[Slide]:
    first = section[0]
    if not (isinstance(first, Heading) and first.level == 2):  # noqa: PLR2004  a section
        return
    name = plain(first.line)
    parts = [*_split(section[1:], 3)]
    tabled = [part for part in parts if _is_named(part) and any(isinstance(one, Grid) for one in part)]
    rest = [block for part in parts if part not in tabled for block in part]
    if rest:
        yield _slide(name, rest, paper)
    for place, part in enumerate(tabled):
        yield _slide(f"{name} · {_name(part[0])}", part[1:], paper, is_part=bool(rest) or place > 0)


def _is_named(part: Sequence[Block]) -> bool:
    return bool(part) and isinstance(part[0], Heading)


def _name(block: Block) -> str:
    return plain(block.line) if isinstance(block, Heading) else ""


def _slide(name: str, blocks: Sequence[Block], paper: Paper, *, is_part: bool = False) -> Slide:
    """The first sentence of a section is its message, where there is one; else it is counted."""
    first = blocks[0] if blocks else None
    said = plain(first.line) if isinstance(first, Paragraph) else ""
    is_message = bool(said) and len(said) <= LONGEST_MESSAGE
    return Slide(
        message=said if is_message else _counted(name, blocks, paper),
        section=name,
        blocks=tuple(blocks[1:] if is_message else blocks),
        notes=tuple(plain(line) for line in lines(blocks)),
        is_part=is_part,
    )


def _counted(name: str, blocks: Iterable[Block], paper: Paper) -> str:
    """What a section comes to, where it opens with no sentence."""
    points = sum(_points(one) for one in blocks)
    says = {paper.speech.say(heading): forms for heading, forms in MESSAGES.items()}
    section, _, part = name.rpartition(" · ")
    one, many = says.get(part) or says.get(section) or ANY
    return paper.speech.count(points, one, many, what=name, part=part)


def _points(block: Block) -> int:
    match block:
        case Items():
            return len(block.items)
        case Grid():
            return len(block.rows)
        case Picture():
            return sum(map(_points, block.instead))
        case _:
            return 0
