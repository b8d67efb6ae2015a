"""What changed, as people and programs read it: small diffs, and the quarters of the worked accounts."""

import datetime as dt
import json
import pathlib
from decimal import Decimal
from itertools import pairwise

import msgspec
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.commands.common import open_workspace
from kamc.diagnostics import Diagnostic, Kind, Severity, Span
from kamc.engine.diff import compare
from kamc.engine.read import read_from
from kamc.engine.scope import Scope, scope
from kamc.model.change import Change, Diff, Difference, Figure, Likely, Place, Promised, Side
from kamc.report.changes_json import changes_json
from kamc.report.changes_markdown import changes_markdown
from kamc.report.changes_text import changes_text
from kamc.report.style import Style

ROOT = pathlib.Path(__file__).parents[2]
PLANS = ROOT / "plans"
AS_OF = dt.date(2026, 11, 24)


def golden(new: pathlib.Path) -> str:
    return f"{new.parent.name}-{new.stem}"


QUARTERS = [
    pytest.param(old, new, id=golden(new))
    for account in sorted(PLANS.iterdir())
    for old, new in pairwise(sorted(account.glob("*-Q?.yaml")))
]
OLD = Side(account="gruenau-heat", name="Fernwärme Grünau", period="2026-Q3")
NEW = Side(
    account="gruenau-heat", name="Fernwärme Grünau", period="2026-Q4", path="plans/gruenau-heat/2026-Q4.yaml"
)
STANCE = Change(
    kind="changed",
    entity="member",
    id="lena-berg",
    message="Lena Berg, stance: opponent → supporter",
    subject="Lena Berg",
    field="stance",
    old="opponent",
    new="supporter",
    new_at=("relationships", "buying_center", "lena-berg", "stance"),
    effect="better",
    topic="decider",
)
SLIP = Change(
    kind="changed",
    entity="activity",
    id="site-visit",
    message='Activity "Walk the site" slips by 31 days: 2026-10-30 → 2026-11-30',
    subject='Activity "Walk the site"',
    field="by",
    new_at=("account_plan", "activities", "site-visit", "by"),
    effect="worse",
)
OWNER = Change(
    kind="changed",
    entity="activity",
    id="site-visit",
    message='Activity "Walk the site", owner: now Olga Richter',
    subject='Activity "Walk the site"',
    field="owner",
    new_at=("account_plan", "activities", "site-visit", "owner"),
)


ALONE = ("selection criteria", "success factors", "relationship continuum", "open space")
SHARE = Figure(
    key="share-of-wallet",
    title="Share of wallet",
    unit="percent",
    old=Decimal(22),
    new=Decimal(25),
    old_text="22 %",
    new_text="25 %",
    difference=Difference(by=Decimal(3), unit="points"),
    effect="better",
    message="Share of wallet: 22 % → 25 % (+3.0 points)",
)
REACH = msgspec.structs.replace(SHARE, key="coverage", old=Decimal(25), old_text="25 %", message="still 25 %")
LATE = Promised(
    entity="activity",
    id="site-visit",
    what="Walk the site",
    by="2026-08-31",
    outcome="carried-over-again",
    message='Carried over again: "Walk the site" (due 2026-08-31, now 2026-11-30)',
    effect="worse",
    moved_to="2026-11-30",
)
KEPT = msgspec.structs.replace(
    LATE, id="call", outcome="kept", message='Kept: "Call"', effect="better", done="2026-08-01"
)
RENAME = Likely(
    entity="activity",
    old="visit",
    new="walk",
    likeness=80,
    message="visit may have become walk: 80 % of their words are the same",
    old_at=("account_plan", "activities", "visit"),
    new_at=("account_plan", "activities", "walk"),
)
NOBODY = Diagnostic(
    code="KAM301",
    slug="no-facilitator",
    kind=Kind.GAP,
    severity=Severity.WARNING,
    message="nobody lobbies for us",
    path="plans/gruenau-heat/2026-Q4.yaml",
    span=Span(12, 5, 12, 11),
    lineage="0123456789abcdef0123456789abcdef",
)


