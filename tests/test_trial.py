"""What kamc says of plans that were written before it had a rule: nothing that a director would not say, too.

The trials are by first-time writers who had read nothing but the reference page: a hospital group, a seed
distributor, a city's transport authority (docs/outlines.md). The sketches are the plans with which the format
was designed, in its final form. The awkward ones are odd and right: an account of which we know nothing, one
that we leave, one with a single contact, a public tender, committees only, other languages, a plan of 2024.
Their goldens list every finding: read each one as a sales director would.
"""

import json
import pathlib

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from tests.workspaces import Place

HERE = pathlib.Path(__file__)
TRIAL, GOLDEN = HERE.with_name("trial"), HERE.with_suffix("")
KINDS = {"medical": "standard", "seeds": "short", "transport": "extended"}
ROOTS = {
    **{name: TRIAL / name for name in KINDS},
    **{name: HERE.with_name(name) for name in ("sketches", "awkward")},
}


def of(name: str) -> tuple[str, ...]:
    """The options to judge one of these workspaces, on the day on which the story of the example is told."""
    return ("--workspace", str(ROOTS[name]), "--as-of", "2026-11-23")


@pytest.mark.parametrize("name", ROOTS)
def test_findings(name: str, nowhere: Place, file_regression: FileRegressionFixture) -> None:
    done = nowhere.call("check", *of(name), "--show", "info", "--format", "concise")
    file_regression.check(done.out, encoding="utf-8", newline="", fullpath=GOLDEN / f"{name}.txt")
    assert str(HERE.parent) not in done.out


@pytest.mark.parametrize("name", ROOTS)
def test_nothing_is_wrong_in_structure(name: str, nowhere: Place) -> None:
    found = json.loads(nowhere.call("check", *of(name), "--format", "json").out)["findings"]
    assert {one["kind"] for one in found} <= {"gap", "judgement", "clock"}


@pytest.mark.parametrize("name", ROOTS)
def test_each_builds(name: str, nowhere: Place) -> None:
    assert nowhere.call("build", *of(name), "--strict", "--out", str(nowhere.root / "dist")).status == 0


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(ROOTS)


@pytest.mark.parametrize(("name", "profile"), KINDS.items())
def test_each_profile_was_tried(name: str, profile: str) -> None:
    plan = next((TRIAL / name).glob("plans/*/*.yaml")).read_text(encoding="utf-8")
    assert f"\nprofile: {profile}\n" in plan


def test_no_trial_is_forgotten() -> None:
    assert {path.name for path in TRIAL.iterdir()} == set(KINDS)


def test_a_short_plan_stays_under_seventy_lines() -> None:
    root = HERE.parents[1]
    short = [*TRIAL.glob("seeds/plans/*/*.yaml"), *(root / "plans" / "gruenau-heat").glob("2026-Q[23].yaml")]
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 70 for path in short)
