"""The baseline: what was there is set aside, what is new is told, what is settled has to leave."""

import json

import pytest

from kamc.rules import registry
from tests.workspaces import BEFORE, FILES, PEOPLE, PLAN, Place

FILE = "kamc-baseline.json"
FACILITATOR = ("roles: [user, facilitator]", "roles: user")
DECIDER = ("roles: decider", "roles: influencer")
ONLY = ("--select", "KAM301,KAM302,KAM033,KAM041")


def entries(here: Place) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((here.root / FILE).read_text(encoding="utf-8"))["entries"]
    return found


def slugs(here: Place) -> list[str]:
    return [one["slug"] for one in entries(here)]


@pytest.fixture
def legacy(here: Place) -> Place:
    """A workspace with a finding in both quarters of an account, and a baseline that holds it."""
    for path in (BEFORE, PLAN):
        here.edit(path, *FACILITATOR)
    assert here.call("check", *ONLY, "--write-baseline").status == 0
    return here


def test_what_a_baseline_holds_is_no_finding(legacy: Place) -> None:
    assert slugs(legacy) == ["no-facilitator"]  # one lineage in two quarters
    done = legacy.call("check", *ONLY, "--baseline", FILE)
    assert (done.status, done.err) == (0, "")
    assert done.out == "3 plans checked: nothing found; 2 in the baseline.\n"


def test_what_is_new_fails_and_stays_out(legacy: Place) -> None:
    legacy.edit(PLAN, *DECIDER)
    done = legacy.call("check", *ONLY, "--baseline", FILE, "--format", "concise")
    assert (done.status, done.out.count("KAM302"), done.out.count("KAM301")) == (1, 1, 0)
    done = legacy.call("check", *ONLY, "--write-baseline")
    assert (done.status, slugs(legacy)) == (1, ["no-facilitator"])
    assert done.err == f"kamc: {FILE} holds 1 finding: 1 new left out (--grow-baseline takes them in)\n"


def test_it_grows_on_demand(legacy: Place) -> None:
    legacy.edit(PLAN, *DECIDER)
    done = legacy.call("check", *ONLY, "--grow-baseline")
    assert (done.status, slugs(legacy)) == (0, ["no-facilitator", "no-decider"])
    assert done.err == f"kamc: {FILE} holds 2 findings: 1 new\n"


def test_a_finding_that_moves_is_the_same(legacy: Place) -> None:
    legacy.write(PLAN, "# a comment\n\n" + FILES[PLAN].replace(*FACILITATOR))
    assert legacy.call("check", *ONLY, "--baseline", FILE).status == 0


def test_what_is_settled_fails_until_it_leaves(legacy: Place) -> None:
    for path in (BEFORE, PLAN):
        legacy.write(path, FILES[path])
    done = legacy.call("check", *ONLY, "--baseline", FILE)
    assert done.status == 1
    assert "error[KAM041] stale-baseline: no-facilitator of hafen-spedition is settled" in done.out
    assert f"--> {FILE}:4:1" in done.out
    done = legacy.call("check", *ONLY, "--write-baseline")
    assert (done.status, slugs(legacy)) == (0, [])
    assert done.err == f"kamc: {FILE} holds 0 findings: 1 settled\n"
    assert legacy.call("check", *ONLY, "--baseline", FILE).status == 0


def test_settled_in_one_quarter_is_not_settled(legacy: Place) -> None:
    legacy.write(PLAN, FILES[PLAN])
    assert legacy.call("check", *ONLY, "--baseline", FILE).status == 0


@pytest.mark.parametrize("more", [(PLAN,), ("--ignore", "KAM301"), ("alster-hotel",)])
def test_a_run_that_did_not_look_calls_nothing_settled(legacy: Place, more: tuple[str, ...]) -> None:
    for path in (BEFORE, PLAN):
        legacy.write(path, FILES[path])
    before = entries(legacy)
    assert legacy.call("check", *ONLY, "--baseline", FILE, *more).status == 0
    assert legacy.call("check", *ONLY, "--write-baseline", *more).status == 0
    assert entries(legacy) == before


def test_an_account_that_is_gone_takes_its_entries_with_it(legacy: Place) -> None:
    for path in (BEFORE, PLAN):
        (legacy.root / path).unlink()
    assert legacy.call("check", *ONLY, "--baseline", FILE).status == 1
    legacy.call("check", *ONLY, "--write-baseline")
    assert slugs(legacy) == []


def test_what_is_accepted_or_unreadable_does_not_go_in(here: Place) -> None:
    waiver = 'accepted: {no-facilitator: {why: "In January", by: tor-vik}}\nselection: '
    here.edit(PLAN, *FACILITATOR)
    here.edit(PLAN, "selection: ", waiver)
    here.write(BEFORE, "kamc: [")
    here.call("check", "--write-baseline", "--select", "KAM0,KAM301")
    assert entries(here) == []


def test_findings_on_shared_files_are_kept_by_file(here: Place) -> None:
    here.edit(PEOPLE, 'title: "Managing director"', "left: soon")
    here.call("check", "--write-baseline", "--select", "KAM020")
    assert {(one["of"], one["code"]) for one in entries(here)} == {(PEOPLE, "KAM020")}
    assert here.call("check", "--baseline", FILE, "--select", "KAM020").status == 0


def test_a_baseline_is_written_alike_each_time(legacy: Place) -> None:
    first = (legacy.root / FILE).read_bytes()
    legacy.call("check", *ONLY, "--grow-baseline")
    assert (legacy.root / FILE).read_bytes() == first
    assert first.decode().splitlines()[3].startswith('{"of": "hafen-spedition", "code": "KAM301"')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, f"there is no baseline {FILE}; --write-baseline makes one"),
        ("{", "line 1 is not JSON"),
        ("[]", "it has no entries"),
        ('{"version": 1, "entries": [{"code": "KAM301"}]}', "an entry lacks something"),
        ('{"version": 2, "entries": []}', "written by a newer kamc"),
    ],
)
def test_a_file_that_is_no_baseline(here: Place, text: str | None, told: str) -> None:
    if text is not None:
        here.write(FILE, text)
    done = here.call("check", "--baseline", FILE)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def test_reports_hold_what_is_settled(legacy: Place) -> None:
    for path in (BEFORE, PLAN):
        legacy.write(path, FILES[path])
    (finding,) = legacy.call("check", *ONLY, "--baseline", FILE, "--format", "json").data["findings"]
    assert (finding["code"], finding["path"], finding["line"]) == ("KAM041", FILE, 4)
    assert finding["slug"] == registry.BOOK.by_code["KAM041"].slug
