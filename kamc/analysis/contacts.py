"""The contact matrix: who of ours speaks with whom of theirs, how often, last when, where nobody does (M40).

People are given by their ids. Who has left is not counted, nor is a place that the plan keeps for somebody.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.people import is_key_person, members, persons
from kamc.analysis.sums import percent
from kamc.audience import View
from kamc.links.graph import grouped
from kamc.model.buying_center import Contact, Member, holds, is_sought
from kamc.model.records import is_open
from kamc.model.values import UNKNOWN, Every, When, each, known

CONTACTS = "relationships.buying_center.*.contacts"
WHO_MATTERS = ("relationships.buying_center.*.roles", "relationships.buying_center.*.influence")


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """One of ours and one of theirs who speak with each other."""

    theirs: str
    ours: str
    every: Every | None
    last: When | None
    silent: int | None
    """For how many days they have not spoken; `None` where nobody says when they last did."""
    late: int
    """For how many days a talk has been due by their own cadence."""


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Who is reached, by whom of ours, how often, and how long ago; and whether those are who must be."""

    threads: tuple[Thread, ...]
    reached: tuple[str, ...]
    """People that matter with whom somebody of ours speaks."""
    gaps: tuple[str, ...]
    """People that matter with whom nobody does: influential, and left to others."""
    unknown: tuple[str, ...]
    """People that matter of whom the plan says that it does not know."""

    @property
    def share(self) -> Decimal | None:
        """How many of the people that matter are reached, in percent; not known where one of them is not."""
        return None if self.unknown else percent(len(self.reached), len(self.reached) + len(self.gaps))


class Deciders(msgspec.Struct, frozen=True, kw_only=True):
    """Who has to say yes, and whether somebody of ours speaks with them."""

    reached: tuple[str, ...]
    gaps: tuple[str, ...]
    """With whom nobody does; a place that the plan keeps for a decider whom it looks for is one."""
    unknown: tuple[str, ...]
    """Of whom the plan says that it does not know."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What one of ours holds of the contact matrix."""

    ours: str
    theirs: tuple[str, ...]
    """With whom they speak."""
    alone: tuple[str, ...]
    """With whom nobody else of ours does: lost with them, should they go."""
    share: Decimal
    """Of all threads, in percent."""


@needs(CONTACTS, *WHO_MATTERS)
def coverage(view: View, as_of: dt.date) -> Coverage | None:
    """The contact matrix on a day (M40: Amaro Araujo, part 9); days, and a share in percent.

    The people that matter are persons who decide, lobby for us, or carry much weight. They are reached where
    the plan names somebody of ours who speaks with them; something planned does not reach them yet. Not known
    where nobody of theirs is named.
    """
    if not members(view.plan):
        return None
    matter = {id_: one.contacts for id_, one in persons(view.plan).items() if is_key_person(one)}
    unknown = tuple(id_ for id_, contacts in matter.items() if contacts.said is UNKNOWN)
    return Coverage(
        threads=threads(view, as_of),
        reached=tuple(id_ for id_, contacts in matter.items() if contacts),
        gaps=tuple(id_ for id_, contacts in matter.items() if not contacts and id_ not in unknown),
        unknown=unknown,
    )


@needs(CONTACTS, "relationships.buying_center.*.roles", "relationships.buying_center.*.members")
def deciders(view: View) -> Deciders | None:
    """Who decides, persons and committees, and whom of them we reach (M31, M40).

    A committee is reached where somebody in it is. Not known where the buying centre is not; where it is and
    nobody in it decides, there is none.
    """
    held = {id_: one for id_, one in view.plan.relationships.buying_center.items() if is_open(one)}
    if not held:
        return None
    found = {id_: _reach(held, id_, one) for id_, one in held.items() if holds(one, "decider")}
    reached, gaps, unknown = (
        tuple(id_ for id_, how in found.items() if how is sort) for sort in (True, False, None)
    )
    return Deciders(reached=reached, gaps=gaps, unknown=unknown)


def _reach(held: Mapping[str, Member], id_: str, one: Member) -> bool | None:
    """Whether somebody of ours speaks with a member, or with one of those who sit in a committee."""
    if is_sought(id_):
        return False
    lines = (one.contacts, *(held[seat].contacts for seat in each(one.members) if seat in held))
    if any(lines):
        return True
    return None if any(line.said is UNKNOWN for line in lines) else False


@needs(CONTACTS)
def loads(view: View) -> tuple[Load, ...] | None:
    """Who of ours holds how many of the threads, the most loaded first (M40: single threads).

    Shares are of the threads that are written; not known where there is none.
    """
    held = [(ours, id_) for id_, one in members(view.plan).items() for ours in one.contacts]
    by_theirs = grouped((theirs, ours) for ours, theirs in held)
    found = [
        Load(
            ours=ours,
            theirs=theirs,
            alone=tuple(one for one in theirs if by_theirs[one] == (ours,)),
            share=100 * Decimal(len(theirs)) / len(held),
        )
        for ours, theirs in grouped(held).items()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.theirs), one.ours))) or None


def threads(view: View, as_of: dt.date) -> tuple[Thread, ...]:
    """Every contact of those who still have a part, in the author's order."""
    return tuple(
        Thread(
            theirs=id_,
            ours=ours,
            every=known(one.every),
            last=(last := known(one.last)),
            silent=max(0, (as_of - last.last).days) if last else None,
            late=days_late(one, as_of),
        )
        for id_, member in members(view.plan).items()
        for ours, one in member.contacts.items()
    )


def days_late(contact: Contact, as_of: dt.date) -> int:
    """For how many days a talk has been due; none where the next one is agreed on."""
    last, every = contact.last, contact.every
    if not isinstance(last, When) or not isinstance(every, Every) or is_agreed(contact, as_of):
        return 0
    return max(0, (as_of - last.last).days - every.days)


def is_agreed(contact: Contact, as_of: dt.date) -> bool:
    """Whether a next talk is agreed on."""
    return isinstance(contact.next, When) and contact.next.last >= as_of


def last_talk(member: Member) -> When | None:
    """When somebody of ours last spoke with a member."""
    days = [last for contact in member.contacts.values() if isinstance(last := contact.last, When)]
    return max(days, key=lambda last: last.last, default=None)
