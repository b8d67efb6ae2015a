"""What each rule on links says of entries that nothing takes up, and what keeps it quiet."""

import pytest

from kamc.model.fields import Profile
from tests.judging import found, told

EXTENDED = Profile.EXTENDED
CENTRE = "relationships/buying_center"
DRY = "account_knowledge: {success_factors: {dry-docks: {what: Dry docks, whose: jan-ostrow, by: 2027}}}"
WET = "account_knowledge: {challenges: {wet-paper: {what: Wet papers, serves: cold-chain, by: 2027}}}"
LANES = "account_plan: {objectives: {lanes: {what: South lanes, baseline: 0, target: 1M, by: 2027}}}"
DRIFT = "strategies: {drift: {what: Drift south, uses: two-nights, advances: lanes, by: 2027}}"
RIVAL = "relationships: {buying_center: {eva-rust: {roles: buyer, stance: opponent, influence: high}}}"
WITH_EVA = "account_plan: {activities: {one-sheet: {with: eva-rust}}}"

MESSAGES = [
    (
        "KAM606",
        DRY,
        "account_knowledge/success_factors/dry-docks",
        'nothing helps "Dry docks"',
        "nothing of ours answers it or is anchored in it",
    ),
    (
        "KAM607",
        WET,
        "account_knowledge/challenges/wet-paper",
        'nothing answers "Wet papers"',
        "a challenge of theirs without an answer of ours",
    ),
    (
        "KAM607",
        "account_knowledge: {projects: {crane: {what: A crane, serves: cold-chain, by: 2027}}}",
        "account_knowledge/projects/crane",
        'nothing answers "A crane"',
        "a project of theirs without an answer of ours",
    ),
    (
        "KAM608",
        "relationships: {buying_center: {eva-rust: {roles: decider, contacts: {tor-vik: 2026-11-02}}}}",
        f"{CENTRE}/eva-rust",
        "no message of ours is for Eva Rust, who decides",
        "in no communication's `to`",
    ),
    (
        "KAM608",
        f"{RIVAL}\n{WITH_EVA}",
        f"{CENTRE}/eva-rust",
        "no message of ours is for Eva Rust, who is against us",
        "in no communication's `to`",
    ),
    (
        "KAM609",
        "account_as_market: {advantages: {desk: {what: A desk at night, serves: night-cut}}}",
        "account_as_market/advantages/desk",
        'nobody is told of "A desk at night"',
        "no communication carries it, no strategy uses it",
    ),
    (
        "KAM610",
        LANES,
        "account_plan/objectives/lanes",
        'nothing that we do brings us nearer to "South lanes"',
        "no activity, opportunity or strategy advances it",
    ),
    (
        "KAM611",
        "account_as_market: {swot: {weaknesses: {one-crew: One crew only}}}",
        "account_as_market/swot/weaknesses/one-crew",
        'no strategy uses "One crew only"',
        "which strategy makes up for it?",
    ),
    (
        "KAM612",
        f"{LANES[:-1]}, {DRIFT}}}",
        "account_plan/strategies/drift",
        'nobody carries out "Drift south"',
        "no activity advances it, and it has no tactic by quarter",
    ),
    (
        "KAM613",
        "account_knowledge: {business_objectives: {no-debt: {what: Free of debt, by: 2029}}}",
        "account_knowledge/business_objectives/no-debt",
        'nothing in this plan serves their objective "Free of debt"',
        "what must go well for it?",
    ),
]


@pytest.mark.parametrize(("code", "patch", "at", "message", "label"), MESSAGES)
def test_messages(code: str, patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, EXTENDED, codes="KAM6")) == [(at, message, label)]
    assert [one.code for one in found(patch, EXTENDED, codes="KAM6")] == [code]


def plan_with(patch: str, **blocks: str) -> str:
    """`patch` with more of the account plan."""
    return f"{patch}\naccount_plan:\n" + "".join(f"  {name}: {text}\n" for name, text in blocks.items())


