"""Plans whose every text is made of the worst things: each brief stays well formed, inert, and true to them.

Generic over the briefs that there are, over every audience, both forms, and the index.
"""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Mapping

import pytest
from markdown_it import MarkdownIt

from kamc.escape import BREAK, FIRST_STRONG, JOINER, POP, clean
from kamc.model.fields import Audience, Field
from kamc.model.plan import Plan
from kamc.model.records import Part
from tests.marks import STYLE, WORD, Change, Mark, Marks, marked, opened, words
from tests.packs import World, worked
from tests.render.test_brief import Page

SHARED = ("plans/catalogue.yaml", "plans/people.yaml")
SOME = ("solvanger-energy/2026-Q4", "gruenau-heat/2026-Q4")
WORST = (
    "| a | b |",
    "`code` ```kamc-end```",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "{{ 7007*7007 }} {% raw %} {# no #}",
    "[x](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "]]> --> <!-- <![CDATA[ ?>",
    "zero\u200bwidth \u202eright-to-left\u202c \u2066shut in\u2069 \u200f\u061c.",
    "w" * 10_000,
    "\U0001f9d1\u200d\U0001f680 \U0001f1e9\U0001f1ea \u2764\ufe0f",
    "one\r\ntwo\n\nthree\rfour",
    '=HYPERLINK("javascript:alert(1)")',
    "# heading",
    "- item",
    "1. one",
    "---",
    "---\ntitle: front matter\n---",
    "> quote",
    "* * *",
    "\\",
    "a \\| b \\",
    "</style></title></section></td></main>",
    '" onmouseover="alert(1)" x=\'',
    "[1]: javascript:alert(1)",
    "https://example.org www.example.org someone@example.org @someone #12 GH-7 :tada:",
    "~~gone~~ **bold** _em_ $x^2$ ==mark==",
    "مرحبا بالعالم | 你好",
    "\ud83d lone",
)
HARMLESS = re.compile(r"#[a-z0-9-]+|(\.\.?/)*[A-Za-z0-9./_%-]+")
"""An address within a page or a pack."""
UNSEEN = re.compile(f"[{BREAK}{JOINER}{FIRST_STRONG}{POP}]")
SPACES = re.compile(r"\s+")
FREE = frozenset(("p", "br", "text", "tspan"))
"""Elements of which there may be more or fewer: paragraphs as their author wrote them, labels with room."""
hosted = MarkdownIt("commonmark", {"html": True}).enable("table")
circles = pytest.mark.parametrize("audience", Audience, ids=lambda one: one.word)
leading = pytest.mark.parametrize("first", [True, False], ids=["at the start", "inside"])


def _worst(marks: Marks, texts: dict[str, str], *, first: bool) -> Change:
    """Every text is one of the worst, before a word of its own or behind it; `texts` has it by that word."""
    turn, mark = itertools.cycle(WORST), words(marks)

    def worse(word: str) -> str:
        text = f"{next(turn)} {word}" if first else f"{word} {next(turn)}"
        return texts.setdefault(word.lower(), text)

    def change(field: Field, value: object, where: Mark) -> object:
        new = mark(field, value, where)
        if where.path[-1] == "was" or new is value:
            return value
        if isinstance(new, tuple):
            return tuple(map(worse, new))
        return worse(new) if isinstance(new, str) else new

    return change


def _base() -> World:
    """Two worked plans and what they share, each entry with readers of its own choice."""
    turn = itertools.count(3)
    base = worked().only(SOME)
    ours = {path: part for path, part in base.parts.items() if path in SHARED or isinstance(part, Plan)}
    return base.having({path: opened(part, turn) for path, part in ours.items()})


@functools.cache
def hostile(*, first: bool) -> tuple[World, Mapping[str, str]]:
    """These plans with hostile texts, and each text by the word that is in it alone."""
    texts: dict[str, str] = {}
    change, base = _worst(Marks(), texts, first=first), _base()
    parts: Mapping[str, Part] = {path: marked(part, path, change) for path, part in base.parts.items()}
    return base.having(parts), texts


@functools.cache
def pack(audience: Audience, *, first: bool) -> Mapping[str, str]:
    return hostile(first=first)[0].pack(audience)


def pages(audience: Audience, *, first: bool) -> Mapping[str, str]:
    """The files that people read; calendars read the others."""
    return {path: text for path, text in pack(audience, first=first).items() if not path.endswith(".ics")}


@functools.cache
def plain(audience: Audience) -> Mapping[str, str]:
    """The pack of the same plans with texts that harm nobody."""
    base, change = _base(), words(Marks())
    return base.having({path: marked(part, path, change) for path, part in base.parts.items()}).pack(audience)


def shown(path: str, text: str) -> Page:
    """What a reader's program makes of a file: of Markdown with raw HTML on, as a Git host does."""
    return Page(text if path.endswith(".html") else hosted.render(text))


def seen(text: str) -> str:
    """A text as it is seen: nothing that nobody sees, and no spaces: figures break lines."""
    return SPACES.sub("", UNSEEN.sub("", text))


@leading
@circles
def test_files_are_those_of_any_plan(audience: Audience, first: bool) -> None:
    made = pack(audience, first=first)
    assert made.keys() == plain(audience).keys()
    for text in made.values():
        assert text.encode()
        assert not text.startswith("---")
        assert "49098049" not in text


@leading
@circles
def test_no_element_attribute_or_address_comes_from_a_plan(audience: Audience, first: bool) -> None:
    ours = set().union(*(_attributes(shown(path, text)) for path, text in plain(audience).items()))
    for path, text in pages(audience, first=first).items():
        page, harmless = shown(path, text), shown(path, plain(audience)[path])
        count, usual = (Counter(tag for tag, _ in one.tags if tag not in FREE) for one in (page, harmless))
        assert (path, count) == (path, usual)
        assert _attributes(page) <= ours, path
        for tag, attrs in page.tags:
            for name in attrs.keys() & {"href", "src", "xlink:href", "action"}:
                assert HARMLESS.fullmatch(attrs[name] or ""), (path, tag, attrs)


def _attributes(page: Page) -> set[tuple[str, str]]:
    return {(tag, name) for tag, attrs in page.tags for name in attrs}


@leading
@circles
def test_the_rows_of_a_table_have_as_many_cells_as_its_head(audience: Audience, first: bool) -> None:
    for path, text in pack(audience, first=first).items():
        lines = text.split("\n") if path.endswith(".md") else []
        for is_table, rows in itertools.groupby(lines, lambda line: line.startswith("|")):
            counts = {re.sub(r"\\.", "", row).count("|") for row in rows} if is_table else {0}
            assert len(counts) == 1, path


@leading
@circles
def test_texts_read_as_they_were_written(audience: Audience, first: bool) -> None:
    """Whole, or cut with an ellipsis, in Markdown and on the page alike."""
    texts = hostile(first=first)[1]
    for path, text in pages(audience, first=first).items():
        page = seen("".join(shown(path, STYLE.sub("", text)).words)).lower()
        found = [match for match in WORD.finditer(page) if match.group() in texts]
        for match in found:
            before, _, after = seen(clean(texts[match.group()])).lower().partition(match.group())
            assert page.endswith((before, "…"), 0, match.start()), (path, texts[match.group()])
            assert _goes_on(page[match.end() :], after), (path, texts[match.group()])
        assert found or audience is Audience.CUSTOMER or "index" in path


def _goes_on(text: str, wanted: str) -> bool:
    """Whether a text begins as wanted; it may lack the last stop, or end before with an ellipsis."""
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(text, wanted)))  # noqa: B905
    return same >= len(wanted.rstrip(".;")) or text[same:].startswith("…")


@leading
@circles
def test_a_calendar_file_has_the_lines_of_any_plan(audience: Audience, first: bool) -> None:
    for path, text in pack(audience, first=first).items():
        if path.endswith(".ics"):
            usual = plain(audience)[path]
            assert [line for line in text.split("\r\n") if len(line.encode()) > 75] == []
            assert "\r" not in text.replace("\r\n", "")
            assert "\n" not in text.replace("\r\n", "")
            assert _properties(text) == _properties(usual)


def _properties(text: str) -> Counter[str]:
    """How often each property stands in a calendar file."""
    lines = text.replace("\r\n ", "").rstrip("\r\n").split("\r\n")
    return Counter(re.split("[:;]", line, maxsplit=1)[0] for line in lines)
