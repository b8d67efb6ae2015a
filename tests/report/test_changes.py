"""What changed, as people and programs read it: small diffs, and the quarters of the worked accounts."""

import json
import pathlib
from itertools import pairwise
from typing import TypeVar

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.diagnostics import Span
from kamc.diff import diff
from kamc.links.graph import Shared
from kamc.loader import load
from kamc.model.build import build
from kamc.model.change import Change, Diff, Place, Side
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.shared import Catalogue, People
from kamc.report.changes_json import changes_json
from kamc.report.changes_text import changes_text
from kamc.report.style import Style

P = TypeVar("P", bound=Part)
PLANS = pathlib.Path(__file__).parents[2] / "plans"


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


def small(*changes: Change) -> Diff:
    return Diff(old=OLD, new=NEW, changes=changes)


def text(diff: Diff, *, width: int = 100, color: bool = False, verbose: bool = False) -> str:
    return changes_text(diff, Style(width=width, color=color), verbose=verbose)


def read(path: pathlib.Path, record: type[P]) -> P:
    return build(record, load(path.read_bytes(), path.name).data)[0]


@pytest.fixture(scope="module")
def shared() -> Shared:
    return Shared(
        catalogue=read(PLANS / "catalogue.yaml", Catalogue), people=read(PLANS / "people.yaml", People)
    )


def quarters(old: pathlib.Path, new: pathlib.Path, shared: Shared) -> Diff:
    return diff(read(old, Plan), read(new, Plan), shared)


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
    }  # fmt: skip


@pytest.mark.parametrize(("old", "new"), QUARTERS)
@pytest.mark.parametrize("width", [60, 120])
def test_every_line_fits(old: pathlib.Path, new: pathlib.Path, shared: Shared, width: int) -> None:
    told = text(quarters(old, new, shared), width=width, verbose=True)
    assert [line for line in told.splitlines() if len(line) > width] == []


@pytest.mark.parametrize(("old", "new"), QUARTERS)
def test_text_of_a_quarter(
    old: pathlib.Path, new: pathlib.Path, shared: Shared, file_regression: FileRegressionFixture
) -> None:
    told = text(quarters(old, new, shared))
    file_regression.check(told, basename=golden(new), extension=".txt", encoding="utf-8", newline="\n")


@pytest.mark.parametrize(("old", "new"), QUARTERS)
def test_json_of_a_quarter(
    old: pathlib.Path, new: pathlib.Path, shared: Shared, file_regression: FileRegressionFixture
) -> None:
    told = changes_json(quarters(old, new, shared))
    file_regression.check(told, basename=golden(new), extension=".json", encoding="utf-8", newline="\n")


def test_no_golden_is_an_orphan() -> None:
    kept = {path.name for path in pathlib.Path(__file__).with_suffix("").iterdir()}
    assert kept == {f"{one.id}{suffix}" for one in QUARTERS for suffix in (".txt", ".json")}
