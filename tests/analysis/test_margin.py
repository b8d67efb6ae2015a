"""The contribution margin, from results as people write them."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.margin import contribution, costs, latest, margin
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.values import Keyed
from kamc.model.wallet import Result
from tests.analysis.views import view

FULL = {"sales": "1.6M", "cost_of_goods": "1.05M", "presale": "90k", "postsale": "60k"}


def results(data: Any) -> Keyed[Result]:
    return build(Plan, {"account_as_market": {"results": data}})[0].account_as_market.results


def result(data: Any) -> Result:
    return results({"2025": data})["2025"]


def test_what_is_left_of_a_year() -> None:
    # By hand: 1 600 000 - 1 050 000 - 90 000 - 60 000 = 400 000.
    assert contribution(result(FULL)) == 400_000


def test_items_are_added_and_a_total_is_taken_as_it_stands() -> None:
    # By hand: 1 600 000 - 1 050 000 - (140 000 + 35 000) - (90 000 + 80 000) = 205 000.
    items = {
        "presale": {"salary": "140k", "relationship": "35k"},
        "postsale": {"delivery": "90k", "service": "80k"},
    }
    assert contribution(result(FULL | items)) == 205_000
    assert costs(result(FULL | {"presale": {"total": "0.1M", "salary": "70k"}})) == 1_210_000


@pytest.mark.parametrize(
    "part",
    [
        {"sales": "unknown"},
        {"cost_of_goods": "unknown"},
        {"presale": "unknown"},
        {"postsale": {"total": "unknown"}},
        {"presale": {"salary": "140k", "bonus": "unknown"}},
    ],
)
def test_what_is_not_known_is_not_zero(part: Any) -> None:
    assert contribution(result(FULL | part)) is None


@pytest.mark.parametrize("lost", FULL)
def test_a_part_that_nobody_wrote_leaves_the_margin_open(lost: str) -> None:
    assert contribution(result({key: value for key, value in FULL.items() if key != lost})) is None


def test_a_loss_is_a_margin_below_zero() -> None:
    assert contribution(result(FULL | {"cost_of_goods": "1.5M"})) == -50_000


def test_the_latest_year_is_one_that_has_been_and_was_counted() -> None:
    told = {
        "2024": "1.4M",
        "2026": {"sales": "unknown"},
        "2025": "1.6M",
        "2027": FULL | {"basis": "expected"},
    }
    found = latest(results(told))
    assert found is not None
    assert (found[0], found[1].sales) == ("2025", Decimal(1_600_000))
    assert latest(results({"2027": FULL | {"basis": "expected"}})) is None


def test_none_is_nothing_and_not_a_gap() -> None:
    # By hand: 1 600 000 - 1 050 000 - 90 000 = 460 000; 1 600 000 - 1 050 000 - 35 000 - 60 000 = 455 000.
    assert contribution(result(FULL | {"postsale": "none"})) == 460_000
    assert contribution(result(FULL | {"presale": {"relationship": "35k", "bonus": "none"}})) == 455_000


# --- the figure: present, potential, and the cost to serve ---


def told(data: Any, audience: Audience = Audience.TEAM) -> Any:
    return margin(view(audience, account_as_market={"results": data}))


YEARS = {
    "2026": {"sales": "2M", "basis": "expected", "currency": "USD"},
    "2024": FULL,
    "2025": FULL | {"presale": {"salary": "140k", "bonus": "unknown"}, "postsale": {"delivery": "60k"}},
    "2027": FULL | {"basis": "expected", "sales": "2.0M"},
}


def test_present_and_potential() -> None:
    # 2027 by hand: 2 000 000 - 1 200 000 = 800 000, that is 40 %; to serve 90 000 + 60 000 = 150 000.
    one = told(YEARS)
    assert [(it.year, it.currency) for it in one.potential] == [("2026", "USD"), ("2027", "EUR")]
    assert [it.contribution for it in one.potential] == [None, 800_000]
    assert (one.potential[1].percent, one.potential[1].to_serve) == (40, 150_000)
    assert (one.present.year, one.present.sales, one.present.contribution) == ("2025", 1_600_000, None)


def test_the_cost_to_serve_by_kind() -> None:
    one = told(YEARS).present
    assert dict(one.presale.items) == {"salary": 140_000, "bonus": None}
    assert (one.presale.total, one.postsale.total, one.to_serve) == (None, 60_000, None)
    assert dict(one.postsale.items) == {"delivery": 60_000}


def test_a_loss_and_a_year_without_sales() -> None:
    assert told({"2025": FULL | {"cost_of_goods": "1.61M"}}).present.percent == -10
    nothing = told({"2025": FULL | {"sales": 0}}).present
    assert (nothing.contribution, nothing.percent) == (-1_200_000, None)


@pytest.mark.parametrize("data", [{}, "unknown", {"2025": {"sales": "unknown"}}])
def test_nothing_told(data: Any) -> None:
    assert told(data) is None


def test_only_what_is_expected() -> None:
    one = told({"2027": FULL | {"basis": "expected"}})
    assert (one.present, len(one.potential)) == (None, 1)


def test_it_is_nothing_for_a_customer() -> None:
    assert told(YEARS, Audience.CUSTOMER) is None


def test_order_never_matters() -> None:
    assert told(dict(reversed(YEARS.items()))) == told(YEARS)


AMOUNTS = st.integers(0, 10**9)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, st.integers(1, 1000))
def test_in_another_currency_it_is_the_same_margin(
    sales: int, goods: int, before: int, after: int, rate: int
) -> None:
    def left(times: int) -> Decimal | None:
        parts = {"sales": sales, "cost_of_goods": goods, "presale": before, "postsale": after}
        return contribution(result({key: value * times for key, value in parts.items()}))

    assert left(rate) == (left(1) or 0) * rate
