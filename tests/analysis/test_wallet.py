"""Share of wallet: who gets what, in value and in volume, by hand; what is not known stays so."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.wallet import share_of_wallet
from kamc.model.fields import Audience
from tests.analysis.views import view

PUMPS = {
    "spend": "6.4M",
    "ours": "1.6M",
    "competitors": {"kestrel": "3.2M", "oaktree": "unknown"},
    "in_house": "0.8M",
}


def found(wallet: Any, audience: Audience = Audience.TEAM) -> Any:
    return share_of_wallet(view(audience, account_as_market={"share_of_wallet": wallet}))


def value(one: Any) -> Any:
    return found({"pumps": one}).categories["pumps"].value


def volume(one: Any) -> Any:
    return found({"pumps": {"volume": one}}).categories["pumps"].volume


def test_a_category_by_hand() -> None:
    # 1.6M of 6.4M is 25 %; 3.2M is 50 %, 0.8M 12.5 %; 6.4M - 5.6M = 0.8M is left, another 12.5 %.
    one = value(PUMPS)
    assert (one.whole, one.unit, one.told, one.exceeds) == (6_400_000, "EUR", 5_600_000, False)
    assert (one.ours.percent, one.competitors["kestrel"].percent) == (25, 50)
    assert (one.in_house.percent, one.rest.amount, one.rest.percent) == (
        Decimal("12.5"),
        800_000,
        Decimal("12.5"),
    )
    assert (one.competitors["oaktree"].amount, one.competitors["oaktree"].percent) == (None, None)


def test_nothing_is_zero_and_unknown_is_not() -> None:
    one = value({"spend": "1M", "ours": "unknown", "in_house": "none"})
    assert (one.ours.amount, one.in_house.amount, one.in_house.percent) == (None, 0, 0)
    assert one.rest.percent == 100


@pytest.mark.parametrize("spend", ["unknown", 0, "none"])
def test_without_a_whole_no_share(spend: Any) -> None:
    one = value(PUMPS | {"spend": spend})
    assert (one.ours.amount, one.ours.percent, one.rest.percent) == (1_600_000, None, None)


def test_parts_that_exceed_the_whole() -> None:
    one = value(PUMPS | {"in_house": "2M"})
    assert (one.exceeds, one.rest.amount, one.rest.percent) == (True, 0, 0)


def test_in_volume() -> None:
    # 2 900 of 5 800 tonnes are half; kestrel counts in lorries, so what it has is within the rest.
    one = volume(
        {"total": "5800 tonnes", "ours": 2900, "competitors": {"kestrel": "70 lorries"}, "in_house": "none"}
    )
    assert (one.unit, one.ours.percent, one.competitors["kestrel"].amount) == ("tonnes", 50, None)
    assert (one.in_house.amount, one.rest.amount) == (0, 2900)
    assert volume({"ours": "2900 tonnes"}).ours.percent is None
    assert found({"pumps": PUMPS}).categories["pumps"].volume is None


def test_all_categories_of_a_currency() -> None:
    # 1.6M + 0.4M of 6.4M + 1.6M: 25 %. Spares has no spend and pipes no part of ours, so they do not count.
    wallet = {
        "pumps": PUMPS,
        "kits": {"spend": "1.6M", "ours": "0.4M", "competitors": {"kestrel": "0.8M"}},
        "spares": {"spend": "unknown", "ours": "0.1M"},
        "pipes": {"spend": "1M"},
        "valves": {"spend": "2M", "ours": 0, "currency": "USD"},
        "seals": {"spend": "unknown", "currency": "NOK"},
    }
    euros, dollars = found(wallet).totals
    assert (euros.categories, euros.of, euros.value.whole, euros.value.ours.percent) == (2, 4, 8_000_000, 25)
    # Kestrel: 3.2M + 0.8M of 8M; in-house what is known, 0.8M; left: 8M - 2M - 4M - 0.8M = 1.2M.
    assert (euros.value.competitors["kestrel"].percent, euros.value.competitors["oaktree"].percent) == (
        50,
        None,
    )
    assert (euros.value.in_house.amount, euros.value.rest.amount) == (800_000, 1_200_000)
    assert (dollars.value.unit, dollars.value.ours.percent) == ("USD", 0)


@pytest.mark.parametrize("wallet", [{}, "unknown"])
def test_nothing_told(wallet: Any) -> None:
    assert found(wallet) is None


def test_nothing_that_adds_up() -> None:
    assert found({"pumps": "unknown"}).totals == ()


def test_it_is_nothing_for_a_customer() -> None:
    assert found({"pumps": PUMPS}, Audience.CUSTOMER) is None


MONEY = st.integers(0, 10**6) | st.just("unknown")
WALLETS = st.dictionaries(
    st.sampled_from(["pumps", "kits", "pipes"]),
    st.fixed_dictionaries(
        {"spend": MONEY, "ours": MONEY, "in_house": MONEY},
        optional={"competitors": st.dictionaries(st.sampled_from(["kestrel", "oaktree"]), MONEY, min_size=1)},
    ),
    min_size=1,
)


def shares(one: Any) -> list[Any]:
    return [one.ours, *one.competitors.values(), one.in_house, one.rest]


@given(WALLETS)
def test_parts_are_the_whole(wallet: Any) -> None:
    one = found(wallet)
    for split in (*(it.value for it in one.categories.values()), *(it.value for it in one.totals)):
        if split.whole and not split.exceeds:
            assert sum(part.amount or 0 for part in shares(split)) == split.whole
            assert all(part.percent is None or 0 <= part.percent <= 100 for part in shares(split))


@given(WALLETS)
def test_order_never_matters(wallet: Any) -> None:
    assert found(dict(reversed(wallet.items()))) == found(wallet)


@given(WALLETS, st.integers(1, 1000))
def test_in_another_currency_the_shares_are_the_same(wallet: Any, rate: int) -> None:
    def scaled(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: scaled(held) for key, held in part.items()}
        return part if isinstance(part, str) else part * rate

    for one, other in zip(
        found(wallet).categories.values(), found(scaled(wallet)).categories.values(), strict=True
    ):
        for part, same in zip(shares(one.value), shares(other.value), strict=True):
            assert same.percent == part.percent
            assert same.amount == (None if part.amount is None else part.amount * rate)
