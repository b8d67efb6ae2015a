"""The hooks, run by a real pre-commit in a real repository, without a network.

pre-commit clones this repository (a copy, committed) and lets pip install it; pip takes what kamc needs from
wheels that are made of what is installed here.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass

import pytest

from tests.hosts.wheels import shelf
from tests.workspaces import CATALOGUE, FILES, PLAN

ROOT = pathlib.Path(__file__).parents[2]
PARTS = (
    ".pre-commit-hooks.yaml",
    "LICENSE",
    "README.md",
    "kamc",
    "pyproject.toml",
    "schemas",
    "templates",
)
CONFIG = """\
repos:
  - repo: {kamc}
    rev: {revision}
    hooks:
      - id: {hook}
"""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Where an account manager works: an environment, and where kamc comes from."""

    environment: dict[str, str]
    kamc: pathlib.Path
    revision: str


@dataclass(frozen=True, kw_only=True)
class Clone:
    """A repository with plans, and how git and pre-commit are called in it."""

    root: pathlib.Path
    environment: dict[str, str]

    def git(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return call(("git", *arguments), self.root, self.environment)

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a file and stage it."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")
        self.git("add", "--all")

    def commit(self) -> "subprocess.CompletedProcess[str]":
        """Commit what is staged, as its author does it: git calls the hook."""
        return self.git("commit", "--message", "Plans")


def call(
    command: tuple[str, ...], folder: pathlib.Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """kamc committed somewhere, and an environment in which nothing is downloaded."""
    folder = tmp_path_factory.mktemp("desk")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    built = (ROOT / "requirements/build.in").read_text(encoding="utf-8").splitlines()
    needs = (*project["project"]["dependencies"], *(line for line in built if line and line[0] != "#"))
    inherited = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {
        **inherited,
        **shelf(folder / "wheels", needs),
        "HOME": str(folder),
        "PRE_COMMIT_HOME": str(folder / "store"),
        "PRE_COMMIT_COLOR": "never",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Mara Lind",
        "GIT_AUTHOR_EMAIL": "mara@example.com",
        "GIT_COMMITTER_NAME": "Mara Lind",
        "GIT_COMMITTER_EMAIL": "mara@example.com",
        "KAMC_AS_OF": "2026-11-23",
    }
    kamc = folder / "kamc"
    kamc.mkdir()
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, kamc / name)
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "kamc")):
        done = call(("git", *arguments), kamc, environment)
        assert done.returncode == 0, done.stderr
    revision = call(("git", "rev-parse", "HEAD"), kamc, environment).stdout.strip()
    return Desk(environment=environment, kamc=kamc, revision=revision)


@pytest.fixture
def clone(desk: Desk, tmp_path: pathlib.Path, request: pytest.FixtureRequest) -> Clone:
    """A repository with a few plans, its hook installed by pre-commit."""
    found = Clone(root=tmp_path / "house", environment=desk.environment)
    config = CONFIG.format(
        kamc=desk.kamc, revision=desk.revision, hook=getattr(request, "param", "kamc-check")
    )
    for path, text in {**FILES, ".pre-commit-config.yaml": config}.items():
        (found.root / path).parent.mkdir(parents=True, exist_ok=True)
        (found.root / path).write_text(text, encoding="utf-8")
    found.git("init", "--quiet")
    found.git("add", "--all")
    done = call((sys.executable, "-m", "pre_commit", "install"), found.root, desk.environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return found


def test_sound_plans_are_committed(clone: Clone) -> None:
    done = clone.commit()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "check account plans" in done.stderr
    assert "Passed" in done.stderr


def test_a_plan_with_an_error_is_not(clone: Clone) -> None:
    clone.commit()
    clone.edit(PLAN, "status: approved", "statsu: approved")
    done = clone.commit()
    assert done.returncode == 1
    assert f"--> {PLAN}:" in done.stderr
    assert "plans/alster-hotel" not in done.stderr
    assert clone.git("status", "--porcelain").stdout == f"M  {PLAN}\n"


def test_a_shared_file_is_judged_with_the_plans_that_need_it(clone: Clone) -> None:
    clone.commit()
    clone.edit(CATALOGUE, "cold-line:", "cold-lane:")
    done = clone.commit()
    assert done.returncode == 1, done.stderr
    assert PLAN in done.stderr


def test_other_files_are_nobodys_business(clone: Clone) -> None:
    clone.commit()
    (clone.root / "notes.yaml").write_text("statsu: [\n", encoding="utf-8")
    clone.git("add", "--all")
    done = clone.commit()
    assert done.returncode == 0
    assert "Skipped" in done.stderr


@pytest.mark.parametrize("clone", ["kamc-fix"], indirect=True)
def test_what_is_mended_is_looked_at_and_committed(clone: Clone) -> None:
    clone.commit()
    clone.edit(PLAN, "status: approved", "statsu: approved")
    done = clone.commit()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stderr
    assert "status: approved" in (clone.root / PLAN).read_text(encoding="utf-8")
    clone.edit(PLAN, "status: approved", "status: in-review")
    assert clone.commit().returncode == 0
