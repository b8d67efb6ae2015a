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
from kamc.words import counted

HALF, FULL = Decimal(50), Decimal(100)
COSTS = dict(zip(DANGERS, (50, 25, 10), strict=True))
"""How many points an open alarm costs, by its danger; as many as `medium`, where that is not known."""


class Count(msgspec.Struct, frozen=True):
    """How a count is told: its noun, and what is said of those that are bad and of those that are not."""

    noun: str
    bad: str
    good: str

    def told(self, bad: int, whole: int) -> str:
        """`2 of 7 talks are overdue`, `both talks are on time`."""
        if 0 < bad < whole:
            return f"{bad} of {whole} {self.noun}s {'is' if bad == 1 else 'are'} {self.bad}"
        every = {1: f"the one {self.noun} is", 2: f"both {self.noun}s are"}
        return f"{every.get(whole, f'all {whole} {self.noun}s are')} {self.bad if bad else self.good}"

    def sign(self, bad: int, whole: int, more: str = "") -> "Sign | None":
        """The share of those that are good, in percent; not known where there is nothing to count."""
        share = percent(whole - bad, whole)
        return None if share is None else Sign(share, self.told(bad, whole) + more)


DECIDERS = Count("decider", "still to be reached", "reached")
TALKS = Count("talk", "overdue", "on time")
PROMISES = Count("promise", "overdue", "kept")
FACTORS = Count("success factor", "helped by nothing of ours", "helped")
FACTS = Count("fact", "open", "known")


class Sign(msgspec.Struct, frozen=True):
    """What one part says: its score, 0 to 100, and why."""

    score: Decimal
    reason: str


def access(view: View) -> Sign | None:
    """Whether somebody inside lobbies for us, and how many of those who decide are reached (M31, M32).

    Half for the facilitator (half of that, where none of them sells for us), half for the deciders with whom
    one of us speaks. Not known where the buying centre is not.
    """
    found = deciders(view)
    if found is None:
        return None
    worse, better = sorted((_lobby(view), _reached(found)), key=lambda one: one.score)
    link = ", and " if worse.score == better.score else ", but " if better.score == FULL else "; "
    return Sign((worse.score + better.score) / 2, f"{worse.reason}{link}{better.reason}")


def _lobby(view: View) -> Sign:
    found = facilitators(view)
    if not found:
        return Sign(Decimal(0), "nobody inside lobbies for us")
    if all(one.sells is False for one in found):
        return Sign(HALF, "nobody inside sells for us")
    return Sign(FULL, "somebody inside lobbies for us")


def _reached(found: Deciders) -> Sign:
    missed = len(found.gaps) + len(found.unknown)
    return DECIDERS.sign(missed, missed + len(found.reached)) or Sign(Decimal(0), "nobody knows who decides")


def contact(view: View, as_of: dt.date) -> Sign | None:
    """The share of talks that are on time: those with a cadence of which we know when they last were (M40).

    A talk whose next day is agreed on is on time. Not known where no talk has both.
    """
    found = coverage(view, as_of)
    late = [one.late for one in found.threads if one.every and one.last] if found else []
    overdue = [days for days in late if days]
    return TALKS.sign(len(overdue), len(late), _longest(overdue))


def kept(view: View, as_of: dt.date) -> Sign | None:
    """The share of what was due that is done, in percent (M4, M55). Not known where nothing was due."""
    found = due(view, as_of)
    late = [one.late for one in found.overdue] if found else []
    return PROMISES.sign(len(late), len(late) + len(found.kept if found else ()), _longest(late))


def alarming(view: View, as_of: dt.date) -> Sign | None:
    """What the open alarms leave of 100, each taking away by its danger (M52).

    Not known where the plan neither lists alarms nor says `none`.
    """
    found = alarms(view, as_of)
    if found is None:
        return None
    lost = sum(COSTS.get(danger, COSTS["medium"]) * count for danger, count in found.by_danger.items())
    return Sign(Decimal(max(0, 100 - lost)), _open(found))


def _open(found: Alarms) -> str:
    open_, grave = len(found.open), found.by_danger.get("high", 0)
    if not open_:
        return "no alarm is open"
    every = {1: "", 2: "both "}.get(open_, "all ")
    danger = f", {every if grave == open_ else f'{grave} '}of high danger" if grave else ""
    return f"{counted(open_, 'alarm')} {'is' if open_ == 1 else 'are'} open{danger}"


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
    told = [one for one in found.criteria if one.difference is not None] if found else []
    share = _seen(told)
    if share is None:
        return None
    worst = told[0]
    least = f", least of all {worst.criterion.replace('-', ' ')}" if (worst.difference or 0) < 0 else ""
    return Sign(share, f"they see {share:.0f} % of what they expect{least}")


def _seen(told: Sequence[Difference]) -> Decimal | None:
    """What they see, up to what they expect, in percent of that."""
    expected = sum((one.expectation or Decimal(0) for one in told), Decimal(0))
    missed = sum((min(one.difference or Decimal(0), Decimal(0)) for one in told), Decimal(0))
    return percent(expected + missed, expected)


def complete(view: View) -> Sign | None:
    """How much of what its profile asks for the plan knows, in percent (M19)."""
    found = completeness(view)
    return FACTS.sign(found.whole.asked - found.whole.known, found.whole.asked) if found else None


def _longest(late: list[int]) -> str:
    if not late:
        return ""
    return f", {'' if len(late) == 1 else 'the oldest '}by {counted(max(late), 'day')}"
