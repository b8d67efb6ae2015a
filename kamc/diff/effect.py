"""Whether a change is good news: read off the field (which way is better) and off the life of an entry."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from kamc.model.buying_center import Member
from kamc.model.change import Effect
from kamc.model.fields import Better, Field, OneWord
from kamc.model.goals import Objective
from kamc.model.market import Cell
from kamc.model.records import BAD_ENDS, GOOD_ENDS, PROGRESS, Part, Tracked
from kamc.model.spec import Slot
from kamc.model.values import NONE, UNKNOWN, Quantity, Relevance, Said, When, each

_NEWS: Mapping[Effect, int] = {"worse": -1, "neutral": 0, "better": 1}
MIRROR: Mapping[Effect, Effect] = {"worse": "better", "neutral": "neutral", "better": "worse"}
FACILITATOR = "facilitator"
STANDING: Mapping[str, Better] = {
    "opponent": "lower", "constructive-critic": "lower",
    "conditional-supporter": "higher", "supporter": "higher",
}  # fmt: skip
"""Whether the weight of who stands so is welcome (M34, M35)."""
UNTIL: Mapping[str, Better] = {"ours": "later", "competitor": "earlier"}
"""Until when who is in a cell should be bound, by whose it is (M49)."""


def directed(slot: Slot, old: Part, new: Part) -> Field:
    """A field with the direction that it has in these two records: of some, what holds them decides.

    A figure of an objective that aims down is wanted small; influence is welcome in who stands for us,
    and not in who stands against us; a cell of ours is to be bound long, one of theirs to come free.
    """
    way = WAYS.get((type(new), slot.key)) if type(old) is type(new) else None
    better = way(old, new) if way else None
    return slot.field if better is None else msgspec.structs.replace(slot.field, better=better)


def _aimed(old: Objective, new: Objective) -> Better | None:
    return "lower" if old.aims_down or new.aims_down else None


def _weight(old: Member, new: Member) -> Better | None:
    sides = {STANDING.get(str(one.stance)) for one in (old, new)}
    return next(iter(sides)) if len(sides) == 1 else None


def _bound(old: Cell, new: Cell) -> Better | None:
    sides = {UNTIL.get(str(one.state)) for one in (old, new)}
    return next(iter(sides)) if len(sides) == 1 else None


def of_values(field: Field, old: Any, new: Any) -> Effect:
    """The effect of a value that changed.

    What was an open question and is none any more is better, whatever the answer.
    """
    if UNKNOWN in {_said(old), _said(new)}:
        return _answered(old, new)
    before, after = rank(field, old), rank(field, new)
    if field.better is None or before is None or after is None or not comparable(old, new) or before == after:
        return "neutral"
    rises = (after > before) is (field.better in {"higher", "later", "last-word"})
    return "better" if rises else "worse"


def _said(value: object) -> Said | None:
    return value if isinstance(value, Said) else None


def _answered(old: object, new: object) -> Effect:
    if old is UNKNOWN and (new is NONE or not _silent(new)):
        return "better"
    return "worse" if new is UNKNOWN and (old is NONE or not _silent(old)) else "neutral"


def _silent(value: object) -> bool:
    """Whether a plan says nothing there, or nothing but a word."""
    return value is None or isinstance(value, Said)


def rank(field: Field, value: Any) -> Decimal | None:
    """Where a value stands among others of its field; `None` where it has no place."""
    match value:
        case Decimal():
            return value
        case Quantity():
            return value.amount
        case Relevance():
            return Decimal(value.score)
        case When():
            return Decimal(value.last.toordinal())
        case str() if isinstance(field, OneWord) and value in field.words:
            return Decimal(field.words.index(value))
    return None


def comparable(old: Any, new: Any) -> bool:
    """Whether two values are of one measure: tonnes do not compare with euros."""
    return not (isinstance(old, Quantity) and isinstance(new, Quantity)) or old.unit == new.unit


def of_status(entry: Tracked, old: str, new: str) -> Effect:
    """The effect of a status word that became another, for an entry of that kind."""
    before, after = _NEWS[of_word(entry, old)], _NEWS[of_word(entry, new)]
    if before == after:
        order = entry.about.open if entry.status_field == "stage" else PROGRESS
        before, after = (order.index(old), order.index(new)) if {old, new} <= set(order) else (0, 0)
    return "neutral" if before == after else "better" if after > before else "worse"


def of_word(entry: Tracked, word: str) -> Effect:
    """The effect of an entry having come to a status word."""
    if word in GOOD_ENDS:
        return "better"
    if word in BAD_ENDS:
        return "worse"
    if word == "gone" and entry.about.welcome is not None:
        return "worse" if entry.about.welcome else "better"
    return of_leaving(entry) if word == "left" and isinstance(entry, Member) else "neutral"


def of_joining(member: Member) -> Effect:
    """The effect of having somebody more: it depends on where they stand (M32, M34)."""
    if FACILITATOR in each(member.roles) or member.stance == "supporter":
        return "better"
    return "worse" if member.stance == "opponent" else "neutral"


def of_leaving(member: Member) -> Effect:
    """The effect of losing somebody: the mirror of having them."""
    return MIRROR[of_joining(member)]


def of_arrival(entry: Tracked) -> Effect:
    """The effect of one more entry of its kind."""
    if not entry.is_open:
        return of_word(entry, entry.state)
    if isinstance(entry, Member):
        return of_joining(entry)
    return "neutral" if entry.about.welcome is None else "better" if entry.about.welcome else "worse"


def of_absence(entry: Tracked) -> Effect:
    """The effect of an open entry that is gone. What has to be settled does not end by being left out."""
    if isinstance(entry, Member):
        return of_leaving(entry)
    if entry.about.welcome is None or GOOD_ENDS.intersection(entry.about.ended):
        return "neutral"
    return "worse" if entry.about.welcome else "better"


WAYS: Mapping[tuple[type[Part], str], Callable[[Any, Any], Better | None]] = {
    (Objective, "target"): _aimed,
    (Objective, "now"): _aimed,
    (Member, "influence"): _weight,
    (Cell, "until"): _bound,
}
"""Fields whose direction depends on the record that holds them."""
