"""Names for ids: what readers see, everywhere."""

from collections.abc import Iterable

import msgspec

from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.model.values import Links, Said
from kamc.model.walk import entries
from kamc.speech.format import sentence, shortened, words
from kamc.words import spelled

SHORT = 56
"""As long as a name that is a text may be before it is shortened."""
PEOPLE = frozenset({"member", "person", "competitor", ""})
"""Kinds whose ids are names of people or companies: each word has a capital."""
NAME_WORDS = 4
"""A name with more words is a text."""
Texts = tuple[str, ...]


class Names(msgspec.Struct, frozen=True):
    """The whole name of each id that is known."""

    known: dict[str, str]

    def full(self, id: str) -> str:
        """The name of an id, whole; the id's own words where nothing knows it."""
        return self.known.get(id) or spelled(id)

    def of(self, id: str, most: int = SHORT) -> str:
        """The name of an id, shortened where it is a long text."""
        return shortened(self.full(id), most)

    def each(self, ids: Iterable[str], most: int = SHORT) -> Texts:
        """The names of several ids, in the author's order."""
        return tuple(self.of(one, most) for one in ids)

    def listed(self, links: Links, most: int = SHORT) -> str:
        """The names of a link's ids as one text; nothing where it names nobody."""
        return "" if links is None or isinstance(links, Said) else self.text(links, most)

    def text(self, ids: Iterable[str], most: int = SHORT) -> str:
        """The names of several ids as one text; texts are kept apart by semicolons."""
        names = self.each(ids, most)
        return ("; " if any(len(name.split()) > NAME_WORDS for name in names) else ", ").join(names)


def names(plan: Plan, people: People | None, catalogue: Catalogue | None) -> Names:
    """Names of everything that a plan refers to. Entries of the plan win over what all plans share."""
    known = {id: _title(id, one.name) for id, one in people.people.items()} if people else {}
    if catalogue:
        known |= {
            id: one.name if isinstance(one.name, str) else sentence(words(id))
            for id, one in catalogue.offerings.items()
        }
    market = plan.account_as_market
    known |= {id: segment(plan, id) for id in market.open_space}
    known |= {one.id: _entry(one.id, one.entry) for one in entries(plan)}
    used = {id for row in market.open_space.values() for id in row} | set(plan.product_knowledge.offerings)
    return Names(known | {id: sentence(words(id)) for id in sorted(used - set(known))})


def segment(plan: Plan, id: str) -> str:
    """The printed name of a segment of the open space."""
    name = plan.account_as_market.segments.get(id)
    return name if isinstance(name, str) else sentence(words(id))


def _entry(id: str, entry: object) -> str:
    kind: str = entry.about.kind  # type: ignore[attr-defined]
    for attr in ("name",) if kind in PEOPLE else ("what", "message"):
        text = getattr(entry, attr, None)
        if isinstance(text, str):
            return text.rstrip(".")
    return _title(id, None) if kind in PEOPLE else sentence(words(id))


def _title(id: str, name: object) -> str:
    return name if isinstance(name, str) else spelled(id)
