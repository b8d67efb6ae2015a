"""`kamc diff` over several plans: a branch's, and each account's last two quarters."""

import shutil
import subprocess

import pytest

from tests.workspaces import ACCOUNT, BEFORE, DRAFT, FILES, PLAN, Done, Place

MOVED = "plans/hafen-logistik/2026-Q4.yaml"


@pytest.fixture
def branch(here: Place) -> Place:
    """A repository in which a branch left `main`, which went on."""
    here.commit()
    here.git("checkout", "--quiet", "-b", "work")
    here.git("checkout", "--quiet", "main")
    here.edit(DRAFT, "status: draft", "status: in-review")
    here.commit()
    here.git("checkout", "--quiet", "work")
    return here


def turn(place: Place, path: str = PLAN) -> None:
    """A decider who turned against us."""
    text = (place.root / path).read_text(encoding="utf-8")
    place.write(path, text.replace("stance: supporter", "stance: opponent", 1))


def base(place: Place, *more: str) -> Done:
    return place.call("diff", "--base", "main", "--format", "json", *more)


def fates(done: Done) -> dict[str, str]:
    """What became of each plan, by its path."""
    return {one.get("new", one.get("old"))["path"]: one["plan"] for one in done.data["diffs"]}


def test_a_branch_is_compared_with_where_it_left(branch: Place) -> None:
    turn(branch)
    done = base(branch)
    assert (done.status, done.err, fates(done)) == (0, "", {PLAN: "changed"})
    (diff,) = done.data["diffs"]
    assert [one["field"] for one in diff["changes"]] == ["stance"]
    assert done.data["summary"]["plans"] == {
        "compared": 1,
        "changed": 1,
        "added": 0,
        "removed": 0,
        "renamed": 0,
    }
    assert (done.data["summary"]["worse"], done.data["summary"]["changes"]) == (1, 1)


def test_committed_staged_and_unsaved_edits_are_the_same(branch: Place) -> None:
    turn(branch)
    first = base(branch).out
    branch.git("add", "--all")
    assert base(branch).out == first
    branch.commit()
    assert base(branch).out == first


def test_nothing_is_written(branch: Place) -> None:
    turn(branch)
    before = branch.hashes()
    branch.call("diff", "--base", "main")
    assert {path: one for path, one in branch.hashes().items() if path != ".git/index"} == {
        path: one for path, one in before.items() if path != ".git/index"
    }


def test_nothing_changed_is_one_line(branch: Place) -> None:
    done = branch.call("diff", "--base", "main", "--fail-on-change", "any")
    assert (done.status, done.out) == (0, "Since this branch left main, no plan has changed.\n")


def test_a_touched_file_that_says_the_same_is_no_change(branch: Place) -> None:
    branch.write(PLAN, FILES[PLAN].replace("kamc: 1\n", "kamc: 1  # a remark\n"))
    done = branch.call("diff", "--base", "main", "--fail-on-change", "any")
    assert (done.status, done.out) == (0, "1 plan compared: nothing changed.\n")


def test_a_new_plan_is_compared_with_the_quarter_before(branch: Place) -> None:
    new = f"plans/{ACCOUNT}/2027-Q1.yaml"
    branch.write(new, FILES[PLAN].replace("period: 2026-Q4", "period: 2027-Q1"))
    turn(branch, new)
    done = base(branch)
    assert fates(done) == {new: "added"}
    (diff,) = done.data["diffs"]
    assert (diff["old"]["path"], [one["field"] for one in diff["changes"]]) == (PLAN, ["stance"])
    assert "is new, and compared with the quarter before" in branch.call("diff", "--base", "main").out


