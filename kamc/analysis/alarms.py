"""Alarms: signs that something may go wrong, by what they mean and how dangerous they are (M52).

Source: Le Bon and Herman, chapters 2 and 3. Lack of receptivity shows early in a sale, high anxiety later.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.analysis.sums import counted
from kamc.audience import View
from kamc.model.care import Alarm
from kamc.model.values import NONE, Keyed, When, known

Meaning: TypeAlias = Literal["receptivity", "anxiety", "unknown"]
MEANINGS: tuple[Meaning, ...] = ("receptivity", "anxiety", "unknown")
RECEPTIVITY = frozenset(
    (
        "information-withheld",
        "unreliable",
        "contradictory",
        "unrealistic-requests",
        "fewer-contacts",
        "no-compelling-reason",
        "needs-stay-implied",
    )
)
ANXIETY = frozenset(
    (
        "many-information-requests",
        "many-meeting-requests",
        "old-objections",
        "contradicting-objections",
        "poor-reception",
        "credibility-doubts",
    )
)
DANGERS = ("high", "medium", "low")
"""The worst first."""


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm that is not settled."""

    id: str
    meaning: Meaning
    sign: str | None
    danger: str | None
    seen: When | None
    by: When | None
    is_overdue: bool


class Alarms(msgspec.Struct, frozen=True, kw_only=True):
    """The open alarms of an account."""

    open: tuple[Open, ...]
    """The most dangerous first, then the first to be treated; what is not known comes last."""
    by_meaning: Keyed[int]
    """How many show a lack of receptivity, how many anxiety; those without a sign are `unknown`."""
    by_danger: Keyed[int]
    """How many are high, medium, low or `unknown`."""
    overdue: int


@needs("account_plan.alarms.*.sign", "account_plan.alarms.*.danger")
def alarms(view: View, as_of: dt.date) -> Alarms | None:
    """The open alarms on a day: none of them where the plan says `none`; not known where it says nothing."""
    held = view.plan.account_plan.alarms
    if not held and held.said is not NONE:
        return None
    found = sorted(_open(held, as_of), key=_worst_first)
    return Alarms(
        open=tuple(found),
        by_meaning=counted((one.meaning for one in found), MEANINGS),
        by_danger=counted((one.danger or "unknown" for one in found), (*DANGERS, "unknown")),
        overdue=sum(one.is_overdue for one in found),
    )


def danger_rank(one: Alarm) -> int:
    """0 for the most dangerous; what is not known comes last."""
    return DANGERS.index(one.danger) if one.danger in DANGERS else len(DANGERS)


def _open(held: Mapping[str, Alarm], as_of: dt.date) -> Iterator[Open]:
    for id, one in held.items():
        by = known(one.by)
        if one.is_open:
            yield Open(
                id=id,
                meaning=meaning(one),
                sign=known(one.sign),
                danger=known(one.danger),
                seen=known(one.seen),
                by=by,
                is_overdue=by is not None and by.last < as_of,
            )


def meaning(one: Alarm) -> Meaning:
    """What the sign of an alarm means."""
    if one.sign in RECEPTIVITY:
        return "receptivity"
    return "anxiety" if one.sign in ANXIETY else "unknown"


def _worst_first(one: Open) -> tuple[int, dt.date, str]:
    rank = DANGERS.index(one.danger) if one.danger else len(DANGERS)
    return rank, one.by.last if one.by else dt.date.max, one.id
