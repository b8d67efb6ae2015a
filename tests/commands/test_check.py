"""`kamc check` as people and scripts run it: statuses, options, outputs."""

import json
import os
import pathlib
import signal
import subprocess
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from kamc import git
from kamc.commands import check as verb
from kamc.commands.common import style
from kamc.report.style import Style
from kamc.rules import registry
from tests.workspaces import ACCOUNT, BEFORE, CATALOGUE, DRAFT, PEOPLE, PLAN, SETTINGS, Place

DANGLING = ("answers: night-cut", "answers: night-cuts")
"""An error: a link that names nothing."""
NO_DECIDER = ("roles: decider", "roles: user")
"""A gap: an error in an approved plan, info in a draft."""
UNREADABLE = ("account: hafen-spedition", "account: [hafen-spedition")


# --- Exit status --------------------------------------------------------------------------------------------


def test_0_nothing_found(here: Place) -> None:
    assert here.run("check") == (0, "3 plans checked: nothing found.\n", "")


def test_1_findings(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    done = here.run("check")
    assert done.status == 1
    assert done.out.startswith("error[KAM027] dangling-link: ")
    assert done.out.endswith("\n3 plans checked: 1 error in 1 file.\n")
    assert done.err == ""


def test_2_wrong_usage(here: Place) -> None:
    done = here.run("check", "--formt", "json")
    assert (done.status, done.out) == (2, "")
    assert "Did you mean '--format'?" in done.err


def test_3_a_file_cannot_be_read_whatever_fails(here: Place) -> None:
    here.edit(PLAN, *UNREADABLE)
    done = here.run("check", "--fail-on", "off")
    assert done.status == 3
    assert "3 plans checked: 1 error in 1 file; 1 file could not be read." in done.out


def test_3_goes_before_1_and_everything_else_is_checked(here: Place) -> None:
    here.edit(PLAN, *UNREADABLE)
    here.edit(BEFORE, *DANGLING)
    done = here.call("check", "--format", "json")
    assert done.status == 3
    assert done.data["unread"] == [PLAN]
    assert {one["path"] for one in done.data["findings"]} == {PLAN, BEFORE}


def test_3_no_git(here: Place) -> None:
    done = here.run("check", "--as-of", "commit")
    assert (done.status, done.out) == (3, "")
    assert "not a git repository" in done.err


@pytest.mark.parametrize(("more", "traceback"), [((), False), (("-v",), True)])
def test_4_a_fault_of_kamc(here: Place, more: tuple[str, ...], traceback: bool) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("seven")

    here.monkeypatch.setattr(verb, "check", fail)
    done = here.call("check", *more)
    assert (done.status, done.out) == (4, "")
    assert done.err.startswith("kamc: a fault of kamc itself, not of your plans: RuntimeError: seven\n")
    assert ("Traceback" in done.err) is traceback
    assert ("run it again with -v" in done.err) is not traceback


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell's background jobs ignore the signal, and so would all that they start."""
    held = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, held)


