"""Every brief's Markdown and its page state the same facts, word for word, however the page is laid out."""

import datetime as dt
import html.parser
import pathlib
import re
from collections import Counter
from collections.abc import Mapping

import pytest
from markdown_it import MarkdownIt

from kamc.brief import BRIEFS
from kamc.engine.build import Wanted, build
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.model.fields import Audience
from kamc.settings import Settings
from kamc.workspace import find

ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = dt.date(2026, 11, 24)
WORKSPACES = {"worked": ROOT, **{name: ROOT / "tests" / name for name in ("fullest", "awkward", "sketches")}}
VOID = frozenset(("meta", "img", "br", "hr", "link"))
BESIDE = frozenset(("svg", "figure", "summary", "style", "nav"))
"""What only a page has: figures, whose table Markdown shows, and the way through the page."""
INVISIBLE = re.compile("[\u200b\u2060\u2066-\u2069]")


class Words(html.parser.HTMLParser):
    """The words of a page that state facts: those of its main part and of the strip of figures above it."""

    def __init__(self, text: str, *, whole: bool = False) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.path: list[tuple[str, str]] = []
        self.whole = whole
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag not in VOID:
            self.path.append((tag, held.get("class") or ""))
        if tag == "section" and held.get("aria-label"):
            self.parts.append(str(held["aria-label"]))
        if tag in {"p", "li", "td", "th", "h2", "h3", "h4", "small", "span", "tr"}:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.path.pop()
        self.parts.append(" " if tag not in {"strong", "em", "b", "a", "span"} else "")

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.path}
        inside = self.whole or "main" in tags or any("strip" in kind.split() for _, kind in self.path)
        unseen = any(tag == "caption" and kind == "unseen" for tag, kind in self.path)
        if inside and not unseen and not tags & BESIDE:
            self.parts.append(data)

    def count(self) -> Counter[str]:
        """How often each word is there, without signs that only stand between things."""
        words = (one.rstrip(":") for one in INVISIBLE.sub("", "".join(self.parts)).split())
        return Counter(one for one in words if one not in {"", "·"})


def stated(markdown: str) -> Counter[str]:
    """The words of a brief's Markdown below its head and above its foot."""
    body = markdown[markdown.index("\n## ") :] if "\n## " in markdown else ""
    html_ = MarkdownIt("commonmark").enable("table").render(body.rpartition("\n---\n")[0])
    return Words(html_, whole=True).count()


@pytest.fixture(scope="module", params=WORKSPACES)
def built(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """Every document of a workspace for each of its readers, by reader and path."""
    workspace = find(WORKSPACES[request.param])
    made = scope(workspace, Settings(supplier="Fennmark Well Services", currency="USD"), AS_OF)
    loaded = [read_from(workspace, one) for one in made.files]
    return {
        f"{audience.word}/{one.path}": str(one.text)
        for audience in (Audience if request.param == "worked" else (Audience.PRIVATE,))
        for one in build(made, loaded, Wanted(audience=audience, formats=("md", "html"))).outputs
    }


@pytest.mark.parametrize("name", [one.name for one in BRIEFS])
def test_markdown_and_page_state_the_same(name: str, built: Mapping[str, str]) -> None:
    stems = sorted(path.removesuffix(".md") for path in built if re.search(rf"/{name}[^/]*\.md$", path))
    for stem in stems:
        page, text = Words(built[f"{stem}.html"]).count(), stated(built[f"{stem}.md"])
        assert page
        assert (stem, page - text, text - page) == (stem, Counter(), Counter())


def test_a_word_that_only_one_of_them_has_is_noticed() -> None:
    text = "# A\n\nhead\n\n## B\n\n- one ◆ two\n\n---\n\nfoot\n"
    page = "<main><h2>B</h2><ul><li>one <b>◆ two</b></li></ul></main>"
    assert Words(page).count() == stated(text)
    assert Words(page.replace("two", "")).count() != stated(text)
    assert Words(page.replace("<b>", "<b>three ")).count() != stated(text)
