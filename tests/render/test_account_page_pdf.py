"""The account on a page as PDF: one side, whatever its plan holds, and legible."""

import ctypes
import functools
import itertools
import pathlib
from collections.abc import Iterator, Mapping

import msgspec
import pypdfium2
import pytest
from pypdfium2 import raw

from kamc.brief import BRIEFS
from kamc.commands.common import open_workspace
from kamc.engine.build import Wanted, build
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.render import Templates, as_pdf
from kamc.render.paper import House
from kamc.render.templates import WrongTemplateError
from kamc.render.tree import plain
from tests.packs import AS_OF, ROOT
from tests.render.papers import bare, paper, pdf_text, sketch

BRIEF = "account-page"
LEAST = 6.95
"""No type is smaller, in points, but for what rounding takes."""
LEGIBLE = 8.0
"""What most of a page is set in, at least."""
STRIP = "Where we stand"
"""The one heading that no eye needs: below the head, figures have names of their own."""
HOUSES = {"A4": House(), "Letter": House(is_letter=True)}
WORKSPACES = {"worked": ROOT, "awkward": ROOT / "tests/awkward", "fullest": ROOT / "tests/fullest"}


@functools.cache
def pages(workspace: str, size: str) -> Mapping[str, bytes]:
    """The page of every plan of a workspace for each of its readers, by reader and path."""
    found, settings = open_workspace(WORKSPACES[workspace])
    made = scope(found, settings, AS_OF)
    plans = [read_from(found, one) for one in made.files if one.kind == "plan"]
    briefs = tuple(one for one in BRIEFS if one.name == BRIEF)
    return {
        f"{reader.word}/{one.path}": one.content
        for reader in (Audience.PRIVATE, Audience.TEAM)
        for one in build(
            made, plans, Wanted(audience=reader, formats=("pdf",), briefs=briefs, house=HOUSES[size])
        ).outputs
    }


def types(content: bytes) -> Iterator[float]:
    """The size of each letter of the first page, in points."""
    document = pypdfium2.PdfDocument(content)
    try:
        text = document[0].get_textpage()
        matrix = raw.FS_MATRIX()
        for place in range(text.count_chars()):
            if text.get_text_range(place, 1).strip():
                raw.FPDFText_GetMatrix(text, place, ctypes.byref(matrix))
                yield raw.FPDFText_GetFontSize(text, place) * abs(matrix.d)
    finally:
        document.close()


@pytest.mark.parametrize(("workspace", "size"), [*itertools.product(WORKSPACES, HOUSES)])
def test_it_is_one_side_and_can_be_read(workspace: str, size: str) -> None:
    for path, content in pages(workspace, size).items():
        assert len(pdf_text(content)) == 1, path
        sizes = sorted(types(content))
        assert sizes[0] >= LEAST, path
        assert sizes[len(sizes) // 2] >= LEGIBLE, path


@pytest.mark.parametrize("name", ["short", "extended"])
def test_it_says_all_that_the_brief_says(name: str) -> None:
    made = paper(sketch(name), BRIEF)
    text = bare("".join(pdf_text(as_pdf.written(made, House(), Templates()))))
    for line in made.lines():
        if plain(line) == STRIP:
            continue
        assert all(bare(word.rstrip(":")) in text for word in plain(line).split() if word != "·"), plain(line)


def test_a_page_that_a_house_has_filled_beyond_measure_is_one_side_all_the_same() -> None:
    made = paper(sketch("extended"), BRIEF)
    fuller = msgspec.structs.replace(made, blocks=(*made.blocks, *made.blocks[-4:] * 40))
    assert len(pdf_text(as_pdf.written(fuller, House(), Templates()))) == 1


def test_a_fault_in_what_templates_share_is_told_with_its_file(tmp_path: pathlib.Path) -> None:
    own = tmp_path / "pdf"
    own.mkdir()
    (own / "kit.typ").write_text("#let doc = 1\n#nothing-of-this-name\n", encoding="utf-8")
    with pytest.raises(WrongTemplateError, match=r"pdf/kit\.typ:2: .*nothing"):
        as_pdf.written(paper(sketch("short")), House(), Templates(tmp_path))
