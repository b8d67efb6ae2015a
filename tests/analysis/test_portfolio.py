"""Several accounts together: concentration, spans and buckets, from plans as people write them."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.portfolio import Bucket, Concentration, Span, buckets, concentration, ranked, spans
from kamc.analysis.rates import Rates
from kamc.analysis.standing import Standing
from kamc.model.fields import Audience
from kamc.model.values import When, last_day
from tests.analysis.standings import stands

RATES = Rates(base="EUR", as_of=When("2026-09-30", last_day("2026-09-30")), to_base={"USD": Decimal("0.5")})


def sold(account: str, sales: Any, currency: str = "EUR", **plan: Any) -> Standing:
    """An account with sales of 2025; `currency` is its plan's."""
    market = {"results": {"2025": {"sales": sales}}}
    return stands(account, account_as_market=market, currency=currency, **plan)


def concentrated(*held: Standing, rates: Rates | None = None, currency: str = "") -> Concentration:
    found = concentration(held, rates=rates, currency=currency)
    assert found is not None
    return found


def test_a_curve_by_hand() -> None:
    # Sales of 60, 30, 6 and 4 are 100: half of the accounts bring 90 %; three are needed for 95 %.
    (curve,) = concentrated(
        sold("berg", "30M"),
        sold("alster", "60M", selection={"bucket": "key"}),
        sold("dom", "4M", selection={"bucket": "maintenance"}),
        sold("elbe", "6M", selection={"decision": "cease"}),
    ).curves
    assert curve.currency == "EUR"
    assert curve.total == 100_000_000
    assert [one.account for one in curve.points] == ["alster", "berg", "elbe", "dom"]
    assert [one.share for one in curve.points] == [60, 30, 6, 4]
    assert [one.accounts_so_far for one in curve.points] == [25, 50, 75, 100]
    assert [one.sales_so_far for one in curve.points] == [60, 90, 96, 100]
    assert [curve.reaching(share) for share in (60, 80, 90, 95, 100)] == [1, 2, 2, 3, 4]
    # Key are alster, and berg of which nobody says otherwise: 60 + 30.
    assert curve.by_key_accounts == 90


def test_currencies_stay_apart_without_a_rate() -> None:
    found = concentrated(
        sold("alster", "30M"), sold("berg", "90M", "USD"), sold("dom", "10M", "SEK"), currency="SEK"
    )
    assert [one.currency for one in found.curves] == ["SEK", "EUR", "USD"]
    assert [one.total for one in found.curves] == [10_000_000, 30_000_000, 90_000_000]


def test_currencies_with_a_rate_are_one() -> None:
    # By hand: 90 million dollars at 0.5 are 45 million euros, of 75 with the 30: 60 %. Crowns have no rate.
    first, second = concentrated(
        sold("alster", "30M"), sold("berg", "90M", "USD"), sold("dom", "10M", "SEK"), rates=RATES
    ).curves
    assert (first.currency, second.currency) == ("EUR", "SEK")
    assert first.total == 75_000_000
    assert [one.account for one in first.points] == ["berg", "alster"]
    assert [one.share for one in first.points] == [60, 40]
    used = first.points[0].sales
    assert used.original == 90_000_000
    assert (used.original_currency, used.rate, str(used.as_of)) == ("USD", Decimal("0.5"), "2026-09-30")


def test_the_currency_of_a_year_comes_before_that_of_its_plan() -> None:
    market = {"results": {"2025": {"sales": "1M", "currency": "USD"}}}
    (curve,) = concentrated(stands("alster", account_as_market=market, currency="EUR")).curves
    assert curve.currency == "USD"


def test_what_is_not_known_is_told_and_not_counted() -> None:
    expected = {"results": {"2027": {"sales": "9M", "basis": "expected"}, "2024": "1M", "2025": "unknown"}}
    found = concentrated(
        stands("dom"), stands("alster", account_as_market=expected), sold("berg", "unknown"), sold("elbe", 0)
    )
    assert found.unknown == ("berg", "dom")
    assert [(one.account, one.year) for one in found.curves[0].points] == [("alster", "2024")]


@pytest.mark.parametrize("amounts", [["0"], ["0", "0"], ["10M", "-1M"], ["-1M"]])
def test_of_nothing_and_of_less_there_is_no_share(amounts: list[str]) -> None:
    views = [sold(f"a{place}", amount) for place, amount in enumerate(amounts)]
    (curve,) = concentrated(*views, currency="EUR").curves
    assert {one.share for one in curve.points} == {None}
    assert (curve.reaching(80), curve.by_key_accounts) == (None, None)


def test_one_account_is_all() -> None:
    (curve,) = concentrated(sold("alster", "3M")).curves
    assert curve.reaching(1) == 1
    assert curve.points[0].share == 100


