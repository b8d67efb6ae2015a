"""How accounts stand, told: room for every terminal, order, days, and texts that mean no harm."""

import csv
import datetime as dt
import io
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.analysis.completeness import Completeness, Tally
from kamc.analysis.health import SIGNS, Health
from kamc.model.change import BLOCKS
from kamc.report.source import columns, shown
from kamc.report.status import FORMATS, SORTS, Line, ago, ordered, write
from kamc.report.style import Style
from kamc.report.tables_csv import defused
from tests.accounts import AS_OF, health, line, overview
from tests.strategies import TEXTS

HOSTILE = (
    *TEXTS,
    "=HYPERLINK(1)",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'=1",
    "a|b",
    "<script>",
    "a\nb",
    "\x1b[31mred",
    "\u202ereversed",
    "山" * 40,
    "x" * 200,
    "[a](b)",
    "",
)


def text(*lines: Line, width: int = 100, **changes: Any) -> str:
    return write("text", overview(*lines, style=Style(width=width), **changes))


# --- Text ---------------------------------------------------------------------------------------------------


def test_a_line_by_hand() -> None:
    # By hand: 7 of 10 facts are 70 %, and of nine cells 6 and 2 eighths; of seven steps 4.9, so the fifth.
    head, row = text(line(), width=92, quiet=True).splitlines()
    assert head == "account          period   status     complete         kprma  health   open  late  changed"
    figures = "██████▎░░  70 %  ▁·█·▅  ● green     4     2"
    assert row == f"hafen-spedition  2026-Q4  in-review  {figures}  3 days ago"


@pytest.mark.parametrize("width", range(40, 125, 5))
@pytest.mark.parametrize("verbose", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, verbose: bool) -> None:
    words = [line(f"account-{word}", health=health(word, 30, "r " * 60)) for word in SIGNS]
    for told in text(*words, width=width, verbose=verbose, unread=("plans/a.yaml",)).splitlines():
        assert columns(told) <= width, told


@pytest.mark.parametrize("width", [40, 60, 120])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_moves_the_cursor_or_breaks_the_table(hostile: str, width: int) -> None:
    odd = line(hostile, name=hostile, status=hostile, period=hostile, health=health("amber", 50, hostile))
    told = text(odd, line(), width=width, quiet=True)
    assert told.count("\n") == 3
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told)
    assert all(columns(one) <= max(width, 60) for one in told.splitlines())


def test_a_narrow_terminal_shortens_the_account_and_keeps_the_figures() -> None:
    row = text(line("a-very-long-name-of-an-account-indeed"), width=60, quiet=True).splitlines()[1]
    assert row.startswith("a-very-long-")
    assert row.endswith("70 %  ● green     4     2")


def test_whole_signs_stand_only_where_nothing_is_open() -> None:
    for tally, row in ((Tally(known=999, unknown=1), "████████▉  99 %"), (Tally(known=3), "█████████ 100 %")):
        one = line(completeness=Completeness(whole=tally, blocks=dict.fromkeys(BLOCKS, tally)))
        assert f"{row}  {('▇' if tally.unknown else '█') * 5}" in text(one, width=92, quiet=True)


def test_a_word_that_is_not_green_has_its_reason_below() -> None:
    told = text(line(health=health("amber", 50, "1 alarm is open, of high danger")), line("beta"))
    assert "◆ amber: alarms" in told
    assert "\n◆ hafen-spedition  1 alarm is open, of high danger\n" in told
    assert "beta  no" not in told


def test_where_there_is_no_word_it_says_what_is_not_known() -> None:
    told = text(line(health=health("unknown", None)))
    assert "○ unknown" in told
    assert "too little is known for a word: nothing on alarms, satisfaction" in told


def test_where_no_part_has_a_weight_there_is_no_word_either() -> None:
    told = text(line(health=Health(score=None, word="unknown", parts=())))
    assert "○ hafen-spedition  no part of a health has a weight in the settings" in told


def test_the_last_line_sums_up() -> None:
    last = text(line(), line("beta", health=health("red", 10))).splitlines()[-1]
    assert last == "2 accounts: 1 green, 1 red. 8 open questions, 4 overdue."


def test_verbose_shows_parts_weights_and_thresholds() -> None:
    told = text(line(), verbose=True)
    assert "hafen-spedition  ● green 90 of 100\n   90  alarms        × 15  no alarm is open\n" in told
    assert "    –  satisfaction  × 10  not known\n" in told
    assert "Green from 70, and no part below 40; amber from 40;" in told