def small(*changes: Change) -> Diff:
    return Diff(old=OLD, new=NEW, changes=changes, left_alone=ALONE)


WHOLE = Diff(
    old=OLD,
    new=NEW,
    changes=(STANCE, SLIP, OWNER),
    figures=(SHARE, REACH),
    found=(NOBODY,),
    gone=(msgspec.structs.replace(NOBODY, code="KAM603", message="nothing helps a factor"),),
    promises=(LATE, KEPT),
    left_alone=ALONE[:2],
    suggested=(RENAME,),
)


def text(diff: Diff, *, width: int = 100, color: bool = False, verbose: bool = False) -> str:
    return changes_text(diff, Style(width=width, color=color), verbose=verbose)


@pytest.fixture(scope="module")
def worked() -> Scope:
    return scope(*open_workspace(ROOT), AS_OF)


def quarters(old: pathlib.Path, new: pathlib.Path, worked: Scope) -> Diff:
    both = (read_from(worked.workspace, worked.workspace.source(path)) for path in (old, new))
    return compare(worked, *both)


def test_a_small_diff() -> None:
    assert text(small(STANCE, SLIP, OWNER), width=80) == (
        "Fernwärme Grünau, 2026-Q3 → 2026-Q4               1 better · 1 worse · 1 neutral\n"
        "\n"
        "Leads\n"
        "  ▲ Lena Berg, stance: opponent → supporter\n"
        "\n"
        "Account plan\n"
        '  ▼ Activity "Walk the site" slips by 31 days: 2026-10-30 → 2026-11-30\n'
        "\n"
        "Unchanged, with no newer date of review: selection criteria, success factors,\n"
        "relationship continuum and open space (M4)\n"
        "… 1 neutral change: -v shows it\n"
    )


def test_what_follows_from_changes_has_its_parts() -> None:
    told = text(WHOLE, width=80)
    assert told.partition("Figures\n")[2] == (
        "  ▲ Share of wallet: 22 % → 25 % (+3.0 points)\n"
        "\n"
        "Account plan\n"
        '  ▼ Activity "Walk the site" slips by 31 days: 2026-10-30 → 2026-11-30\n'
        "\n"
        "Promises\n"
        "  2 due by the end of 2026-Q3: 1 kept, 1 carried over again\n"
        '  ▼ Carried over again: "Walk the site" (due 2026-08-31, now 2026-11-30)\n'
        "\n"
        "New findings\n"
        "  ▼ nobody lobbies for us  KAM301\n"
        "\n"
        "Findings gone\n"
        "  ▲ nothing helps a factor  KAM603\n"
        "\n"
        "Renamed?\n"
        "  · visit may have become walk: 80 % of their words are the same\n"
        "\n"
        "Unchanged, with no newer date of review: selection criteria and success factors\n"
        "(M4)\n"
        "… 1 neutral change: -v shows it\n"
    )


def test_verbose_tells_figures_that_stand_and_promises_kept() -> None:
    told = text(WHOLE, verbose=True)
    assert "still 25 %" in told
    assert 'Kept: "Call"' in told


def test_findings_alone_are_something_to_tell() -> None:
    assert "nobody lobbies for us" in text(Diff(old=OLD, new=NEW, changes=(), found=(NOBODY,)))


