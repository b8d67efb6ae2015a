"""Which files a workspace has, and what each of them is by its place."""

import pathlib

import pytest

from kamc.model.period import Period
from kamc.workspace import Source, UsageError, Workspace, choose, find, series, shown_path
from tests.workspaces import ACCOUNT, BEFORE, DRAFT, FILES, PLAN, Place


def test_every_file_in_order(here: Place) -> None:
    here.write("plans/hafen-spedition/notes.txt", "no plan")
    here.write("dist/hafen-spedition/2026-Q4.yaml", "no plan either")
    assert [one.path for one in here.workspace().files()] == sorted(FILES.keys() - {"kamc.yaml"})


def test_the_way_from_the_top_of_the_repository(tmp_path: pathlib.Path) -> None:
    here = Workspace(root=tmp_path / "sales" / "accounts", marked=True)
    assert here.base == ""
    (tmp_path / ".git").mkdir()
    assert here.base == "sales/accounts/"
    assert Workspace(root=tmp_path, marked=True).base == ""


Q4 = Period(2026, 4)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("kamc.yaml", Source(path="kamc.yaml", kind="settings")),
        ("plans/catalogue.yaml", Source(path="plans/catalogue.yaml", kind="catalogue")),
        ("plans/people.yaml", Source(path="plans/people.yaml", kind="people")),
        ("plans/profiles.yaml", Source(path="plans/profiles.yaml", kind="profiles")),
        ("plans/a/people.yaml", Source(path="plans/a/people.yaml", kind="plan", account="a")),
        ("plans/a/2026-Q4.yaml", Source(path="plans/a/2026-Q4.yaml", kind="plan", account="a", period=Q4)),
        ("plans/a/2026-Q4.yml", Source(path="plans/a/2026-Q4.yml", kind="plan", account="a", period=Q4)),
        ("plans/a/2026-Q5.yaml", Source(path="plans/a/2026-Q5.yaml", kind="plan", account="a")),
        ("plans/2026-Q4.yaml", Source(path="plans/2026-Q4.yaml", kind="plan", astray=True)),
        ("plans/a/b/2026-Q4.yaml", Source(path="plans/a/b/2026-Q4.yaml", kind="plan", astray=True)),
        ("mail/2026-Q4.yaml", Source(path="mail/2026-Q4.yaml", kind="plan")),
    ],
)
def test_what_a_file_is_comes_from_its_place(tmp_path: pathlib.Path, path: str, source: Source) -> None:
    assert Workspace(root=tmp_path, marked=True).source(tmp_path / path) == source


def test_without_settings_a_shared_file_may_lie_anywhere(tmp_path: pathlib.Path) -> None:
    assert Workspace(root=tmp_path, marked=False).source(tmp_path / "people.yaml").kind == "people"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("plans/a.yaml", "plans/a.yaml"),
        ("./plans/../plans/a.yaml", "plans/a.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("../house/a.yaml", "a.yaml"),
    ],
)
def test_paths_as_they_are_shown(nowhere: Place, path: str, shown: str) -> None:
    assert shown_path(nowhere.root / path, nowhere.root) == shown
    assert shown_path(pathlib.Path(path), nowhere.root) == shown


def test_a_file_reached_through_a_link_is_shown_where_it_lies(here: Place) -> None:
    link = here.root.parent / "link"
    link.symlink_to(here.root, target_is_directory=True)
    assert shown_path(link / PLAN, here.root) == PLAN


def test_the_workspace_around_a_folder(here: Place) -> None:
    inside = here.root / "plans" / ACCOUNT
    assert find(inside) == Workspace(root=here.root, marked=True)
    assert find(here.root.parent, here.root) == Workspace(root=here.root, marked=True)
    assert find(here.root.parent) == Workspace(root=here.root.parent, marked=False)


def test_the_search_ends_at_the_top_of_the_repository(here: Place) -> None:
    (here.root / "plans" / ".git").mkdir()
    inside = here.root / "plans" / ACCOUNT
    assert find(inside) == Workspace(root=inside, marked=False)


def test_a_workspace_that_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        find(tmp_path, tmp_path / "nowhere")


def test_a_folder_with_signs_that_globs_use(here: Place) -> None:
    odd = here.root / "plans" / "[x]"
    odd.mkdir()
    (odd / "2026-Q4.yaml").write_text("kamc: 1\n")
    found = choose(here.workspace(), ("*.yaml",), odd)
    assert [one.path for one in found] == ["plans/[x]/2026-Q4.yaml"]


def test_a_glob_chooses_yaml_alone(here: Place) -> None:
    here.write("plans/hafen-spedition/notes.txt", "no plan")
    found = choose(here.workspace(), ("plans/*/*",), here.root)
    assert [one.path for one in found] == [DRAFT, BEFORE, PLAN]
    absolute = choose(here.workspace(), (f"{here.root}/plans/*/*",), here.root.parent)
    assert absolute == found


def test_what_comes_before_and_after(here: Place) -> None:
    files = {one.path: one for one in here.workspace().files()}
    later = here.workspace().source(here.root / f"plans/{ACCOUNT}/2027-Q2.yaml")
    found = series([later, *files.values()])
    assert found.successor(files[BEFORE]) == files[PLAN]
    assert found.successor(files[PLAN]) == later
    assert (found.successor(later), found.successor(files[DRAFT])) == (None, None)
    assert found.before(later) == (files[PLAN], files[BEFORE])
    assert (found.before(files[BEFORE]), found.before(files[DRAFT])) == ((), ())


def test_two_files_for_one_quarter(here: Place) -> None:
    here.write(f"plans/{ACCOUNT}/2026-Q4.yml", FILES[PLAN])
    files = {one.path: one for one in here.workspace().files()}
    found = series(files.values())
    assert found.beside(files[PLAN]) == (files[f"plans/{ACCOUNT}/2026-Q4.yml"],)
    assert found.beside(files[BEFORE]) == ()
