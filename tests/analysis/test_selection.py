"""Why an account is key, in figures: criteria, matrices, and the decision beside what they suggest."""

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.selection import CRITERIA, Chosen, Decision, Placed, chosen
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.selection import Criteria, Selection
from kamc.model.settings import SettingsFile
from kamc.model.spec import spec
from kamc.model.terms import MatrixTerms
from tests.strategies import plan_data
from tests.writing import Data

TERMS = MatrixTerms()
PAST = {"sales": "1M", "cost_of_goods": "0.6M", "presale": "0.1M", "postsale": "0.1M"}
AHEAD = PAST | {"basis": "expected", "sales": "1.4M"}


def told(plan: Data, terms: MatrixTerms = TERMS) -> Chosen:
    found = chosen(cut(build(Plan, plan)[0], Audience.TEAM), terms)
    assert found is not None
    return found


def placed(key: str, plan: Data, terms: MatrixTerms = TERMS) -> Placed:
    return next(one for one in told(plan, terms).matrices if one.matrix.key == key)


def method(loyalty: str, profitability: str) -> Data:
    words = {"loyalty": loyalty, "profitability": profitability}
    return {"selection": {"criteria": {"relationship_method": words}}}


@pytest.mark.parametrize(
    ("loyalty", "profitability", "quadrant", "suggests"),
    [
        ("low", "low", "stranger", "reduce"),
        ("low", "high", "butterfly", "maintain"),
        ("high", "high", "friend", "increase"),
        ("medium", "medium", "friend", "increase"),
        ("high", "low", "vulture", "reduce"),
        ("unknown", "low", None, None),
    ],
)
def test_loyalty_by_profitability(
    loyalty: str, profitability: str, quadrant: str | None, suggests: str | None
) -> None:
    one = placed("loyalty_profitability", method(loyalty, profitability))
    assert (one.quadrant, one.suggests) == (quadrant, suggests)


def test_a_house_may_want_more_of_a_friend() -> None:
    terms = build(SettingsFile, {"kamc": 1, "matrices": {"loyalty": "high"}})[0].matrices
    assert placed("loyalty_profitability", method("medium", "medium"), terms).quadrant == "butterfly"


@pytest.mark.parametrize(
    ("attractive", "strong", "quadrant"),
    [
        # By hand: (5 + 2) ÷ 2 = 3.5 is high; (3 + 2) ÷ 2 = 2.5 is low; 3 alone is high.
        ({"size": 5, "closeness": 2}, {"price": 3, "trust": 2}, "attractive, not ours"),
        ({"size": 5, "closeness": 2}, {"price": 3}, "attractive and ours"),
        ({"size": 2}, {"price": {"score": 4, "why": "Ours lasts."}}, "ours, not attractive"),
        ({"size": 2, "closeness": "unknown"}, {"price": 1}, "neither attractive nor ours"),
        ({"size": 2}, {"price": "unknown"}, None),
        ({}, {"price": 3}, None),
    ],
)
def test_attractiveness_by_strength(attractive: Data, strong: Data, quadrant: str | None) -> None:
    selection = {"attractiveness": attractive, "relative_strength": strong}
    assert placed("attractiveness_strength", {"selection": selection}).quadrant == quadrant


def test_an_average_says_of_how_many_marks_it_is() -> None:
    one = placed("attractiveness_strength", {"selection": {"attractiveness": {"size": 5, "closeness": 2}}})
    assert (one.across.value, one.across.known, one.across.asked) == (Decimal("3.5"), 2, 10)
    assert (one.up.value, one.up.known, one.up.asked) == (None, 0, 9)


def test_importance_by_difficulty_takes_all_that_is_hard_together() -> None:
    # By hand: (4 + 1 + 1) ÷ 3 = 2 is low, so key easy.
    hard = {"product": {"novelty": 4}, "account": {"power": 1}, "competition": {"number": 1}}
    one = placed("importance_difficulty", {"selection": {"importance": {"prestige": 4}, "difficulty": hard}})
    assert (one.up.value, one.quadrant, one.suggests) == (Decimal(2), "key easy", "maintain")


