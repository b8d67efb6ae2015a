"""What of a plan touches some people of theirs, or a thing that is talked about."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from kamc.brief.given import Given
from kamc.model.records import Tracked
from kamc.model.values import each

T = TypeVar("T", bound=Tracked)
PEOPLE = ("with_", "to", "whose", "people", "agreed_with")
"""The fields in which an entry names people of theirs."""
TOPICS = ("about_", "advances", "answers")
"""The fields in which an entry says what it is about."""


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """Some people of theirs, and the things that are talked about with them, by their ids."""

    people: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()

    def touches(self, entry: object) -> bool:
        """Whether an entry names one of them."""
        return not self.people.isdisjoint(named(entry, PEOPLE)) or not self.topics.isdisjoint(
            named(entry, TOPICS)
        )

    def holds(self, entry: object) -> bool:
        """Whether an entry names one of the people."""
        return not self.people.isdisjoint(named(entry, PEOPLE))


def named(entry: object, attrs: tuple[str, ...]) -> Iterator[str]:
    """The ids that an entry names in some of its fields."""
    for attr in attrs:
        yield from each(getattr(entry, attr, None))


def touched(entries: Mapping[str, T], circle: Circle) -> list[tuple[str, T]]:
    """The open entries that touch a circle and say something, in the author's order."""
    return [(id, one) for id, one in entries.items() if one and one.is_open and circle.touches(one)]


def said_for(text: object) -> str:
    """A text without the stop at its end, to stand inside a sentence of ours."""
    return str(text).rstrip(" .;:") if isinstance(text, str) else ""


def more(given: Given, most: int, count: int) -> str:
    """What stands above a list that is cut: how much of it is shown."""
    if count <= most:
        return ""
    return given.speech.say("The first {shown} of {all}", shown=most, all=count)
