"""What changed since the quarter before, and why (M4): by meaning, in what the reader may see of both."""

from collections.abc import Iterator, Sequence

from kamc.brief.given import Given
from kamc.brief.shown import Cell, Piece
from kamc.diff import leads
from kamc.model.change import Change
from kamc.model.records import Tracked
from kamc.model.values import Text

MOST = 8
"""So many changes of one sort are told; the rest is counted."""
TOLD_ELSEWHERE = frozenset(("activity", "communication", "alarm", "concern", "contact", "meeting", "result"))
"""What has a part of its own in the review: promises, value, risks, and the plan ahead."""


class Moved(Piece, frozen=True, kw_only=True):
    """What changed, by what it means for us; `rest` counts what is not told."""

    say: str = ""
    worse: tuple[Cell, ...] = ()
    better: tuple[Cell, ...] = ()
    other: tuple[Cell, ...] = ()
    rest: str = ""


def moved(given: Given) -> Moved:
    """The worst and the best first; what other parts of the review tell is not told twice."""
    say, found = given.speech.say, given.changes
    if given.earlier is None:
        return Moved(say=given.speech.say("There is no plan of an earlier quarter to compare with."))
    leading = leads(found)
    told = [*leading, *(one for one in found if one not in leading and one.entity not in TOLD_ELSEWHERE)]
    sorts = {
        effect: [one for one in told if one.effect == effect and one.kind != "renamed" and _tells(one)]
        for effect in ("worse", "better", "neutral")
    }
    other = [one for one in sorts["neutral"] if one in leading]
    left = sum(max(0, len(sorts[sort]) - MOST) for sort in ("worse", "better"))
    return Moved(
        say="" if found else say("Nothing in the plan has changed since the quarter before."),
        worse=_told(given, sorts["worse"][:MOST]),
        better=_told(given, sorts["better"][:MOST]),
        other=_told(given, other),
        rest=given.speech.count(
            left,
            "The weightiest; one more change is for the better or worse.",
            "The weightiest; {n} more changes are for the better or worse.",
        )
        if left
        else "",
    )


def _tells(one: Change) -> bool:
    """Whether a change says more than that somebody looked."""
    return not str(one.field).startswith("reviewed.")


def _told(given: Given, held: Sequence[Change]) -> tuple[Cell, ...]:
    whys = {id: one.why for id, one in _tracked(given) if isinstance(one.why, str)}
    return tuple(Cell(one.message, _why(whys.get(one.id), one)) for one in held)


def _why(why: Text, one: Change) -> tuple[str, ...]:
    """Why it changed, where the plan tells and the message does not yet."""
    return (why,) if isinstance(why, str) and one.kind != "ended" else ()


def _tracked(given: Given) -> Iterator[tuple[str, Tracked]]:
    return ((one.id, one.entry) for one in given.plan.entered if isinstance(one.entry, Tracked))
