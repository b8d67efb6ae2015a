"""PDF: the same bytes each time, what the brief says and nothing more, and text that is never source."""

import base64
import datetime as dt
import pathlib
import re

import msgspec
import pypdfium2
import pytest

from kamc.model.fields import Audience
from kamc.render import as_pdf
from kamc.render.paper import House
from kamc.render.templates import Templates, WrongTemplateError
from kamc.render.tree import plain
from kamc.render.typeset import uncovered
from tests.render.briefs import of
from tests.render.papers import bare, hostile, paper, pdf_text, sketch, written

HEADER = {"kamc": 1, "account": "hollenbach", "period": "2026-Q4"}


@pytest.mark.parametrize("name", ["short", "extended"])
def test_a_pdf_says_what_its_brief_says(name: str) -> None:
    made = paper(sketch(name))
    text = bare("".join(pdf_text(written(sketch(name), "pdf"))))
    for line in made.lines(pictured=True):
        assert all(bare(word) in text for word in plain(line).split()), plain(line)
    whole = [plain(line) for line in made.lines(pictured=True)]
    assert (
        sum(bare(line) in text for line in whole) / len(whole) > 0.97
    )  # the others run over the end of a page


def test_the_same_bytes_each_time() -> None:
    assert written(sketch("extended"), "pdf") == written(sketch("extended"), "pdf")


def test_every_page_says_whose_it_is_for_whom_and_that_it_is_a_draft() -> None:
    pages = pdf_text(written(of({**HEADER, "status": "draft", "name": "Brevik", **many()}), "pdf"))
    assert len(pages) > 1
    for number, text in enumerate(pages, 1):
        assert "draft, 2 gaps" in text.casefold()
        assert "team" in text.casefold()
        assert f"{number} / {len(pages)}" in text


def many() -> dict[str, object]:
    """Enough to fill pages."""
    acts = {f"act-{one}": {"what": f"Deed {one} of many, told at some length"} for one in range(90)}
    return {"account_plan": {"activities": acts}}


def test_a_tables_head_stands_on_each_of_its_pages() -> None:
    pages = pdf_text(written(of({**HEADER, **many()}), "pdf"))
    rows = [text for text in pages if "Deed" in text]
    assert len(rows) > 1
    assert all(re.search(r"By\s+Activity", text) for text in rows)


def test_hostile_text_stays_text() -> None:
    content = written(hostile(), "pdf")
    text = bare("".join(pdf_text(content)))
    assert bare("=HYPERLINK") in text
    assert "7007*7007" in text
    assert "49098049" not in text
    assert b"/URI" not in content
    assert b"/JavaScript" not in content


def test_a_document_says_of_itself_no_more_than_it_must() -> None:
    made = pypdfium2.PdfDocument(written(sketch("extended", Audience.CUSTOMER), "pdf"))
    held = made.get_metadata_dict()
    made.close()
    assert held["Title"].endswith(": account plan")
    assert held["Author"] == "Hydrosan"
    assert held["CreationDate"] == held["ModDate"] == "D:20261020000000Z"


def test_letters_that_no_font_has_are_named() -> None:
    assert uncovered("Grün, Ελλάδα, Київ, العربية, ★ 江南 😀", None) == ("南", "江", "😀")
    data = {**HEADER, "name": "江南水务"}
    assert written(of(data), "pdf")


@pytest.mark.parametrize("is_letter", [False, True])
def test_paper_is_a4_or_letter(is_letter: bool) -> None:
    document = pypdfium2.PdfDocument(written(sketch("short"), "pdf", house=House(is_letter=is_letter)))
    width, height = document[0].get_size()
    document.close()
    assert (round(width), round(height)) == ((612, 792) if is_letter else (595, 842))


def test_a_template_of_the_house_wins_and_a_wrong_one_is_told(tmp_path: pathlib.Path) -> None:
    made = paper(sketch("short"))
    own = tmp_path / "pdf" / "brief.typ"
    own.parent.mkdir()
    own.write_text(
        '#let doc = json("doc.json")\n#set document(title: doc.headline)\n= Ours\n#doc.name', encoding="utf-8"
    )
    assert "Ours" in pdf_text(as_pdf.written(made, House(), Templates(tmp_path)))[0]
    own.write_text('#let doc = json("doc.json")\n#doc.nothing', encoding="utf-8")
    with pytest.raises(WrongTemplateError, match=r"pdf/brief\.typ:2: .*nothing"):
        as_pdf.written(made, House(), Templates(tmp_path))
    special = tmp_path / "pdf" / "account-plan.typ"
    special.write_text("#set document(title: [x])\n= Special", encoding="utf-8")
    assert "Special" in pdf_text(as_pdf.written(made, House(), Templates(tmp_path)))[0]


def test_the_logo_of_the_house_stands_at_the_head() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    address = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    made = msgspec.structs.replace(paper(sketch("short")), logo=address)
    with_logo, without = (as_pdf.written(one, House(), Templates()) for one in (made, paper(sketch("short"))))
    assert with_logo != without
    assert len(pdf_text(with_logo)) == len(pdf_text(without))


def test_another_day_is_another_document() -> None:
    made = paper(sketch("short"))
    later = msgspec.structs.replace(made, as_of=made.as_of + dt.timedelta(days=1))
    assert as_pdf.written(made, House(), Templates()) != as_pdf.written(later, House(), Templates())
