"""`kamc status` as people and scripts run it: which accounts, statuses, outputs."""

import json

import pytest

from kamc.report.status import FORMATS, SORTS
from tests.workspaces import ACCOUNT, BEFORE, DRAFT, PLAN, Place

UNREADABLE = ("account: hafen-spedition", "account: [hafen-spedition")


def accounts(place: Place, *arguments: str) -> list[tuple[str, str]]:
    done = place.call("status", *arguments, "--format", "json")
    assert (done.status, done.err) == (0, "")
    return [(one["account"], one["period"]) for one in done.data["accounts"]]


def test_0_one_line_an_account(here: Place) -> None:
    done = here.run("status")
    assert (done.status, done.err) == (0, "")
    head, first, second, *_ = done.out.splitlines()
    assert head.split()[:3] == ["account", "period", "status"]
    assert [one.split()[0] for one in (first, second)] == ["alster-hotel", ACCOUNT]
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), [("alster-hotel", "2026-Q4"), (ACCOUNT, "2026-Q4")]),
        ((ACCOUNT,), [(ACCOUNT, "2026-Q4")]),
        ((BEFORE,), [(ACCOUNT, "2026-Q3")]),
        (("--where", "period:2026-Q3"), [(ACCOUNT, "2026-Q3")]),
        (("--where", "bucket:maintenance"), [("alster-hotel", "2026-Q4")]),
        (("--where", "!status:approved"), [("alster-hotel", "2026-Q4")]),
    ],
)
def test_which_accounts(here: Place, arguments: tuple[str, ...], told: list[tuple[str, str]]) -> None:
    assert accounts(here, *arguments) == told


def test_2_a_choice_that_finds_nothing(here: Place) -> None:
    wrong = (("hafn-spedition",), ("--where", "owner:nobody"), ("--sort", "name"), ("plans/people.yaml",))
    for arguments in wrong:
        done = here.call("status", *arguments)
        assert (done.status, done.out) == (2, ""), arguments


def test_nothing_changed_is_nothing_to_tell(here: Place) -> None:
    here.commit()
    done = here.call("status", "--where", "changed:HEAD", "--format", "json")
    assert (done.status, done.data["accounts"]) == (0, [])
    assert "nothing has changed there" in done.err


@pytest.mark.parametrize("form", FORMATS)
def test_3_a_file_cannot_be_read_and_the_others_are_told(here: Place, form: str) -> None:
    here.edit(PLAN, *UNREADABLE)
    done = here.call("status", "--format", form)
    assert done.status == 3
    assert ("Hotel an der Alster" if form == "markdown" else "alster-hotel") in done.out
    assert "2026-Q4.yaml" in (done.err if form == "csv" else done.out)
    assert "cannot be read" in done.out + done.err or form in {"json", "markdown"}


def test_mistakes_are_no_reason_to_be_silent(here: Place) -> None:
    here.edit(DRAFT, "status: draft", "status: drft")
    done = here.call("status")
    assert done.status == 0
    assert done.err == "kamc: mistakes in 1 plan: what they touch counts as unknown here (see kamc check)\n"
    assert here.call("status", "-q").err == ""


@pytest.mark.parametrize("key", SORTS)
def test_every_order(here: Place, key: str) -> None:
    assert sorted(accounts(here, "--sort", key)) == [("alster-hotel", "2026-Q4"), (ACCOUNT, "2026-Q4")]


def test_reports_can_go_to_files(here: Place) -> None:
    done = here.call("status", "--output-file", "json=out/status.json", "--output-file", "csv=out/status.csv")
    assert done.status == 0
    assert json.loads((here.root / "out/status.json").read_text(encoding="utf-8"))["version"] == 1
    assert (here.root / "out/status.csv").read_text(encoding="utf-8").startswith("account,name,")


def test_changed_is_told_from_the_day_that_is_asked(here: Place) -> None:
    here.commit("2026-11-20T12:00:00+00:00")
    assert here.call("status").out.count("3 days ago") == 2
    assert here.call("status", "--as-of", "2026-11-20").out.count("today") == 2
    assert [one.get("changed") for one in here.call("status", "--format", "json").data["accounts"]] == [
        "2026-11-20",
        "2026-11-20",
    ]


def test_two_runs_say_the_same_and_nothing_is_written(here: Place) -> None:
    before = here.hashes()
    assert here.run("status", "-v", "--color", "always") == here.run("status", "-v", "--color", "always")
    assert here.hashes() == before


def test_a_plan_full_of_odd_texts(here: Place) -> None:
    here.edit(PLAN, "name: Hafen-Spedition", 'name: "=1+1\\e[31m|<b>\\u202E"')
    for form in FORMATS:
        done = here.call("status", "--format", form)
        assert done.status == 0
        assert "\x1b" not in done.out
    row = here.call("status", ACCOUNT, "--format", "csv").out.splitlines()[1]
    assert row.startswith(f"{ACCOUNT},'=1+1")
