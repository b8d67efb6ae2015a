"""Tables as files: what is written is read back, nothing is a formula, the same rows are the same bytes."""

import csv
import datetime as dt
import importlib
import io
import json
import pathlib
import re
import zipfile
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

import hypothesis.strategies as st
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from kamc.report import tables_xlsx
from kamc.report.tables import FORMATS, Shard, writing
from kamc.report.tables_csv import defused, written
from kamc.tables.table import Cell, Column, Kind, Row, Table
from kamc.workspace import UsageError

TABLE = Table(
    name="all",
    meaning="One row a test.",
    key=("id",),
    columns=(
        Column(name="id", meaning="What it is."),
        *(Column(name=kind.name.lower(), kind=kind, meaning=f"A {kind.value}.") for kind in Kind),
    ),
    rows=lambda _: (),
)
FIXED = Table(
    name="fixed",
    meaning="One row.",
    key=("id",),
    columns=TABLE.columns[:1],
    rows=TABLE.rows,
    is_of_plans=False,
)
FULL: Row = (
    "a", 'Größe, "漢字"\nzwei', ("a", "b, c"), dt.date(2028, 6, 30), Decimal("0.5"), 12, Decimal(1150000),
    Decimal("12.5"), True,
)  # fmt: skip
EMPTY: Row = ("b", *(None for _ in Kind))
NO_ITEMS: Row = ("c", None, (), None, None, None, None, None, False)
ROWS = (FULL, EMPTY, NO_ITEMS)
HOSTILE = ("=1+1", "+49 40", "-5", "@SUM(A1)", "\tx", "\rx", "\n=x", "＝1", "'=1", "''-x")
HARMLESS = ("'n Sommer", "5-3", "a=b", "Pumps", " =1", "'")
formats = pytest.mark.parametrize("form", FORMATS)


def write(form: str, folder: pathlib.Path, rows: Iterable[Row] = ROWS, shard: Shard | None = None) -> bytes:
    """Write rows; the bytes of their file."""
    with writing(form, folder, (TABLE,), shard) as puts:
        puts["all"](rows)
    (file,) = folder.iterdir()
    return file.read_bytes()


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def as_read(text: str, kind: Kind) -> Cell:
    """A cell of a csv file as whoever reads the reference reads it."""
    if not text:
        return None
    readers: dict[Kind, Any] = {
        Kind.TEXT: lambda text: (
            text[1:] if text.lstrip("'")[:1] in set("=+-@\t\r\n＝＋－＠") and text[0] == "'" else text
        ),
        Kind.LIST: lambda text: tuple(json.loads(text)),
        Kind.DATE: dt.date.fromisoformat,
        Kind.WHOLE: int,
        Kind.YES_NO: {"true": True, "false": False}.__getitem__,
    }
    return readers.get(kind, Decimal)(text)  # type: ignore[no-any-return]


TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(min_size=1),
    st.text(st.sampled_from("'=+-@\t\r\na,\" "), min_size=1),
)


@settings(max_examples=50)
@given(st.lists(st.tuples(TEXTS, st.lists(TEXTS).map(tuple)), max_size=5))
def test_csv_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, drawn: Sequence[Any]
) -> None:
    rows = [("x", text, items, *FULL[3:]) for text, items in drawn]
    head, *found = read_csv(write("csv", tmp_path_factory.mktemp("csv"), rows))
    assert head == [column.name for column in TABLE.columns]
    kinds = [column.kind for column in TABLE.columns]
    assert [tuple(map(as_read, row, kinds)) for row in found] == rows


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_file_is_taken_for_a_formula(text: str) -> None:
    assert written(text).startswith("'")
    assert defused(defused(text)) != defused(text)  # so that one apostrophe less is always the text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert written(text) == text


def test_a_negative_amount_is_a_number() -> None:
    assert written(Decimal("-12E+3")) == "-12000"


def test_csv_is_utf_8_with_lf(tmp_path: pathlib.Path) -> None:
    assert write("csv", tmp_path) == (
        b"id,text,list,date,number,whole,money,percent,yes_no\n"
        + 'a,"Größe, ""漢字""\nzwei","[""a"", ""b, c""]",2028-06-30,0.5,12,1150000,12.5,true\n'.encode()
        + b"b,,,,,,,,\n"
        + b"c,,[],,,,,,false\n"
    )


def test_json_has_every_column_and_exact_numbers(tmp_path: pathlib.Path) -> None:
    lines = write("json", tmp_path).decode().splitlines()
    assert lines[0] == (
        '{"id":"a","text":"Größe, \\"漢字\\"\\nzwei","list":["a","b, c"],"date":"2028-06-30","number":0.5,'
        '"whole":12,"money":1150000,"percent":12.5,"yes_no":true}'
    )
    assert json.loads(lines[1]) == {"id": "b", **{kind.name.lower(): None for kind in Kind}}


def test_parquet_has_types_and_meanings(tmp_path: pathlib.Path) -> None:
    write("parquet", tmp_path)
    table = pq.read_table(tmp_path / "all.parquet")
    assert [str(kind) for kind in table.schema.types] == [
        "string", "string", "list<element: string>", "date32[day]", "decimal128(38, 6)", "int64",
        "decimal128(38, 6)", "decimal128(38, 6)", "bool",
    ]  # fmt: skip
    metadata = table.schema.field("money").metadata
    assert metadata is not None
    assert metadata[b"meaning"] == b"A money."
    read = [
        tuple(tuple(cell) if isinstance(cell, list) else cell for cell in row.values())
        for row in table.to_pylist()
    ]
    assert read == list(ROWS)


