"""`kamc git`: git itself compares and merges plans with it, in repositories of their own."""

import subprocess
import sys

import pytest

from kamc.engine.gitside import ATTRIBUTES, LINES
from tests.workspaces import ACCOUNT, BEFORE, CATALOGUE, FILES, PLAN, Place

KAMC = f"{sys.executable} -W error -m kamc"
TURNED = ("stance: supporter", "stance: opponent")
SIZE = ("Second of three carriers", "First of three carriers")
RIVAL = ("Second of three carriers", "Last of three carriers")


@pytest.fixture
def clone(here: Place) -> Place:
    """A repository whose git knows of plans."""
    here.git("init", "--quiet")
    assert here.call("git", "install", "--command", KAMC).status == 0
    here.commit()
    return here


def edit(place: Place, *edits: tuple[str, str], path: str = PLAN) -> None:
    text = (place.root / path).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    place.write(path, text)


def branch(
    place: Place, ours: list[tuple[str, str]], theirs: list[tuple[str, str]], path: str = PLAN
) -> None:
    """One edit on `main`, one on `work`."""
    place.git("checkout", "--quiet", "-b", "work")
    edit(place, *theirs, path=path)
    place.commit()
    place.git("checkout", "--quiet", "main")
    edit(place, *ours, path=path)
    place.commit()


def read(place: Place, path: str = PLAN) -> str:
    return (place.root / path).read_text(encoding="utf-8")


def fails(place: Place, *words: str) -> str:
    """What git says where it stops for a person."""
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        place.git(*words)
    assert stopped.value.returncode == 1, stopped.value.stderr
    return str(stopped.value.stderr.decode())


# --- Set-up -------------------------------------------------------------------------------------------------


def test_install_keeps_what_is_there_and_does_nothing_twice(here: Place) -> None:
    here.git("init", "--quiet")
    here.write(ATTRIBUTES, "*.png binary\n# ours")
    here.git("config", "diff.kamc.cachetextconv", "false")
    first = here.call("git", "install")
    assert first.status == 0
    assert read(here, ATTRIBUTES).startswith("*.png binary\n# ours\n")
    assert all(line in read(here, ATTRIBUTES).splitlines() for line in LINES)
    hashes = here.hashes()
    assert here.call("git", "install").out == "git knows already: nothing to write\n"
    assert here.hashes() == hashes
    assert here.call("git", "status").status == 0
    assert here.call("git", "uninstall").status == 0
    assert read(here, ATTRIBUTES) == "*.png binary\n# ours\n"
    assert here.git("config", "--get-regexp", "kamc") == "diff.kamc.cachetextconv false\n"
    assert here.call("git", "uninstall").out.startswith("git knows nothing")
    missing = here.call("git", "status")
    assert (missing.status, "merge.kamc.driver" in missing.out) == (1, True)


def test_uninstall_leaves_no_file_that_was_not_there(here: Place) -> None:
    here.git("init", "--quiet")
    here.call("git", "install")
    here.call("git", "uninstall")
    assert not (here.root / ATTRIBUTES).exists()


def test_install_says_what_is_left_to_do(here: Place) -> None:
    here.git("init", "--quiet")
    done = here.call("git", "install", "--command", "no-such-kamc")
    assert f"commit {ATTRIBUTES}" in done.err
    assert "no-such-kamc is not on the PATH" in done.err


def test_without_a_repository(here: Place) -> None:
    done = here.call("git", "install")
    assert (done.status, "not a git repository" in done.err) == (3, True)


def test_from_a_folder_and_in_a_worktree(clone: Place) -> None:
    clone.monkeypatch.chdir(clone.root / "plans" / ACCOUNT)
    assert clone.call("git", "status").status == 0
    clone.git("worktree", "add", "--quiet", "../tree")
    clone.monkeypatch.chdir(clone.root.parent / "tree")
    assert clone.call("git", "status").status == 0
    assert clone.call("git", "install", "--command", KAMC).out.startswith("git knows already")


