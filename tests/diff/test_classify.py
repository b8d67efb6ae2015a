from typing import get_args

import pytest

from kamc.diff import leads, left_alone, summary
from kamc.diff.classify import MOST, ORDER, TOPICS, topic
from kamc.links.match import Pair
from kamc.model.build import build
from kamc.model.buying_center import Member
from kamc.model.change import Change, ChangeKind, Effect
from kamc.model.walk import Entered


def change(**fields: object) -> Change:
    return Change(**{"kind": "changed", "entity": "plan", "id": "a", "message": "m", **fields})  # type: ignore[arg-type]


def pair(*roles: str) -> Pair:
    member = Entered("lena-berg", (), build(Member, {"roles": list(roles)})[0])
    return Pair(member, member)


@pytest.mark.parametrize(
    ("one", "roles", "expected"),
    [
        ({"entity": "member", "field": "roles", "effect": "worse"}, ("user",), "facilitator"),
        ({"entity": "member", "field": "roles"}, ("user",), ""),
        (
            {"entity": "member", "kind": "ended", "field": "status", "effect": "worse"},
            ("facilitator",),
            "facilitator",
        ),
        ({"entity": "member", "kind": "added", "effect": "better"}, ("facilitator",), "facilitator"),
        ({"entity": "member", "kind": "ended", "field": "status", "effect": "worse"}, ("user",), ""),
        ({"entity": "member", "field": "stance", "effect": "better"}, ("decider",), "decider"),
        ({"entity": "member", "field": "stance", "effect": "better"}, ("user",), ""),
    ],
)
def test_members_lead_by_their_roles(one: dict[str, str], roles: tuple[str, ...], expected: str) -> None:
    assert topic(change(**one), pair(*roles)) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        ({"entity": "success-factor", "kind": "added"}, "success-factor"),
        ({"entity": "success-factor", "field": "by"}, ""),
        ({"entity": "objective", "kind": "ended", "new": "missed"}, "objective"),
        ({"entity": "objective", "kind": "ended", "new": "dropped"}, ""),
        ({"entity": "objective", "field": "target", "effect": "worse"}, "objective"),
        ({"entity": "objective", "field": "target", "effect": "better"}, ""),
        ({"entity": "objective", "field": "by", "effect": "worse"}, "slip"),
        ({"entity": "opportunity", "kind": "ended", "new": "contract"}, "opportunity"),
        ({"entity": "opportunity", "kind": "ended", "new": "no-go"}, ""),
        ({"entity": "opportunity", "field": "closes", "effect": "worse"}, "slip"),
        ({"entity": "activity", "field": "by", "effect": "worse"}, ""),
        ({"entity": "competitor", "kind": "removed"}, "competitor"),
        ({"entity": "competitor", "field": "strengths"}, ""),
        ({"entity": "wallet", "field": "share"}, "share"),
        ({"entity": "wallet", "field": "spend"}, ""),
    ],
)
def test_what_leads(one: dict[str, str], expected: str) -> None:
    assert topic(change(**one)) == expected


def test_every_topic_has_its_place() -> None:
    assert {name for tests in TOPICS.values() for name, _ in tests} | {"facilitator", "decider"} == set(ORDER)


def test_worst_first_then_best_and_seven_at_most() -> None:
    slips = [change(topic="slip", effect="worse", id=str(number)) for number in range(4)]
    wins = [change(topic="opportunity", effect="better", id=str(number)) for number in range(4)]
    lost = change(topic="facilitator", effect="worse")
    factor = change(topic="success-factor")
    found = leads([factor, *wins, change(), *slips, lost])
    assert found == (lost, *slips, *wins[:2])
    assert len(found) == MOST
    assert leads([factor, *wins]) == (*wins, factor)


def test_what_was_left_alone() -> None:
    everything = ("selection criteria", "success factors", "relationship continuum", "open space")
    assert left_alone([]) == everything
    told = [change(new_at=("selection", "bucket")), change(new_at=("reviewed", "continuum"))]
    gone = change(old_at=("account_as_market", "open_space", "north"))
    assert left_alone([*told, gone]) == ("success factors",)


def test_a_summary_counts_every_effect_and_kind() -> None:
    found = summary([change(effect="better"), change(kind="added"), change()])
    counts = {"changes": 3, "better": 1, "neutral": 2, "added": 1, "changed": 2}
    assert found == {"worse": 0, "removed": 0, "ended": 0, "renamed": 0, **counts}
    assert set(found) == {"changes", *get_args(Effect), *get_args(ChangeKind)}
