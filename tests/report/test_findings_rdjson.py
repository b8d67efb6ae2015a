"""reviewdog's format: its messages, and columns in the bytes of UTF-8."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from kamc.diagnostics import Edit, Fix, RelatedPlace, Span, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_rdjson import report
from tests.findings import MENDED, MOVED, ODD, TEXT, finding, findings, reports

CONTRACT = Draft202012Validator(
    json.loads((Path(__file__).parent / "schemas" / "rdjson.json").read_text(encoding="utf-8"))
)


def result(found: Findings) -> list[dict[str, Any]]:
    made = json.loads(report(found))
    CONTRACT.validate(made)
    diagnostics: list[dict[str, Any]] = made["diagnostics"]
    return diagnostics


@given(reports())
def test_it_keeps_the_contract(found: Findings) -> None:
    assert len(result(found)) == len(found.live)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(2, 7, 2, 9), "漢字"),
        (Span(2, 10, 2, 13), "𝄞 é"),
        (Span(1, 1, 1, 5), "kamc"),
        (Span(4, 1, 4, 4), "was"),
    ],
)
def test_columns_count_bytes_and_the_end_is_exclusive(span: Span, text: str) -> None:
    (one,) = result(findings(finding(span=span)))
    start, end = one["location"]["range"]["start"], one["location"]["range"]["end"]
    line = TEXT.split("\n")[start["line"] - 1].encode()
    assert line[start["column"] - 1 : end["column"] - 1].decode() == text


def test_lines_alone_where_nobody_has_the_text() -> None:
    (one,) = result(findings(finding(path=ODD)))
    assert one["location"] == {"path": ODD, "range": {"start": {"line": 2}, "end": {"line": 2}}}


def test_paths_go_from_the_workspace_wherever_it_lies() -> None:
    (one,) = result(findings(finding(), base="sales/"))
    assert one["location"]["path"].startswith("plans/")


def test_second_places() -> None:
    related = RelatedPlace(path=ODD, span=Span(1, 1, 1, 5), message="he was one last quarter")
    (one,) = result(findings(finding(related=(related,))))
    assert one["related_locations"][0]["message"] == "he was one last quarter"
    assert one["related_locations"][0]["location"]["path"] == ODD


def test_what_is_accepted_makes_no_comment() -> None:
    assert result(findings(finding(accepted=Waiver(why="agreed")))) == []


def suggestions(fix: Fix, **changes: Any) -> Any:
    (one,) = result(findings(finding(fix=fix, **changes)))
    assert one["message"].endswith(f"\nfix: kamc check --fix would {fix.what}")
    return one.get("suggestions")


def test_a_fix_is_a_suggestion_whose_columns_count_bytes() -> None:
    fix = Fix(what="delete the rest", edits=(Edit(Span(2, 10, 3, 1), ""),))
    wanted = {"start": {"line": 2, "column": 14}, "end": {"line": 3, "column": 1}}
    assert suggestions(fix) == [{"range": wanted, "text": ""}]


@pytest.mark.parametrize(
    ("fix", "changes"),
    [
        pytest.param(MOVED, {}, id="a new path is no edit"),
        pytest.param(MENDED, {"path": ODD}, id="nobody has the text to count its bytes"),
        pytest.param(Fix(what="do both", edits=MENDED.edits * 2), {}, id="half a fix is none"),
    ],
)
def test_no_suggestion(fix: Fix, changes: dict[str, Any]) -> None:
    assert suggestions(fix, **changes) is None
