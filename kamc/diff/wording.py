"""Values and their differences in words: `1.15M`, `key development`, `+3.0 points`, `92 days later`."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kamc.diff.names import Names
from kamc.model.fields import Day, Field, Link, Money, OneWord, Percent, Prose, ProseList, SomeWords
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, Keyed, Quantity, Relevance, Said, When
from kamc.words import amount, counted, listed, plain, shown

WRITTEN_OUT = 100_000
"""Quantities with a unit are written out below this: 18400 USD a crew day."""
ALIKE, KEPT = 6, 2
"""Texts that begin with so many words alike are shown from where they part, with a few of those words."""
MINUS = "\N{MINUS SIGN}"


def text(field: Any, value: Any, names: Names, unit: str = "") -> str:
    """A value as people read it, empty where the plan says nothing; `unit` is for amounts without one."""
    match value:
        case None:
            found = ""
        case Said():
            found = value.value
        case Keyed():
            found = value.said.value if value.said else counted(len(value), "line") if value else ""
        case tuple():
            found = listed(item_texts(field, value, names), "and")
        case Decimal() | Quantity():
            found = _number(field, value, unit)
        case _:
            found = item_text(field, value, names)
    return found


def item_texts(field: Any, items: tuple[Any, ...], names: Names) -> list[str]:
    """Every item of a list as people read it; what has no order is told in that of its words, or by name."""
    if isinstance(field, SomeWords):
        return [word(item) for item in field.write(items)]
    texts = [item_text(field, item, names) for item in items]
    return sorted(texts) if isinstance(field, Link) else texts


def item_text(field: Any, item: Any, names: Names) -> str:
    """One thing, or one of a list, as people read it."""
    match field:
        case _ if isinstance(item, Part):
            return _part(item, names)
        case Link():
            return names.of(item, field.to)
        case OneWord():
            return word(item)
        case Prose() | ProseList():
            return shown(item)
    return str(item)


def word(raw: str) -> str:
    """A word of the format as people say it: `conditional supporter`."""
    return raw.replace("-", " ")


def _part(part: Part, names: Names) -> str:
    """What a record says in short: its main field, or the first that it has."""
    if part.said:
        return part.said.value
    slots = sorted(spec(type(part)).slots, key=lambda slot: slot.key != part.about.bare)
    values = ((slot.field, getattr(part, slot.attr)) for slot in slots)
    told = (text(field, value, names) for field, value in values if not isinstance(value, Keyed | Part))
    return next(filter(None, told), "")


def _number(field: Any, value: Decimal | Quantity, unit: str) -> str:
    if isinstance(value, Decimal):
        if isinstance(field, Percent):
            return f"{plain(value)} %"
        return amount(value) if isinstance(field, Money) else plain(value)
    unit = value.unit or unit
    small = unit and abs(value.amount) < WRITTEN_OUT
    return f"{plain(value.amount) if small else amount(value.amount)} {unit}".rstrip()


def delta(field: Field, old: Any, new: Any) -> str:
    """How far apart two values are, in the field's own terms; empty where that cannot be said in a number."""
    match old, new:
        case When(), When():
            return _days(old, new)
        case Relevance(), Relevance() if old.score != new.score:
            return _signed(Decimal(new.score - old.score))
        case Quantity(), Quantity() if old.unit == new.unit:
            return _growth(old.amount, new.amount)
        case Decimal(), Decimal():
            return _figures(field, old, new)
    return ""


def _days(old: When, new: When) -> str:
    days = (new.last - old.last).days
    return (
        f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else "the same last day"
    )


def _figures(field: Field, old: Decimal, new: Decimal) -> str:
    if isinstance(field, Percent):
        return points(old, new)
    return _growth(old, new) if isinstance(field, Money) else _signed(new - old)


def points(old: Decimal, new: Decimal) -> str:
    """The difference of two shares: `+3.0 points`."""
    return f"{new - old:+.1f} points".replace("-", MINUS)


def _growth(old: Decimal, new: Decimal) -> str:
    """`+12 %`, or the amount itself where there is nothing to take a share of."""
    if old <= 0 or new < 0 or new > 10 * old:
        return _signed(new - old)
    percent = (new - old) * 100 / old
    return f"{percent:+.{0 if abs(percent) >= 1 else 1}f} %".replace("-", MINUS)


def _signed(number: Decimal) -> str:
    return f"{MINUS if number < 0 else '+'}{amount(abs(number))}"


def moved(field: Field, old: Any, new: Any, before: str, after: str) -> str:
    """`1.15M → 1.3M (+13 %)`, from two values and their texts."""
    if not before or not after:
        return f"now {after}" if after else f"no longer {before}"
    if isinstance(field, Prose) and isinstance(old, str) and isinstance(new, str):
        return " → ".join(map(shown, apart(old, new)))
    if old is UNKNOWN or new is UNKNOWN:
        return f"{before} → {after} ({'now' if old is UNKNOWN else 'no longer'} known)"
    about = delta(field, old, new)
    return f"{before} → {after}" + (f" ({about})" if about else "")


def apart(old: str, new: str) -> tuple[str, str]:
    """Two texts without the many words that both begin with: where they part is what a reader looks for."""
    before, after = old.split(), new.split()
    same = next((place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    if same < ALIKE:
        return old, new
    return f"… {' '.join(before[same - KEPT :])}", f"… {' '.join(after[same - KEPT :])}"


def came_and_went(came: Iterable[str], went: Iterable[str]) -> str:
    """`now also a; no longer b`."""
    gained, lost = listed(tuple(came), "and"), listed(tuple(went), "or")
    return "; ".join(part for part in (gained and f"now also {gained}", lost and f"no longer {lost}") if part)


def slip(field: Field, old: Any, new: Any) -> str:
    """`slips by 92 days`, `comes 31 days earlier`: of what is to be done; empty for all other dates."""
    if not (isinstance(field, Day) and field.better == "earlier") or old is None or new is None:
        return ""
    days = (new.last - old.last).days if isinstance(old, When) and isinstance(new, When) else 0
    if days < 0:
        return f"comes {counted(-days, 'day')} earlier"
    return f"slips by {counted(days, 'day')}" if days else ""


def lowered(title: str) -> str:
    """A field's title inside a sentence: `Net sales` is net sales, `CABS` stays."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
