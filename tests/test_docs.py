"""The documents: every relative link leads somewhere, and the YAML that they show is YAML that kamc takes."""

import pathlib
import re
import shlex
import shutil

import pytest

from kamc.engine.read import read
from kamc.loader import load
from kamc.rules import registry
from kamc.workspace import Source
from tests.workspaces import Place

ROOT = pathlib.Path(__file__).parents[1]
PAGES = sorted(path for pattern in ("*.md", "docs/**/*.md", "benchmarks/*.md") for path in ROOT.glob(pattern))
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(#(?P<anchor>[^)\s]*))?\)")
HEADING = re.compile(r"^#+ (?P<title>.*)$", re.MULTILINE)
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSION = re.compile(r"```console\n\$ kamc (?P<call>[^\n]*)\n(?P<said>.*?)```", re.DOTALL)
"""A call and what it printed; `…` for the rest."""
OPERATIONS = (ROOT / "docs/guides/operations.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?!text)\w+\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)
CALL = re.compile(r"\bkamc (?P<call>check .*?)(?= \||' }|$)", re.MULTILINE)
CALLS = [
    calls
    for block in BLOCK.finditer(OPERATIONS)
    if (calls := [call["call"] for call in CALL.finditer(block["text"])])
]
"""Those of a block belong together: one may need what another has written."""
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


@pytest.mark.parametrize("lines", CALLS, ids=lambda lines: str(lines[0]))
def test_every_check_shown_can_be_run(here: Place, lines: list[str]) -> None:
    """And writes the files that it says: the snippets for CI servers are copied as they stand."""
    here.commit()
    here.git("update-ref", "refs/remotes/origin/main", "HEAD")
    for line in lines:
        done = here.call(*shlex.split(line, comments=True))
        assert done.status == 0, done.err
        for path in re.findall(r"--output-file \w+=(\S+)", line):
            assert (here.root / path).is_file()


def test_the_settings_shown_are_valid_settings() -> None:
    text = (ROOT / "docs/guides/operations.md").read_text(encoding="utf-8")
    shown = next(match["text"] for match in SNIPPET.finditer(text) if "supplier:" in match["text"])
    assert read(Source(path="kamc.yaml", kind="settings"), shown.encode()).sound


@pytest.mark.parametrize("session", [*SESSION.finditer(README)], ids=lambda match: str(match["call"]))
def test_the_first_page_shows_what_kamc_prints(nowhere: Place, session: re.Match[str]) -> None:
    shutil.copytree(ROOT / "plans", nowhere.root / "plans")
    nowhere.write("kamc.yaml", "kamc: 1\n")
    plan = nowhere.root / "plans/lyrane-energy/2026-Q4.yaml"
    text = plan.read_text(encoding="utf-8").replace("whose: rosalind-achebe\n", "whose: rosalind-acheb\n", 1)
    plan.write_text(text, encoding="utf-8")
    done = nowhere.call(*shlex.split(session["call"]), "--as-of", "2026-11-23")
    assert done.out.startswith(session["said"].removesuffix("  …\n"))


def test_the_first_page_knows_how_many_rules_there_are() -> None:
    (said,) = re.findall(r"some (\d+) \[rules\]", README)
    assert abs(int(said) - len(registry.RULES)) <= 15
