"""Growth by its source and by its depth: how many, how much, by when."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.growth import growth
from kamc.model.fields import Audience
from tests.analysis.views import view


def found(held: Any, audience: Audience = Audience.TEAM) -> Any:
    return growth(view(audience, account_plan={"objectives": held}))


def goal(growth: str, start: Any, end: Any, by: Any = 2027, **rest: Any) -> Any:
    return {"what": growth, "growth": growth, "baseline": start, "target": end, "by": by, **rest}


HELD = {
    "africa": goal("cross-sell", "0.6M", "9M", 2028, deepens="expand"),
    "kits": goal("cross-sell", "100k", "0.4M", "2027-06-30", deepens="expand"),
    "tools": goal("cross-sell", 0, "unknown", "unknown"),
    "pumps": goal("more-of-the-same", "36M", "40M", deepens="enhance"),
    "tonnes": goal("more-of-the-same", "4100 tonnes", "4600 tonnes", measure="volume"),
    "price": goal("up-sell", 41, 44, measure="price"),
    "methane": goal("co-create", 0, 3, measure="other", unit="fields", deepens="extend"),
    "dollars": goal("cross-sell", 0, "1M", currency="USD"),
    "met": goal("cross-sell", 0, "99M", status="met"),
    "asked": goal("unknown", 0, "1M"),
    "plain": {"what": "Sales", "baseline": 0, "target": "1M"},
}


def gains(one: Any) -> list[tuple[Any, ...]]:
    return [(it.measure, it.unit, it.amount, it.known, it.of) for it in one.gains]


def test_growth_by_source() -> None:
    # Cross-selling: 8.4M + 0.3M, and one that is not known; a million dollars beside it.
    one = found(HELD)
    assert list(one.by_source) == ["more-of-the-same", "up-sell", "cross-sell", "co-create"]
    cross = one.by_source["cross-sell"]
    assert gains(cross) == [("sales", "EUR", 8_700_000, 2, 3), ("sales", "USD", 1_000_000, 1, 1)]
    assert [it.id for it in cross.goals] == ["kits", "dollars", "africa", "tools"]
    assert (str(cross.first), str(cross.last)) == ("2027-06-30", "2028")
    assert one.unknown == 1


def test_money_and_volume_stay_apart_and_prices_are_never_added() -> None:
    one = found(HELD).by_source
    assert gains(one["more-of-the-same"]) == [
        ("sales", "EUR", 4_000_000, 1, 1),
        ("volume", "tonnes", 500, 1, 1),
    ]
    assert gains(one["up-sell"]) == gains(one["co-create"]) == []
    assert one["up-sell"].goals[0].figures.gain == 3
    assert one["co-create"].goals[0].figures.gain == 3


def test_growth_by_depth() -> None:
    one = found(HELD).by_depth
    assert {key: len(it.goals) for key, it in one.items()} == {"enhance": 1, "expand": 2, "extend": 1}
    assert gains(one["expand"]) == [("sales", "EUR", 8_700_000, 2, 2)]


def test_nothing_known_is_not_zero() -> None:
    one = found({"tools": HELD["tools"]}).by_source["cross-sell"]
    assert gains(one) == [("sales", "EUR", None, 0, 1)]
    assert (one.first, one.last) == (None, None)


@pytest.mark.parametrize("held", [{}, "unknown", {"plain": HELD["plain"]}, {"met": HELD["met"]}])
def test_nothing_told(held: Any) -> None:
    assert found(held) is None


def test_only_a_question() -> None:
    one = found({"asked": HELD["asked"]})
    assert (len(one.by_source), one.unknown) == (0, 1)


def test_it_is_nothing_for_a_customer() -> None:
    assert found(HELD, Audience.CUSTOMER) is None


@given(st.permutations(list(HELD.items())))
def test_order_never_matters(items: Any) -> None:
    assert found(dict(items)) == found(HELD)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 1000))
def test_in_another_currency_it_is_the_same_growth(start: int, end: int, rate: int) -> None:
    one = found({"it": goal("up-sell", start * rate, end * rate)}).by_source["up-sell"]
    assert gains(one) == [("sales", "EUR", (end - start) * rate, 1, 1)]
