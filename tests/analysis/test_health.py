"""The health of an account: each part by hand, the score, the word, and the reasons that matter most."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis import health_parts as parts
from kamc.analysis.health import Health, health
from kamc.analysis.health_parts import Sign
from kamc.audience import View, cut
from kamc.model.build import build
from kamc.model.fields import Audience, Profile
from kamc.model.plan import Plan
from kamc.model.settings import SettingsFile
from kamc.model.terms import HealthTerms, Weights
from kamc.rules import examples
from tests.strategies import plan_data
from tests.writing import Data

AS_OF = dt.date(2026, 11, 23)
LOBBY = {"roles": ["user", "facilitator"], "contacts": {"mara-lind": "2026-11-10"}}
BUDDY = LOBBY | {"promoter": "good-buddy"}
DECIDER = {"roles": "decider", "contacts": {"mara-lind": "2026-11-10"}}
ALOOF = {"roles": "decider", "contacts": "none"}


def view(data: Data) -> View:
    return cut(build(Plan, data)[0], Audience.TEAM)


def centre(**members: Data) -> View:
    named = {name.replace("_", "-"): one for name, one in members.items()}
    return view({"relationships": {"buying_center": named}})


def told(sign: Sign | None) -> tuple[int, str] | None:
    return (round(sign.score), sign.reason) if sign else None


# --- Access -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "score", "reason"),
    [
        (
            {"ann": LOBBY, "bob": DECIDER},
            100,
            "somebody inside lobbies for us, and the one decider is reached",
        ),
        ({"ann": LOBBY}, 50, "nobody knows who decides, but somebody inside lobbies for us"),
        ({"bob": DECIDER}, 50, "nobody inside lobbies for us, but the one decider is reached"),
        ({"bob": ALOOF}, 0, "nobody inside lobbies for us, and the one decider is still to be reached"),
        # By hand: half of (50 for a good buddy + 66.7 for two of three deciders) = 58.3.
        (
            {"ann": BUDDY, "bob": DECIDER, "cat": DECIDER, "dan": ALOOF},
            58,
            "nobody inside sells for us; 1 of 3 deciders is still to be reached",
        ),
        (
            {"ann": LOBBY, "bob": DECIDER, "unknown_decider": ALOOF},
            75,
            "1 of 2 deciders is still to be reached, but somebody inside lobbies for us",
        ),
        (
            {"ann": LOBBY, "board": ALOOF | {"members": ["ann", "bob"]}},
            100,
            "somebody inside lobbies for us, and the one decider is reached",
        ),
        (
            {"ann": LOBBY | {"status": "left"}, "bob": DECIDER},
            50,
            "nobody inside lobbies for us, but the one decider is reached",
        ),
        (
            {"unknown_decider": ALOOF},
            0,
            "nobody inside lobbies for us, and the one decider is still to be reached",
        ),
        (
            {"ann": LOBBY, "bob": DECIDER | {"contacts": "unknown"}},
            50,
            "the one decider is still to be reached, but somebody inside lobbies for us",
        ),
        (
            {"unknown_facilitator": {"roles": "facilitator"}, "bob": DECIDER},
            50,
            "nobody inside lobbies for us, but the one decider is reached",
        ),
    ],
)
def test_access(members: dict[str, Data], score: int, reason: str) -> None:
    assert told(parts.access(centre(**members))) == (score, reason)


@pytest.mark.parametrize("people", [{}, {"buying_center": "unknown"}, {"buying_center": {"ann": "unknown"}}])
def test_access_is_not_known_where_nobody_is(people: Data) -> None:
    assert parts.access(view({"relationships": people})) is None


# --- Contact ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("contacts", "expected"),
    [
        ([], None),
        (["2026-01-01"], None),
        ([{"every": "month", "last": "unknown"}], None),
        # By hand: a month is 31 days; 23 October was 31 days ago, 22 October 32.
        ([{"every": "month", "last": "2026-10-23"}], (100, "the one talk is on time")),
        ([{"every": "month", "last": "2026-10-22"}], (0, "the one talk is overdue, by 1 day")),
        ([{"every": "month", "last": "2026-10-22", "next": "2026-12-01"}], (100, "the one talk is on time")),
        (
            [{"every": "week", "last": "2026-11-20"}, {"every": "week", "last": "2026-11-02"}],
            (50, "1 of 2 talks is overdue, by 14 days"),
        ),
        (
            [{"every": "week", "last": "2026-11-13"}] * 2 + [{"every": "week", "last": "2026-11-20"}],
            (33, "2 of 3 talks are overdue, the oldest by 3 days"),
        ),
    ],
)
def test_contact(contacts: list[Data], expected: object) -> None:
    found = {f"our-{place}": one for place, one in enumerate(contacts)}
    assert told(parts.contact(centre(ann={"contacts": found}), AS_OF)) == expected


# --- Promises, alarms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([], None),
        ([{"by": "2027-01-31"}], None),
        ([{"by": "2026-11-13", "status": "done"}] * 2, (100, "both promises are kept")),
        # By hand: three done of four is 75.
        (
            [{"by": "2026-11-13", "status": "done"}] * 3 + [{"by": "2026-11-20"}],
            (75, "1 of 4 promises is overdue, by 3 days"),
        ),
        (
            [{"by": "2026-11-13"}, {"by": "2026-11-20"}],
            (0, "both promises are overdue, the oldest by 10 days"),
        ),
    ],
)
def test_promises(activities: list[Data], expected: object) -> None:
    found = {f"do-{place}": one for place, one in enumerate(activities)}
    assert told(parts.kept(view({"account_plan": {"activities": found}}), AS_OF)) == expected


@pytest.mark.parametrize(
    ("told_", "expected"),
    [
        ("unknown", None),
        ({}, None),
        ("none", (100, "no alarm is open")),
        ({"a": {"status": "settled", "danger": "high"}}, (100, "no alarm is open")),
        ({"a": {"danger": "high"}}, (50, "1 alarm is open, of high danger")),
        ({"a": {"danger": "low"}}, (90, "1 alarm is open")),
        ({"a": {"danger": "unknown"}}, (75, "1 alarm is open")),
        # By hand: 100 - 50 - 25 = 25.
        ({"a": {"danger": "high"}, "b": {"what": "Odd"}}, (25, "2 alarms are open, 1 of high danger")),
        ({name: {"danger": "high"} for name in "abc"}, (0, "3 alarms are open, all of high danger")),
    ],
)
def test_alarms(told_: Data, expected: object) -> None:
    assert told(parts.alarming(view({"account_plan": {"alarms": told_}}), AS_OF)) == expected


# --- Success factors, satisfaction, completeness ------------------------------------------------------------

FACTORS = {
    "account_knowledge": {
        "success_factors": {"clean-audit": {"what": "A"}, "low-cost": {"what": "B"}},
        "challenges": {"late-files": {"what": "C", "serves": "clean-audit"}},
    }
}


@pytest.mark.parametrize(
    ("plan", "score", "reason"),
    [
        ({}, 0, "both success factors are helped by nothing of ours"),
        (
            {"activities": {"do": {"answers": "low-cost"}}},
            50,
            "1 of 2 success factors is helped by nothing of ours",
        ),
        (
            {
                "activities": {"do": {"answers": "late-files"}},
                "communications": {"say": {"anchored_in": "low-cost"}},
            },
            100,
            "both success factors are helped",
        ),
        (
            {"activities": {"do": {"answers": ["late-files", "low-cost"], "status": "dropped"}}},
            0,
            "both success factors are helped by nothing of ours",
        ),
        (
            {"opportunities": {"deal": {"answers": ["late-files", "low-cost"], "stage": "lost"}}},
            0,
            "both success factors are helped by nothing of ours",
        ),
        (
            {"activities": {"do": {"answers": ["late-files", "low-cost"], "status": "done"}}},
            100,
            "both success factors are helped",
        ),
    ],
)
def test_factors(plan: Data, score: int, reason: str) -> None:
    assert told(parts.factors(view(FACTORS | {"account_plan": plan}))) == (score, reason)


def test_a_factor_that_something_may_yet_help_is_no_zero() -> None:
    """An activity that does not know what it answers may help what nothing else does."""
    unsure = {"activities": {"do": {"answers": "unknown"}, "go": {"answers": "low-cost"}}}
    assert parts.factors(view(FACTORS | {"account_plan": unsure})) is None
    helped = {"activities": {"do": {"answers": "unknown"}, "go": {"answers": ["late-files", "low-cost"]}}}
    found = parts.factors(view(FACTORS | {"account_plan": helped}))
    assert told(found) == (100, "both success factors are helped")


def test_a_need_that_is_over_helps_no_factor() -> None:
    gone = {"late-files": {"what": "C", "serves": "a", "status": "solved"}}
    known = {"success_factors": {"a": {"what": "A"}}, "challenges": gone}
    did = {"activities": {"do": {"answers": "late-files", "status": "done"}}}
    found = parts.factors(view({"account_knowledge": known, "account_plan": did}))
    assert told(found) == (0, "the one success factor is helped by nothing of ours")


def test_a_factor_of_which_we_say_why_nothing_helps_is_not_counted() -> None:
    one = {"success_factors": {"a": {"what": "A", "why": "Nothing we have can."}}}
    assert parts.factors(view({"account_knowledge": one})) is None
    assert parts.factors(view({})) is None


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({}, None),
        ({"price": {"expectation": 8, "perception": "unknown"}}, None),
        ({"price": {"expectation": 0, "perception": 0}}, None),
        ({"price": {"expectation": 8, "perception": 9}}, (100, "they see 100 % of what they expect")),
        # By hand: (6 + 8) of (8 + 8) is 87.5; what they see beyond eight of the date makes up for nothing.
        (
            {"price": {"expectation": 8, "perception": 6}, "date": {"expectation": 8, "perception": 10}},
            (88, "they see 88 % of what they expect, least of all price"),
        ),
        (
            {"clean-invoice": {"expectation": 8, "perception": 4}},
            (50, "they see 50 % of what they expect, least of all clean invoice"),
        ),
    ],
)
def test_satisfaction(criteria: Data, expected: object) -> None:
    market = {"satisfaction": {"scale": 10, "criteria": criteria}}
    assert told(parts.satisfied(view({"account_as_market": market}))) == expected


def test_completeness() -> None:
    plan = build(Plan, examples.patched("selection: {why: unknown}", Profile.SHORT))[0]
    found = parts.complete(cut(plan, Audience.PRIVATE))
    assert found is not None
    assert found.reason.startswith("1 of ")
    assert found.reason.endswith(" facts is open")


# --- The whole ----------------------------------------------------------------------------------------------

NAMES = tuple(name for name in Weights.__annotations__ if name != "about")
NONE = msgspec.structs.replace(Weights(), **dict.fromkeys(NAMES, Decimal(0)))


def only(**weights: int) -> HealthTerms:
    return HealthTerms(
        weights=msgspec.structs.replace(NONE, **{key: Decimal(one) for key, one in weights.items()})
    )


def judged(data: Data, terms: HealthTerms = HealthTerms()) -> Health:  # noqa: B008 - frozen
    found = health(view(data), AS_OF, terms)
    assert found is not None
    return found


def outcome(found: Health) -> tuple[int | None, str]:
    return (None if found.score is None else int(found.score), found.word)


GOOD_ACCESS = {"relationships": {"buying_center": {"ann": LOBBY, "bob": DECIDER}}}


def alarm(danger: str, count: int = 1) -> Data:
    return {"account_plan": {"alarms": {f"a-{place}": {"danger": danger} for place in range(count)}}}


@pytest.mark.parametrize(
    ("danger", "access", "alarms", "score", "word"),
    [
        # By hand: (3 × 100 + 1 × 50) ÷ 4 = 87.5, rounded to 88.
        ("high", 3, 1, 88, "green"),
        # By hand: (1 × 100 + 2 × 50) ÷ 3 = 66.7.
        ("high", 1, 2, 67, "amber"),
        ("high", 0, 1, 50, "amber"),
        ("low", 0, 1, 90, "green"),
    ],
)
def test_the_score_is_the_mean_by_weight(
    danger: str, access: int, alarms: int, score: int, word: str
) -> None:
    found = judged(GOOD_ACCESS | alarm(danger), only(access=access, alarms=alarms))
    assert outcome(found) == (score, word)


def test_no_account_is_green_while_a_part_of_it_is_red() -> None:
    # By hand: two dangerous alarms leave 0; (9 × 100 + 1 × 0) ÷ 10 = 90 would be green.
    found = judged(GOOD_ACCESS | alarm("high", 2), only(access=9, alarms=1))
    assert outcome(found) == (90, "amber")
    assert found.reasons[0] == "2 alarms are open, both of high danger"


def test_red_is_below_amber() -> None:
    found = judged({"relationships": {"buying_center": {"bob": ALOOF}}}, only(access=1))
    assert outcome(found) == (0, "red")


def test_a_part_that_is_not_known_does_not_count_and_is_named() -> None:
    found = judged(GOOD_ACCESS, only(access=3, satisfaction=1))
    assert (outcome(found), found.unknown) == ((100, "green"), ("satisfaction",))


def test_where_too_much_is_not_known_there_is_no_word() -> None:
    # By hand: three of eight are 37.5 %, two of five are 40 %.
    found = judged(GOOD_ACCESS, only(access=3, satisfaction=5))
    assert outcome(found) == (100, "unknown")
    assert judged(GOOD_ACCESS, only(access=2, satisfaction=3)).word == "green"


def test_nothing_known_or_weighed_is_no_score() -> None:
    for found in (judged({}, only(alarms=1)), judged(GOOD_ACCESS, only())):
        assert (outcome(found), found.reasons) == ((None, "unknown"), ())


def test_two_reasons_what_costs_most_first() -> None:
    data = GOOD_ACCESS | alarm("low") | {"account_knowledge": {"success_factors": {"a": {"what": "A"}}}}
    found = judged(data, only(access=20, alarms=15, factors=15))
    assert found.reasons == ("the one success factor is helped by nothing of ours", "1 alarm is open")


def test_what_holds_the_word_back_leads_though_another_part_costs_more() -> None:
    # By hand: access is at 50 and costs 9 × 50 = 450 points, the alarms are at 0 and cost 1 × 100.
    data = {"relationships": {"buying_center": {"bob": DECIDER}}} | alarm("high", 2)
    found = judged(data, only(access=9, alarms=1))
    assert [one.key for one in found.leading] == ["alarms", "access"]


def test_a_customer_gets_no_health() -> None:
    assert health(cut(Plan(), Audience.CUSTOMER), AS_OF, HealthTerms()) is None


def test_the_terms_come_from_the_settings() -> None:
    file = build(SettingsFile, {"kamc": 1, "health": {"green": 90, "weights": {"alarms": 0}}})[0]
    weights = file.health.weights
    assert [int(one) for one in (file.health.green, file.health.amber)] == [90, 40]
    assert [int(one) for one in (weights.alarms, weights.access)] == [0, 20]


WEIGHTS = st.builds(Weights, **{name: st.integers(0, 100).map(Decimal) for name in NAMES})


@given(plan_data(), WEIGHTS, st.integers(2, 9))
def test_a_score_lies_between_0_and_100_and_only_the_ratio_of_weights_counts(
    data: Data, weights: Weights, times: int
) -> None:
    found = judged(data, HealthTerms(weights=weights))
    assert found.score is None or 0 <= found.score <= 100
    assert all(0 <= one.sign.score <= 100 and one.sign.reason for one in found.parts if one.sign)
    more = msgspec.structs.replace(weights, **{name: getattr(weights, name) * times for name in NAMES})
    assert judged(data, HealthTerms(weights=more)).score == found.score
    if found.score is not None:
        assert 1 <= len(found.reasons) <= 2