def test_a_first_plan_and_a_deleted_one(branch: Place) -> None:
    (branch.root / DRAFT).unlink()
    branch.write("plans/neu/2026-Q4.yaml", "kamc: 1\naccount: neu\nname: Neu\nperiod: 2026-Q4\n")
    done = base(branch, "--fail-on-change", "any")
    assert (done.status, fates(done)) == (1, {DRAFT: "removed", "plans/neu/2026-Q4.yaml": "added"})
    assert base(branch, "--fail-on-change", "worse").status == 0
    text = branch.call("diff", "--base", "main").out
    assert f"{DRAFT} is deleted." in text
    assert "the first plan of its account" in text
    assert "2 plans compared: 1 new and 1 deleted." in text


@pytest.mark.parametrize("staged", [True, False])
def test_a_plan_that_was_moved_is_followed(branch: Place, staged: bool) -> None:
    text = FILES[PLAN].replace("account: hafen-spedition", "account: hafen-logistik")
    branch.write(MOVED, text)
    turn(branch, MOVED)
    (branch.root / PLAN).unlink()
    if staged:
        branch.git("add", "--all")
    done = base(branch)
    assert fates(done) == {MOVED: "renamed"}
    (diff,) = done.data["diffs"]
    assert diff["old"]["path"] == PLAN
    assert {one["field"] for one in diff["changes"]} == {"account", "stance"}


def test_the_next_quarter_is_not_the_last_one_moved(branch: Place) -> None:
    branch.git("mv", PLAN, f"plans/{ACCOUNT}/2027-Q1.yaml")
    assert fates(base(branch)) == {PLAN: "removed", f"plans/{ACCOUNT}/2027-Q1.yaml": "added"}


def test_a_side_that_cannot_be_read_does_not_hide_the_others(branch: Place) -> None:
    turn(branch)
    branch.write(DRAFT, "a: [\n")
    done = base(branch)
    assert (done.status, done.data["unread"]) == (3, [DRAFT])
    assert [len(one.get("changes", ())) for one in done.data["diffs"]] == [0, 1]
    assert f"{DRAFT} cannot be read" in done.err
    assert (
        "2 plans compared: 1 changed and 1 that cannot be read." in branch.call("diff", "--base", "main").out
    )


def test_a_side_that_could_not_be_read_then(here: Place) -> None:
    here.write(PLAN, "a: [\n")
    here.commit()
    here.write(PLAN, FILES[PLAN])
    done = here.call("diff", "--base", "HEAD", "--format", "json")
    commit = here.git("rev-parse", "HEAD")[:12]
    assert (done.status, done.data["unread"]) == (3, [f"{commit}:{PLAN}"])


def test_a_merge_that_is_not_done_is_told(branch: Place) -> None:
    branch.edit(DRAFT, "status: draft", "status: approved")
    branch.commit()
    with pytest.raises(subprocess.CalledProcessError):
        branch.git("merge", "main")
    done = base(branch)
    assert (done.status, done.data["unread"]) == (3, [DRAFT])


@pytest.mark.parametrize("word", [PLAN, "plans/hafen-spedition", ACCOUNT, "plans/hafen*/*.yaml"])
def test_plans_are_chosen(branch: Place, word: str) -> None:
    turn(branch)
    branch.edit(DRAFT, "status: draft", "status: in-review")
    assert fates(base(branch, word)) == {PLAN: "changed"}


def test_plans_that_are_gone_are_chosen_too(branch: Place) -> None:
    turn(branch)
    (branch.root / DRAFT).unlink()
    assert fates(base(branch, DRAFT)) == {DRAFT: "removed"}
    assert fates(base(branch, "--where", "status:draft")) == {DRAFT: "removed"}


def test_a_plan_that_did_not_change_may_be_named(branch: Place) -> None:
    assert fates(base(branch, BEFORE)) == {}


