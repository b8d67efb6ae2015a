"""Findings as they are told: in text of several widths, in one line, and in JSON."""

import datetime as dt
import json
import re
from typing import Any

import msgspec
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.diagnostics import Diagnostic, Kind, RelatedPlace, Severity, Span, Waiver
from kamc.report import findings_concise, findings_json
from kamc.report.findings import Findings, reason
from kamc.report.findings_text import findings_text, last_line
from kamc.report.findings_text import report as findings_text_report
from kamc.report.source import columns
from kamc.report.style import Style

PATH, OLD = "plans/hafen-spedition/2026-Q4.yaml", "plans/hafen-spedition/2026-Q3.yaml"
TEXT = """\
kamc: 1
name: 漢字 and a long name: TBD, which nobody has ever written in one line without thinking of the reader
relationships:
\tbuying_center: {jan: {title: "Head\x1b[31m of \u202eeverything", roles: [user, facilitator], stance: none}}
was: e\u0301te\u0301 שלום TBD
"""


def place(text: str, needle: str) -> Span:
    line = next(number for number, one in enumerate(text.split("\n"), 1) if needle in one)
    column = text.split("\n")[line - 1].index(needle) + 1
    return Span(line, column, line, column + len(needle))


def finding(needle: str, **changes: Any) -> Diagnostic:
    one = Diagnostic(
        code="KAM301",
        slug="no-facilitator",
        kind=Kind.GAP,
        severity=Severity.ERROR,
        message="nobody inside Hafen-Spedition lobbies for us",
        path=PATH,
        span=place(TEXT, needle),
        label="2 members, none with the role",
        help="give the role to the member who speaks for us to buyers and deciders",
        fingerprint="0" * 32,
        lineage="1" * 32,
    )
    return msgspec.structs.replace(one, **changes)


ALL = (
    finding("TBD"),
    finding("facilitator", severity=Severity.WARNING, label="a label that is rather too long for the line"),
    finding(
        "שלום",
        severity=Severity.INFO,
        help="",
        label="",
        message="e\u0301te\u0301 \x1b]0;owned\x07 漢字 " * 4,
    ),
    finding(
        "relationships",
        related=(
            RelatedPlace(path=OLD, span=Span(107, 3, 107, 9), message="he was one last quarter"),
            RelatedPlace(path=PATH, span=place(TEXT, "name"), message="the other\x1b place"),
        ),
    ),
    finding("kamc", accepted=Waiver(why="Tor introduces one in January", by="tor-vik", until="2027-01-31")),
    finding("kamc", path="plans/x\x1b[2J/gone.yaml"),
)
"""Everything that a finding can have, and a file that nobody has the text of."""


def report(*shown: Diagnostic, **more: Any) -> Findings:
    return Findings(all=more.pop("found", shown), shown=shown, as_of=dt.date(2026, 11, 23), texts={}, **more)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_text(width: int, file_regression: FileRegressionFixture) -> None:
    text = findings_text(ALL, {PATH: TEXT, OLD: "x: 1\n" * 106 + "  jan: 1\n"}, Style(width=width))
    file_regression.check(text, encoding="utf-8", newline="")
    long_words = re.compile(r"-->|:::|^ +[0-9]")
    assert not [line for line in text.split("\n") if columns(line) > width and not long_words.search(line)]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


@pytest.mark.parametrize(("width", "lines"), [(20, 4), (40, 4), (60, 3), (100, 2), (130, 1)])
def test_the_sum_takes_as_many_lines_as_it_needs(width: int, lines: int) -> None:
    aside = ((12, "in the baseline"), (4, "there before"))
    made = report(plans=13, found=ALL, aside=aside, open_questions=196, style=Style(width=width))
    told = findings_text_report(made).splitlines()
    assert len(told) == lines
    assert max(map(len, told)) <= max(width, 40)
    assert " ".join(told) == last_line(made)


