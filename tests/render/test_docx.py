"""Word: headings are headings, tables are tables, nothing is lost, and nothing a plan says does anything."""

import io
import pathlib
import shutil
import subprocess
import zipfile
from typing import Any

import docx
import pytest

from kamc.escape import clean
from kamc.render.paper import House
from kamc.render.tree import Grid, Heading, Items, plain
from tests.render.papers import HOSTILE, bare, hostile, paper, pdf_text, sketch, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def every_text(document: Any) -> str:
    return "\n".join(one.text or "" for one in document.element.body.iter(f"{W}t"))


@pytest.mark.parametrize("name", ["short", "extended"])
def test_nothing_is_lost_and_each_thing_is_what_it_is(name: str) -> None:
    made, document = paper(sketch(name)), opened(written(sketch(name), "docx"))
    text = bare(every_text(document))
    for line in made.lines():
        assert bare(plain(line)) in text, plain(line)
    headings = [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [plain(one.line) for one in made.blocks if isinstance(one, Heading)]
    assert document.paragraphs[1].style.name == "Title"
    assert len(document.inline_shapes) == sum(len(held) for held in made.images.values())
    grids = [one for one in made.blocks if isinstance(one, Grid)]
    assert len(document.tables) >= len(grids)


def test_a_tables_head_repeats_and_no_row_is_torn() -> None:
    document = opened(written(sketch("extended"), "docx"))
    tables = [one for one in document.tables if one._tbl.find(f".//{W}tblHeader") is not None]
    assert tables
    for table in tables:
        rows = table._tbl.findall(f"{W}tr")
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert heads == [True, *(False for _ in rows[1:])]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_numbered_list_begins_with_one() -> None:
    made, document = paper(sketch("extended")), opened(written(sketch("extended"), "docx"))
    lists = [one for one in made.blocks if isinstance(one, Items) and one.is_numbered]
    numbers = {one.get(f"{W}val") for one in document.element.body.iter(f"{W}numId")}
    assert len(lists) == len(numbers) > 0


def test_figures_say_what_they_show() -> None:
    made, document = paper(sketch("extended")), opened(written(sketch("extended"), "docx"))
    said = [one._inline.docPr.get("descr") for one in document.inline_shapes]
    assert sorted(said) == sorted(one.alternative for held in made.images.values() for one in held)


def test_hostile_text_does_nothing() -> None:
    content = written(hostile(), "docx")
    document = opened(content)
    assert bare(clean(HOSTILE)[:60]) in bare(every_text(document))
    assert not [one for one in document.element.body.iter() if one.tag in {f"{W}fldSimple", f"{W}instrText"}]
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        links = package.read("word/_rels/document.xml.rels").decode()
        assert "External" not in links
        assert "hyperlink" not in package.read("word/document.xml").decode()


def test_the_same_bytes_each_time_and_no_clock_in_them() -> None:
    one, two = (written(sketch("extended"), "docx") for _ in range(2))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = opened(one).core_properties
    assert (properties.author, properties.last_modified_by) == ("Hydrosan", "Hydrosan")
    assert properties.created == properties.modified
    assert str(properties.created).startswith("2026-10-20")


def test_a_document_of_the_house_gives_styles_headers_and_footers_and_not_what_it_says() -> None:
    base = docx.Document()
    base.add_paragraph("Dear Sir or Madam")
    base.sections[0].header.paragraphs[0].text = "Hydrosan, Basel"
    base.styles["Heading 1"].font.name = "Corporate Sans"
    held = io.BytesIO()
    base.save(held)
    document = opened(written(sketch("short"), "docx", house=House(docx=held.getvalue())))
    assert document.styles["Heading 1"].font.name == "Corporate Sans"
    header = [one.text for one in document.sections[0].header.paragraphs]
    assert header[0] == "Hydrosan, Basel"
    assert "for the team" in header[1]
    assert "Dear Sir" not in every_text(document)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here: no other program opens the document")
def test_word_processors_open_it(tmp_path: pathlib.Path) -> None:
    assert SOFFICE is not None
    made = paper(sketch("extended"))
    (tmp_path / "brief.docx").write_bytes(written(sketch("extended"), "docx"))
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "pdf", "--outdir", str(tmp_path), str(tmp_path / "brief.docx")],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    pages = pdf_text((tmp_path / "brief.pdf").read_bytes())
    assert all("for the team" in text for text in pages)
    text = bare("".join(pages))
    assert all(bare(plain(one.line)) in text for one in made.blocks if isinstance(one, Heading))
