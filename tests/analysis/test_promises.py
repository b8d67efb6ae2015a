"""What was due in a quarter, and what the next plan makes of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.promises import Promise, Promises, promises
from kamc.audience import View, cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan

BY = "2026-08-31"
DONE = {"status": "done", "ended": BY}


def view(activities: Any, communications: Any = None, period: str = "2026-Q3") -> View:
    plan = {"activities": activities, "communications": communications or {}}
    return cut(build(Plan, {"period": period, "account_plan": plan})[0], Audience.TEAM)


def kept(before: Any, now: Any, *said: Any) -> Promises:
    old, new = said or ({}, {})
    found = promises(view(before, old), view(now, new, "2026-Q4"))
    assert found is not None
    return found


def one(old: Any, new: Any) -> Promise:
    """What became of one activity that was due at the end of August; `None` takes it out of the next plan."""
    (found,) = kept(
        {"runs": {"what": "Night runs", "by": BY} | old},
        {} if new is None else {"runs": {"what": "Night runs", "by": BY} | new},
    ).due
    return found


def test_a_quarter_by_hand() -> None:
    # Due by 30 September were five: the runs and the letter were done by their day; the talk was done three
    # days late; the doors are still open; the claims are gone. 2 ÷ 5 = 40 %. The fair was for December, and
    # the card has no day at all.
    before = {
        "runs": {"by": "2026-07-31"},
        "talk": {"by": "2026-08-14"},
        "doors": {"by": "2026-09-30"},
        "claims": {"by": "2026-09-11"},
        "fair": {"by": "2026-12-04"},
        "card": {"what": "A card"},
    }
    now = {
        "runs": {"by": "2026-07-31", "status": "done", "ended": "2026-07-30"},
        "talk": {"by": "2026-08-14", "status": "done", "ended": "2026-08-17"},
        "doors": {"by": "2026-11-30"},
        "fair": {"by": "2026-12-04"},
        "card": {"what": "A card"},
    }
    letter = {"letter": {"message": "By ten", "by": "2026-08-31"}}
    said = {"letter": {"message": "By ten", "by": "2026-08-31"} | DONE}
    found = kept(before, now, letter, said)
    assert [(one.id, one.outcome) for one in found.due] == [
        ("runs", "on-time"),
        ("talk", "late"),
        ("letter", "on-time"),
        ("claims", "gone"),
        ("doors", "carried-over"),
    ]
    assert found.share == 40
    assert (found.words, found.period, found.without_day) == ("2 of 5 done on time", "2026-Q3", 1)


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        (DONE, "on-time"),
        ({"status": "done", "ended": "2026-09-01"}, "late"),
        ({"status": "done"}, "undated"),
        ({"status": "done", "ended": "unknown"}, "undated"),
        # A month that is over by the day is on time, one that begins after it late; of its own month nobody
        # knows on which side the day was.
        ({"status": "done", "ended": "2026-08"}, "on-time"),
        ({"status": "done", "ended": "2026-09"}, "late"),
        ({"status": "done", "ended": "2026-Q4"}, "late"),
        ({"status": "done", "ended": "2026-Q3"}, "undated"),
        ({"status": "done", "ended": "2026"}, "undated"),
        ({"status": "done", "ended": "2027"}, "late"),
        ({"by": "2026-12-04", "status": "done", "ended": "2026-10-01"}, "late"),
        ({}, "carried-over"),
        ({"status": "running", "by": "2026-12-04"}, "carried-over"),
        ({"status": "dropped", "why": "No crew"}, "dropped"),
        ({"status": "dropped", "became": "fair"}, "dropped"),
        ({"status": "dropped"}, "gone"),
        ({"status": "unknown"}, "unknown"),
        (None, "gone"),
    ],
)
def test_what_became_of_it(new: Any, outcome: str) -> None:
    assert one({}, new).outcome == outcome


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        (DONE, None, "on-time"),
        ({"status": "done", "ended": "2026-09-02"}, None, "late"),
        ({"status": "dropped", "why": "No crew"}, None, "dropped"),
        ({"status": "dropped"}, None, "gone"),
        ({"became": "fair"}, None, "dropped"),
        ({"status": "unknown"}, None, "unknown"),
        ({"status": "unknown"}, DONE, "on-time"),
    ],
)
def test_what_ended_in_its_own_quarter_may_be_left_out(old: Any, new: Any, outcome: str) -> None:
    assert one(old, new).outcome == outcome


def test_a_promise_keeps_its_first_day_and_tells_the_next() -> None:
    found = one({}, {"by": "2026-12-04"})
    assert (str(found.by), str(found.moved_to), found.done) == (BY, "2026-12-04", None)
    assert one({}, {}).moved_to is None
    assert str(one({}, DONE).done) == BY


def test_a_renamed_entry_is_the_same_promise() -> None:
    found = kept({"runs": {"by": BY}}, {"night-runs": {"was": "runs", "by": BY} | DONE})
    assert [(one.id, one.outcome) for one in found.due] == [("runs", "on-time")]


@pytest.mark.parametrize(
    ("old", "is_due"),
    [
        ({"by": "2026-07-01"}, True),
        ({"by": "2026-Q3"}, True),
        ({"by": "2026-10-01"}, False),
        ({"by": "2026-06-30"}, True),
        ({"by": "2026-06-30", "status": "done", "ended": "2026-06-29"}, False),
        ({"by": "unknown"}, False),
    ],
)
def test_what_was_due(old: Any, is_due: bool) -> None:
    assert bool(kept({"runs": old}, {}).due) is is_due


def test_a_fiscal_year_has_its_own_quarters() -> None:
    # By hand: in a year from April on, its third quarter of 2026 is October to December 2025.
    before, now = view({"runs": {"by": "2025-12-31"}}), view({}, period="2026-Q4")
    found = promises(before, now, fiscal_year_start=4)
    assert found is not None
    assert len(found.due) == 1
    assert promises(view({"runs": {"by": "2026-01-01"}}), now, 4) == Promises(
        period="2026-Q3", due=(), without_day=0
    )


def test_what_is_said_again_and_again_is_no_promise() -> None:
    found = kept({}, {}, {"card": {"message": "Ring", "every": "month"}}, {})
    assert (found.due, found.without_day, found.share, found.words) == ((), 0, None, "nothing was due")


def test_where_one_is_not_known_the_share_is_not() -> None:
    now = {"a1": {"by": BY} | DONE, "b1": {"status": "done"}, "c1": {"status": "unknown"}}
    found = kept({id_: {"by": BY} for id_ in now}, now)
    assert found.share is None
    assert found.words == "1 of 3 done on time, 1 without a date, 1 not known"
    assert kept({"b1": {"by": BY}}, {"b1": {"status": "done"}}).share is None
    assert kept({"c1": {"by": BY}}, {"c1": {"status": "unknown"}}).share is None


def test_a_list_that_is_unknown_now_has_lost_nothing() -> None:
    assert [one.outcome for one in kept({"runs": {"by": BY}}, "unknown").due] == ["unknown"]


def test_without_a_quarter_nothing_was_due() -> None:
    assert promises(view({"runs": {"by": BY}}, period="unknown"), view({})) is None


def test_a_customer_reads_no_reasons_and_so_no_count() -> None:
    ours = view({"runs": {"by": BY}})
    theirs = cut(ours.plan, Audience.CUSTOMER)
    assert promises(ours, theirs) is None
    assert promises(theirs, ours) is None


ENDS = st.sampled_from([None, {}, DONE, {"status": "done"}, {"status": "dropped"}])


@given(st.dictionaries(st.sampled_from(["a1", "b1", "c1", "d1"]), ENDS), st.randoms())
def test_the_outcomes_are_all_that_was_due_in_any_order(ends: dict[str, Any], random: Any) -> None:
    mixed = random.sample(sorted(ends), len(ends))
    now = {id_: {"by": BY} | ends[id_] for id_ in mixed if ends[id_] is not None}
    found = kept({id_: {"by": BY} for id_ in ends}, now)
    outcomes = {one.outcome for one in found.due}
    assert sum(len(found.of(outcome)) for outcome in outcomes) == len(ends)
    assert found == kept({id_: {"by": BY} for id_ in mixed}, now)
