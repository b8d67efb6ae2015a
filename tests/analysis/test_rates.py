"""Money in one currency, exact, and told with the rate that was used."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.rates import Converted, Rates, convert
from kamc.model.values import When, last_day

AS_OF = When("2026-09-30", last_day("2026-09-30"))
RATES = Rates(base="EUR", as_of=AS_OF, to_base={"USD": Decimal("0.92"), "EUR": Decimal(7)})


def test_by_hand() -> None:
    # 1 500 000 USD × 0.92 = 1 380 000 EUR.
    assert convert(Decimal(1_500_000), "USD", RATES) == Converted(
        amount=Decimal(1_380_000),
        currency="EUR",
        original=Decimal(1_500_000),
        original_currency="USD",
        rate=Decimal("0.92"),
        as_of=AS_OF,
    )


@pytest.mark.parametrize(
    ("currency", "rates"), [("USD", None), ("SEK", RATES), ("EUR", RATES), ("", RATES), ("", None)]
)
def test_without_a_rate_an_amount_stays_what_it_is(currency: str, rates: Rates | None) -> None:
    found = convert(Decimal("12.50"), currency, rates)
    assert (found.amount, found.currency, found.rate, found.as_of) == (Decimal("12.50"), currency, None, None)


def test_no_digit_is_lost_however_many_there_are() -> None:
    # By hand: 10¹⁵ + 1 times 1 + 10⁻¹⁵ is 10¹⁵ + 2 + 10⁻¹⁵, in 31 digits.
    rates = Rates(base="EUR", as_of=AS_OF, to_base={"USD": Decimal("1.000000000000001")})
    assert convert(Decimal(10**15 + 1), "USD", rates).amount == Decimal("1000000000000002.000000000000001")


MONEY = st.decimals(-(10**12), 10**12, places=2)
RATE = st.decimals(Decimal("0.000001"), 10**6, places=10)


@given(MONEY, RATE)
def test_it_is_exact_to_the_last_digit(amount: Decimal, rate: Decimal) -> None:
    found = convert(amount, "USD", Rates(base="EUR", as_of=AS_OF, to_base={"USD": rate}))
    with localcontext() as context:
        context.prec = 100
        assert found.amount / rate == amount


@given(MONEY, st.integers(1, 1000))
def test_scaling_the_amount_scales_what_it_is_worth(amount: Decimal, times: int) -> None:
    assert convert(amount * times, "USD", RATES).amount == convert(amount, "USD", RATES).amount * times
