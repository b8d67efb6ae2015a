"""Where every field of a file stands: its path with dots, `<id>` for a key that its author chooses."""

from collections.abc import Iterator
from typing import Any

from kamc.model.common import own
from kamc.model.fields import Entries, Field, One, Rows, Table
from kamc.model.records import Part
from kamc.model.spec import Slot


def paths(record: type[Part], above: str = "") -> Iterator[tuple[str, Slot, type[Part] | None]]:
    """Every field below `record`, outermost first, with the record that it holds and the path of that."""
    for slot in own(record):
        path, inner = inside(slot.field, f"{above}{slot.key}")
        yield path, slot, inner
        if inner is not None:
            yield from paths(inner, f"{path}.")


def inside(field: Any, path: str) -> tuple[str, type[Part] | None]:
    """The record that a field holds, and the path at which it stands."""
    if isinstance(field, One | Rows):
        return path, field.record
    if isinstance(field, Entries):
        return f"{path}.<id>", field.record
    if isinstance(field, Table):
        below = f"{path}.<id>"
        return inside(field.value, below) if isinstance(field.value, Field) else (below, field.value)
    return path, None
