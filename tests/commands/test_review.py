"""`kamc review` in real repositories: what it tells, what it asks a reason for, and how it ends."""

import re
from typing import Any

import pytest

from kamc.model.fields import Profile
from kamc.rules import examples
from kamc.rules.change import got_worse
from tests.workspaces import BEFORE, CATALOGUE, DRAFT, PLAN, SETTINGS, Place
from tests.writing import yaml_text

BASE = "origin/main"
WORSE = ("target: 0.6M, by: 2027-12-31", "target: 0.4M, by: 2027-12-31")
REASON = 'accepted: {got-worse: {why: "The hub opens later", by: tor-vik, until: 2027-03-31}}'


@pytest.fixture
def branch(here: Place) -> Place:
    """A branch that began at `origin/main` and has changed nothing yet."""
    here.commit()
    here.git("update-ref", "refs/remotes/origin/main", "HEAD")
    return here


def reviewed(place: Place, *arguments: str) -> Any:
    done = place.call("review", "--base", BASE, "--format", "json", *arguments)
    assert done.status in {0, 1, 3}, done.err
    return done.data


def lower(place: Place, with_reason: str = "") -> None:
    """Lower the target of an objective."""
    old, new = WORSE
    place.edit(PLAN, old, f"{new}, {with_reason}" if with_reason else new)


def unaccepted(place: Place, *arguments: str) -> list[str]:
    """The changes that lack the reason that they need."""
    return [
        plan["changes"][one["change"]]["message"]
        for plan in reviewed(place, *arguments)["plans"]
        for one in plan["decisions"]
        if "accepted" not in one
    ]


def test_nothing_to_say_is_said_in_one_line(branch: Place) -> None:
    branch.edit(PLAN, "kamc: 1\n", "# A remark that says nothing.\nkamc: 1\n")
    done = branch.call("review", "--base", BASE)
    assert (done.status, done.out, done.err) == (0, f"No plan says anything else than on {BASE}.\n", "")
    commented = branch.call("review", "--base", BASE, "--format", "markdown").out
    assert commented == f"<!-- kamc-review -->\nNo plan says anything else than on {BASE}.\n"
    assert reviewed(branch)["plans"] == []


def test_a_change_for_the_worse_needs_a_reason(branch: Place) -> None:
    lower(branch)
    done = branch.call("review", "--base", BASE)
    assert done.status == 0
    assert "1 change for the worse that nobody has accepted" in done.out
    assert "nobody has accepted it" in done.out
    assert len(unaccepted(branch)) == 1


def test_a_reason_in_the_same_pull_request_settles_it(branch: Place) -> None:
    lower(branch, REASON)
    assert unaccepted(branch) == []
    (decision,) = reviewed(branch)["plans"][0]["decisions"]
    assert decision["accepted"] == {"why": "The hub opens later", "by": "tor-vik", "until": "2027-03-31"}
    told = branch.call("review", "--base", BASE).out
    assert "accepted by Tor Vik until 2027-03-31: The hub opens later" in told
    assert "got worse" not in told
    checked = branch.call("check")
    assert "got-worse" not in checked.out, "kamc check has nothing to say of the waiver"


@pytest.mark.parametrize(
    "holder",
    [
        ("  objectives:\n    night-sales", f"  {REASON}\n  objectives:\n    night-sales"),
        ("account_plan:\n", f"account_plan:\n  {REASON}\n"),
    ],
    ids=["on the block", "at the head of the block"],
)
def test_a_reason_may_stand_around_the_entry(branch: Place, holder: tuple[str, str]) -> None:
    branch.edit(PLAN, *holder)
    lower(branch)
    assert unaccepted(branch) == []


def test_a_waiver_of_another_rule_on_change_is_a_reason(branch: Place) -> None:
    lower(branch, 'accepted: {objective-lowered: {why: "The hub opens later", by: tor-vik}}')
    assert unaccepted(branch) == []


