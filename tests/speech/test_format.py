"""Amounts, dates and words."""

import datetime as dt
from decimal import Decimal

import pytest

from kamc.model.values import read_date, read_quantity
from kamc.speech import format as fmt


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("9500000", "USD 9.5 M"),
        ("9000000", "USD 9.0 M"),
        ("51200000", "USD 51.2 M"),
        ("280000000", "USD 280 M"),
        ("1150000", "USD 1.15 M"),
        ("1234567", "USD 1.23 M"),
        ("999600000", "USD 1.00 bn"),
        ("190000", "USD 190 k"),
        ("15650", "USD 15 650"),
        ("410", "USD 410"),
        ("9.5", "USD 9.5"),
        ("0", "USD 0"),
        ("-250000", f"USD {fmt.MINUS}250 k"),
    ],
)
def test_money(amount: str, shown: str) -> None:
    assert fmt.money(Decimal(amount), "USD").replace(fmt.GAP, " ") == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2026-09-14", "14 Sep 2026"), ("2026-09", "Sep 2026"), ("2026-Q3", "Q3 2026"), ("2026", "2026")],
)
def test_dates(text: str, shown: str) -> None:
    date = read_date(text)
    assert date is not None
    assert fmt.when(date).replace(fmt.GAP, " ") == shown


def test_a_day() -> None:
    assert fmt.day(dt.date(2026, 5, 1)).replace(fmt.GAP, " ") == "1 May 2026"


@pytest.mark.parametrize(
    ("value", "shown"), [("25", "25 %"), ("7.69", "7.7 %"), ("18.3", "18 %"), ("0", "0 %"), ("100", "100 %")]
)
def test_percent(value: str, shown: str) -> None:
    assert fmt.percent(Decimal(value)).replace(fmt.GAP, " ") == shown


@pytest.mark.parametrize(
    ("raw", "unit", "shown"),
    [("2300 pumps", "", "2 300 pumps"), (3, "fields", "3 fields"), ("1.5M", "", "EUR 1.5 M")],
)
def test_quantities(raw: object, unit: str, shown: str) -> None:
    value = read_quantity(raw)
    assert value is not None
    assert fmt.quantity(value, unit, "EUR").replace(fmt.GAP, " ") == shown


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("short", 10, "short"),
        ("one two three four", 12, "one two…"),
        ("Donaudampfschiff", 8, "Donauda…"),
        ("two\n lines", 20, "two lines"),
    ],
)
def test_shortened(text: str, most: int, shown: str) -> None:
    assert fmt.shortened(text, most) == shown


@pytest.mark.parametrize(("period", "shown"), [("2026-Q4", "Q4 2026"), ("", "")])
def test_a_quarter_as_people_say_it(period: str, shown: str) -> None:
    assert fmt.quarter(period) == shown


def test_amounts_that_stand_together_share_a_scale() -> None:
    held = fmt.scale([Decimal(51_200_000), Decimal(600_000)])
    assert [held.show(Decimal(one)) for one in (51_200_000, 600_000)] == ["51.2", "0.6"]
