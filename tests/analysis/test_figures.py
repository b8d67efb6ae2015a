"""Every figure of one account, on any plan that the format allows and for each audience."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given

from kamc.analysis.alarms import alarms
from kamc.analysis.growth import growth
from kamc.analysis.margin import margin
from kamc.analysis.objectives import objectives
from kamc.analysis.open_space import open_space
from kamc.analysis.pipeline import pipeline
from kamc.analysis.relevance import relevance
from kamc.analysis.satisfaction import satisfaction
from kamc.analysis.value import value
from kamc.analysis.wallet import share_of_wallet
from kamc.audience import View, cut
from kamc.model.build import build
from kamc.model.fields import Audience, Profile
from kamc.model.plan import Plan
from kamc.rules import examples
from tests.strategies import plan_data

DAY = dt.date(2026, 11, 23)
FIGURES: Mapping[str, Callable[[View], Any]] = {
    "alarms": lambda view: alarms(view, DAY),
    "growth": growth,
    "margin": margin,
    "objectives": lambda view: objectives(view, DAY),
    "open space": open_space,
    "pipeline": lambda view: pipeline(view, DAY),
    "relevance": relevance,
    "satisfaction": satisfaction,
    "share of wallet": share_of_wallet,
    "value": value,
}


def numbers(found: Any) -> list[Decimal]:
    """Every number in a figure, and those that its properties compute."""
    if isinstance(found, Decimal):
        return [found]
    if isinstance(found, Mapping):
        return [one for held in found.values() for one in numbers(held)]
    if isinstance(found, tuple):
        return [one for held in found for one in numbers(held)]
    if isinstance(found, msgspec.Struct):
        kind = type(found)
        computed = [name for name in dir(kind) if isinstance(getattr(kind, name), property)]
        return [
            one for name in (*found.__struct_fields__, *computed) for one in numbers(getattr(found, name))
        ]
    return []


@given(plan_data())
def test_a_figure_is_a_figure(data: Any) -> None:
    plan = build(Plan, data)[0]
    for figure in FIGURES.values():
        for audience in Audience:
            assert all(one.is_finite() for one in numbers(figure(cut(plan, audience))))


@pytest.mark.parametrize("name", FIGURES)
def test_the_full_plan_has_every_figure_for_us_and_none_for_them(name: str) -> None:
    plan = build(Plan, examples.plan(Profile.EXTENDED))[0]
    told = [FIGURES[name](cut(plan, audience)) is not None for audience in Audience]
    assert told == [True, True, False]


@pytest.mark.parametrize("name", FIGURES)
def test_a_plan_that_says_nothing_has_no_figure(name: str) -> None:
    assert FIGURES[name](cut(build(Plan, {})[0], Audience.PRIVATE)) is None