# --- Comparing ----------------------------------------------------------------------------------------------


def test_git_diff_tells_what_changed(clone: Place) -> None:
    edit(clone, TURNED)
    told = clone.git("diff")
    assert told.startswith(f"{PLAN}\n")
    assert "supporter → opponent" in told
    assert "@@" not in told
    assert "@@" in clone.git("diff", "--no-ext-diff", "--no-textconv"), "and lines for those who ask for them"


def test_git_show_and_log_compare_facts(clone: Place) -> None:
    edit(clone, TURNED, ("kamc: 1\n", "kamc: 1  # a remark\n"))
    clone.commit()
    for told in (clone.git("show"), clone.git("log", "-p", "-1")):
        assert "stance: supporter\n+" in told
        assert "stance: opponent\n" in told
        assert "remark" not in told


def test_a_plan_that_cannot_be_read_is_compared_by_lines(clone: Place) -> None:
    clone.write(PLAN, "a: [\n")
    assert "+a: [" in clone.git("diff")
    clone.commit()
    assert "+a: [" in clone.git("show")
    clone.write(PLAN, FILES[PLAN])
    assert "-a: [" in clone.git("diff")


def test_what_a_value_that_does_not_fit_says_is_not_hidden(clone: Place) -> None:
    edit(clone, ("stance: supporter", "stance: friendly"))
    assert "friendly" in clone.git("diff")
    clone.commit()
    assert "friendly" in clone.git("show")


def test_comments_alone_are_shown_as_lines(clone: Place) -> None:
    edit(clone, ("kamc: 1\n", "kamc: 1  # a remark\n"))
    assert "+kamc: 1  # a remark" in clone.git("diff")


def test_new_moved_and_deleted_plans(clone: Place) -> None:
    moved = "plans/hafen-logistik/2026-Q4.yaml"
    (clone.root / moved).parent.mkdir()
    clone.git("mv", PLAN, moved)
    clone.git("rm", "--quiet", BEFORE)
    clone.write("plans/new/2026-Q4.yaml", "kamc: 1\nname: Neu\n")
    clone.git("add", "--all")
    edit(clone, TURNED, path=moved)
    told = clone.git("diff", "-M", "HEAD")
    assert "+name: Neu" in told
    assert f"-  {''}" in told
    assert f"{PLAN} → {moved}" in told
    assert "supporter → opponent" in told


def test_a_kamc_that_is_gone_aborts_nothing(here: Place) -> None:
    here.git("init", "--quiet")
    here.call("git", "install", "--command", "no-such-kamc")
    here.commit()
    edit(here, TURNED)
    assert "+" in here.git("diff")
    branch(here, [], [SIZE])
    assert "stance: supporter" in here.git("log", "-p")
    here.git("merge", "--quiet", "work")
    assert SIZE[1] in read(here)


# --- Merging ------------------------------------------------------------------------------------------------

NEAR = (
    [SIZE, TURNED],
    [("status: approved", "status: in-review"), ("bucket: key,", "bucket: key-development,")],
)
"""Edits of neighbouring lines and of one line, which git by itself cannot merge."""


def test_merge(clone: Place) -> None:
    branch(clone, *NEAR)
    clone.git("merge", "--quiet", "--no-edit", "work")
    text = FILES[PLAN]
    for old, new in (*NEAR[0], *NEAR[1]):
        text = text.replace(old, new, 1)
    assert read(clone) == text


def test_rebase_and_cherry_pick(clone: Place) -> None:
    branch(clone, *NEAR)
    clone.git("cherry-pick", "work")
    picked = read(clone)
    clone.git("reset", "--quiet", "--hard", "HEAD^")
    clone.git("checkout", "--quiet", "work")
    clone.git("rebase", "--quiet", "main")
    assert read(clone) == picked
    assert all(new in picked for _, new in (*NEAR[0], *NEAR[1]))


