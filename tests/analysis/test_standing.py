"""What the portfolio keeps of an account: figures, and nothing that holds its plan."""

from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given

from kamc.analysis.standing import Sales, Standing
from kamc.model.fields import Audience, Profile
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.values import Keyed
from kamc.rules import examples
from tests.analysis.standings import stands
from tests.strategies import plan_data

SPACE = {
    "north": {"pumps": "2M", "rods": {"state": "open", "spend": "5M", "serves": "speed"}},
    "south": {
        "pumps": {"state": "competitor", "who": "rival", "spend": "3M"},
        "rods": {"state": "ours", "sales": "1M", "who": "rival"},
        "valves": "not-wanted",
    },
}


def full(audience: Audience) -> Standing:
    return stands("x", audience, **_data())


def _data() -> dict[str, Any]:
    plan = examples.plan(Profile.EXTENDED)
    return {key: value for key, value in plan.items() if key != "account"}


def test_an_open_space_by_hand() -> None:
    # Of four cells that somebody fills or could (the fifth is not wanted) two are ours: 2M + 1M of sales.
    space = stands(
        "alster",
        currency="EUR",
        account_knowledge={"success_factors": {"speed": {"what": "Speed"}}},
        account_as_market={"open_space": SPACE, "competitors": {"rival": {"name": "Rival"}}},
    ).space
    assert space is not None
    assert (space.ours, space.wanted, space.open, space.aligned, space.led, space.to_defend) == (
        2,
        4,
        1,
        1,
        1,
        1,
    )
    assert [one.amount for one in (space.sales, space.aligned_spend, space.led_spend)] == [
        3_000_000,
        5_000_000,
        3_000_000,
    ]


def test_sales_are_those_of_the_latest_year_that_has_been() -> None:
    results = {"2027": {"sales": "9M", "basis": "expected"}, "2025": "2M", "2024": "1M"}
    found = stands("a", currency="EUR", account_as_market={"results": results}).sales
    assert found == Sales(year="2025", amount=Decimal(2_000_000), currency="EUR")


def test_a_plan_that_says_nothing_stands_nowhere() -> None:
    found = stands("alster")
    assert (found.name, found.period, found.owners, found.decisions) == ("alster", "", (), ())
    assert (found.sales, found.pipeline, found.space, found.alarms) == (None, None, None, None)
    assert found.chosen is not None
    assert found.chosen.suggests is None


def test_a_customer_sees_nothing_that_is_ours() -> None:
    found = full(Audience.CUSTOMER)
    assert {name for name in found.__struct_fields__ if getattr(found, name) is None} == {
        "alarms",
        "chosen",
        "completeness",
        "health",
        "overdue",
        "pipeline",
        "sales",
        "space",
    }


@pytest.mark.parametrize("audience", [Audience.PRIVATE, Audience.TEAM])
def test_we_see_all_of_it(audience: Audience) -> None:
    found = full(audience)
    assert all(getattr(found, name) is not None for name in found.__struct_fields__)


@given(plan_data())
def test_nothing_of_the_plan_is_kept(data: Any) -> None:
    held = stands("x", **{key: value for key, value in data.items() if key != "account"})
    assert not [one for one in below(held) if isinstance(one, Plan | Part)]


def below(value: Any) -> list[Any]:
    """Everything that a value holds, itself included."""
    if isinstance(value, msgspec.Struct):
        inner = [getattr(value, name) for name in value.__struct_fields__]
    elif isinstance(value, Keyed | dict):
        inner = list(value.values())
    else:
        inner = list(value) if isinstance(value, tuple) else []
    return [value, *(one for held in inner for one in below(held))]
