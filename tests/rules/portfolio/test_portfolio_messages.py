"""What the rules on all accounts together say, and what keeps them quiet."""

import pytest

from kamc.diagnostics import Diagnostic
from kamc.model.limits import Limits
from kamc.model.period import Period
from kamc.rules.portfolio.boilerplate import alike
from kamc.settings import Settings
from tests.rules.portfolio.houses import Houses, houses
from tests.workspaces import CATALOGUE, PEOPLE, Place

__all__ = ["houses"]

SENTENCE = "A strong partner who trusts us, with much room to grow in the years to come."
BERG, DOM = "plans/berg/2026-Q4.yaml", "plans/dom/2026-Q4.yaml"


def told(found: list[Diagnostic]) -> list[tuple[str, str, str]]:
    return [(one.code, one.path, one.message) for one in found]


def test_the_house_is_clean(houses: Houses) -> None:
    houses.plan("berg", owner="tor-vik")
    assert houses.found() == []


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [
        (1, 5, []),
        (5, 5, [("KAM802", PEOPLE, "Mara Lind leads 5 key accounts; one is ideal")]),
        (6, 5, [("KAM801", PEOPLE, "Mara Lind leads 6 key accounts; 5 are the most")]),
        (2, 1, [("KAM801", PEOPLE, "Mara Lind leads 2 key accounts; 1 are the most")]),
    ],
)
def test_how_many_accounts_one_person_leads(
    houses: Houses, count: int, most: int, expected: list[tuple[str, str, str]]
) -> None:
    for number in range(count - 1):
        houses.plan(f"house-{number}")
    assert told(houses.found(accounts_per_manager=most)) == expected


@pytest.mark.parametrize(
    "selection",
    ["{bucket: maintenance}", "{bucket: opportunistic}", "{bucket: key, decision: cease}"],
)
def test_accounts_that_are_not_key_are_not_counted(houses: Houses, selection: str) -> None:
    houses.plan("berg", selection=selection)
    assert houses.found() == []


def test_the_latest_plan_says_who_leads(houses: Houses) -> None:
    houses.plan("berg", "2026-Q3")
    houses.plan("berg", owner="tor-vik")
    assert houses.found() == []


def test_where_nobody_knows_the_bucket_an_account_with_a_plan_counts(houses: Houses) -> None:
    houses.plan("berg", selection="{bucket: unknown}")
    assert [one.code for one in houses.found()] == ["KAM802"]


def test_somebody_whom_the_people_file_does_not_know_is_no_manager(houses: Houses) -> None:
    houses.plan("berg", owner="mara-lindt")
    assert [one.code for one in houses.found(codes="KAM80")] == []


@pytest.mark.parametrize("says", ["berg", "dom", "both"])
def test_two_who_compete(houses: Houses, says: str) -> None:
    maintenance = "{bucket: maintenance}"
    houses.plan("berg", selection=maintenance, competes_with="dom" if says != "dom" else "[]")
    houses.plan("dom", selection=maintenance, competes_with="berg" if says != "berg" else "[]")
    (one,) = houses.found(codes="KAM803")
    assert one.message.startswith("Mara Lind leads both ")
    assert {"Berg", "Dom"} <= set(one.message.replace(",", "").split())
    assert {place.path for place in one.related} == {BERG, DOM}


def test_two_who_compete_in_different_hands(houses: Houses) -> None:
    houses.plan("berg", owner="tor-vik", competes_with="hafen-spedition")
    assert houses.found() == []


def test_the_same_sentence_in_two_plans(houses: Houses) -> None:
    houses.plan("berg", owner="tor-vik", summary=f'"{SENTENCE}"')
    houses.plan(
        "dom",
        owner="tor-vik",
        selection="{bucket: maintenance}",
        summary=f'"{SENTENCE.upper().removesuffix(".")}"',
    )
    (one,) = houses.found()
    assert (one.code, one.path) == ("KAM804", DOM)
    assert "word for word in the plan of Berg" in one.message


@pytest.mark.parametrize(
    ("summary", "likeness", "count"),
    [
        (SENTENCE.replace("strong", "safe"), 90, 1),
        (SENTENCE.replace("strong", "safe"), 100, 0),
        (SENTENCE.replace("trusts", "likes").replace("room", "space").replace("grow", "win"), 90, 0),
        (SENTENCE.replace("trusts", "likes").replace("room", "space").replace("grow", "win"), 70, 1),
        ("A strong partner who trusts us.", 90, 0),
    ],
)
def test_how_alike_sentences_may_be(houses: Houses, summary: str, likeness: int, count: int) -> None:
    houses.plan("berg", owner="tor-vik", summary=f'"{SENTENCE}"')
    houses.plan("dom", owner="tor-vik", selection="{bucket: maintenance}", summary=f'"{summary}"')
    found = houses.found(likeness=likeness)
    assert [one.code for one in found] == ["KAM804"] * count
    assert all("almost word for word" in one.message for one in found)


def test_likeness_is_the_same_both_ways_and_whole_only_for_the_same_words() -> None:
    one, other = SENTENCE, SENTENCE.replace("strong", "safe")
    assert alike(one, one, 1)
    assert not alike(one, other, 1)
    assert [alike(one, other, 0.9), alike(other, one, 0.9)] == [True, True]
    assert not alike("a b c d e f", "a b c d e f and so on and on for much longer", 0.7)


