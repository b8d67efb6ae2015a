"""What entries, people, offerings and segments are called, for messages that show names and not ids."""

from collections.abc import Iterable, Mapping

import msgspec

from kamc.links.graph import Shared
from kamc.links.match import Pair
from kamc.model.plan import Plan
from kamc.model.records import Entry
from kamc.speech import WRITTEN, Speech
from kamc.words import spelled

PEOPLE = frozenset(("member", "person"))
LONGEST = 48
"""How much of an entry's main text is its name."""
NAMED = frozenset(("member", "competitor"))
"""Kinds that are called by a name, and by the spelling of their id where none is written."""


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """The names of everything that two plans speak of, which old id is which new one, and how it is said."""

    outside: Mapping[str, str]
    """Offerings and our people."""
    entries: Mapping[str, Entry]
    segments: Mapping[str, str]
    renamed: Mapping[str, str]
    speech: Speech = WRITTEN

    def of(self, id_: str, kinds: Iterable[str] = ()) -> str:
        """How people call what an id names; `kinds` help where neither plan knows it."""
        if (entry := self.entries.get(id_)) is not None:
            return called(id_, entry, self.speech)
        if id_ in self.outside:
            return self.outside[id_]
        return spelled(id_) if PEOPLE.intersection(kinds) else id_.replace("-", " ")

    def segment(self, key: str) -> str:
        """The printed name of a segment of the open space."""
        return self.segments.get(key) or spelled(key)

    def now(self, id_: str) -> str:
        """The id that an entry of the old plan has in the new one."""
        return self.renamed.get(id_, id_)


def names(
    old: Plan, new: Plan, pairs: Iterable[Pair], shared: Shared | None, speech: Speech = WRITTEN
) -> Names:
    """The names that two plans use; the new plan's win."""
    pairs = tuple(pairs)
    entered = [one for pair in pairs for one in (pair.old, pair.new) if one]
    return Names(
        outside=_outside(shared or Shared()),
        entries={one.id: one.entry for one in entered},
        segments={
            key: name
            for plan in (old, new)
            for key, name in plan.account_as_market.segments.items()
            if isinstance(name, str)
        },
        renamed={pair.old.id: pair.new.id for pair in pairs if pair.old and pair.new and pair.renamed},
        speech=speech,
    )


def called(id_: str, entry: Entry, speech: Speech) -> str:
    """The name of an entry, or its main text in quotes, or its id in words."""
    if isinstance(name := getattr(entry, "name", None), str):
        return " ".join(name.split())
    if entry.about.kind in NAMED:
        return spelled(id_)
    texts = (getattr(entry, attr, None) for attr in ("what", "message"))
    return next(
        (speech.quoted(text, LONGEST) for text in texts if isinstance(text, str)), id_.replace("-", " ")
    )


def _outside(shared: Shared) -> dict[str, str]:
    catalogue = shared.catalogue.offerings if shared.catalogue else {}
    people = shared.people.people if shared.people else {}
    found = {id_: one.name for id_, one in catalogue.items() if isinstance(one.name, str)}
    return found | {
        id_: one.name if isinstance(one.name, str) else spelled(id_) for id_, one in people.items()
    }
