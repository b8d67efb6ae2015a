"""What went well lately and what grates: wins and frictions, what weighs most first.

A plan has no list of them. They are what its entries say by how they ended, how they stand, and how that
differs from the quarter before: no opinion of ours, and each with what it is and since when.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from kamc.analysis.alarms import danger_rank
from kamc.analysis.contacts import days_late, last_talk
from kamc.analysis.people import is_key_person, persons
from kamc.analysis.satisfaction import satisfaction
from kamc.brief.given import Given, alive
from kamc.brief.shown import Piece, joined
from kamc.model.buying_center import STANCES, Member
from kamc.model.care import Alarm
from kamc.model.records import Tracked
from kamc.model.values import Text, When, each, known
from kamc.speech.format import sentence

IN_A_ROW = 2
"""So many points of one kind stand together; the next ones wait until the other kinds have had their turn."""


class Point(Piece, frozen=True, kw_only=True):
    """Something that went well or grates, and what it is."""

    text: str
    note: str = ""


def wins(given: Given) -> tuple[Point, ...]:
    """What was won, reached, solved and settled; who moved towards us; what came of our work; our proofs."""
    plan, market, say = given.plan.account_plan, given.plan.account_as_market, given.speech.say
    return _in_turns(
        _ended(given, plan.opportunities, "contract", say("won")),
        _ended(given, plan.objectives, "met", say("objective met")),
        _moved(given, closer=True),
        _ended(given, given.plan.account_knowledge.challenges, "solved", say("solved for them")),
        _ended(given, plan.concerns, "settled", say("concern settled")),
        _ended(given, plan.alarms, "settled", say("alarm settled")),
        _ended(
            given, {id: one for id, one in plan.activities.items() if known(one.result)}, "done", say("done")
        ),
        _proofs(given),
        (
            Point(text=one, note=say("a moment of truth"))
            for one in each(market.satisfaction.moments_of_truth)
        ),
    )


def frictions(given: Given) -> tuple[Point, ...]:
    """What was lost; alarms and concerns; who moved away; what they miss; silence; threats and barriers."""
    plan, swot, say = given.plan.account_plan, given.plan.account_as_market.swot, given.speech.say
    alarms = tuple(_alarms(given))
    return _in_turns(
        _ended(given, plan.opportunities, "lost", say("lost")),
        (point for is_grave, point in alarms if is_grave),
        _ended(given, plan.objectives, "missed", say("objective missed")),
        _moved(given, closer=False),
        _concerns(given),
        _missed(given),
        (point for is_grave, point in alarms if not is_grave),
        _silent(given),
        _standing(swot.threats, say("threat")),
        _standing(given.plan.account_knowledge.barriers, say("barrier at their side")),
        _standing(swot.weaknesses, say("weakness of ours")),
    )


def _in_turns(*kinds: Iterable[Point]) -> tuple[Point, ...]:
    """The points of all kinds, those that weigh most first, and each text once."""
    ranked = [
        (turn // IN_A_ROW, rank, turn, one)
        for rank, kind in enumerate(kinds)
        for turn, one in enumerate(point for point in kind if point.text)
    ]
    told = (one for *_, one in sorted(ranked, key=lambda entry: entry[:3]))
    once: dict[str, Point] = {}
    for one in told:
        once.setdefault(one.text, one)
    return tuple(once.values())


def _ended(given: Given, entries: Mapping[str, Tracked], state: str, word: str) -> Iterator[Point]:
    """What ended so, the latest first: when, and what came of it or why."""

    def latest_first(one: Tracked) -> dt.date:
        return one.ended.last if isinstance(one.ended, When) else dt.date.min

    found = sorted((one for one in entries.values() if one.state == state), key=latest_first, reverse=True)
    for one in found:
        day = given.speech.when(one.ended) if isinstance(one.ended, When) else ""
        came = known(getattr(one, "result", None)) or known(one.why) or ""
        yield Point(text=_words(one), note=joined((joined((word, day), " "), came)))


def _words(one: Tracked) -> str:
    """What an entry says; of an alarm without words, its sign."""
    told: Text = getattr(one, "what", None)
    return known(told) or ""


def _moved(given: Given, *, closer: bool) -> Iterator[Point]:
    """Whose stance has changed since the quarter before, for the better or the worse (M34)."""
    if given.earlier is None:
        return
    before = given.earlier.plan.relationships.buying_center
    since = given.speech.quarter(known(given.earlier.plan.period) or "")
    for id, one in given.plan.relationships.buying_center.items():
        then = before.get(id) or before.get(known(one.was) or "")
        old, new = known(then.stance) if then else None, known(one.stance)
        if one.is_open and old and new and old != new and (STANCES.index(new) > STANCES.index(old)) is closer:
            yield Point(
                text=given.speech.say(
                    "{name}: {old} → {new}",
                    name=given.names.full(id),
                    old=given.speech.word(old),
                    new=given.speech.word(new),
                ),
                note=given.speech.say("stance since {quarter}", quarter=since),
            )


def _proofs(given: Given) -> Iterator[Point]:
    """What we are better at, where the plan says from where it knows."""
    for _, one in alive(given.plan.account_as_market.advantages):
        if one.is_open and each(one.sources):
            yield Point(text=_words(one), note=given.speech.say("what we are better at"))


def _alarms(given: Given) -> Iterator[tuple[bool, Point]]:
    """The open alarms, the dangerous ones first, each with whether its danger is high (M52)."""
    held = [one for one in given.plan.account_plan.alarms.values() if one.is_open]
    for one in sorted(held, key=danger_rank):
        yield one.danger == "high", _alarm(given, one)


def _alarm(given: Given, one: Alarm) -> Point:
    say, sign = given.speech.say, known(one.sign)
    danger = known(one.danger)
    return Point(
        text=_words(one) or sentence(given.speech.word(sign or "")),
        note=joined(
            (
                say("alarm, {danger} danger", danger=given.speech.word(danger)) if danger else say("alarm"),
                given.names.listed(one.whose),
                say("seen {day}", day=given.speech.when(one.seen)) if isinstance(one.seen, When) else "",
            )
        ),
    )


def _concerns(given: Given) -> Iterator[Point]:
    for _, one in alive(given.plan.account_plan.concerns):
        if one.is_open:
            whose = given.names.listed(one.whose)
            say = given.speech.say
            yield Point(
                text=_words(one), note=say("concern of {who}", who=whose) if whose else say("concern")
            )


def _missed(given: Given) -> Iterator[Point]:
    """What they see less of than they expect, the widest gap first (M51)."""
    found = satisfaction(given.view)
    for one in found.criteria if found else ():
        if one.difference is not None and one.difference < 0 and one.expectation is not None:
            held = given.plan.account_as_market.satisfaction.criteria[one.criterion]
            yield Point(
                text=given.speech.say(
                    "{criterion}: {what}",
                    criterion=sentence(given.speech.word(one.criterion)),
                    what=known(held.what) or given.speech.say("less than they expect"),
                ),
                note=given.speech.say(
                    "they expect {expected} and see {seen}",
                    expected=given.speech.number(one.expectation),
                    seen=given.speech.number(one.expectation + one.difference),
                ),
            )


def _silent(given: Given) -> Iterator[Point]:
    """The people that matter with whom every talk is overdue (M40)."""
    for id, one in persons(given.plan).items():
        last = last_talk(one)
        if is_key_person(one) and last is not None and _is_late(given, one):
            yield Point(
                text=given.speech.say(
                    "No talk with {name} since {day}",
                    name=given.names.full(id),
                    day=given.speech.when(last),
                ),
                note=given.speech.say("contact overdue"),
            )


def _is_late(given: Given, one: Member) -> bool:
    return all(days_late(contact, given.run.as_of) > 0 for contact in one.contacts.values())


def _standing(entries: Mapping[str, Tracked], word: str) -> Iterator[Point]:
    yield from (Point(text=_words(one), note=word) for _, one in alive(entries) if one.is_open)
