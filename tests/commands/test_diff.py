"""`kamc diff` as people call it: quarters of an account, files, and files as they were in git."""

import json
import pathlib
import subprocess

import pytest

from tests.workspaces import ACCOUNT, BEFORE, FILES, PLAN, Place


@pytest.fixture
def changed(here: Place) -> Place:
    """The account's last quarter, with a decider who turned against us."""
    path = here.root / PLAN
    text = path.read_text(encoding="utf-8")
    assert "stance: supporter" in text
    path.write_text(text.replace("stance: supporter", "stance: opponent", 1), encoding="utf-8")
    return here


def test_the_last_two_quarters(changed: Place) -> None:
    done = changed.call("diff", ACCOUNT)
    assert (done.status, done.err) == (0, "")
    assert "2026-Q3 → 2026-Q4" in done.out
    assert "supporter → opponent" in done.out


def test_named_quarters_and_files_say_the_same(changed: Place) -> None:
    quarters = changed.call("diff", ACCOUNT, "2026-Q3", "2026-Q4", "--format", "json")
    paths = changed.call("diff", BEFORE, PLAN, "--format", "json")
    assert quarters.out == paths.out


def test_json_is_as_the_contract_says(changed: Place) -> None:
    data = changed.call("diff", ACCOUNT, "--format", "json").data
    assert (data["version"], data["old"]["period"], data["new"]["path"]) == (1, "2026-Q3", PLAN)
    change = next(one for one in data["changes"] if one.get("field") == "stance")
    assert (change["kind"], change["entity"], change["effect"]) == ("changed", "member", "worse")
    assert (change["old"], change["new"]) == ("supporter", "opponent")
    assert change["new_place"]["path"] == PLAN
    line = (changed.root / PLAN).read_text(encoding="utf-8").split("\n")[change["new_place"]["line"] - 1]
    assert "stance: opponent" in line


@pytest.mark.parametrize(("option", "status"), [("worse", 1), ("any", 1), (None, 0)])
def test_changes_can_fail_a_run(changed: Place, option: str | None, status: int) -> None:
    assert changed.call("diff", ACCOUNT, *(["--fail-on-change", option] if option else [])).status == status


def test_nothing_changed_is_told_and_fails_nothing(here: Place) -> None:
    here.write(BEFORE, FILES[PLAN].replace("period: 2026-Q4", "period: 2026-Q3"))
    done = here.call("diff", ACCOUNT, "--fail-on-change", "any")
    assert done.status == 0
    assert "nothing changed" in done.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("hafen",), "did you mean hafen-spedition?"),
        ((ACCOUNT, "2026-Q3", "2026-Q9"), "no plan for 2026-Q9"),
        (("alster-hotel",), "one quarter only"),
        ((BEFORE, "plans/none.yaml"), "no file plans/none.yaml"),
        ((ACCOUNT, "2026-Q3", "2026-Q4", "x"), "two files"),
    ],
)
def test_wrong_usage_is_told(here: Place, words: tuple[str, ...], told: str) -> None:
    done = here.call("diff", *words)
    assert (done.status, told in done.err) == (2, True), done.err


def test_an_unreadable_plan_is_status_3(here: Place) -> None:
    (here.root / PLAN).write_text("a: [\n", encoding="utf-8")
    done = here.call("diff", ACCOUNT)
    assert (done.status, PLAN in done.err) == (3, True)


def git(root: pathlib.Path, *words: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.com")
    subprocess.run(("git", *identity, *words), cwd=root, check=True, capture_output=True)


def test_a_file_as_it_was_in_git(here: Place) -> None:
    git(here.root, "init", "-q")
    git(here.root, "add", ".")
    git(here.root, "commit", "-qm", "first")
    path = here.root / PLAN
    path.write_text(
        path.read_text(encoding="utf-8").replace("stance: supporter", "stance: opponent", 1), encoding="utf-8"
    )
    data = here.call("diff", f"HEAD:{PLAN}", PLAN, "--format", "json").data
    assert [one["field"] for one in data["changes"]] == ["stance"]
    assert here.call("diff", f"nowhere:{PLAN}", PLAN).status == 3


def test_a_report_can_go_to_a_file(changed: Place) -> None:
    assert changed.call("diff", ACCOUNT, "--output-file", "json=out/change.json").status == 0
    assert json.loads((changed.root / "out/change.json").read_text(encoding="utf-8"))["version"] == 1


def test_a_comment_and_a_page(changed: Place) -> None:
    comment = changed.call("diff", ACCOUNT, "--format", "markdown").out
    assert comment.startswith("## Hafen-Spedition, 2026-Q3 → 2026-Q4\n")
    page = changed.call("diff", ACCOUNT, "--format", "html").out
    assert page.startswith("<!doctype html>")
    assert "Figures, side by side" in page
    assert "supporter → opponent" in page


def test_a_page_of_any_two_quarters(changed: Place) -> None:
    back = changed.call("diff", PLAN, BEFORE, "--format", "html").out
    assert "opponent → supporter" in back


def test_the_cut_comes_first(changed: Place) -> None:
    ours = changed.call("diff", ACCOUNT, "--audience", "team")
    assert "supporter → opponent" in ours.out
    theirs = changed.call("diff", ACCOUNT, "--audience", "customer", "--fail-on-change", "worse")
    assert theirs.status == 0
    assert not any(word in theirs.out for word in ("opponent", "Health", "better", "worse", "KAM"))


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_customer_gets_no_ids_and_no_verdicts(changed: Place, form: str) -> None:
    done = changed.call("diff", ACCOUNT, "--audience", "customer", "--format", form)
    assert (done.status, done.out) == (2, "")
    assert "text or markdown" in done.err


def test_several_plans_have_no_page(changed: Place) -> None:
    assert changed.call("diff", "--all", "--format", "html").status == 2