def test_colour_only_paints() -> None:
    lines = [line(f"account-{word}", health=health(word, 30)) for word in SIGNS]
    painted = write("text", overview(*lines, style=Style(width=100, color=True)))
    assert "\x1b[33m◆ amber: alarms\x1b[0m" in painted
    assert re.sub("\x1b\\[[0-9]*m", "", painted) == text(*lines)


def test_nobody_there() -> None:
    assert text().strip() == ""
    assert text(unread=("plans/a.yaml",)) == "plans/a.yaml cannot be read; kamc check plans/a.yaml says why\n"


# --- Order and days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("account", ["a", "b", "c"]),
        ("health", ["c", "a", "b"]),
        ("complete", ["b", "c", "a"]),
        ("overdue", ["b", "a", "c"]),
        ("changed", ["c", "a", "b"]),
    ],
)
def test_what_needs_a_look_stands_first(key: str, order: list[str]) -> None:
    def known(count: int) -> Completeness:
        return Completeness(whole=Tally(known=count, missing=9 - count), blocks={})

    lines = (
        line("c", health=health("red"), completeness=known(5), overdue=0, changed=dt.date(2026, 1, 1)),
        line("a", health=health("amber", 60), completeness=known(9), overdue=2, changed=AS_OF),
        line("b", health=health("amber", 61), completeness=known(1), overdue=7, changed=None),
    )
    assert [one.account for one in ordered(lines, key)] == order
    assert ordered(lines[::-1], key) == ordered(lines, key)


def test_equal_ones_stand_by_account() -> None:
    for key in SORTS:
        assert [one.account for one in ordered((line("b"), line("a")), key)] == ["a", "b"]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-23", "today"),
        ("2026-11-22", "yesterday"),
        ("2026-11-20", "3 days ago"),
        ("2026-11-10", "13 days ago"),
        ("2026-11-09", "2 weeks ago"),
        ("2026-09-22", "8 weeks ago"),
        ("2026-09-21", "2 months ago"),
        ("2024-11-24", "24 months ago"),
        ("2024-11-23", "2 years ago"),
        ("2026-11-24", "2026-11-24"),
    ],
)
def test_how_long_ago(day: str, told: str) -> None:
    assert ago(dt.date.fromisoformat(day), AS_OF) == told


def test_nobody_knows_when() -> None:
    assert ago(None, AS_OF) == "–"


# --- The other formats --------------------------------------------------------------------------------------


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_is_a_formula(hostile: str) -> None:
    odd = line(hostile, name=hostile, owner=hostile, status=hostile, health=health("red", 10, hostile))
    told = write("csv", overview(odd))
    row = next(csv.DictReader(io.StringIO(told, newline="")))
    for key in ("account", "name", "owner", "status", "reason"):
        assert not row[key].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert row[key] == defused(shown(hostile))
    assert (row["complete"], row["complete_product_knowledge"], row["score"]) == ("70", "", "10")


@given(st.text())
def test_a_defused_text_can_be_had_back(told: str) -> None:
    safe = defused(told)
    assert safe in {told, f"'{told}"}
    assert not safe.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_breaks_the_table_of_markdown(hostile: str) -> None:
    odd = line(name=hostile, status=hostile, health=health("red", 10, hostile))
    row = write("markdown", overview(odd)).rstrip("\n").split("\n")[-1]
    assert len(re.findall(r"(?<!\\)\|", row)) == 11
    assert "<script>" not in row


def test_markdown_names_what_is_not_known_and_what_cannot_be_read() -> None:
    told = write("markdown", overview(line(), unread=("plans/a_b.yaml",)))
    assert "no alarm is open; not known: satisfaction |" in told
    assert "- **could not be read:** plans/a\\_b.yaml" in told


@pytest.mark.parametrize("hostile", HOSTILE)
def test_json_says_texts_as_they_are(hostile: str) -> None:
    told = json.loads(write("json", overview(line(hostile, name=hostile))))
    assert (told["accounts"][0]["account"], told["accounts"][0]["name"]) == (hostile, hostile)


def test_json_leaves_out_what_is_not_known() -> None:
    bare = line(owner=None, bucket=None, changed=None, health=health("unknown", None))
    account = json.loads(write("json", overview(bare)))["accounts"][0]
    assert {"owner", "bucket", "changed"}.isdisjoint(account)
    assert account["health"] == {
        "word": "unknown",
        "reasons": [],
        "parts": [{"part": "alarms", "weight": 15}, {"part": "satisfaction", "weight": 10}],
    }


def test_every_block_has_a_letter() -> None:
    assert [title[:1].lower() for title in BLOCKS] == ["a", "p", "r", "a", "a"]
    assert "kprma" in text(line(), width=92)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_with_one_line_feed(form: str) -> None:
    told = write(form, overview(line()))
    assert told.endswith("\n")
    assert not told.endswith("\n\n")
