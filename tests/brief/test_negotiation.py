"""What a negotiation sheet makes of a plan."""

from typing import Any

import pytest

from kamc.brief.negotiation import NegotiationSheet, negotiations
from kamc.model.fields import Audience
from tests.brief.test_account_plan import HEADER, heads, rows
from tests.render.briefs import of

PRIVATE, TEAM, CUSTOMER = Audience
SPACE = {"price": {"start": 118, "target": 112, "breaking_point": 104, "unit": "EUR a piece"}}


def made(negotiation: dict[str, Any], audience: Audience = PRIVATE, **more: Any) -> list[NegotiationSheet]:
    chance = {"what": "Line 2", "value": "1.6M", "negotiation": negotiation, **more}
    return [*negotiations(of({**HEADER, "account_plan": {"opportunities": {"line-2": chance}}}, audience))]


def terms(**negotiation: Any) -> list[list[str]]:
    [one] = made(negotiation)
    return rows(one.terms)


def test_only_where_there_is_something_to_negotiate_from() -> None:
    assert made({}) == []
    assert made({"space": SPACE}, stage="lost") == []
    [one] = made({"strategy": "collaborative"})
    assert (one.part, one.title) == ("line-2", "Negotiation sheet: Line 2")


@pytest.mark.parametrize("audience", [TEAM, CUSTOMER])
def test_limits_are_for_two_readers(audience: Audience) -> None:
    assert made({"space": SPACE, "value_argument": "Half the stops."}, audience) == []


def test_a_sheet_that_its_author_opened_to_the_team_has_no_room_figured() -> None:
    theirs = {"price": {"believed_limit": 114, "unit": "EUR a piece"}}
    negotiation = {"audience": "team", "space": SPACE, "their_space": theirs}
    [private], [team] = made(negotiation), made(negotiation, TEAM)
    assert "Room" in heads(private.terms)
    assert "Room" not in heads(team.terms)


def test_it_opens_with_what_it_is_worth_to_them() -> None:
    [one] = made({"value_argument": "A stop costs 9k."})
    assert one.say == "A stop costs 9k."
    [bare] = made({"space": SPACE})
    assert bare.say == "Line 2"


@pytest.mark.parametrize(
    ("limit", "room"),
    [
        (114, "✓ 10 EUR a piece to share"),
        (100, "◆ none: 4 EUR a piece apart"),
        (104, "◇ one point only"),
        ("unknown", "◇ not known"),
    ],
)
def test_the_room_in_a_term_in_words(limit: object, room: str) -> None:
    theirs = {"price": {"start": 98, "believed_limit": limit, "unit": "EUR a piece"}}
    [line] = terms(space=SPACE, their_space=theirs)
    assert line[:4] == ["Price", "118", "112", "104"]
    assert line[-1] == room


def test_a_term_of_theirs_alone_and_units_that_differ() -> None:
    theirs = {
        "price": {"start": 98, "unit": "USD a piece"},
        "payment": {"start": "90 days", "believed_limit": "60 days"},
    }
    assert terms(space=SPACE, their_space=theirs) == [
        [
            "Price",
            "118 EUR a piece",
            "112 EUR a piece",
            "104 EUR a piece",
            "98 USD a piece",
            "",
            "◇ not known",
        ],
        ["Payment", "", "", "", "90 days", "60 days", ""],
    ]


def test_nothing_is_given_for_nothing() -> None:
    [one] = made({"concessions": [{"we_can": "wait", "if_you_can": "sign"}, {"we_can": "pay the freight"}]})
    assert rows(one.trades) == [
        ["wait", "sign"],
        ["pay the freight", "◆ for nothing: what do we want for it?"],
    ]


def test_each_term_has_a_line_to_write_on() -> None:
    [one] = made({"space": SPACE, "their_space": {"payment": {"start": 90}}})
    assert rows(one.written) == [["Price", "", "", ""], ["Payment", "", "", ""]]
    assert heads(one.written) == ["Term", "They asked", "We gave", "For"]