def test_many_copies_in_one_plan_are_told_together(houses: Houses) -> None:
    lines = [f"{number} {SENTENCE} {number}" for number in ("Ten", "Five", "Two", "Six")]
    decisions = "[" + ", ".join(f'"{line}"' for line in lines) + "]"
    houses.plan("berg", owner="tor-vik", decisions_wanted=decisions)
    houses.plan("dom", owner="tor-vik", selection="{bucket: maintenance}", decisions_wanted=decisions)
    (one,) = houses.found(likeness=100)
    assert one.message.endswith("and 3 more texts of this plan stand in plans of other accounts, too")
    assert len(one.related) == 3
    assert one.pointer == "/name"


def test_the_same_source_or_the_same_waiver_is_no_copy(houses: Houses) -> None:
    for account, bucket in (("berg", "key"), ("dom", "maintenance")):
        houses.plan(
            account,
            owner="tor-vik",
            selection=f"{{bucket: {bucket}}}",
            accepted=f'{{no-decider: {{why: "{SENTENCE}", by: tor-vik}}}}',
            summary=f'{{stand: Here., sources: ["{SENTENCE}"]}}',
        )
    assert houses.found() == []


def test_one_plan_may_say_a_thing_twice(houses: Houses) -> None:
    houses.plan("berg", owner="tor-vik", summary=f'{{stand: "{SENTENCE}", because: "{SENTENCE}"}}')
    assert houses.found() == []


def test_earlier_quarters_may_say_the_same(houses: Houses) -> None:
    houses.plan("berg", "2026-Q3", owner="tor-vik", summary=f'"{SENTENCE}"')
    houses.plan("berg", owner="tor-vik", summary=f'"{SENTENCE}"')
    assert houses.found() == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("snow-line: {name: Snow Line}", ["no account's plan speaks of Snow Line"]),
        ("snow-line: Chains", ["no account's plan speaks of snow-line"]),
        ("snow-line: {status: planned}", []),
        ("snow-line: {status: withdrawn}", []),
        ("snow-line: {withdrawn: 2026-03-31}", []),
    ],
)
def test_an_offering_that_nobody_is_to_buy(houses: Houses, more: str, expected: list[str]) -> None:
    houses.add(CATALOGUE, more)
    assert [one.message for one in houses.found()] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ('ute-hahn: {name: "Ute Hahn"}', ["Ute Hahn has no part in any account's plan"]),
        ("ute-hahn: {title: Claims}", ["Ute Hahn has no part in any account's plan"]),
        ("ute-hahn: {left: 2026-03-31}", []),
    ],
)
def test_one_of_ours_whom_no_plan_names(houses: Houses, more: str, expected: list[str]) -> None:
    houses.add(PEOPLE, more)
    assert [one.message for one in houses.found()] == expected


def test_whom_a_link_means_with_a_slip_of_the_finger_is_not_unused(houses: Houses) -> None:
    houses.add(PEOPLE, 'ute-hahn: {name: "Ute Hahn"}')
    houses.plan("berg", owner="ute-hann")
    assert houses.found() == []


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        (("2026-Q3",), []),
        (("2026-Q2",), ["Berg has no plan for 2026-Q3"]),
        (("2026-Q1",), ["Berg has no plan for 2026-Q2 and 2026-Q3"]),
        (("2025-Q3",), ["Berg has no plan for 2025-Q4 to 2026-Q3"]),
        (("2025-Q4", "2026-Q2"), ["Berg has no plan for 2026-Q1", "Berg has no plan for 2026-Q3"]),
    ],
)
def test_a_quarter_without_a_plan(houses: Houses, periods: tuple[str, ...], expected: list[str]) -> None:
    for period in (*periods, "2026-Q4"):
        houses.plan("berg", period, owner="tor-vik", summary=f'"As of {period}"')
    assert [one.message for one in houses.found(codes="KAM807")] == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("{bucket: key}", ["Berg has no plan for 2026-Q4"]),
        ("{bucket: maintenance}", ["Berg has no plan for 2026-Q4"]),
        ("{bucket: opportunistic}", []),
        ("{bucket: key, decision: cease}", []),
    ],
)
def test_an_account_without_a_plan_for_now(houses: Houses, selection: str, expected: list[str]) -> None:
    houses.plan("berg", "2026-Q3", owner="tor-vik", selection=selection)
    assert [one.message for one in houses.found()] == expected


@pytest.mark.parametrize(("times", "expected"), [((60, 40), 0), ((60, 41), 1), ((100,), 0)])
def test_more_time_than_there_is(houses: Houses, times: tuple[int, ...], expected: int) -> None:
    for number, time in enumerate(times):
        coverage = f"{{bucket: maintenance, coverage: {{time: {time}}}}}"
        houses.plan(f"house-{number}", owner="tor-vik", selection=coverage)
    found = houses.found()
    assert [one.code for one in found] == ["KAM809"] * expected
    assert all(one.message == "the accounts of Tor Vik take 101 % of one person's time" for one in found)


@pytest.mark.parametrize(("quarter", "following"), [("2026-Q4", "2027-Q1"), ("2026-Q1", "2026-Q2")])
def test_the_quarter_after(quarter: str, following: str) -> None:
    assert str(Period(int(quarter[:4]), int(quarter[-1])).following) == following


def test_limits_come_from_the_settings(nowhere: Place) -> None:
    assert Settings(limits=Limits()).limits.likeness == 90
