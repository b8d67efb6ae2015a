"""Markdown: what matters first, the rest folded, and nothing in it that a plan could have written."""

import re

import msgspec
from hypothesis import given
from markdown_it import MarkdownIt

from kamc.diagnostics import RelatedPlace, Severity, Span, Waiver
from kamc.report.findings import Findings
from kamc.report.findings_markdown import report
from tests.findings import MENDED, MIXED, NOTED, ODD, finding, findings, reports

OURS = ("<br>", "<details>\n", "</details>\n")
SUMMARY = re.compile(r"<summary>[0-9]+ (finding to note|findings to note|accepted)</summary>\n")


@given(reports())
def test_no_markup_comes_from_a_plan(found: Findings) -> None:
    """Every tag, link and heading is one that this format writes, and every row has four cells."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(report(found))
    children = [child for token in tokens for child in token.children or ()]
    for token in (*tokens, *children):
        assert token.type not in {"link_open", "image", "fence", "code_block"}
        if token.type in {"html_inline", "html_block"}:
            assert SUMMARY.sub("", token.content) in OURS
    shown = len([token for token in tokens if token.type == "tr_open"])
    heads = len([token for token in tokens if token.type == "thead_open"])
    assert shown - heads == len(found.shown)
    cells = len([token for token in tokens if token.type in {"td_open", "th_open"}])
    assert cells == 4 * shown


def test_the_worst_plan_comes_first_and_what_is_only_noted_is_folded() -> None:
    text = report(
        findings(
            finding(path=NOTED, severity=Severity.INFO),
            finding(path=NOTED, severity=Severity.WARNING),
            finding(path=ODD),
        )
    )
    places = [
        text.index(part) for part in ("### plans/100% grün", "### plans/alster", "<details>", "**info**")
    ]
    assert places == sorted(places)
    assert text.startswith(
        "## kamc: 1 error, 1 warning, 1 info in 2 files\n\n1 plan checked as of 2026-11-23.\n"
    )


def test_what_is_accepted_is_folded_with_its_reason() -> None:
    waiver = Waiver(why="Tor asks | in January", by="tor-vik", until="2027-03-31")
    text = report(findings(finding(accepted=waiver)))
    assert "<summary>1 accepted</summary>" in text
    assert r"| Tor asks \| in January, by tor-vik, until 2027-03-31 |" in text


def test_second_places_name_the_file_where_it_is_another() -> None:
    related = (
        RelatedPlace(path=MIXED, span=Span(7, 1, 7, 2), message="here"),
        RelatedPlace(path=ODD, span=Span(8, 1, 8, 2), message="there"),
    )
    text = report(findings(finding(related=related)))
    assert "<br>*line 7: here*<br>*plans/100% grün, ja: 漢字/2026-Q4.yaml, line 8: there*<br>" in text


def test_what_stands_in_backticks_is_code_unless_it_could_break_a_row() -> None:
    text = report(findings(finding(help="write `a: <b>` or `c | d` or ` ` ` or **x**")))
    assert r"| write `a: <b>` or \`c \| d\` or \` \` \` or \*\*x\*\* |" in text


def test_a_page_takes_no_more_than_a_comment_may_hold() -> None:
    found = [finding(span=Span(line, 1, line, 2), message="x" * 900) for line in range(1, 200)]
    text = report(findings(finding(severity=Severity.INFO), *found))
    assert len(text) < 65_536
    rows = text.count("| **error** |")
    assert text.endswith(f"\n{200 - rows} more findings, for which this page has no room.\n")
    assert "**info**" not in text


def test_a_clean_workspace() -> None:
    text = report(msgspec.structs.replace(findings(), open_questions=2))
    assert text == "## kamc: nothing found\n\n1 plan checked as of 2026-11-23. 2 open questions.\n"


def test_a_fix_stands_behind_what_to_do() -> None:
    fix = '`kamc check --fix` would write "wasp"'
    assert f"| give the role to the member who speaks for us<br>{fix} |" in report(
        findings(finding(fix=MENDED))
    )
    assert f"| {fix} |" in report(findings(finding(fix=MENDED, help="")))
    assert fix not in report(findings(finding(fix=MENDED, accepted=Waiver(why="agreed"))))
