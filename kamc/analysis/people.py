"""The people in their buying centre: who must be reached, which zone they stand in, who sells for us inside.

People are given by their ids, in the author's order. Who has left is not counted, nor is a place that the
plan keeps for somebody whom it only looks for; a committee counts where its weight does, as one.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.buying_center import Member, holds, is_committee, is_sought
from kamc.model.plan import Plan
from kamc.model.records import is_open
from kamc.model.values import UNKNOWN, each, known

Members: TypeAlias = Mapping[str, Member]
EARS = ("buyer", "decider", "user", "advisor")
"""The roles with whom a facilitator is wanted to have a connection (M32)."""
WILLING = ("supporter", "conditional-supporter")


class Zone(msgspec.Struct, frozen=True, kw_only=True):
    """Who stands in a zone, and who may: of them the plan does not know what it would take to say."""

    people: tuple[str, ...]
    perhaps: tuple[str, ...]


class Zones(msgspec.Struct, frozen=True, kw_only=True):
    """Three views of one map; somebody with power stands in one of the other two as well, or in neither."""

    power: Zone
    threat: Zone
    receptiveness: Zone


class Facilitator(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who lobbies for us, and how far their word carries."""

    id: str
    sells: bool | None
    """Whether they are an inner salesperson, as only a real facilitator is; `None` where nobody says."""
    heard_by: Mapping[str, tuple[str, ...]]
    """Of each role that counts and that somebody else holds: who of them listens."""
    unknown: bool
    """Whether the plan does not know whom they move, so that more may listen."""
    decides: bool
    """Whether they decide themselves, and so are heard where it counts without a line."""

    @property
    def reach(self) -> tuple[int, int]:
        """In how many of the roles that count somebody listens, and how many there are: `(2, 3)`."""
        return sum(map(bool, self.heard_by.values())), len(self.heard_by)

    @property
    def is_real(self) -> bool | None:
        """Whether they sell for us and are heard; `None` where the plan does not know one of the two."""
        heard = self.decides or self.reach[0] > 0 or (None if self.unknown else False)
        return False if self.sells is False or heard is False else (self.sells and heard)


def members(plan: Plan) -> Members:
    """Everybody with a name who still has a part in their decisions: persons and committees."""
    centre = plan.relationships.buying_center
    return {id_: one for id_, one in centre.items() if is_open(one) and not is_sought(id_)}


def persons(plan: Plan) -> Members:
    """The persons among them."""
    return {id_: one for id_, one in members(plan).items() if not is_committee(one)}


def is_key_person(member: Member) -> bool:
    """Whether somebody has to be reached: who decides, who lobbies for us, whose influence is high."""
    return holds(member, "decider", "facilitator") or member.influence == "high"


@needs(
    "relationships.buying_center.*.roles",
    "relationships.buying_center.*.stance",
    "relationships.buying_center.*.influence",
    "relationships.buying_center.*.favours",
)
def zones(view: View) -> Zones | None:
    """The zones of power, threat and receptiveness (M35: Le Bon and Herman, chapter 2), derived.

    Power: who decides, or whose influence is high, and so can speed things up or slow them down. Threat: who
    is an opponent, or speaks for a competitor. Receptiveness: who supports us, if on conditions, and speaks
    for no competitor. A constructive critic is no threat and not yet receptive. Not known where nobody is
    named.
    """
    held = members(view.plan)
    if not held:
        return None
    power, threat, receptiveness = (_zone(held, rule) for rule in (_power, _threat, _receptive))
    return Zones(power=power, threat=threat, receptiveness=receptiveness)


@needs(
    "relationships.buying_center.*.roles",
    "relationships.buying_center.*.promoter",
    "relationships.buying_center.*.influences",
    "relationships.buying_center.*.won_through",
    "relationships.buying_center.*.members",
)
def facilitators(view: View) -> tuple[Facilitator, ...] | None:
    """How strong each facilitator is: a salesperson inside, heard in the roles that count (M32).

    The roles are those of Le Bon and Herman, chapter 2: buyers, deciders, users and advisors; as far as
    somebody else than the facilitator holds them. Not known where nobody is named; where people are and none
    of them lobbies for us, there is none.
    """
    held = members(view.plan)
    lobby = {id_: one for id_, one in held.items() if holds(one, "facilitator") and not is_committee(one)}
    return tuple(_facilitator(held, id_, one) for id_, one in lobby.items()) if held else None


def listeners(held: Members, id_: str, member: Member) -> Members:
    """Who listens to a member: whom they move, who is won through them, the committees that they sit in."""
    return {
        other: ear
        for other, ear in held.items()
        if other in member.influences or id_ in (*each(ear.won_through), *each(ear.members))
    }


def _facilitator(held: Members, id_: str, one: Member) -> Facilitator:
    heard = listeners(held, id_, one)
    return Facilitator(
        id=id_,
        sells=None if (sort := known(one.promoter)) is None else sort == "inner-salesperson",
        heard_by={
            role: tuple(ear for ear, other in heard.items() if holds(other, role))
            for role in EARS
            if any(holds(other, role) for ear, other in held.items() if ear != id_)
        },
        decides=holds(one, "decider"),
        unknown=one.influences.said is UNKNOWN or any(ear.roles is UNKNOWN for ear in heard.values()),
    )


def _zone(held: Members, rule: Callable[[Member], bool | None]) -> Zone:
    judged = {id_: rule(one) for id_, one in held.items()}
    return Zone(
        people=tuple(id_ for id_, inside in judged.items() if inside),
        perhaps=tuple(id_ for id_, inside in judged.items() if inside is None),
    )


def _power(one: Member) -> bool | None:
    if holds(one, "decider") or one.influence == "high":
        return True
    return None if known(one.influence) is None or known(one.roles) is None else False


def _threat(one: Member) -> bool | None:
    if one.stance == "opponent" or each(one.favours):
        return True
    return None if known(one.stance) is None or one.favours is UNKNOWN else False


def _receptive(one: Member) -> bool | None:
    if each(one.favours) or not (known(one.stance) is None or one.stance in WILLING):
        return False
    return None if known(one.stance) is None or one.favours is UNKNOWN else True
