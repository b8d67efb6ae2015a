"""Where the two houses stand on the scales of the continuum, and how much closer each wants to be."""

from typing import Any

import pytest

from kamc.analysis.closeness import Intent, Position, intent, positions
from kamc.audience import cut
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan


def plan(continuum: Any) -> Plan:
    return build(Plan, {"relationships": {"continuum": continuum}})[0]


def at(continuum: Any) -> tuple[Position, ...] | None:
    return positions(cut(plan(continuum), Audience.TEAM))


def wanted(told: Any) -> Intent | None:
    return intent(cut(plan({"intent": told}), Audience.TEAM))


@pytest.mark.parametrize(
    ("scale", "now", "then", "steps"),
    [
        # By hand: transactional, consultative, transformative: from the first to the last are two steps.
        ("layer", "transactional", "transformative", 2),
        ("layer", "consultative", "consultative", 0),
        # Tiers are counted down: from the third to the first are two steps closer.
        ("vendor_tier", 3, 1, 2),
        ("vendor_tier", 1, 2, -1),
        ("level", "product-provider", "partner", 2),
        ("step", "diamond", "one-to-one", -3),
        ("layer", "unknown", "transformative", None),
        ("vendor_tier", 2, "unknown", None),
    ],
)
def test_steps_from_now_to_wanted(scale: str, now: Any, then: Any, steps: int | None) -> None:
    (one,) = at({scale: {"now": now, "wanted": then}}) or ()
    assert (one.scale, one.steps) == (scale, steps)
    assert one.now == (None if now == "unknown" else now)
    assert one.wanted == (None if then == "unknown" else then)


def test_only_scales_in_use() -> None:
    found = at({"level": {"now": "commodity"}, "layer": {"now": "consultative"}, "why": "They ask first."})
    assert [one.scale for one in found or ()] == ["layer", "level"]


@pytest.mark.parametrize("continuum", [{}, "unknown", {"intent": {"ours": "high"}}])
def test_without_a_scale_no_position_is_known(continuum: Any) -> None:
    assert at(continuum) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "ahead"),
    [
        ("high", "low", 2),
        ("high", "medium", 1),
        ("low", "low", 0),
        ("low", "high", -2),
        ("high", "unknown", None),
    ],
)
def test_how_far_we_are_ahead_of_them(ours: str, theirs: str, ahead: int | None) -> None:
    found = wanted({"ours": ours, "theirs": theirs})
    assert found is not None
    assert found.ahead == ahead


@pytest.mark.parametrize("told", [{}, "unknown", {"ours": "unknown"}])
def test_an_intent_that_nobody_knows(told: Any) -> None:
    assert wanted(told) is None


def test_a_customer_sees_neither() -> None:
    view = cut(plan({"layer": {"now": "consultative"}, "intent": {"ours": "high"}}), Audience.CUSTOMER)
    assert positions(view) is None
    assert intent(view) is None
