"""The life of every kind of entry: it comes, goes, ends in each of its words, and comes back; forth and back.

The table is made from the model, so a new kind is asked here without a line of test.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
import pytest

from kamc.diff.effect import MIRROR, of_word
from kamc.diff.life import Lives, of_pair
from kamc.diff.names import Names
from kamc.links.match import Pair
from kamc.model.build import build
from kamc.model.buying_center import Member
from kamc.model.change import Change, Effect
from kamc.model.plan import Plan
from kamc.model.records import BAD_ENDS, GOOD_ENDS, Entry, Tracked
from kamc.model.spec import records_below
from kamc.model.walk import Entered

LIVES = Lives(names=Names(outside={}, entries={}, segments={}, renamed={}), unknown=frozenset(), became={})
KINDS = sorted({one for one in records_below(Plan) if issubclass(one, Entry)}, key=lambda one: one.__name__)
TRACKED = [one for one in KINDS if issubclass(one, Tracked)]
ENDS = [
    pytest.param(record, word, id=f"{record.__name__}-{word}")
    for record in TRACKED
    for word in record.about.ended
]
SETTLED = [one for one in TRACKED if one.about.welcome is False and GOOD_ENDS.intersection(one.about.ended)]
"""Kinds of trouble that end by being settled: leaving one out settles nothing."""


class Told(NamedTuple):
    """What a change says in short."""

    kind: str
    effect: Effect


def entry(record: type[Entry], state: str = "") -> Entered:
    key = getattr(record, "status_field", "status")
    made, problems = build(record, {key: state} if state else {})
    assert not problems
    return Entered("thing", ("things", "thing"), made)


def life(old: Entered | None, new: Entered | None) -> list[Change]:
    return list(of_pair(Pair(old, new), LIVES))


def told(old: Entered | None, new: Entered | None) -> Told:
    [one] = life(old, new)
    assert one.message
    return Told(one.kind, one.effect)


@pytest.mark.parametrize("record", KINDS, ids=lambda one: one.__name__)
def test_it_comes_and_goes(record: type[Entry]) -> None:
    one = entry(record)
    came, went = told(None, one), told(one, None)
    assert (came.kind, went.kind) == ("added", "removed")
    if record in SETTLED:
        assert (came.effect, went.effect) == ("worse", "neutral")
    elif getattr(record.about, "welcome", None) is None:
        assert (came.effect, went.effect) == ("neutral", "neutral")
    else:
        assert came.effect == ("better" if record.about.welcome else "worse")
        assert went.effect in {MIRROR[came.effect], "neutral"}


def test_what_is_welcome_and_does_not_end_well_is_missed_when_it_goes() -> None:
    plain = [one for one in TRACKED if one.about.welcome is not None and one not in SETTLED]
    assert plain
    for record in plain:
        one = entry(record)
        if not GOOD_ENDS.intersection(record.about.ended):
            assert told(one, None).effect == MIRROR[told(None, one).effect], record


@pytest.mark.parametrize(("record", "word"), ENDS)
def test_it_ends_and_opens_again(record: type[Tracked], word: str) -> None:
    there, over = entry(record), entry(record, word)
    end, back = told(there, over), told(over, there)
    assert (end.kind, back.kind) == ("ended", "changed")
    assert back.effect == MIRROR[end.effect]
    assert isinstance(over.entry, Tracked)
    if word in GOOD_ENDS:
        assert end.effect == "better"
    elif word in BAD_ENDS:
        assert end.effect == "worse"
    else:
        assert end.effect == of_word(over.entry, word)


@pytest.mark.parametrize(("record", "word"), ENDS)
def test_an_end_that_nobody_saw_coming_is_told_and_one_that_is_left_out_is_not(
    record: type[Tracked], word: str
) -> None:
    over = entry(record, word)
    [one] = life(None, over)
    assert one.kind == "ended"
    assert one.message.endswith("; it was not in the old plan")
    assert life(over, None) == []


@pytest.mark.parametrize("record", KINDS, ids=lambda one: one.__name__)
def test_it_does_not_differ_from_itself(record: type[Entry]) -> None:
    assert life(entry(record), entry(record)) == []


def members() -> Iterator[tuple[dict[str, Any], Effect]]:
    yield {"stance": "supporter"}, "better"
    yield {"stance": "conditional-supporter"}, "neutral"
    yield {"stance": "constructive-critic"}, "neutral"
    yield {"stance": "opponent"}, "worse"
    yield {"roles": ["facilitator"], "stance": "opponent"}, "better"
    yield {"roles": ["decider"]}, "neutral"


@pytest.mark.parametrize(("data", "effect"), tuple(members()))
def test_people_come_and_go_by_where_they_stand(data: dict[str, Any], effect: Effect) -> None:
    one = Entered("ada-lind", ("relationships", "buying_center", "ada-lind"), build(Member, data)[0])
    left = msgspec.structs.replace(one, entry=msgspec.structs.replace(one.entry, status="left"))
    assert told(None, one) == ("added", effect)
    assert told(one, None) == ("removed", MIRROR[effect])
    assert told(one, left) == ("ended", MIRROR[effect])
