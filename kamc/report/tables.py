"""Tables as files: one file a table, or one workbook for all; each whole, or not there at all.

One module a format, each with a function `opened(table, file)` or, for a workbook, `workbook(tables, file)`;
it is imported when it is asked for. Its library may be an extra.
"""

import contextlib
import importlib
import pathlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import ModuleType
from typing import TypeAlias

import msgspec

from kamc.files import whole_file
from kamc.tables.table import Row, Table
from kamc.workspace import UsageError

Put: TypeAlias = Callable[[Iterable[Row]], None]
"""Writes rows of one table."""
Puts: TypeAlias = Mapping[str, Put]
"""By the name of the table."""


class Format(msgspec.Struct, frozen=True):
    """A format: how its files end, the extra that writes it, and whether one file holds all tables."""

    ending: str
    extra: str = ""
    is_workbook: bool = False


FORMATS: Mapping[str, Format] = {
    "csv": Format("csv"),
    "json": Format("jsonl"),
    "parquet": Format("parquet", "parquet"),
    "xlsx": Format("xlsx", "xlsx", is_workbook=True),
}
WORKBOOK = "tables"


class Shard(msgspec.Struct, frozen=True):
    """A share of the accounts: the `number`th of `of`."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"-{self.number}-of-{self.of}"


@contextlib.contextmanager
def writing(
    form: str, folder: pathlib.Path, tables: Sequence[Table], shard: Shard | None = None
) -> Iterator[Puts]:
    """Files for tables in a folder, moved there when all rows are written.

    What is the same for every share of the accounts does not carry the share in its name. Raises `OSError`,
    and `UsageError` where the library of the format is not there.
    """
    how, module = FORMATS[form], _module(form)
    with contextlib.ExitStack() as stack:
        if how.is_workbook:
            file = stack.enter_context(whole_file(folder / f"{WORKBOOK}{shard or ''}.{how.ending}"))
            yield stack.enter_context(module.workbook(tables, file))
        else:
            names = {
                one.name: f"{one.name}{(one.is_of_plans and shard) or ''}.{how.ending}" for one in tables
            }
            yield {
                one.name: stack.enter_context(
                    module.opened(one, stack.enter_context(whole_file(folder / names[one.name])))
                )
                for one in tables
            }


def _module(form: str) -> ModuleType:
    """The module that writes a format. Raises `UsageError` where the extra that it needs is not installed."""
    try:
        return importlib.import_module(f"kamc.report.tables_{form}")
    except ModuleNotFoundError as missing:
        extra = FORMATS[form].extra
        if not extra or (missing.name or "").startswith("kamc"):
            raise
        raise UsageError(
            f"writing {form} needs a library that is not installed here: pip install 'kamc[{extra}]'"
        ) from None
