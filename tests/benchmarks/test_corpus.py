"""The plans that `make bench` measures with are plans that people could have written."""

import datetime as dt
import pathlib
import re

import pytest

from benchmarks import corpus, words
from benchmarks.measure import Command, compare
from kamc.engine.check import check
from kamc.engine.read import read_from
from kamc.engine.scope import scope
from kamc.settings import Settings
from kamc.workspace import find

PLANS = 3 * corpus.QUARTERS


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("corpus")
    assert len(corpus.write(folder, PLANS, seed=7)) == PLANS
    return folder


def texts(folder: pathlib.Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.yaml")}


def test_nothing_is_found_in_them(workspace: pathlib.Path) -> None:
    place = find(workspace)
    made = scope(place, Settings(), dt.date(2026, 12, 31))
    checked = check(made, tuple(read_from(place, source) for source in place.files()))
    assert [(one.path, one.span.line, one.message) for one in checked.diagnostics] == []
    assert checked.plans == PLANS


def test_a_seed_gives_the_same_files(workspace: pathlib.Path, tmp_path: pathlib.Path) -> None:
    corpus.write(tmp_path / "same", PLANS, seed=7)
    corpus.write(tmp_path / "other", PLANS, seed=8)
    assert texts(tmp_path / "same") == texts(workspace)
    assert texts(tmp_path / "other") != texts(workspace)


def test_they_are_as_long_as_real_ones(workspace: pathlib.Path) -> None:
    sizes = [path.stat().st_size for path in workspace.glob("plans/*/*.yaml")]
    assert min(sizes) > 25_000
    assert max(sizes) < 48_000


def test_an_account_has_consecutive_quarters_that_resemble_each_other(workspace: pathlib.Path) -> None:
    accounts: dict[str, list[pathlib.Path]] = {}
    for path in sorted(workspace.glob("plans/*/*.yaml")):
        accounts.setdefault(path.parent.name, []).append(path)
    for paths in accounts.values():
        assert [path.stem for path in paths] == [f"{y}-Q{q}" for y, q in corpus.quarters(corpus.QUARTERS)]
        first, second = (set(path.read_text("utf-8").splitlines()) for path in paths[:2])
        assert len(first & second) > len(second) / 3


def test_every_gap_of_a_sentence_can_be_filled() -> None:
    gaps = {
        gap for pool in words.SENTENCES.values() for text in pool for gap in re.findall(r"\{(.*?)\}", text)
    }
    assert gaps == {"site", "line", "percent", "money", "month", "person", "figure"}


def test_runs_take_turns_and_a_failing_command_is_no_measurement(tmp_path: pathlib.Path) -> None:
    sleep = Command(name="sleep", arguments=("sleep", "0.02"), folder=tmp_path, files=2)
    fine = Command(name="true", arguments=("true",), folder=tmp_path)
    slow, quick = compare((sleep, fine), runs=3)
    assert len(slow.runs) == len(quick.runs) == 3
    assert slow.seconds >= 0.02
    assert slow.seconds_a_file == slow.seconds / 2
    assert slow.memory > 0
    with pytest.raises(RuntimeError, match="ended with status 1"):
        compare((Command(name="false", arguments=("false",), folder=tmp_path),), runs=1)
