"""A table as CSV (RFC 4180, UTF-8, LF): a list is JSON text, and no text can be taken for a formula."""

import contextlib
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import IO

from kamc.report.tables import Put
from kamc.tables.table import Cell, Table
from kamc.words import plain

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""How a text begins that a spreadsheet may take for a formula."""
APOSTROPHE = "'"
SPECIAL = re.compile('[",\r\n]')


@contextlib.contextmanager
def opened(table: Table, file: IO[bytes]) -> Iterator[Put]:
    """A file with its header, and what writes rows to it."""
    file.write(_line(one.name for one in table.columns))
    yield lambda rows: file.writelines(map(_line, rows))


def _line(cells: Iterable[Cell]) -> bytes:
    return (",".join(_quoted(written(cell)) for cell in cells) + "\n").encode()


def _quoted(text: str) -> str:
    """A text in quotes where it needs them; the csv module of older Pythons leaves a lone CR without."""
    return '"' + text.replace('"', '""') + '"' if SPECIAL.search(text) else text


def written(cell: Cell) -> str:
    """A cell as text; nothing where nothing is known."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return defused(cell) if isinstance(cell, str) else _plain(cell)


def _plain(cell: int | dt.date) -> str:
    return str(cell)


def defused(text: str) -> str:
    """A text that a spreadsheet takes for a text: an apostrophe goes before what looks like a formula.

    It goes before a text that looks like one made safe already, too: so taking one away gives back the text.
    """
    return APOSTROPHE + text if text.lstrip(APOSTROPHE).startswith(FORMULA) else text
