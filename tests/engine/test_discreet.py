"""Findings for the team tell nothing of what is private: neither by their place nor in their words."""

from typing import Any

import pytest
from hypothesis import given

from kamc.audience import cut
from kamc.diagnostics import START, Diagnostic, Kind, Severity, Waiver
from kamc.engine.discreet import discreet, hidden
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.walk import entries
from tests.strategies import plan_data, plan_of

TEXT = """
account_plan:
  activities:
    quiet-talk: {what: "Talk with the rival's best engineer before the others do", audience: private}
    open-day: {what: Open the doors}
  opportunities:
    frame: {negotiation: {frame: "They believe that we are alone, and we are not"}}
  meetings:
    board:
      questions: [{ask: One, audience: private}, {ask: Two}]
relationships: {buying_center: {ann-lee: {title: Buyer, profile: {personal_agenda: Chief}}}}
"""
WHOLE = build(Plan, load(TEXT.encode(), "plan.yaml").data)[0]
SEEN = cut(WHOLE, Audience.TEAM).plan


def finding(message: str = "something", pointer: str | None = None, **changes: Any) -> Diagnostic:
    return Diagnostic(
        code="KAM505", slug="overdue", kind=Kind.CLOCK, severity=Severity.WARNING, message=message,
        path="plans/a/2026-Q4.yaml", span=START, pointer=pointer, **changes,
    )  # fmt: skip


@pytest.mark.parametrize(
    "one",
    [
        finding(pointer="/account_plan/activities/quiet-talk"),
        finding(pointer="/account_plan/activities/quiet-talk/by"),
        finding(pointer="/account_plan/opportunities/frame/negotiation/space"),
        finding(pointer="/account_plan/meetings/board/questions/1"),  # which one is it now?
        finding("quiet-talk is overdue", "/account_plan"),
        finding("Quiet Talk is overdue"),
        finding('"Talk with the rival\'s best …" has no date'),
        finding("fine", label='as "They believe that we are alone …" says'),
        finding("fine", help="ask whether Chief is right"),
        finding("fine", accepted=Waiver(why="until quiet-talk is over")),
        finding("no agenda", "/relationships/buying_center/ann-lee/profile"),  # all in it is private
    ],
)
def test_what_tells_of_something_private_is_left_out(one: Diagnostic) -> None:
    assert list(discreet(WHOLE, SEEN, [one])) == []
    assert list(discreet(WHOLE, WHOLE, [one])) == [one]


@pytest.mark.parametrize(
    "one",
    [
        finding("no facilitator"),
        finding("open-day is overdue", "/account_plan/activities/open-day"),
        finding("fine", "/account_plan/activities/quiet-talks"),
    ],
)
def test_the_rest_stays(one: Diagnostic) -> None:
    assert list(discreet(WHOLE, SEEN, [one])) == [one]


@given(plan_data())
def test_every_entry_that_is_gone_is_a_word_not_to_tell(data: Any) -> None:
    whole = plan_of(data)
    seen = cut(whole, Audience.TEAM).plan
    gone = {one.id for one in entries(whole)} - {one.id for one in entries(seen)}
    assert gone <= hidden(whole, seen).words
