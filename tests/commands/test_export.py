"""`kamc export`: which tables, of which plans, for whom; and what they are for the worked workspace."""

import csv
import json
import pathlib
import subprocess
from typing import Any

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kamc.engine.export import shard_of
from kamc.tables.book import ALL, TABLES
from kamc.workspace import Source
from tests.workspaces import AS_OF, BEFORE, CATALOGUE, DRAFT, PEOPLE, PLAN, SETTINGS, Place, clean_environment

ROOT = pathlib.Path(__file__).parents[2]
GOLDEN = pathlib.Path(__file__).with_suffix("")
WORKED = ("--workspace", str(ROOT), "--as-of", "2026-11-23")
WORDED = (
    "accounts", "contacts", "offerings", "opportunities", "our_people", "results", "selling_center",
    "success_factors", "wallet", "wallet_competitors",
)  # fmt: skip
"""Tables that are small enough to be read word for word."""
BROKEN = "kamc: 1\naccount: hafen-spedition\nname: [\n"
PRIVATE_ROW = 'quiet: {what: "Speak with their bank", audience: private, by: 2026-12-04}\n    claims-talk:'


def rows(place: Place, table: str, folder: str = "export", shard: str = "") -> list[dict[str, Any]]:
    """The rows of a table that was written as JSON Lines."""
    text = (place.root / folder / f"{table}{shard}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def export(place: Place, *arguments: str, status: int = 0) -> None:
    done = place.call("export", "--format", "json", *arguments)
    assert (done.status, done.err) == (status, "")


# --- The worked workspace -----------------------------------------------------------------------------------


@pytest.mark.parametrize("table", WORDED)
def test_worked_tables(nowhere: Place, table: str, file_regression: FileRegressionFixture) -> None:
    done = nowhere.call("export", *WORKED, "--tables", table)
    assert (done.status, done.err, done.out) == (0, "", "13 plans as 1 table in export\n")
    (file,) = (nowhere.root / "export").iterdir()
    content = file.read_bytes()
    assert str(ROOT).encode() not in content
    file_regression.check(content, binary=True, fullpath=GOLDEN / f"{table}.csv")


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.stem for path in GOLDEN.iterdir()) == sorted(WORDED)


def test_shares_together_are_the_whole(nowhere: Place) -> None:
    export(nowhere, *WORKED)
    shares = [f"-{number}-of-4" for number in range(1, 5)]
    for number in range(1, 5):
        export(nowhere, *WORKED, "--out", "shares", "--shard", f"{number}/4")
    for table in TABLES:
        parts = [rows(nowhere, table.name, "shares", shard) for shard in shares]
        whole = rows(nowhere, table.name)
        assert sorted(map(json.dumps, sum(parts, []))) == sorted(map(json.dumps, whole))  # noqa: RUF017
        held = [{row["account"] for row in part} for part in parts]
        assert sum(map(len, held)) == len({row["account"] for row in whole})
    for name in ("our_people", "offerings", "dictionary"):
        assert rows(nowhere, name, "shares") == rows(nowhere, name)
        assert not list((nowhere.root / "shares").glob(f"{name}-*"))


def test_the_share_of_an_account_is_the_same_for_ever() -> None:
    names = ("lyrane-energy", "gruenau-heat", "caldrin-minerals", "brackwell-petroleum", "solvanger-energy")
    assert [shard_of(Source(path="x", kind="plan", account=name), 4) for name in names] == [3, 1, 4, 3, 3]


# --- Which plans, which tables ------------------------------------------------------------------------------


def test_all_tables_in_a_process_of_its_own(here: Place) -> None:
    done = here.run("export")
    assert done == (0, f"3 plans as {len(ALL)} tables in export\n", "")
    assert {path.name for path in (here.root / "export").iterdir()} == {f"{table.name}.csv" for table in ALL}
    with (here.root / "export/accounts.csv").open(encoding="utf-8", newline="") as file:
        found = [(row["account"], row["period"], row["currency"]) for row in csv.DictReader(file)]
    assert found == [
        ("alster-hotel", "2026-Q4", "EUR"),
        ("hafen-spedition", "2026-Q3", "EUR"),
        ("hafen-spedition", "2026-Q4", "EUR"),
    ]


