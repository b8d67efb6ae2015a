"""The documents: every relative link leads somewhere, and the YAML that they show is YAML that kamc takes."""

import pathlib
import re
import shlex

import pytest

from kamc.engine.read import read
from kamc.loader import load
from kamc.workspace import Source
from tests.workspaces import Place

ROOT = pathlib.Path(__file__).parents[1]
PAGES = sorted(path for pattern in ("*.md", "docs/**/*.md", "benchmarks/*.md") for path in ROOT.glob(pattern))
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(#(?P<anchor>[^)\s]*))?\)")
HEADING = re.compile(r"^#+ (?P<title>.*)$", re.MULTILINE)
OPERATIONS = (ROOT / "docs/guides/operations.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?!text)\w+\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)
CALL = re.compile(r"\bkamc (?P<call>check .*?)(?= \||' }|$)", re.MULTILINE)
CALLS = {call["call"] for block in BLOCK.finditer(OPERATIONS) for call in CALL.finditer(block["text"])}
SNIPPET = re.compile(r"```yaml\n(?P<text>.*?)```", re.DOTALL)


def anchors(page: pathlib.Path) -> set[str]:
    """The anchors that the git hosts give the headings of a page."""
    titles = (match["title"] for match in HEADING.finditer(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: pathlib.Path) -> None:
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        target = (page.parent / match["path"]).resolve() if match["path"] else page
        assert target.exists(), match[0]
        assert not match["anchor"] or match["anchor"] in anchors(target), match[0]


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/guides/*.md")), ids=lambda path: path.stem)
def test_snippets_are_read_without_a_fault(page: pathlib.Path) -> None:
    for match in SNIPPET.finditer(page.read_text(encoding="utf-8")):
        assert load(match["text"].encode(), page.name).faults == ()


@pytest.mark.parametrize("line", sorted(CALLS))
def test_every_check_shown_can_be_run(here: Place, line: str) -> None:
    """And writes the files that it says: the snippets for CI servers are copied as they stand."""
    here.commit()
    done = here.call(*shlex.split(line))
    assert done.status == 0, done.err
    for path in re.findall(r"--output-file \w+=(\S+)", line):
        assert (here.root / path).is_file()


def test_the_settings_shown_are_valid_settings() -> None:
    text = (ROOT / "docs/guides/operations.md").read_text(encoding="utf-8")
    shown = next(match["text"] for match in SNIPPET.finditer(text) if "supplier:" in match["text"])
    assert read(Source(path="kamc.yaml", kind="settings"), shown.encode()).sound
