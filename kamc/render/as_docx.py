"""A document for Word: headings, lists and tables by style, text that is text, figures as pictures.

The house's own document, where it names one, gives the styles, the page, its headers and footers; what stands
in it goes. Nothing that a plan says becomes a field, a link or a style.
"""

import io
from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as Par

from kamc.render.office import fixed, stamped
from kamc.render.paper import House, Look, Paper
from kamc.render.standalone import Image
from kamc.render.templates import Templates
from kamc.render.tree import Block, Grid, Heading, Items, Line, Paragraph, Picture, Span
from kamc.render.typeset import png

SERIF, SANS = "Georgia", "Calibri"
EMU_A_PIXEL = 9525
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
DEEPEST = 3
"""Word names three levels of a list."""


def written(paper: Paper, house: House, templates: Templates) -> bytes:  # noqa: ARG001  all forms take the same
    """The document of a paper, the same bytes each time."""
    document = docx.Document(io.BytesIO(house.docx)) if house.docx else docx.Document()
    _empty(document)
    if not house.docx:
        _dressed(document, paper.look, is_letter=house.is_letter)
    _Writer(document, paper, house).write()
    stamped(document.core_properties, paper)
    made = io.BytesIO()
    document.save(made)
    return fixed(made.getvalue())


class _Writer:
    """A document that grows, block by block."""

    def __init__(self, document: Document, paper: Paper, house: House) -> None:
        self._document, self._paper, self._house = document, paper, house
        self._styles: dict[str, Any] = {str(one.name): one for one in document.styles}
        section = document.sections[0]
        page, left, right = section.page_width, section.left_margin, section.right_margin
        self._room = int(page or 0) - int(left or 0) - int(right or 0)

    def write(self) -> None:
        self._running()
        self._head()
        for block in self._paper.blocks:
            self._block(block)

    def _running(self) -> None:
        """Whose it is at the head of every page, its number at the foot; a house's own stay."""
        section, paper = self._document.sections[0], self._paper
        head, foot = section.header.paragraphs, section.footer.paragraphs
        self._add(self._free(section.header, head), (Span(text=paper.running, soft=True),), 8)
        line = self._free(section.footer, foot)
        said = " · ".join(part for part in (paper.handling, paper.made_by) if part)
        self._add(line, (Span(text=f"{said} · ", soft=True),), 8)
        for name in ("PAGE", " / ", "NUMPAGES"):
            if name.isalpha():
                _field(line, name)
            else:
                self._add(line, (Span(text=name, soft=True),), 8)

    @staticmethod
    def _free(part: Any, held: list[Par]) -> Par:
        """A paragraph that nothing stands in yet."""
        last = held[-1] if held else None
        return last if last is not None and not last.text and len(held) == 1 else part.add_paragraph()

    def _head(self) -> None:
        paper = self._paper
        tags = (paper.meta, paper.owner, paper.draft or paper.status, paper.reader)
        self._paragraph((Span(text=" · ".join(one for one in tags if one), soft=True),), size=8.5)
        self._paragraph((Span(text=paper.name),), "Title")
        if paper.industry.text:
            self._paragraph((Span(text=paper.industry.text, soft=True),))
        if paper.say.text:
            self._paragraph((paper.say,), "Subtitle")
        if paper.numbers:
            self._numbers()

    def _numbers(self) -> None:
        across = min(len(self._paper.numbers), 4)
        rows = -(-len(self._paper.numbers) // across)
        table = self._document.add_table(rows, across)
        for place, one in enumerate(self._paper.numbers):
            cell = table.cell(place // across, place % across)
            strong = Span(text=one.value.text, strong=True, tone=one.value.tone)
            self._add(cell.paragraphs[0], (strong,), 13)
            self._add(cell.add_paragraph(), (Span(text=one.meaning, soft=True),), 8)
        self._spaced()

    def _block(self, block: Block, depth: int = 1) -> None:
        match block:
            case Heading():
                self._paragraph(block.line, f"Heading {min(block.level - 1, DEEPEST)}")
            case Paragraph():
                self._paragraph(block.line)
            case Items():
                self._items(block, depth)
            case Grid():
                self._grid(block)
            case Picture():
                for image in self._paper.images.get(block.name, ()):
                    self._image(image)
                for one in block.instead:
                    self._block(one, depth)

    def _items(self, block: Items, depth: int) -> None:
        """Each item by the style of its level; numbers begin anew with each list."""
        name = "List Number" if block.is_numbered else "List Bullet"
        style = name if depth == 1 else f"{name} {min(depth, DEEPEST)}"
        numbering = self._restarted(style) if block.is_numbered else None
        for item in block.items:
            for place, one in enumerate(item):
                if place == 0 and isinstance(one, Paragraph):
                    line = self._paragraph(one.line, style)
                    if numbering is not None:
                        line._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbering  # noqa: SLF001  no API
                else:
                    self._block(one, depth + 1)

    def _restarted(self, style: str) -> int | None:
        """A numbering of its own, like that of the style, from 1 on."""
        held = self._styles.get(style)
        number = None if held is None else held.element.find("./w:pPr/w:numPr/w:numId", _NAMES)
        if number is None:
            return None
        numbering: Any = self._document.part.numbering_part.element
        made = numbering.add_num(numbering.num_having_numId(int(number.get(qn("w:val")))).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _grid(self, grid: Grid) -> None:
        if grid.caption:
            self._paragraph(grid.caption, "Caption").paragraph_format.keep_with_next = True
        table = self._document.add_table(1 + len(grid.rows), len(grid.columns))
        if "Table Grid" in self._styles:
            table.style = self._styles["Table Grid"]
        _ruled(table, self._paper.look)
        heads = tuple(tuple(_strong(column.head)) for column in grid.columns)
        rows: Any = table._tbl.tr_lst  # noqa: SLF001  its API looks for every cell anew
        for place, (row, lines) in enumerate(zip(rows, (heads, *grid.rows), strict=True)):
            properties = row.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if place == 0:
                properties.append(OxmlElement("w:tblHeader"))
            for held, column, line in zip(row.tc_lst, grid.columns, lines, strict=True):
                cell = _Cell(held, table)
                cell.width = Emu(int(self._room * column.share))
                self._cell(cell, line, is_number=column.is_number)
        self._spaced()

    def _cell(self, cell: _Cell, line: Line, *, is_number: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        if is_number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._add(paragraph, line, 8.5)

    def _image(self, image: Image) -> None:
        line = self._document.add_paragraph()
        width = min(int(image.width * EMU_A_PIXEL * 0.8), self._room)
        picture = line.add_run().add_picture(io.BytesIO(png(image, self._house.fonts)), width=Emu(width))
        described = picture._inline.docPr  # noqa: SLF001  no API
        described.set("descr", image.alternative)
        described.set("title", image.title)
        if image.key:
            self._paragraph(image.key, "Caption")

    def _spaced(self) -> None:
        self._document.add_paragraph().paragraph_format.space_after = Pt(2)

    def _paragraph(self, line: Line, style: str = "Normal", size: float | None = None) -> Par:
        paragraph = self._document.add_paragraph()
        if style != "Normal" and style in self._styles:
            paragraph._p.style = self._styles[style].style_id  # noqa: SLF001  its API looks through all styles
        return self._add(paragraph, line, size)

    def _add(self, paragraph: Par, line: Line, size: float | None = None) -> Par:
        for span in line:
            run = paragraph.add_run(span.text)
            run.bold = True if span.strong else None
            if size is not None:
                run.font.size = Pt(size)
            if colour := self._paper.look.colour(span):
                run.font.color.rgb = _rgb(colour)
        return paragraph


_NAMES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _strong(line: Line) -> Iterable[Span]:
    return (Span(text=one.text, strong=True, soft=True) for one in line)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())


def _empty(document: Document) -> None:
    """Take out what stands in the body; its last section keeps the page."""
    body = document.element.body
    for child in [*body]:
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _field(paragraph: Par, name: str) -> None:
    """A number that Word fills in; the name is ours, never a plan's."""
    run = '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>1</w:t></w:r>'
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{name}">{run}</w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001  no API


def _ruled(table: Table, look: Look) -> None:
    """Lines between rows alone."""
    lines = {side: "single" if side in {"bottom", "insideH"} else "nil" for side in SIDES}
    borders = "".join(
        f'<w:{side} w:val="{line}" w:sz="4" w:color="{look.rule[1:]}"/>' for side, line in lines.items()
    )
    table.autofit = False
    properties: Any = table._tbl.tblPr  # noqa: SLF001  no API
    layout = properties.find(qn("w:tblLayout"))  # the format wants its parts in this order
    layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{borders}</w:tblBorders>"))


def _dressed(document: Document, look: Look, *, is_letter: bool) -> None:
    """The look of a document without a house's own: that of a page, as far as Word goes."""
    section = document.sections[0]
    width, height = (Emu(7772400), Emu(10058400)) if is_letter else (Emu(7560310), Emu(10692130))
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = Emu(648000)
    section.top_margin = section.bottom_margin = Emu(720000)
    for name, font, size, colour, before, after in (
        ("Normal", SANS, 10, look.ink, 0, 5), ("Title", SERIF, 24, look.ink, 0, 4),
        ("Subtitle", SERIF, 13, look.ink, 2, 8), ("Heading 1", SANS, 12, look.accent, 20, 6),
        ("Heading 2", SERIF, 14, look.ink, 12, 4), ("Heading 3", SANS, 10.5, look.ink, 8, 2),
        ("Caption", SANS, 8, look.soft, 2, 3),
    ):  # fmt: skip
        style = document.styles[name]
        if isinstance(style, ParagraphStyle):
            _styled(style, font, size, colour)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _styled(style: ParagraphStyle, font: str, size: float, colour: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), _rgb(colour)
    style.font.italic = False
    properties: Any = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    for side in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(side), font)
    for found in ("./w:pPr/w:pBdr", "./w:rPr/w:spacing", "./w:rPr/w:kern"):
        for one in style.element.findall(found, _NAMES):
            one.getparent().remove(one)