def test_a_comment_folds_what_is_not_urgent() -> None:
    told = changes_markdown(WHOLE, verbose=False)
    assert told == (
        "## Fernwärme Grünau, 2026-Q3 → 2026-Q4\n"
        "\n"
        "1 better · 1 worse · 1 neutral\n"
        "\n"
        "- ▲ Lena Berg, stance: opponent → supporter\n"
        "\n"
        "| | | before | now |\n| --- | --- | ---: | ---: |\n"
        "| ▲ | Share of wallet | 22 % | **25 %** |\n"
        "\n"
        "<details><summary>Account plan: ▼ 1</summary>\n"
        "\n"
        '- ▼ Activity "Walk the site" slips by 31 days: 2026-10-30 → 2026-11-30\n'
        "\n"
        "</details>\n"
        "\n"
        "### Promises\n"
        "\n"
        "2 due by the end of 2026-Q3: 1 kept, 1 carried over again\n"
        "\n"
        '- ▼ Carried over again: "Walk the site" (due 2026-08-31, now 2026-11-30)\n'
        "\n"
        "### New findings\n"
        "\n"
        "- ▼ nobody lobbies for us KAM301\n"
        "\n"
        "<details><summary>Findings gone: ▲ 1</summary>\n"
        "\n"
        "- ▲ nothing helps a factor KAM603\n"
        "\n"
        "</details>\n"
        "\n"
        "<details><summary>Renamed?: · 1</summary>\n"
        "\n"
        "- · visit may have become walk: 80 % of their words are the same\n"
        "\n"
        "</details>\n"
        "\n"
        "_Unchanged, with no newer date of review: selection criteria and success factors (M4)_\n"
        "\n"
        "_1 neutral change not shown._\n"
    )


def test_nothing_in_a_comment_is_more_than_text() -> None:
    hostile = Change(kind="added", entity="plan", id="a", message="</details> | @you <b>", effect="worse")
    told = changes_markdown(small(hostile), verbose=False)
    assert "</details> |" not in told
    assert "@you" not in told


def test_json_tells_what_follows() -> None:
    data = json.loads(changes_json(WHOLE))
    assert data["leads"] == [0]
    assert data["figures"][0]["difference"] == {"by": 3, "unit": "points"}
    assert data["findings"]["new"][0]["line"] == 12
    assert data["promises"][0]["outcome"] == "carried-over-again"
    assert data["suggested"][0]["old_pointer"] == "/account_plan/activities/visit"
    assert data["left_alone"] == ["selection criteria", "success factors"]


def test_verbose_shows_what_is_neutral_and_names_a_thing_once() -> None:
    told = text(small(STANCE, SLIP, OWNER), verbose=True)
    assert "  · … owner: now Olga Richter\n" in told
    assert "neutral change:" not in told


def test_only_colour_makes_names_bold_and_marks_coloured() -> None:
    told = text(small(STANCE), color=True)
    assert "\x1b[32m▲\x1b[0m \x1b[1mLena Berg\x1b[0m, stance" in told
    assert "\x1b" not in text(small(STANCE))


def test_the_code_of_the_rule_behind_a_change() -> None:
    lost = Change(
        kind="changed",
        entity="member",
        id="a",
        message="Nobody else",
        effect="worse",
        topic="facilitator",
        code="KAM301",
    )
    assert "  ▼ Nobody else  KAM301\n" in text(small(lost))


def test_routine_is_told_in_one_line() -> None:
    def met(name: str) -> Change:
        subject = f"Jonas Petri with {name}"
        message = f"{subject}, last: 2026-08-01 → 2026-09-01"
        at = ("relationships", "buying_center")
        return Change(
            kind="changed",
            entity="contact",
            id=name,
            field="last",
            message=message,
            subject=subject,
            new_at=at,
            effect="better",
        )

    both = small(met("Lena Berg"), met("Otto Kern"))
    assert "\n  ▲ Spoken with since: Lena Berg, Otto Kern\n" in text(both)
    assert "Jonas Petri with Otto Kern, last" in text(both, verbose=True)
    assert "Jonas Petri with Lena Berg, last" in text(small(met("Lena Berg")))


def test_nothing_changed_from_quarter_to_quarter_means_something() -> None:
    assert text(small(), width=60) == (
        "Fernwärme Grünau: nothing changed from 2026-Q3 to 2026-Q4;\n"
        "accounts do move in a quarter, so nobody seems to have\n"
        "worked with this plan (M4).\n"
    )
    assert text(Diff(old=NEW, new=NEW, changes=())) == "Fernwärme Grünau, 2026-Q4: nothing changed.\n"


