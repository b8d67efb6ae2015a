"""The schemas of our own JSON: all that kamc prints keeps to them, and nothing in them is idle."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from kamc.analysis.completeness import Completeness, Tally
from kamc.audience import View
from kamc.diagnostics import START, Edit, Fix, RelatedPlace, Waiver
from kamc.diff import Basis, whole
from kamc.git import Commit
from kamc.model.build import build
from kamc.model.change import (
    BLOCKS,
    HEADER,
    Change,
    Diff,
    Difference,
    Figure,
    Likely,
    Place,
    Promised,
    Side,
)
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.reference import outputs
from kamc.report import comparison_json, findings_json, history_json, review_json, status_json
from kamc.report.changes_json import changes_json
from kamc.report.comparison import Compared, Comparison
from kamc.report.findings import Findings
from kamc.report.history import History, Point, Step, Trend
from kamc.report.review import Decision, Review, Reviewed
from kamc.report.rules_json import rule_json, rules_json
from kamc.rules import registry
from tests.accounts import line, overview
from tests.findings import finding, findings, reports
from tests.strategies import SHARED, plan_data

TESTS = Path(__file__).parents[1]
GOLDEN = {
    "findings": [TESTS / "test_example_workspace/check.json", TESTS / "report/test_formats/json.json"],
    "changes": sorted((TESTS / "report/test_changes").glob("*.json")),
    "status": [TESTS / "test_example_status/status.json"],
}


def closed(schema: Any) -> Any:
    """A schema that allows no key but those that it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner


CONTRACTS = {name: Draft202012Validator(closed(make())) for name, make in outputs.DOCUMENTS.items()}


def check(name: str, text: str) -> Any:
    data = json.loads(text)
    CONTRACTS[name].validate(data)
    return data


@pytest.mark.parametrize("name", outputs.DOCUMENTS)
def test_it_is_a_schema_and_every_part_is_explained(name: str) -> None:
    schema = outputs.DOCUMENTS[name]()
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:kamc:schema:{name}:1"
    assert [path for path, one in parts(schema) if "$ref" not in one and not one.get("description")] == []