def test_without_sales_there_is_no_curve() -> None:
    assert concentration(()) is None
    assert concentration((stands("alster"),)) is None


def led(account: str, owner: Any, bucket: str, time: Any = None, decision: str = "maintain") -> Standing:
    coverage = {"model": "farmer"} | ({} if time is None else {"time": time})
    return stands(
        account, owner=owner, selection={"bucket": bucket, "decision": decision, "coverage": coverage}
    )


LED = (
    led("alster", "mara", "key", 40),
    led("berg", "mara", "key-development", "unknown"),
    led("dom", "mara", "maintenance", 15),
    led("elbe", "tor", "key", 30, "cease"),
    led("fjord", "unknown", "opportunistic"),
)


def test_spans_by_hand() -> None:
    # Mara leads two key accounts and one more; two of the plans say 40 and 15 %: 55 % of her time.
    assert spans(LED) == (
        Span(owner="mara", key=("alster", "berg"), others=("dom",), time=Decimal(55), untimed=("berg",)),
        Span(owner=None, key=(), others=("fjord",), time=None, untimed=("fjord",)),
        Span(owner="tor", key=(), others=("elbe",), time=Decimal(30), untimed=()),
    )
    assert spans(()) is None


def test_buckets_by_hand() -> None:
    # Two of five accounts are key: 40 %, with (40 + 30) ÷ 2 = 35 % of one person's time each.
    found = buckets(LED)
    assert found is not None
    assert found[0] == Bucket(
        bucket="key",
        accounts=("alster", "elbe"),
        by_owner=(("mara", ("alster",)), ("tor", ("elbe",))),
        share=Decimal(40),
        time=Decimal(35),
    )
    assert [(one.bucket, len(one.accounts)) for one in found] == [
        ("key", 2),
        ("key-development", 1),
        ("maintenance", 1),
        ("opportunistic", 1),
    ]
    assert found[3].by_owner == ((None, ("fjord",)),)
    assert [one.time for one in found[1:]] == [None, 15, None]
    assert buckets(()) is None


def test_who_is_in_no_bucket_is_told_last_and_an_empty_bucket_too() -> None:
    found = buckets((stands("alster"),)) or ()
    assert [one.bucket for one in found] == ["key", "key-development", "maintenance", "opportunistic", None]
    assert [one.share for one in found] == [0, 0, 0, 0, 100]


def test_a_customer_sees_no_portfolio() -> None:
    market = {"results": {"2025": {"sales": "3M"}}}
    theirs = tuple(
        stands(one, reader=Audience.CUSTOMER, account_as_market=market, selection={"bucket": "key"})
        for one in ("alster", "berg")
    )
    assert concentration(theirs) is None
    assert spans(theirs) is None
    assert buckets(theirs) is None


SALES = st.lists(st.integers(0, 10**9), min_size=1, max_size=8)


@given(SALES, st.integers(1, 1000))
def test_in_another_currency_shares_are_the_same(sales: list[int], times: int) -> None:
    def curve(factor: int) -> Any:
        views = (sold(f"a{place}", one * factor) for place, one in enumerate(sales))
        return concentrated(*views, currency="EUR").curves[0]

    assert curve(times).total == curve(1).total * times
    assert [one.share for one in curve(times).points] == [one.share for one in curve(1).points]


@given(SALES, st.randoms())
def test_the_curve_rises_to_all_of_it_in_any_order(sales: list[int], random: Any) -> None:
    views = [sold(f"a{place}", one) for place, one in enumerate(sales)]
    found = concentrated(*views, currency="EUR")
    assert concentrated(*random.sample(views, len(views)), currency="EUR") == found
    points = found.curves[0].points
    assert points[-1].accounts_so_far == 100
    if sum(sales):
        so_far = [one.sales_so_far or Decimal(0) for one in points]
        assert so_far == sorted(so_far)
        assert so_far[-1] == 100
        # The largest accounts come first, so the curve never lies below the line of equal shares.
        pairs = zip(so_far, (one.accounts_so_far for one in points), strict=True)
        assert all(sold_so_far >= accounts - Decimal("1e-20") for sold_so_far, accounts in pairs)


def test_the_largest_account_comes_first_and_the_unknown_one_last() -> None:
    held = (
        stands("dom"),
        sold("berg", "90M", "USD"),
        sold("alster", "30M"),
        sold("elbe", "40M"),
        sold("fjord", "1M", "SEK"),
    )
    assert [one.account for one in ranked(held, rates=RATES)] == ["berg", "elbe", "alster", "fjord", "dom"]
    # Without rates nobody can compare currencies: that of the workspace leads.
    assert [one.account for one in ranked(held, currency="EUR")] == ["elbe", "alster", "fjord", "berg", "dom"]
