"""Diff: two versions of a plan, read, compared by meaning for a reader, each change placed in both files."""

from collections.abc import Callable, Iterator

import msgspec

from kamc.audience import View, cut
from kamc.audience import known as known_to
from kamc.diagnostics import Diagnostic, Path
from kamc.diff import Basis, whole
from kamc.engine.judge import Sitting, heard
from kamc.engine.place import span
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope, judged_at
from kamc.engine.sides import Sides
from kamc.links import Shared
from kamc.model.change import Change, Diff, Place, Side
from kamc.model.fields import Audience
from kamc.model.values import known
from kamc.report.comparison import Compared
from kamc.speech import WRITTEN, Speech


def compare(
    scope: Scope,
    old: Loaded,
    new: Loaded,
    *,
    audience: Audience = Audience.PRIVATE,
    speech: Speech | None = None,
    shelf: Shelf | None = None,
) -> Diff:
    """What changed from `old` to `new`, as its reader may see it; both must be readable.

    Without `speech`, it is told in English, values as plans write them. `shelf` holds what has been
    read; without one, what is read beside the two plans is given up afterwards.
    """
    room = Room.of(scope, old, new, audience, shelf)
    found = whole(room.view(old), room.view(new), room.basis(old, new, speech or WRITTEN))
    for one in () if shelf else room.sitting.shelf.read:
        vars(one.plan).clear()  # its steps keep the plan, and it keeps them: a circle that nobody collects
    return msgspec.structs.replace(
        found,
        old=_side(found.old, old),
        new=_side(found.new, new),
        changes=tuple(_placed(one, old, new) for one in found.changes),
    )


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """What two plans are compared in: the run, the files beside them, and what all share, for one reader."""

    sitting: Sitting
    shared: Shared
    view: Callable[[Loaded], View]

    @classmethod
    def of(
        cls, scope: Scope, old: Loaded, new: Loaded, audience: Audience, shelf: Shelf | None = None
    ) -> "Room":
        """A room for two plans. Two versions of one file are not looked up for each other."""
        seen = known_to(scope.shared.people, scope.shared.catalogue, audience)
        held = (old, new) if old.source.path != new.source.path else ()
        return cls(
            sitting=Sitting(
                scope=scope,
                shelf=shelf or Shelf(scope.workspace, (*scope.shared_files, *held)),
                reader=audience,
                seen=None if audience is Audience.PRIVATE else seen,
            ),
            shared=Shared(catalogue=seen.catalogue, people=seen.people),
            view=lambda one: cut(one.plan, audience, seen.hidden),
        )

    def basis(self, old: Loaded, new: Loaded, speech: Speech) -> Basis:
        """What the two are compared by: each judged on its own day."""
        scope, older = self.sitting.scope, self._older(old)
        then, now = self._said(old), self._said(new)
        return Basis(
            then=judged_at(scope, old),
            now=judged_at(scope, new),
            shared=self.shared,
            speech=speech,
            health=scope.settings.health,
            currency=scope.settings.currency or "",
            fiscal_year_start=scope.settings.fiscal_year_start,
            older=self.view(older) if older else None,
            said_then=then,
            said_now=now,
        )

    def _said(self, loaded: Loaded) -> tuple[Diagnostic, ...]:
        """What a check says of a plan; a customer is told nothing of it."""
        if self.sitting.reader is Audience.CUSTOMER:
            return ()
        return heard(self.sitting, loaded, self.view(loaded).plan)

    def _older(self, old: Loaded) -> Loaded | None:
        """The plan of the quarter before the old one."""
        before = next(iter(self.sitting.scope.series.before(old.source)), None)
        found = self.sitting.shelf.get(before) if before else None
        return found if found and found.readable else None


def compared(scope: Scope, sides: Sides, audience: Audience = Audience.PRIVATE) -> Compared:
    """What became of one plan. The plans are given up afterwards: a thousand of them would not fit."""
    unread = tuple(unread_sides(scope, sides))
    pair = (sides.old, sides.new)
    found = (
        None if unread or None in pair else compare(scope, *(one for one in pair if one), audience=audience)
    )
    told = Compared(
        fate=sides.fate,
        side=found.new if found else side_of(sides.main),
        old_path=sides.old.source.path if sides.old else None,
        diff=found,
        unread=unread,
    )
    for one in pair:
        if one:
            vars(one.plan).clear()  # its steps keep the plan, and it keeps them
    return told


def side_of(loaded: Loaded) -> Side:
    """A plan that stands alone, by what is known of it."""
    account = loaded.account or ""
    name = known(loaded.plan.name) or account
    return _side(Side(account=account, name=name, period=known(loaded.plan.period) or ""), loaded)


def unread_sides(scope: Scope, sides: Sides) -> Iterator[str]:
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