def test_parquet_in_several_groups(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kamc.report.tables_parquet.ROWS", 2)
    with writing("parquet", tmp_path, (TABLE,)) as puts:
        for number in range(5):
            puts["all"]([(str(number), *EMPTY[1:])])
    file = pq.ParquetFile(tmp_path / "all.parquet")
    assert file.read()["id"].to_pylist() == list("01234")
    assert file.num_row_groups == 3


@pytest.mark.parametrize("number", [Decimal("0.1234567"), Decimal(10) ** 33])
def test_what_parquet_cannot_keep_exactly_is_told(tmp_path: pathlib.Path, number: Decimal) -> None:
    with pytest.raises(UsageError, match=r"all\.money holds a number that Parquet cannot keep exactly"):
        write("parquet", tmp_path, [("a", None, None, None, None, None, number, None, None)])
    assert list(tmp_path.iterdir()) == []


# --- The workbook -------------------------------------------------------------------------------------------

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet(content: bytes, number: int = 1) -> tuple[ET.Element, list[dict[str, tuple[str, str]]]]:
    """A sheet, and its rows: by column letter, the type of a cell and its text."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        root = ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314 - we wrote it
    return root, [
        {
            cell.attrib["r"].rstrip("0123456789"): (cell.get("t", "n"), "".join(cell.itertext()))
            for cell in row
        }
        for row in root.iter(f"{SPACE}row")
    ]


def test_a_workbook_has_types_and_a_head_that_stays(tmp_path: pathlib.Path) -> None:
    root, (head, full, empty, no_items) = sheet(write("xlsx", tmp_path))
    assert [text for _, text in head.values()] == [column.name for column in TABLE.columns]
    pane = root.find(f".//{SPACE}pane")
    assert pane is not None
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert root.find(f"{SPACE}autoFilter") is not None
    assert [dict(full)[column] for column in "ABCEFGHI"] == [
        ("inlineStr", "a"), ("inlineStr", 'Größe, "漢字"\nzwei'), ("inlineStr", '["a", "b, c"]'),
        ("n", "0.5"), ("n", "12"), ("n", "1150000"), ("n", "12.5"), ("b", "1"),
    ]  # fmt: skip
    day = dt.date(1899, 12, 30) + dt.timedelta(days=int(full["D"][1]))  # as a sheet counts days
    assert day == dt.date(2028, 6, 30)
    assert (set(empty), set(no_items)) == ({"A"}, {"A", "I"})


def test_every_workbook_was_made_at_the_same_time(tmp_path: pathlib.Path) -> None:
    with zipfile.ZipFile(io.BytesIO(write("xlsx", tmp_path))) as book:
        told = book.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", told)) == {"2000-01-01T00:00:00Z"}


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(tmp_path: pathlib.Path) -> None:
    texts = (*HOSTILE, "http://example.com/", "{=1}", "internal:a!A1", "12")
    content = write("xlsx", tmp_path, [(text, *EMPTY[1:]) for text in texts])
    root, (_, *rows) = sheet(content)
    assert [row["A"][0] for row in rows] == ["inlineStr"] * len(texts)
    assert [row["A"][1] for row in rows if "_x" not in row["A"][1]] == [
        text for text in texts if "\r" not in text
    ]
    assert not list(root.iter(f"{SPACE}f"))
    assert not list(root.iter(f"{SPACE}hyperlink"))


def test_what_a_sheet_cannot_hold_is_a_text(tmp_path: pathlib.Path) -> None:
    long = "x" * 40_000
    number = Decimal("1234567890.123456789")
    row: Row = ("a", long, None, dt.date(1850, 1, 1), number, None, None, None, None)
    _, (_, found) = sheet(write("xlsx", tmp_path, [row]))
    assert found["B"] == ("inlineStr", long[:32_765] + " …")
    assert found["D"] == ("inlineStr", "1850-01-01")
    assert found["E"] == ("inlineStr", "1234567890.123456789")


def test_a_full_sheet_is_told_and_leaves_nothing(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables_xlsx, "ROWS", 3)
    with pytest.raises(
        UsageError, match="all has more rows than a sheet of a workbook, 2: write csv or parquet"
    ):
        write("xlsx", tmp_path)
    assert list(tmp_path.iterdir()) == []


# --- All formats --------------------------------------------------------------------------------------------


@formats
def test_the_same_rows_are_the_same_bytes(tmp_path: pathlib.Path, form: str) -> None:
    assert write(form, tmp_path / "one") == write(form, tmp_path / "two")


@formats
def test_a_table_without_rows_is_there(tmp_path: pathlib.Path, form: str) -> None:
    assert write(form, tmp_path, []) or form == "json"


@formats
def test_what_fails_leaves_what_was_there(tmp_path: pathlib.Path, form: str) -> None:
    before = write(form, tmp_path)

    def rows() -> Iterable[Row]:
        yield FULL
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(form, tmp_path, rows())
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == before


def test_a_share_has_files_of_its_own_but_for_what_is_the_same_in_all(tmp_path: pathlib.Path) -> None:
    with writing("csv", tmp_path, (TABLE, FIXED), Shard(2, 4)):
        pass
    assert {path.name for path in tmp_path.iterdir()} == {"all-2-of-4.csv", "fixed.csv"}


@pytest.mark.parametrize(("form", "library"), [("parquet", "pyarrow"), ("xlsx", "xlsxwriter")])
def test_a_library_that_is_not_there(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str
) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(f"No module named {library!r}", name=library)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(UsageError, match=rf"pip install 'kamc\[{form}\]'"):
        write(form, tmp_path)
    assert list(tmp_path.iterdir()) == []
