"""`--since`: only what is new since this branch left a revision, in a real repository."""

import pytest

from tests.workspaces import FILES, PLAN, Place

FACILITATOR = ("roles: [user, facilitator]", "roles: user")
DECIDER = ("roles: decider", "roles: influencer")
ONLY = ("--select", "KAM301,KAM302", "--format", "concise")


@pytest.fixture
def old(here: Place) -> Place:
    """A repository whose main has a finding, and a branch of it that is checked out."""
    here.edit(PLAN, *FACILITATOR)
    here.commit()
    here.git("checkout", "--quiet", "-b", "work")
    return here


def test_what_was_there_is_not_told(old: Place) -> None:
    assert old.call("check", *ONLY).status == 1
    done = old.call("check", "--select", "KAM301", "--since", "main")
    assert (done.status, done.out) == (0, "3 plans checked: nothing found; 1 there before.\n")


def test_what_is_new_is_told(old: Place) -> None:
    old.edit(PLAN, *DECIDER)
    done = old.call("check", *ONLY, "--since", "main")
    assert (done.status, done.out.count("KAM302"), done.out.count("KAM301")) == (1, 1, 0)


def test_what_main_has_mended_meanwhile_is_not_new(old: Place) -> None:
    old.git("checkout", "--quiet", "main")
    old.write(PLAN, FILES[PLAN])
    old.commit()
    old.git("checkout", "--quiet", "work")
    assert old.call("check", *ONLY, "--since", "main").status == 0


def test_what_becomes_worse_is_new(here: Place) -> None:
    here.write(PLAN, FILES[PLAN].replace(*FACILITATOR).replace("status: approved", "status: draft"))
    here.commit()
    here.edit(PLAN, "status: draft", "status: approved")
    done = here.call("check", *ONLY, "--since", "HEAD")
    assert (done.status, done.out.count("error[KAM301]")) == (1, 1)


def test_what_is_no_longer_accepted_is_new(here: Place) -> None:
    waiver = 'accepted: {no-facilitator: {why: "In January", by: tor-vik}}\n'
    here.write(PLAN, FILES[PLAN].replace(*FACILITATOR) + waiver)
    here.commit()
    here.edit(PLAN, waiver, "")
    assert here.call("check", *ONLY, "--since", "HEAD").status == 1


def test_a_new_plan_is_new(old: Place) -> None:
    later = PLAN.replace("2026-Q4", "2027-Q1")
    old.write(later, FILES[PLAN].replace(*FACILITATOR).replace("2026-Q4", "2027-Q1"))
    done = old.call("check", *ONLY, "--since", "main")
    assert done.out.startswith(f"{later}:")
    assert done.out.count("\n") == 1


def test_the_index_and_the_work_tree_stay_as_they_are(old: Place) -> None:
    before = old.hashes()
    old.call("check", "--since", "main")
    assert {path: one for path, one in old.hashes().items() if ".git/" not in path} == {
        path: one for path, one in before.items() if ".git/" not in path
    }


def test_an_unknown_revision(old: Place) -> None:
    done = old.call("check", "--since", "nowhere")
    assert (done.status, done.out) == (3, "")
    assert "git does not know the revision 'nowhere'" in done.err


def test_annotations_of_new_lines_come_first(old: Place) -> None:
    old.edit(PLAN, *DECIDER)
    done = old.call("check", "--select", "KAM301,KAM302", "--format", "github", "--since", "main")
    assert done.out.count("::error ") == 1
