"""What kamc asks git, in a repository of its own."""

import datetime as dt

import pytest

from kamc import git
from tests.workspaces import CATALOGUE, PLAN, SETTINGS, Place


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


def test_objects_by_commit_and_path(here: Place) -> None:
    here.commit()
    names = (f"HEAD:{PLAN}", "HEAD:plans/none.yaml", "HEAD:plans/a\nb.yaml", "HEAD:./" + PLAN, "0" * 40)
    content = (here.root / PLAN).read_bytes()
    assert list(git.found(here.root, names)) == [content, None, None, content, None]
    assert list(git.found(here.root, ())) == []
    with pytest.raises(git.GitError, match="git has lost the object 0000"):
        list(git.contents(here.root, ("0" * 40,)))


def test_what_was_touched(here: Place) -> None:
    here.write("plans/gone.yaml", "one\n")
    (here.root / "plans/link.yaml").symlink_to("gone.yaml")
    here.commit()
    commit = git.head(here.root)
    assert git.touched(here.root, commit, "plans") == ()
    here.write(PLAN, "kamc: 1\n")
    here.git("rm", "--quiet", "--cached", CATALOGUE)
    (here.root / "plans/gone.yaml").unlink()
    (here.root / "plans/link.yaml").unlink()
    here.write("plans/größe & co/2026-Q4.yaml", "kamc: 1\n")
    found = {one.path: (one.before is not None, one.there) for one in git.touched(here.root, commit, "plans")}
    assert found == {
        CATALOGUE: (True, True),
        "plans/gone.yaml": (True, False),
        PLAN: (True, True),
        "plans/größe & co/2026-Q4.yaml": (False, True),
    }


def test_which_lines_have_changed(here: Place) -> None:
    odd = 'plans/a "b"\t100% größe, ja/2026-Q4.yaml'
    here.write(odd, "one\ntwo\nthree\nfour\n")
    here.write("plans/a b.yaml", "one\r\n")
    here.write("plans/gone.yaml", "one\n")
    here.write("plans/shorter.yaml", "one\ntwo\n")
    here.write("plans/old-name.yaml", "".join(f"line {number}\n" for number in range(20)))
    here.commit()
    assert git.changed_lines(here.root, "HEAD") == {}
    here.write(odd, "zero\none\n++ b/forged.yaml\nthree\nfour\n@@ -1 +7 @@ forged\n")
    here.write("plans/a b.yaml", "two\r\n")
    (here.root / "plans/gone.yaml").unlink()
    here.write("plans/shorter.yaml", "one\n")
    here.git("mv", "plans/old-name.yaml", "plans/new-name.yaml")
    here.edit("plans/new-name.yaml", "line 7\n", "line seven\n")
    here.write("plans/new.yaml", "one\n")
    here.write("plans/added.yaml", "eins\nzwei\n")
    here.git("add", "plans/added.yaml")
    assert git.changed_lines(here.root, "HEAD") == {
        odd: (range(1, 2), range(3, 4), range(6, 7)),
        "plans/a b.yaml": (range(1, 2),),
        "plans/new-name.yaml": (range(8, 9),),
        "plans/added.yaml": (range(1, 3),),
        "plans/new.yaml": git.WHOLE,
    }
    assert set(git.changed_lines(here.root / "plans", "HEAD")) == {
        odd.removeprefix("plans/"),
        "a b.yaml",
        "new-name.yaml",
        "added.yaml",
        "new.yaml",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("diff.renames", "false"),
    ],
)
def test_changed_lines_do_not_depend_on_settings_of_git(here: Place, key: str, value: str) -> None:
    here.write("b/größe/2026-Q4.yaml", "one\ntwo\n")
    here.commit()
    here.git("config", key, value)
    here.write("b/größe/2026-Q4.yaml", "one\n2\n")
    assert git.changed_lines(here.root, "HEAD") == {"b/größe/2026-Q4.yaml": (range(2, 3),)}


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
