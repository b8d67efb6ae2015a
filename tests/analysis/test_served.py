"""What of theirs something of ours serves, and the orphans, from plans as people write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.served import Served, key_people, pressing_needs, success_factors
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.rules import examples

TEAM = Audience.TEAM
ACTIVITY = {"what": "Night runs", "by": "2027-01-29"}
MESSAGE = {"message": "By ten", "to": "boss", "carries": "logs", "by": "2027-01-29"}


def plan(knowledge: Any = None, ours: Any = None, centre: Any = None) -> Plan:
    return build(
        Plan,
        {
            "account_knowledge": knowledge or {},
            "account_plan": ours or {},
            "relationships": {"buying_center": centre or {"boss": {"roles": "decider"}}},
            "account_as_market": {"advantages": {"logs": "Every pallet with its own log"}},
        },
    )[0]


def factors(held: Any, ours: Any = None, **more: Any) -> Served | None:
    return success_factors(cut(plan({"success_factors": held, **more}, ours), TEAM))


def test_success_factors_by_hand() -> None:
    # Of four open ones, an activity answers the first, a message is anchored in the second, and a challenge
    # that serves the third is answered by an opportunity; nothing serves the fourth: 3 ÷ 4 = 75 %. The fifth
    # is met, and of the sixth the plan says why nothing can help it.
    found = factors(
        {
            "cold": "No warm pallet",
            "cut": "Until ten",
            "claims": "No claim",
            "doors": "Dry docks",
            "old": {"what": "A second hub", "status": "met"},
            "rail": {"what": "Rail at night", "why": "We have no trains."},
        },
        {
            "activities": {"runs": ACTIVITY | {"answers": "cold"}},
            "communications": {"ten": MESSAGE | {"anchored_in": "cut"}},
            "opportunities": {"logs-deal": {"what": "Logs", "answers": "paper"}},
        },
        challenges={"paper": {"what": "Wet papers", "serves": "claims"}},
    )
    assert found is not None
    assert (found.served, found.orphans, found.told) == (("cold", "cut", "claims"), ("doors",), True)
    assert found.share == 75


@pytest.mark.parametrize(
    ("change", "is_served"),
    [
        ({}, True),
        ({"status": "running"}, True),
        ({"status": "done"}, True),
        ({"status": "dropped", "why": "No crew"}, False),
    ],
)
def test_what_serves_is_alive_or_ended_well(change: Any, is_served: bool) -> None:
    found = factors({"cold": "Cold"}, {"activities": {"runs": ACTIVITY | {"answers": "cold"} | change}})
    assert found is not None
    assert bool(found.served) is is_served
    assert found.share == 100 * is_served


@pytest.mark.parametrize(
    "ours",
    [
        {"activities": "unknown"},
        {"activities": {"runs": ACTIVITY | {"answers": "unknown"}}},
        {"activities": {"runs": ACTIVITY | {"answers": "told"}}},
        {"communications": {"ten": MESSAGE}},
    ],
)
def test_where_a_plan_does_not_tell_all_an_orphan_may_be_none(ours: Any) -> None:
    found = factors({"cold": "Cold"}, ours)
    assert found is not None
    assert (found.orphans, found.told, found.share) == (("cold",), False, None)


def test_what_is_surely_served_has_a_share_whatever_is_open() -> None:
    ours = {"activities": {"runs": ACTIVITY | {"answers": "cold"}, "more": ACTIVITY | {"answers": "unknown"}}}
    found = factors({"cold": "Cold"}, ours)
    assert found is not None
    assert found.told is False
    assert found.share == 100


@pytest.mark.parametrize("held", [{}, "unknown", "none", {"old": {"what": "A hub", "status": "dropped"}}])
def test_of_nothing_there_is_no_share(held: Any) -> None:
    assert factors(held) is None


@pytest.mark.parametrize(
    ("need", "is_asked"),
    [
        ({"challenges": {"paper": {"what": "Wet papers"}}}, True),
        ({"challenges": {"paper": {"what": "Wet papers", "status": "solved"}}}, False),
        ({"challenges": {"paper": {"what": "Wet papers", "why": "Their own matter"}}}, False),
        ({"projects": {"hub": {"what": "A hub"}}}, True),
        ({"projects": {"hub": {"what": "A hub", "status": "on-hold"}}}, False),
        ({"plans": {"fleet": {"what": "Thirty lorries", "status": "running"}}}, False),
    ],
)
def test_which_needs_press(need: Any, is_asked: bool) -> None:
    found = pressing_needs(cut(plan(need), TEAM))
    assert (found is not None and bool(found.orphans)) is is_asked


def test_a_need_is_served_by_itself_and_not_through_its_success_factor() -> None:
    ours = {"activities": {"runs": ACTIVITY | {"answers": "cold"}}}
    knowledge = {
        "success_factors": {"cold": "Cold"},
        "challenges": {"dock": {"what": "Dock", "serves": "cold"}},
    }
    found = pressing_needs(cut(plan(knowledge, ours), TEAM))
    assert found is not None
    assert found.orphans == ("dock",)
    assert found.share == 0


CENTRE = {
    "boss": {"roles": "decider"},
    "finance": {"roles": "user", "influence": "high"},
    "friend": {"roles": "facilitator"},
    "light": {"roles": "user", "influence": "low"},
    "gone": {"roles": "decider", "status": "left"},
    "board": {"roles": "decider", "members": ["finance"]},
    "unknown-decider": {"roles": "decider"},
}


@pytest.mark.parametrize(
    ("ours", "served"),
    [
        ({}, ()),
        ({"communications": {"ten": MESSAGE | {"to": ["boss", "light"]}}}, ("boss",)),
        ({"communications": {"ten": MESSAGE | {"to": "board"}}}, ("finance",)),
        ({"activities": {"runs": ACTIVITY | {"with": "friend"}}}, ("friend",)),
        ({"meetings": {"yearly": {"what": "A review", "with": ["boss", "finance"]}}}, ("boss", "finance")),
        ({"meetings": {"yearly": {"what": "A review", "with": "boss", "status": "cancelled"}}}, ()),
        ({"objectives": {"win": {"what": "Win", "people": "boss"}}}, ()),
    ],
)
def test_key_people(ours: Any, served: tuple[str, ...]) -> None:
    found = key_people(cut(plan(ours=ours, centre=CENTRE), TEAM))
    assert found is not None
    assert found.served == served
    assert {*found.served, *found.orphans} == {"boss", "finance", "friend"}


def test_with_whom_a_meeting_is_may_be_an_open_question() -> None:
    ours = {"meetings": {"yearly": {"what": "A review", "with": "unknown"}}}
    found = key_people(cut(plan(ours=ours), TEAM))
    assert found is not None
    assert (found.told, found.share) == (False, None)


def test_a_customer_sees_none_of_it() -> None:
    view = cut(build(Plan, examples.plan())[0], Audience.CUSTOMER)
    assert [figure(view) for figure in (success_factors, pressing_needs, key_people)] == [None, None, None]


@given(st.lists(st.sampled_from(["a1", "b1", "c1"]), unique=True), st.permutations(["a1", "b1", "c1", "d1"]))
def test_parts_are_the_whole_in_any_order(answered: list[str], order: list[str]) -> None:
    ours = {"activities": {f"do-{id_}": ACTIVITY | {"answers": id_} for id_ in answered}}
    found = factors(dict.fromkeys(order, "Cold"), ours)
    assert found is not None
    assert set(found.served) == set(answered)
    assert {*found.served, *found.orphans} == set(order)
    assert found.share == 25 * len(answered)
