"""Who sees what of a plan: nothing reaches a wider circle than the plan's words allow."""

import itertools
import pathlib
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given

from kamc.audience import View, choice, cut, level
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience, Entries, Prose, ProseList
from kamc.model.normal import normal
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import Keyed
from kamc.model.walk import entries, references
from tests.strategies import plan_data, plan_of

PRIVATE, TEAM, CUSTOMER = Audience
WORKED = sorted((pathlib.Path(__file__).parents[1] / "plans").glob("*/*.yaml"))

worked = pytest.mark.parametrize("path", WORKED, ids=lambda path: f"{path.parent.name}-{path.stem}")
circles = pytest.mark.parametrize("audience", Audience, ids=lambda audience: audience.word)


def seen(data: Any, audience: Audience) -> Any:
    """What an audience sees of plain data, as plain data."""
    return normal(cut(build(Plan, data)[0], audience).plan)


def at(path: str, value: Any) -> Any:
    """`value` under keys: `a.b` is the value of `b` in `a`."""
    for key in reversed(path.split(".")):
        value = {key: value}
    return value


# --- The words of the law, one by one -----------------------------------------------------------------------

FACTOR = "account_knowledge.success_factors.clean-audit"
NEED = "account_knowledge.challenges.backlog"
IDEA = "product_knowledge.co_creation.log-book"
GOAL = "account_plan.objectives.pump-share"
MEMBER = "relationships.buying_center.katrin-voss"
DEAL = "account_plan.opportunities.case-desk"
SHEET = f"{DEAL}.negotiation"
NAME = {"name": "Katrin Voss"}

LAW: tuple[tuple[str, Any, Any, Any, Any], ...] = (
    # where it stands, what is written, and what the private circle, the team and the customer read of it
    ("name", "Nordhafen", "Nordhafen", "Nordhafen", "Nordhafen"),
    ("status", "draft", "draft", "draft", None),
    ("x-crm", "4471", "4471", "4471", None),
    ("summary", {"stand": "Second"}, {"stand": "Second"}, {"stand": "Second"}, None),
    (FACTOR, {"what": "No finding"}, {"what": "No finding"}, {"what": "No finding"}, {"what": "No finding"}),
    (FACTOR, {"what": "No finding", "audience": "private"}, ..., None, None),
    (FACTOR, {"what": "No finding", "audience": "team"}, ..., ..., None),
    (FACTOR, {"what": "No finding", "confidence": "low"}, ..., ..., {"what": "No finding"}),
    (FACTOR, {"what": "None", "sources": ["May"], "audience": "customer"}, ..., ..., {"what": "None"}),
    (NEED, {"what": "Alerts"}, ..., ..., None),
    (NEED, {"what": "Alerts", "audience": "customer"}, ..., ..., {"what": "Alerts"}),
    (NEED, {"what": "Alerts", "budget": 5, "audience": "customer"}, ..., ..., {"what": "Alerts"}),
    (NEED, {"what": "Alerts", "x-mine": "a", "audience": "customer"}, ..., ..., {"what": "Alerts"}),
    (NEED, {"what": "Alerts", "x-mine": "a", "audience": "private"}, ..., None, None),
    (NEED, "unknown", "unknown", "unknown", None),
    (IDEA, {"what": "A log", "agreed_with": "katrin-voss"}, ..., ..., {"what": "A log"}),
    (IDEA, {"what": "A log", "agreed_with": "unknown"}, ..., ..., None),
    (GOAL, {"what": "Pump share", "by": "2027"}, ..., ..., None),
    (MEMBER, NAME | {"stance": "opponent", "audience": "customer"}, ..., ..., NAME),
    (MEMBER, {"profile": {"personal_agenda": "A post"}}, ..., {}, None),
    (MEMBER, {"profile": {"personal_agenda": "A post"}, "audience": "private"}, ..., None, None),
    (MEMBER, {"profile": {"personal_agenda": "A", "needs": "B"}}, ..., {"profile": {"needs": "B"}}, None),
    (DEAL, {"what": "A desk", "audience": "customer"}, ..., ..., None),
    (DEAL, {"negotiation": {"frame": "They do not know"}}, ..., {}, None),
    (DEAL, {"negotiation": {"space": {"price": {"start": 9}}}}, ..., {}, None),
    (SHEET, {"frame": "They do not know", "audience": "team"}, ..., ..., None),
    (DEAL, {"negotiation": "unknown"}, ..., {}, None),
    (NEED, {}, ..., {}, None),
)  # fmt: skip


@pytest.mark.parametrize(("path", "written", "private", "team", "customer"), LAW)
def test_the_law(path: str, written: Any, private: Any, team: Any, customer: Any) -> None:
    for audience, wanted in zip(Audience, (private, team, customer), strict=True):
        expected = {} if wanted is None else at(path, written if wanted is ... else wanted)
        assert _shorn(seen(at(path, written), audience)) == _shorn(expected)


def _shorn(data: Any) -> Any:
    """Without the audience that was asked for, and without a link whose member is not in the example."""
    if isinstance(data, dict):
        return {key: _shorn(item) for key, item in data.items() if key not in {"audience", "agreed_with"}}
    return data


def test_nothing_is_wider_than_what_holds_it() -> None:
    block = {"audience": "private", "success_factors": {"clean-audit": {"what": "No finding"}}}
    assert seen({"account_knowledge": block}, TEAM) == {}


def test_what_is_not_for_the_customer_does_not_show_that_it_is_unknown() -> None:
    space = {"north": {"pumps": "9M"}, "south": "unknown"}
    assert seen({"account_as_market": {"open_space": space}}, CUSTOMER) == {}


