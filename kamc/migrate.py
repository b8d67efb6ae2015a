"""Older versions of the file format, brought up to this one: pure functions from data to data that keep places.

Migrations are kept for ever, because diff and log read old files. Version 1 is the first that was released, so there
is none yet; only the newest version has a model.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

from kamc.diagnostics import Path

Data: TypeAlias = dict[str, Any]


class Migrated(msgspec.Struct, frozen=True):
    """Data of a newer version, and where what was moved stood before: new path to old path."""

    data: Data
    moved: Mapping[Path, Path] = {}

    def origin(self, path: Path) -> Path:
        """Where the author wrote what now stands at `path`."""
        for length in range(len(path), 0, -1):
            old = self.moved.get(path[:length])
            if old is not None:
                return (*old, *path[length:])
        return path


Step: TypeAlias = Callable[[Data], Migrated]
MIGRATIONS: Mapping[int, Step] = {}
"""By the version that each starts from; it leads to the next one."""


def migrate(data: Data, migrations: Mapping[int, Step] = MIGRATIONS) -> Migrated:
    """`data` in the newest version that the migrations lead to; as it is where none starts from its version."""
    done = Migrated(data)
    while (step := _next(done.data, migrations)) is not None:
        further = step(done.data)
        done = Migrated(further.data, {**done.moved, **{new: done.origin(old) for new, old in further.moved.items()}})
    return done


def _next(data: Data, migrations: Mapping[int, Step]) -> Step | None:
    version = data.get("kamc")
    return migrations.get(version) if isinstance(version, int) else None
