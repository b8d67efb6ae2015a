"""What changed since the quarter before, as far as it touches a circle of people and things (M4, M61)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from kamc.brief.circle import Circle, more
from kamc.brief.given import Given
from kamc.brief.shown import Piece
from kamc.model.change import Change, Effect
from kamc.model.plan import Plan
from kamc.model.walk import entries

SIGNS: dict[Effect, str] = {"better": "▲", "worse": "▼", "neutral": "•"}
LIFE = frozenset(("added", "removed", "ended"))
QUIET = frozenset(("last", "next", "sources", "records", "as_of", "confidence", "accepted"))
"""Fields whose changes are told elsewhere on the page, or are about the plan and not about the account."""
MOST = 5


class Changes(Piece, frozen=True, kw_only=True):
    """What changed, what is worse first; `since` is the quarter before."""

    since: str = ""
    lines: tuple[str, ...] = ()
    more: str = ""

    def __bool__(self) -> bool:
        return bool(self.lines)


def changes(given: Given, circle: Circle) -> Changes:
    """What changed since the quarter before, as far as it touches a circle: news, and what came or went."""
    if given.earlier is None:
        return Changes()
    ids = frozenset(_ids(given, given.earlier.plan, circle))
    found = sorted(filter(_matters, (one for one in given.changes if _of(one, ids))), key=_weight)
    period = given.earlier.plan.period
    return Changes(
        since=given.speech.quarter(period if isinstance(period, str) else ""),
        lines=tuple(_lines(found[:MOST])),
        more=more(given, MOST, len(found)),
    )


def _lines(found: Sequence[Change]) -> Iterator[str]:
    """Each change with its sign; a thing of which the line before spoke is not named again."""
    for before, one in zip((None, *found), found, strict=False):
        same = before is not None and one.subject and (before.entity, before.id) == (one.entity, one.id)
        rest = one.message.removeprefix(one.subject).lstrip(",: ")
        yield f"{SIGNS[one.effect]} {'… ' + rest if same else one.message}"


def _ids(given: Given, before: Plan, circle: Circle) -> Iterator[str]:
    """The people and things themselves, and whatever touches them now or did before."""
    yield from circle.people
    yield from circle.topics
    held = tuple(chain(entries(before), entries(given.plan)))
    theirs = {one.id for one in held if circle.holds(one.entry)}
    yield from theirs
    served = msgspec.structs.replace(circle, topics=circle.topics | theirs)
    yield from (one.id for one in held if served.touches(one.entry))


def _of(change: Change, ids: frozenset[str]) -> bool:
    """Whether a change is one of these entries, or of a line of one (`member/person`)."""
    return change.id.partition("/")[0] in ids


def _matters(change: Change) -> bool:
    field = (change.field or "").rpartition(".")[2]
    return field not in QUIET and (change.effect != "neutral" or change.kind in LIFE)


def _weight(change: Change) -> tuple[bool, int, bool]:
    """What leads a report first, then what is worse; what only became known comes last."""
    order: Iterable[Effect] = ("worse", "better", "neutral")
    return not change.topic, tuple(order).index(change.effect), change.old == "unknown"