@pytest.mark.usefixtures("interruptible")
def test_130_interrupted(here: Place) -> None:
    with subprocess.Popen(
        here.command("check", "-"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        process.stdin.write(b"kamc: 1\n")
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):  # it waits for the rest
            process.wait(1.0)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr
        assert b"Traceback" not in process.stderr.read()


# --- What fails, and what is shown --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("broken", "fail_on", "status"),
    [
        ((PLAN, *DANGLING), "error", 1),
        ((PLAN, *DANGLING), "warning", 1),
        ((PLAN, *DANGLING), "info", 1),
        ((PLAN, *DANGLING), "off", 0),
        ((DRAFT, *NO_DECIDER), "error", 0),
        ((DRAFT, *NO_DECIDER), "warning", 0),
        ((DRAFT, *NO_DECIDER), "info", 1),
        ((DRAFT, *NO_DECIDER), "off", 0),
    ],
)
@pytest.mark.parametrize("show", ["error", "warning", "info"])
def test_fail_on_and_show_know_nothing_of_each_other(
    here: Place, broken: tuple[str, str, str], fail_on: str, show: str, status: int
) -> None:
    here.edit(*broken)
    done = here.call("check", "--fail-on", fail_on, "--show", show, "--format", "json")
    assert done.status == status
    is_error = broken[0] == PLAN
    assert len(done.data["findings"]) == int(is_error or show == "info")
    assert done.data["summary"] == {
        "plans": 3,
        "error": int(is_error),
        "warning": 0,
        "info": int(not is_error),
        "set_aside": 0,
    }


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "info"), ("in-review", "warning"), ("approved", "error")]
)
def test_a_gap_weighs_what_the_status_of_the_plan_makes_it(here: Place, status: str, severity: str) -> None:
    here.edit(PLAN, *NO_DECIDER)
    here.edit(PLAN, "status: approved", f"status: {status}")
    (found,) = here.call("check", PLAN, "--format", "json").data["findings"]
    assert (found["code"], found["kind"], found["severity"]) == ("KAM302", "gap", severity)


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), ["KAM302", "KAM027"]),
        (("--select", "KAM302"), ["KAM302"]),
        (("--select", "no-decider"), ["KAM302"]),
        (("--select", "KAM0"), ["KAM027"]),
        (("--select", "KAM0,no-decider"), ["KAM302", "KAM027"]),
        (("--select", "KAM0", "--select", "KAM3"), ["KAM302", "KAM027"]),
        (("--ignore", "KAM3"), ["KAM027"]),
        (("--select", "KAM3", "--ignore", "KAM302"), []),
    ],
)
def test_select_and_ignore(here: Place, options: tuple[str, ...], codes: list[str]) -> None:
    here.edit(PLAN, *DANGLING)
    here.edit(PLAN, *NO_DECIDER)
    done = here.call("check", *options, "--format", "json")
    assert [one["code"] for one in done.data["findings"]] == codes
    assert done.status == int(bool(codes))


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("name", "near"),
    [("no-decidr", "no-decider"), ("KAM3o2", "KAM302"), ("kam302", "KAM302"), ("KAM9", None), ("", None)],
)
def test_a_rule_that_does_not_exist(here: Place, option: str, name: str, near: str | None) -> None:
    done = here.call("check", option, name)
    assert (done.status, done.out) == (2, "")
    assert f"{option} names a rule that does not exist: {name}" in done.err
    assert near is None or f"did you mean {near}?" in done.err


# --- How it is printed --------------------------------------------------------------------------------------


def test_concise(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    done = here.call("check", "--format", "concise")
    line = f"{PLAN}:33:72: error[KAM027] dangling-link: there is no "
    assert done.out.startswith(line)
    assert done.out.count("\n") == 1


def test_quiet_prints_the_findings_alone(here: Place) -> None:
    assert here.call("check", "-q") == (0, "", "")
    here.edit(PLAN, *DANGLING)
    assert "checked" not in here.call("check", "-q").out


@pytest.mark.parametrize(
    ("option", "environment", "coloured"),
    [
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
        ("auto", {}, False),
        ("auto", {"NO_COLOR": "1"}, False),
    ],
)
def test_colour(here: Place, option: str, environment: dict[str, str], coloured: bool) -> None:
    here.edit(PLAN, *DANGLING)
    for name, value in environment.items():
        here.monkeypatch.setenv(name, value)
    assert ("\x1b[" in here.call("check", "--color", option).out) is coloured


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color_on_a_terminal(here: Place, no_color: str, coloured: bool) -> None:
    here.monkeypatch.setenv("NO_COLOR", no_color)
    here.monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    here.monkeypatch.setattr("sys.stdout.fileno", lambda: 1)
    here.monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((80, 24)))
    assert style("auto") == Style(width=80, color=coloured)


