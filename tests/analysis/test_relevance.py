"""Relevance: the book's checks, the ranking, and where we are weak."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.relevance import relevance
from kamc.model.fields import Audience
from kamc.model.limits import Limits
from kamc.model.product import ROLES
from tests.analysis.views import view


def found(criteria: Any, audience: Audience = Audience.TEAM, **limits: Any) -> Any:
    shown = view(audience, product_knowledge={"decision_criteria": criteria})
    return relevance(shown, Limits(**limits)) if limits else relevance(shown)


def told(ranked: Any) -> list[tuple[str, str, int]]:
    return [(one.criterion, one.role, one.relevance.score) for one in ranked]


@pytest.mark.parametrize(
    ("written", "score"), [("6x2", 12), ("2x5", 10), ("6x6", 36), ("1x1", 1), ("7x7", 49)]
)
def test_the_checks_of_the_book(written: str, score: int) -> None:
    one = found({"price": {"relevance": {"buyer": written}}})
    assert one.maximum.relevance.score == score


CRITERIA = {
    "price": {"relevance": {"buyer": "6x2", "user": "2x5"}, "our_answer": "facilitator-sells"},
    "nights": {"relevance": {"user": "6x6", "buyer": "unknown", "decider": "5x3"}},
    "carbon": {"relevance": {"decider": "4x3", "advisor": "7x1"}},
    "old": {"relevance": {"user": "7x7"}, "status": "gone"},
}


def test_the_ranking() -> None:
    # 6×6 = 36, 5×3 = 15, 6×2 = 12 before 4×3 = 12 for its importance, 2×5 = 10, 7×1 = 7.
    one = found(CRITERIA)
    assert told(one.ranked) == [
        ("nights", "user", 36),
        ("nights", "decider", 15),
        ("price", "buyer", 12),
        ("carbon", "decider", 12),
        ("price", "user", 10),
        ("carbon", "advisor", 7),
    ]
    assert told(one.criteria) == [("nights", "user", 36), ("price", "buyer", 12), ("carbon", "decider", 12)]
    assert told([one.maximum]) == [("nights", "user", 36)]
    assert one.unknown == 1


def test_where_we_are_weak() -> None:
    # Importance of 5 and more, difference of 3 and less: 7×1, 6×2 and 5×3.
    weak = found(CRITERIA).vulnerabilities
    assert told(weak) == [("carbon", "advisor", 7), ("price", "buyer", 12), ("nights", "decider", 15)]
    assert [one.answer for one in weak] == [None, "facilitator-sells", None]
    assert told(found(CRITERIA, importance=6, weakness=1).vulnerabilities) == [("carbon", "advisor", 7)]


@pytest.mark.parametrize(
    "criteria",
    [{}, "unknown", {"price": "What it costs"}, {"old": {"relevance": {"user": "7x7"}, "status": "gone"}}],
)
def test_nothing_rated(criteria: Any) -> None:
    assert found(criteria) is None


def test_nothing_but_questions() -> None:
    one = found({"price": {"relevance": {"buyer": "unknown"}}})
    assert (one.maximum, one.ranked, one.unknown) == (None, (), 1)


def test_it_is_nothing_for_a_customer() -> None:
    assert found(CRITERIA, Audience.CUSTOMER) is None


RATINGS = st.dictionaries(
    st.sampled_from(ROLES), st.builds("{}x{}".format, st.integers(1, 7), st.integers(1, 7)), min_size=1
)
SEVERAL = st.dictionaries(st.sampled_from(["price", "nights", "carbon"]), RATINGS, min_size=1)


@given(SEVERAL)
def test_order_never_matters(several: Any) -> None:
    def written(items: Any) -> Any:
        return {key: {"relevance": dict(roles)} for key, roles in items}

    turned = [(key, dict(reversed(roles.items()))) for key, roles in reversed(several.items())]
    assert found(written(turned)) == found(written(several.items()))


@given(SEVERAL)
def test_the_maximum_is_one_of_the_ranked_and_none_is_above(several: Any) -> None:
    one = found({key: {"relevance": roles} for key, roles in several.items()})
    scores = [it.relevance.score for it in one.ranked]
    assert scores == sorted(scores, reverse=True)
    assert one.maximum.relevance.score == max(scores) <= 49
    assert len(one.criteria) == len(several)
