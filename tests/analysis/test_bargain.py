"""Room to agree in a negotiation, figured by hand."""

from decimal import Decimal
from typing import Any

import pytest

from kamc.analysis.bargain import Room, rooms
from kamc.model.fields import Audience
from tests.analysis.views import view

PRIVATE, TEAM = Audience.PRIVATE, Audience.TEAM


def found(negotiation: dict[str, Any], audience: Audience = PRIVATE) -> tuple[Room, ...] | None:
    plan = view(audience, account_plan={"opportunities": {"deal": {"what": "x", "negotiation": negotiation}}})
    return rooms(plan, "deal")


@pytest.mark.parametrize(
    ("ours", "theirs", "wants_more", "room"),
    [
        # A price: we start high and leave at 104; they are believed to go to 114.
        ({"start": 118, "target": 112, "breaking_point": 104}, {"believed_limit": 114}, True, 10),
        # Days of payment: we start at 30 and leave at 60; they are believed to go down to 50.
        ({"start": 30, "target": 45, "breaking_point": 60}, {"believed_limit": 50}, False, 10),
        # They stop at 100, we at 104: 4 apart.
        ({"start": 118, "breaking_point": 104}, {"believed_limit": 100}, True, -4),
        ({"start": 118, "breaking_point": 104}, {"believed_limit": 104}, True, 0),
        # The target tells the direction where nobody says what we ask first.
        ({"target": 112, "breaking_point": 104}, {"believed_limit": 114}, True, 10),
        ({"start": 118, "breaking_point": 104}, {}, True, None),
        ({"start": 118, "breaking_point": 104}, {"believed_limit": "unknown"}, True, None),
        ({"start": 118}, {"believed_limit": 114}, None, None),
        ({"breaking_point": 104}, {"believed_limit": 114}, None, None),
        ({"start": 104, "breaking_point": 104}, {"believed_limit": 114}, None, None),
    ],
)
def test_room(
    ours: dict[str, Any], theirs: dict[str, Any], wants_more: bool | None, room: int | None
) -> None:
    [one] = found({"space": {"price": ours}, "their_space": {"price": theirs}}) or ()
    assert (one.term, one.wants_more, one.room) == (
        "price",
        wants_more,
        None if room is None else Decimal(room),
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "unit", "room"),
    [
        ({"unit": "EUR a tonne"}, {"unit": "EUR a tonne"}, "EUR a tonne", 10),
        ({"unit": "EUR a tonne"}, {"unit": "USD a tonne"}, "EUR a tonne", None),
        ({"unit": "days"}, {}, "days", None),
        ({}, {}, "", 10),
    ],
)
def test_only_what_is_in_one_unit_is_compared(
    ours: dict[str, Any], theirs: dict[str, Any], unit: str, room: int | None
) -> None:
    space = {"price": {"start": 118, "breaking_point": 104, **ours}}
    [one] = found({"space": space, "their_space": {"price": {"believed_limit": 114, **theirs}}}) or ()
    assert (one.unit, one.room) == (unit, None if room is None else Decimal(room))


def test_limits_are_for_two_readers_alone() -> None:
    negotiation = {"space": {"price": {"start": 118, "breaking_point": 104}}, "audience": "team"}
    assert found(negotiation) is not None
    assert found(negotiation, TEAM) is None


@pytest.mark.parametrize("negotiation", [{}, {"strategy": "collaborative"}])
def test_no_space_no_figure(negotiation: dict[str, Any]) -> None:
    assert found(negotiation) is None


def test_an_opportunity_that_is_not_there_has_none() -> None:
    assert rooms(view(PRIVATE), "deal") is None
