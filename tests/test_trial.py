"""Plans by first-time writers who had read nothing but the reference page: they stay clean, and they build.

A hospital group, a seed distributor, a city's transport authority: the format was tried on them before it was
frozen (docs/outlines.md).
"""

import pathlib

import pytest

from tests.workspaces import Place

TRIAL = pathlib.Path(__file__).with_name("trial")
KINDS = {"medical": "standard", "seeds": "short", "transport": "extended"}


@pytest.mark.parametrize("name", KINDS)
def test_a_trial_plan_is_clean_and_builds(name: str, nowhere: Place) -> None:
    here = ("--workspace", str(TRIAL / name), "--as-of", "2026-11-23")
    checked = nowhere.call("check", *here, "--fail-on", "info")
    assert (checked.status, "nothing found" in checked.out) == (0, True), checked.out
    assert nowhere.call("build", *here, "--strict", "--out", str(nowhere.root / "dist")).status == 0


@pytest.mark.parametrize(("name", "profile"), KINDS.items())
def test_each_profile_was_tried(name: str, profile: str) -> None:
    plan = next((TRIAL / name).glob("plans/*/*.yaml")).read_text(encoding="utf-8")
    assert f"\nprofile: {profile}\n" in plan


def test_no_trial_is_forgotten() -> None:
    assert {path.name for path in TRIAL.iterdir()} == set(KINDS)


def test_a_short_plan_stays_under_seventy_lines() -> None:
    root = pathlib.Path(__file__).parents[1]
    short = [*TRIAL.glob("seeds/plans/*/*.yaml"), *(root / "plans" / "gruenau-heat").glob("2026-Q[23].yaml")]
    assert all(len(path.read_text(encoding="utf-8").splitlines()) < 70 for path in short)
