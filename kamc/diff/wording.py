"""Values and their differences in words: `1.15M`, `key development`, `+3.0 points`, `92 days later`.

For terminals and programs, values look as plans write them; briefs spell them as all else.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import msgspec

from kamc.diff.names import Names
from kamc.model.change import Difference
from kamc.model.fields import Day, Field, Link, Money, OneWord, Percent, Prose, ProseList, SomeWords
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, Keyed, Quantity, Relevance, Said, When
from kamc.speech import Speech, message
from kamc.words import amount, plain, shown

WRITTEN_OUT = 100_000
"""Quantities with a unit are written out below this: 18400 USD a crew day."""
ALIKE, KEPT = 6, 2
"""Texts that begin with so many words alike are shown from where they part, with a few of those words."""
MINUS = "\N{MINUS SIGN}"
TENTH = Decimal("0.1")
SAID = {"unknown": message("unknown"), "none": message("none")}


def text(field: Any, value: Any, names: Names, unit: str = "") -> str:
    """A value as people read it, empty where the plan says nothing; `unit` is for amounts without one."""
    match value:
        case None:
            found = ""
        case Said():
            found = _said(value, names)
        case Keyed():
            lines = names.speech.count(len(value), "{n} line", "{n} lines") if value else ""
            found = _said(value.said, names) if value.said else lines
        case tuple():
            found = names.speech.listed(item_texts(field, value, names))
        case Decimal() | Quantity():
            found = _number(field, value, unit, names.speech)
        case _:
            found = item_text(field, value, names)
    return found


def _said(value: Said, names: Names) -> str:
    return names.speech.say(SAID[value.value])


def item_texts(field: Any, items: tuple[Any, ...], names: Names) -> list[str]:
    """Every item of a list as people read it; what has no order is told in that of its words, or by name."""
    if isinstance(field, SomeWords):
        return [names.speech.word(item) for item in field.write(items)]
    texts = [item_text(field, item, names) for item in items]
    return sorted(texts) if isinstance(field, Link) else texts


def item_text(field: Any, item: Any, names: Names) -> str:
    """One thing, or one of a list, as people read it."""
    match field:
        case _ if isinstance(item, Part):
            return _part(item, names)
        case _ if isinstance(item, When):
            return item.text if names.speech.as_written else names.speech.when(item)
        case Link():
            return names.of(item, field.to)
        case OneWord():
            return names.speech.word(item)
        case Prose() | ProseList():
            return names.speech.quoted(item)
    return str(item)


def _part(part: Part, names: Names) -> str:
    """What a record says in short: its main field, or the first that it has."""
    if part.said:
        return _said(part.said, names)
    slots = sorted(spec(type(part)).slots, key=lambda slot: slot.key != part.about.bare)
    values = ((slot.field, getattr(part, slot.attr)) for slot in slots)
    told = (text(field, value, names) for field, value in values if not isinstance(value, Keyed | Part))
    return next(filter(None, told), "")


def _number(field: Any, value: Decimal | Quantity, unit: str, speech: Speech) -> str:
    if not speech.as_written:
        return _spelled(field, value, unit, speech)
    if isinstance(value, Decimal):
        if isinstance(field, Percent):
            return f"{plain(value)} %"
        return amount(value) if isinstance(field, Money) else plain(value)
    unit = value.unit or unit
    small = unit and abs(value.amount) < WRITTEN_OUT
    return f"{plain(value.amount) if small else amount(value.amount)} {unit}".rstrip()


def _spelled(field: Any, value: Decimal | Quantity, unit: str, speech: Speech) -> str:
    """A number as a locale spells it."""
    if isinstance(value, Quantity):
        return speech.quantity(value, unit)
    if isinstance(field, Percent):
        return share(value, speech)
    return speech.money(value) if isinstance(field, Money) else speech.number(value)


def share(value: Decimal, speech: Speech) -> str:
    """A share with its tenths, where it has some: two that differ by little must not look alike."""
    if speech.as_written:
        return f"{plain(value)} %"
    places = 0 if value == value.to_integral_value() else 1
    return speech.formats.percent(speech.formats.number(value, places))


def difference(field: Field, old: Any, new: Any, speech: Speech) -> Difference | None:
    """How far apart two values are, in the field's own terms; `None` where no number can say it."""
    found = _difference(field, old, new)
    return found and msgspec.structs.replace(found, text=_told(field, found, speech))


def _difference(field: Field, old: Any, new: Any) -> Difference | None:
    match old, new:
        case When(), When():
            return Difference(by=Decimal((new.last - old.last).days), unit="days")
        case Relevance(), Relevance() if old.score != new.score:
            return Difference(by=Decimal(new.score - old.score), unit="points")
        case Quantity(), Quantity() if old.unit == new.unit:
            return _growth(old.amount, new.amount, old.unit)
        case Decimal(), Decimal():
            return _apart(field, old, new)
        case str(), str() if isinstance(field, OneWord) and _has_order(field, old, new):
            steps = field.words.index(new) - field.words.index(old)
            return Difference(by=Decimal(steps), unit="steps")
    return None


def _apart(field: Field, old: Decimal, new: Decimal) -> Difference:
    if isinstance(field, Percent):
        return Difference(by=new - old, unit="points")
    return _growth(old, new) if isinstance(field, Money) else Difference(by=new - old)


