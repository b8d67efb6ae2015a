"""A table as Parquet: typed columns, exact decimals, lists as lists. Written by pyarrow, an extra."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from kamc.report.tables import Put
from kamc.tables.table import Column, Kind, Row, Table
from kamc.workspace import UsageError

ROWS = 5_000
"""Rows that are held before they are written: the size of a row group."""
EXACT = pa.decimal128(38, 6)
TYPES: Mapping[Kind, pa.DataType] = {
    Kind.TEXT: pa.string(),
    Kind.LIST: pa.list_(pa.string()),
    Kind.DATE: pa.date32(),
    Kind.NUMBER: EXACT,
    Kind.WHOLE: pa.int64(),
    Kind.MONEY: EXACT,
    Kind.PERCENT: EXACT,
    Kind.YES_NO: pa.bool_(),
}


@contextlib.contextmanager
def opened(table: Table, file: IO[bytes]) -> Iterator[Put]:
    """A file with its schema, and what writes rows to it."""
    schema = pa.schema([_field(one, is_key=one.name in table.key) for one in table.columns])
    held: list[Row] = []
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:

        def put(rows: Iterable[Row]) -> None:
            held.extend(rows)
            if len(held) >= ROWS:
                flush()

        def flush() -> None:
            writer.write_batch(_batch(table, schema, held))
            held.clear()

        yield put
        flush()


def _field(column: Column, *, is_key: bool) -> "pa.Field[Any]":
    """A column as Parquet has it, with what it means."""
    return pa.field(
        column.name, TYPES[column.kind], nullable=not is_key, metadata={"meaning": column.meaning}
    )


def _batch(table: Table, schema: pa.Schema, rows: list[Row]) -> pa.RecordBatch:
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return pa.record_batch(
        [_array(table, one, cells, schema) for one, cells in zip(table.columns, columns, strict=True)],
        schema=schema,
    )


def _array(table: Table, column: Column, cells: tuple[object, ...], schema: pa.Schema) -> "pa.Array[Any]":
    try:
        array: pa.Array[Any] = pa.array(cells, type=schema.field(column.name).type)
    except (pa.ArrowInvalid, OverflowError):
        raise UsageError(
            f"{table.name}.{column.name} holds a number that Parquet cannot keep exactly: more than 6 "
            "decimals, or more than 32 digits before them. Write csv or json, or fewer digits in the plan"
        ) from None
    return array
