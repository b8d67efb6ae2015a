"""Text from a plan is data, in every language that a brief is written in."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kamc.escape import BREAK, JOINER, clean, css, markdown, slug, xml

Test = TypeVar("Test", bound=Callable[..., None])
PARSER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
NASTY = (
    "# not a heading",
    "- not a list",
    "1. not a list",
    "12) not a list",
    "=== not a rule",
    "--- not a rule",
    "> not a quotation",
    "| a | b |",
    "a\\|b\\",
    "`code` ``` and ~~~ fences",
    "<script>alert(1)</script>",
    "<javascript:alert(1)> [x](javascript:alert(1)) ![x](y)",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "*one* _two_ __three__ ~~four~~ ==five==",
    "&lt;b&gt; &#35; R&D",
    "[^1]: note [x]: y",
    "line\nline\r\nline\u2028line\u0085line",
    "tab\tand \x07 bell",
    "\u202eright to left override\u202c",
    "עברית and English",
    "zero\u200bwidth\ufeff",
    "\ud800 alone",
    "👩‍🚀 🏴 ok",
    "$x$ and $$y$$",
    "```kamc-figure people\n```",
    "w" * 10_000,
    "\\" * 999,
    "   ",
    "***",
)
texts = st.text() | st.text(alphabet="|\\`*_[]<>#-+=.1~&;{}$:!@() \n") | st.sampled_from(NASTY)


def words(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from (token.children or []) if token.type == "inline" else ()


def said(text: str) -> str:
    """What a reader sees of a text: spaces as one, without what only programs see."""
    return " ".join(clean(text).replace(BREAK, "").split()).strip()


def examples(test: Test) -> Test:
    """A test that tries every nasty text first."""
    for one in NASTY:
        test = example(one)(test)
    return test


@examples
@given(texts)
def test_a_text_is_a_text_wherever_it_stands(text: str) -> None:
    safe = markdown(text, hosted=False)
    for template in ("{}\n", "- {}\n", "**Label:** {}\n", "1. {}\n   - {}\n"):
        tokens = PARSER.parse(template.format(safe, safe))
        assert {token.type for token in words(tokens)} <= {
            "text",
            "strong_open",
            "strong_close",
            "text_special",
        }
        assert not {token.type for token in tokens} & {
            "fence",
            "code_block",
            "html_block",
            "hr",
            "heading_open",
            "table_open",
        }


@examples
@given(texts)
def test_a_text_says_what_it_said(text: str) -> None:
    tokens = PARSER.parse(f"x {markdown(text, hosted=False)} x\n")
    shown = "".join(token.content for token in words(tokens))
    assert " ".join(shown.replace(BREAK, "").split()) == " ".join(f"x {said(text)} x".split())


@examples
@given(texts)
def test_a_table_stays_a_table(text: str) -> None:
    safe = markdown(text)
    tokens = PARSER.parse(f"| a | b |\n| --- | --- |\n| {safe} | {safe} |\n| *{safe or 'x'}* | end |\n")
    kinds = [token.type for token in tokens]
    assert (kinds.count("tr_open"), kinds.count("td_open"), kinds.count("table_open")) == (3, 4, 1)
    assert next(token for token in reversed(tokens) if token.type == "inline").content == "end"


@given(texts)
def test_no_text_makes_markup(text: str) -> None:
    root = ET.fromstring(f'<text title="{xml(text)}">{xml(text)}</text>')  # noqa: S314  our own words
    assert not list(root)
    assert (root.text or "").split() == clean(text).split()


@given(texts)
def test_a_css_string_holds_letters_and_escapes(text: str) -> None:
    assert re.fullmatch(r"([A-Za-z0-9]|\\[0-9a-f]+ )*", css(text))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("@ragna", f"@{JOINER}ragna"),
        ("see #12 and !7", f"see #{JOINER}12 and !{JOINER}7"),
        ("GH-12", f"GH-{JOINER}12"),
        ("a :tada: 10:30", f"a :{JOINER}tada: 10:30"),
        ("https://x.example", "https\\://x.example"),
        ("www.x.example", "www\\.x.example"),
        ("mailto:a@b.example", f"mailto\\:a@{JOINER}b.example"),
        ("12 % and 25%", "12 % and 25%"),
    ],
)
def test_what_git_hosts_would_link_is_kept_apart(text: str, safe: str) -> None:
    assert markdown(text) == safe


def test_what_runs_from_right_to_left_is_shut_in() -> None:
    assert clean("\u05d0\u05d1") == "\u2068\u05d0\u05d1\u2069"
    assert clean("a\u202eb\u2066c") == "abc"


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert clean("USD\u00a09.5\u00a0M") == "USD\u00a09.5\u00a0M"


def test_a_long_word_can_be_broken() -> None:
    assert max(map(len, markdown("w" * 10_000).split(BREAK))) <= 40


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("Why this account", "why-this-account"), ("Ångström & co", "angstrom-co"), ("李", "section")],
)
def test_anchors_are_words(text: str, anchor: str) -> None:
    assert slug(text) == anchor