@pytest.mark.parametrize("width", [40, 60, 100])
def test_colour_changes_nothing_but_colour(width: int) -> None:
    texts = {PATH: TEXT}
    plain = findings_text(ALL, texts, Style(width=width))
    coloured = findings_text(ALL, texts, Style(width=width, color=True))
    assert coloured != plain
    assert re.sub(r"\x1b\[[0-9;]+m", "", coloured) == plain


def test_lines_are_counted_as_the_loader_counts_them() -> None:
    text = "a: \x0c1\r\nb: 2\r\nc: 3\r\n"
    told = findings_text([finding("kamc", span=Span(3, 1, 3, 2))], {PATH: text}, Style())
    assert "\n3 | c: 3\n" in told


def test_nothing_is_told_of_nothing() -> None:
    assert findings_text((), {}, Style()) == findings_concise.report(report()) == ""


def test_concise() -> None:
    assert findings_concise.report(report(ALL[0], ALL[4], ALL[5])) == (
        f"{PATH}:2:27: error[KAM301] no-facilitator: nobody inside Hafen-Spedition lobbies for us\n"
        f"{PATH}:1:1: error[KAM301] no-facilitator: nobody inside Hafen-Spedition lobbies for us "
        "(accepted: Tor introduces one in January, by tor-vik, until 2027-01-31)\n"
        "plans/x�[2J/gone.yaml:1:1: "
        "error[KAM301] no-facilitator: nobody inside Hafen-Spedition lobbies for us\n"
    )


def test_json_counts_all_and_lists_what_is_shown() -> None:
    text = findings_json.report(
        report(
            *ALL[4:5], found=ALL, plans=2, unread=("plans/a.yaml",), aside=((3, "there before"), (2, "old"))
        )
    )
    data = json.loads(text)
    assert data["summary"] == {"plans": 2, "error": 3, "warning": 1, "info": 1, "set_aside": 5}
    (one,) = data["findings"]
    assert one == {
        "code": "KAM301",
        "slug": "no-facilitator",
        "kind": "gap",
        "severity": "error",
        "message": "nobody inside Hafen-Spedition lobbies for us",
        "help": "give the role to the member who speaks for us to buyers and deciders",
        "path": PATH,
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 5,
        "fingerprint": "0" * 32,
        "lineage": "1" * 32,
        "accepted": {"why": "Tor introduces one in January", "by": "tor-vik", "until": "2027-01-31"},
    }
    assert "漢字" in findings_json.report(report(*ALL))


@pytest.mark.parametrize(
    ("found", "plans", "unread", "questions", "said"),
    [
        ((), 3, (), 0, "3 plans checked: nothing found."),
        ((), 1, (), 4, "1 plan checked: nothing found. 4 open questions."),
        ((), 0, (), 0, "5 files checked: nothing found."),
        (ALL[:1], 3, (), 1, "3 plans checked: 1 error in 1 file. 1 open question."),
        (ALL, 3, (), 0, "3 plans checked: 3 errors, 1 warning, 1 info in 2 files; 1 accepted."),
        (ALL[4:5], 3, (), 0, "3 plans checked: nothing found; 1 accepted."),
        (ALL[1:2], 3, (PATH,), 0, "3 plans checked: 1 warning in 1 file; 1 file could not be read."),
    ],
)
def test_the_last_line(
    found: tuple[Diagnostic, ...], plans: int, unread: tuple[str, ...], questions: int, said: str
) -> None:
    texts = dict.fromkeys("abcde", "")
    made = report(*found, plans=plans, unread=unread, open_questions=questions)
    assert last_line(msgspec.structs.replace(made, texts=texts)) == said


@pytest.mark.parametrize(
    ("waiver", "said"),
    [
        (Waiver(why="He is ill."), "He is ill."),
        (Waiver(why="He is ill.", by="tor-vik"), "He is ill, by tor-vik"),
        (Waiver(why="He is ill", until="2027-03-31"), "He is ill, until 2027-03-31"),
        (
            Waiver(why="Ask Jan …", by="tor-vik", until="2027-03-31"),
            "Ask Jan …, by tor-vik, until 2027-03-31",
        ),
    ],
)
def test_a_reason_is_one_sentence(waiver: Waiver, said: str) -> None:
    assert reason(waiver) == said