@pytest.mark.parametrize(
    "waiver",
    [
        'accepted: {got-worse: {why: "The hub", by: tor-vik, until: 2026-11-22}}',
        'accepted: {factor-without-date: {why: "The hub", by: tor-vik}}',
    ],
    ids=["it has run out", "it is of another sort"],
)
def test_not_every_waiver_is_a_reason(branch: Place, waiver: str) -> None:
    lower(branch, waiver)
    told = unaccepted(branch)
    assert len(told) == 1


def test_what_the_plan_says_itself_is_shown(branch: Place) -> None:
    lower(branch, 'why: "Their hub opens a year later."')
    assert (
        "nobody has accepted it\n    Their hub opens a year later."
        in branch.call("review", "--base", BASE).out
    )
    text = branch.call("review", "--base", BASE, "--format", "markdown").out
    assert "**nobody has accepted it**<br>*Their hub opens a year later.*" in text


def test_the_reason_of_another_pull_request_is_none(here: Place) -> None:
    here.edit(PLAN, "target: 0.6M, by: 2027-12-31", f"target: 0.6M, by: 2027-12-31, {REASON}")
    here.commit()
    here.git("update-ref", "refs/remotes/origin/main", "HEAD")
    lower(here)
    assert len(unaccepted(here)) == 1
    here.edit(PLAN, "The hub opens later", "The hub opens later still")
    assert unaccepted(here) == []


def test_what_is_gone_has_its_reason_on_the_block(branch: Place) -> None:
    text = (branch.root / PLAN).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("    ines-bahr: ")]
    branch.write(PLAN, "".join(kept))
    (gone,) = unaccepted(branch)
    assert "Ines Bahr" in gone
    branch.edit(PLAN, "relationships:\n", f"relationships:\n  {REASON}\n")
    assert unaccepted(branch) == []


def test_one_cause_is_told_once(branch: Place) -> None:
    """The rule on lowered targets asks for a reason, too, where the quarter before had the old one."""
    lower(branch)
    told = [one["code"] for one in reviewed(branch)["plans"][0]["findings"]["new"]]
    assert (told.count("KAM706"), told.count("KAM711")) == (1, 0), told
    branch.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    told = [one["code"] for one in reviewed(branch)["plans"][0]["findings"]["new"]]
    assert told.count("KAM711") + told.count("KAM708") == 1, told


@pytest.mark.parametrize(
    ("level", "count"), [("off", 0), ("leads", 1), ("worse", 2)], ids=["off", "leads", "worse"]
)
def test_the_house_says_from_where_on(branch: Place, level: str, count: int) -> None:
    branch.edit(SETTINGS, "currency: EUR\n", f"currency: EUR\nreview: {{reason_from: {level}}}\n")
    branch.edit(BEFORE, "target: 0.6M, by: 2027-12-31", "target: 0.4M, by: 2027-12-31")
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    lower(branch)
    branch.edit(PLAN, "stance: supporter, influence: medium", "stance: supporter, influence: low")
    assert len(unaccepted(branch)) == count


def test_the_level_of_the_finding_is_the_houses(branch: Place) -> None:
    branch.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    assert branch.call("review", "--base", BASE).status == 0
    assert branch.call("review", "--base", BASE, "--fail-on", "warning").status == 1
    branch.edit(SETTINGS, "currency: EUR\n", "currency: EUR\nrules: {got-worse: error}\n")
    assert branch.call("review", "--base", BASE).status == 1
    assert branch.call("review", "--base", BASE, "--fail-on", "off").status == 0


def test_new_errors_fail_and_old_ones_do_not(branch: Place) -> None:
    branch.edit(PLAN, "roles: [user, facilitator]", "roles: user")
    done = branch.call("review", "--base", BASE)
    assert done.status == 1
    assert "nobody inside Hafen-Spedition lobbies for us" in done.out
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    branch.edit(PLAN, "Second of three", "First of three")
    assert branch.call("review", "--base", BASE).status == 0


