"""The people of an account on one page: who matters most first, each with who of ours speaks with them."""

from collections import Counter
from collections.abc import Iterator

from kamc.analysis.people import is_key_person, persons
from kamc.brief.given import Given, alive
from kamc.brief.people import held_by, last_met
from kamc.brief.room import fitted, width
from kamc.brief.shown import OPEN, Mark, Piece, Shown, Signed, joined
from kamc.model.buying_center import Member, holds, is_committee, is_sought
from kamc.model.values import UNKNOWN, each, known
from kamc.speech import message

SIGNS = {
    "supporter": Signed("●", message("supporter"), "good"),
    "conditional-supporter": Signed("◐", message("conditional supporter"), "good"),
    "constructive-critic": Signed("▲", message("constructive critic"), "warn"),
    "opponent": Signed("■", message("opponent"), "bad"),
}
"""The signs of the relationship map."""
NO_STANCE = Signed("◇", message("stance not known"), "open")
SOUGHT = ("decider", "facilitator")
"""The roles without whose holder an account cannot be worked."""
IN_A_ROW = 2
"""So many of one part stand together."""
NAME, ROLE, CARES, HELD, GAP = 17.0, 15.5, 18.0, 8.8, 68.0
"""How wide the columns are, in em."""


class Person(Piece, frozen=True, kw_only=True):
    """One of theirs: their part and stance, what they care about, who of ours speaks with them."""

    name: str
    title: str = ""
    roles: Shown = ""
    stance: Signed = NO_STANCE
    favours: str = ""
    """The competitor they speak for."""
    cares: Shown = ""
    own: Shown = ""
    """Their personal agenda, where the reader may see it."""
    held: Shown = ""
    met: Shown = ""


def people(given: Given) -> tuple[Person, ...]:
    """Who has a part in their decisions, those who matter most first (M31, M34, M40)."""
    held = [
        (id, one)
        for id, one in alive(given.plan.relationships.buying_center, empty=True)
        if one.is_open and not is_sought(id)
    ]
    return tuple(_person(given, id, one) for id, one in _in_turns(held))


def _in_turns(held: list[tuple[str, Member]]) -> list[tuple[str, Member]]:
    """Two who decide, two who lobby for us and so on, before the next who decide: no part is crowded out."""
    ranked = sorted(held, key=lambda pair: _rank(pair[1]))
    of_rank: Counter[int] = Counter()
    placed = []
    for id, one in ranked:
        rank = _rank(one)[0]
        placed.append((of_rank[rank] // IN_A_ROW, (id, one)))
        of_rank[rank] += 1
    return [pair for _, pair in sorted(placed, key=lambda entry: entry[0])]


def _rank(one: Member) -> tuple[int, bool]:
    """Who decides, lobbies for us, works against us, weighs much, advises, buys; the unmet first."""
    tests = (
        holds(one, "decider"),
        holds(one, "facilitator"),
        one.stance == "opponent" or bool(each(one.favours)),
        one.influence == "high",
        holds(one, "advisor"),
        holds(one, "buyer"),
    )
    return next((place for place, fits in enumerate(tests) if fits), len(tests)), bool(
        one.contacts
    ) or is_committee(one)


def _person(given: Given, id: str, one: Member) -> Person:
    rival = given.names.listed(one.favours)
    favours = fitted(given.speech.say("for {rival}", rival=rival), ROLE / 2) if rival else ""
    own = given.text(one.profile.personal_agenda)
    agenda = given.text(one.profile.business_agenda) or given.absent(one.profile)
    return Person(
        name=fitted(given.names.full(id), NAME),
        title=fitted(joined((known(one.title) or "", known(one.company) or ""), ", "), NAME),
        roles=cut(given.words(one.roles), ROLE - width(favours)),
        stance=_stance(given, one),
        favours=favours,
        cares=cut(agenda, CARES, 1 if own else 2),
        own=cut(own, CARES),
        held=cut(held_by(given, one), HELD, 2),
        met=last_met(given, one),
    )


def _stance(given: Given, one: Member) -> Signed:
    sign = SIGNS.get(known(one.stance) or "", NO_STANCE)
    return Signed(sign.sign, given.speech.say(sign.word), sign.tone)


def gaps(given: Given) -> tuple[Signed, ...]:
    """Places in their buying centre that nobody is known to fill; who matters and is met by nobody."""
    return tuple(
        Signed("?", fitted(one, GAP), "bad") for one in _gaps(given) if given.plan.relationships.buying_center
    )


def _gaps(given: Given) -> Iterator[str]:
    centre, say = given.plan.relationships.buying_center, given.speech.say
    there = {id: one for id, one in centre.items() if one.is_open}
    sought = [role for id, one in there.items() if is_sought(id) for role in each(one.roles)]
    real = [one for id, one in there.items() if not is_sought(id)]
    missing = [role for role in SOUGHT if not any(holds(one, role) for one in real)]
    empty = dict.fromkeys((*missing, *sought))
    if empty:
        yield say("Nobody is known as {roles}", roles=", ".join(map(given.speech.word, empty)))
    unmet = [id for id, one in persons(given.plan).items() if _is_unmet(one)]
    if unmet:
        yield say("Nobody of ours speaks with {names}", names=given.names.text(unmet))


def _is_unmet(one: Member) -> bool:
    matters = is_key_person(one) or holds(one, "advisor")
    return matters and one.is_open and not one.contacts and one.contacts.said is not UNKNOWN


def cut(shown: Shown, room: float, most: int = 1) -> Shown:
    """What is shown, cut to its room; a mark that asks stays whole."""
    if isinstance(shown, Mark) and shown.tone == OPEN.tone:
        return shown
    return (
        Mark(fitted(shown.word, room, most), shown.tone)
        if isinstance(shown, Mark)
        else fitted(shown, room, most)
    )
