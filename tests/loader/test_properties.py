"""Laws of the loader, over whatever hypothesis thinks of."""

from collections.abc import Iterator
from decimal import Decimal

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from kamc.diagnostics import Path, Span
from kamc.loader import Data, Document, load

FRAGMENTS = st.sampled_from(
    [
        *("a", "b c", "12", "1.5", "~", "ü", "😀", "\u2028", "\x85", "\ufeff", "\x00", "\x01", "\xa0"),
        *(" ", "  ", "\n", "\r", "\r\n", "\t", "\n  ", "\n    ", "\n- ", "\n  - ", "\n\t"),
        *(":", ": ", ",", ", ", "-", "- ", "?", "? ", "#", " #", " # ", "{", "}", "[", "]", "{{", "}}"),
        *(
            '"',
            "'",
            "|",
            ">",
            ">-\n",
            "&",
            "*",
            "&x ",
            "*x",
            "<<: ",
            "!",
            "!!str ",
            "!a!b",
            "%",
            "@",
            "`",
            "\\",
        ),
        *("---\n", "\n---\n", "\n...\n", "%YAML 1.1\n", "key: value\n", "key:value\n", "  key: value\n"),
    ]
)
SOUP = st.lists(FRAGMENTS, max_size=30).map("".join)

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\u2028\u2029\x85"), max_size=20)
PLANS = st.dictionaries(
    TEXT.filter(bool),
    st.recursive(
        TEXT | st.integers(-(10**9), 10**9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT.filter(bool), inner, max_size=3),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)
STYLES = st.sampled_from([None, True, False])


def paths(data: Data, path: Path = ()) -> Iterator[Path]:
    """The paths of all that a document holds."""
    if path:
        yield path
    if isinstance(data, dict):
        for key, value in data.items():
            yield from paths(value, (*path, key))
    if isinstance(data, list):
        for place, item in enumerate(data):
            yield from paths(item, (*path, place))


def covered(text: str, span: Span) -> str:
    """The text under a span."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return text[starts[span.line - 1] + span.column - 1 : starts[span.end_line - 1] + span.end_column - 1]


def trimmed(data: Data) -> Data:
    """What the loader makes of data that PyYAML wrote: line breaks at the end of a text are cut."""
    if isinstance(data, dict):
        return {key: trimmed(value) for key, value in data.items()}
    if isinstance(data, list):
        return [trimmed(item) for item in data]
    return data.rstrip("\r\n") if isinstance(data, str) else data


def is_inside(text: str, span: Span) -> bool:
    lines = text.split("\n")
    return (
        1 <= span.line <= span.end_line <= len(lines)
        and 1 <= span.column <= len(lines[span.line - 1]) + 1
        and 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        and (span.line, span.column) <= (span.end_line, span.end_column)
    )


def check(document: Document) -> None:
    """What holds of every document."""
    assert document.readable == isinstance(document.data, dict)
    assert document.readable or document.faults
    assert document.readable or document.data is None
    places = document.places()
    for fault in document.faults:
        assert fault.span is not None
        assert not document.text or is_inside(document.text, fault.span)
        assert all(other.span is not None and is_inside(document.text, other.span) for other in fault.related)
    for path in paths(document.data):
        key, value = places.key(path), places.value(path)
        assert key is not None
        assert value is not None
        assert is_inside(document.text, key)
        assert is_inside(document.text, value)
        assert places.nearest((*path, "x-not-there"))[0] == path


@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
def test_no_bytes_raise(source: bytes) -> None:
    check(load(source, "plan.yaml"))


@given(st.text(max_size=100))
@example("\r")
@example("\ufeff\ufeffa: b")
@example("? ")
@example("%\r\n%")
def test_no_text_raises(text: str) -> None:
    check(load(text.encode(errors="surrogatepass"), "plan.yaml"))


@given(SOUP)
@example('a: "b\n\n')
@example("a: {b: &x {c: d\n")
@example("a: [b: {c: d\n")
@example("\ra:b\r\nc")
@example("a: *x\n  b\n c")
@example("[?")
def test_no_near_yaml_raises(text: str) -> None:
    check(load(text.encode(errors="surrogatepass"), "plan.yaml"))


@given(PLANS, STYLES, st.booleans(), st.sampled_from([20, 80, 1000]))
def test_agrees_with_what_pyyaml_writes(
    plan: dict[str, Data], flow: bool | None, unicode: bool, width: int
) -> None:
    written = yaml.safe_dump(plan, default_flow_style=flow, allow_unicode=unicode, width=width)
    document = load(written.encode(), "plan.yaml")
    assert document.faults == ()
    assert document.data == trimmed(plan)


@given(PLANS, STYLES)
def test_agrees_with_pyyaml_on_text(plan: dict[str, Data], flow: bool | None) -> None:
    written = yaml.safe_dump(plan, default_flow_style=flow, allow_unicode=True)
    reference = yaml.load(written, yaml.CBaseLoader)  # noqa: S506
    assert as_text(load(written.encode(), "plan.yaml").data) == as_text(reference)


def as_text(data: Data) -> Data:
    """Data with all scalars as text."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(item) for item in data]
    return "" if data is None else str(data).rstrip("\r\n")


@given(PLANS, STYLES, st.sampled_from(["\n", "\r\n"]))
def test_the_text_at_the_place_of_a_key_is_the_key(
    plan: dict[str, Data], flow: bool | None, line_end: str
) -> None:
    written = yaml.safe_dump(plan, default_flow_style=flow, allow_unicode=True, width=10**6)
    text = written.replace("\n", line_end)
    document = load(text.encode(), "plan.yaml")
    places = document.places()
    for path in paths(document.data):
        span = places.key(path)
        assert span is not None
        if isinstance(path[-1], str):
            assert yaml.load(covered(text, span), yaml.CBaseLoader) == path[-1]  # noqa: S506


@given(st.lists(st.tuples(WORD, WORD), min_size=1, max_size=6, unique_by=lambda pair: pair[0]))
def test_the_text_at_the_place_of_a_value_is_the_value(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"'{key.replace(chr(39), '')}k': \"{escaped(value)}\"\n\n# why\n" for key, value in pairs)
    document = load(text.encode(), "plan.yaml")
    assert isinstance(document.data, dict)
    for key, value in document.data.items():
        span = document.places().value((key,))
        assert span is not None
        assert covered(text, span) == f'"{escaped(str(value))}"'


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


@given(st.integers(), st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_numbers_are_exact(integer: int, decimal: Decimal) -> None:
    data = load(f"i: {integer}\nd: {decimal:f}\n".encode(), "plan.yaml").data
    assert isinstance(data, dict)
    assert data["i"] in (integer, str(integer))
    assert data["d"] in (decimal, f"{decimal:f}")
