"""Block 5, what passes: activities, communications, meetings, and what people expect, fear and hide."""

from collections.abc import Mapping

from benchmarks.account import CADENCES, LEVELS, Account, Data
from benchmarks.layout import Noted

ENDS: Mapping[str, tuple[str, str, str]] = {
    "activities": ("done", "result", "result"),
    "communications": ("done", "result", "replied"),
    "meetings": ("held", "result", "result"),
    "expectations": ("met", "why", "settled"),
    "concerns": ("settled", "why", "settled"),
    "alarms": ("settled", "why", "settled"),
}
"""How entries of a kind end, the field that tells what came of it, and a sentence that does."""
CHECKED = frozenset(("concerns", "alarms"))
"""What is settled only when they say so."""
TOLD = 4
"""Communications of a quarter."""


def doing(one: Account) -> Data:
    """What is done, said and met in a quarter: what ended of the last one, and what is new."""
    ended = {kind: _over(one, kind) for kind in ENDS}
    activities = {one.id_for(): _activity(one) for _ in range(4 if one.extended else 7)}
    ids, few = list(activities), 1 if one.extended else 2
    new = {
        "communications": {one.id_for(): _communication(one, place) for place in range(TOLD)},
        "meetings": {one.id_for(): _meeting(one, ids) for _ in range(few)},
        "expectations": {one.id_for(): _expectation(one) for _ in range(few)},
        "concerns": {one.id_for(): _concern(one, ids) for _ in range(few)},
        "alarms": {one.id_for(): _alarm(one, ids) for _ in range(few)},
    }
    return {
        "activities": Noted(one.say("comment"), ended["activities"] | activities),
        **{kind: ended[kind] | entries for kind, entries in new.items()},
        "investment": _investment(one),
    }


def _over(one: Account, kind: str) -> Data:
    """The entries that were open in the last quarter and are over by now."""
    before = one.before.get(kind, {})
    return {id_: _ended(one, kind, entry) for id_, entry in before.items() if "ended" not in entry}


def _ended(one: Account, kind: str, entry: Data) -> Data:
    """An entry that is over, without links to what is gone."""
    word, field, purpose = ENDS[kind]
    kept = {key: value for key, value in entry.items() if key != "leads_to"}
    checked = {"verified": "yes"} if kind in CHECKED else {}
    return kept | checked | {"status": word, "ended": one.day(-60, -5), field: one.say(purpose)}


def _expectation(one: Account) -> Data:
    return {"what": one.say("expectation"), "whose": one.rng.choice(one.members), "kind": "relational"}


def _investment(one: Account) -> Data:
    return {
        "resources": one.entries(
            "resources", lambda: {"what": one.say("resource"), "cost": one.money(1, 9), "each": "year"}
        ),
        "returns": {"margin": one.money(), "each": "year", "by": one.today.year + 2},
        "instead_of": one.say("instead"),
    }


def _activity(one: Account) -> Data:
    reason = {"answers": one.link(one.needs), "using": one.link(one.offerings, 1)}
    goals = one.lasting["objectives"] + one.lasting["strategies"] + one.lasting["opportunities"]
    if one.rng.random() < 0.3:
        reason = {"advances": one.link(goals)}
    people = {"owner": one.rng.choice(one.team), "with": one.link(one.members)}
    return {
        "what": one.say("activity"),
        **reason,
        **people,
        "by": one.day(25, 110),
        "status": one.rng.choice(("planned", "running")),
    }


def _communication(one: Account, place: int) -> Data:
    """One of those of a quarter: together they reach everybody, and carry every advantage."""
    when = {"by": one.day(25, 110)} if one.rng.random() < 0.7 else {"every": one.rng.choice(CADENCES)}
    channel = one.rng.choice(("meeting", "call", "report", "account-review", "seminar"))
    return {
        "message": one.say("message"),
        "from": one.rng.choice(one.team),
        "to": one.members[place::TOLD],
        "carries": one.lasting["advantages"][place % len(one.lasting["advantages"])],
        "anchored_in": one.link(one.needs),
        "channel": channel,
        **when,
    }


def _meeting(one: Account, activities: list[str]) -> Data:
    questions = [
        {"ask": one.say("ask"), "to": one.rng.choice(one.members), "learn": one.say("learn")}
        for _ in range(2)
    ]
    about = one.link(one.lasting["opportunities"] + one.lasting["ideas"], 1)
    return {
        "what": one.say("meeting"),
        "date": one.day(25, 110),
        "kind": one.rng.choice(("account-review", "executive-review", "working")),
        "with": one.link(one.members, 3),
        "team": one.link(one.team, 3),
        "about": about,
        "objectives": [one.say("meeting-goal"), one.say("meeting-goal")],
        "agenda": [one.say("agenda") for _ in range(2)],
        "questions": questions,
        "leads_to": one.link(activities, 1),
    }


def _concern(one: Account, activities: list[str]) -> Data:
    about = one.link(one.lasting["opportunities"] + one.lasting["challenges"], 1)
    return {
        "what": one.say("concern"),
        "whose": one.rng.choice(one.members),
        "kind": "solution",
        "about": about,
        "owner": one.rng.choice(one.team),
        "answer": one.say("answer"),
        "leads_to": one.link(activities, 1),
        "by": one.day(25, 90),
        "verified": "no",
    }


def _alarm(one: Account, activities: list[str]) -> Data:
    sign = one.rng.choice(("fewer-contacts", "old-objections", "information-withheld", "unreliable"))
    about = one.link(one.lasting["opportunities"] + one.lasting["projects"], 1)
    return {
        "sign": sign,
        "what": one.say("alarm"),
        "whose": one.rng.choice(one.members),
        "about": about,
        "seen": one.day(-60, -5),
        "danger": one.rng.choice(LEVELS),
        "owner": one.rng.choice(one.team),
        "treatment": one.say("treatment"),
        "leads_to": one.link(activities, 1),
        "by": one.day(25, 90),
        "verified": "no",
    }
