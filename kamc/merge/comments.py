"""Comments in a merge: what both sides wrote stays, what one side took away goes."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from kamc.diagnostics import Path
from kamc.loader import Document

HASH = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)


def found(document: Document) -> frozenset[str]:
    """The comments of a file, each once: what follows a `#` that stands in no text."""
    texts = sorted(_texts(document))
    starts = [start for start, _ in texts]
    return frozenset(
        one[0].rstrip() for one in HASH.finditer(document.text) if not _inside(one.start(), starts, texts)
    )


def _inside(offset: int, starts: list[int], texts: list[tuple[int, int]]) -> bool:
    place = bisect_right(starts, offset) - 1
    return place >= 0 and offset < texts[place][1]


def _texts(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of all keys and of all values that hold no others."""
    places = document.places()
    waiting: list[tuple[Path, Any]] = [((), document.data)]
    while waiting:
        path, data = waiting.pop()
        if isinstance(data, dict):
            waiting += (((*path, key), value) for key, value in data.items())
            stretches = [places.key_stretch((*path, key)) for key in data]
        elif isinstance(data, list):
            waiting += (((*path, place), value) for place, value in enumerate(data))
            stretches = []
        else:
            stretches = [places.value_stretch(path)]
        yield from filter(None, stretches)


def lost(sides: Iterable[Document], merged: Iterable[Document]) -> frozenset[str]:
    """The comments of two sides that are missing in what was merged, and that no side took away.

    `sides` are the base, ours and theirs.
    """
    old, mine, other = map(found, sides)
    return (mine | other) - (old - (mine & other)) - frozenset().union(*map(found, merged))


def lines(base: str, ours: str, theirs: str) -> str:
    """Our lines between two entries, without those that they took away and with those that they added."""
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    old, mine, other = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    told = {one.strip() for one in other}
    gone = {one.strip() for one in old} - told - {""}
    known = {one.strip() for one in (*old, *mine)} | {""}
    kept = [one for one in mine if one.strip() not in gone]
    return "".join((*kept, *(one for one in other if one.strip() not in known)))


def after(base: str, ours: str, theirs: str) -> str:
    """What follows a value: that of the side that changed it; of two that did, both."""
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    more = theirs.strip()
    return f"{ours.rstrip()}  {more}\n" if more and more not in ours else ours
