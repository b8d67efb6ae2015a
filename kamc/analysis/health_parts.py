"""The parts of an account's health: of a figure its score, from 0 to 100, and its reason in a sentence.

What a figure does not know is not known here: `None`, and no zero.
"""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import msgspec

from kamc.analysis.alarms import DANGERS, Alarms, alarms
from kamc.analysis.completeness import completeness
from kamc.analysis.contacts import Deciders, coverage, deciders
from kamc.analysis.due import due
from kamc.analysis.people import facilitators
from kamc.analysis.satisfaction import Difference, satisfaction
from kamc.analysis.served import success_factors
from kamc.analysis.sums import percent
from kamc.audience import View
from kamc.speech import Message, message, plural, tally, told

HALF, FULL = Decimal(50), Decimal(100)
COSTS = dict(zip(DANGERS, (50, 25, 10), strict=True))
"""How many points an open alarm costs, by its danger; as many as `medium`, where that is not known."""


class Sign(msgspec.Struct, frozen=True):
    """What one part says: its score, 0 to 100, and why."""

    score: Decimal
    why: Message

    @property
    def reason(self) -> str:
        """Why, in English."""
        return str(self.why)


class Count(msgspec.Struct, frozen=True):
    """How a count is told: where some are bad, where all are or none is (of one, of both, of more)."""

    some: tuple[str, str]
    bad: tuple[str, str, str]
    good: tuple[str, str, str]

    def says(self, bad: int, whole: int) -> Message:
        """`2 of 7 talks are overdue`, `both talks are on time`."""
        if 0 < bad < whole:
            return tally(bad, *self.some, whole=whole)
        forms = self.bad if bad else self.good
        return told(forms[min(whole, len(forms)) - 1], n=whole)

    def sign(self, bad: int, whole: int) -> Sign | None:
        """The share of those that are good, in percent; not known where there is nothing to count."""
        share = percent(whole - bad, whole)
        return None if share is None else Sign(share, self.says(bad, whole))


DECIDERS = Count(
    plural(
        "{n} of {whole} deciders is still to be reached", "{n} of {whole} deciders are still to be reached"
    ),
    (
        message("the one decider is still to be reached"),
        message("both deciders are still to be reached"),
        message("all {n} deciders are still to be reached"),
    ),
    (
        message("the one decider is reached"),
        message("both deciders are reached"),
        message("all {n} deciders are reached"),
    ),
)
TALKS = Count(
    plural("{n} of {whole} talks is overdue", "{n} of {whole} talks are overdue"),
    (
        message("the one talk is overdue"),
        message("both talks are overdue"),
        message("all {n} talks are overdue"),
    ),
    (
        message("the one talk is on time"),
        message("both talks are on time"),
        message("all {n} talks are on time"),
    ),
)
PROMISES = Count(
    plural("{n} of {whole} promises is overdue", "{n} of {whole} promises are overdue"),
    (
        message("the one promise is overdue"),
        message("both promises are overdue"),
        message("all {n} promises are overdue"),
    ),
    (
        message("the one promise is kept"),
        message("both promises are kept"),
        message("all {n} promises are kept"),
    ),
)
FACTORS = Count(
    plural(
        "{n} of {whole} success factors is helped by nothing of ours",
        "{n} of {whole} success factors are helped by nothing of ours",
    ),
    (
        message("the one success factor is helped by nothing of ours"),
        message("both success factors are helped by nothing of ours"),
        message("all {n} success factors are helped by nothing of ours"),
    ),
    (
        message("the one success factor is helped"),
        message("both success factors are helped"),
        message("all {n} success factors are helped"),
    ),
)
FACTS = Count(
    plural("{n} of {whole} facts is open", "{n} of {whole} facts are open"),
    (message("the one fact is open"), message("both facts are open"), message("all {n} facts are open")),
    (message("the one fact is known"), message("both facts are known"), message("all {n} facts are known")),
)


def access(view: View) -> Sign | None:
    """Whether somebody inside lobbies for us, and how many of those who decide are reached (M31, M32).

    Half for the facilitator (half of that, where none of them sells for us), half for the deciders with whom
    one of us speaks. Not known where the buying centre is not.
    """
    found = deciders(view)
    if found is None:
        return None
    worse, better = sorted((_lobby(view), _reached(found)), key=lambda one: one.score)
    parts = {"one": worse.why, "other": better.why}
    if worse.score == better.score:
        why = told("{one}, and {other}", **parts)
    else:
        why = told("{one}, but {other}", **parts) if better.score == FULL else told("{one}; {other}", **parts)
    return Sign((worse.score + better.score) / 2, why)


