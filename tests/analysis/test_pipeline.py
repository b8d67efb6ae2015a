"""The pipeline by stage, weighted by hand, with CABS and what is overdue."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.pipeline import pipeline
from kamc.model.fields import Audience
from tests.analysis.views import view

DAY = dt.date(2026, 11, 23)
CABS = {
    "compelling_reason": "The lease ends in July.",
    "authority": "jan-ostrow",
    "budget": {"state": "planned"},
    "allies": "ines-bahr",
}


def found(held: Any, audience: Audience = Audience.TEAM) -> Any:
    return pipeline(view(audience, account_plan={"opportunities": held}), DAY)


HELD: Any = {
    "nights": {
        "stage": "qualified",
        "value": "1.6M",
        "probability": 55,
        "closes": "2027-02-26",
        "cabs": CABS,
    },
    "hubs": {"stage": "identified", "value": "0.4M", "probability": 25, "closes": "2026-11-22"},
    "south": {"stage": "qualified", "value": "0.5M", "probability": "unknown", "closes": "2026-Q4"},
    "islands": {"stage": "closing", "value": "1M", "probability": 90, "currency": "USD"},
    "kept": {"stage": "contract", "value": "9M", "probability": 100, "closes": "2026-01-01"},
    "gone": {"stage": "lost", "value": "9M", "probability": 0},
}


def sums(held: Any) -> list[tuple[Any, ...]]:
    return [(one.currency, one.amount, one.known, one.of) for one in held]


def test_a_pipeline_by_hand() -> None:
    # 1.6M × 55 % = 880k; 0.4M × 25 % = 100k; 0.5M is not weighted; 1M USD × 90 % = 900k.
    one = found(HELD)
    assert one.total.count == 4
    assert sums(one.total.value) == [("EUR", 2_500_000, 3, 3), ("USD", 1_000_000, 1, 1)]
    assert sums(one.total.weighted) == [("EUR", 980_000, 2, 3), ("USD", 900_000, 1, 1)]
    assert list(one.stages) == ["identified", "qualified", "closing"]
    assert sums(one.stages["qualified"].value) == [("EUR", 2_100_000, 2, 2)]
    assert sums(one.stages["qualified"].weighted) == [("EUR", 880_000, 1, 2)]


def test_the_next_to_be_decided_comes_first() -> None:
    one = found(HELD)
    assert [it.id for it in one.prospects] == ["hubs", "south", "nights", "islands"]
    assert [it.id for it in one.overdue] == ["hubs"]


def test_what_is_decided_today_is_not_overdue() -> None:
    assert found({"hubs": HELD["hubs"] | {"closes": DAY.isoformat()}}).overdue == ()


def test_nobody_knows_whether_it_is_decided() -> None:
    assert found({"hubs": HELD["hubs"] | {"stage": "unknown"}}).overdue == ()


@pytest.mark.parametrize(
    ("cabs", "gaps", "percent"),
    [
        (CABS, (), 100),
        (CABS | {"allies": "unknown"}, ("allies",), 75),
        (CABS | {"budget": {"state": "none"}, "authority": "none"}, ("authority", "budget"), 50),
        ({"budget": "1.8M"}, ("compelling_reason", "authority", "allies"), 25),
        (CABS | {"budget": {"state": "unknown", "amount": "1M"}}, ("budget",), 75),
        (CABS | {"budget": "unknown"}, ("budget",), 75),
        ("unknown", ("compelling_reason", "authority", "budget", "allies"), 0),
        ({}, ("compelling_reason", "authority", "budget", "allies"), 0),
    ],
)
def test_how_much_of_cabs_holds(cabs: Any, gaps: tuple[str, ...], percent: int) -> None:
    one = found({"nights": HELD["nights"] | {"cabs": cabs}}).prospects[0]
    assert (one.gaps, one.cabs) == (gaps, percent)


@pytest.mark.parametrize(
    ("one", "value", "weighted"),
    [
        ({"value": "unknown", "probability": 50}, None, None),
        ({"value": "1M"}, 1_000_000, None),
        ({"value": "1M", "probability": 0}, 1_000_000, 0),
        ({"value": 0, "probability": 50}, 0, 0),
    ],
)
def test_what_is_not_known_is_not_zero(one: Any, value: Any, weighted: Any) -> None:
    held = found({"nights": one}).total
    assert (held.value[0].amount, held.weighted[0].amount) == (value, weighted)


@pytest.mark.parametrize("held", [{}, "unknown", {"kept": HELD["kept"], "gone": HELD["gone"]}])
def test_nothing_open(held: Any) -> None:
    assert found(held) is None


def test_it_is_nothing_for_a_customer() -> None:
    assert found(HELD, Audience.CUSTOMER) is None


PROSPECTS = st.dictionaries(
    st.sampled_from(["nights", "hubs", "south"]),
    st.fixed_dictionaries(
        {"value": st.integers(0, 10**6), "probability": st.integers(0, 100)},
        optional={"stage": st.sampled_from(["identified", "qualified", "go"])},
    ),
    min_size=1,
)


@given(PROSPECTS, st.integers(1, 1000))
def test_weighted_never_exceeds_and_scales_with_the_money(held: Any, rate: int) -> None:
    one = found(held)
    scaled = found({key: it | {"value": it["value"] * rate} for key, it in held.items()})
    assert 0 <= one.total.weighted[0].amount <= one.total.value[0].amount
    assert scaled.total.weighted[0].amount == one.total.weighted[0].amount * rate
    assert sum((it.value[0].amount for it in one.stages.values()), Decimal(0)) == one.total.value[0].amount
    assert found(dict(reversed(held.items()))) == one
