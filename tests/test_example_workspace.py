"""What `kamc check` says of the worked example, word for word, on the day on which its story is told."""

import pathlib

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc import __version__
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


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(NAMES.values())
