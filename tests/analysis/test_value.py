"""Lifetime value and unrealised potential, from a selection as people write it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.value import lifetime_value, potential_value, value, yearly_potential, years_worth
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.selection import Criteria
from tests.analysis.views import view

TERMS = {"yearly_margin": "100k", "years": 3, "retention": 80, "discount": 25}
PARTS = {"cross_sell": "50k", "up_sell": "20k", "co_create": "30k"}


def criteria(terms: Any, potential: Any = "unknown") -> Criteria:
    told = {"lifetime_value": terms, "unrealised_potential": potential}
    return build(Plan, {"selection": {"criteria": told}})[0].selection.criteria


def worth(terms: Any) -> Decimal | None:
    return lifetime_value(criteria(terms).lifetime_value)


def could(potential: Any, terms: Any = TERMS) -> Decimal | None:
    one = criteria(terms, potential)
    return potential_value(one.unrealised_potential, one.lifetime_value)


def test_a_lifetime_by_hand() -> None:
    # Year 1: 100 000 ÷ 1.25 = 80 000. Year 2: 100 000 × 0.8 ÷ 1.25² = 51 200.
    # Year 3: 100 000 × 0.8² ÷ 1.25³ = 32 768. Together: 163 968.
    assert worth(TERMS) == 163_968


def test_serving_counts_each_year_and_acquiring_once() -> None:
    # By hand: (100 000 - 10 000) ÷ 100 000 × 163 968 = 147 571.2, less 7 571.2.
    assert worth(TERMS | {"serving": "10k", "acquisition": "7571.2"}) == 140_000


def test_potential_is_counted_over_the_same_years() -> None:
    # By hand: 50 000 + 20 000 + 30 000 a year are as much as the margin above.
    assert could(PARTS) == 163_968


def test_a_part_of_a_year_counts_in_part() -> None:
    # By hand: 1 ÷ 1.25 = 0.8, and half of 0.8 ÷ 1.25² = 0.512.
    assert years_worth(criteria(TERMS | {"years": Decimal("1.5")}).lifetime_value) == Decimal("1.056")


def test_who_surely_stays_at_no_discount_is_worth_the_years() -> None:
    assert worth(TERMS | {"years": 50, "retention": 100, "discount": 0}) == 5_000_000


def test_who_surely_leaves_is_worth_one_year() -> None:
    assert worth(TERMS | {"retention": 0}) == 80_000


@pytest.mark.parametrize(
    "part", ["yearly_margin", "years", "retention", "discount", "serving", "acquisition"]
)
def test_a_lifetime_with_an_unknown_part_is_not_known(part: str) -> None:
    assert worth(TERMS | {part: "unknown"}) is None


@pytest.mark.parametrize("lost", TERMS)
def test_a_lifetime_without_one_of_its_figures_is_not_known(lost: str) -> None:
    assert worth({key: value for key, value in TERMS.items() if key != lost}) is None


@pytest.mark.parametrize("terms", ["unknown", "Steady for ten years."])
def test_a_lifetime_in_words_is_no_figure(terms: str) -> None:
    assert worth(terms) is None
    assert could(PARTS, terms) is None


@pytest.mark.parametrize("potential", ["unknown", "All that they give away", PARTS | {"up_sell": "unknown"}])
def test_potential_with_an_unknown_part_is_not_known(potential: Any) -> None:
    assert could(potential) is None


def test_potential_that_nobody_wrote_is_no_part_of_it() -> None:
    assert (
        yearly_potential(criteria(TERMS, {"cross_sell": "50k", "up_sell": "none"}).unrealised_potential)
        == 50_000
    )


# --- the figure: with what was assumed ---


def told(terms: Any, potential: Any = "none", audience: Audience = Audience.TEAM) -> Any:
    held = {"lifetime_value": terms, "unrealised_potential": potential}
    return value(view(audience, selection={"criteria": {key: one for key, one in held.items() if one != {}}}))


def test_what_was_assumed() -> None:
    one = told(TERMS | {"serving": "none"})
    assert (one.currency, one.lifetime, one.open_terms) == ("EUR", 163_968, ())
    # By hand: 163 968 for 100 000 a year.
    assert one.years_worth == Decimal("1.63968")
    assert {key: (it.amount, it.is_written) for key, it in one.assumed.items()} == {
        "yearly_margin": (100_000, True),
        "years": (3, True),
        "retention": (80, True),
        "discount": (25, True),
        "serving": (0, True),
        "acquisition": (0, False),
    }


def test_what_is_still_to_be_assumed() -> None:
    one = told({"yearly_margin": "100k", "retention": "unknown", "acquisition": "unknown"})
    assert (one.lifetime, one.years_worth) == (None, None)
    assert one.open_terms == ("years", "retention", "discount", "acquisition")


def test_potential_by_its_ways() -> None:
    # By hand: 50 000 × 1.63968 = 81 984; 20 000 a year is 32 793.6; together with 30 000: 163 968.
    one = told(TERMS, PARTS)
    assert (one.potential.yearly, one.potential.over_years) == (100_000, 163_968)
    assert one.ways["cross_sell"].over_years == 81_984
    assert one.ways["up_sell"].over_years == Decimal("32793.6")
    assert one.ways["co_create"].yearly == 30_000


def test_potential_that_is_known_in_part() -> None:
    one = told("Steady for ten years.", {"cross_sell": "50k", "up_sell": "unknown"})
    assert (one.potential.yearly, one.potential.over_years) == (None, None)
    assert {key: it.yearly for key, it in one.ways.items()} == {"cross_sell": 50_000, "up_sell": None}


def test_nothing_told() -> None:
    assert told({}, {}) is None


def test_it_is_nothing_for_a_customer() -> None:
    assert told(TERMS, PARTS, Audience.CUSTOMER) is None


@given(st.fixed_dictionaries(dict.fromkeys(PARTS, st.integers(-(10**6), 10**6))))
def test_the_ways_come_to_the_whole(parts: Any) -> None:
    one = told(TERMS, parts)
    assert sum(it.yearly for it in one.ways.values()) == one.potential.yearly
    assert sum(it.over_years for it in one.ways.values()) == one.potential.over_years


MONEY = st.integers(-(10**8), 10**8)
PERCENT = st.integers(0, 100)


@given(MONEY, MONEY, st.integers(1, 50), PERCENT, PERCENT, st.integers(1, 1000))
def test_in_another_currency_it_is_the_same_value(
    margin: int, acquisition: int, years: int, retention: int, discount: int, rate: int
) -> None:
    def valued(times: int) -> Decimal:
        money = {"yearly_margin": margin * times, "acquisition": acquisition * times}
        found = worth(TERMS | money | {"years": years, "retention": retention, "discount": discount})
        assert found is not None
        return found

    assert abs(valued(rate) - valued(1) * rate) <= abs(valued(rate)) * Decimal("1e-20") + Decimal("1e-9")


@given(st.integers(1, 49), PERCENT, PERCENT)
def test_a_longer_lifetime_is_worth_at_least_as_much(years: int, retention: int, discount: int) -> None:
    rates = {"retention": retention, "discount": discount}
    shorter, longer = worth(TERMS | rates | {"years": years}), worth(TERMS | rates | {"years": years + 1})
    assert shorter is not None
    assert longer is not None
    assert shorter <= longer <= 100_000 * (years + 1)