def test_output_is_utf_8_and_lf_wherever_it_runs(here: Place) -> None:
    here.edit(PLAN, "Second of three carriers; first where goods must stay cold.", "TBD für 漢字")
    done = here.run("check", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.status == 1
    assert "TBD für 漢字" in done.out
    assert "\r" not in done.out


def test_a_closed_pipe_ends_quietly(here: Place) -> None:
    here.edit(PLAN, "kamc: 1\n", "kamc: 1\n" + "".join(f"surplus-{i}: 1\n" for i in range(2000)))
    with subprocess.Popen(here.command("check"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"error[KAM012]")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(10) == 1


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_output_files_hold_what_would_be_printed(here: Place, form: str) -> None:
    here.edit(PLAN, *DANGLING)
    printed = here.call("check", "--format", form)
    done = here.call("check", "-q", "--output-file", f"{form}=out/report", "--output-file", "concise=lines")
    written = (here.root / "out/report").read_bytes().decode()
    assert written == (printed.out if form != "text" else printed.out.rpartition("3 plans")[0])
    assert (here.root / "lines").read_text().count("\n") == 1
    assert done.status == 1


def test_annotations_on_lines_that_a_branch_changed_come_first(here: Place) -> None:
    here.edit(DRAFT, *DANGLING)
    here.commit()
    here.edit(PLAN, *DANGLING)
    files = [f"file={DRAFT},", f"file={PLAN},"]
    done = here.call("check", "--format", "github")
    assert [next(one for one in files if one in line) for line in done.out.splitlines()[:2]] == files
    done = here.call("check", "--format", "github", "--where", "!changed:HEAD~0,account:*")
    assert files[0] in done.out
    here.edit(DRAFT, "kamc: 1\n", "kamc: 1\n# seen\n")
    done = here.call("check", "--format", "github", "--where", "changed:HEAD")
    assert [next(one for one in files if one in line) for line in done.out.splitlines()[:2]] == files[::-1]


def test_an_output_file_is_whole_or_as_it_was(here: Place) -> None:
    here.write("report", "as it was")
    here.monkeypatch.setattr("os.fdopen", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    done = here.call("check", "--output-file", "json=report")
    assert (done.status, done.err) == (2, "kamc: report cannot be written: no space left\n")
    assert (here.root / "report").read_text() == "as it was"
    assert not list(here.root.glob(".report*"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jsn=x", "did you mean json?"),
        ("json", "FORMAT=PATH"),
        ("json=", "FORMAT=PATH"),
        ("json=plans", "plans cannot be written: is a directory"),
        ("json=kamc.yaml/x", "kamc.yaml/x cannot be written: "),
    ],
)
def test_an_output_file_that_cannot_be(here: Place, text: str, said: str) -> None:
    done = here.call("check", "--output-file", text)
    assert done.status == 2
    assert said in done.err


def test_check_never_writes(here: Place) -> None:
    here.edit(PLAN, *UNREADABLE)
    here.edit(BEFORE, *DANGLING)
    before = here.hashes()
    here.run("check")
    here.run("check", "--format", "json", ACCOUNT)
    assert here.hashes() == before


# --- The day ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "23.11.2026", ""])
def test_a_day_that_is_none(here: Place, text: str) -> None:
    done = here.call("check", "--as-of", text)
    assert done.status == 2
    assert f"--as-of takes a day such as 2026-11-23, today or commit, not {text!r}" in done.err


def test_the_day_of_the_last_commit(here: Place) -> None:
    here.commit("2026-10-02T23:30:00+00:00")
    assert here.call("check", "--as-of", "commit", "--format", "json").data["as_of"] == "2026-10-02"


def test_the_environment_gives_the_day_and_the_option_goes_before_it(here: Place) -> None:
    assert here.run("check", "--format", "json", KAMC_AS_OF="2026-11-01").data["as_of"] == "2026-11-01"
    assert here.call("check", "--as-of", "2026-12-01", "--format", "json").data["as_of"] == "2026-12-01"


def test_today_is_the_default(here: Place) -> None:
    here.monkeypatch.delenv("KAMC_AS_OF")
    as_of = here.call("check", "--format", "json").data["as_of"]
    assert as_of == here.call("check", "--as-of", "today", "--format", "json").data["as_of"] > "2026-01-01"


# --- What is checked ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "folder", "plans"),
    [
        ((), ".", 3),
        ((), "plans/alster-hotel", 3),
        ((ACCOUNT,), ".", 2),
        ((ACCOUNT, "alster-hotel"), ".", 3),
        ((PLAN,), ".", 1),
        ((f"./{PLAN}",), ".", 1),
        (("2026-Q4.yaml",), f"plans/{ACCOUNT}", 1),
        (("../alster-hotel",), f"plans/{ACCOUNT}", 1),
        (("plans/*/2026-Q4.yaml",), ".", 2),
        (("plans/**/*.yaml",), ".", 3),
        (("plans",), ".", 3),
        ((".",), ".", 3),
        ((PLAN, ACCOUNT, "plans"), ".", 3),
        ((CATALOGUE,), ".", 0),
        ((PEOPLE,), ".", 0),
        ((SETTINGS,), ".", 0),
    ],
)
def test_plans_by_path_glob_account_and_folder(
    here: Place, words: tuple[str, ...], folder: str, plans: int
) -> None:
    here.monkeypatch.chdir(here.root / folder)
    done = here.call("check", *words, "--format", "json")
    assert (done.status, done.data["summary"]["plans"]) == (0, plans)


def test_paths_are_told_from_the_workspace_wherever_it_runs(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    here.monkeypatch.chdir(here.root / "plans" / ACCOUNT)
    (found,) = here.call("check", "2026-Q4.yaml", "--format", "json").data["findings"]
    assert found["path"] == PLAN
    here.monkeypatch.chdir(here.root.parent)
    done = here.call("check", "--workspace", "house", "--format", "json")
    assert [one["path"] for one in done.data["findings"]] == [PLAN]


def test_a_plan_outside_the_workspace_is_read_from_where_it_lies(here: Place) -> None:
    other = here.root.parent / "mail" / "2026-Q4.yaml"
    other.parent.mkdir()
    other.write_text((here.root / PLAN).read_text().replace(*DANGLING))
    (found,) = here.call("check", str(other), "--format", "json").data["findings"]
    assert (found["path"], found["line"]) == ("../mail/2026-Q4.yaml", 33)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("hafen-spediton",), "did you mean hafen-spedition?"),
        (("plans/hafen-spedition/2026-Q5.yaml",), "did you mean plans/hafen-spedition/2026-Q3.yaml?"),
        (("nobody",), "'nobody' is no file, folder or account here"),
        (("x/*.yaml",), "'x/*.yaml' is no file, folder or account here"),
        (("empty",), "there are no plans in empty"),
        (("--workspace", "elsewhere"), "there is no folder elsewhere"),
    ],
)
def test_nothing_chosen_is_wrong_usage(here: Place, words: tuple[str, ...], said: str) -> None:
    (here.root / "empty").mkdir()
    done = here.call("check", *words)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_standard_input_is_the_file_that_it_is_said_to_be(here: Place) -> None:
    text = (here.root / PLAN).read_text().replace(*DANGLING)
    done = here.call("check", "-", "--stdin-filename", PLAN, "--format", "json", stdin=text)
    (found,) = done.data["findings"]
    assert (done.status, found["path"], found["account"], found["period"]) == (1, PLAN, ACCOUNT, "2026-Q4")
    both = here.call("check", "-", PLAN, "--stdin-filename", PLAN, "--format", "json", stdin=text)
    assert (both.data["summary"]["plans"], both.data["findings"]) == (1, [found])