@pytest.mark.parametrize("form", ["csv", "json", "parquet", "xlsx"])
def test_the_same_bytes_whatever_python_hashes(here: Place, form: str) -> None:
    for seed in ("1", "2"):
        subprocess.run(
            here.command("export", "--format", form, "--out", seed),
            cwd=here.root,
            env=clean_environment({"KAMC_AS_OF": AS_OF.isoformat(), "PYTHONHASHSEED": seed}),
            check=True,
            capture_output=True,
        )
    one, two = ({path.name: path.read_bytes() for path in (here.root / seed).iterdir()} for seed in "12")
    assert one == two


@pytest.mark.parametrize(
    ("arguments", "plans"),
    [
        (("hafen-spedition",), [("hafen-spedition", "2026-Q3"), ("hafen-spedition", "2026-Q4")]),
        ((DRAFT,), [("alster-hotel", "2026-Q4")]),
        (("--where", "period:latest,account:hafen*"), [("hafen-spedition", "2026-Q4")]),
        (("--where", "bucket:maintenance"), [("alster-hotel", "2026-Q4")]),
        (("--where", "!status:draft,period:2026-Q3"), [("hafen-spedition", "2026-Q3")]),
    ],
)
def test_plans_are_chosen(here: Place, arguments: tuple[str, ...], plans: list[tuple[str, str]]) -> None:
    export(here, *arguments)
    assert [(row["account"], row["period"]) for row in rows(here, "accounts")] == plans


def test_plans_without_a_workspace_are_known_by_what_they_say(
    here: Place, nowhere_else: pathlib.Path
) -> None:
    (nowhere_else / "a.yaml").write_bytes((here.root / PLAN).read_bytes())
    (nowhere_else / "b.yaml").write_bytes((here.root / DRAFT).read_bytes())
    here.monkeypatch.chdir(nowhere_else)
    done = here.call("export", "a.yaml", "b.yaml", "--where", "owner:mara-lind", "--tables", "accounts")
    assert (done.status, done.out) == (0, "1 plan as 1 table in export\n")