def test_a_mistake_in_the_file_is_told_to_the_team(branch: Place) -> None:
    branch.edit(PLAN, "growth: cross-sell", "grwth: cross-sell")
    branch.edit(PLAN, "win-jan: {what", "win-jan: {audience: private, wat: 1, what")
    done = branch.call("review", "--base", BASE)
    assert done.status == 1
    assert "grwth" in done.out
    assert "win-jan" not in done.out
    assert "wat" in branch.call("review", "--base", BASE, "--audience", "private").out
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    branch.edit(PLAN, "grwth: cross-sell", "growth: cross-sell")
    (one,) = reviewed(branch)["plans"]
    assert [each["slug"] for each in one["findings"]["gone"]] == ["unknown-key"]


@pytest.mark.parametrize(("edit", "worse", "any_"), [("", 0, 0), ("better", 0, 1), ("worse", 1, 1)])
def test_changes_may_fail_a_run(branch: Place, edit: str, worse: int, any_: int) -> None:
    if edit:
        branch.edit(
            PLAN, "target: 0.6M, by: 2027", f"target: {'0.4M' if edit == 'worse' else '0.9M'}, by: 2027"
        )
    call = ("review", "--base", BASE, "--fail-on-change")
    assert (branch.call(*call, "worse").status, branch.call(*call, "any").status) == (worse, any_)


def test_new_deleted_and_unreadable_plans(branch: Place) -> None:
    text = (branch.root / PLAN).read_text(encoding="utf-8").replace(*WORSE)
    branch.write("plans/hafen-spedition/2027-Q1.yaml", text.replace("period: 2026-Q4", "period: 2027-Q1"))
    branch.git("rm", "--quiet", BEFORE)
    branch.write(DRAFT, "kamc: [\n")
    done = branch.call("review", "--base", BASE)
    assert done.status == 3
    assert f"Not compared: {DRAFT} cannot be read; kamc check says why." in done.out
    assert f"{BEFORE} is deleted." in done.out
    assert "plans/hafen-spedition/2027-Q1.yaml is new, and compared with the quarter before" in done.out
    assert [one["plan"] for one in reviewed(branch)["plans"]] == ["changed", "added", "removed"]
    assert len(unaccepted(branch)) == 1, "a new quarter explains what got worse in it, too"


def test_a_moved_plan(branch: Place) -> None:
    (branch.root / "plans/hafen").mkdir()
    branch.git("mv", PLAN, "plans/hafen/2026-Q4.yaml")
    (one,) = reviewed(branch)["plans"]
    assert (one["plan"], one["old"]["path"], one["new"]["path"]) == (
        "renamed",
        PLAN,
        "plans/hafen/2026-Q4.yaml",
    )
    assert f"{PLAN} is now plans/hafen/2026-Q4.yaml" in branch.call("review", "--base", BASE).out


def test_an_accounts_first_plan_brings_all_its_findings(branch: Place) -> None:
    text = (branch.root / PLAN).read_text(encoding="utf-8")
    first = text.replace("account: hafen-spedition", "account: dorn-mills")
    branch.write("plans/dorn-mills/2026-Q4.yaml", first.replace("roles: [user, facilitator]", "roles: user"))
    done = branch.call("review", "--base", BASE)
    assert done.status == 1
    assert "is new, and the first plan of its account" in done.out
    assert "lobbies for us" in done.out


def test_shared_files_are_named(branch: Place) -> None:
    branch.edit(CATALOGUE, "Cold Line", "Colder Line")
    lower(branch)
    assert f"{CATALOGUE} changed, too" in branch.call("review", "--base", BASE).out
    assert reviewed(branch)["shared"] == [CATALOGUE]


