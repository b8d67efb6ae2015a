"""A deck for PowerPoint: slides with text and tables that can be edited, figures as pictures, notes.

The house's own presentation, where it names one, gives master and layouts; its slides go.
"""

import io
import itertools
from collections.abc import Iterable, Sequence
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from kamc.render.deck import Slide, slides
from kamc.render.office import fixed, stamped
from kamc.render.paper import House, Look, Paper
from kamc.render.standalone import Image
from kamc.render.templates import Templates
from kamc.render.tree import Block, Grid, Heading, Items, Line, Paragraph, Picture, Span, plain
from kamc.render.typeset import png

WIDE = (Inches(13.333), Inches(7.5))
SIDE, GAP, FOOT = Inches(0.6), Inches(0.14), Inches(0.55)
KICKER, TITLE, TOP = Inches(0.35), Inches(0.6), Inches(1.75)
"""Where the name of a section stands, where the message, and where the rest begins."""
LARGE, SIZE, SMALL, FEW = 20, 14, 11, 4
SIGNS_AN_INCH = 120
"""Signs of one point that an inch holds: at 11 points, eleven."""
LEADING = 1.25
PALE = "#f5f5f1"
PAD = 0.1


def written(paper: Paper, house: House, templates: Templates) -> bytes:  # noqa: ARG001  all forms take the same
    """The deck of a paper, the same bytes each time."""
    deck = pptx.Presentation(io.BytesIO(house.pptx) if house.pptx else None)
    _emptied(deck)
    if not house.pptx:
        deck.slide_width, deck.slide_height = WIDE
    writer = _Writer(deck, paper, house)
    writer.first()
    writer.standing()
    for one in slides(paper):
        writer.slide(one)
    stamped(deck.core_properties, paper)
    made = io.BytesIO()
    deck.save(made)
    return fixed(made.getvalue())