@pytest.mark.parametrize("folder", [".", f"plans/{ACCOUNT}"])
def test_standard_input_without_a_name_lies_nowhere(here: Place, folder: str) -> None:
    text = (here.root / PLAN).read_text()
    here.monkeypatch.chdir(here.root / folder)
    assert here.call("check", "-", stdin=text) == (0, "1 plan checked: nothing found.\n", "")
    assert here.call("check", "-", stdin="account: [").status == 3


@pytest.mark.parametrize(
    ("conditions", "plans"),
    [
        (f"account:{ACCOUNT}", 2),
        ("account:hafen-*", 2),
        ("account:*", 3),
        ("owner:mara-lind", 2),
        ("!owner:mara-lind", 1),
        ("owner:mara-lind+tor-vik", 3),
        ("period:2026-Q4", 2),
        ("period:latest", 2),
        ("!period:latest", 1),
        ("period:2026-Q3..2026-Q4", 3),
        ("period:..2026-Q3", 1),
        ("period:2026-Q4..", 2),
        ("status:draft", 1),
        ("bucket:key+maintenance", 3),
        ("bucket:key,period:latest", 1),
        ("profile:short", 3),
    ],
)
def test_where(here: Place, conditions: str, plans: int) -> None:
    done = here.call("check", "--where", conditions, "--format", "json")
    assert (done.status, done.data["summary"]["plans"]) == (0, plans)