def test_plans_can_be_chosen(branch: Place) -> None:
    lower(branch)
    branch.edit(DRAFT, "Their kitchens know us.", "Their kitchens ask us.")
    assert len(reviewed(branch)["plans"]) == 2
    (one,) = reviewed(branch, "alster-hotel")["plans"]
    assert one["new"]["account"] == "alster-hotel"
    (one,) = reviewed(branch, "--where", "status:approved")["plans"]
    assert one["new"]["path"] == PLAN


def test_the_cut_comes_first(branch: Place) -> None:
    branch.edit(PLAN, "night-sales: {what", "night-sales: {audience: private, what")
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    lower(branch)
    secret = branch.call("review", "--base", BASE, "--audience", "private").out
    assert "Night sales" in secret
    team = branch.call("review", "--base", BASE, "--format", "markdown").out
    assert "Night sales" not in team
    assert "0.4M" not in team


def test_a_customer_hears_no_verdict(branch: Place) -> None:
    lower(branch)
    branch.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    for one in reviewed(branch, "--audience", "customer")["plans"]:
        assert one["findings"] == {"new": [], "gone": []}
        assert (one["decisions"], one["questions"], one["status"]) == ([], [], {})
        assert {change["effect"] for change in one["changes"]} <= {"neutral"}


def test_briefs_that_say_something_else(branch: Place) -> None:
    branch.edit(PLAN, 'title: "Head of the night hub"', 'title: "Head of both hubs"')
    briefs = reviewed(branch)["plans"][0]["briefs"]
    assert "relationship-map" in briefs["changed"]
    assert "account-plan" in briefs["changed"]
    assert "calendar" not in briefs["changed"]


def test_an_approval_asks_who_answers_for_it(branch: Place) -> None:
    branch.edit(PLAN, "status: approved", "status: in-review")
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    branch.edit(PLAN, "status: in-review", "status: approved")
    branch.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    (one,) = reviewed(branch)["plans"]
    assert one["status"] == {"old": "in-review", "new": "approved"}
    assert any("It is to be approved with 1 change for the worse" in each for each in one["questions"])


def test_a_shallow_clone_is_told_the_remedy(branch: Place) -> None:
    branch.commit()
    root = branch.root.parent / "shallow"
    branch.git("clone", "--quiet", "--depth=1", f"file://{branch.root}", str(root))
    done = branch.call("review", "--workspace", str(root), "--base", BASE)
    assert done.status == 3 or done.out.startswith("No plan says")
    done = branch.call("review", "--workspace", str(root), "--base", "HEAD~1")
    assert done.status == 3
    assert "shallow clone" in done.err


def test_the_same_bytes_each_time(branch: Place) -> None:
    lower(branch)
    branch.edit(PLAN, "stance: conditional-supporter", "stance: opponent")
    call = ("review", "--base", BASE, "--format", "markdown")
    assert branch.run(*call, PYTHONHASHSEED="1") == branch.run(*call, PYTHONHASHSEED="2")


def test_a_workspace_below_the_top_has_a_mark_of_its_own(branch: Place) -> None:
    (branch.root / "north").mkdir()
    branch.git("mv", "plans", SETTINGS, "north")
    branch.commit()
    branch.git("update-ref", "refs/remotes/origin/main", "HEAD")
    branch.edit(f"north/{PLAN}", *WORSE)
    told = branch.call("review", "--workspace", "north", "--base", BASE, "--format", "markdown").out
    assert re.match(r"<!-- kamc-review [0-9a-f]{12} -->\n## Hafen-Spedition, 2026-Q4: 1 worse\n", told)


@pytest.mark.parametrize(("side", "count"), [("bad", 1), ("good", 0)])
def test_the_examples_of_the_rule(branch: Place, side: str, count: int) -> None:
    (text,) = getattr(got_worse.RULE.text, side)
    branch.write(PLAN, yaml_text(examples.files(text, Profile.SHORT)[examples.PLAN_FILE]))
    assert len(unaccepted(branch)) == count
