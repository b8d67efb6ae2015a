"""Ways through a plan: to every value, and from every path back to the model."""

import functools
from typing import Any

import pytest
from hypothesis import given

from kamc.model.account import SuccessFactor
from kamc.model.actions import Question
from kamc.model.build import build
from kamc.model.buying_center import Contact, Member
from kamc.model.fields import Day, Entries, Link, Number, Prose, Rows, Table
from kamc.model.market import Cell
from kamc.model.normal import absent, normal
from kamc.model.opportunities import Opportunity
from kamc.model.plan import Plan, Summary
from kamc.model.records import Accepted, Part
from kamc.model.walk import entries, locate, references, walk
from kamc.model.wallet import Presale
from tests.strategies import plan_data, plan_of

DATA = {
    "owner": "ida-moe",
    "summary": {"supported_by": {"jo": "Opens the door"}},
    "account_knowledge": {"success_factors": {"clean-audit": {"whose": "jo", "serves": ["profit", "calm"]}}},
    "relationships": {
        "buying_center": {"jo": {"contacts": {"ida-moe": {"last": "2026-10"}}, "title": "Head"}}
    },
    "account_as_market": {"open_space": {"north": {"pumps": "kestrel"}}},
    "account_plan": {"meetings": {"review": {"questions": [{"ask": "Why?", "to": "jo"}]}}},
}


@pytest.fixture
def plan() -> Plan:
    return build(Plan, DATA)[0]


def test_entries_in_the_models_order(plan: Plan) -> None:
    assert [(one.id, ".".join(map(str, one.path)), one.entry.about.kind) for one in entries(plan)] == [
        ("clean-audit", "account_knowledge.success_factors.clean-audit", "success-factor"),
        ("jo", "relationships.buying_center.jo", "member"),
        ("review", "account_plan.meetings.review", "meeting"),
    ]


def test_references_where_they_stand(plan: Plan) -> None:
    found = {".".join(map(str, one.path)): (one.id, one.to, one.on_key) for one in references(plan)}
    factor = "account_knowledge.success_factors.clean-audit"
    assert found == {
        "owner": ("ida-moe", ("person",), False),
        "summary.supported_by.jo": ("jo", ("member", "person"), True),
        f"{factor}.whose": ("jo", ("member",), False),
        f"{factor}.serves.0": ("profit", ("business-objective",), False),
        f"{factor}.serves.1": ("calm", ("business-objective",), False),
        "relationships.buying_center.jo.contacts.ida-moe": ("ida-moe", ("person",), True),
        "account_as_market.open_space.north.pumps": ("pumps", ("offering",), True),
        "account_as_market.open_space.north.pumps.who": ("kestrel", ("competitor",), False),
        "account_plan.meetings.review.questions.0.to": ("jo", ("member",), False),
    }


def test_holders_before_what_they_hold(plan: Plan) -> None:
    seen: set[tuple[str | int, ...]] = {()}
    for step in walk(plan):
        assert step.path[:-1] in seen
        seen.add(step.path)


LOCATED: tuple[tuple[str, type | None, type[Part] | None, str], ...] = (
    ("", None, Plan, ""),
    ("name", Prose, None, "name"),
    ("summary.stand", Prose, None, "stand"),
    ("decisions_wanted.0", None, None, "decisions_wanted"),
    ("account_knowledge.success_factors", Entries, None, "success_factors"),
    ("account_knowledge.success_factors.clean-audit", None, SuccessFactor, "success_factors"),
    ("account_knowledge.success_factors.clean-audit.by", Day, None, "by"),
    ("account_knowledge.success_factors.clean-audit.serves.1", Link, None, "serves"),
    ("relationships.buying_center.jo", None, Member, "buying_center"),
    ("relationships.buying_center.jo.contacts", Table, None, "contacts"),
    ("relationships.buying_center.jo.contacts.ida-moe", None, Contact, "contacts"),
    ("relationships.buying_center.jo.influences.aylin", Prose, None, "influences"),
    ("account_as_market.open_space.north", Table, None, "open_space"),
    ("account_as_market.open_space.north.pumps", None, Cell, "open_space"),
    ("account_as_market.results.2025.presale", None, Presale, "presale"),
    ("account_plan.meetings.review.questions", Rows, None, "questions"),
    ("account_plan.meetings.review.questions.0", None, Question, "questions"),
    ("account_plan.meetings.review.with", Link, None, "with"),
    ("account_plan.opportunities.desk", None, Opportunity, "opportunities"),
    ("account_plan.opportunities.desk.choices.theirs.jo.price", Number, None, "theirs"),
    ("summary", None, Summary, "summary"),
    ("accepted.no-facilitator", None, Accepted, "accepted"),
    ("nonsense", None, None, ""),
    ("nonsense.and.more", None, None, ""),
    ("name.and.more", None, None, ""),
    ("account_plan.activities.visit.with_", None, None, ""),
)


@pytest.mark.parametrize(("path", "field", "record", "key"), LOCATED)
def test_locate(path: str, field: type | None, record: type[Part] | None, key: str) -> None:
    keys = tuple(int(key) if key in {"0", "1"} else key for key in path.split(".") if key)
    found = locate(Plan, keys)
    if field is not None:
        assert isinstance(found.field, field)
    assert found.record is record
    assert found.key == key


@given(plan_data())
def test_every_value_is_found_where_it_stands(data: Any) -> None:
    """The path of each step leads to the field in the model, and to the value in the normal form."""
    plan = plan_of(data)
    form: Any = normal(plan)
    for step in walk(plan):
        place = locate(Plan, step.path)
        assert step.field in (place.field, place.record)
        if step.slot is None or not absent(step.value):
            functools.reduce(lambda value, key: value[key], step.path, form)