def _has_order(field: OneWord, *words: str) -> bool:
    return field.better is not None and set(words) <= set(field.words)


def _growth(old: Decimal, new: Decimal, unit: str = "") -> Difference:
    """The amount itself, and its share of the old one where there is something to take a share of."""
    if old <= 0 or new < 0 or new > 10 * old:
        return Difference(by=new - old, unit=unit)
    return Difference(by=new - old, unit=unit, percent=(new - old) * 100 / old)


def _told(field: Field, found: Difference, speech: Speech) -> str:
    """A difference in words; empty where the two words say it themselves."""
    if found.unit == "steps":
        return ""
    if found.unit == "days":
        return _days(int(found.by), speech)
    if found.unit == "points" and isinstance(field, Percent):
        return points(found.by, speech)
    if found.percent is None:
        return signed(found.by, speech)
    return _percent(found.percent, speech)


def _days(days: int, speech: Speech) -> str:
    if not days:
        return speech.say("the same last day")
    if days > 0:
        return speech.count(days, "{n} day later", "{n} days later")
    return speech.count(-days, "{n} day earlier", "{n} days earlier")


def points(by: Decimal, speech: Speech) -> str:
    """The difference of two shares: `+3.0 points`."""
    told = f"{by:+.1f}".replace("-", MINUS) if speech.as_written else speech.signed(by.quantize(TENTH))
    return speech.say("{number} points", number=told)


def _percent(percent: Decimal, speech: Speech) -> str:
    """`+12 %`."""
    places = 0 if abs(percent) >= 1 else 1
    if not speech.as_written:
        return ("+" if percent > 0 else "") + speech.percent(round(percent, places))
    return f"{percent:+.{places}f} %".replace("-", MINUS)


def signed(number: Decimal, speech: Speech) -> str:
    """`+0.4M`, with a true minus sign."""
    told = amount(abs(number)) if speech.as_written else speech.money(abs(number))
    return f"{MINUS if number < 0 else '+'}{told}"


def moved(what: str, field: Field, values: tuple[Any, Any], texts: tuple[str, str], speech: Speech) -> str:
    """`Sales: 1.15M → 1.3M (+13 %)`, from two values and their texts."""
    (old, new), (before, after) = values, texts
    if not before or not after:
        return now_or_no_longer(what, after, before, speech)
    if isinstance(field, Prose) and isinstance(old, str) and isinstance(new, str):
        before, after = map(shown, apart(old, new))
        return speech.say("{what}: {before} → {after}", what=what, before=before, after=after)
    if old is UNKNOWN:
        return speech.say("{what}: {before} → {after} (now known)", what=what, before=before, after=after)
    if new is UNKNOWN:
        return speech.say(
            "{what}: {before} → {after} (no longer known)", what=what, before=before, after=after
        )
    about = difference(field, old, new, speech)
    if not about or not about.text:
        return speech.say("{what}: {before} → {after}", what=what, before=before, after=after)
    return speech.say(
        "{what}: {before} → {after} ({difference})",
        what=what,
        before=before,
        after=after,
        difference=about.text,
    )


def now_or_no_longer(what: str, now: str, before: str, speech: Speech) -> str:
    """`Owner: now Jonas Petri`, or what it no longer is."""
    if now:
        return speech.say("{what}: now {value}", what=what, value=now)
    return speech.say("{what}: no longer {value}", what=what, value=before)


def apart(old: str, new: str) -> tuple[str, str]:
    """Two texts without the many words that both begin with: where they part is what a reader looks for."""
    before, after = old.split(), new.split()
    same = next((place for place, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    if same < ALIKE:
        return old, new
    return f"… {' '.join(before[same - KEPT :])}", f"… {' '.join(after[same - KEPT :])}"


def came_and_went(what: str, came: Iterable[str], went: Iterable[str], speech: Speech) -> str:
    """`Roles: now also a; no longer b`."""
    gained, lost = speech.listed(tuple(came)), speech.either(tuple(went))
    if gained and lost:
        return speech.say("{what}: now also {gained}; no longer {lost}", what=what, gained=gained, lost=lost)
    if gained:
        return speech.say("{what}: now also {gained}", what=what, gained=gained)
    return speech.say("{what}: no longer {value}", what=what, value=lost)


def slipped(field: Field, what: str, values: tuple[Any, Any], texts: tuple[str, str], speech: Speech) -> str:
    """`… slips by 92 days`, `… comes 31 days earlier`: of what is to be done; empty for all other dates."""
    old, new = values
    if not (isinstance(field, Day) and field.better == "earlier"):
        return ""
    days = (new.last - old.last).days if isinstance(old, When) and isinstance(new, When) else 0
    told = {"what": what, "before": texts[0], "after": texts[1]}
    if days > 0:
        return speech.count(
            days,
            "{what} slips by {n} day: {before} → {after}",
            "{what} slips by {n} days: {before} → {after}",
            **told,
        )
    if days < 0:
        return speech.count(
            -days,
            "{what} comes {n} day earlier: {before} → {after}",
            "{what} comes {n} days earlier: {before} → {after}",
            **told,
        )
    return ""
