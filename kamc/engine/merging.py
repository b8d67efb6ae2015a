"""Merging two branches' edits of one file of a workspace, by what it means."""

from typing import Any

from kamc import migrate, schema
from kamc.merge import Merged, merge
from kamc.model.build import build
from kamc.model.normal import normal
from kamc.schema import Which
from kamc.workspace import SETTINGS, SHARED


def merged(path: str, base: bytes, ours: bytes, theirs: bytes, marker: int) -> Merged:
    """Our bytes with their edits. Raises `Unmergeable`."""
    kind = kind_of(path)

    def meaning(data: Any) -> Any:
        part, _ = build(schema.ROOTS[kind], migrate.migrate(data).data)
        return normal(part)

    return merge(base, ours, theirs, meaning, marker)


def kind_of(path: str) -> Which:
    """What a file is, by its name alone: git says where it lies in the repository, not in which workspace."""
    name = path.rpartition("/")[2]
    return "settings" if name == SETTINGS else SHARED.get(name, "plan")