def test_where_conditions_add_up_and_narrow_what_is_named(here: Place) -> None:
    both = here.call("check", "--where", "status:approved", "--where", "period:2026-Q3", "--format", "json")
    assert both.data["summary"]["plans"] == 1
    named = here.call("check", ACCOUNT, "--where", "period:latest", "--format", "json")
    assert named.data["summary"]["plans"] == 1


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("ownr:mara-lind", "--where does not know the key 'ownr'; did you mean owner?"),
        ("rank:1", "the keys are account, owner, period, status, bucket, profile or changed"),
        ("owner", "--where takes key:value, not 'owner'"),
        ("owner:", "--where takes key:value, not 'owner:'"),
        ("", "--where takes key:value, not ''"),
        ("owner:mara-lnd", "no plan has the owner 'mara-lnd'; did you mean mara-lind?"),
        ("!owner:mara-lnd", "did you mean mara-lind?"),
        ("owner:mara-lind+nobody", "no plan has the owner 'nobody'"),
        ("account:hafen", "no plan has the account 'hafen'"),
        ("!status:drat", "no plan has the status 'drat'; did you mean draft?"),
        ("profile:huge", "the words are short, standard or extended"),
        ("!period:2026Q4", "--where takes a period such as 2026-Q4"),
        ("status:in-review", "no plan fits --where status:in-review"),
        ("period:2031-Q1", "no plan fits --where period:2031-Q1"),
    ],
)
def test_a_choice_that_finds_nothing_or_cannot(here: Place, condition: str, said: str) -> None:
    done = here.call("check", "--where", condition)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_plan_that_cannot_be_read_is_not_lost_in_a_choice(here: Place) -> None:
    here.edit(PLAN, *UNREADABLE)
    assert here.call("check", "--where", "owner:mara-lind").status == 3
    assert here.call("check", "--where", "owner:mara-lind,period:2026-Q3").status == 0


def test_changed(here: Place) -> None:
    here.commit()
    nothing = here.call("check", "--where", "changed:HEAD")
    assert nothing == (0, "", "kamc: nothing has changed there: nothing to check\n")
    here.edit(PLAN, *DANGLING)
    here.write("plans/neue-werft/2026-Q4.yaml", here.root.joinpath(BEFORE).read_text())
    done = here.call("check", "--where", "changed:HEAD", "--format", "json")
    assert done.status == 1
    assert {one["path"] for one in done.data["findings"]} == {PLAN, "plans/neue-werft/2026-Q4.yaml"}
    assert here.call("check", "--where", "!changed:HEAD").out == "2 plans checked: nothing found.\n"
    assert here.call("check", "--where", f"changed:HEAD,account:{ACCOUNT}").status == 1
    assert here.call("check", "--where", "changed:HEAD,account:alster-hotel").status == 2


def test_everything_changed(here: Place) -> None:
    here.commit()
    for path in (PLAN, BEFORE, DRAFT):
        here.edit(path, "kamc: 1\n", "kamc: 1\n# a remark\n")
    done = here.call("check", "--where", "!changed:HEAD")
    assert (done.status, done.err) == (2, "kamc: no plan fits --where !changed:HEAD\n")


def test_changed_in_a_workspace_below_the_top_of_the_repository(here: Place) -> None:
    inner = here.root / "plans"
    here.write("plans/kamc.yaml", "kamc: 1\n")
    here.write("plans/plans/hafen-spedition/2026-Q4.yaml", (here.root / PLAN).read_text())
    here.commit()
    here.monkeypatch.chdir(inner)
    here.write("plans/plans/hafen-spedition/2026-Q4.yaml", (here.root / PLAN).read_text() + "# a remark\n")
    done = here.call("check", "--where", "changed:HEAD", "--select", "KAM1", "--format", "json")
    assert done.data["summary"]["plans"] == 1


