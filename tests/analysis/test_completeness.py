"""How much of what its profile asks for a plan answers."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from kamc.analysis.completeness import Fact, Tally, completeness, facts, share, tally
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience, Profile
from kamc.model.plan import Plan
from kamc.rules import examples
from tests.strategies import plan_data

SHORT, STANDARD, EXTENDED = Profile


def asked(patch: str, ask: Profile = SHORT, profile: Profile | None = None) -> tuple[Fact, ...]:
    plan = build(Plan, examples.patched(patch, ask))[0]
    return tuple(facts(plan, profile or ask))


def states(found: tuple[Fact, ...]) -> Mapping[str, str]:
    return {"/".join(map(str, one.path)): one.state for one in found}


@pytest.mark.parametrize("profile", [SHORT, EXTENDED])
def test_the_plans_of_the_examples_answer_everything(profile: Profile) -> None:
    assert {one.state for one in asked("", profile)} == {"known"}
    assert share(asked("", profile)) == 100


@pytest.mark.parametrize(
    ("patch", "path", "state"),
    [
        ("selection: {why: unknown}", "selection/why", "unknown"),
        ("selection: {why: ~}", "selection/why", "missing"),
        ("selection: {why: none}", "selection/why", "known"),
        ("relationships: {buying_center: {jan-ostrow: {contacts: none}}}",
         "relationships/buying_center/jan-ostrow/contacts", "known"),
        ("relationships: {buying_center: {jan-ostrow: {stance: ~}}}",
         "relationships/buying_center/jan-ostrow/stance", "missing"),
        ("account_plan: {activities: unknown}", "account_plan/activities", "unknown"),
        ("account_plan: {activities: ~}", "account_plan/activities", "missing"),
        ("account_plan: {activities: {hub-trial: {by: ~}}}",
         "account_plan/activities/hub-trial/by", "missing"),
    ],
)  # fmt: skip
def test_states(patch: str, path: str, state: str) -> None:
    assert states(asked(patch))[path] == state


@pytest.mark.parametrize(
    "patch",
    [
        "account_plan: {activities: {hub-trial: {by: ~, status: done}}}",
        "relationships: {buying_center: {unknown-decider: {roles: decider, stance: unknown}}}",
        "relationships: {buying_center: {us: {members: jan, roles: user, stance: unknown, influence: low}}}",
        "account_plan: {activities: {hub-trial: {answers: ~}}}",
    ],
)
def test_what_is_not_asked(patch: str) -> None:
    assert {one.state for one in asked(patch)} <= {"known", "unknown"}


@pytest.mark.parametrize(
    ("patch", "missing"),
    [
        ("account_plan: {strategies: {night-first: {by: ~}}}", False),
        ("account_plan: {strategies: {night-first: {by: ~, quarters: ~}}}", True),
        ("account_plan: {meetings: {hub-evening: {what: ~}}}", False),
        ("account_plan: {meetings: {hub-evening: {what: ~, objectives: ~}}}", True),
        ("relationships: {buying_center: {ole-kamp: {influence: low, profile: ~}}}", False),
        ("relationships: {buying_center: {ole-kamp: {influence: medium, profile: ~}}}", True),
        (
            "relationships: {buying_center: {ole-kamp: {influence: low, contacts: {mara-lind: 2026-10}}}}",
            False,
        ),
        ("relationships: {buying_center: {ole-kamp: {contacts: {tor-vik: 2026-10}}}}", True),
        ("relationships: {buying_center: {jan-ostrow: {influence: low, profile: ~}}}", True),
    ],
)
def test_what_another_field_says_or_nobody_needs_is_not_asked(patch: str, missing: bool) -> None:
    assert ("missing" in {one.state for one in asked(patch, EXTENDED)}) == missing


def test_a_missing_part_counts_as_all_that_it_would_be_asked_for() -> None:
    missing = [one for one in asked("summary: {aim: ~}", EXTENDED) if one.state == "missing"]
    assert {one.gap for one in missing} == {("summary", "aim")}
    assert [one.path[-1] for one in missing] == ["short", "medium", "long"]


def test_a_larger_profile_asks_for_more() -> None:
    counts = [len(asked("", EXTENDED, profile)) for profile in Profile]
    assert counts == sorted(set(counts))


def test_share() -> None:
    # By hand: three known of four is 75 %.
    def fact(state: Any) -> Fact:
        return Fact(record=Plan, key="name", path=("name",), state=state, gap=("name",))

    assert share([fact("known")] * 3 + [fact("unknown")]) == Decimal(75)
    assert share([fact("missing")]) == 0
    assert share([]) is None


@given(plan_data())
def test_every_gap_is_at_or_above_its_fact(data: Any) -> None:
    for one in facts(build(Plan, data)[0], EXTENDED):
        assert one.path[: len(one.gap)] == one.gap
        assert one.state == "missing" or one.gap == one.path


def test_unknown_is_counted_apart_from_missing_block_by_block() -> None:
    # By hand: where we stand is not known, and an activity has no day; the rest is known.
    patch = "summary: {stand: unknown}\naccount_plan: {activities: {hub-trial: {by: ~}}}"
    found = completeness(cut(build(Plan, examples.patched(patch, SHORT))[0], Audience.PRIVATE))
    assert found is not None
    assert (found.whole.unknown, found.whole.missing) == (1, 1)
    assert found.whole.known == len(asked("")) - 2
    open_ = {key: (one.unknown, one.missing) for key, one in found.blocks.items() if one.known < one.asked}
    assert open_ == {"header": (1, 0), "account_plan": (0, 1)}


def test_a_short_plan_has_no_tally_of_a_block_that_it_is_not_asked_for() -> None:
    found = completeness(cut(build(Plan, examples.plan(SHORT))[0], Audience.TEAM))
    assert found is not None
    assert list(found.blocks) == [
        "header",
        "account_knowledge",
        "relationships",
        "account_as_market",
        "account_plan",
    ]


def test_nobody_is_asked_for_what_they_may_not_read() -> None:
    plan = build(Plan, examples.plan(EXTENDED))[0]
    private, team, customer = (completeness(cut(plan, one)) for one in Audience)
    assert private is not None
    assert team is not None
    assert customer is None
    agendas = sum(one.key == "personal_agenda" for one in facts(plan, EXTENDED))
    assert agendas > 0
    assert team.whole == Tally(known=private.whole.known - agendas)


def test_nothing_asked_is_not_known() -> None:
    assert Tally().share is None
    assert tally([]) == Tally()


@given(plan_data())
def test_the_blocks_add_up_to_the_whole(data: Any) -> None:
    found = completeness(cut(build(Plan, data)[0], Audience.PRIVATE))
    assert found is not None
    for part in ("known", "unknown", "missing", "asked"):
        assert sum(getattr(one, part) for one in found.blocks.values()) == getattr(found.whole, part)
