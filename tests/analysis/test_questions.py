"""The open questions of a plan, block by block."""

import pytest
from hypothesis import given

from kamc.analysis.questions import by_block, open_questions, questions
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.plan import Plan
from kamc.rules import examples
from tests.strategies import plan_data
from tests.writing import Data


def plan(patch: str) -> Plan:
    return build(Plan, examples.patched(patch, Profile.SHORT))[0]


def test_a_plan_that_knows_everything_asks_nothing() -> None:
    assert by_block(plan("")) == {}


def test_each_question_stands_in_its_block_and_the_selection_with_what_we_know_of_them() -> None:
    asked = by_block(
        plan(
            "summary: {stand: unknown}\n"
            "selection: {why: unknown}\n"
            "relationships: {buying_center: {jan-ostrow: {stance: unknown}}}\n"
            "account_plan: {activities: {hub-trial: {by: unknown}}}\n"
        )
    )
    assert {block: [(one.title, one.of) for one in found] for block, found in asked.items()} == {
        "header": [("Stand", "summary")],
        "account_knowledge": [("Why", "selection")],
        "relationships": [("Stance", "jan-ostrow")],
        "account_plan": [("By", "hub-trial")],
    }


def test_what_is_unknown_as_a_whole_is_one_question() -> None:
    asked = questions(plan("account_plan: {activities: unknown}"))
    assert [(one.path, one.title, one.of) for one in asked] == [
        (("account_plan", "activities"), "Activities", "account_plan")
    ]


@pytest.mark.parametrize("member", ["{influence: ~}", "{contacts: none}"])
def test_what_is_none_or_missing_is_no_question(member: str) -> None:
    assert open_questions(plan(f"relationships: {{buying_center: {{jan-ostrow: {member}}}}}")) == 0


def test_what_does_not_fit_is_a_mistake_and_no_question() -> None:
    unfit = ("selection", "why")
    odd = plan("selection: {why: unknown, decision: unknown}")
    assert open_questions(odd, {unfit}) == 1
    assert [one.path for one in questions(odd, {unfit})] == [("selection", "decision")]


@given(plan_data())
def test_no_question_is_lost_or_asked_twice(data: Data) -> None:
    whole = build(Plan, data)[0]
    paths = [one.path for found in by_block(whole).values() for one in found]
    assert len(paths) == len(set(paths)) == open_questions(whole)
