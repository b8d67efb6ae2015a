"""Older versions of the file format, brought up to this one by pure functions that keep places.

Migrations are kept for ever, because diff and log read old files. Version 1 is the first that was released,
so there is none yet; only the newest version has a model.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

from kamc.diagnostics import Path

Data: TypeAlias = dict[str, Any]
Moves: TypeAlias = Mapping[Path, Path]
"""What one step moved: new path to old path. What stands below moves along."""


class Migrated(msgspec.Struct, frozen=True):
    """Data of a newer version, and what each step towards it moved, the first step first."""

    data: Data
    moves: tuple[Moves, ...] = ()

    def origin(self, path: Path) -> Path:
        """Where the author wrote what now stands at `path`."""
        for moved in reversed(self.moves):
            path = _before(path, moved)
        return path


Step: TypeAlias = Callable[[Data], Migrated]
MIGRATIONS: Mapping[int, Step] = {}
"""By the version that each starts from; it leads to the next one."""


def migrate(data: Data, migrations: Mapping[int, Step] = MIGRATIONS) -> Migrated:
    """`data` in the newest version that the migrations lead to; as it is where none starts from its."""
    done = Migrated(data)
    while (step := _next(done.data, migrations)) is not None:
        further = step(done.data)
        done = Migrated(further.data, (*done.moves, *further.moves))
    return done


def _before(path: Path, moved: Moves) -> Path:
    """Where `path` was before one step."""
    for length in range(len(path), 0, -1):
        old = moved.get(path[:length])
        if old is not None:
            return (*old, *path[length:])
    return path


def _next(data: Data, migrations: Mapping[int, Step]) -> Step | None:
    version = data.get("kamc")
    return migrations.get(version) if isinstance(version, int) else None
