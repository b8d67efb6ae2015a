"""The parts of an account's health, each a score from 0 to 100 with its reason in a sentence.

A part of which a plan does not say enough is not known: `None`, and no zero.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from kamc.analysis.completeness import completeness
from kamc.analysis.due import due
from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.links import Graph, Node, graph
from kamc.model.account import NEEDS, SuccessFactor
from kamc.model.buying_center import Contact, Member, is_sought
from kamc.model.market import Satisfied
from kamc.model.plan import Plan
from kamc.model.records import GOOD_ENDS, Entry, Tracked
from kamc.model.values import NONE, UNKNOWN, Every, Keyed, When, each, known
from kamc.words import counted

WEAK = ("good-buddy", "information-provider")
"""Promoters that do not sell for us (M32)."""
HALF, FULL = Decimal(50), Decimal(100)
DANGERS = {"high": 50, "medium": 25, "low": 10}
"""How many points an open alarm costs, by its danger; as many as `medium`, where that is not known."""
TO_NEEDS = ("answers", "anchored_in", "about")
"""The fields with which what is ours names a need of theirs."""


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


DECIDERS = Count("decider", "still to be reached", "reached")
TALKS = Count("talk", "overdue", "on time")
PROMISES = Count("promise", "overdue", "kept")
FACTORS = Count("success factor", "helped by nothing of ours", "helped")
FACTS = Count("fact", "open", "known")


class Sign(msgspec.Struct, frozen=True):
    """What one part says: its score, 0 to 100, and why."""

    score: Decimal
    reason: str


@needs("relationships.buying_center.*.roles", "relationships.buying_center.*.contacts")
def access(view: View) -> Sign | None:
    """Whether somebody inside lobbies for us, and how many of those who decide are reached (M31, M32).

    Half for the facilitator (half of that, where one is only a good buddy or an information provider), half
    for the share of deciders with whom one of us speaks. Not known where no member is known.
    """
    people = dict(_members(view.plan))
    if not people:
        return None
    lobby, lobby_reason = _lobby(people)
    reached, reached_reason = _reached(people)
    worse, better = sorted(((lobby, lobby_reason), (reached, reached_reason)), key=lambda one: one[0])
    link = ", and " if worse[0] == better[0] else ", but " if better[0] == FULL else "; "
    return Sign((lobby + reached) / 2, f"{worse[1]}{link}{better[1]}")


def _members(plan: Plan) -> Iterator[tuple[str, Member]]:
    centre = plan.relationships.buying_center
    yield from ((id_, one) for id_, one in centre.items() if one.is_open and one.said is not UNKNOWN)


def _lobby(people: dict[str, Member]) -> tuple[Decimal, str]:
    found = [one for id_, one in people.items() if "facilitator" in each(one.roles) and not is_sought(id_)]
    if not found:
        return Decimal(0), "nobody inside lobbies for us"
    if all(one.promoter in WEAK for one in found):
        return HALF, "nobody inside sells for us"
    return FULL, "somebody inside lobbies for us"


def _reached(people: dict[str, Member]) -> tuple[Decimal, str]:
    deciders = {id_: one for id_, one in people.items() if "decider" in each(one.roles)}
    if not deciders:
        return Decimal(0), "nobody knows who decides"
    missed = sum(not _is_reached(id_, one, people) for id_, one in deciders.items())
    share = Decimal(100 * (len(deciders) - missed)) / len(deciders)
    return share, DECIDERS.told(missed, len(deciders))


def _is_reached(id_: str, member: Member, people: dict[str, Member]) -> bool:
    """Whether one of us speaks with a member; with a committee: with one of those who sit in it."""
    if is_sought(id_):
        return False
    inside = (people[one] for one in each(member.members) if one in people)
    return bool(member.contacts) or any(bool(one.contacts) for one in inside)


@needs("relationships.buying_center.*.contacts.*.every", "relationships.buying_center.*.contacts.*.last")
def contact(view: View, as_of: dt.date) -> Sign | None:
    """The share of talks that are on time: those with a cadence of which we know when they last were (M40).

    A talk whose next day is agreed on is on time. Not known where no talk has both.
    """
    late = [
        days
        for _, member in _members(view.plan)
        for one in member.contacts.values()
        if (days := _days_late(one, as_of)) is not None
    ]
    if not late:
        return None
    overdue = [days for days in late if days]
    reason = TALKS.told(len(overdue), len(late))
    return Sign(_share(len(late) - len(overdue), len(late)), reason + _longest(overdue))


def _days_late(one: Contact, as_of: dt.date) -> int | None:
    """For how many days a talk has been due; `None` where nobody can say."""
    if not isinstance(one.last, When) or not isinstance(one.every, Every):
        return None
    if isinstance(one.next, When) and one.next.last >= as_of:
        return 0
    return max(0, (as_of - one.last.last).days - one.every.days)


def kept(view: View, as_of: dt.date) -> Sign | None:
    """The share of what was due that is done, in percent (M4, M55). Not known where nothing was due."""
    found = due(view, as_of)
    if found is None or not (found.kept or found.overdue):
        return None
    done, late = len(found.kept), [one.late for one in found.overdue]
    reason = PROMISES.told(len(late), done + len(late))
    return Sign(_share(done, done + len(late)), reason + _longest(late))


@needs("account_plan.alarms.*.danger")
def alarms(view: View) -> Sign | None:
    """What the open alarms leave of 100, each taking away by its danger (M52).

    Not known where the plan neither lists alarms nor says `none`.
    """
    told = view.plan.account_plan.alarms
    if not told and told.said is not NONE:
        return None
    open_ = [one for one in told.values() if one.is_open]
    lost = sum(DANGERS.get(str(known(one.danger)), DANGERS["medium"]) for one in open_)
    grave = sum(one.danger == "high" for one in open_)
    return Sign(Decimal(max(0, 100 - lost)), _alarming(len(open_), grave))


def _alarming(open_: int, grave: int) -> str:
    if not open_:
        return "no alarm is open"
    danger = f", {'' if grave == open_ == 1 else f'{grave} '}of high danger" if grave else ""
    return f"{counted(open_, 'alarm')} {'is' if open_ == 1 else 'are'} open{danger}"


@needs("account_knowledge.success_factors.*.what", "account_plan.activities.*.answers")
def factors(view: View) -> Sign | None:
    """The share of their success factors that something of ours helps (M2, M16).

    What answers a need that serves a success factor helps it, too; one of which the plan says `why` nothing
    can help is not counted. Not known where no success factor is.
    """
    links = graph(view.plan)
    wanted = [
        node
        for node in links.of_kind("success-factor")
        if isinstance(node.entry, SuccessFactor) and _is_alive(node.entry) and node.entry.why is None
    ]
    if not wanted:
        return None
    idle = sum(not _is_helped(links, node) for node in wanted)
    return Sign(_share(len(wanted) - idle, len(wanted)), FACTORS.told(idle, len(wanted)))


def _is_helped(links: Graph, factor: Node) -> bool:
    below = (links.resolve(edge.source or "", NEEDS) for edge in links.referred_by(factor.id, via="serves"))
    ids = (factor.id, *(node.id for node in below if node is not None and _is_alive(node.entry)))
    named = (edge for id_ in ids for edge in links.referred_by(id_) if edge.via in TO_NEEDS)
    return any(_counts(links.entries.get(edge.source or "")) for edge in named)


def _counts(node: Node | None) -> bool:
    """Whether what a link stands in is alive, or ended well; or is no entry at all."""
    entry = node.entry if node else None
    return not isinstance(entry, Tracked) or entry.is_open or entry.state in GOOD_ENDS


def _is_alive(entry: Entry | None) -> bool:
    return isinstance(entry, Tracked) and entry.is_open and entry.said is not UNKNOWN


@needs("account_as_market.satisfaction.criteria.*.expectation")
def satisfaction(view: View) -> Sign | None:
    """How much of what they expect they see, in percent, over all criteria (M51).

    What they see beyond what they expect of one thing makes up for no other. Not known without a criterion
    that has both marks, or where nothing is expected.
    """
    criteria: Keyed[Satisfied] = view.plan.account_as_market.satisfaction.criteria
    marks = {
        name: (expected, seen)
        for name, one in criteria.items()
        if (expected := known(one.expectation)) is not None and (seen := known(one.perception)) is not None
    }
    whole = sum((expected for expected, _ in marks.values()), Decimal(0))
    if not whole:
        return None
    seen = sum((min(pair) for pair in marks.values()), Decimal(0))
    name, gap = max(((name, pair[0] - pair[1]) for name, pair in marks.items()), key=lambda one: one[::-1])
    widest = f", least of all {name}" if gap > 0 else ""
    return Sign(seen * 100 / whole, f"they see {seen * 100 / whole:.0f} % of what they expect{widest}")


def complete(view: View) -> Sign | None:
    """How much of what its profile asks for the plan knows, in percent (M19)."""
    found = completeness(view)
    if found is None or found.whole.share is None:
        return None
    open_ = found.whole.asked - found.whole.known
    return Sign(found.whole.share, FACTS.told(open_, found.whole.asked))


def _share(part: int, whole: int) -> Decimal:
    return Decimal(100 * part) / whole


def _longest(late: list[int]) -> str:
    if not late:
        return ""
    return f", {'' if len(late) == 1 else 'the oldest '}by {counted(max(late), 'day')}"
