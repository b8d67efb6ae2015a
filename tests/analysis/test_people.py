"""Zones, and how strong those are who lobby for us, from a buying centre as people write it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.people import Facilitator, Zones, facilitators, zones
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.buying_center import STANCES
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.product import ROLES

TEAM, CUSTOMER = Audience.TEAM, Audience.CUSTOMER
BOSS = {"roles": "decider", "stance": "conditional-supporter", "influence": "high"}
USER = {"roles": "user", "stance": "supporter", "influence": "low"}
RIVAL = {"roles": "buyer", "stance": "opponent", "influence": "medium"}


def plan(centre: Any, **more: Any) -> Plan:
    return build(Plan, {"relationships": {"buying_center": centre}, **more})[0]


def zoned(centre: Any) -> Zones:
    found = zones(cut(plan(centre), TEAM))
    assert found is not None
    return found


def lobby(centre: Any) -> tuple[Facilitator, ...]:
    found = facilitators(cut(plan(centre), TEAM))
    assert found is not None
    return found


def test_a_map_by_hand() -> None:
    # The boss decides: power; supports us on conditions: receptive. The user supports us, with little weight:
    # receptive only. The rival is an opponent of medium influence: threat only.
    found = zoned({"boss": BOSS, "user": USER, "rival": RIVAL})
    assert found.power.people == ("boss",)
    assert found.threat.people == ("rival",)
    assert found.receptiveness.people == ("boss", "user")
    assert [found.power.perhaps, found.threat.perhaps, found.receptiveness.perhaps] == [(), (), ()]


@pytest.mark.parametrize(
    ("change", "in_zones"),
    [
        ({}, (False, False, True)),
        ({"influence": "high"}, (True, False, True)),
        ({"roles": ["user", "decider"]}, (True, False, True)),
        ({"stance": "conditional-supporter"}, (False, False, True)),
        ({"stance": "constructive-critic"}, (False, False, False)),
        ({"stance": "opponent"}, (False, True, False)),
        ({"favours": "rapid-nord"}, (False, True, False)),
        ({"stance": "unknown"}, (False, None, None)),
        ({"stance": "unknown", "favours": "rapid-nord"}, (False, True, False)),
        ({"stance": "opponent", "favours": "unknown"}, (False, True, False)),
        ({"stance": "supporter", "favours": "unknown"}, (False, None, None)),
        ({"influence": "unknown"}, (None, False, True)),
        ({"roles": "unknown"}, (None, False, True)),
        ({"roles": "unknown", "influence": "high"}, (True, False, True)),
        ({"members": ["boss"], "roles": "decider"}, (True, False, True)),
    ],
)
def test_who_stands_where(change: Any, in_zones: tuple[bool | None, ...]) -> None:
    found = zoned({"one": USER | change})
    held = (found.power, found.threat, found.receptiveness)
    assert [True if zone.people else None if zone.perhaps else False for zone in held] == list(in_zones)


def test_who_has_left_and_whom_we_only_look_for_stand_nowhere() -> None:
    found = zoned({"user": USER, "gone": BOSS | {"status": "left"}, "unknown-decider": BOSS})
    assert (found.power.people, found.receptiveness.people) == ((), ("user",))


@pytest.mark.parametrize("centre", [{}, "unknown", "none", {"unknown-decider": BOSS}])
def test_of_nobody_nothing_is_known(centre: Any) -> None:
    assert zones(cut(plan(centre), TEAM)) is None
    assert facilitators(cut(plan(centre), TEAM)) is None


def test_a_customer_sees_no_map() -> None:
    assert zones(cut(plan({"boss": BOSS}), CUSTOMER)) is None
    assert facilitators(cut(plan({"boss": BOSS}), CUSTOMER)) is None


FRIEND = USER | {"roles": ["user", "facilitator"], "promoter": "inner-salesperson"}


def test_a_facilitator_by_hand() -> None:
    # They move the boss, who decides; the buyer is won through them; the adviser does not listen, and nobody
    # else is a user: of the three roles that others hold, two listen.
    (one,) = lobby(
        {
            "friend": FRIEND | {"influences": {"boss": "What the hub can do"}},
            "boss": BOSS,
            "buyer": RIVAL | {"won_through": "friend"},
            "adviser": USER | {"roles": "advisor"},
        }
    )
    assert one.heard_by == {"buyer": ("buyer",), "decider": ("boss",), "advisor": ()}
    assert (one.reach, one.sells, one.is_real) == ((2, 3), True, True)


@pytest.mark.parametrize(
    ("change", "is_real"),
    [
        ({"influences": {"boss": "Nights"}}, True),
        ({}, False),
        ({"influences": "unknown"}, None),
        ({"roles": ["decider", "facilitator"]}, True),
        ({"promoter": "good-buddy", "influences": {"boss": "Nights"}}, False),
        ({"promoter": "unknown", "influences": {"boss": "Nights"}}, None),
        ({"promoter": "unknown"}, False),
        ({"influences": {"guest": "Lunch"}}, None),
    ],
)
def test_a_real_facilitator_sells_and_is_heard(change: Any, is_real: bool | None) -> None:
    (one,) = lobby({"friend": FRIEND | change, "boss": BOSS, "guest": USER | {"roles": "unknown"}})
    assert one.is_real is is_real


def test_a_committee_listens_to_who_sits_in_it() -> None:
    board = {"members": ["friend", "boss"], "roles": "decider"}
    (one,) = lobby({"friend": FRIEND, "boss": BOSS, "board": board})
    assert one.heard_by == {"decider": ("board",)}


def test_one_person_alone_has_nobody_to_be_heard_by() -> None:
    (one,) = lobby({"friend": FRIEND})
    assert (one.reach, one.is_real) == ((0, 0), False)


def test_nobody_lobbies_for_us() -> None:
    assert lobby({"boss": BOSS, "club": {"members": ["boss"], "roles": "facilitator"}}) == ()


MEMBERS = st.fixed_dictionaries(
    {},
    optional={
        "roles": st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True) | st.just("unknown"),
        "stance": st.sampled_from((*STANCES, "unknown")),
        "influence": st.sampled_from(("low", "medium", "high", "unknown")),
        "favours": st.just("rapid-nord"),
        "promoter": st.sampled_from(("good-buddy", "inner-salesperson")),
    },
)
CENTRES = st.dictionaries(st.sampled_from(["ann", "bo", "cy", "di", "ed"]), MEMBERS, min_size=1)


@given(CENTRES, st.randoms())
def test_order_never_matters(centre: dict[str, Any], random: Any) -> None:
    def sets(ids: list[str]) -> list[set[str]]:
        found = zones(cut(plan({id_: centre[id_] for id_ in ids}), TEAM))
        if found is None:
            return []
        held = (found.power, found.threat, found.receptiveness)
        return [set(part) for zone in held for part in (zone.people, zone.perhaps)]

    mixed = random.sample(sorted(centre), len(centre))
    assert sets(list(centre)) == sets(mixed)


@given(CENTRES)
def test_a_threat_is_never_receptive_and_perhaps_is_never_surely(centre: Any) -> None:
    found = zones(cut(plan(centre), TEAM))
    if found is not None:
        assert not set(found.threat.people) & set(found.receptiveness.people)
        for zone in (found.power, found.threat, found.receptiveness):
            assert not set(zone.people) & set(zone.perhaps)
