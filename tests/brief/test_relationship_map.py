"""The relationship map in words and tables."""

from typing import Any

import pytest

from kamc.brief.book import BRIEFS
from kamc.brief.gaps import gaps
from kamc.brief.relationship_map import RelationshipMap, figures, relationship_map, sentence
from kamc.model.fields import Audience
from tests.brief.test_account_plan import heads, rows
from tests.render.briefs import document, of, one
from tests.render.test_figures import HEADER

ALL_ROLES = {"roles": ["decider", "buyer", "user"], "stance": "supporter"}
INSIDE = {"roles": ["facilitator"], "promoter": "inner-salesperson", "stance": "supporter"}


def plan(**members: Any) -> dict[str, Any]:
    return {**HEADER, "relationships": {"buying_center": members}}


def made(audience: Audience = Audience.TEAM, **members: Any) -> RelationshipMap:
    found = relationship_map(of(plan(**members), audience))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"ann": {**ALL_ROLES, "contacts": "none"}}, "Nobody of ours speaks with Ann, who decides."),
        (
            {"ann": {**ALL_ROLES, "contacts": "none"}, "bob": {"roles": "decider", "contacts": "none"}},
            "Nobody of ours speaks with 2 who decide: Ann, Bob.",
        ),
        ({"ann": {"influence": "high"}}, "Nobody of ours speaks with Ann, whose influence is high."),
        ({"ann": {**INSIDE}}, "Nobody of ours speaks with Ann, who is to lobby for us."),
        ({"ann": {"roles": "user"}}, "Who is the decider is not known yet."),
        ({"ann": {}, "unknown-advisor": {"roles": "advisor"}}, "Who is the advisor is not known yet."),
        ({"ann": {"roles": "user"}}, "Nobody inside lobbies for us."),
        (
            {"ann": {**ALL_ROLES, "contacts": "unknown"}},
            "Whether anybody of ours speaks with Ann is not known.",
        ),
        ({"ann": {**ALL_ROLES, "contacts": {"ida-moe": "2026-10-01"}}}, "Ida Moe alone speaks with Ann."),
        (
            {"ann": {"contacts": {"ida-moe": {"last": "2026-09-01", "every": "month"}}}},
            "Ida Moe has not spoken as often as meant with Ann (49 days ago).",
        ),
        (
            {"ann": {"roles": "decider", "stance": "opponent"}},
            "Ann has power and is against us, and nobody is named through whom to win them.",
        ),
        ({"ann": {"roles": "decider", "stance": "unknown"}}, "Where they stand is not known: Ann."),
        (
            {"ann": {**INSIDE, "promoter": "good-buddy"}, "bob": {"roles": "buyer"}},
            "Nobody who lobbies for us both sells for us and is heard: Ann.",
        ),
    ],
)
def test_gaps_are_sentences(members: dict[str, Any], said: str) -> None:
    assert said in gaps(of(plan(**members)))


def test_nothing_is_missing_where_everybody_is_reached() -> None:
    met = {"contacts": {"ida-moe": "2026-10-18", "tom-fisk": "2026-10-18"}}
    given = of(plan(ann={**ALL_ROLES, **met}, bob={**INSIDE, **met, "influences": {"ann": "Trust"}}))
    assert gaps(given) == ()
    shown = relationship_map(given)
    assert shown is not None
    assert sentence(given, shown) == "Somebody of ours speaks with everybody who matters."


def test_an_unknown_role_may_be_any() -> None:
    assert not any("is not known yet" in one for one in gaps(of(plan(ann={"roles": "unknown"}))))


def test_the_matrix_has_their_people_by_ours() -> None:
    table = made(
        ann={"roles": "decider", "contacts": {"ida-moe": {"last": "2026-10-01", "every": "week"}}},
        bob={
            "roles": "user",
            "contacts": {"ida-moe": {"last": "2026-10-20"}, "tom-fisk": {"last": "unknown"}},
        },
        cid={"influence": "high"},
        dan={"contacts": "none"},
        eve={"members": ["ann"]},
    ).matrix
    assert heads(table) == ["Theirs", "In all", "Ida Moe", "Tom Fisk"]
    assert rows(table) == [
        ["Ann", "1", "◆ 19 days ago", ""],
        ["Bob", "2", "today", "◇ not known"],
        ["Cid", "◆ nobody", "", ""],
        ["Dan", "nobody", "", ""],
        ["Eve", "through its members", "", ""],
    ]


def test_a_name_with_a_bar_keeps_the_columns_of_the_matrix() -> None:
    made_ = one(of(plan(ann={"name": "A | B", "contacts": {"ida-moe": "2026-10-01"}})), "relationship-map")
    assert "A \\| B" in made_.markdown


def test_facilitators_say_what_they_come_to() -> None:
    table = made(
        ann={**INSIDE, "influences": {"bob": "Price"}}, bob={"roles": "buyer"}, cid={"roles": "decider"}
    ).facilitators
    assert rows(table) == [["Ann", "inner salesperson", "buyer: Bob", "decider", "✓ a real facilitator"]]


def test_zones_name_who_stands_in_them_and_who_may() -> None:
    zones = made(ann={"roles": "decider", "stance": "opponent"}, bob={"roles": "unknown"}).zones
    assert [(fact.label, str(fact.value)) for fact in zones] == [
        ("Power", "Ann"),
        ("Threat", "Ann"),
        ("Receptiveness", "nobody"),
    ]


@pytest.mark.parametrize(("audience", "shown"), [(Audience.PRIVATE, True), (Audience.TEAM, False)])
def test_personal_agendas_are_private(audience: Audience, shown: bool) -> None:
    profile = {"business_agenda": "Deliver", "personal_agenda": "Retire at sea"}
    brief = one(of(plan(ann={"profile": profile}), audience), "relationship-map")
    assert ("Retire at sea" in brief.markdown) == ("Retire at sea" in brief.html) == shown
    assert "Deliver" in brief.markdown


def test_numbers_of_a_plan_without_answers_divide_by_nothing() -> None:
    assert all(str(one.value) for one in figures(of(plan(ann={}))))


def test_there_is_no_map_of_nobody_and_none_for_a_customer() -> None:
    brief = next(held for held in BRIEFS if held.name == "relationship-map")
    assert tuple(brief.sheets(of(HEADER))) == ()
    assert Audience.CUSTOMER not in brief.audiences


def test_the_account_plan_draws_its_outline_still() -> None:
    assert "fig-people" in document(plan(ann={}, bob={"reports_to": "ann"})).html
