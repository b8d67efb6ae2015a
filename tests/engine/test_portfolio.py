"""Rules over all accounts are asked where a run holds every plan; a waiver of theirs is judged only then."""

import pytest

from tests.rules.portfolio.houses import Houses, houses
from tests.workspaces import CATALOGUE, PEOPLE, PLAN

__all__ = ["houses"]

BERG = "plans/berg/2026-Q4.yaml"
LED_BY_ONE = ("KAM802", PEOPLE)


def codes(houses: Houses, *paths: str) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in houses.found(*paths) if one.accepted is None]


def accept(houses: Houses, rule: str, more: str = "") -> None:
    waiver = f'accepted: {{{rule}: {{why: "Berg moves to Tor in May", by: tor-vik{more}}}}}'
    houses.place.edit(PEOPLE, 'title: "Key account manager"', f'title: "Key account manager", {waiver}')


def test_a_run_of_all_plans_hears_of_them(houses: Houses) -> None:
    houses.plan("berg")
    assert codes(houses) == [LED_BY_ONE]
    assert codes(houses, PLAN, BERG, PEOPLE) == [LED_BY_ONE]


@pytest.mark.parametrize("paths", [(PLAN,), (BERG, PEOPLE), (PEOPLE, CATALOGUE)])
def test_a_run_of_some_plans_does_not(houses: Houses, paths: tuple[str, ...]) -> None:
    houses.plan("berg")
    assert codes(houses, *paths) == []


def test_what_stands_in_a_file_outside_the_run_is_not_told(houses: Houses) -> None:
    houses.plan("berg")
    assert codes(houses, PLAN, BERG) == []


def test_a_plan_that_cannot_be_read_keeps_them_quiet(houses: Houses) -> None:
    houses.plan("berg")
    houses.place.write("plans/dom/2026-Q4.yaml", "kamc: 1\nname: [\n")
    assert codes(houses) == []


def test_a_waiver_in_a_shared_file_accepts_a_finding(houses: Houses) -> None:
    houses.plan("berg")
    accept(houses, "several-accounts")
    assert codes(houses) == []
    (one,) = houses.found()
    assert one.accepted is not None
    assert (one.code, one.accepted.why) == ("KAM802", "Berg moves to Tor in May")


def test_a_waiver_in_a_plan_accepts_a_finding(houses: Houses) -> None:
    houses.plan(
        "berg", "2026-Q2", owner="tor-vik", accepted='{no-current-plan: {why: "On hold", by: tor-vik}}'
    )
    assert codes(houses) == []
    assert [one.code for one in houses.found()] == ["KAM808"]


@pytest.mark.parametrize("rule", ["several-accounts", "KAM802", "too-many-accounts"])
def test_a_waiver_that_waives_nothing_is_told_in_a_run_of_all_plans_alone(houses: Houses, rule: str) -> None:
    accept(houses, rule)
    assert codes(houses) == [("KAM033", PEOPLE)]
    houses.plan("berg", owner="tor-vik")
    assert codes(houses, PLAN, PEOPLE) == []
    assert codes(houses, PEOPLE) == []


def test_a_waiver_that_ran_out_counts_no_more(houses: Houses) -> None:
    houses.plan("berg")
    accept(houses, "several-accounts", ", until: 2026-11-01")
    assert sorted(codes(houses)) == [("KAM034", PEOPLE), LED_BY_ONE]


def test_settings_turn_them_off_for_a_file(houses: Houses) -> None:
    houses.plan("berg")
    houses.place.write("kamc.yaml", "kamc: 1\nrules: {several-accounts: off}\n")
    done = houses.place.call("check", "--format", "json", "--select", "KAM8")
    assert done.data["findings"] == []