class _Writer:
    """A deck that grows, slide by slide."""

    def __init__(self, deck: Any, paper: Paper, house: House) -> None:
        self._deck, self._paper, self._house = deck, paper, house
        self._layout = _layout(deck)
        self._room = int(deck.slide_width) - 2 * SIDE
        self._bottom = int(deck.slide_height) - FOOT

    def first(self) -> None:
        """Whose account, for when, by whom, and where we stand."""
        paper = self._paper
        slide = self._new(paper.meta, paper.say.text or paper.headline)
        tags = (paper.name, paper.owner, paper.draft or paper.status, paper.reader)
        box = self._box(slide, TOP + Inches(0.8), Inches(2))
        self._line(box.paragraphs[0], (Span(text=paper.name, strong=True),), 32)
        self._line(
            box.add_paragraph(), (Span(text=" · ".join(one for one in tags[1:] if one), soft=True),), SIZE
        )

    def standing(self) -> None:
        """The key figures."""
        paper, numbers = self._paper, self._paper.numbers
        if not numbers:
            return
        say = paper.speech.say
        slide = self._new(paper.title, say("Where the account stands, in figures"))
        across = min(len(numbers), 4)
        wide = self._room // across
        for place, one in enumerate(numbers):
            left, top = SIDE + wide * (place % across), TOP + Inches(2.2) * (place // across)
            box = self._box(slide, top, Inches(2), left=left, width=wide - GAP)
            strong = Span(text=one.value.text, strong=True, tone=one.value.tone)
            self._line(box.paragraphs[0], (strong,), 26)
            self._line(box.add_paragraph(), (Span(text=one.meaning, soft=True),), SIZE)
        self._notes(slide, [f"{one.value.text} {one.meaning}" for one in numbers])

    def slide(self, one: Slide) -> None:
        """A message, and as much of what it rests on as there is room for."""
        slide = self._new(one.section, one.message)
        top, left_out = int(TOP), 0
        for block in one.blocks:
            top, out = self._block(slide, block, top)
            left_out += out
        if left_out:
            say = self._paper.speech.count(left_out, "{n} more in the notes", "{n} more in the notes")
            box = self._box(slide, self._bottom - Inches(0.28), Inches(0.3))
            self._line(box.paragraphs[0], (Span(text=say, soft=True),), SMALL)
        self._notes(slide, one.notes)

    def _new(self, kicker: str, message: str) -> Any:
        slide = self._deck.slides.add_slide(self._layout)
        if not self._house.pptx:
            bar = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, self._deck.slide_width, Inches(0.1))
            bar.fill.solid()
            bar.fill.fore_color.rgb = _rgb(self._paper.look.accent)
            bar.line.fill.background()
        title = slide.shapes.title
        for one in [*slide.placeholders]:
            if title is None or one.placeholder_format.idx != title.placeholder_format.idx:
                one._element.getparent().remove(one._element)  # noqa: SLF001  no API
        if title is None:
            title = slide.shapes.add_textbox(SIDE, TITLE, self._room, Inches(1))
        title.left, title.top, title.width, title.height = SIDE, TITLE, self._room, Inches(1)
        title.text_frame.word_wrap = True
        title.text_frame.margin_left = title.text_frame.margin_right = 0
        title.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        paragraph = title.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        self._line(paragraph, (Span(text=message, strong=True),), 24 if len(message) < 90 else 20)  # noqa: PLR2004
        box = self._box(slide, KICKER, Inches(0.3))
        accent = Span(text=kicker, strong=True, colour=self._paper.look.accent)
        self._line(box.paragraphs[0], (accent,), SMALL)
        paper = self._paper
        foot = " · ".join(part for part in (paper.running, paper.handling) if part)
        line = self._box(slide, self._bottom + Inches(0.1), Inches(0.3))
        self._line(line.paragraphs[0], (Span(text=foot, soft=True),), 9)
        return slide

    def _block(self, slide: Any, block: Block, top: int) -> tuple[int, int]:
        """Put a block below what is there; where it ends, and how much of it found no room."""
        match block:
            case Heading() | Paragraph():
                strong = isinstance(block, Heading)
                line = tuple(
                    Span(text=one.text, strong=strong or one.strong, tone=one.tone) for one in block.line
                )
                return self._texts(slide, [line], top, bullet="")
            case Items():
                held = [item[0].line for item in block.items if item and isinstance(item[0], Paragraph)]
                numbered = [(Span(text=f"{place}. "), *line) for place, line in enumerate(held, 1)]
                return self._texts(
                    slide,
                    numbered if block.is_numbered else held,
                    top,
                    bullet="" if block.is_numbered else "• ",
                )
            case Grid():
                return self._grid(slide, block, top)
            case Picture():
                for image in self._paper.images.get(block.name, ()):
                    top = self._image(slide, image, top)
                return top, 0

    def _texts(self, slide: Any, held: Sequence[Line], top: int, bullet: str) -> tuple[int, int]:
        size = LARGE if len(held) <= FEW else SIZE
        heights = [_height(plain(line), self._room, size) for line in held]
        fitting = _fitting(heights, self._bottom - top - Inches(0.35))
        if not fitting:
            return top, len(held)
        box = self._box(slide, top, sum(heights[:fitting]))
        for place, line in enumerate(held[:fitting]):
            paragraph = box.paragraphs[0] if place == 0 else box.add_paragraph()
            paragraph.space_after = Pt(size / 3)
            self._line(paragraph, (Span(text=bullet), *line) if bullet else line, size)
        return top + sum(heights[:fitting]) + GAP, len(held) - fitting

    def _grid(self, slide: Any, grid: Grid, top: int) -> tuple[int, int]:
        if grid.caption and self._bottom - top > Inches(1.2):
            box = self._box(slide, top, Inches(0.28))
            self._line(box.paragraphs[0], grid.caption, SMALL)
            top += Inches(0.3)
        widths = [int(self._room * column.share) for column in grid.columns]
        heights = [
            max(
                _height(plain(line), wide - Inches(0.2), SMALL)
                for line, wide in zip(row, widths, strict=True)
            )
            for row in ([column.head for column in grid.columns], *grid.rows)
        ]
        fitting = _fitting(heights, self._bottom - top - Inches(0.35))
        if fitting < 2:  # noqa: PLR2004  a head alone says nothing
            return top, len(grid.rows)
        frame = slide.shapes.add_table(fitting, len(widths), SIDE, top, self._room, sum(heights[:fitting]))
        self._filled(frame.table, grid, widths, heights[:fitting])
        return top + sum(heights[:fitting]) + GAP, len(grid.rows) + 1 - fitting

    def _filled(self, table: Any, grid: Grid, widths: Sequence[int], heights: Sequence[int]) -> None:
        look = self._paper.look
        table.horz_banding = False
        for column, wide in zip(table.columns, widths, strict=True):
            column.width = Emu(wide)
        heads = tuple(
            tuple(Span(text=one.text, strong=True) for one in column.head) for column in grid.columns
        )
        for place, (lines, height) in enumerate(zip((heads, *grid.rows), heights, strict=False)):
            table.rows[place].height = Emu(height)
            for at, (line, column) in enumerate(zip(lines, grid.columns, strict=True)):
                cell = table.cell(place, at)
                cell.margin_top = cell.margin_bottom = Inches(0.03)
                cell.fill.solid()
                cell.fill.fore_color.rgb = _rgb(
                    look.accent if place == 0 else PALE if place % 2 == 0 else "#ffffff"
                )
                paragraph = cell.text_frame.paragraphs[0]
                paragraph.alignment = PP_ALIGN.RIGHT if column.is_number else PP_ALIGN.LEFT
                ink = "#ffffff" if place == 0 else look.ink
                self._line(paragraph, line, SMALL, ink=ink)

    def _image(self, slide: Any, image: Image, top: int) -> int:
        """A picture as large as there is room; nothing where there is too little to see it."""
        room = self._bottom - top - Inches(0.4)
        if room < Inches(1):
            return top
        factor = min(self._room / image.width, room * 0.75 / image.height, Inches(1) / 80)
        width, height = int(image.width * factor), int(image.height * factor)
        picture = slide.shapes.add_picture(
            io.BytesIO(png(image, self._house.fonts)), SIDE, top, width, height
        )
        picture._element.nvPicPr.cNvPr.set("descr", image.alternative)  # noqa: SLF001  no API
        picture.name = image.title
        if image.key:
            box = self._box(slide, top + height, Inches(0.28))
            self._line(box.paragraphs[0], image.key, 10)
        return top + height + Inches(0.4)

    def _box(self, slide: Any, top: int, height: int, *, left: int = SIDE, width: int | None = None) -> Any:
        box = slide.shapes.add_textbox(left, top, self._room if width is None else width, height)
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        return frame

    def _line(self, paragraph: Any, line: Iterable[Span], size: float, ink: str = "") -> None:
        look: Look = self._paper.look
        for span in line:
            run = paragraph.add_run()
            run.text = span.text
            run.font.size = Pt(size)
            run.font.bold = span.strong
            run.font.color.rgb = _rgb(ink if ink == "#ffffff" else look.colour(span) or ink or look.ink)

    def _notes(self, slide: Any, said: Iterable[str]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(said)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]  # the one without


def _height(text: str, width: int, size: float) -> int:
    """How high a text stands in a width, rather too high than too low."""
    room = max(width / Inches(1) * SIGNS_AN_INCH / size, 1)
    rows, used = 1, 0.0
    for word in text.split(" "):
        if used and used + len(word) > room:
            rows, used = rows + 1, 0.0
        used += len(word) + 1
        rows += int(used // (room + 1))
        used %= room + 1
    return int(Inches((rows * size * LEADING) / 72 + PAD))


def _fitting(heights: Iterable[int], room: int) -> int:
    """How many of these fit, one below the other."""
    return sum(used <= room for used in itertools.accumulate(heights))


def _layout(deck: Any) -> Any:
    """The layout with a title and as little else as there is."""
    titled = [
        one
        for one in deck.slide_layouts
        if any(held.placeholder_format.idx == 0 for held in one.placeholders)
    ]
    return min(titled or [*deck.slide_layouts], key=lambda one: len([*one.placeholders]))


def _emptied(deck: Any) -> None:
    """Take out the slides that a presentation has."""
    listed = deck.slides._sldIdLst  # noqa: SLF001  no API
    for one in [*listed]:
        deck.part.drop_rel(one.rId)
        listed.remove(one)
