"""A table as JSON Lines: one object a row, every column in it, numbers exact, lists as lists."""

import contextlib
from collections.abc import Iterator
from typing import IO

import msgspec

from kamc.report.tables import Put
from kamc.tables.table import Table


@contextlib.contextmanager
def opened(table: Table, file: IO[bytes]) -> Iterator[Put]:
    """A file, and what writes rows to it."""
    encoder = msgspec.json.Encoder(decimal_format="number")
    names = [one.name for one in table.columns]
    yield lambda rows: file.writelines(
        encoder.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows
    )