def test_what_a_plan_holds_cannot_move_the_cursor() -> None:
    told = text(small(Change(kind="added", entity="plan", id="a", message="a\x1b[2Jb\nc", effect="better")))
    assert "\x1b" not in told
    assert "a\N{REPLACEMENT CHARACTER}[2Jb" in told


def test_json_has_the_shape_of_the_contract() -> None:
    place = Place(path="plans/gruenau-heat/2026-Q4.yaml", span=Span(12, 5, 12, 11))
    one = Change(
        kind="added",
        entity="cell",
        id="a/b",
        message="m",
        new={"sales": 1},
        new_at=("x",),
        code="KAM301",
        new_place=place,
    )
    assert json.loads(changes_json(small(one))) == {
        "version": 1,
        "old": {"account": "gruenau-heat", "name": "Fernwärme Grünau", "period": "2026-Q3"},
        "new": {
            "account": "gruenau-heat",
            "name": "Fernwärme Grünau",
            "period": "2026-Q4",
            "path": "plans/gruenau-heat/2026-Q4.yaml",
        },
        "summary": {
            "changes": 1, "better": 0, "worse": 0, "neutral": 1,
            "added": 1, "removed": 0, "ended": 0, "changed": 0, "renamed": 0,
        },
        "changes": [
            {
                "kind": "added",
                "entity": "cell",
                "id": "a/b",
                "pointer": "/x",
                "new": {"sales": 1},
                "effect": "neutral",
                "code": "KAM301",
                "message": "m",
                "new_place": {
                    "path": "plans/gruenau-heat/2026-Q4.yaml",
                    "line": 12, "column": 5, "end_line": 12, "end_column": 11,
                },
            }
        ],
        "leads": [],
        "figures": [],
        "findings": {"new": [], "gone": []},
        "promises": [],
        "left_alone": list(ALONE),
        "suggested": [],
    }  # fmt: skip


@pytest.mark.parametrize(("old", "new"), QUARTERS)
@pytest.mark.parametrize("width", [60, 120])
def test_every_line_fits(old: pathlib.Path, new: pathlib.Path, worked: Scope, width: int) -> None:
    told = text(quarters(old, new, worked), width=width, verbose=True)
    assert [line for line in told.splitlines() if len(line) > width] == []


@pytest.mark.parametrize(("old", "new"), QUARTERS)
def test_text_of_a_quarter(
    old: pathlib.Path, new: pathlib.Path, worked: Scope, file_regression: FileRegressionFixture
) -> None:
    told = text(quarters(old, new, worked))
    file_regression.check(told, basename=golden(new), extension=".txt", encoding="utf-8", newline="\n")


@pytest.mark.parametrize(("old", "new"), QUARTERS)
def test_json_of_a_quarter(
    old: pathlib.Path, new: pathlib.Path, worked: Scope, file_regression: FileRegressionFixture
) -> None:
    told = changes_json(quarters(old, new, worked))
    file_regression.check(told, basename=golden(new), extension=".json", encoding="utf-8", newline="\n")


@pytest.mark.parametrize(("old", "new"), QUARTERS)
def test_comment_of_a_quarter(
    old: pathlib.Path, new: pathlib.Path, worked: Scope, file_regression: FileRegressionFixture
) -> None:
    told = changes_markdown(quarters(old, new, worked), verbose=False)
    file_regression.check(told, basename=golden(new), extension=".md", encoding="utf-8", newline="\n")


def test_no_golden_is_an_orphan() -> None:
    kept = {path.name for path in pathlib.Path(__file__).with_suffix("").iterdir()}
    assert kept == {f"{one.id}{suffix}" for one in QUARTERS for suffix in (".txt", ".json", ".md")}
