import pytest

from kamc.diagnostics import Path, Span
from kamc.loader import load

PLAN = """\
kamc: 1
# a comment
summary:
  stand: >-
    Preferred in drilling,
    unproven elsewhere.

  # another
  aim: {short: "Win 😀", long: [one, two,
    three]}

reach:
- drilling
- what: completion
  by: 2027

empty:
"a key": 'x'
last: |
  text

# the end
"""


def covered(text: str, span: Span | None) -> str | None:
    """The text under a span."""
    if span is None:
        return None
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]
    return text[starts[span.line - 1] + span.column - 1 : starts[span.end_line - 1] + span.end_column - 1]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("kamc",), "kamc", "1"),
        (("summary", "stand"), "stand", ">-\n    Preferred in drilling,\n    unproven elsewhere."),
        (("summary", "aim"), "aim", '{short: "Win 😀", long: [one, two,\n    three]}'),
        (("summary", "aim", "short"), "short", '"Win 😀"'),
        (("summary", "aim", "long"), "long", "[one, two,\n    three]"),
        (("summary", "aim", "long", 0), "one", "one"),
        (("summary", "aim", "long", 2), "three", "three"),
        (("reach",), "reach", "- drilling\n- what: completion\n  by: 2027"),
        (("reach", 0), "drilling", "drilling"),
        (("reach", 1), "what: completion\n  by: 2027", "what: completion\n  by: 2027"),
        (("reach", 1, "by"), "by", "2027"),
        (("empty",), "empty", ""),
        (("a key",), '"a key"', "'x'"),
        (("last",), "last", "|\n  text"),
        (("absent",), None, None),
        (("reach", 2), None, None),
        (("kamc", "below"), None, None),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places(path: Path, key: str | None, value: str | None, line_end: str) -> None:
    text = PLAN.replace("\n", line_end)
    document = load(b"\xef\xbb\xbf" + text.encode(), "plan.yaml")
    places = document.places()
    assert document.text == text
    assert covered(text, places.key(path)) == (key and key.replace("\n", line_end))
    assert covered(text, places.value(path)) == (value and value.replace("\n", line_end))


def test_columns_count_code_points_from_one() -> None:
    places = load("a: {ü: 😀, b: c}\n".encode(), "plan.yaml").places()
    assert places.key(("a", "b")) == Span(1, 11, 1, 12)
    assert places.value(("a", "b")) == Span(1, 14, 1, 15)


def test_only_line_feeds_end_lines() -> None:
    places = load("a: x\x0cy\u2028z\x85\u2029\nb: c\n".encode(), "plan.yaml").places()
    assert places.key(("b",)) == Span(2, 1, 2, 2)


@pytest.mark.parametrize(
    ("path", "found", "key"),
    [
        ((), (), "kamc"),
        (("absent", "deeper"), (), "kamc"),
        (("summary", "because"), ("summary",), "summary"),
        (("summary", "aim", "medium", "x", 0), ("summary", "aim"), "aim"),
        (("reach", 7), ("reach",), "reach"),
        (("reach", 0, "what"), ("reach", 0), "drilling"),
        (("last",), ("last",), "last"),
    ],
)
def test_nearest(path: Path, found: Path, key: str) -> None:
    nearest, span = load(PLAN.encode(), "plan.yaml").places().nearest(path)
    assert nearest == found
    assert covered(PLAN, span) == key


@pytest.mark.parametrize("source", [b"", b"# nothing\n", b"\xff", b"\x00"])
def test_a_file_without_fields_has_its_beginning(source: bytes) -> None:
    places = load(source, "plan.yaml").places()
    assert places.nearest(("a", 1)) == ((), Span(1, 1, 1, 1))
    assert places.key(()) is None


@pytest.mark.parametrize(
    ("source", "path", "key", "value"),
    [
        ("a: 1\na: 2\n", ("a",), (1, 1), (1, 4)),
        ("a: {b: 1}\na: {c: 2}\n", ("a", "c"), None, None),
        ("a: {b: 1, b: 2}\n", ("a", "b"), (1, 5), (1, 8)),
        ("<<: *x\na: 1\n", ("a",), (2, 1), (2, 4)),
        ("<<: {b: c}\na: 1\n", ("<<",), None, None),
        ("? {x: y}\n: {b: c}\na: 1\n", ("a",), (3, 1), (3, 4)),
        ("? {x: y}\n: {b: c}\na: 1\n", ("b",), None, None),
        ("a: *x\n", ("a",), (1, 1), (1, 4)),
        ("a: &x !y 1\n", ("a",), (1, 1), (1, 4)),
        ("a: 1\n---\nb: 2\n", ("b",), None, None),
        ("%X\n---\na: 1\n", ("a",), (3, 1), (3, 4)),
        ("a: {bb:5, c: d, no loss}\n", ("a", "bb"), (1, 5), (1, 8)),
        ("a: {bb:5, c: d, no loss}\n", ("a", "c"), (1, 11), (1, 14)),
        ("a: {bb:5, c: d, no loss}\n", ("a", "no loss"), None, None),
        ("a:\n  bb:5\n  cc:6\n", ("a", "cc"), (3, 3), (3, 6)),
        ("a: {b: 1\nc: [2, 3\n", ("a", "b"), (1, 5), (1, 8)),
        ("a: b\nc: d: e\n", ("c",), (2, 1), (2, 4)),
    ],
)
def test_places_in_a_file_with_faults(
    source: str, path: Path, key: tuple[int, int] | None, value: tuple[int, int] | None
) -> None:
    document = load(source.encode(), "plan.yaml")
    assert document.faults
    key_span, value_span = document.places().key(path), document.places().value(path)
    assert (key_span and (key_span.line, key_span.column)) == key
    assert (value_span and (value_span.line, value_span.column)) == value


def test_a_block_ends_where_its_last_value_ends() -> None:
    places = load(b"a:\n  b:\n    - c\n    - d # why\n\n\n# more\n\ne: f\n", "plan.yaml").places()
    assert places.value(("a",)) == Span(2, 3, 4, 8)
    assert places.value(("a", "b")) == Span(3, 5, 4, 8)
    assert places.value(()) == Span(1, 1, 9, 5)