def test_a_revision_that_git_does_not_know(here: Place) -> None:
    here.commit()
    done = here.call("check", "--where", "changed:mian")
    assert (done.status, done.out, done.err) == (3, "", "kamc: git does not know the revision 'mian'\n")
    assert here.call("check", "--where", "changed:--output=x").status == 3


def test_a_shallow_clone_says_how_to_deepen_it(here: Place) -> None:
    here.commit()
    here.commit("2026-11-21T12:00:00+00:00")
    here.git("clone", "--quiet", "--depth", "1", f"file://{here.root}", "../shallow")
    with pytest.raises(git.GitError, match=r"shallow clone; `git fetch --unshallow`"):
        git.changed(here.root.parent / "shallow", "HEAD~1")


# --- Shared files and settings ------------------------------------------------------------------------------


def test_without_a_workspace_shared_references_are_not_judged(here: Place) -> None:
    (here.root / SETTINGS).unlink()
    (here.root / PEOPLE).unlink()
    here.edit(PLAN, "using: night-line", "using: no-such-line")
    done = here.run("check", PLAN)
    assert (done.status, done.out) == (0, "1 plan checked: nothing found.\n")
    assert done.err == "kamc: no kamc.yaml here: references to offerings and people were not judged\n"


def test_an_empty_folder(nowhere: Place) -> None:
    done = nowhere.call("check")
    assert (done.status, done.out) == (2, "")
    assert "there is no kamc.yaml here or above" in done.err


@pytest.mark.parametrize(
    ("shared", "lost", "in_list"),
    [(CATALOGUE, "night-line", "offerings"), (PEOPLE, "tor-vik", "people")],
)
def test_a_shared_file_alone_names_the_plans_that_lost_an_id(
    here: Place, shared: str, lost: str, in_list: str
) -> None:
    lines = (here.root / shared).read_text().splitlines(keepends=True)
    here.write(shared, "".join(line for line in lines if lost not in line))
    done = here.call("check", shared, "--format", "json")
    (found,) = done.data["findings"]
    assert (done.status, found["code"], found["path"], found["pointer"]) == (
        1,
        "KAM030",
        shared,
        f"/{in_list}",
    )
    assert found["message"] == f'"{lost}" is gone, but 3 plans refer to it: {DRAFT}, {BEFORE}, {PLAN}'


def test_plans_that_are_checked_say_themselves_what_they_lost(here: Place) -> None:
    here.edit(PEOPLE, "tor-vik:", "tor-vick:")
    done = here.call("check", "--format", "json")
    assert {one["code"] for one in done.data["findings"]} == {"KAM027"}


def test_an_unreadable_shared_file_stops_only_what_depends_on_it(here: Place) -> None:
    here.edit(CATALOGUE, "offerings:", "offerings: [")
    here.edit(PLAN, *DANGLING)
    here.edit(PLAN, "using: night-line", "using: no-such-line")
    here.edit(PLAN, "  selling_center:\n    tor-vik:", "  selling_center:\n    tor-vick:")
    done = here.call("check", PLAN, "--format", "json")
    assert (done.status, done.data["unread"]) == (3, [CATALOGUE])
    assert done.err == f"kamc: {CATALOGUE} is not there or not readable: references into it were not judged\n"
    messages = [one["message"] for one in done.data["findings"] if one["path"] == PLAN]
    assert len(messages) == 2
    assert "tor-vick" in messages[0]
    assert "night-cuts" in messages[1]


