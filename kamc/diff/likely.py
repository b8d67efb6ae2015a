"""Renames that nobody has written down: an entry that is gone and one that is new, alike in what they say.

Likeness suggests, it never decides: who knows the plan writes `was`, or does not (law 3 of the format).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kamc.diff.names import NAMED, called
from kamc.links.match import Pair
from kamc.model.change import Likely
from kamc.model.normal import normal
from kamc.model.records import Entry, Tracked
from kamc.model.walk import Entered
from kamc.speech import WRITTEN, Speech

LEAST = 60
"""How alike two entries have to be, in percent, to be worth a question."""
FEWEST = 3
"""How many words they have in common at least: less is chance."""
_WORD = re.compile(r"\w+")


class Bag(msgspec.Struct, frozen=True):
    """An entry with the words that it says, and how often."""

    one: Entered
    words: Counter[str]
    name: frozenset[str]


def likely(pairs: Iterable[Pair], speech: Speech) -> tuple[Likely, ...]:
    """The likeliest renames among entries of one kind, each entry in one at most, the likest first."""
    held = tuple(pairs)
    gone = _bags(pair.old for pair in held if pair.new is None)
    new = _bags(pair.new for pair in held if pair.old is None)
    found = sorted(_likenesses(gone, new), key=lambda one: (-one[0], one[1].id, one[2].id))
    taken: set[str] = set()
    told: list[Likely] = []
    for likeness, old, now in found:
        if not taken & {old.id, now.id}:
            taken |= {old.id, now.id}
            told.append(_told(likeness, old, now, speech))
    return tuple(told)


def _bags(entered: Iterable[Entered | None]) -> list[Bag]:
    return [_bag(one) for one in entered if one and (not isinstance(one.entry, Tracked) or one.entry.is_open)]


def _bag(one: Entered) -> Bag:
    words = Counter(_WORD.findall(" ".join(_texts(normal(one.entry))).casefold()))
    return Bag(one, words, frozenset(_WORD.findall(called(one.id, one.entry, WRITTEN).casefold())))


def _texts(data: Any) -> Iterator[str]:
    """What plain data says, without the words of the format that are its keys."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in {"was", "became"}:
                yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
    else:
        yield str(data)


def _likenesses(gone: list[Bag], new: list[Bag]) -> Iterator[tuple[int, Entered, Entered]]:
    for old in gone:
        for now in new:
            if _may_be(old, now):
                common = (old.words & now.words).total()
                likeness = 200 * common // (old.words.total() + now.words.total())
                if likeness >= LEAST and common >= FEWEST:
                    yield likeness, old.one, now.one


def _may_be(old: Bag, now: Bag) -> bool:
    """Entries of one kind; of what has a name, a part of the name has to be the same, too."""
    kinds: tuple[Entry, Entry] = (old.one.entry, now.one.entry)
    same = kinds[0].about.kind == kinds[1].about.kind
    return same and (kinds[0].about.kind not in NAMED or bool(old.name & now.name))


def _told(likeness: int, old: Entered, now: Entered, speech: Speech) -> Likely:
    return Likely(
        entity=now.entry.about.kind,
        old=old.id,
        new=now.id,
        likeness=likeness,
        message=speech.say(
            "{old} may have become {new}: {percent} % of their words are the same; if it is one entry, "
            "write `was: {old}` in {new}",
            old=old.id,
            new=now.id,
            percent=likeness,
        ),
        old_at=old.path,
        new_at=now.path,
    )
