"""Places shown in a terminal: safe, aligned, and no wider than it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.diagnostics import Span
from kamc.report.source import columns, excerpt, shown, wrapped


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Größe", "Größe"),
        ("漢字", "漢字"),
        ("a\tb", "a b"),
        ("two\nlines", "two lines"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x07\x08\x7f\x9b", "����"),
        ("abc\u202edef", "abc�def"),
        ("zero\u200bwidth", "zero�width"),
        ("\u2028\u2029\u0085", "���"),
        ("שלום", "שלום"),
    ],
)
def test_what_is_shown_moves_no_cursor_and_turns_no_direction(text: str, safe: str) -> None:
    assert shown(text) == safe


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("漢字", 4),
        ("ﬁ", 1),
        ("e\u0301", 1),
        ("กำ", 2),
        ("ก\u0e34", 1),
        ("☕", 2),
        ("🛢", 1),
    ],
)
def test_columns(text: str, count: int) -> None:
    assert columns(text) == count


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two", ["one two"]),
        ("one two three four", ["one two", "  three", "  four"]),
        ("aVeryLongWordThatIsLeftWhole x", ["aVeryLongWordThatIsLeftWhole", "  x"]),
        ("漢字 漢字 漢字", ["漢字", "  漢字", "  漢字"]),
    ],
)
def test_wrapped(text: str, lines: list[str]) -> None:
    assert wrapped(text, 9, first=1, indent=2) == lines


LINE = (
    "    jan-ostrow: {title: "
    '"Managing director of everything that they own", roles: decider, stance: supporter}'
)


def marked(line: str, start: int, end: int, width: int) -> str:
    """What the marks of an excerpt stand under."""
    found = excerpt([line], Span(1, start + 1, 1, end + 1), width)
    assert found is not None
    text, column, length = found
    at, kept = 0, ""
    for char in text:
        if column <= at < column + length:
            kept += char
        at += columns(char)
    return kept


@pytest.mark.parametrize("word", ["jan-ostrow", "title", "roles", "decider", "stance", "supporter"])
@pytest.mark.parametrize("width", [36, 56, 96])
def test_marks_stand_under_their_word_in_a_long_line(word: str, width: int) -> None:
    start = LINE.index(word)
    assert marked(LINE, start, start + len(word), width) == word


@pytest.mark.parametrize(
    "before", ["", "\t", "漢字: ", "é: ", "e\u0301\u0301: ", "\x1b[31m", "x" * 200, "漢" * 200, " " * 200]
)
@pytest.mark.parametrize("width", [36, 96])
def test_marks_stand_under_their_word_whatever_stands_before_it(before: str, width: int) -> None:
    line = f"{before}word, and more"
    assert marked(line, len(before), len(before) + 4, width) == "word"


def test_a_word_wider_than_the_terminal_is_marked_to_its_edge() -> None:
    found = excerpt(["key: " + "x" * 200], Span(1, 6, 1, 206), 40)
    assert found is not None
    text, column, length = found
    assert columns(text) == column + length == 40
    assert text.endswith("x…")


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert excerpt(["a: {b: 1,  ", "  c: 2}"], Span(1, 4, 2, 8), 40) == ("a: {b: 1,", 3, 6)


@pytest.mark.parametrize("line", [0, 3])
def test_a_line_that_is_not_there(line: int) -> None:
    assert excerpt(["a", "b"], Span(line, 1, line, 2), 40) is None


@given(st.text(max_size=150), st.integers(0, 160), st.integers(0, 160), st.integers(40, 100))
def test_no_excerpt_is_too_wide_or_unsafe(line: str, start: int, length: int, width: int) -> None:
    found = excerpt([line], Span(1, start + 1, 1, start + length + 1), width)
    assert found is not None
    text, column, marks = found
    assert columns(text) <= width
    assert marks >= 1
    assert column + marks <= max(columns(text), column + 1)
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} for char in text)


@pytest.mark.parametrize("column", [1, 300_000])
def test_a_line_of_half_a_megabyte_is_cut_at_once(column: int) -> None:
    line = "W" * 500_000
    text, start, _ = excerpt([line], Span(1, column, 1, column + 3), 100) or ("", 0, 0)
    assert columns(text) <= 100
    assert text[start : start + 3] == "WWW"