def test_a_shared_list_that_is_wrong_as_a_whole_has_lost_nothing(here: Place) -> None:
    here.write(CATALOGUE, "kamc: 1\nofferings: the usual\n")
    done = here.call("check", "--format", "json")
    assert {one["code"] for one in done.data["findings"]} == {"KAM021"}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("kamc: 1\nsuplier: Us\n", ["kamc.yaml:2:1", 'did you mean "supplier"?']),
        ("kamk: 1\n", ["kamc.yaml:1:1", '"kamk" is not a field of']),
        ("", ["kamc.yaml:1:1"]),
        ("kamc: 1\nrules: {csf-count: fatal}\n", ["kamc.yaml:2:20", '"fatal" is not one of the words']),
        ("kamc: 1\nfiscal_year_start: 13\n", ["kamc.yaml:2:20"]),
        ("kamc: 1\nrules: {csf-cuont: off}\n", ["csf-cuont", "did you mean csf-count?"]),
        ("kamc: 1\nrules: {kam101: off}\n", ["kam101", "did you mean KAM101?"]),
        ("kamc: 1\nrequires: '>=99'\n", ["asks for kamc >=99; this is kamc "]),
        ("kamc: 1\nrequires: '>=99'\nnew_in_99: yes\n", ["asks for kamc >=99; this is kamc "]),
        ("kamc: 1\nrequires: soon\n", ["kamc.yaml:2:11"]),
        ("kamc: 1\nrates: {to_base: {USD: 0.92}}\n", ["kamc.yaml:2:1", "do not say their `as_of`"]),
    ],
)
def test_wrong_settings(here: Place, settings: str, said: list[str]) -> None:
    here.write(SETTINGS, settings)
    done = here.call("check")
    assert (done.status, done.out) == (2, "")
    for one in said:
        assert one in done.err


def test_severities_by_rule_and_by_plan(here: Place) -> None:
    for path in (PLAN, BEFORE):
        here.edit(path, *NO_DECIDER)
    here.write(
        SETTINGS,
        "kamc: 1\nrules: {no-decider: info}\noverrides:\n"
        "- {plans: plans/*/2026-Q4.yaml, rules: {KAM302: warning}}\n",
    )
    done = here.call("check", "--format", "json")
    assert {one["path"]: one["severity"] for one in done.data["findings"]} == {
        BEFORE: "info",
        PLAN: "warning",
    }
    here.write(SETTINGS, "kamc: 1\nrules: {no-decider: off}\n")
    assert here.call("check").out == "3 plans checked: nothing found.\n"


OWN = """\
kamc: 1
own_rules:
  deal-record:
    {code: ACME001, each: objective, must: {records: given}, message: "No record", severity: by-status}
"""


@pytest.mark.parametrize(
    ("more", "options", "severities"),
    [
        ("", (), {DRAFT: "info", BEFORE: "error", PLAN: "error"}),
        ("rules: {deal-record: info}\n", (), {DRAFT: "info", BEFORE: "info", PLAN: "info"}),
        ("rules: {ACME001: off}\n", (), {}),
        (
            "overrides: [{plans: plans/*/2026-Q4.yaml, rules: {ACME001: warning}}]\n",
            (),
            {DRAFT: "warning", BEFORE: "error", PLAN: "warning"},
        ),
        ("", ("--ignore", "deal-record"), {}),
        ("", ("--ignore", "ACME"), {}),
        ("", ("--select", "ACME001"), {DRAFT: "info", BEFORE: "error", PLAN: "error"}),
        ("", ("--select", "KAM"), {}),
    ],
)
def test_a_rule_of_the_house_is_chosen_and_set_like_all_others(
    here: Place, more: str, options: tuple[str, ...], severities: dict[str, str]
) -> None:
    here.write(SETTINGS, OWN + more)
    found = here.call("check", *options, "--format", "json").data["findings"]
    assert {one["path"]: one["severity"] for one in found} == severities


@pytest.mark.parametrize("name", ["deal-record", "ACME001"])
def test_a_plan_can_accept_what_a_rule_of_the_house_finds(here: Place, name: str) -> None:
    here.write(SETTINGS, OWN)
    here.edit(PLAN, "account_plan:\n", f"account_plan:\n  accepted: {{{name}: {{why: Next week}}}}\n")
    done = here.call("check", PLAN, "--format", "json")
    assert done.status == 0
    assert [one["accepted"]["why"] for one in done.data["findings"]] == ["Next week", "Next week"]
    here.write(SETTINGS, "kamc: 1\n")
    done = here.call("check", PLAN, "--format", "json")
    assert [one["code"] for one in done.data["findings"]] == ["KAM033"]