def test_a_narrow_holder_is_not_opened_by_what_it_holds() -> None:
    question = {"ask": "Why now?", "audience": "customer"}
    meeting = {"what": "Review", "audience": "private", "questions": [question]}
    assert seen(at("account_plan.meetings.review", meeting), TEAM) == {}


GONE = {
    "relationships": {
        "buying_center": {"aylin-demir": {"title": "Head", "audience": "private"}, "jo": {"title": "Buyer"}},
    },
    "product_knowledge": {"co_creation": {"log-book": {"what": "A log", "audience": "private"}}},
    "summary": {"stand": "Second", "supported_by": {"aylin-demir": "Opens the door", "our-ida": "Answers"}},
    "account_plan": {
        "activities": {"visit": {"with": ["jo", "aylin-demir"], "using": ["log-book", "pumps"]}},
        "communications": {"letter": {"message": "By ten", "to": "aylin-demir"}},
    },
}  # fmt: skip
"""Two entries that the team does not see, and what names them."""


def test_a_link_to_what_was_cut_goes_and_every_other_stays() -> None:
    form = seen(GONE, TEAM)
    assert form["summary"]["supported_by"] == {"our-ida": "Answers"}
    assert form["account_plan"]["activities"]["visit"] == {"with": ["jo"], "using": ["pumps"]}
    assert form["account_plan"]["communications"]["letter"] == {"message": "By ten"}


def test_a_link_that_names_nothing_is_not_ours_to_cut() -> None:
    plan = at("account_plan.activities.visit", {"with": ["nobody"], "answers": ["nothing"]})
    assert seen(plan, PRIVATE) == plan


# --- Laws for every plan ------------------------------------------------------------------------------------


@given(plan_data())
def test_the_private_circle_sees_the_plan(data: Any) -> None:
    plan = plan_of(data)
    assert cut(plan, PRIVATE) == View(plan=plan, audience=PRIVATE)


@given(plan_data())
def test_a_narrower_circle_sees_all_that_a_wider_one_sees(data: Any) -> None:
    for narrow, wide in itertools.pairwise(Audience):
        assert within(_shorn(seen(data, wide)), _shorn(seen(data, narrow)))


@given(plan_data())
def test_what_was_cut_once_is_never_widened(data: Any) -> None:
    """Cut again, our own circles see the same; the customer no more: what marked a thing as theirs is not."""
    for audience in Audience:
        once = cut(plan_of(data), audience).plan
        again = cut(once, audience).plan
        assert within(normal(again), normal(once))
        assert again == once or audience is CUSTOMER


@given(plan_data())
def test_no_id_of_what_was_cut_is_left(data: Any) -> None:
    plan = plan_of(data)
    for audience in Audience:
        view = cut(plan, audience).plan
        gone = {one.id for one in entries(plan)} - {one.id for one in entries(view)}
        assert not gone & {one.id for one in references(view)}


def within(small: Any, large: Any) -> bool:
    """Whether plain data is part of other plain data."""
    if isinstance(small, dict) and isinstance(large, dict):
        return all(key in large and within(item, large[key]) for key, item in small.items())
    if isinstance(small, list) and isinstance(large, list):
        return all(any(within(item, other) for other in large) for item in small)
    return bool(small == large)


# --- Every text of the worked plans, marked -----------------------------------------------------------------


@circles
@worked
def test_an_audience_reads_the_texts_that_are_for_it_and_no_other(
    path: pathlib.Path, audience: Audience
) -> None:
    plan, _ = build(Plan, load(path.read_bytes(), path.name).data)
    marks: dict[str, Audience] = {}
    form = normal(cut(_marked(plan, CUSTOMER, marks), audience).plan)
    assert set(_texts(form)) & marks.keys() == {mark for mark, widest in marks.items() if widest >= audience}


@given(plan_data())
def test_an_audience_reads_the_texts_that_are_for_it_in_any_plan(data: Any) -> None:
    for audience in Audience:
        marks: dict[str, Audience] = {}
        form = normal(cut(_marked(plan_of(data), CUSTOMER, marks), audience).plan)
        assert all(marks[mark] >= audience for mark in set(_texts(form)) & marks.keys())


def _marked(part: Part, cap: Audience, marks: dict[str, Audience]) -> Any:
    """`part` with a mark in place of each text; `marks` tells the widest circle that may read it."""
    chosen = choice(part)
    narrowed = chosen if chosen is not None else PRIVATE if part.about.audience is PRIVATE else cap
    changes = {}
    for slot in spec(type(part)).slots:
        ceiling = cap if slot.field.ceiling is None else slot.field.ceiling
        widest = level(part, slot.field, cap)
        new = _mark(slot.field, getattr(part, slot.attr), (widest, min(cap, narrowed, ceiling)), marks)
        changes[slot.attr] = new
    return msgspec.structs.replace(part, **changes)


def _mark(field: Any, value: Any, caps: tuple[Audience, Audience], marks: dict[str, Audience]) -> Any:
    widest, below = caps
    if isinstance(value, Part):
        return _marked(value, below, marks)
    if isinstance(value, Keyed):
        inner = field.record if isinstance(field, Entries) else field.value
        return Keyed({key: _mark(inner, item, caps, marks) for key, item in value.items()}, value.said)
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return tuple(_marked(item, below, marks) for item in value)
    if isinstance(field, ProseList) and isinstance(value, tuple):
        return tuple(_new(marks, widest) for _ in value)
    return _new(marks, widest) if isinstance(field, Prose) and isinstance(value, str) else value


def _new(marks: dict[str, Audience], widest: Audience) -> str:
    mark = f"mark {len(marks)}"
    marks[mark] = widest
    return mark


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for item in data.values():
            yield from _texts(item)
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    elif isinstance(data, str):
        yield data
