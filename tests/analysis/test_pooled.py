"""Money of several accounts: converted where there is a rate, apart where there is none."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.pooled import currencies, funnel, pooled, room
from kamc.analysis.rates import Rates
from kamc.analysis.standing import Standing
from kamc.analysis.sums import Sum
from kamc.model.values import When, last_day
from tests.analysis.standings import stands

RATES = Rates(base="EUR", as_of=When("2026-09-30", last_day("2026-09-30")), to_base={"USD": Decimal("0.5")})


def sum_of(currency: str, amount: int | None, known: int = 1, of: int = 1) -> Sum:
    return Sum(currency=currency, amount=None if amount is None else Decimal(amount), known=known, of=of)


def selling(account: str, currency: str, *deals: tuple[str, Any, Any]) -> Standing:
    """An account with opportunities: stage, value and probability of each."""
    held = {
        f"deal-{place}": {"stage": stage, "value": value, "probability": probability}
        for place, (stage, value, probability) in enumerate(deals)
    }
    return stands(account, currency=currency, account_plan={"opportunities": held})


def test_sums_by_hand() -> None:
    # 4 dollars at a half and 3 euros are 5 euros; crowns have no rate; what is not known counts only as such.
    found = pooled(
        [sum_of("SEK", 7), sum_of("USD", 4), sum_of("EUR", 3), sum_of("USD", None, known=0, of=2)], RATES
    )
    assert found == (sum_of("EUR", 5, known=2, of=4), sum_of("SEK", 7))


def test_without_rates_each_currency_stands_for_itself() -> None:
    found = pooled([sum_of("USD", 4), sum_of("EUR", 3), sum_of("SEK", 1)], None, "SEK")
    assert found == (sum_of("SEK", 1), sum_of("EUR", 3), sum_of("USD", 4))


def test_a_funnel_by_hand() -> None:
    # Qualified: 4M at 50 % here, 2M dollars at 50 % there, which are 1M euros at 50 %: 5M, weighted 2.5M.
    found = funnel(
        (
            selling("alster", "EUR", ("qualified", "4M", 50), ("identified", "unknown", 10)),
            selling("berg", "USD", ("qualified", "2M", 50)),
            stands("dom"),
        ),
        RATES,
    )
    assert found is not None
    assert [(one.stage, one.count, one.accounts) for one in found.steps] == [
        ("identified", 1, 1),
        ("qualified", 2, 2),
    ]
    assert [one.amount for one in found.steps[1].value] == [5_000_000]
    assert [one.amount for one in found.steps[1].weighted] == [2_500_000]
    assert (found.total.count, found.total.accounts) == (3, 2)
    assert found.total.value == (sum_of("EUR", 5_000_000, known=2, of=3),)
    assert funnel((stands("dom"),)) is None


def spacious(account: str, ours: int, theirs: int, sales: str = "1M") -> Standing:
    row: dict[str, Any] = {f"o{place}": sales for place in range(ours)}
    row |= {f"t{place}": "rival" for place in range(theirs)}
    market = {"open_space": {"north": row}, "competitors": {"rival": {"name": "Rival"}}}
    return stands(account, currency="EUR", account_as_market=market)


def test_a_room_by_hand() -> None:
    # One of two cells is ours here, two of six there: three of eight are 37.5 %, not the mean of the shares.
    found = room((spacious("alster", 1, 1), spacious("berg", 2, 4), stands("dom")))
    assert found is not None
    assert (found.accounts, found.penetration, found.led) == (2, Decimal("37.5"), 5)
    assert [one.amount for one in found.sales] == [3_000_000]
    assert [(one.amount, one.known, one.of) for one in found.led_spend] == [(None, 0, 5)]
    assert found.aligned_spend == ()
    assert room((stands("dom"),)) is None


def test_no_cell_that_anybody_wants_has_no_penetration() -> None:
    found = room((stands("a", account_as_market={"open_space": {"north": {"pumps": "not-wanted"}}}),))
    assert found is not None
    assert found.penetration is None


@pytest.mark.parametrize(
    ("held", "rates", "converted", "apart"),
    [
        (("EUR",), None, (), ()),
        (("EUR", "USD"), None, (), ("EUR", "USD")),
        (("EUR", "USD"), RATES, ("USD",), ()),
        (("USD",), RATES, ("USD",), ()),
        (("EUR", "SEK", "USD"), RATES, ("USD",), ("SEK",)),
        ((), RATES, (), ()),
    ],
)
def test_what_became_of_each_currency(
    held: tuple[str, ...], rates: Rates | None, converted: tuple[str, ...], apart: tuple[str, ...]
) -> None:
    found = currencies([selling(f"a-{one.lower()}", one, ("qualified", "1M", 50)) for one in held], rates)
    assert (found.converted, found.apart) == (converted, apart)


DEALS = st.lists(
    st.tuples(
        st.sampled_from(["identified", "qualified", "go", "pursued"]),
        st.integers(0, 10**9),
        st.integers(0, 100),
    ),
    min_size=1,
    max_size=5,
)
ACCOUNTS = st.lists(DEALS, min_size=1, max_size=4)


@given(ACCOUNTS, st.integers(2, 1000), st.randoms())
def test_the_laws_of_a_funnel(deals: list[list[tuple[str, int, int]]], times: int, random: Any) -> None:
    def held(factor: int) -> list[Standing]:
        return [
            selling(f"a{place}", "EUR", *((stage, value * factor, chance) for stage, value, chance in one))
            for place, one in enumerate(deals)
        ]

    accounts, found = held(1), funnel(held(1))
    assert found is not None
    assert funnel(random.sample(accounts, len(accounts))) == found
    assert sum(one.count for one in found.steps) == found.total.count
    (whole,), (weighted,) = found.total.value, found.total.weighted
    assert sum((one.value[0].amount or Decimal(0)) for one in found.steps) == whole.amount
    assert (weighted.amount or 0) <= (whole.amount or 0)
    more = funnel(held(times))
    assert more is not None
    assert more.total.value[0].amount == (whole.amount or 0) * times