def test_the_first_key_misspelled_does_not_pass(here: Place) -> None:
    here.edit(PLAN, "kamc: 1", "kamk: 1")
    done = here.call("check")
    assert done.status == 1
    assert 'did you mean "kamc"?' in done.out


# --- JSON ---------------------------------------------------------------------------------------------------

PLACE = {key: {"type": "integer", "minimum": 1} for key in ("line", "column", "end_line", "end_column")}
TEXT = {"type": "string", "minLength": 1}
HEX = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
FILE = {"type": "string", "pattern": r"^[^/\\][^\\]*$"}


def closed(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    required = [key for key in properties if key not in optional]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


EDIT = closed({**PLACE, "text": {"type": "string"}})
FIXES = ("edits", "rename")
FINDING = closed(
    {
        "code": {"enum": [rule.code for rule in registry.RULES]},
        "slug": {"enum": [rule.slug for rule in registry.RULES]},
        "kind": {"enum": ["structure", "gap", "judgement", "clock"]},
        "severity": {"enum": ["error", "warning", "info"]},
        "message": TEXT,
        "help": TEXT,
        "path": FILE,
        **PLACE,
        "pointer": {"type": "string", "pattern": "^(/[^/]*)*$"},
        "account": TEXT,
        "period": {"type": "string", "pattern": "^[0-9]{4}-Q[1-4]$"},
        "related": {
            "type": "array",
            "minItems": 1,
            "items": closed({"path": FILE, **PLACE, "message": TEXT}),
        },
        "fingerprint": HEX,
        "lineage": HEX,
        "accepted": closed(
            {"why": TEXT, "by": TEXT, "until": {"type": "string", "format": "date"}}, "by", "until"
        ),
        "fix": closed({"message": TEXT, "edits": {"type": "array", "items": EDIT}, "rename": FILE}, *FIXES),
    },
    *("help", "pointer", "account", "period", "related", "accepted", "fix"),
)
COUNT = {"type": "integer", "minimum": 0}
REPORT = closed(
    {
        "version": {"const": 1},
        "kamc": TEXT,
        "as_of": {"type": "string", "format": "date"},
        "summary": closed(dict.fromkeys(("plans", "error", "warning", "info", "set_aside"), COUNT)),
        "unread": {"type": "array", "items": FILE},
        "findings": {"type": "array", "items": FINDING},
    }
)
"""What /design/cli.md promises, as a schema."""


def test_json_is_as_promised(here: Place) -> None:
    here.edit(PLAN, "selection: {", "selection: {accepted: {no-decider: {why: x}}, ")
    here.edit(
        PLAN,
        "  buying_center:",
        "  accepted: {no-decider: {why: In January, by: tor-vik, until: 2027-01}}\n  buying_center:",
    )
    here.edit(PLAN, *NO_DECIDER)
    here.edit(PLAN, "cold-chain: {what", "night-sales: {what")
    here.edit(BEFORE, *UNREADABLE)
    done = here.call("check", "--format", "json")
    jsonschema.Draft202012Validator.check_schema(REPORT)
    jsonschema.Draft202012Validator(REPORT).validate(done.data)
    found = {one["code"]: one for one in done.data["findings"]}
    assert found["KAM302"]["accepted"] == {"why": "In January", "by": "tor-vik", "until": "2027-01-31"}
    assert "related" in found["KAM026"]
    assert done.data["summary"]["plans"] == 3
    assert "null" not in done.out


def test_worked_plans_give_the_promised_json(nowhere: Place) -> None:
    root = pathlib.Path(__file__).parents[2]
    done = nowhere.call("check", "--workspace", str(root), "--format", "json")
    jsonschema.Draft202012Validator(REPORT).validate(json.loads(done.out))


def test_settings_that_call_more_green_than_amber(here: Place) -> None:
    here.write(SETTINGS, "kamc: 1\nhealth: {green: 60, amber: 65}\n")
    done = here.call("check")
    assert (done.status, done.out) == (2, "")
    assert "health.amber must not be above health.green (amber from 65, green from 60)" in done.err
