"""Whether a change is good news: read off the field (which way is better) and off the life of an entry."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kamc.model.buying_center import Member
from kamc.model.change import Effect
from kamc.model.fields import Field, OneWord
from kamc.model.records import BAD_ENDS, GOOD_ENDS, PROGRESS, Tracked
from kamc.model.values import NONE, UNKNOWN, Quantity, Relevance, Said, When, each

_NEWS: Mapping[Effect, int] = {"worse": -1, "neutral": 0, "better": 1}
FACILITATOR = "facilitator"


def of_values(field: Field, old: Any, new: Any, *, down: bool = False) -> Effect:
    """The effect of a value that changed; `down` where less of it is wanted than its field says.

    What was an open question and is none any more is better, whatever the answer.
    """
    if UNKNOWN in {_said(old), _said(new)}:
        return _answered(old, new)
    before, after = rank(field, old), rank(field, new)
    if field.better is None or before is None or after is None or not comparable(old, new) or before == after:
        return "neutral"
    rises = (after > before) is (field.better in {"higher", "later", "last-word"})
    return "better" if rises is not down else "worse"


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


def of_leaving(member: Member) -> Effect:
    """The effect of losing somebody: it depends on where they stood (M32, M34)."""
    if FACILITATOR in each(member.roles) or member.stance == "supporter":
        return "worse"
    return "better" if member.stance == "opponent" else "neutral"


def of_arrival(entry: Tracked) -> Effect:
    """The effect of one more entry of its kind; a facilitator is a win (M32)."""
    if not entry.is_open:
        return of_word(entry, entry.state)
    if isinstance(entry, Member):
        return "better" if FACILITATOR in each(entry.roles) else "neutral"
    return "neutral" if entry.about.welcome is None else "better" if entry.about.welcome else "worse"


def of_absence(entry: Tracked) -> Effect:
    """The effect of an open entry that is gone. What has to be settled does not end by being left out."""
    if isinstance(entry, Member):
        return of_leaving(entry)
    if entry.about.welcome is None or GOOD_ENDS.intersection(entry.about.ended):
        return "neutral"
    return "worse" if entry.about.welcome else "better"
