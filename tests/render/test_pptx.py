"""The deck: a message a slide, tables and notes that are text, nothing that does anything."""

import io
import itertools
import pathlib
import shutil
import subprocess
import zipfile
from typing import Any

import msgspec
import pptx
import pytest

from kamc.brief import BRIEFS
from kamc.commands.common import open_workspace
from kamc.engine.judge import Sitting
from kamc.engine.pack import given_for, seen_for
from kamc.engine.read import Shelf
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.render.brief import papers
from kamc.render.deck import MOST, slides
from kamc.render.paper import House
from kamc.render.tree import Heading, Paragraph, Span, plain
from tests.packs import AS_OF, ROOT
from tests.render.papers import bare, hostile, paper, pdf_text, sketch, written

REVIEW = "quarterly-review"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def opened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def said(deck: Any) -> str:
    """All that a deck says, in its slides and in its notes."""
    found = []
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if shape.has_table:
                found += [cell.text for row in shape.table.rows for cell in row.cells]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


@pytest.mark.parametrize("name", ["short", "extended"])
def test_a_deck_has_few_slides_each_with_its_message_and_loses_nothing(name: str) -> None:
    made, deck = paper(sketch(name), REVIEW), opened(written(sketch(name), "pptx", REVIEW))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert 5 <= len(titles) <= MOST
    assert all(titles)
    text = bare(said(deck))
    for line in made.lines():
        assert bare(plain(line)) in text or line in [held.key for one in made.images.values() for held in one]


WORKSPACES = ("", "tests/awkward", "tests/fullest", "tests/sketches")


@pytest.mark.parametrize("folder", WORKSPACES)
def test_no_two_slides_of_a_plan_bear_the_same_message(folder: str) -> None:
    """With a quarter before or without one; eight to ten slides, as every plan of these has material."""
    workspace, settings = open_workspace(ROOT / folder)
    made = scope(workspace, settings, AS_OF)
    sitting = Sitting(scope=made, shelf=Shelf(workspace))
    brief = next(one for one in BRIEFS if one.name == REVIEW)
    for source in made.files:
        if source.kind == "plan" and source.account:
            loaded = sitting.shelf.get(source)
            seen = seen_for(sitting, loaded, (), Audience.TEAM)
            [one] = papers(given_for(sitting, loaded, seen, ""), brief)
            messages = [slide.message for slide in slides(one)]
            assert len(set(messages)) == len(messages), source.path
            assert 8 <= 1 + len(messages) <= MOST, source.path


def test_sections_that_come_to_the_same_are_told_apart() -> None:
    made = paper(sketch("extended"), REVIEW)
    said = (Paragraph((Span(text="All is well."),)),)
    sections = [(Heading(2, (Span(text=name),)), *said) for name in ("North", "South", "South")]
    held = slides(msgspec.structs.replace(made, blocks=tuple(itertools.chain(*sections))))
    assert [one.message for one in held] == ["All is well.", "South: All is well."]
    assert held[1].notes == ("All is well.", "South", "All is well.")


def test_tables_are_tables_and_stay_on_their_slide() -> None:
    deck = opened(written(sketch("extended"), "pptx", REVIEW))
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert tables
    for shape in tables:
        assert shape.top + sum(row.height for row in shape.table.rows) < deck.slide_height


def test_figures_say_what_they_show() -> None:
    made, deck = paper(sketch("extended"), REVIEW), opened(written(sketch("extended"), "pptx", REVIEW))
    found = [
        shape._element.nvPicPr.cNvPr.get("descr")
        for slide in deck.slides
        for shape in slide.shapes
        if shape.shape_type == 13
    ]
    assert set(found) <= {one.alternative for held in made.images.values() for one in held}


def test_what_is_too_much_is_folded_into_notes() -> None:
    made = paper(sketch("extended"))
    assert len(slides(made)) == MOST - 2


def test_hostile_text_does_nothing() -> None:
    content = written(hostile(), "pptx", REVIEW)
    assert "=HYPERLINK" in said(opened(content))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            text = package.read(name)
            assert b"hlinkClick" not in text
            assert b"TargetMode" not in text


def test_the_same_bytes_each_time() -> None:
    assert written(sketch("extended"), "pptx", REVIEW) == written(sketch("extended"), "pptx", REVIEW)
    properties = opened(written(sketch("short"), "pptx", REVIEW)).core_properties
    assert (properties.author, str(properties.created)[:10]) == ("Hydrosan", "2026-10-20")


def test_a_presentation_of_the_house_gives_its_size_and_no_slide() -> None:
    base = pptx.Presentation()
    base.slides.add_slide(base.slide_layouts[0]).shapes.title.text = "Our values"
    held = io.BytesIO()
    base.save(held)
    deck = opened(written(sketch("short"), "pptx", REVIEW, House(pptx=held.getvalue())))
    assert deck.slide_width == base.slide_width
    assert "Our values" not in said(deck)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here: no other program opens the deck")
def test_presentation_programs_open_it(tmp_path: pathlib.Path) -> None:
    assert SOFFICE is not None
    (tmp_path / "deck.pptx").write_bytes(written(sketch("extended"), "pptx", REVIEW))
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    deck = opened((tmp_path / "deck.pptx").read_bytes())
    pages = pdf_text((tmp_path / "deck.pdf").read_bytes())
    for slide, page in zip(deck.slides, pages, strict=True):
        assert bare(slide.shapes.title.text_frame.text) in bare(page)
