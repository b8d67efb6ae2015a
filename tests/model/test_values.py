"""What people write, and what is meant by it."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.model import values
from kamc.model.fields import Money, Number, Percent
from kamc.model.values import NONE, UNKNOWN, Every, Keyed, Quantity, Relevance, each, known

D = Decimal


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("2028-06-30", dt.date(2028, 6, 30)),
        ("2028-02-29", dt.date(2028, 2, 29)),
        ("2028-06", dt.date(2028, 6, 30)),
        ("2028-02", dt.date(2028, 2, 29)),
        ("2027-02", dt.date(2027, 2, 28)),
        ("2000-02", dt.date(2000, 2, 29)),
        ("2100-02", dt.date(2100, 2, 28)),
        ("2028-12", dt.date(2028, 12, 31)),
        ("2028-Q1", dt.date(2028, 3, 31)),
        ("2028-Q2", dt.date(2028, 6, 30)),
        ("2028-Q3", dt.date(2028, 9, 30)),
        ("2028-Q4", dt.date(2028, 12, 31)),
        ("2028", dt.date(2028, 12, 31)),
        (2028, dt.date(2028, 12, 31)),
        (D("2028.0"), dt.date(2028, 12, 31)),
    ],
)
def test_a_date_means_its_last_day(written: object, last: dt.date) -> None:
    when = values.read_date(written)
    assert when is not None
    assert when.last == last
    assert str(when) == str(written).removesuffix(".0")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "28",
        "2028-6",
        "2028-13",
        "2028-00",
        "2028-06-00",
        "2028-06-32",
        "2028-Q5",
        "2028-q2",
        "2028/06/30",
        "30.06.2028",
        "2028-06-30 ",
        "2028-06-30\n",
        "3028",
        "٢٠٢٨",
        28,
        D("2028.5"),
        None,
        [],
        {},
    ],
)
def test_no_date(written: object) -> None:
    assert values.read_date(written) is None


@pytest.mark.parametrize("written", ["2027-02-29", "2028-02-30", "2028-06-31", "2100-02-29"])
def test_a_day_that_no_month_has(written: str) -> None:
    with pytest.raises(ValueError, match="day"):
        values.read_date(written)


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_a_day_lies_within_its_month_quarter_and_year(day: dt.date) -> None:
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    wider = [values.last_day(text) for text in (day.isoformat(), f"{day:%Y-%m}"[-7:], quarter, str(day.year))]
    assert wider == sorted(wider)
    assert wider[0] == day


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("12M", D(12_000_000)),
        ("1.15M", D(1_150_000)),
        ("250k", D(250_000)),
        ("0.5bn", D(500_000_000)),
        ("410000", D(410_000)),
        (410000, D(410_000)),
        (D("0.1"), D("0.1")),
        ("0.10", D("0.1")),
        ("-3k", D(-3000)),
        (0, D(0)),
        ("0.0001k", D("0.1")),
    ],
)
def test_an_amount_is_exact(written: object, amount: Decimal) -> None:
    assert values.read_amount(written) == amount


@pytest.mark.parametrize(
    "written", ["", "12 M", "12m", "12K", "1,2M", "1.M", ".5M", "12MM", "M", "4100 tonnes", "1e6", None, []]
)
def test_no_amount(written: object) -> None:
    assert values.read_amount(written) is None


@pytest.mark.parametrize(
    ("written", "quantity", "shown"),
    [
        ("4100 tonnes", Quantity(D(4100), "tonnes"), "4100 tonnes"),
        ("1.5k pumps a day", Quantity(D(1500), "pumps a day"), "1500 pumps a day"),
        ("12M", Quantity(D(12_000_000)), "12000000"),
        ("0.50 %", Quantity(D("0.5"), "%"), "0.5 %"),
        ("9 m", None, None),
        ("9 metres", Quantity(D(9), "metres"), "9 metres"),
        ("12 M", None, None),
        ("12 million", None, None),
        ("tonnes", None, None),
        ("12  tonnes", None, None),
        ("12 tonnes\n", None, None),
    ],
)
def test_a_quantity_has_a_unit_or_none(written: str, quantity: Quantity | None, shown: str | None) -> None:
    assert values.read_quantity(written) == quantity
    assert quantity is None or str(quantity) == shown


@pytest.mark.parametrize(
    ("written", "percent"),
    [
        (25, 25),
        ("25", 25),
        ("25 %", 25),
        ("25%", 25),
        ("12.5", D("12.5")),
        (0, 0),
        (100, 100),
        ("100.0 %", 100),
    ],
)
def test_a_share(written: object, percent: object) -> None:
    assert Percent("Share").read(written) == percent


@pytest.mark.parametrize("written", [101, -1, "101", "-1", D("100.1"), "25 percent", "25M", None])
def test_no_share(written: object) -> None:
    assert Percent("Share").read(written) is None


@pytest.mark.parametrize(
    ("field", "written", "number"),
    [
        (Number("Score", least=1, most=5, whole=True), 5, D(5)),
        (Number("Score", least=1, most=5, whole=True), D("5.0"), D(5)),
        (Number("Score", least=1, most=5, whole=True), D("4.5"), None),
        (Number("Score", least=1, most=5), D("4.5"), D("4.5")),
        (Number("Score", least=1, most=5), 0, None),
        (Number("Score", least=1, most=5), 6, None),
        (Number("Score"), "5", None),
        (Money("Spend", least=0), "-1M", None),
        (Money("Spend", least=0), "1M", D(1_000_000)),
    ],
)
def test_a_number_within_its_limits(field: Number, written: object, number: object) -> None:
    assert field.read(written) == number


@pytest.mark.parametrize(
    ("written", "stretch", "days", "shown"),
    [
        ("day", Every(1, "day"), 1, "day"),
        ("week", Every(1, "week"), 7, "week"),
        ("2 weeks", Every(2, "week"), 14, "2 weeks"),
        ("1 week", Every(1, "week"), 7, "week"),
        ("month", Every(1, "month"), 31, "month"),
        ("3 months", Every(3, "month"), 92, "3 months"),
        ("quarter", Every(1, "quarter"), 92, "quarter"),
        ("half-year", Every(1, "half-year"), 183, "half-year"),
        ("3 years", Every(3, "year"), 1096, "3 years"),
    ],
)
def test_a_stretch_of_time(written: str, stretch: Every, days: int, shown: str) -> None:
    read = values.read_stretch(written)
    assert read == stretch
    assert (stretch.days, str(stretch)) == (days, shown)


@pytest.mark.parametrize(
    "written", ["", "monthly", "0 weeks", "100 weeks", "two weeks", "2weeks", "week ", 2, None]
)
def test_no_stretch_of_time(written: object) -> None:
    assert values.read_stretch(written) is None


@pytest.mark.parametrize(("written", "score"), [("7x5", 35), ("1x1", 1), ("7x7", 49)])
def test_a_relevance(written: str, score: int) -> None:
    read = values.read_relevance(written)
    assert isinstance(read, Relevance)
    assert (read.score, str(read)) == (score, written)


@pytest.mark.parametrize("written", ["8x5", "0x5", "7x", "7 x 5", "7X5", "35", 35, "7x5\n", None])
def test_no_relevance(written: object) -> None:
    assert values.read_relevance(written) is None


@pytest.mark.parametrize(
    "id_", ["a", "a1", "clean-audit", "x", "xx-a", "unknown-facilitator", "a" * 64, "null", "yes"]
)
def test_an_id(id_: str) -> None:
    assert values.is_id(id_)


@pytest.mark.parametrize(
    "id_",
    [
        "",
        "A",
        "1a",
        "a-",
        "-a",
        "a--b",
        "a_b",
        "a b",
        "a.b",
        "ä",
        "x-a",
        "unknown",
        "none",
        "open",
        "ours",
        "con",
        "lpt1",
        "in-house",
        "not-wanted",
        "competitor",
        "a" * 65,
        "a\n",
        1,
        None,
    ],
)
def test_no_id(id_: object) -> None:
    assert not values.is_id(id_)


@pytest.mark.parametrize("value", [UNKNOWN, NONE, None])
def test_what_is_not_known_is_neither_a_value_nor_a_list(value: Any) -> None:
    assert known(value) is None
    assert each(value) == ()


def test_what_is_known() -> None:
    assert known("a") == "a"
    assert each(("a", "b")) == ("a", "b")


def test_a_mapping_is_equal_whatever_its_order_and_never_to_another_kind() -> None:
    one, other = Keyed({"a": 1, "b": 2}), Keyed({"b": 2, "a": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert one != {"a": 1, "b": 2}
    assert Keyed(said=UNKNOWN) != Keyed()
    assert not Keyed(said=UNKNOWN)
    assert list(other) == ["b", "a"]
    assert "a" in one
    assert len(one) == 2
