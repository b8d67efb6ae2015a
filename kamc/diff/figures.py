"""Figures of an account before and after, with what their movement means."""

from decimal import ROUND_HALF_UP, Decimal

import msgspec

from kamc.diff import wording
from kamc.diff.effect import of_values
from kamc.diff.measured import ORDER, Judged, Measured, measured
from kamc.model.change import Figure
from kamc.model.fields import Audience, Field, Money, Number, Percent
from kamc.model.terms import HealthTerms
from kamc.speech import Speech
from kamc.words import amount, plain, rounded

TENTH = Decimal("0.1")


def figures(old: Judged, new: Judged, terms: HealthTerms, speech: Speech) -> tuple[Figure, ...]:
    """Every figure that one of the two plans has, in a fixed order; a customer gets none."""
    if Audience.CUSTOMER in {old.view.audience, new.view.audience}:
        return ()
    before, after = (
        {(held.key, held.unit, held.of): held for held in measured(one, terms, speech)} for one in (old, new)
    )
    keys = sorted({*before, *after}, key=lambda key: (ORDER.index(key[0]), *key))
    return tuple(_figure(before.get(key), after.get(key), speech) for key in keys)


def _figure(old: Measured | None, new: Measured | None, speech: Speech) -> Figure:
    one = next(filter(None, (new, old)))
    title = speech.say(one.title)
    told = Figure(
        key=one.key,
        title=f"{title}, {one.of}" if one.of else title,
        unit=one.unit,
        old=_exact(old),
        new=_exact(new),
        old_text=_text(old, speech),
        new_text=_text(new, speech),
    )
    return _moved(told, old, new, speech) if old and new else _came_or_went(told, speech)


def _came_or_went(told: Figure, speech: Speech) -> Figure:
    """A figure that only one of the two plans knows: nobody can say which way it moved."""
    message = wording.now_or_no_longer(told.title, told.new_text, told.old_text, speech)
    return msgspec.structs.replace(told, message=message)


def _moved(told: Figure, old: Measured, new: Measured, speech: Speech) -> Figure:
    if not told.moved:
        still = speech.say("{what}: still {value}", what=told.title, value=told.new_text)
        return msgspec.structs.replace(told, message=still)
    if told.old == told.new:
        what, before, after = told.title, told.old_text, told.new_text
        among = speech.say("{what}: {before} → {after}", what=what, before=before, after=after)
        return msgspec.structs.replace(told, message=among)
    field, values, texts = _field(old), (told.old, told.new), (told.old_text, told.new_text)
    apart = wording.difference(field, *values, speech)
    if apart and old.settled:
        won = _spelled(old.settled, old.unit, speech)
        apart = msgspec.structs.replace(apart, text=speech.say("{amount} of it won", amount=won))
    message = (
        speech.say(
            "{what}: {before} → {after} ({difference})",
            what=told.title,
            before=texts[0],
            after=texts[1],
            difference=apart.text,
        )
        if apart and old.settled
        else wording.moved(told.title, field, values, texts, speech)
    )
    return msgspec.structs.replace(
        told,
        message=message,
        difference=apart,
        effect=of_values(field, old.value - old.settled, new.value - new.settled),
    )


def _field(one: Measured) -> Field:
    """What field such a figure would fill: it says how differences are told, and which way is better."""
    kind = Percent if one.unit == "percent" else Number if one.unit in {"count", "score"} else Money
    return kind(one.title, better=one.better)


def _exact(one: Measured | None) -> Decimal | None:
    """A share to a tenth of a percent: what is shown is compared."""
    if one is None:
        return None
    return one.value.quantize(TENTH, ROUND_HALF_UP) if one.unit == "percent" else one.value


def _text(one: Measured | None, speech: Speech) -> str:
    if one is None:
        return ""
    return one.text or _spelled(_exact(one) or Decimal(0), one.unit, speech)


def _spelled(value: Decimal, unit: str, speech: Speech) -> str:
    if unit in {"count", "score"}:
        return plain(value) if speech.as_written else speech.number(value)
    if unit == "percent":
        return wording.share(value, speech)
    return f"{amount(rounded(value))} {unit}".rstrip() if speech.as_written else speech.money(value, unit)
