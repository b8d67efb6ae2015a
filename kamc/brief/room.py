"""Room on paper: how wide a text is likely to be, how many lines it takes, and which items fit a page.

Nobody knows here in which font a page will be printed, so widths are estimates, rather too wide than too
narrow, and the same on every machine.
"""

import functools
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, takewhile

import msgspec

from kamc.escape import FIRST_STRONG, POP, clean

NARROW = frozenset("iljtfrI.,:;'|!()[]{}- \u00a0·’“”")
NARROWEST = 0.38
"""How wide a narrow sign is, in ems."""
BROAD = frozenset("mwMW@%—…★◆◇●")
ELLIPSIS = "…"
SHUT_IN = frozenset((FIRST_STRONG, POP))
"""Signs that shut in a text from right to left, and take no room."""
LOOSE = " ,;:·.–-…"
"""Signs that no text ends with before an ellipsis."""


def width(words: str, size: float = 1.0) -> float:
    """How wide a text is likely to be, in the unit of its size; in em without one."""
    return sum(_em(sign) for sign in words) * size


@functools.lru_cache(4096)
def _em(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in {"W", "F"}:
        return 1.05
    if sign in SHUT_IN:
        return 0.0
    if sign in NARROW:
        return NARROWEST
    return 0.95 if sign in BROAD else 0.76 if sign.isupper() else 0.62


def lines(words: str, room: float) -> int:
    """How many lines of `room` em a text takes; none where there is no text."""
    return sum(1 for _ in _wrapped(words, room, len(words)))


def _wrapped(words: str, room: float, most: int) -> Iterable[int]:
    """For each of the first `most` lines of a text on one line: where it ends in the text."""
    start = 0
    while start < len(words) and most > 0:
        end = _line(words, start, room)
        yield end
        start, most = end, most - 1


def _line(words: str, start: int, room: float) -> int:
    """Where a line that starts there ends: behind its last whole word, or in a word that no line holds."""
    used, end, at = 0.0, 0, start
    while at < len(words):
        sign = words[at]
        used += _em(sign)
        if used > room and sign != " ":
            return max(end or at, start + 1)
        at += 1
        if sign == " " or unicodedata.east_asian_width(sign) in {"W", "F"}:
            end = at
    return at


def fitted(words: str, room: float, most: int = 1) -> str:
    """A text on one line, cut at a word where it takes more than `most` lines of `room` em.

    What is cut ends with an ellipsis. A text that runs from right to left is as it is shown: shut in.
    """
    flat = clean(words)
    ends = list(_wrapped(flat, room, most))
    if not ends or ends[-1] >= len(flat):
        return flat
    start = ends[-2] if most > 1 else 0
    left = room - width(ELLIPSIS)
    end = _line(flat, start, left)
    if width(flat[start:end]) < left / 2:  # a long word comes next: a part of it says more than nothing
        end = start + sum(1 for _ in takewhile(lambda used: used <= left, accumulate(map(_em, flat[start:]))))
    return clean(flat[:end].rstrip(LOOSE) + ELLIPSIS)


class Want(msgspec.Struct, frozen=True, kw_only=True):
    """A section that wants room on a page: `head` for its name, and a height for each of its items.

    It gets `least` items whatever the room is, and `most` at most. One without items takes no room.
    """

    items: tuple[float, ...]
    head: float
    least: int
    most: int

    def height(self, count: int) -> float:
        """Its height with its first `count` items."""
        return self.head + sum(self.items[:count]) if self.items else 0.0


def shared(wants: Sequence[Want], height: Callable[[Sequence[float]], float], room: float) -> tuple[int, ...]:
    """How many items each section of a page shows: in turns, the first section first, while there is room.

    `height` says how high the page is whose sections are so high.
    """
    counts = [min(one.least, len(one.items)) for one in wants]
    grown = True
    while grown:
        grown = False
        for place, one in enumerate(wants):
            if counts[place] < min(one.most, len(one.items)):
                counts[place] += 1
                fits = height(heights(wants, counts)) <= room
                counts[place] -= not fits
                grown = grown or fits
    return tuple(counts)


def heights(wants: Sequence[Want], counts: Sequence[int]) -> tuple[float, ...]:
    """How high each section is that shows so many of its items."""
    return tuple(one.height(count) for one, count in zip(wants, counts, strict=True))
