"""Alarms: what they mean, how dangerous they are, and what is overdue."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.alarms import ANXIETY, RECEPTIVITY, alarms
from kamc.model.care import Alarm
from kamc.model.fields import Audience
from kamc.model.spec import spec
from tests.analysis.views import view

DAY = dt.date(2026, 11, 23)


def found(held: Any, audience: Audience = Audience.TEAM) -> Any:
    return alarms(view(audience, account_plan={"alarms": held}), DAY)


SIGNS = {
    "quiet": {"sign": "fewer-contacts", "danger": "medium", "by": "2026-12-04"},
    "again": {"sign": "old-objections", "danger": "high", "by": "2026-11-22"},
    "late": {"sign": "unreliable", "danger": "high", "by": "2026-11-20"},
    "vague": {"what": "Something is wrong", "danger": "unknown"},
    "today": {"sign": "unknown", "danger": "low", "by": "2026-11"},
    "over": {"sign": "fewer-contacts", "danger": "high", "by": "2026-10-01", "status": "settled"},
}


def test_open_alarms() -> None:
    one = found(SIGNS)
    assert [it.id for it in one.open] == ["late", "again", "quiet", "today", "vague"]
    assert dict(one.by_meaning) == {"receptivity": 2, "anxiety": 1, "unknown": 2}
    assert dict(one.by_danger) == {"high": 2, "medium": 1, "low": 1, "unknown": 1}
    # Two are before 23 November; `2026-11` ends on the 30th.
    assert one.overdue == 2


def test_what_is_due_today_is_not_overdue() -> None:
    assert found({"quiet": SIGNS["quiet"] | {"by": DAY.isoformat()}}).overdue == 0


def test_seven_signs_of_little_receptivity_and_six_of_anxiety() -> None:
    words = spec(Alarm).by_key["sign"].field.words  # type: ignore[attr-defined]
    assert (frozenset(words[:7]), frozenset(words[7:])) == (RECEPTIVITY, ANXIETY)


@pytest.mark.parametrize("held", [{"over": SIGNS["over"]}, "none"])
def test_nothing_is_open(held: Any) -> None:
    one = found(held)
    assert (one.open, dict(one.by_danger), one.overdue) == ((), {}, 0)


@pytest.mark.parametrize("held", [{}, "unknown"])
def test_nothing_told(held: Any) -> None:
    assert found(held) is None


def test_it_is_nothing_for_a_customer() -> None:
    assert found(SIGNS, Audience.CUSTOMER) is None


@given(st.permutations(list(SIGNS.items())))
def test_order_never_matters(items: Any) -> None:
    assert found(dict(items)) == found(SIGNS)
