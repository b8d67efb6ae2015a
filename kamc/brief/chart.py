"""Their people as a chart draws them: who reports to whom, who moves whom, who of ours reaches them (M41)."""

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from kamc.analysis.contacts import Thread, threads
from kamc.brief.given import Given
from kamc.brief.people import influential, moved
from kamc.brief.shown import Piece
from kamc.links.graph import grouped
from kamc.model.buying_center import Member, holds, is_committee, is_sought
from kamc.model.product import ROLES
from kamc.model.values import UNKNOWN, each, known
from kamc.speech.format import sentence

State: TypeAlias = Literal["met", "late", "unmet", "unknown", "indirect", ""]
MOST = 120
"""So many people fit in a chart that anybody reads."""
EXPECTED = ("decider", "buyer", "user")
"""Roles that somebody holds wherever something is bought; where nobody is named, the chart keeps a place."""


class Reach(Piece, frozen=True, kw_only=True):
    """Who of ours speaks with somebody, and how long ago they did; `state` says what to make of it."""

    state: State = ""
    who: str = ""
    ago: str = ""


class Seat(Piece, frozen=True, kw_only=True):
    """One of theirs: a person, a committee, or a place that is kept for somebody whom we look for."""

    id: str
    name: str
    title: str = ""
    roles: str = ""
    stance: str = ""
    """A stance word of the format; empty where it is not known."""
    stance_said: str = ""
    influence: str = ""
    influence_said: str = ""
    reports_to: str = ""
    sought: bool = False
    members: tuple[str, ...] = ()
    """Who sits in it, by their ids, where it is a committee."""
    sitting: str = ""
    """The same by their names."""
    group: str = ""
    """Under which name they stand, where no reporting line is known."""
    reach: Reach = Reach()
    moves: tuple[tuple[str, str], ...] = ()
    """Whom they influence, and what there is to say of it."""


class Chart(Piece, frozen=True, kw_only=True):
    """Everybody in their buying centre, and the words of the figure."""

    title: str
    seats: tuple[Seat, ...]
    committees: str
    key: str
    left_out: int = 0

    def __bool__(self) -> bool:
        return bool(self.seats)


def chart(given: Given) -> Chart:
    """The chart of a plan: those who have a part in their decisions still, and those whom we look for."""
    say = given.speech.say
    held = [(id, one) for id, one in given.plan.relationships.buying_center.items() if one.is_open]
    seats = (*_seats(given, held[:MOST]), *_missing(given, held))
    return Chart(
        title=say("Their people"),
        seats=seats if held else (),
        committees=say("Committees"),
        key=_key(given, seats),
        left_out=max(0, len(held) - MOST),
    )


def _key(given: Given, seats: Sequence[Seat]) -> str:
    say = given.speech.say
    parts = [
        say("● supporter"),
        say("◐ conditional supporter"),
        say("▲ constructive critic"),
        say("■ opponent"),
        say("? stance not known"),
        say("the larger the sign, the more influence"),
        say("solid line: reports to"),
    ]
    if any(one.moves for one in seats):
        parts.append(say("arrow: who moves whom, dashed from an opponent"))
    if any(one.sought for one in seats):
        parts.append(say("dashed box: somebody to find"))
    if any(one.members for one in seats):
        parts.append(say("letter: sits in that committee"))
    return " · ".join((*parts, say("◆ nobody of ours speaks with them")))


def _seats(given: Given, held: Sequence[tuple[str, Member]]) -> Iterator[Seat]:
    by_theirs = grouped((one.theirs, one) for one in threads(given.view, given.run.as_of))
    for id, one in held:
        yield _seat(given, id, one, by_theirs.get(id, ()))


def _seat(given: Given, id: str, one: Member, spoken: Sequence[Thread]) -> Seat:
    say, word = given.speech.say, given.speech.word
    roles = ", ".join(map(word, each(one.roles)))
    stance, weight = known(one.stance) or "", known(one.influence) or ""
    committee, sought = is_committee(one), is_sought(id)
    return Seat(
        id=id,
        name=_name(given, id, one),
        title=", ".join(part for part in (known(one.title) or "", known(one.company) or "") if part),
        roles=sentence(roles) if roles else say("◇ role not known"),
        stance=stance,
        stance_said=word(stance) if stance else say("stance not known"),
        influence=weight,
        influence_said=influential(given, one),
        reports_to=next(iter(each(one.reports_to)), ""),
        sought=sought,
        members=each(one.members),
        sitting=", ".join(given.names.each(each(one.members))) if committee else "",
        group=_group(given, one, sought=sought),
        reach=Reach() if sought else _reach(given, one, spoken),
        moves=tuple((other, moved(given, id, other, what)) for other, what in one.influences.items()),
    )


def _name(given: Given, id: str, one: Member) -> str:
    if not is_sought(id) or isinstance(one.name, str):
        return given.names.full(id)
    roles = ", ".join(map(given.speech.word, each(one.roles)))
    return given.speech.say("Unknown {role}", role=roles) if roles else given.names.full(id)


def _group(given: Given, one: Member, *, sought: bool) -> str:
    """People outside stand together, the others by the first of their roles, whom we look for last."""
    if sought:
        return given.speech.say("To find")
    company = known(one.company)
    if company:
        return given.speech.say("At {company}", company=company)
    first = next((role for role in ROLES if holds(one, role)), "")
    return sentence(given.speech.word(first)) if first else given.speech.say("Role not known")


def _reach(given: Given, one: Member, spoken: Sequence[Thread]) -> Reach:
    say = given.speech.say
    if not spoken:
        if is_committee(one):
            return Reach(state="indirect", who=say("through its members"))
        if one.contacts.said is UNKNOWN:
            return Reach(state="unknown", who=say("reach not known"))
        return Reach(state="unmet", who=say("nobody of ours"))
    told = [(one.silent, one) for one in spoken if one.silent is not None]
    silent, nearest = min(told, key=lambda pair: pair[0], default=(None, spoken[0]))
    who, more = given.names.full(nearest.ours), len(spoken) - 1
    late = all(one.late for one in spoken)
    return Reach(
        state="late" if late else "met",
        who=say("{who} + {n}", who=who, n=more) if more else who,
        ago=say("{ago}, overdue", ago=ago(given, silent)) if late else ago(given, silent),
    )


def ago(given: Given, days: int | None) -> str:
    """How long ago something was."""
    speech = given.speech
    if days is None:
        return speech.say("when is not known")
    return speech.say("today") if days == 0 else speech.count(days, "{n} day ago", "{n} days ago")


def _missing(given: Given, held: Sequence[tuple[str, Member]]) -> Iterator[Seat]:
    """A place for each role that somebody must hold and nobody is named for."""
    if any(one.roles is UNKNOWN or one.said is UNKNOWN for _, one in held):
        return
    for role in EXPECTED:
        if not any(holds(one, role) for _, one in held):
            word = given.speech.word(role)
            yield Seat(
                id="",
                name=given.speech.say("Unknown {role}", role=word),
                roles=sentence(word),
                sought=True,
                group=given.speech.say("To find"),
            )
