"""What was due, what became of it, and what is overdue."""

import datetime as dt

import pytest
from hypothesis import given

from kamc.analysis.due import DAYS, due
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from tests.strategies import plan_data
from tests.writing import Data

AS_OF = dt.date(2026, 11, 23)
BLOCKS = {
    "objective": "objectives",
    "strategy": "strategies",
    "activity": "activities",
    "communication": "communications",
    "meeting": "meetings",
    "concern": "concerns",
    "alarm": "alarms",
    "opportunity": "opportunities",
}


def told(account_plan: Data, as_of: dt.date = AS_OF) -> tuple[list[str], dict[str, int]]:
    view = cut(build(Plan, {"account_plan": account_plan})[0], Audience.TEAM)
    found = due(view, as_of)
    assert found is not None
    return [one.id for one in found.kept], {one.id: one.late for one in found.overdue}


@pytest.mark.parametrize("kind", DAYS)
def test_every_kind_has_its_day(kind: str) -> None:
    # By hand: from 13 to 23 November are ten days.
    assert told({BLOCKS[kind]: {"it": {DAYS[kind]: "2026-11-13"}}}) == ([], {"it": 10})


@pytest.mark.parametrize(
    ("entry", "kept", "late"),
    [
        ({"by": "2026-11-13"}, [], {"it": 10}),
        ({"by": "2026-11-23"}, [], {}),
        ({"by": "2026-11"}, [], {}),
        ({"by": "2026-10"}, [], {"it": 23}),
        ({"by": "unknown"}, [], {}),
        ({}, [], {}),
        ({"by": "2026-11-13", "status": "done"}, ["it"], {}),
        ({"by": "2027-01-31", "status": "done"}, ["it"], {}),
        ({"by": "2026-11-13", "status": "dropped"}, [], {}),
        ({"status": "done"}, [], {}),
        ({"by": "2026-11-13", "status": "odd"}, [], {}),
    ],
)
def test_what_became_of_it(entry: Data, kept: list[str], late: dict[str, int]) -> None:
    assert told({"activities": {"it": entry}}) == (kept, late)


def test_what_was_missed_or_lost_is_told_already() -> None:
    ended = {
        "objectives": {"goal": {"by": "2026-10-01", "status": "missed"}},
        "opportunities": {"deal": {"closes": "2026-10-01", "stage": "lost"}},
    }
    assert told(ended) == ([], {})


def test_an_alarm_that_waits_for_what_is_late_is_not_counted_beside_it() -> None:
    plan = {
        "activities": {"visit": {"by": "2026-11-13"}},
        "alarms": {
            "waits": {"by": "2026-11-20", "leads_to": "visit"},
            "alone": {"by": "2026-11-20"},
        },
    }
    assert told(plan) == ([], {"visit": 10, "alone": 3})


def test_a_customer_does_not_see_what_we_owe() -> None:
    assert due(cut(Plan(), Audience.CUSTOMER), AS_OF) is None


@given(plan_data())
def test_what_is_overdue_stays_overdue(data: Data) -> None:
    plan: Data = data.get("account_plan", {})
    now, later = (set(told(plan, day)[1]) for day in (AS_OF, AS_OF + dt.timedelta(days=30)))
    care = {*plan.get("alarms", {}), *plan.get("concerns", {})} if isinstance(plan, dict) else set()
    assert now - care <= later