@pytest.fixture
def nowhere_else(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "loose"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--tables", "account"),
            "--tables names a table that does not exist: account; did you mean accounts?",
        ),
        (("--tables", "money"), "does not exist: money; the tables are accounts, people"),
        (("--shard", "0/4"), "--shard takes a share such as 1/4, the first of four, not '0/4'"),
        (("--shard", "5/4"), "not '5/4'"),
        (("--shard", "one"), "not 'one'"),
        (("--where", "owner:mara-lint"), "no plan has the owner 'mara-lint'; did you mean mara-lind?"),
        (("--where", "account:nobody"), "no plan has the account 'nobody'"),
        (("--where", "period:2020-Q1"), "no plan fits --where period:2020-Q1"),
        (
            ("hafen-speditio",),
            "'hafen-speditio' is no file, folder or account here; did you mean hafen-spedition?",
        ),
        ((CATALOGUE,), f"there are no plans in {CATALOGUE}"),
        (("--audience", "customer"), "'customer' is not one of 'private', 'team'"),
    ],
)
def test_wrong_usage(here: Place, arguments: tuple[str, ...], message: str) -> None:
    done = here.call("export", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert not (here.root / "export").exists()


def test_nothing_changed_is_nothing_to_export(here: Place) -> None:
    here.commit()
    done = here.call("export", "--where", "changed:HEAD")
    assert (done.status, done.err) == (0, "kamc: nothing has changed there: nothing to export\n")


def test_a_place_that_cannot_be_written_to(here: Place) -> None:
    here.write("export", "a file")
    done = here.call("export", "--out", "export/below")
    assert done.status == 2
    assert "export/below cannot be written: not a directory" in done.err


# --- What is wrong, and what is private ---------------------------------------------------------------------


@pytest.mark.parametrize(("text", "status"), [(BROKEN, 3), (None, 1)])
def test_a_plan_that_is_wrong_has_no_rows_but_its_findings(
    here: Place, text: str | None, status: int
) -> None:
    if text is None:
        here.edit(PLAN, "status: approved", "status: aproved")
    else:
        here.write(PLAN, text)
    done = here.call("export", "--format", "json")
    assert done.status == status
    assert f"kamc: {PLAN} was left out\n" in done.err
    assert "2 plans as" in done.out
    assert "(1 plan left out)" in done.out
    for table in TABLES:
        found = [
            row
            for row in rows(here, table.name)
            if (row["account"], row["period"]) == ("hafen-spedition", "2026-Q4")
        ]
        assert bool(found) == (table.name == "findings")


@pytest.mark.parametrize(
    ("old", "new", "status", "message"),
    [('title: "Managing director"', "function: selling", 1, "selling"), ("people:", "people: [", 3, PEOPLE)],
)
def test_a_shared_file_that_is_wrong_has_no_rows(
    here: Place, old: str, new: str, status: int, message: str
) -> None:
    here.edit(PEOPLE, old, new)
    done = here.call("export", "--format", "json", "--tables", "our_people,offerings")
    assert (done.status, done.out) == (
        status,
        "3 plans as 2 tables (1 shared file left out) in export\n",
    )
    assert message in done.err
    assert f"kamc: {PEOPLE} was left out\n" in done.err
    assert (rows(here, "our_people"), bool(rows(here, "offerings"))) == ([], True)
    assert here.call("export", "--tables", "offerings").status == 0


def test_loose_plans_share_no_files(here: Place, nowhere_else: pathlib.Path) -> None:
    (nowhere_else / "a.yaml").write_bytes((here.root / PLAN).read_bytes())
    here.monkeypatch.chdir(nowhere_else)
    done = here.call("export", "a.yaml", "--format", "json", "--tables", "our_people")
    assert (done.status, done.out) == (0, "1 plan as 1 table in export\n")
    assert (nowhere_else / "export/our_people.jsonl").read_bytes() == b""


def test_two_files_for_a_quarter_are_both_left_out(here: Place) -> None:
    here.write(PLAN.replace(".yaml", ".yml"), (here.root / PLAN).read_text(encoding="utf-8"))
    done = here.call("export", "--tables", "accounts")
    assert (done.status, done.out) == (1, "2 plans as 1 table (2 plans left out) in export\n")
    assert "has two files" in done.err


def test_two_files_that_say_the_same_quarter(here: Place, nowhere_else: pathlib.Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (nowhere_else / name).write_bytes((here.root / PLAN).read_bytes())
    here.monkeypatch.chdir(nowhere_else)
    done = here.call("export", "a.yaml", "b.yaml")
    assert done.status == 2
    assert "two of these files are a plan for hafen-spedition, 2026-Q4: export one of them" in done.err
    assert list((nowhere_else / "export").iterdir()) == []


def test_a_finding_of_something_private_is_for_the_private_circle(here: Place) -> None:
    here.edit(PLAN, "claims-talk:", PRIVATE_ROW)
    secret = "quiet"
    for audience, is_there in (("private", True), ("team", False)):
        export(here, "--audience", audience, "--out", audience)
        texts = [path.read_text(encoding="utf-8") for path in (here.root / audience).iterdir()]
        assert any(secret in text for text in texts) == is_there
    assert [row for row in rows(here, "findings", "private") if row["pointer"] and secret in row["pointer"]]


def test_findings_are_those_of_check_but_for_those_over_all_accounts(here: Place) -> None:
    export(here, "--audience", "private", "--tables", "findings")
    told = here.call("check", "--format", "json").data["findings"]
    over_all = [one for one in told if one["code"].startswith("KAM8")]
    assert {row["fingerprint"] for row in rows(here, "findings")} == {
        one["fingerprint"] for one in told if one not in over_all and "account" in one
    }


def test_the_workspaces_currency_counts_where_a_plan_says_none(here: Place) -> None:
    here.edit(SETTINGS, "currency: EUR", "currency: USD")
    here.edit(PLAN, "currency: EUR\n", "")
    export(here, "--tables", "wallet")
    found = {(row["account"], row["period"]): row["currency"] for row in rows(here, "wallet")}
    assert (found["hafen-spedition", "2026-Q3"], found["hafen-spedition", "2026-Q4"]) == ("EUR", "USD")


def test_hostile_text_is_data(here: Place) -> None:
    here.edit(BEFORE, "Third of three carriers", "=HYPERLINK(1); | <b>")
    assert here.call("export", "--tables", "accounts").status == 0
    with (here.root / "export/accounts.csv").open(encoding="utf-8", newline="") as file:
        stands = {row["stand"] for row in csv.DictReader(file)}
    assert any(stand.startswith("'=HYPERLINK(1); | <b>;") for stand in stands)
