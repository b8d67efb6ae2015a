"""The full plan tells what the check found and somebody accepts, to whom it may be told."""

from typing import Any

import msgspec
import pytest

from kamc.model.fields import Audience
from kamc.model.values import Keyed
from tests.packs import World, worked

PRIVATE, TEAM, CUSTOMER = Audience
ACCOUNT, PLAN = "lyrane-energy", "plans/lyrane-energy/2026-Q3.yaml"
THREAT = "Vaya's design freezes in March 2027"
WHY = "Orrin decides this year; Vaya comes after it."
WANTS = "Every point of the SWOT is used by a strategy."


def plan(audience: Audience, world: World | None = None) -> str:
    """The full plan of the quarter with a waiver; nothing where its reader gets none."""
    files = (world or worked()).pack(audience, ACCOUNT)
    return files.get(f"{ACCOUNT}/2026-Q3/account-plan.md", "")


def with_threat(**changes: Any) -> World:
    """The workspace, the threat that the waiver stands on saying something else."""
    world = worked()
    part: Any = world.parts[PLAN]
    market = part.account_as_market
    threats = {id: msgspec.structs.replace(one, **changes) for id, one in market.swot.threats.items()}
    swot = msgspec.structs.replace(market.swot, threats=Keyed(threats))
    market = msgspec.structs.replace(market, swot=swot)
    return world.having({PLAN: msgspec.structs.replace(part, account_as_market=market)})


@pytest.mark.parametrize("audience", [PRIVATE, TEAM])
def test_a_waiver_is_told_with_what_it_is_about_and_why(audience: Audience) -> None:
    told = plan(audience).partition("## Accepted findings")[2].replace("\\", "")
    assert THREAT in told
    assert WHY in told
    assert WANTS in told
    assert "Miriam Sato" in told


def test_a_customer_is_told_of_none() -> None:
    files = worked().pack(CUSTOMER, ACCOUNT)
    assert files
    assert not any("Accepted" in text or WHY in text for text in files.values())


def test_a_waiver_on_what_a_reader_may_not_see_is_not_told() -> None:
    world = with_threat(audience="private")
    assert WHY in plan(PRIVATE, world).replace("\\", "")
    assert WHY not in plan(TEAM, world).replace("\\", "")
    assert "Accepted findings" not in plan(TEAM, world)


def test_where_nothing_is_accepted_nothing_is_told() -> None:
    assert "Accepted findings" not in plan(PRIVATE, with_threat(accepted=Keyed({})))
