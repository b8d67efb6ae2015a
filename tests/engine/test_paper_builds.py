"""Building for paper: what is asked for is there, stands while nothing changes, and what lacks is told."""

import importlib
from types import ModuleType

import docx
import pytest

from tests.workspaces import PLAN, Place

PACK = "dist/team/hafen-spedition/2026-Q4"


def test_a_pdf_lies_beside_the_other_formats(here: Place) -> None:
    assert here.call("build", "--brief", "account-plan", "--to", "md,pdf").status == 0
    assert {path.name for path in (here.root / PACK).iterdir()} == {"account-plan.md", "account-plan.pdf"}
    assert (here.root / PACK / "account-plan.pdf").read_bytes().startswith(b"%PDF-")
    assert not (here.root / "dist/team/index.pdf").exists()
    assert "account-plan.pdf" not in (here.root / "dist/team/index.md").read_text(encoding="utf-8")
    assert here.call("build", "--verify").status == 0


def test_it_stands_until_something_changes(here: Place) -> None:
    here.call("build", "--brief", "account-plan", "--to", "pdf")
    assert "(3 as they stood)" in here.call("build", "--brief", "account-plan", "--to", "pdf").out
    here.call("build", "--brief", "account-plan", "--to", "html")
    assert (here.root / PACK / "account-plan.pdf").exists()
    here.edit(PLAN, "name: Hafen-Spedition", "name: Hafen & Co")
    assert "(2 as they stood)" in here.call("build", "--brief", "account-plan", "--to", "pdf").out
    here.write("kamc.yaml", "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\nbrand:\n  paper: letter\n")
    assert "as they stood" not in here.call("build", "--brief", "account-plan", "--to", "pdf").out


def test_settings_may_ask_for_it(here: Place) -> None:
    here.write("kamc.yaml", "kamc: 1\nbuild:\n  to: [html, pdf]\n")
    here.call("build", "--brief", "account-plan")
    assert {path.suffix for path in (here.root / PACK).iterdir()} == {".html", ".pdf"}


def test_a_library_that_is_missing_is_told(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    found = importlib.import_module

    def lacking(name: str, package: str | None = None) -> ModuleType:
        if name == "kamc.render.as_pdf":
            raise ModuleNotFoundError(name="typst")
        return found(name, package)

    monkeypatch.setattr(importlib, "import_module", lacking)
    done = here.call("build", "--brief", "account-plan", "--to", "md,pdf")
    assert done.status == 2
    assert "writing pdf needs a library that is not installed here: pip install 'kamc[pdf]'" in done.err
    assert not (here.root / "dist").exists()


def test_letters_without_a_font_are_told_with_a_way_out(here: Place) -> None:
    here.edit(PLAN, "name: Hafen-Spedition", "name: 江南水务")
    done = here.call("build", "--brief", "account-plan", "--to", "pdf")
    assert done.status == 0
    assert "hafen-spedition/2026-Q4: no font for PDF has 务南水江" in done.err
    assert "brand.fonts" in done.err


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nowhere", "there is no such folder"),
        ("plans", "it holds no font"),
        ("../elsewhere", "it does not lie in this workspace"),
    ],
)
def test_a_folder_of_fonts_that_is_none_is_told(here: Place, named: str, said: str) -> None:
    here.write("kamc.yaml", f"kamc: 1\nbrand:\n  fonts: {named}\n")
    done = here.call("build", "--brief", "account-plan", "--to", "pdf")
    assert (done.status, said in done.err) == (2, True)


def test_a_wrong_template_stops_its_briefs_alone(here: Place) -> None:
    here.write("templates/pdf/brief.typ", "#nothing-of-this-name")
    done = here.call("build", "--brief", "account-plan", "--to", "md,pdf")
    assert done.status == 2
    assert "templates/pdf/brief.typ:1:" in done.err


def test_a_word_document_takes_the_styles_of_the_house(here: Place) -> None:
    here.call("build", "--brief", "account-plan", "--to", "docx")
    first = (here.root / PACK / "account-plan.docx").read_bytes()
    base = docx.Document()
    base.styles["Heading 1"].font.name = "Corporate Sans"
    base.save(str(here.root / "letter.docx"))
    here.write("kamc.yaml", "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\nbrand: {docx: letter.docx}\n")
    assert "as they stood" not in here.call("build", "--brief", "account-plan", "--to", "docx").out
    assert (here.root / PACK / "account-plan.docx").read_bytes() != first


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("nothing.docx", "no such file"),
        ("kamc.yaml", "it is no .docx file"),
        ("../x.docx", "does not lie in"),
    ],
)
def test_a_document_of_the_house_that_is_none_is_told(here: Place, named: str, said: str) -> None:
    here.write("kamc.yaml", f"kamc: 1\nbrand: {{docx: {named}}}\n")
    done = here.call("build", "--to", "docx")
    assert (done.status, said in done.err) == (2, True)


def test_only_the_review_comes_as_a_deck(here: Place) -> None:
    assert here.call("build", "--to", "pptx").status == 0
    assert [path.name for path in (here.root / PACK).glob("*.pptx")] == ["quarterly-review.pptx"]
    assert "(3 as they stood)" in here.call("build", "--to", "pptx").out
    done = here.call("build", "--brief", "account-plan", "--to", "pptx")
    assert (done.status, "no brief that is asked for comes as pptx" in done.err) == (2, True)
    assert here.call("build", "--audience", "customer", "--to", "pptx").status == 2
