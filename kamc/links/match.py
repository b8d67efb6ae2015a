"""Which entry of the old plan is which entry of the new one: by id, and by `was` where it was renamed."""

from collections.abc import Mapping

import msgspec

from kamc.model.plan import Plan
from kamc.model.records import Entry
from kamc.model.walk import Entered, entries


class Pair(msgspec.Struct, frozen=True):
    """An entry before and after; one side is missing where it was added or is gone."""

    old: Entered | None
    new: Entered | None

    @property
    def renamed(self) -> bool:
        """Whether it is the same entry under another id."""
        return self.old is not None and self.new is not None and self.old.id != self.new.id


def matched(old: Plan, new: Plan) -> tuple[Pair, ...]:
    """Every entry of the two plans, once; ids win over `was`, and kinds do not matter."""
    before, after = _by_id(old), _by_id(new)
    renames = _renames(before, after)
    pairs = [Pair(before.get(renames.get(id_, id_)), entered) for id_, entered in after.items()]
    taken = {*after, *renames.values()}
    return (*pairs, *(Pair(entered, None) for id_, entered in before.items() if id_ not in taken))


def _by_id(plan: Plan) -> dict[str, Entered]:
    """The first entry of every id: two with one id are an error that `check` tells."""
    found: dict[str, Entered] = {}
    for entered in entries(plan):
        found.setdefault(entered.id, entered)
    return found


def _renames(before: Mapping[str, Entered], after: Mapping[str, Entered]) -> dict[str, str]:
    """Old ids by new ones. A rename is followed backwards, too: a diff the other way is a mirror."""
    forward = [(new, _was(one.entry)) for new, one in after.items()]
    backward = [(_was(one.entry), old) for old, one in before.items()]
    found: dict[str, str] = {}
    for new, old in (*forward, *backward):
        fits = new in after and old in before and new not in before and old not in after
        if fits and new not in found and old not in found.values():
            found[str(new)] = str(old)
    return found


def _was(entry: Entry) -> str | None:
    return entry.was if isinstance(entry.was, str) else None
