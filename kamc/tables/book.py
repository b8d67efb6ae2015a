"""All tables, in the order in which they are told."""

from collections.abc import Iterable, Mapping

from kamc.tables.declared import DECLARED
from kamc.tables.others import DICTIONARY, OF_WORDS
from kamc.tables.shared import SHARED
from kamc.tables.table import Table

TABLES: tuple[Table, ...] = (*DECLARED, *OF_WORDS)
"""The tables that have rows of plans."""
DESCRIBED: tuple[Table, ...] = (*TABLES, *SHARED)
"""The tables whose columns the dictionary tells."""
ALL: tuple[Table, ...] = (*DESCRIBED, DICTIONARY)
BY_NAME: Mapping[str, Table] = {one.name: one for one in ALL}


def named(names: Iterable[str]) -> tuple[Table, ...]:
    """The tables of these names, in their own order. Raises `KeyError`."""
    wanted = {BY_NAME[name].name for name in names}
    return tuple(one for one in ALL if one.name in wanted)
