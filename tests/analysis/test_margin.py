"""The contribution margin, from results as people write them."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.margin import contribution, costs, latest
from kamc.model.build import build
from kamc.model.plan import Plan
from kamc.model.values import Keyed
from kamc.model.wallet import Result

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


AMOUNTS = st.integers(0, 10**9)


@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS, st.integers(1, 1000))
def test_in_another_currency_it_is_the_same_margin(
    sales: int, goods: int, before: int, after: int, rate: int
) -> None:
    def left(times: int) -> Decimal | None:
        parts = {"sales": sales, "cost_of_goods": goods, "presale": before, "postsale": after}
        return contribution(result({key: value * times for key, value in parts.items()}))

    assert left(rate) == (left(1) or 0) * rate
