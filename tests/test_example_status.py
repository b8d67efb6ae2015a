"""What `kamc status` says of the worked example, in every format and in terminals of several widths."""

import pathlib
import shutil
from typing import Any

import msgspec
import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc import __version__
from kamc.engine.scope import scope
from kamc.engine.status import status
from kamc.report.status import write
from kamc.report.style import Style
from kamc.settings import Settings
from tests.workspaces import AS_OF, Place

ROOT = pathlib.Path(__file__).parents[1]
GOLDEN = pathlib.Path(__file__).with_suffix("")
CALLS = {
    "status.txt": (),
    "verbose.txt": ("-v",),
    "health.txt": ("--sort", "health", "--quiet"),
    "before.txt": ("--where", "period:2026-Q2"),
    "status.json": ("--format", "json"),
    "status.md": ("--format", "markdown"),
    "status.csv": ("--format", "csv"),
}
WIDTHS = (60, 80, 120)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The worked example in a repository of its own, whose history does not change."""
    root = tmp_path_factory.mktemp("example")
    shutil.copy(ROOT / "kamc.yaml", root)
    shutil.copytree(ROOT / "plans", root / "plans")
    return root


@pytest.fixture
def example(nowhere: Place, copied: pathlib.Path) -> Place:
    nowhere.root = copied
    nowhere.monkeypatch.chdir(copied)
    if not (copied / ".git").exists():
        moved = copied / "plans/lyrane-energy"
        moved.rename(copied / "later")
        nowhere.write(".gitignore", "later\n")
        nowhere.commit("2026-10-12T12:00:00+00:00")
        (copied / "later").rename(moved)
        nowhere.commit("2026-11-20T12:00:00+00:00")
    return nowhere


@pytest.mark.parametrize("name", CALLS)
def test_status(example: Place, name: str, file_regression: FileRegressionFixture) -> None:
    done = example.call("status", *CALLS[name])
    assert (done.status, done.err) == (0, "")
    told = done.out.replace(f'"kamc": "{__version__}"', '"kamc": "…"')
    file_regression.check(told, encoding="utf-8", newline="", fullpath=GOLDEN / name)


@pytest.mark.parametrize("width", WIDTHS)
def test_in_a_terminal(example: Place, width: int, file_regression: FileRegressionFixture) -> None:
    workspace = example.workspace()
    found = status(scope(workspace, Settings(), AS_OF), workspace.files())
    told = write("text", msgspec.structs.replace(found, style=Style(width=width)))
    file_regression.check(told, encoding="utf-8", newline="", fullpath=GOLDEN / f"{width}.txt")


def test_what_is_overdue_is_what_the_rules_say(example: Place) -> None:
    """Two years on, everything that is still open is late: the table counts it, the rules tell it."""
    late = {one["path"]: one["overdue"] for one in _json(example, "status")["accounts"]}
    found = _json(example, "check", "--select", "overdue,close-overdue")["findings"]
    assert late == {path: sum(one["path"] == path for one in found) for path in late}
    assert all(late.values())


def _json(place: Place, verb: str, *arguments: str) -> Any:
    return place.call(verb, *arguments, "--as-of", "2028-11-23", "--format", "json").data


def test_no_golden_file_is_left_over() -> None:
    names = {*CALLS, *(f"{width}.txt" for width in WIDTHS)}
    assert {path.name for path in GOLDEN.iterdir()} == names
