"""What `kamc check` says of the worked example, word for word, on the day on which its story is told."""

import pathlib
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc import __version__
from kamc.model.period import period
from tests.workspaces import Place

ROOT = pathlib.Path(__file__).parents[1]
GOLDEN = pathlib.Path(__file__).with_suffix("")
NAMES = {"text": "check.txt", "json": "check.json"}


@pytest.mark.parametrize("form", NAMES)
def test_check(nowhere: Place, form: str, file_regression: FileRegressionFixture) -> None:
    done = nowhere.call("check", "--workspace", str(ROOT), "--as-of", "2026-11-23", "--format", form)
    told = done.out.replace(f'"kamc": "{__version__}"', '"kamc": "…"')
    file_regression.check(told, encoding="utf-8", newline="", fullpath=GOLDEN / NAMES[form])
    assert (done.status, done.err) == (0, "")
    assert str(ROOT) not in done.out


def found(nowhere: Place, day: str, *plans: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit status as of a day, and what is found at warning or above and not accepted."""
    done = nowhere.call(
        "check", *plans, "--workspace", str(ROOT), "--as-of", day, "--show", "warning", "--format", "json"
    )
    return done.status, [one for one in done.data["findings"] if "accepted" not in one]


@pytest.mark.parametrize("day", ["2026-06-30", "2026-09-30", "2026-11-23"])
def test_each_plan_is_clean_at_its_status(nowhere: Place, day: str) -> None:
    assert found(nowhere, day) == (0, [])


def test_at_the_end_of_the_quarter_only_days_have_passed(nowhere: Place) -> None:
    """Nobody has written into these plans since November: what was due in December is told, nothing else."""
    status, told = found(nowhere, "2026-12-31")
    assert (status, {one["kind"] for one in told}) == (0, {"clock"})
    assert {one.get("period") for one in told} == {"2026-Q4", None}


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*/*.yaml")), ids=lambda path: path.parent.name)
def test_a_plan_alone_is_clean_at_the_end_of_its_quarter(nowhere: Place, path: pathlib.Path) -> None:
    when = period(path.stem)
    assert when is not None
    status, told = found(nowhere, when.last_day().isoformat(), str(path))
    assert status == 0
    assert {one["kind"] for one in told} <= ({"clock"} if path.stem == "2026-Q4" else set())


@pytest.mark.parametrize("day", ["2026-01-01", "2026-12-31", "2036-12-31"])
def test_the_exit_status_does_not_depend_on_the_day(nowhere: Place, day: str) -> None:
    assert nowhere.call("check", "--workspace", str(ROOT), "--as-of", day).status == 0


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(NAMES.values())
