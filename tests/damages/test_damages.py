"""The worked workspace, damaged in as many ways as plans are in real life: kamc names what a reviewer would.

Each damage gives exactly the findings that its table says; nothing else is found, and nothing goes away. What
harms nothing is not noticed.
"""

from collections import Counter

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from kamc.rules import registry
from tests.damages.tables import Case, cases
from tests.damages.workspace import before, compared, judged, told, worked

TABLES = (
    "account_knowledge",
    "product_knowledge",
    "relationships",
    "market",
    "account_plan",
    "links",
    "quarters",
    "portfolio",
    "file",
)
DAMAGES = {table: cases(table) for table in TABLES}
HARMLESS = cases("harmless")
NOT_HERE = {
    "KAM001": "bytes that are no text: tests/loader",
    "KAM013": "fifty levels: tests/loader",
    "KAM014": "four MiB: tests/loader",
    "KAM015": "a line break that cannot be seen: tests/loader",
    "KAM030": "told by a run of a shared file without the plans; all of them say so themselves",
    "KAM039": "a rule of a house's own: tests/engine/test_house.py",
    "KAM041": "a baseline: the worked workspace has none",
    "KAM711": "what a pull request makes worse: tests/commands/test_review.py",
}
"""Rules that no damage here can bring about, each with the reason."""
FEWEST = 10
"""So many damages at least has each block."""


def rule_of(line: str) -> str:
    """The name of the rule that a line of a table speaks of."""
    first, *rest = line.split()
    return rest[0] if first.isdigit() else first


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=f"{table}: {case.name}") for table in TABLES for case in DAMAGES[table]]
)
def test_a_damage_is_told_and_nothing_else(case: Case) -> None:
    assert told(case) == (sorted(case.new), sorted(case.gone))


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in HARMLESS])
def test_what_harms_nothing_is_not_noticed(case: Case) -> None:
    assert told(case) == ([], [])


@settings(max_examples=40)
@given(st.lists(st.sampled_from(HARMLESS), min_size=2, max_size=2, unique_by=lambda case: case.name))
def test_two_harmless_edits_are_harmless_together(pair: list[Case]) -> None:
    files = worked()
    for case in sorted(
        pair, key=lambda one: not one.edits_text
    ):  # a file that is written anew has other lines
        files = case.done_to(files)
    assert compared(before(), judged(files, pair[0].as_of, before())) == ([], [])


def test_there_are_over_a_hundred_damages_and_some_in_each_block() -> None:
    assert sum(map(len, DAMAGES.values())) > 200
    assert {table: len(of) for table, of in DAMAGES.items() if len(of) < FEWEST} == {}
    assert len(HARMLESS) > 20


def test_each_damage_has_a_name_of_its_own_and_a_finding() -> None:
    every = [case for of in DAMAGES.values() for case in of]
    assert [name for name, times in Counter(case.name for case in every).items() if times > 1] == []
    assert [case.name for case in every if not case.new and not case.gone] == []


def test_each_rule_is_named_in_a_damage_or_cannot_be() -> None:
    named = {rule_of(line) for of in DAMAGES.values() for case in of for line in case.new}
    assert {rule.code for rule in registry.RULES if rule.slug not in named} == set(NOT_HERE)
    assert named <= {rule.slug for rule in registry.RULES}


@pytest.mark.parametrize("table", TABLES)
def test_files_that_a_damage_does_not_reach_need_not_be_asked_again(table: str) -> None:
    case = DAMAGES[table][0]
    files = case.done_to(worked())
    assert judged(files, case.as_of).found == judged(files, case.as_of, before()).found