QUIET = [
    pytest.param(plan_with(DRY, activities="{hub-trial: {answers: [night-cut, dry-docks]}}"), id="answered"),
    pytest.param(plan_with(DRY, communications="{door-page: {anchored_in: dry-docks}}"), id="said"),
    pytest.param(plan_with(DRY, opportunities="{hub-nights: {answers: dry-docks}}"), id="may-be-bought"),
    pytest.param(
        plan_with(DRY, activities="{roof: {what: A roof, answers: dry-docks, status: done}}"), id="done"
    ),
    pytest.param(
        f"{DRY}\nproduct_knowledge: {{offerings: {{cold-line: {{answers: dry-docks}}}}}}", id="sold"
    ),
    pytest.param(DRY.replace("by: 2027", "why: Theirs alone"), id="no-matter-for-us"),
    pytest.param(DRY.replace("by: 2027", "status: dropped"), id="ended"),
    pytest.param(plan_with(DRY, activities="{hub-trial: {answers: unknown}}"), id="unknown-link"),
    pytest.param(plan_with(DRY, activities="{visit: unknown}"), id="unknown-entry"),
    pytest.param(plan_with(DRY, communications="unknown"), id="unknown-list"),
    pytest.param(plan_with(DRY, activities="{hub-trial: {answers: dry-dokcs}}"), id="dangling"),
    pytest.param(WET.replace("by: 2027", "why: Theirs alone"), id="need-no-matter"),
    pytest.param(WET.replace("by: 2027", "status: solved"), id="need-ended"),
    pytest.param(plan_with(WET, meetings="{hub-evening: {about: wet-paper}}"), id="need-met-about"),
    pytest.param(
        "account_knowledge: {projects: {crane: {what: A crane, serves: cold-chain, status: on-hold}}}",
        id="project-on-hold",
    ),
    pytest.param(
        "account_knowledge: {plans: {crane: {what: A crane, serves: cold-chain, by: 2029}}}",
        id="only-a-plan",
    ),
    pytest.param(
        "relationships: {buying_center: {board: {roles: decider, members: [ole-kamp]}}}", id="committee"
    ),
    pytest.param("relationships: {buying_center: {unknown-decider: {roles: decider}}}", id="placeholder"),
    pytest.param("relationships: {buying_center: {eva-rust: {roles: decider, contacts: none}}}", id="306"),
    pytest.param(
        "relationships: {buying_center: {eva-rust: {roles: decider, contacts: {tor-vik: 2026-11}}}}\n"
        "account_plan: {meetings: {hub-evening: {with: [ines-bahr, eva-rust]}}}",
        id="decider-met",
    ),
    pytest.param(
        "relationships: {buying_center: {eva-rust: {roles: decider, contacts: {tor-vik: 2026-11}}}}\n"
        "account_plan: {meetings: {hub-evening: {with: unknown}}}",
        id="decider-perhaps-met",
    ),
    pytest.param(plan_with(WET, meetings="{hub-evening: {about: unknown}}"), id="need-perhaps-met-about"),
    pytest.param(RIVAL, id="opponent-without-any-answer"),
    pytest.param(
        f"{RIVAL[:-2]}, ines-bahr: {{influences: {{eva-rust: Prices}}}}}}}}\n{WITH_EVA}",
        id="opponent-whom-an-ally-moves",
    ),
    pytest.param(
        f"{RIVAL.replace('high', 'low')}\n{WITH_EVA}",
        id="opponent-without-weight",
    ),
    pytest.param(
        f"{RIVAL[:-3]}, won_through: ines-bahr}}}}}}\n{WITH_EVA}",
        id="opponent-through-an-ally",
    ),
    pytest.param(
        plan_with(
            "account_as_market: {advantages: {desk: {what: A desk, serves: night-cut}}}",
            strategies="{hold-cold: {uses: [year-bonus, no-day, desk]}}",
        ),
        id="advantage-used",
    ),
    pytest.param(f"{LANES[:-1]}, activities: {{one-sheet: {{advances: lanes}}}}}}", id="objective-advanced"),
    pytest.param(LANES.replace("by: 2027", "status: missed"), id="objective-ended"),
    pytest.param(
        "account_plan: {objectives: {ole: {what: Ole asks us, kind: political, people: ole-kamp, by: 2027}}}",
        id="objective-about-people-we-speak-to",
    ),
    pytest.param(
        "account_plan: {activities: {net-sketch: {advances: cold-growth}}, "
        "strategies: {night-first: {advances: night-sales}}}\n"
        "product_knowledge: {co_creation: {net: {what: A net, answers: third-hub}}}",
        id="objective-made-together",
    ),
    pytest.param(
        "account_as_market: {swot: {threats: {rumour: {what: A sale, confidence: low}}}}", id="not-sure"
    ),
    pytest.param(
        "account_as_market: {swot: {threats: {rumour: A sale}}}\n"
        "account_plan: {strategies: {hold-cold: {uses: unknown}}}",
        id="strategy-uses-unknown",
    ),
    pytest.param(
        f"{LANES[:-1]}, {DRIFT}, activities: {{one-sheet: {{advances: lanes}}}}}}", id="goal-worked-on"
    ),
]


@pytest.mark.parametrize("patch", QUIET)
def test_quiet(patch: str) -> None:
    quiet = ("KAM606", "KAM607", "KAM608", "KAM609", "KAM610", "KAM611", "KAM612", "KAM613")
    assert [one for code in quiet for one in found(patch, EXTENDED, codes=code)] == []


def test_one_root_cause_is_told_once_with_what_waits_beside_it() -> None:
    patch = DRY[:-1] + ", " + WET.replace("cold-chain", "dry-docks").removeprefix("account_knowledge: {")
    (finding,) = found(patch, EXTENDED, codes="KAM6")
    assert finding.code == "KAM606"
    assert [one.at[-1] for one in finding.related] == ["wet-paper"]


def test_a_need_that_is_answered_helps_the_factor_that_it_serves() -> None:
    patch = (
        DRY[:-1] + ", challenges: {wet-paper: {what: Wet papers, serves: dry-docks}}}\n"
        "account_plan: {activities: {hub-trial: {answers: [night-cut, wet-paper]}}}"
    )
    assert found(patch, EXTENDED, codes="KAM6") == []
    assert found(patch.replace("hub-trial", "roof"), EXTENDED, codes="KAM606") == []
    ended = patch.replace("serves: dry-docks", "serves: dry-docks, status: solved")
    assert [one.code for one in found(ended, EXTENDED, codes="KAM6")] == ["KAM606"]


def test_without_strategies_a_swot_may_stand_alone() -> None:
    ended = "account_plan: {strategies: {night-first: {status: dropped}, hold-cold: {status: dropped}}}"
    assert found(ended, EXTENDED, codes="KAM611") == []


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        ("account_plan: {communications: {cold-letter: {to: ~}}}", "KAM602"),
        ("account_plan: {communications: {cold-letter: {carries: ~}}}", "KAM603"),
        ("account_plan: {communications: {cold-letter: {anchored_in: ~}}}", "KAM604"),
        ("account_plan: {activities: {hub-trial: {answers: ~}}}", "KAM601"),
    ],
)
def test_what_lacks_a_link_is_told_and_not_what_the_link_would_name(patch: str, code: str) -> None:
    assert [one.code for one in found(patch, codes="KAM6")] == [code]