def test_a_stash_is_merged_too(clone: Place) -> None:
    edit(clone, *NEAR[0])
    clone.git("stash", "--quiet")
    edit(clone, *NEAR[1])
    clone.commit()
    clone.git("stash", "pop", "--quiet")
    assert all(new in read(clone) for _, new in (*NEAR[0], *NEAR[1]))


def test_one_field_changed_by_both_stops_the_merge(clone: Place) -> None:
    branch(clone, [SIZE], [RIVAL, TURNED])
    told = fails(clone, "merge", "work")
    assert f"{PLAN}: both sides changed selection/criteria/size" in told or "both sides changed" in told
    text = read(clone)
    assert text.count("<<<<<<< ours") == text.count("=======") == text.count(">>>>>>> theirs") == 1
    assert SIZE[1] in text
    assert RIVAL[1] in text
    assert "stance: opponent" in text, "what only they changed is merged"
    assert PLAN in clone.git("diff", "--name-only", "--diff-filter=U")
    assert "both sides have changed it" in clone.git("diff") or "<<<<<<<" in clone.git("diff")


def test_a_side_that_cannot_be_read_is_merged_by_lines(clone: Place) -> None:
    branch(clone, [TURNED], [("kamc: 1\n", "kamc: 1\nkamc: [\n")])
    clone.git("merge", "--quiet", "--no-edit", "work")
    assert "kamc: [" in read(clone)
    assert "stance: opponent" in read(clone)


def test_lines_that_conflict_keep_both_sides(clone: Place) -> None:
    branch(clone, [("kamc: 1\n", "kamc: {\n")], [("kamc: 1\n", "kamc: [\n")])
    told = fails(clone, "merge", "work")
    assert "is merged by lines: " in told
    assert "<<<<<<< ours\nkamc: {\n=======\nkamc: [\n>>>>>>> theirs\n" in read(clone)


def test_both_branches_made_the_next_quarter(clone: Place) -> None:
    new = f"plans/{ACCOUNT}/2027-Q1.yaml"
    text = FILES[PLAN].replace("period: 2026-Q4", "period: 2027-Q1")
    clone.git("checkout", "--quiet", "-b", "work")
    clone.write(new, text.replace(*TURNED))
    clone.commit()
    clone.git("checkout", "--quiet", "main")
    clone.write(new, text)
    clone.commit()
    fails(clone, "merge", "work")
    assert read(clone, new).count("<<<<<<<") == 1


def test_the_catalogue_is_merged_entry_by_entry(clone: Place) -> None:
    text = read(clone, CATALOGUE)
    clone.write(CATALOGUE, f"{text}  ice: {{what: Ice}}\n")
    clone.commit()
    clone.git("checkout", "--quiet", "-b", "work", "HEAD^")
    clone.write(CATALOGUE, f"{text}  snow: {{what: Snow}}\n")
    clone.commit()
    clone.git("merge", "--quiet", "--no-edit", "main")
    assert read(clone, CATALOGUE) == f"{text}  snow: {{what: Snow}}\n  ice: {{what: Ice}}\n"


def test_the_length_of_markers_is_gits(clone: Place) -> None:
    clone.write(ATTRIBUTES, f"{read(clone, ATTRIBUTES)}/plans/*/*.yaml conflict-marker-size=12\n")
    clone.commit()
    branch(clone, [SIZE], [RIVAL])
    fails(clone, "merge", "work")
    assert f"{'<' * 12} ours\n" in read(clone)


def test_odd_paths(clone: Place) -> None:
    odd = "plans/größe & co; $(x)/2026-Q4.yaml"
    clone.write(odd, FILES[PLAN])
    clone.commit()
    branch(clone, *NEAR, path=odd)
    clone.git("merge", "--quiet", "--no-edit", "work")
    assert all(new in read(clone, odd) for _, new in (*NEAR[0], *NEAR[1]))
    edit(clone, ("stance: opponent", "stance: conditional-supporter"), path=odd)
    assert "opponent → conditional supporter" in clone.git("diff")