@pytest.mark.parametrize(
    ("results", "present", "potential", "quadrant"),
    [
        # By hand: 1 000 000 less 800 000 is 20 % of sales; 1 400 000 less 800 000 is 60 % of the same sales.
        ({"2025": PAST, "2027": AHEAD}, 20, 60, "desirable"),
        (
            {"2025": PAST, "2026": AHEAD | {"sales": "1M"}, "2027": AHEAD | {"sales": "0.9M"}},
            20,
            10,
            "developed",
        ),
        ({"2025": PAST | {"cost_of_goods": "0.9M"}, "2027": AHEAD}, -10, 60, "undeveloped"),
        (
            {"2025": PAST | {"cost_of_goods": "0.9M"}, "2026": AHEAD | {"sales": "0.9M"}},
            -10,
            10,
            "undesirable",
        ),
        ({"2025": PAST}, 20, None, None),
        ({"2024": AHEAD, "2025": PAST}, 20, None, None),
        ({"2025": PAST | {"presale": "unknown"}, "2027": AHEAD}, None, 60, None),
        ({"2025": PAST | {"sales": 0}, "2027": AHEAD}, None, None, None),
        ({"2025": PAST, "2027": AHEAD | {"currency": "USD"}}, 20, None, None),
        ({"2027": AHEAD}, None, None, None),
        ({}, None, None, None),
    ],
)
def test_present_by_potential_profit(
    results: Data, present: int | None, potential: int | None, quadrant: str | None
) -> None:
    one = placed("present_potential", {"account_as_market": {"results": results}})
    assert (one.across.value, one.up.value, one.quadrant) == (present, potential, quadrant)


@pytest.mark.parametrize(
    ("criteria", "known"),
    [
        ({}, []),
        ({"size": "Fourth of our banks", "fit": "unknown"}, ["size"]),
        ({"strategic_importance": "none", "lifetime_value": {"years": "unknown"}}, ["strategic_importance"]),
        ({"fit": {"strategic": "high", "cultural": "unknown"}}, ["fit"]),
    ],
)
def test_which_of_the_six_criteria_are_known(criteria: Data, known: list[str]) -> None:
    found = told({"selection": {"criteria": criteria}}).criteria
    assert [key for key, is_known in found.items() if is_known] == known
    assert tuple(found) == CRITERIA


def test_the_six_are_those_of_the_format() -> None:
    assert set(CRITERIA) == {attr for attr in Criteria.__annotations__ if attr != "about"}
    assert get_args(Decision) == spec(Selection).by_key["decision"].field.words  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("decision", "suggests", "agrees"),
    [("increase", "increase", True), ("reduce", "increase", False), ("unknown", "increase", None)],
)
def test_the_decision_stands_beside_what_most_matrices_suggest(
    decision: str, suggests: str, agrees: bool | None
) -> None:
    plan = method("high", "high") | {"account_as_market": {"results": {"2025": PAST, "2027": AHEAD}}}
    plan["selection"] |= {
        "decision": decision,
        "importance": {"prestige": 1},
        "difficulty": {"product": {"novelty": 5}},
    }
    found = told(plan)
    assert [one.suggests for one in found.matrices] == ["increase", None, "reduce", "increase"]
    assert (found.suggests, found.agrees) == (suggests, agrees)


def test_matrices_that_do_not_agree_suggest_nothing() -> None:
    plan = method("low", "low")
    plan["selection"] |= {
        "decision": "increase",
        "attractiveness": {"size": 5},
        "relative_strength": {"price": 5},
    }
    assert (told(plan).suggests, told(plan).agrees) == (None, None)


def test_bucket_and_time() -> None:
    found = told({"selection": {"bucket": "key", "coverage": {"time": 40}}})
    assert (found.bucket, found.time, found.decision) == ("key", Decimal(40), None)


def test_a_customer_does_not_see_why_they_are_key() -> None:
    assert chosen(cut(Plan(), Audience.CUSTOMER), TERMS) is None


@given(plan_data())
def test_whatever_a_plan_says_the_figures_hold(data: Data) -> None:
    for one in told(data).matrices:
        assert (one.quadrant is None) == (one.across.side is None or one.up.side is None)
        assert all(0 <= axis.known <= axis.asked for axis in (one.across, one.up))


AMOUNT = st.integers(1, 10**9)


@given(AMOUNT, AMOUNT, st.integers(2, 1000))
def test_in_another_currency_the_place_is_the_same(sales: int, ahead: int, rate: int) -> None:
    def place(times: int) -> Placed:
        past = {"sales": sales * times, "cost_of_goods": 500 * times, "presale": 0, "postsale": 0}
        later = past | {"basis": "expected", "sales": ahead * times}
        return placed("present_potential", {"account_as_market": {"results": {"2025": past, "2026": later}}})

    assert place(rate).across == place(1).across
    assert place(rate).up == place(1).up
