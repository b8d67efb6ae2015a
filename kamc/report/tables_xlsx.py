"""Tables as one workbook, a sheet a table; text is never a formula. Written by XlsxWriter, an extra."""

import contextlib
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import IO

import msgspec
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kamc.report.tables import Puts
from kamc.tables.table import Cell, Column, Kind, Row, Table
from kamc.words import plain
from kamc.workspace import UsageError

ROWS = 1_048_576
LONGEST = 32_767
DIGITS = 15
"""How many rows a sheet has, how long a text in a cell may be, and how many digits of a number it keeps."""
FIRST_YEAR = 1900
"""A sheet has no earlier days."""
EPOCH = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zones
"""When every workbook was made: so that the same tables are the same bytes."""
WIDTHS: Mapping[Kind, int] = {
    Kind.TEXT: 24, Kind.LIST: 28, Kind.DATE: 12, Kind.NUMBER: 14, Kind.WHOLE: 8, Kind.MONEY: 14,
    Kind.PERCENT: 10, Kind.YES_NO: 8,
}  # fmt: skip
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class Styles(msgspec.Struct, frozen=True):
    """How cells look."""

    head: Format
    date: Format
    whole: Format
    broken: Format


@contextlib.contextmanager
def workbook(tables: Sequence[Table], file: IO[bytes]) -> Iterator[Puts]:
    """A workbook with the head of every sheet, and what writes rows to each."""
    book = xlsxwriter.Workbook(file, OPTIONS)
    book.set_properties({"created": EPOCH, "author": "kamc"})
    styles = Styles(
        book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"num_format": "#,##0"}),
        book.add_format({"num_format": "#,##0.00####"}),
    )
    sheets = [_Sheet(one, book.add_worksheet(one.name), styles) for one in tables]
    try:
        yield {one.table.name: one.put for one in sheets}
        for one in sheets:
            one.finish()
    finally:
        book.close()  # its sheets are files until then, which must not stay behind


class _Sheet:
    """A sheet that grows, row by row."""

    def __init__(self, table: Table, sheet: Worksheet, styles: Styles) -> None:
        self.table = table
        self._sheet = sheet
        self._styles = styles
        self._row = 1
        sheet.freeze_panes(1, sum(one.name in table.key for one in table.columns[:4]))
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, max(WIDTHS[column.kind], len(column.name) + 3))
            sheet.write_string(0, place, column.name, styles.head)

    def put(self, rows: Iterable[Row]) -> None:
        """Add rows. Raises `UsageError` where the sheet is full."""
        for row in rows:
            if self._row == ROWS:
                raise UsageError(
                    f"{self.table.name} has more rows than a sheet of a workbook, {ROWS - 1:,}: write csv or "
                    "parquet, choose fewer plans, or write shares of them with --shard"
                )
            for place, (column, cell) in enumerate(zip(self.table.columns, row, strict=True)):
                if cell is not None and cell != ():
                    self._write(place, column, cell)
            self._row += 1

    def finish(self) -> None:
        """A filter over all that was written."""
        self._sheet.autofilter(0, 0, self._row - 1, len(self.table.columns) - 1)

    def _write(self, place: int, column: Column, cell: Cell) -> None:
        at = (self._row, place)
        if isinstance(cell, bool):
            self._sheet.write_boolean(*at, cell)
        elif isinstance(cell, int | Decimal) and _keeps(cell):
            is_money = column.kind is Kind.MONEY
            style = self._styles.whole if cell == int(cell) else self._styles.broken
            self._sheet.write_number(*at, float(cell), style if is_money else None)
        elif isinstance(cell, dt.date) and cell.year >= FIRST_YEAR:
            self._sheet.write_datetime(*at, dt.datetime.combine(cell, dt.time()), self._styles.date)
        else:
            self._sheet.write_string(*at, _short(_text(cell)))


def _keeps(number: Decimal | int) -> bool:
    """Whether a cell keeps a number as it is; as a text it would be exact, too."""
    return Decimal(repr(float(number))) == number and len(Decimal(number).as_tuple().digits) <= DIGITS


def _text(cell: Cell) -> str:
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return plain(cell) if isinstance(cell, Decimal) else str(cell)


def _short(text: str) -> str:
    """A text as long as a cell holds it."""
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " …"
