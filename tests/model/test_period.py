import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.model.period import Period, period


@pytest.mark.parametrize(
    ("text", "start", "last"),
    [
        ("2026-Q1", 1, dt.date(2026, 3, 31)),
        ("2026-Q4", 1, dt.date(2026, 12, 31)),
        ("2026-Q1", 4, dt.date(2025, 6, 30)),
        ("2026-Q3", 4, dt.date(2025, 12, 31)),
        ("2026-Q4", 4, dt.date(2026, 3, 31)),
        ("2026-Q1", 10, dt.date(2025, 12, 31)),
        ("2026-Q4", 10, dt.date(2026, 9, 30)),
        ("2028-Q1", 12, dt.date(2028, 2, 29)),
        ("2027-Q1", 12, dt.date(2027, 2, 28)),
        ("2026-Q4", 2, dt.date(2026, 1, 31)),
    ],
)
def test_the_last_day_of_a_quarter(text: str, start: int, last: dt.date) -> None:
    quarter = period(text)
    assert quarter is not None
    assert quarter.last_day(start) == last
    assert str(quarter) == text


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-Q0", "2026-Q5", "2026-q1", "26-Q1", "2026-Q1 ", "2026-Q1\n", 2026, None]
)
def test_no_quarter(text: object) -> None:
    assert period(text) is None


QUARTERS = st.builds(Period, st.integers(1001, 2998), st.integers(1, 4))


@given(QUARTERS, QUARTERS, st.integers(1, 12))
def test_quarters_sort_as_their_last_days(one: Period, other: Period, start: int) -> None:
    assert (one < other) == (one.last_day(start) < other.last_day(start))


@given(QUARTERS, st.integers(1, 12))
def test_a_year_ends_in_the_calendar_year_that_names_it(one: Period, start: int) -> None:
    last = Period(one.year, 4).last_day(start)
    assert last.year == one.year
    assert (last + dt.timedelta(days=1)).month == start


@pytest.mark.parametrize(("text", "before"), [("2026-Q4", "2026-Q3"), ("2026-Q1", "2025-Q4")])
def test_the_quarter_before(text: str, before: str) -> None:
    quarter = period(text)
    assert quarter is not None
    assert quarter.before == period(before)
