"""Objectives on their way: the expected path by hand, and whether we are ahead of it or behind."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.objectives import objectives
from kamc.model.fields import Audience
from tests.analysis.views import view

DAY = dt.date(2026, 12, 31)
SALES = {"what": "Pump sales a year", "baseline": "36M", "now": "37.1M", "target": "40M", "by": 2027}


def found(held: Any, day: dt.date = DAY, year: Any = 2025, audience: Audience = Audience.TEAM) -> Any:
    market = {"year": year} if year else {}
    shown = view(audience, period="2026-Q4", account_as_market=market, account_plan={"objectives": held})
    return objectives(shown, day)


def one(held: Any, day: dt.date = DAY, year: Any = 2025) -> Any:
    return found({"it": held}, day, year).economic[0]


def test_halfway_there_by_hand() -> None:
    # From 31 December 2025 to 31 December 2027 are 730 days, 365 are over: 36M + 4M ÷ 2 = 38M.
    # We are at 37.1M, 0.9M behind; of the way of 4M, 1.1M is done: 27.5 %.
    it = one(SALES)
    assert (it.since, it.expected, it.course, it.ahead) == (
        dt.date(2025, 12, 31),
        38_000_000,
        "behind",
        -900_000,
    )
    assert (it.figures.gain, it.figures.done, it.figures.unit) == (4_000_000, Decimal("27.5"), "EUR")


@pytest.mark.parametrize(
    ("now", "course"), [("38M", "on-course"), ("38.1M", "ahead"), ("37.9M", "behind"), ("unknown", None)]
)
def test_the_course(now: str, course: str | None) -> None:
    assert one(SALES | {"now": now}).course == course


@pytest.mark.parametrize(("now", "course", "ahead"), [(20, "ahead", 5), (30, "behind", -5)])
def test_less_can_be_what_we_want(now: int, course: str, ahead: int) -> None:
    # From 30 complaints to 20: 25 is expected halfway.
    it = one(SALES | {"measure": "other", "unit": "complaints", "baseline": 30, "now": now, "target": 20})
    assert (it.expected, it.course, it.ahead, it.figures.gain) == (25, course, ahead, -10)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-06-30", 36), ("2025-12-31", 36), ("2027-12-31", 40), ("2029-01-01", 40)],
)
def test_before_its_start_and_after_its_end(day: str, expected: int) -> None:
    assert one(SALES, dt.date.fromisoformat(day)).expected == expected * 1_000_000


def test_without_a_year_the_path_starts_before_the_quarter() -> None:
    assert one(SALES, year=None).since == dt.date(2026, 9, 30)
    # A fiscal year that starts in July is over on 30 June.
    shown = view(account_as_market={"year": 2025}, account_plan={"objectives": {"it": SALES}})
    fiscal: Any = objectives(shown, DAY, 7)
    assert fiscal.economic[0].since == dt.date(2025, 6, 30)
    bare: Any = objectives(view(account_plan={"objectives": {"it": SALES}}), DAY)
    assert (bare.economic[0].since, bare.economic[0].expected) == (None, None)


@pytest.mark.parametrize("lost", ["baseline", "target", "by"])
@pytest.mark.parametrize("how", ["unknown", None])
def test_a_path_without_one_of_its_ends(lost: str, how: str | None) -> None:
    it = one({key: value for key, value in (SALES | {lost: how}).items() if value is not None})
    assert (it.expected, it.course, it.ahead) == (None, None, None)


def test_a_path_of_no_length() -> None:
    assert one(SALES | {"by": 2025}).expected is None


def test_holding_what_we_have() -> None:
    it = one(SALES | {"baseline": "40M", "now": "39M"})
    assert (it.figures.done, it.expected, it.course) == (None, 40_000_000, "behind")


def test_units() -> None:
    it = one(
        {"measure": "volume", "baseline": 0, "now": "3 lorries", "target": "40 tonnes", "by": 2027}
    ).figures
    assert (it.unit, it.is_money, it.baseline, it.now, it.target) == ("tonnes", False, 0, None, 40)
    it = one(SALES | {"currency": "USD"}).figures
    assert (it.unit, it.is_money, it.measure) == ("USD", True, "sales")


def test_what_has_ended_has_no_course() -> None:
    it = one(SALES | {"status": "met", "ended": "2026-11-06"})
    assert (it.state, it.expected, it.course, it.is_overdue) == ("met", None, None, False)


def test_people_and_what_is_overdue() -> None:
    held = {
        "voice": {
            "what": "Lucas speaks",
            "kind": "political",
            "people": "lucas-ferreira",
            "team": "ida-moe",
            "by": "2026-12-30",
        },
        "sales": SALES,
        "old": SALES | {"by": 2025},
        "today": SALES | {"by": DAY.isoformat()},
    }
    it = found(held)
    assert [(one.id, one.people, one.team, one.is_overdue) for one in it.political] == [
        ("voice", ("lucas-ferreira",), ("ida-moe",), True)
    ]
    assert [(one.id, one.is_overdue) for one in it.economic] == [
        ("sales", False),
        ("old", True),
        ("today", False),
    ]
    assert [one.id for one in it.on("behind")] == ["sales", "today"]
    assert it.on("ahead") == ()


@pytest.mark.parametrize("held", [{}, "unknown", {"it": "unknown"}])
def test_nothing_told(held: Any) -> None:
    assert found(held) is None


def test_it_is_nothing_for_a_customer() -> None:
    assert found({"it": SALES}, audience=Audience.CUSTOMER) is None


AMOUNTS = st.integers(0, 10**9)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31))


@given(AMOUNTS, AMOUNTS, AMOUNTS, DAYS, st.integers(1, 1000))
def test_the_path_lies_between_its_ends_and_scales(
    start: int, now: int, end: int, day: dt.date, rate: int
) -> None:
    def at(times: int) -> Any:
        held = {"baseline": start * times, "now": now * times, "target": end * times}
        return one(SALES | held, day)

    it, scaled = at(1), at(rate)
    assert min(start, end) <= it.expected <= max(start, end)
    assert abs(scaled.expected - it.expected * rate) < Decimal("1e-6")
    assert (it.figures.done is None) is (start == end)