def test_from_a_folder_and_with_a_workspace_below_the_top(here: Place) -> None:
    for path in FILES:
        target = here.root / "sales" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(here.root / path, target)
    here.commit()
    turn(here, f"sales/{PLAN}")
    for folder, words in (("sales", [PLAN]), (f"sales/plans/{ACCOUNT}", ["2026-Q4.yaml"])):
        here.monkeypatch.chdir(here.root / folder)
        done = here.call("diff", "--base", "HEAD", "--format", "json", *words)
        assert fates(done) == {PLAN: "changed"}, done.err
    done = here.call("diff", f"HEAD:sales/{PLAN}", "2026-Q4.yaml")
    assert done.status == 3, "REVISION:path is a path from here, as all paths are"
    assert "opponent" in here.call("diff", "HEAD:2026-Q4.yaml", "2026-Q4.yaml").out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--base", "nowhere"), 3, "does not know the revision 'nowhere'"),
        (("--base", "main", "plans/none.yaml"), 2, "no file, folder or account"),
        (("--base", "main", "--all"), 2, "two questions"),
        (("--all", ACCOUNT), 2, "choose the accounts themselves"),
        (("--where", "bucket:nix"), 2, "no plan has the bucket"),
        ((), 2, "--base REVISION"),
    ],
)
def test_wrong_usage_is_told(branch: Place, words: tuple[str, ...], status: int, told: str) -> None:
    done = branch.call("diff", *words)
    assert (done.status, told in done.err, done.out) == (status, True, ""), done.err


def test_without_a_repository(here: Place) -> None:
    done = here.call("diff", "--base", "main")
    assert (done.status, "not a git repository" in done.err) == (3, True)


def test_a_shallow_clone_says_how_to_get_the_base(branch: Place) -> None:
    branch.git(
        "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{branch.root}", "../shallow"
    )
    branch.monkeypatch.chdir(branch.root.parent / "shallow")
    done = branch.call("diff", "--base", "origin/main")
    assert (done.status, "git fetch --unshallow" in done.err) == (3, True)


def test_all_accounts_with_their_sum(here: Place) -> None:
    turn(here)
    done = here.call("diff", "--all", "--format", "json")
    assert fates(done) == {DRAFT: "changed", PLAN: "changed"}
    alone, pair = done.data["diffs"]
    assert ("old" in alone, pair["old"]["path"]) == (False, BEFORE)
    assert done.data["summary"]["worse"] == pair["summary"]["worse"] == 1
    text = here.call("diff", "--all").out
    assert "2 plans compared: 1 changed; 1 without a quarter before." in text
    assert "▼ 1" in text
    assert "supporter → opponent" in here.call("diff", "--all", "-v").out


def test_accounts_that_are_chosen_by_what_they_are(here: Place) -> None:
    turn(here)
    assert fates(here.call("diff", "--where", "period:2026-Q3", "--format", "json")) == {BEFORE: "changed"}
    assert fates(here.call("diff", "--where", "status:draft", "--format", "json")) == {DRAFT: "changed"}
    assert here.call("diff", "--where", f"account:{ACCOUNT}", "--fail-on-change", "worse").status == 1


def test_a_report_on_several_can_go_to_a_file(branch: Place) -> None:
    turn(branch)
    branch.call("diff", "--base", "main", "--output-file", "json=out/change.json")
    assert (branch.root / "out/change.json").read_text(encoding="utf-8") == base(branch).out


def test_several_plans_as_a_comment(branch: Place) -> None:
    branch.edit(PLAN, "name: Hafen-Spedition", "name: Hafen | <b>Spedition</b>")
    turn(branch)
    comment = branch.call("diff", "--base", "main", "--format", "markdown").out
    assert comment.startswith("# Since this branch left main\n\n0 better · 1 worse · 1 neutral\n\n")
    assert "| **Hafen \\| \\<b\\>Spedition\\</b\\>, 2026-Q4** | 0 | 1 | 1 | ▼ " in comment
    assert "## Hafen" in comment
    assert comment.endswith("_1 plan compared: 1 changed._\n")


def test_nothing_to_say_is_one_line_in_a_comment_too(branch: Place) -> None:
    told = branch.call("diff", "--base", "main", "--format", "markdown").out
    assert told == "Since this branch left main, no plan has changed.\n"
