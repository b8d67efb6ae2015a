"""The contact matrix: threads, what they cover, and who holds them."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.contacts import Coverage, Deciders, Load, coverage, deciders, loads
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan

AS_OF = dt.date(2026, 11, 23)
KEY = {"roles": "user", "influence": "high"}


def plan(centre: Any) -> Plan:
    return build(Plan, {"relationships": {"buying_center": centre}})[0]


def covered(centre: Any) -> Coverage:
    found = coverage(cut(plan(centre), Audience.TEAM), AS_OF)
    assert found is not None
    return found


def loaded(centre: Any) -> tuple[Load, ...] | None:
    return loads(cut(plan(centre), Audience.TEAM))


def test_coverage_by_hand() -> None:
    # Four people matter: a decider, a facilitator and two of high influence; with three of them somebody of
    # ours speaks: 3 ÷ 4 = 75 %. The light one does not count.
    found = covered(
        {
            "boss": {"roles": "decider", "influence": "low", "contacts": {"mara": "2026-10-14"}},
            "friend": {"roles": "facilitator", "influence": "low", "contacts": {"tor": "2026-11-20"}},
            "finance": KEY | {"contacts": {"tor": {"topic": "Terms"}}},
            "legal": KEY | {"contacts": "none"},
            "light": {"roles": "user", "influence": "low", "contacts": {"mara": "2026-11-01"}},
        }
    )
    assert found.reached == ("boss", "friend", "finance")
    assert found.gaps == ("legal",)
    assert found.share == 75


def test_how_long_ago() -> None:
    # By hand: from 14 October to 23 November are 17 + 23 = 40 days; a month is 31 days (30.44, rounded up):
    # nine days late. Nobody says when the other two last spoke.
    boss = {
        "mara": {"every": "month", "last": "2026-10-14"},
        "tor": {"every": "week"},
        "ute": "unknown",
    }
    first, second, third = covered({"boss": KEY | {"contacts": boss}}).threads
    assert (first.theirs, first.ours, str(first.every), first.silent, first.late) == (
        "boss",
        "mara",
        "month",
        40,
        9,
    )
    assert (second.silent, second.late, second.last) == (None, 0, None)
    assert (third.silent, third.every) == (None, None)


@pytest.mark.parametrize(
    ("contact", "late"),
    [
        ({"every": "month", "last": "2026-10-23"}, 0),
        ({"every": "month", "last": "2026-10-22"}, 1),
        ({"every": "month", "last": "2026-10-14", "next": "2026-11-23"}, 0),
        ({"every": "month", "last": "2026-10-14", "next": "2026-11-22"}, 9),
        ({"last": "2026-01-14"}, 0),
        ({"every": "unknown", "last": "2026-01-14"}, 0),
        ({"every": "week", "last": "2026-12-24"}, 0),
    ],
)
def test_a_talk_is_late_by_its_own_cadence(contact: Any, late: int) -> None:
    (thread,) = covered({"boss": KEY | {"contacts": {"mara": contact}}}).threads
    assert thread.late == late


@pytest.mark.parametrize(
    "one",
    [
        {"roles": "user", "influence": "medium"},
        KEY | {"status": "left"},
        KEY | {"members": ["legal", "boss"]},
    ],
)
def test_who_need_not_be_reached(one: Any) -> None:
    found = covered({"boss": KEY | {"contacts": {"mara": "2026-11-02"}}, "legal": one})
    assert (found.reached, found.gaps) == (("boss",), ())
    assert found.share == 100


def test_what_nobody_knows_is_no_gap_and_leaves_the_share_open() -> None:
    found = covered(
        {"boss": KEY | {"contacts": {"mara": "2026-11-02"}}, "legal": KEY | {"contacts": "unknown"}}
    )
    assert (found.gaps, found.unknown, found.share) == ((), ("legal",), None)


def test_where_nobody_matters_there_is_no_share() -> None:
    assert covered({"light": {"roles": "user", "influence": "low"}}).share is None


@pytest.mark.parametrize("centre", [{}, "unknown", {"unknown-decider": KEY}])
def test_of_nobody_nothing_is_known(centre: Any) -> None:
    assert coverage(cut(plan(centre), Audience.TEAM), AS_OF) is None
    assert loaded(centre) is None


def test_a_customer_sees_no_matrix() -> None:
    view = cut(plan({"boss": KEY | {"contacts": {"mara": "2026-11-02"}}}), Audience.CUSTOMER)
    assert coverage(view, AS_OF) is None
    assert loads(view) is None


def decided(centre: Any, audience: Audience = Audience.TEAM) -> Deciders | None:
    return deciders(cut(plan(centre), audience))


def test_who_decides_and_is_reached() -> None:
    # The board is reached through Ann, who decides nothing herself; the other committee through nobody. Who
    # has left decides no more, and of the purchaser nobody knows.
    talks = {"contacts": {"mara": "2026-11-02"}}
    found = decided(
        {
            "boss": {"roles": "decider"} | talks,
            "ann": {"roles": "user"} | talks,
            "bob": {"roles": "user", "contacts": "none"},
            "board": {"roles": "decider", "members": ["ann", "bob"], "contacts": "none"},
            "council": {"roles": "decider", "members": ["bob"], "contacts": "none"},
            "purchaser": {"roles": "decider", "contacts": "unknown"},
            "unknown-decider": {"roles": "decider"},
            "gone": {"roles": "decider", "status": "left"},
        }
    )
    assert found == Deciders(
        reached=("boss", "board"), gaps=("council", "unknown-decider"), unknown=("purchaser",)
    )


def test_nobody_decides_is_not_the_same_as_nobody_is_known() -> None:
    assert decided({"ann": {"roles": "user"}}) == Deciders(reached=(), gaps=(), unknown=())
    assert decided({}) is None
    assert decided("unknown") is None
    assert decided({"boss": {"roles": "decider"}}, Audience.CUSTOMER) is None


def test_loads_by_hand() -> None:
    # Mara speaks with three, Tor with one: of four threads Mara holds 75 %. With the buyer and the user
    # nobody else speaks.
    found = loaded(
        {
            "boss": {"contacts": {"tor": "2026-11-02", "mara": "2026-11-02"}},
            "buyer": {"contacts": {"mara": "2026-11-02"}},
            "user": {"contacts": {"mara": "2026-11-02"}},
            "legal": {"contacts": "none"},
        }
    )
    assert found == (
        Load(ours="mara", theirs=("boss", "buyer", "user"), alone=("buyer", "user"), share=Decimal(75)),
        Load(ours="tor", theirs=("boss",), alone=(), share=Decimal(25)),
    )


def test_one_person_holds_everything() -> None:
    (one,) = loaded({"boss": {"contacts": {"mara": "2026-11-02"}}}) or ()
    assert one.share == 100
    assert one.alone == ("boss",)


def test_without_contacts_there_is_no_load() -> None:
    assert loaded({"boss": KEY | {"contacts": "none"}}) is None


OURS = st.dictionaries(st.sampled_from(["mara", "tor", "ute"]), st.just("2026-11-02"))
CENTRES = st.dictionaries(
    st.sampled_from(["ann", "bo", "cy", "di"]),
    OURS.map(lambda held: {"contacts": held or "none"}),
    min_size=1,
)


@given(CENTRES)
def test_the_loads_are_all_of_it(centre: Any) -> None:
    found = loaded(centre)
    if found is not None:
        assert abs(sum((one.share for one in found), Decimal(0)) - 100) < Decimal("1e-20")
        assert found == tuple(sorted(found, key=lambda one: (-one.share, one.ours)))


@given(CENTRES)
def test_reached_and_gaps_are_everybody_who_matters(centre: Any) -> None:
    found = covered({id_: KEY | one for id_, one in centre.items()})
    assert {*found.reached, *found.gaps} == set(centre)
    assert not set(found.reached) & set(found.gaps)
