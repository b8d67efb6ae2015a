"""The guide to tables: DuckDB runs every query in it, and finds the same in one run and in its shares."""

import pathlib
import re

import duckdb
import pytest

from kamc.tables.book import ALL, TABLES
from tests.workspaces import Place

ROOT = pathlib.Path(__file__).parents[1]
GUIDE = (ROOT / "docs/guides/tables.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
CALLS = re.findall(r"^\$ kamc (export .*?)(?:  |$)", GUIDE, re.MULTILINE)
WORKED = ("--workspace", str(ROOT), "--as-of", "2026-11-23")


@pytest.fixture
def tables(nowhere: Place) -> Place:
    """The worked workspace as one run and as four shares, in the folder that the guide names."""
    assert nowhere.call("export", *WORKED, "--format", "parquet").status == 0
    for number in range(1, 5):
        done = nowhere.call("export", *WORKED, "--format", "parquet", "--shard", f"{number}/4")
        assert done.status == 0
    return nowhere


@pytest.mark.parametrize("line", CALLS)
def test_every_call_shown_can_be_made(nowhere: Place, line: str) -> None:
    assert nowhere.call(*line.split(), *WORKED).status == 0


def test_every_query_gives_rows(tables: Place) -> None:
    assert len(QUERIES) == 4
    for query in QUERIES:
        assert duckdb.execute(query).fetchall()


def test_all_shares_are_read_as_one_table(tables: Place) -> None:
    assert duckdb.execute(QUERIES[-1]).fetchall() == [(13, 5)]
    for table in TABLES:
        shares, whole = (f"SELECT * FROM 'export/{table.name}{end}.parquet'" for end in ("-*-of-4", ""))  # noqa: S608
        for one, other in ((shares, whole), (whole, shares)):
            assert duckdb.execute(f"({one}) EXCEPT ALL ({other})").fetchall() == []


@pytest.mark.parametrize(
    ("table", "column", "shared", "key"),
    [
        ("accounts", "owner", "our_people", "person"),
        ("activities", "owner", "our_people", "person"),
        ("selling_center", "person", "our_people", "person"),
        ("contacts", "person", "our_people", "person"),
        ("open_space", "offering", "offerings", "offering"),
    ],
)
def test_ids_of_the_shared_files_join_once_over_all_shares(
    tables: Place, table: str, column: str, shared: str, key: str
) -> None:
    """Every share writes the same file for them, so that over all shares no row is doubled or missed."""
    counted = f"SELECT count(*) FROM 'export/{table}-*-of-4.parquet' AS one"  # noqa: S608
    joined = f"{counted} JOIN 'export/{shared}*.parquet' AS other ON one.{column} = other.{key}"
    assert duckdb.execute(joined).fetchone() == duckdb.execute(counted).fetchone()
    ids = f"SELECT count(*), count(DISTINCT {key}) FROM 'export/{shared}*.parquet'"  # noqa: S608
    rows, different = duckdb.execute(ids).fetchall()[0]
    assert rows == different > 0


def test_no_column_needs_quotes_in_a_query(tables: Place) -> None:
    for table in ALL:
        names = ", ".join(column.name for column in table.columns)
        assert duckdb.execute(f"SELECT {names} FROM 'export/{table.name}.parquet' LIMIT 0").description  # noqa: S608


def test_a_list_in_csv_becomes_one_again(nowhere: Place) -> None:
    assert nowhere.call("export", *WORKED, "--tables", "opportunities").status == 0
    query = """SELECT id, from_json(answers, '["VARCHAR"]') FROM 'export/opportunities.csv'"""
    assert ("frame-renewal", ["uptime", "merrow-infill"]) in duckdb.execute(query).fetchall()
