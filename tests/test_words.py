from decimal import Decimal

import pytest

from kamc.words import a, amount, did_you_mean, plain, rounded, shown, slip_of, spelled


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("410", "410"),
        ("0.50", "0.5"),
        ("1000", "1k"),
        ("250000", "250k"),
        ("1150000", "1.15M"),
        ("12000000", "12M"),
        ("2000000000", "2bn"),
        ("-1500", "-1.5k"),
        ("410001", "410.001k"),
        ("12345678901", "12.345678901bn"),
    ],
)
def test_amounts_are_exact_and_as_plans_write_them(number: str, text: str) -> None:
    assert amount(Decimal(number)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12000000", "12000000"),
        ("0.50", "0.5"),
        ("1E+3", "1000"),
        ("100", "100"),
        ("100.00", "100"),
        ("-0.10", "-0.1"),
    ],
)
def test_a_number_in_plain_digits(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("4769012", "4.77M"),
        ("-831312.5", "-831k"),
        ("0", "0"),
        ("99.96", "100"),
        ("5", "5"),
        ("0.01234", "0.0123"),
    ],
)
def test_what_was_worked_out_is_rounded_to_what_counts(number: str, text: str) -> None:
    assert amount(rounded(Decimal(number))) == text


def test_what_was_meant_ends_a_message() -> None:
    assert did_you_mean("lyrane-energy", "; the words are a or b") == "; did you mean lyrane-energy?"
    assert did_you_mean(None, "; the words are a or b") == "; the words are a or b"
    assert not did_you_mean(None)


def test_an_id_is_spelled_as_a_name() -> None:
    assert spelled("aylin-demir") == "Aylin Demir"


def test_a_text_is_shown_on_one_line_and_cut_at_a_word() -> None:
    assert shown("Six weeks\n of runs") == '"Six weeks of runs"'
    assert shown("Six weeks, of night runs", most=12) == '"Six weeks …"'


@pytest.mark.parametrize(("noun", "text"), [("advantage", "an advantage"), ("member", "a member")])
def test_articles(noun: str, text: str) -> None:
    assert a(noun) == text


@pytest.mark.parametrize(
    ("word", "words", "meant"),
    [
        ("statsu", ("status", "stance"), "status"),
        ("Status", ("status", "statue"), "status"),
        ("statue", ("status", "stature"), None),  # two are near
        ("sta", ("status",), None),  # no slip of the finger
        ("success", ("success_factors",), None),
        ("by", ("be",), None),
        ("", ("status",), None),
    ],
)
def test_a_slip_can_mean_one_word_only(word: str, words: tuple[str, ...], meant: str | None) -> None:
    assert slip_of(word, words) == meant
