"""Tables whose rows are records of a file, declared by where these stand and what is taken of them."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from kamc.audience import choice
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.values import NONE, UNKNOWN
from kamc.model.walk import locate
from kamc.schema import ROOTS, Which
from kamc.tables.reading import Reading, Take, Work, reading
from kamc.tables.table import ACCOUNT, PERIOD, Cell, Column, Kind, Row, SharedTable, Table, Told
from kamc.words import spelled

UNKNOWN_COLUMNS = Column(
    name="unknown",
    kind=Kind.LIST,
    meaning="The columns of this row for which the plan says `unknown`.",
    methods=(19,),
)
NONE_COLUMNS = Column(
    name="none", kind=Kind.LIST, meaning="The columns of this row for which the plan says that there is none."
)
CALLED = Column(name="called", meaning="Its name, or what its id spells.")
KIND = Column(name="kind", meaning="What it is, in the words of the format.")


def of_records(
    name: str, meaning: str, *ways: str, keys: Sequence[Column] = (), take: Sequence[str | Take | Work]
) -> Table:
    """A table of the records at `ways`: paths of keys, with `*` for the keys that name a record.

    `keys` are the columns of those keys. Where records of several kinds share a table, a column says of each
    what it is.
    """
    sources = tuple(_source(way, take) for way in ways)
    kind = (KIND,) if len(ways) > 1 else ()
    head = (ACCOUNT, PERIOD, *keys, *kind)
    return Table(
        name=name,
        meaning=meaning,
        key=tuple(one.name for one in (ACCOUNT, PERIOD, *keys)),
        columns=(*head, *_columns(sources), UNKNOWN_COLUMNS, NONE_COLUMNS),
        rows=lambda told: _rows(told, sources, keys),
    )


def of_shared(
    name: str,
    meaning: str,
    file: Which,
    way: str,
    *,
    key: Column,
    take: Sequence[str | Take | Work],
) -> SharedTable:
    """A table of the records at `way` in a file that all plans share."""
    source = _source(way, take, ROOTS[file], f"{file}: ")
    return SharedTable(
        name=name,
        meaning=meaning,
        key=(key.name,),
        columns=(key, CALLED, *_columns((source,)), UNKNOWN_COLUMNS, NONE_COLUMNS),
        rows=lambda _: (),
        is_of_plans=False,
        file=file,
        records=lambda part, audience: _shared_rows(part, source, audience),
    )


class _Source(msgspec.Struct, frozen=True):
    """Where records stand, and how each is read."""

    path: tuple[str, ...]
    readings: tuple[Reading, ...]
    kind: tuple[str, ...]


def _source(way: str, take: Sequence[str | Take | Work], root: type[Part] = Plan, file: str = "") -> _Source:
    path = tuple(way.split(".")) if way else ()
    record = locate(root, path).record or root
    base = file + way.replace("*", "<id>")
    taken = (Take(one) if isinstance(one, str) else one for one in take)
    return _Source(path, tuple(reading(record, base, one) for one in taken), (record.about.kind,))


def _columns(sources: Sequence[_Source]) -> Iterator[Column]:
    """The columns of all sources: they differ in where a value stands, and in nothing else."""
    for same in zip(*(one.readings for one in sources), strict=True):
        for columns in zip(*(one.columns for one in same), strict=True):
            fields = ", ".join(dict.fromkeys(one.field for one in columns))
            yield msgspec.structs.replace(columns[0], field=fields)


def _rows(told: Told, sources: Sequence[_Source], keys: Sequence[Column]) -> Iterator[Row]:
    for source in sources:
        kind = source.kind if len(sources) > 1 else ()
        for found, record in _found(told.plan, source.path, ()):
            named = (_key(key, column) for key, column in zip(found, keys, strict=True))
            yield told.account, told.period, *named, *kind, *_cells(record, told.plan, source.readings)


def _shared_rows(part: Part, source: _Source, audience: Audience) -> Iterator[Row]:
    for (id_,), record in _found(part, source.path, ()):
        chosen = choice(record)
        if chosen is None or chosen >= audience:
            name = getattr(record, "name", None)
            yield id_, name if isinstance(name, str) else spelled(id_), *_cells(record, part, source.readings)


def _key(text: str, column: Column) -> Cell:
    return int(text) if column.kind is Kind.WHOLE else text


def _found(here: Any, path: Sequence[str], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Part]]:
    """The records at a path, each with the keys that name it."""
    if not path:
        yield keys, here
    elif path[0] == "*":
        for key, item in here.items():
            yield from _found(item, path[1:], (*keys, key))
    else:
        yield from _found(getattr(here, path[0]), path[1:], keys)


def _cells(record: Part, whole: Part, readings: Sequence[Reading]) -> Iterator[Cell]:
    """The cells of a record, and at the end the columns that the file says `unknown` or `none` for."""
    said: dict[Any, list[str]] = {UNKNOWN: [], NONE: []}
    for one in readings:
        cells, instead = one.row(record, whole)
        if instead is not None:
            said[instead].append(one.columns[0].name)
        yield from cells
    yield tuple(said[UNKNOWN])
    yield tuple(said[NONE])
