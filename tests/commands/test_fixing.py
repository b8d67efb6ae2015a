"""`kamc check --fix` and `--diff` in a real folder: what is written, shown and said, and never lost."""

import json
import stat
import subprocess
from typing import Any

import pytest

from kamc.engine.check import Checked, check
from tests.workspaces import ACCOUNT, BEFORE, DRAFT, FILES, PEOPLE, PLAN, SETTINGS, Place

SLIP = ("status: approved", "statsu: aproved")
TWO_SLIPS = ("status: approved\nprofile: short", "statsu: aproved\nprofle: short")
DANGLING = ("answers: night-cut", "answers: night-cuts")
MOVED = f"plans/{ACCOUNT}/2026-q4.yaml"


def rename(here: Place, old: str, new: str) -> None:
    (here.root / new).parent.mkdir(parents=True, exist_ok=True)
    (here.root / old).rename(here.root / new)


def names(here: Place) -> list[str]:
    return sorted(here.hashes())


# --- Writing ------------------------------------------------------------------------------------------------


def test_what_can_be_mended_is_written_and_the_rest_is_told(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    here.edit(DRAFT, *DANGLING)
    done = here.run("check", "--fix")
    assert done.status == 1
    assert done.err == "kamc: 2 fixed in 1 file\n"
    assert done.out.startswith("error[KAM027] dangling-link: ")
    assert done.out.endswith("\n3 plans checked: 1 error in 1 file.\n")
    assert (here.root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]


def test_a_second_run_changes_nothing(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    assert here.call("check", "--fix").status == 0
    once = here.hashes()
    done = here.call("check", "--fix")
    assert (done.status, done.out) == (0, "3 plans checked: nothing found.\n")
    assert done.err == "kamc: nothing to fix\n"
    assert here.hashes() == once


def test_only_the_files_that_need_it_are_written(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    before = {path: (here.root / path).stat() for path in FILES}
    here.call("check", "--fix")
    touched = [path for path, was in before.items() if (here.root / path).stat().st_ino != was.st_ino]
    assert touched == [PLAN]


def test_without_fix_nothing_is_written(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    before = here.hashes()
    assert "kamc check --fix would write" in here.call("check").out
    assert here.call("check", "--diff").status == 1
    assert here.hashes() == before


def test_only_what_was_chosen_is_mended(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    here.edit(BEFORE, *SLIP)
    here.edit(DRAFT, "status: draft", "statsu: draft")
    here.call("check", BEFORE, "--fix")
    assert "statsu" in (here.root / PLAN).read_text(encoding="utf-8")
    assert "statsu" not in (here.root / BEFORE).read_text(encoding="utf-8")
    here.call("check", "--fix", "--ignore", "unknown-key")
    assert "statsu" in (here.root / PLAN).read_text(encoding="utf-8")
    here.write(SETTINGS, f"{FILES[SETTINGS]}rules: {{unknown-key: off}}\n")
    here.call("check", "--fix")
    assert "statsu" in (here.root / PLAN).read_text(encoding="utf-8")


def test_a_shared_file_is_mended_and_what_hung_on_it_is_judged_anew(here: Place) -> None:
    here.edit(PEOPLE, "people:", "poeple:")
    here.edit(PLAN, "kamc: 1\n", "kamc: 1\naccepted: {dangling-link: {why: Soon, by: tor-vik}}\n")
    done = here.call("check", "--fix")
    assert (done.status, done.out) == (0, "3 plans checked: nothing found.\n")
    assert (here.root / PEOPLE).read_text(encoding="utf-8") == FILES[PEOPLE]
    assert (here.root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_every_other_byte_stays(here: Place, mark: bytes, end: str, last: str) -> None:
    odd = (
        FILES[PLAN]
        .replace("name: Hafen", "# Ümlaut\t\nname:   'Hafen")
        .replace("-Spedition\n", "-Spedition'  \n")
    )
    right = mark + (odd.rstrip("\n") + last).replace("\n", end).encode()
    (here.root / PLAN).write_bytes(right.replace(b"status: approved", b"statsu: approved"))
    assert here.call("check", "--fix").status == 0
    assert (here.root / PLAN).read_bytes() == right


def test_a_file_keeps_its_mode_and_a_link_stays_one(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    elsewhere = here.root / "elsewhere.yaml"
    rename(here, PLAN, "elsewhere.yaml")
    elsewhere.chmod(0o640)
    (here.root / PLAN).symlink_to(elsewhere)
    assert here.call("check", "--fix").status == 0
    assert (here.root / PLAN).is_symlink()
    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o640
    assert elsewhere.read_text(encoding="utf-8") == FILES[PLAN]


def test_a_write_that_fails_leaves_the_old_file(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    before = here.hashes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    here.monkeypatch.setattr("pathlib.Path.replace", fail)
    done = here.call("check", "--fix")
    assert (done.status, done.out) == (2, "")
    assert f"{PLAN} cannot be written: no space left on device" in done.err
    assert here.hashes() == before


def test_a_file_that_may_not_be_written_is_not_replaced(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    before = here.hashes()
    here.monkeypatch.setattr("os.access", lambda *_: False)
    done = here.call("check", "--fix")
    assert (done.status, done.out) == (2, "")
    assert f"{PLAN} cannot be written: permission denied" in done.err
    assert here.hashes() == before


def test_a_file_that_has_changed_meanwhile_is_left_alone(here: Place) -> None:
    here.edit(PLAN, *SLIP)

    def slow(*arguments: Any) -> Checked:
        here.write(PLAN, "kamc: 1\n# somebody else was quicker\n")
        return check(*arguments)

    here.monkeypatch.setattr("kamc.engine.mend.check", slow)
    done = here.call("check", "--fix")
    assert f"{PLAN} has changed since it was read: it is left alone" in done.err
    assert "somebody else" in (here.root / PLAN).read_text(encoding="utf-8")


def test_what_cannot_be_read_is_left_alone(here: Place) -> None:
    here.edit(PLAN, "account: hafen", "statsu: [hafen")
    (here.root / BEFORE).write_bytes(b"statsu: \xff\n")
    before = here.hashes()
    assert here.call("check", "--fix").status == 3
    assert here.hashes() == before


def test_v_tells_what_was_fixed_and_q_nothing(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    before = (here.root / PLAN).read_text(encoding="utf-8")
    assert here.call("check", "--fix", "-v").err == (
        f'kamc: {PLAN}:5: unknown-key: write "status"\n'
        f'kamc: {PLAN}:5: wrong-value: write "approved"\n'
        "kamc: 2 fixed in 1 file\n"
    )
    here.write(PLAN, before)
    assert here.call("check", "--fix", "-q") == (0, "", "")


# --- File names ---------------------------------------------------------------------------------------------

PLACES = [
    MOVED,
    f"plans/{ACCOUNT}/2026Q4.yaml",
    f"plans/{ACCOUNT}/Q4-26.yml",
    f"plans/{ACCOUNT}/plan.yaml",
    f"plans/{ACCOUNT}.yaml",
    "plans/Hafen Spedition/2026-Q4.yaml",
    "plans/Hafen Spedition/2026_4.yaml",
]


@pytest.mark.parametrize("place", PLACES)
def test_a_file_moves_to_where_its_header_says(here: Place, place: str) -> None:
    rename(here, PLAN, place)
    assert f"kamc check --fix would move the file to {PLAN}" in " ".join(here.call("check").out.split())
    done = here.call("check", "--fix")
    assert (done.status, done.err) == (0, "kamc: 1 fixed in 1 file\n")
    assert names(here) == sorted(FILES)
    assert here.hashes()[PLAN]
    assert not (here.root / "plans/Hafen Spedition").exists()


@pytest.mark.parametrize(
    "place",
    [
        f"plans/{ACCOUNT}/2027-Q1.yaml",  # a copy whose header was not changed
        f"plans/{ACCOUNT}/2027q1.yaml",
        f"plans/{ACCOUNT}/2026-Q4 (2).yaml",
        f"plans/{ACCOUNT}/2025-plan.yaml",
        "plans/alster-hotel/2026-Q3.yaml",  # another account: which of the two is wrong?
        "plans/alster-hotel/2026q4.yaml",
        f"plans/north/{ACCOUNT}/2026-Q4.yaml",  # folders of the house
    ],
)
def test_a_place_that_may_be_meant_is_left_alone(here: Place, place: str) -> None:
    rename(here, PLAN, place)
    before = here.hashes()
    done = here.call("check", "--fix")
    assert "KAM031" in done.out
    assert "fix:" not in done.out
    assert here.hashes() == before


def test_no_file_is_overwritten(here: Place) -> None:
    here.write(MOVED, FILES[PLAN])
    before = here.hashes()
    assert "fix:" not in here.call("check", "--fix").out
    assert here.hashes() == before


def test_a_file_with_the_other_suffix_is_in_the_way(here: Place) -> None:
    rename(here, PLAN, PLAN.replace(".yaml", ".yml"))
    here.write(MOVED, FILES[PLAN])
    before = here.hashes()
    here.call("check", "--fix")
    assert here.hashes() == before


def test_two_files_that_want_one_name_both_stay(here: Place) -> None:
    rename(here, PLAN, MOVED)
    here.write(f"plans/{ACCOUNT}/plan.yaml", FILES[PLAN])
    before = here.hashes()
    assert "fix:" not in here.call("check", "--fix").out
    assert here.hashes() == before


def test_a_file_is_mended_and_moved_in_one_run(here: Place) -> None:
    here.edit(PLAN, "period: 2026-Q4", "priod: 2026-Q4")
    rename(here, PLAN, MOVED)
    here.write(f"plans/{ACCOUNT}/notes.txt", "kept")
    done = here.call("check", MOVED, "--fix")
    assert (done.status, done.err) == (0, "kamc: 2 fixed in 1 file\n")
    assert done.out == "1 plan checked: nothing found.\n"
    assert (here.root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]
    assert not (here.root / MOVED).exists()


# --- The diff -----------------------------------------------------------------------------------------------


def test_the_diff_says_what_would_change(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    done = here.run("check", "--diff")
    assert done == (
        1,
        f"""\
diff --git a/{PLAN} b/{PLAN}
--- a/{PLAN}
+++ b/{PLAN}
@@ -2,7 +2,7 @@
 account: hafen-spedition
 name: Hafen-Spedition
 period: 2026-Q4
-statsu: aproved
+status: approved
 profile: short
 owner: mara-lind
 currency: EUR
""",
        "kamc: 2 would be fixed in 1 file\n",
    )
    assert here.run("check", "--fix", "--diff") == done
    assert here.run("check", "--fix", "--diff", folder="plans/alster-hotel") == done


def test_there_is_no_diff_where_nothing_can_be_fixed(here: Place) -> None:
    here.edit(PLAN, *DANGLING)
    assert here.call("check", "--diff") == (0, "", "kamc: nothing to fix\n")
    here.write(BEFORE, "kamc: [")
    assert here.call("check", "--diff", "-q") == (3, "", "")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_git_applies_the_diff_and_gets_what_fix_writes(here: Place, mark: str, end: str, last: str) -> None:
    letter = "every: quarter}"
    text = FILES[PLAN].replace(letter, letter.replace("every", "evry")).rstrip("\n") + last
    here.write(PLAN, mark + text.replace("\n", end).replace("kamc: 1", "kamc: 1\u2028 "))
    here.edit(BEFORE, *TWO_SLIPS)
    rename(here, DRAFT, DRAFT.replace("Q4", "q4"))
    here.commit()
    diff = here.root / "fix.diff"
    diff.write_bytes(here.run("check", "--diff").out.encode())
    here.git("-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "fix.diff")
    diff.unlink()
    applied = {path: hash_ for path, hash_ in here.hashes().items() if not path.startswith(".git")}
    here.git("reset", "--hard", "--quiet")
    here.git("clean", "--force", "--quiet", "-d")
    here.run("check", "--fix")
    assert {path: hash_ for path, hash_ in here.hashes().items() if not path.startswith(".git")} == applied
    assert DRAFT in applied


# --- Standard input -----------------------------------------------------------------------------------------


def test_standard_input_goes_mended_to_standard_output(here: Place) -> None:
    text = FILES[PLAN].replace(*SLIP).replace(*DANGLING)
    done = here.call("check", "-", "--stdin-filename", PLAN, "--fix", stdin=text)
    assert done.status == 1
    assert done.out == FILES[PLAN].replace(*DANGLING)
    assert done.err.startswith("kamc: 2 fixed in 1 file\nerror[KAM027] dangling-link")


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfkamc: 1\r\nname: x", b"\xff\xfe\x00", b"", b"kamc: [\n"])
def test_standard_input_that_cannot_be_mended_comes_out_as_it_went_in(here: Place, content: bytes) -> None:
    done = subprocess.run(
        here.command("check", "-", "--fix"), input=content, capture_output=True, check=False
    )
    assert done.stdout == content
    assert done.stderr


def test_bytes_on_standard_input_stay(here: Place) -> None:
    right = b"\xef\xbb\xbf" + FILES[PLAN].replace("\n", "\r\n").encode()
    wrong = right.replace(b"status: approved", b"statsu: approved")
    done = subprocess.run(
        here.command("check", "-", "--stdin-filename", MOVED, "--fix"),
        input=wrong,
        capture_output=True,
        check=False,
    )
    assert done.stdout == right
    assert not (here.root / MOVED).exists()


def test_the_diff_of_standard_input(here: Place) -> None:
    done = here.call("check", "-", "--stdin-filename", MOVED, "--diff", stdin=FILES[PLAN].replace(*SLIP))
    assert done.status == 1
    assert done.out.startswith(f"diff --git a/{MOVED} b/{MOVED}\n--- a/{MOVED}\n+++ b/{MOVED}\n")


def test_standard_input_is_mended_alone(here: Place) -> None:
    done = here.call("check", "-", PLAN, "--fix", stdin="")
    assert (done.status, done.out) == (2, "")
    assert "--fix takes standard input (-) alone" in done.err


# --- What reports say ---------------------------------------------------------------------------------------


def test_json_holds_the_fix(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    rename(here, DRAFT, DRAFT.replace("Q4", "q4"))
    moved, slip = (one["fix"] for one in json.loads(here.call("check", "--format", "json").out)["findings"])
    assert moved == {"message": f"move the file to {DRAFT}", "rename": DRAFT}
    assert slip == {
        "message": 'write "status"',
        "edits": [{"line": 5, "column": 1, "end_line": 5, "end_column": 7, "text": "status"}],
    }


def test_the_last_line_counts_what_can_be_fixed(here: Place) -> None:
    here.edit(PLAN, *SLIP)
    here.edit(DRAFT, *DANGLING)
    assert here.call("check").out.endswith("2 errors in 2 files; --fix would mend 1.\n")
    assert here.call("check", PLAN).out.endswith("1 error in 1 file; --fix would mend all.\n")
