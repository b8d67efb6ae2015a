"""What kamc asks git, in a repository of its own."""

import datetime as dt

import pytest

from kamc import git
from tests.workspaces import PLAN, SETTINGS, Place


def test_the_top_of_a_repository(here: Place) -> None:
    assert git.root(here.root) is None
    here.commit()
    assert git.root(here.root / "plans") == here.root


def test_a_file_as_it_was(here: Place) -> None:
    before = (here.root / PLAN).read_bytes()
    here.commit()
    here.write(PLAN, "kamc: 1\n")
    assert git.show(here.root, "HEAD", PLAN) == before
    assert git.show(here.root / "plans", "HEAD", PLAN.removeprefix("plans/")) == before
    with pytest.raises(git.GitError, match="does not exist in"):
        git.show(here.root, "HEAD", "plans/nobody.yaml")


def test_what_has_changed(here: Place) -> None:
    here.write(".gitignore", "dist/\n")
    here.commit()
    assert git.changed(here.root, "HEAD") == frozenset()
    here.write(PLAN, "kamc: 1\n")
    here.write("plans/größe & co/2026-Q4.yaml", "kamc: 1\n")
    here.write("dist/brief.md", "")
    (here.root / SETTINGS).unlink()
    assert git.changed(here.root, "HEAD") == {PLAN, SETTINGS, "plans/größe & co/2026-Q4.yaml"}
    assert git.changed(here.root / "plans", "HEAD") == {
        PLAN.removeprefix("plans/"),
        "größe & co/2026-Q4.yaml",
    }


def test_the_day_of_the_last_commit_is_its_committers_own(here: Place) -> None:
    here.commit("2026-11-20T23:30:00-08:00")
    assert git.commit_day(here.root) == dt.date(2026, 11, 20)


@pytest.mark.parametrize("revision", ["nope", "--all", "-x", "HEAD:plans", ""])
def test_a_revision_that_is_none(here: Place, revision: str) -> None:
    here.commit()
    with pytest.raises(git.GitError, match="git does not know the revision"):
        git.changed(here.root, revision)


def test_no_repository_and_no_git(here: Place) -> None:
    with pytest.raises(git.GitError, match="not a git repository"):
        git.changed(here.root, "HEAD")
    here.monkeypatch.setenv("PATH", str(here.root))
    with pytest.raises(git.GitError, match="git is not installed"):
        git.commit_day(here.root)
