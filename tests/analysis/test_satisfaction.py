"""Satisfaction: perception less expectation, the worst first."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.satisfaction import satisfaction
from kamc.model.fields import Audience
from tests.analysis.views import view


def found(criteria: Any, audience: Audience = Audience.TEAM, **survey: Any) -> Any:
    return satisfaction(
        view(audience, account_as_market={"satisfaction": {"criteria": criteria, "scale": 10, **survey}})
    )


SURVEY = {
    "logs": {"expectation": 8, "perception": 8},
    "pumps": {"expectation": 8, "perception": 9},
    "delivery": {"expectation": 9, "perception": 5},
    "advice": {"expectation": "unknown", "perception": 8},
}


def test_a_survey_by_hand() -> None:
    # 5 - 9 = -4, 8 - 8 = 0, 9 - 8 = 1; the mean of the three is -1, a tenth of the scale.
    one = found(SURVEY, responses=34, surveyed="2026-05-19")
    assert [(it.criterion, it.difference) for it in one.criteria] == [
        ("delivery", -4),
        ("logs", 0),
        ("pumps", 1),
        ("advice", None),
    ]
    assert (one.mean, one.known, one.of, one.in_percent) == (-1, 3, 4, -10)
    assert (one.responses, str(one.surveyed), one.scale) == (34, "2026-05-19", 10)


@pytest.mark.parametrize("scale", ["unknown", "none"])
def test_without_a_scale_no_percent(scale: Any) -> None:
    assert found(SURVEY, scale=scale).in_percent is None


def test_nothing_known() -> None:
    one = found({"logs": {"expectation": 8}, "pumps": "unknown"})
    assert (one.mean, one.known, one.of, one.in_percent) == (None, 0, 2, None)


@pytest.mark.parametrize("criteria", [{}, "unknown"])
def test_nothing_told(criteria: Any) -> None:
    assert found(criteria) is None


def test_it_is_nothing_for_a_customer() -> None:
    assert found(SURVEY, Audience.CUSTOMER) is None


MARKS = st.integers(0, 10)
CRITERIA = st.dictionaries(
    st.sampled_from(["logs", "pumps", "advice", "nights"]),
    st.fixed_dictionaries({"expectation": MARKS, "perception": MARKS}),
    min_size=1,
)


@given(CRITERIA)
def test_the_mean_lies_between_the_worst_and_the_best(criteria: Any) -> None:
    one = found(criteria)
    slack = Decimal("1e-20")
    assert one.criteria[0].difference - slack <= one.mean <= one.criteria[-1].difference + slack
    assert found(dict(reversed(criteria.items()))) == one
