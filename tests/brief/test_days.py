"""What has a day: in which order, when it is late, what comes again, and what is not for customers."""

import datetime as dt
from typing import Any

import pytest

from kamc.brief import Given, given
from kamc.brief.calendar import calendar, calendar_figures
from kamc.brief.days import by_quarter, days, next_talk
from kamc.model.build import build
from kamc.model.buying_center import Contact
from kamc.model.fields import Audience
from tests.render.briefs import RUN, of

AS_OF = RUN.as_of


def made(audience: Audience = Audience.TEAM, **blocks: Any) -> Given:
    return of({"account": "brevik-board", "name": "Brevik Board", "owner": "ida-moe", **blocks}, audience)


PLAN = {
    "activities": {
        "late": {"what": "Late", "by": "2026-10-19"},
        "soon": {"what": "Soon", "by": "2026-10-21", "with": "ann-lee"},
        "done": {"what": "Done", "by": "2026-10-01", "status": "done"},
        "someday": {"what": "Someday"},
    },
    "communications": {
        "page": {"message": "A page", "every": "month"},
        "word": {"message": "A word", "by": "2027-02-01"},
    },
    "meetings": {"talk": {"date": "2026-11-02", "kind": "working"}},
    "opportunities": {
        "deal": {
            "what": "Deal",
            "closes": "2027-06",
            "calendar": {"bids": "2027-01-12", "call": "2026-09-01"},
        }
    },
    "concerns": {
        "alone": {"what": "Alone", "by": "2026-12-01"},
        "answered": {"what": "Answered", "by": "2026-12-01", "leads_to": "soon"},
    },
}
PEOPLE = {
    "buying_center": {
        "ann-lee": {"contacts": {"per-lunde": {"topic": "Sand", "every": "2 weeks", "last": "2026-10-12"}}}
    }
}


def test_all_that_is_open_has_its_day_the_earliest_first() -> None:
    found = days(made(account_plan=PLAN, relationships=PEOPLE))
    assert [(one.kind, one.what, one.is_late) for one in found] == [
        ("activity", "Late", True),
        ("activity", "Soon", False),
        ("talk", "Ann Lee: Sand", False),
        ("meeting", "Talk", False),
        ("answer", "Alone", False),
        ("decision", "Deal: bids", False),
        ("message", "A word", False),
        ("decision", "Deal", False),
    ]
    assert found[1].theirs == "Ann Lee"
    assert found[1].ours == "Ida Moe"


def test_days_go_by_quarter_and_what_is_far_goes_together() -> None:
    told = made(account_plan=PLAN)
    found = by_quarter(told, days(told))
    assert [(str(one.period), len(one.days)) for one in found] == [
        ("2026-Q4", 4),
        ("2027-Q1", 2),
        ("None", 1),
    ]


def test_quarters_are_those_of_the_house() -> None:
    told = given(made(account_plan=PLAN).view, run=RUN.__class__(as_of=AS_OF, fiscal_year_start=4))
    assert [str(one.period) for one in by_quarter(told, days(told))] == ["2027-Q3", "2027-Q4", "None"]


@pytest.mark.parametrize(
    ("contact", "day"),
    [
        ({"next": "2026-10-20", "last": "2026-01-01", "every": "week"}, "2026-10-20"),
        ({"next": "2026-10-01", "last": "2026-10-02", "every": "week"}, "2026-10-09"),
        ({"next": "2026-10-01"}, "2026-10-01"),
        ({"last": "2026-10-12", "every": "2 weeks"}, "2026-10-26"),
        ({"last": "2026-10-12"}, None),
        ({"every": "week"}, None),
        ({"last": "unknown", "every": "week", "next": "unknown"}, None),
    ],
)
def test_when_two_speak_next(contact: dict[str, str], day: str | None) -> None:
    found = next_talk(build(Contact, contact)[0], AS_OF)
    assert (found.last.isoformat() if found else None) == day


def test_a_calendar_says_what_is_overdue_what_comes_again_and_what_has_no_day() -> None:
    shown = calendar(made(account_plan=PLAN))
    assert shown is not None
    assert [str(row[2]) for row in shown.overdue.rows] == ["Late"]
    assert [str(row[1]) for row in shown.rhythms.rows] == ["A page"]
    assert [str(row[0]) for row in shown.undated.rows] == ["Someday"]
    assert [one.title for one in shown.stretches] == ["Q4 2026", "Q1 2027", "Later"]


def test_the_figures_of_a_calendar() -> None:
    told = [(str(one.value), one.meaning) for one in calendar_figures(made(account_plan=PLAN))]
    assert [tuple(part.replace("\u00a0", " ") for part in one) for one in told] == [
        ("◆ 1 overdue", "of 7 things with a day"),
        ("2", "due in the next four weeks"),
        ("2 Nov 2026", "next meeting: Talk"),
    ]


def test_a_plan_without_days_has_no_calendar() -> None:
    assert calendar(made()) is None


def test_weeks_run_from_monday_to_the_end_of_the_next_quarter() -> None:
    shown = calendar(made(account_plan=PLAN))
    assert shown is not None
    weeks = shown.weeks
    assert (weeks.numbers[0], weeks.numbers[-1], weeks.later) == (43, 13, 1)
    assert weeks.quarters == ((0, "Q4 2026"), (10, "Q1 2027"), (23, "Q2 2027"))
    first_monday = dt.date(2026, 10, 19)
    assert [(one.week, one.what) for one in weeks.lanes[0].dots] == [(-1, "Late"), (0, "Soon"), (6, "Alone")]
    assert first_monday.weekday() == 0


SHARED = {"audience": "customer"}


def test_a_customer_reads_no_id_and_nothing_late() -> None:
    plan = {
        "activities": {"open-logs": {"what": "Logs on the table", "by": "2026-10-19", **SHARED}},
        "meetings": {"council-eve": {"date": "2026-11-02", **SHARED}},
    }
    found = days(made(Audience.CUSTOMER, account_plan=plan))
    assert [(one.what, one.is_late) for one in found] == [("Logs on the table", False), ("Meeting", False)]


def test_entries_of_a_calendar_file_keep_their_uid() -> None:
    def uids(audience: Audience, plan: Any) -> list[str]:
        shown = calendar(made(audience, account_plan=plan))
        return [one.uid for one in shown.events] if shown else []

    twice = {
        "a-one": {"what": "Same", "by": "2026-11-01", **SHARED},
        "b-two": {"what": "Same", "by": "2026-11-08", **SHARED},
    }
    moved = twice | {"a-one": {"what": "Same", "by": "2026-11-02", **SHARED}}
    hidden = twice | {"c-three": {"what": "Same", "by": "2026-11-01"}}
    assert uids(Audience.TEAM, {"activities": twice}) == [
        "brevik-board.activity.a-one",
        "brevik-board.activity.b-two",
    ]
    theirs = uids(Audience.CUSTOMER, {"activities": twice})
    assert len(set(theirs)) == 2
    assert (
        theirs
        == uids(Audience.CUSTOMER, {"activities": moved})
        == uids(Audience.CUSTOMER, {"activities": hidden})
    )
    assert not any("one" in one or "brevik" in one for one in theirs)