def _lobby(view: View) -> Sign:
    found = facilitators(view)
    if not found:
        return Sign(Decimal(0), told("nobody inside lobbies for us"))
    if all(one.sells is False for one in found):
        return Sign(HALF, told("nobody inside sells for us"))
    return Sign(FULL, told("somebody inside lobbies for us"))


def _reached(found: Deciders) -> Sign:
    missed = len(found.gaps) + len(found.unknown)
    nobody = Sign(Decimal(0), told("nobody knows who decides"))
    return DECIDERS.sign(missed, missed + len(found.reached)) or nobody


def contact(view: View, as_of: dt.date) -> Sign | None:
    """The share of talks that are on time: those with a cadence of which we know when they last were (M40).

    A talk whose next day is agreed on is on time. Not known where no talk has both.
    """
    found = coverage(view, as_of)
    late = [one.late for one in found.threads if one.every and one.last] if found else []
    overdue = [days for days in late if days]
    return _with_longest(TALKS.sign(len(overdue), len(late)), overdue)


def kept(view: View, as_of: dt.date) -> Sign | None:
    """The share of what was due that is done, in percent (M4, M55). Not known where nothing was due."""
    found = due(view, as_of)
    late = [one.late for one in found.overdue] if found else []
    return _with_longest(PROMISES.sign(len(late), len(late) + len(found.kept if found else ())), late)


def alarming(view: View, as_of: dt.date) -> Sign | None:
    """What the open alarms leave of 100, each taking away by its danger (M52).

    Not known where the plan neither lists alarms nor says `none`.
    """
    found = alarms(view, as_of)
    if found is None:
        return None
    lost = sum(COSTS.get(danger, COSTS["medium"]) * count for danger, count in found.by_danger.items())
    return Sign(Decimal(max(0, 100 - lost)), _open(found))


def _open(found: Alarms) -> Message:
    open_, grave = len(found.open), found.by_danger.get("high", 0)
    if not open_:
        return told("no alarm is open")
    alarms_ = tally(open_, "{n} alarm is open", "{n} alarms are open")
    if not grave:
        return alarms_
    if grave < open_:
        return told("{alarms}, {n} of high danger", alarms=alarms_, n=grave)
    every = {1: message("{alarms}, of high danger"), 2: message("{alarms}, both of high danger")}
    return told(every.get(open_, message("{alarms}, all of high danger")), alarms=alarms_)


def factors(view: View) -> Sign | None:
    """The share of their success factors that something of ours helps (M2, M16).

    Not known where there is none, or where one that nothing seems to help may yet be: the plan does not tell
    all that our actions answer.
    """
    found = success_factors(view)
    if found is None or found.share is None:
        return None
    return FACTORS.sign(len(found.orphans), len(found.orphans) + len(found.served))


def satisfied(view: View) -> Sign | None:
    """How much of what they expect they see, in percent, over all criteria (M51).

    What they see beyond what they expect of one thing makes up for no other. Not known without a criterion
    that has both marks, or where nothing is expected.
    """
    found = satisfaction(view)
    rated = [one for one in found.criteria if one.difference is not None] if found else []
    share = _seen(rated)
    if share is None:
        return None
    seen, worst = told("they see {percent} % of what they expect", percent=f"{share:.0f}"), rated[0]
    if (worst.difference or 0) >= 0:
        return Sign(share, seen)
    least = worst.criterion.replace("-", " ")
    return Sign(share, told("{reason}, least of all {what}", reason=seen, what=least))


def _seen(rated: Sequence[Difference]) -> Decimal | None:
    """What they see, up to what they expect, in percent of that."""
    expected = sum((one.expectation or Decimal(0) for one in rated), Decimal(0))
    missed = sum((min(one.difference or Decimal(0), Decimal(0)) for one in rated), Decimal(0))
    return percent(expected + missed, expected)


def complete(view: View) -> Sign | None:
    """How much of what its profile asks for the plan knows, in percent (M19)."""
    found = completeness(view)
    return FACTS.sign(found.whole.asked - found.whole.known, found.whole.asked) if found else None


def _with_longest(sign: Sign | None, late: Sequence[int]) -> Sign | None:
    """What a count says, with the days that the oldest of `late` waits."""
    if sign is None or not late:
        return sign
    forms = plural("{reason}, the oldest by {n} day", "{reason}, the oldest by {n} days")
    if len(late) == 1:
        forms = plural("{reason}, by {n} day", "{reason}, by {n} days")
    return Sign(sign.score, tally(max(late), *forms, reason=sign.why))
