"""Money of one account: kept apart by currency, and never divided by nothing."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.sums import Sum, amount, currency_of, percent, priced, total, totals
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.values import NONE, UNKNOWN, Number
from tests.analysis.views import view

AMOUNTS = st.lists(st.tuples(st.sampled_from(("EUR", "USD")), st.none() | st.integers(0, 10**9).map(Decimal)))


@pytest.mark.parametrize(("written", "is_"), [(Decimal(7), 7), (NONE, 0), (UNKNOWN, None), (None, None)])
def test_none_is_nothing_and_unknown_is_not_known(written: Number, is_: int | None) -> None:
    assert amount(written) == is_


def test_a_sum_says_how_much_of_it_is_known() -> None:
    assert total([Decimal(2), None, Decimal(3)], "EUR") == Sum(
        currency="EUR", amount=Decimal(5), known=2, of=3
    )
    assert total([None], "EUR").amount is None
    assert total([], "EUR").amount == 0


def test_currencies_are_never_added() -> None:
    found: Any = totals([("USD", Decimal(2)), ("EUR", Decimal(3)), ("USD", None), ("EUR", Decimal(4))])
    assert [(one.currency, one.amount, one.known, one.of) for one in found] == [
        ("EUR", 7, 2, 2),
        ("USD", 2, 1, 2),
    ]


@pytest.mark.parametrize(
    ("part", "whole", "is_"), [(1, 4, 25), (0, 4, 0), (1, 0, None), (None, 4, None), (1, None, None)]
)
def test_percents(part: int | None, whole: int | None, is_: int | None) -> None:
    assert percent(None if part is None else Decimal(part), None if whole is None else Decimal(whole)) == is_


def test_whose_currency() -> None:
    bare = cut(build(Plan, {})[0], Audience.TEAM)
    assert (currency_of(view().plan), currency_of(view().plan, "USD"), currency_of(bare.plan)) == (
        "EUR",
        "USD",
        "",
    )
    assert currency_of(priced(bare, "NOK").plan) == "NOK"
    assert currency_of(priced(view(), "NOK").plan) == "EUR"
    assert priced(bare, "") is bare


@given(AMOUNTS, st.randoms(use_true_random=False))
def test_order_never_matters(amounts: list[tuple[str, Decimal | None]], random: object) -> None:
    other = list(amounts)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert totals(other) == totals(amounts)
