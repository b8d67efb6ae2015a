"""What an entry was in the quarters before, for the rules on change (M4)."""

import datetime as dt
from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from kamc.diagnostics import Path, Related
from kamc.links import Node
from kamc.model.records import Entry, Tracked
from kamc.model.values import UNKNOWN
from kamc.rules.base import Subject, is_missing
from kamc.words import shown

T_co = TypeVar("T_co", bound=Tracked, covariant=True)
NAMED = frozenset(("member", "competitor"))
"""Kinds that are called by a name; others by their main text."""


class Kept(msgspec.Struct, Generic[T_co], frozen=True, kw_only=True):
    """An entry that was there in the quarter before, too: where it stood and stands, what it was and is."""

    was_at: Path
    at: Path
    before: T_co
    now: T_co

    @property
    def called(self) -> str:
        """How messages call it."""
        return called(self.at, self.now)

    @property
    def has_new_reason(self) -> bool:
        """Whether it says why it stands as it does, and not only what it said in the quarter before."""
        why = self.now.why
        return why is UNKNOWN or (not is_missing(why) and why != self.before.why)

    def stood(self, subject: Subject, message: str, *field: str) -> Related:
        """The place where it, or a field of it, stood in the quarter before."""
        return Related(
            message=message,
            at=(*self.was_at, *field),
            on="value" if field else "key",
            file=subject.earlier[0].path,
        )


def kept(subject: Subject, record: type[T_co]) -> Iterator[Kept[T_co]]:
    """Each entry of a sort that was there in the quarter before, too."""
    for pair in subject.pairs:
        if pair.old and pair.new:
            old, new = pair.old.entry, pair.new.entry
            if isinstance(old, record) and isinstance(new, record):
                yield Kept(was_at=pair.old.path, at=pair.new.path, before=old, now=new)


def called(at: Path, entry: Entry) -> str:
    """How a message calls an entry: by its name, or by its main text in quotes."""
    title = Node(str(at[-1]), entry.about.kind, at, entry).title
    return title if entry.about.kind in NAMED else shown(title)


def first_day(last_day: dt.date) -> dt.date:
    """The first day of a quarter, from its last."""
    first = last_day.replace(day=1)
    for _ in range(2):
        first = (first - dt.timedelta(days=1)).replace(day=1)
    return first