def parts(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every schema in a schema."""
    yield path, schema
    for group in ("properties", "$defs"):
        for key, inner in schema.get(group, {}).items():
            yield from parts(inner, f"{path}/{key}")
    if "items" in schema:
        yield from parts(schema["items"], f"{path}/items")


@pytest.mark.parametrize("name", outputs.DOCUMENTS)
def test_a_reader_must_bear_a_key_of_tomorrow(name: str) -> None:
    assert "additionalProperties" not in json.dumps(outputs.DOCUMENTS[name]())


@pytest.mark.parametrize(
    ("name", "path"), [(name, path) for name, paths in GOLDEN.items() for path in paths], ids=str
)
def test_golden_files(name: str, path: Path) -> None:
    check(name, path.read_text(encoding="utf-8"))


@given(reports())
def test_findings(found: Findings) -> None:
    check("findings", findings_json.report(found))


@settings(max_examples=20)
@given(plan_data(), plan_data())
def test_changes(old: Any, new: Any) -> None:
    first, second = (View(plan=build(Plan, data)[0], audience=Audience.PRIVATE) for data in (old, new))
    basis = Basis(then=dt.date(2026, 9, 30), now=dt.date(2026, 11, 24), shared=SHARED, older=second)
    check("changes", changes_json(whole(first, second, basis)))


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.slug)
def test_a_rule(rule: Any) -> None:
    data = check("rule", rule_json(rule))
    assert data["rule"]["code"] == rule.code
    assert data["rule"] in check("rules", rules_json(registry.RULES))["rules"]


FULL = finding(
    pointer="/relationships",
    account="hafen-spedition",
    period="2026-Q4",
    related=(RelatedPlace(path="plans/a/2026-Q4.yaml", span=START, message="there"),),
    accepted=Waiver(why="agreed", by="tor-vik", until="2027-03-31"),
    fix=Fix(what="move the file", edits=(Edit(START, "x"),), rename="plans/a/2026-Q3.yaml"),
)
SPOT = Place(path="plans/a/2026-Q4.yaml", span=START)
SIDE = Side(account="a", name="A", period="2026-Q4", path="plans/a/2026-Q4.yaml")
CHANGE = Change(
    kind="changed", entity="member", id="jan", message="Jan", field="stance", old="a", new="b", code="KAM301",
    old_place=SPOT, new_place=SPOT, topic="decider",
    difference=Difference(by=Decimal(3), unit="points", percent=Decimal(12)),
)  # fmt: skip
DIFF = Diff(
    old=SIDE,
    new=SIDE,
    changes=(CHANGE,),
    figures=(
        Figure(key="overdue", title="Overdue", unit="count", old=Decimal(1), new=Decimal(2), message="m"),
    ),
    found=(FULL,),
    promises=(
        Promised(
            entity="activity", id="a", what="A", by="2026", outcome="late", message="m", done="2026",
            moved_to="2027",
        ),
    ),
    left_alone=("open space",),
    suggested=(
        Likely(entity="activity", old="a", new="b", likeness=80, message="m", old_at=("a",), new_at=("b",)),
    ),
)  # fmt: skip
COMPARED = (
    Compared(fate="changed", side=SIDE, diff=DIFF),
    Compared(fate="removed", side=SIDE, unread=("plans/a/2026-Q4.yaml",)),
)
HISTORY = History(
    account="a",
    name="A",
    id="jan",
    steps=(
        Step(
            period="2026-Q4",
            path="plans/a/2026-Q4.yaml",
            changes=(CHANGE,),
            commit=Commit("abc", "Mara Lind", dt.date(2026, 11, 20), "Plans"),
        ),
    ),
    trends=(
        Trend(
            entity="member",
            id="jan",
            field="stance",
            title="Jan, stance",
            points=(Point(period="2026-Q4", text="a", rank=1, day=dt.date(2026, 11, 20), commit="abc"),),
        ),
    ),
    unread=("plans/a/2026-Q3.yaml",),
)
REVIEW = Review(
    base="origin/main",
    fork="0" * 40,
    as_of=dt.date(2026, 11, 24),
    shared=("kamc.yaml",),
    plans=(
        Reviewed(
            fate="changed",
            side=SIDE,
            diff=DIFF,
            status=("draft", "approved"),
            found=(FULL,),
            decisions=(Decision(change=CHANGE, reason=FULL.accepted),),
        ),
        Reviewed(fate="removed", side=SIDE, unread=("plans/a/2026-Q4.yaml",)),
    ),
)
WHOLE = Completeness(whole=Tally(known=1), blocks=dict.fromkeys((HEADER, *BLOCKS), Tally(known=1)))
ACCOUNT = line(completeness=WHOLE)
SAMPLES = {
    "findings": findings_json.report(findings(FULL, unread=("plans/b.yaml",))),
    "changes": changes_json(DIFF),
    "diffs": comparison_json.report(Comparison(title="", compared=COMPARED)),
    "review": review_json.report(REVIEW),
    "log": history_json.report(HISTORY),
    "rule": rule_json(registry.BOOK.by_code["KAM301"]),
    "rules": rules_json(registry.RULES),
    "status": status_json.report(overview(ACCOUNT, unread=("plans/b.yaml",))),
}
"""Outputs that lack nothing."""


@pytest.mark.parametrize("name", outputs.DOCUMENTS)
def test_every_key_described_is_one_that_kamc_prints(name: str) -> None:
    described = {key for _, one in parts(outputs.DOCUMENTS[name]()) for key in one.get("properties", ())}
    limits = {name for one in registry.RULES for name in one.limits}
    assert described == set(keys(check(name, SAMPLES[name]))) - (limits - described)


def keys(data: Any) -> Iterator[str]:
    """Every key in some data."""
    for key, value in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from (key,) if isinstance(key, str) else ()
        yield from keys(value)
