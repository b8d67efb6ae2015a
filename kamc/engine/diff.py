"""Diff: two versions of a plan, read, compared by meaning, and every change placed in both files."""

import msgspec

from kamc.diagnostics import Path
from kamc.diff import diff
from kamc.engine.place import span
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope
from kamc.model.change import Change, Diff, Place, Side


def compare(scope: Scope, old: Loaded, new: Loaded) -> Diff:
    """What changed from `old` to `new`; both must be readable."""
    found = diff(old.plan, new.plan, scope.shared)
    return msgspec.structs.replace(
        found,
        old=_side(found.old, old),
        new=_side(found.new, new),
        changes=tuple(_placed(one, old, new) for one in found.changes),
    )


def _side(side: Side, loaded: Loaded) -> Side:
    period = str(loaded.period) if loaded.period else side.period
    return msgspec.structs.replace(
        side, account=loaded.account or side.account, period=period, path=loaded.source.path
    )


def _placed(change: Change, old: Loaded, new: Loaded) -> Change:
    return msgspec.structs.replace(
        change, old_place=_place(old, change.old_at), new_place=_place(new, change.new_at)
    )


def _place(loaded: Loaded, at: Path | None) -> Place | None:
    return None if at is None else Place(path=loaded.source.path, span=span(loaded, at, "key", None))
