"""What a key account manager goes into: planned meetings, and talks with people that matter (M61)."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from kamc.analysis.contacts import is_agreed
from kamc.analysis.people import is_key_person, persons
from kamc.brief.circle import Circle
from kamc.brief.given import Given, alive, by_date
from kamc.model.actions import Meeting
from kamc.model.buying_center import Member
from kamc.model.opportunities import Opportunity
from kamc.model.records import is_open
from kamc.model.values import each


class Occasion(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A meeting, or a talk with one person: `meeting` is `None` then.

    `theirs` and `ours` are ids, those of a committee's members after its own. `stakes` are the open
    opportunities that it is about, or in which the person has a say.
    """

    id: str
    theirs: tuple[str, ...]
    ours: tuple[str, ...]
    meeting: Meeting | None = None
    stakes: Mapping[str, Opportunity] = {}

    @cached_property
    def circle(self) -> Circle:
        """Whom and what it touches: the people, what it is about, what is to follow from it."""
        one = self.meeting
        about = (*each(one.about_), *each(one.leads_to)) if one else ()
        return Circle(people=frozenset(self.theirs), topics=frozenset((*about, *self.stakes)))


def occasions(given: Given) -> Iterator[Occasion]:
    """Each planned meeting, the next one first; then each person that matters and is in none of them.

    Somebody matters who decides, lobbies for us or carries much weight, and with whom somebody of ours
    speaks; or with whom a talk is agreed on. Nobody needs a brief for somebody whom nobody meets.
    """
    met: set[str] = set()
    for id, one in by_date(alive(given.plan.account_plan.meetings), "date"):
        if one.is_open:
            found = _meeting(given, id, one)
            met |= {*found.theirs}
            yield found
    for id, person in persons(given.plan).items():
        if id not in met and _is_spoken_with(given, person):
            yield _talk(given, id, person)


def _is_spoken_with(given: Given, one: Member) -> bool:
    agreed = any(is_agreed(contact, given.run.as_of) for contact in one.contacts.values())
    return agreed or (is_key_person(one) and bool(one.contacts))


def _meeting(given: Given, id: str, one: Meeting) -> Occasion:
    stakes = {key: chance for key, chance in _open(given) if key in each(one.about_)}
    theirs = dict.fromkeys(seat for key in each(one.with_) for seat in _seats(given, key))
    return Occasion(id=id, theirs=tuple(theirs), ours=each(one.team), meeting=one, stakes=stakes)


def _seats(given: Given, id: str) -> tuple[str, ...]:
    """Somebody, with those who sit in it where it is a committee."""
    member = given.plan.relationships.buying_center.get(id)
    return (id, *(each(member.members) if member else ()))


def _talk(given: Given, id: str, one: Member) -> Occasion:
    stakes = {key: chance for key, chance in _open(given) if id in voices(chance)}
    return Occasion(id=id, theirs=(id,), ours=tuple(one.contacts), stakes=stakes)


def voices(one: Opportunity) -> tuple[str, ...]:
    """Who has a say in an opportunity: who can say yes, who speaks for us, whose criteria are known."""
    named = (*each(one.cabs.authority), *each(one.cabs.allies), *one.choices.theirs)
    return tuple(dict.fromkeys(named))


def _open(given: Given) -> Iterator[tuple[str, Opportunity]]:
    for id, one in given.plan.account_plan.opportunities.items():
        if one and is_open(one):
            yield id, one
