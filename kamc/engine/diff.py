"""Diff: two versions of a plan, read, compared by meaning, and every change placed in both files."""

from collections.abc import Iterator

import msgspec

from kamc.diagnostics import Path
from kamc.diff import diff
from kamc.engine.place import span
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope
from kamc.engine.sides import Sides
from kamc.model.change import Change, Diff, Place, Side
from kamc.model.values import known
from kamc.report.comparison import Compared


def compare(scope: Scope, old: Loaded, new: Loaded) -> Diff:
    """What changed from `old` to `new`; both must be readable."""
    found = diff(old.plan, new.plan, scope.shared)
    return msgspec.structs.replace(
        found,
        old=_side(found.old, old),
        new=_side(found.new, new),
        changes=tuple(_placed(one, old, new) for one in found.changes),
    )


def compared(scope: Scope, sides: Sides) -> Compared:
    """What became of one plan. The plans are given up afterwards: a thousand of them would not fit."""
    unread = tuple(_unread(scope, sides))
    pair = (sides.old, sides.new)
    found = None if unread or None in pair else compare(scope, *(one for one in pair if one))
    told = Compared(
        fate=sides.fate,
        side=found.new if found else _side(_named(sides.main), sides.main),
        old_path=sides.old.source.path if sides.old else None,
        diff=found,
        unread=unread,
    )
    for one in pair:
        if one:
            vars(one.plan).clear()  # its steps keep the plan, and it keeps them
    return told


def _named(loaded: Loaded) -> Side:
    account = loaded.account or ""
    return Side(
        account=account, name=known(loaded.plan.name) or account, period=known(loaded.plan.period) or ""
    )


def _unread(scope: Scope, sides: Sides) -> Iterator[str]:
    """The sides that cannot be read; a file of the past is called as git calls it."""
    if sides.old and not sides.old.readable:
        path = sides.old.source.path
        yield f"{sides.commit[:12]}:{scope.workspace.base}{path}" if sides.commit else path
    if sides.new and not sides.new.readable:
        yield sides.new.source.path


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
