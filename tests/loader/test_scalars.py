from decimal import Decimal

import pytest

from kamc.loader import Data, load


def words(text: str) -> list[str]:
    return text.split()


def value(written: str) -> Data:
    document = load(f"a: {written}\n".encode(), "plan.yaml")
    assert document.faults == ()
    assert isinstance(document.data, dict)
    return document.data["a"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0", 0),
        ("-0", 0),
        ("7", 7),
        ("-7", -7),
        ("410000", 410000),
        ("9" * 40, int("9" * 40)),
        ("-" + "9" * 40, -int("9" * 40)),
        ("1.5", Decimal("1.5")),
        ("-1.50", Decimal("-1.50")),
        ("012.5", Decimal("12.5")),
        ("1e3", Decimal("1e3")),
        ("-2.5E-3", Decimal("-2.5e-3")),
        ("1.5e+10", Decimal("1.5e10")),
        ("0.0", Decimal("0.0")),
    ],
)
def test_numbers(written: str, expected: int | Decimal) -> None:
    found = value(written)
    assert found == expected
    assert type(found) is type(expected)
    assert str(found) == str(expected)


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_nothing(written: str) -> None:
    assert value(written) is None


@pytest.mark.parametrize(
    "written",
    [
        *words("yes no Yes on off y n true false True unknown none nil nULL nobody"),
        *words("2026-10-05 2028-06 2028-Q2 2028-06-30T10:00 10:30 12:30:45 1.2.3"),
        *words("012 -012 +12 0x1F 0o17 0b1 1_000 1,000 12M 250k 7x5 .5 5. . -- -x"),
        *words("1e 1e5x e5 1.5e 01e5 1e41 1e-41 1e400 1e9999999999 .inf -.inf .nan .NaN"),
        *("9" * 41, "-" + "9" * 41, "1." + "0" * 40, "4100 tonnes", "1 000"),
        *words("٣ 1.٣ ½ = << http://x/#y C# R&D a*b Now! it's"),
    ],
)
def test_text(written: str) -> None:
    assert value(written) == written


@pytest.mark.parametrize("text", ["12", "1.5", "null", "~", "yes", "", " ", "a: b", "#1", "*a", "&a", "!a"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_stands_in_quotes_is_text(text: str, quote: str) -> None:
    assert value(f"{quote}{text}{quote}") == text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("|\n  12", "12"),
        ("|\n  one\n  two\n\n\n", "one\ntwo"),
        ("|+\n  one\n\n\n", "one"),
        ("|-\n  one\n", "one"),
        (">\n  one\n  two\n\n  three\n", "one two\nthree"),
        (">+\n  one\n\n", "one"),
        ('"one\\n\\r\\n"', "one"),
        ('"one\\n "', "one\n "),
        ("one\n  two\n\n  three", "one two\nthree"),
        ("|\n  one\r\n  two\r\n", "one\ntwo"),
        ("'it''s'", "it's"),
        ('"\\u00fc \\U0001F600 \\""', 'ü 😀 "'),
    ],
)
def test_line_breaks_at_the_end_are_cut(written: str, expected: str) -> None:
    assert value(written) == expected


@pytest.mark.parametrize("key", ["2024", "1.5", "~", "null", "yes", "-5", "a b", "ä", "😀", '"<<"', "'12'"])
def test_keys_are_text_as_written(key: str) -> None:
    document = load(f"{key}: x\n".encode(), "plan.yaml")
    assert document.faults == ()
    assert document.data == {key.strip("\"'"): "x"}


def test_collections() -> None:
    source = b"a: [1, two, [3.0, ~], {b: c}]\nd: {}\ne: []\nf:\n- 1\n- g: h\n  i: j\n"
    assert load(source, "plan.yaml").data == {
        "a": [1, "two", [Decimal("3.0"), None], {"b": "c"}],
        "d": {},
        "e": [],
        "f": [1, {"g": "h", "i": "j"}],
    }
