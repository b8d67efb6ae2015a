"""The right spelling of a value that people write in other ways: dates, amounts, stretches of time, words."""

import functools
import re
from collections.abc import Iterable, Mapping

from kamc.model import values
from kamc.model.fields import (
    Amount,
    CellValue,
    Day,
    Field,
    Link,
    Money,
    OneWord,
    Pattern,
    Percent,
    Rating,
    SomeWords,
    Stretch,
)
from kamc.schema import dates, ids
from kamc.words import fold, nearest


def read_as(ways: Mapping[str, str]) -> Mapping[str, str]:
    """From what people write to what we write: behind each word of ours stand theirs, with commas."""
    return {theirs: ours for ours, all_ways in ways.items() for theirs in all_ways.split(", ")}


SCALES = {
    "": "",
    **read_as({
        "k": "k, thousand, tsd",
        "M": "m, mm, mn, mio, million, millions",
        "bn": "bn, b, mrd, billion, billions",
    }),
}  # fmt: skip
STRETCHES = read_as({
    "day": "daily",
    "week": "weekly",
    "2 weeks": "biweekly, fortnight, fortnightly",
    "month": "monthly",
    "2 months": "bimonthly",
    "quarter": "quarterly",
    "half-year": "twice a year, half-yearly, half year, halfyear, semiannually",
    "year": "yearly, annually, annual",
})  # fmt: skip
SENSES = read_as({
    "contract": "won",
    "decider": "decision-maker, approver, final-approver",
    "dropped": "cancelled, canceled, abandoned",
    "done": "complete, completed, finished",
    "facilitator": "champion, coach, inner-salesperson",
    "key-account-manager": "kam",
    "medium": "med",
    "met": "achieved, reached",
    "missed": "failed",
    "no": "false, off, n, nein, non",
    "none": "-, nothing, nobody, no-one, never",
    "opponent": "enemy",
    "running": "in-progress, ongoing, started",
    "settled": "resolved",
    "unknown": "?, ??, ???, n/a, tbd, tbc, unclear, not-known",
    "yes": "true, on, y, ja, oui, si",
})  # fmt: skip
"""What people write instead of a word of ours that is spelled quite differently."""
SENTENCE = 3
BETWEEN = {"neutral": ("constructive-critic", "unknown"), "undecided": ("conditional-supporter", "unknown")}
"""Words for which we have none: what is nearest on either side."""


@functools.singledispatch
def proposals(_field: Field, _text: str) -> Iterable[str]:
    """How a text would be written in a field; several where it could mean several things."""
    return ()


def first_words(text: str) -> str | None:
    """`unknown` or `none`, where `text` says that in another way."""
    plain = fold(text)
    word = SENSES.get(plain, plain)
    return word if word in {"unknown", "none"} else None


@proposals.register
def _(field: OneWord, text: str) -> Iterable[str]:
    between = BETWEEN.get(fold(text), ())
    if between and set(between) <= set(field.choices):
        return between
    near = _word(text, field)
    return (near,) if near else ()


def _word(text: str, field: OneWord) -> str | None:
    """The word of `field` that `text` means, by its spelling or its sense."""
    sense = SENSES.get(fold(text))
    return sense if sense in field.choices else nearest(text, field.choices)


@proposals.register
def _(field: SomeWords, text: str) -> Iterable[str]:
    """One word, or the words of a text that lists several."""
    near = [_word(part, field) for part in re.split(r"\s*(?:[,;/+&]|\band\b)\s*", text.strip())]
    return (
        (f"[{', '.join(map(str, near))}]" if len(near) > 1 else str(near[0]),) if near and all(near) else ()
    )


@proposals.register
def _(field: Link, text: str) -> Iterable[str]:
    """One id, or the ids of a text that lists several."""
    found = [ids.proposal(part) for part in re.split(r"\s*(?:[,;/&]|\band\b)\s*", text.strip()) if part]
    if not found or not all(found) or len(text.split()) > len(found) * 4:
        return ()
    if len(found) > 1 and not field.many:
        return ()
    return (f"[{', '.join(map(str, found))}]" if len(found) > 1 else str(found[0]),)


@proposals.register
def _(field: Pattern, text: str) -> Iterable[str]:
    if field.pattern == values.ID:
        near = ids.proposal(text)
        return (near,) if near else ()
    found = [date for date in dates.proposals(text) if re.fullmatch(field.pattern, date)]
    plain = text.strip()
    found += [way for way in (plain, plain.upper()) if re.fullmatch(field.pattern, way)]
    return found[:1]


@proposals.register(Day)
def _(_field: Field, text: str) -> Iterable[str]:
    return dates.proposals(text)


@proposals.register(Percent)
def _(_field: Field, text: str) -> Iterable[str]:
    match = re.fullmatch(
        r"(?i)\s*(?:ca\.?|about|~)?\s*([0-9]+)(?:[.,]([0-9]+))?\s*(?:%|percent|per cent|pct|prozent)?\s*",
        text,
    )
    return (match[1] + (f".{match[2]}" if match[2] else ""),) if match and int(match[1]) <= 100 else ()  # noqa: PLR2004


@proposals.register
def _(field: CellValue, text: str) -> Iterable[str]:
    """Our sales, one of the words, or the id of who is there; a sentence is none of them."""
    if is_sentence(text):
        return ()
    near = (
        money(text)
        or nearest(text, field.words)
        or (ids.proposal(text) if text not in values.RESERVED else None)
    )
    return (near,) if near else ()


def is_sentence(text: str) -> bool:
    """Whether `text` says something, rather than naming a firm: `lost to Kornhoff in 2024`."""
    words = text.split()
    return len(words) >= SENTENCE and any(word.isalpha() and word.islower() for word in words)


@proposals.register(Money)
def _(_field: Field, text: str) -> Iterable[str]:
    near = money(text)
    return (near,) if near else ()


def money(text: str) -> str | None:
    """An amount of money as plans write it; its currency stands elsewhere."""
    return _amount(
        re.sub(r"(?i)[€$£¥]|\b[a-z]*(eur|usd|gbp|chf|sek|nok|euros?|dollars?)\b", "", text, count=1)
    )


@proposals.register(Amount)
def _(_field: Field, text: str) -> Iterable[str]:
    """The amount, with its unit where one follows."""
    match = re.fullmatch(r"(?i)\s*[€$£]?\s*([-0-9][0-9.,' ]*[0-9]|[0-9])\s*([a-z%][^\t\r\n]*)?", text)
    if match is None or (number := _number(match[1])) is None:
        return ()
    scale = SCALES.get((match[2] or "").strip().lower())
    return (f"{number}{scale}" if scale is not None else f"{number} {(match[2] or '').strip()}",)


def _amount(text: str) -> str | None:
    match = re.fullmatch(r"(?i)\s*(?:ca\.?|about|~)?\s*(-?[0-9][0-9.,' ]*?)\s*([a-z]*)\.?\s*", text)
    if match is None or (scale := SCALES.get(match[2].lower())) is None:
        return None
    number = _number(match[1])
    return None if number is None else number + scale


def _number(text: str) -> str | None:
    """A number without signs between its thousands, and with a point before its decimals."""
    plain = re.sub(r"[' ]", "", text)
    if re.fullmatch(r"-?[0-9]{1,3}([.,])[0-9]{3}(\1[0-9]{3})*", plain) and (
        plain.count(",") or plain.count(".") > 1
    ):
        return re.sub(r"[.,]", "", plain)
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", plain):
        return plain.replace(",", "")
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", plain):
        return plain.replace(".", "").replace(",", ".")
    return plain.replace(",", ".") if re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", plain) else None


@proposals.register
def _(field: Stretch, text: str) -> Iterable[str]:
    """A stretch spelled right; a bare number in the unit of the field's example; the first of several."""
    if re.fullmatch(r"[1-9][0-9]?", text.strip()):
        return (f"{int(text)} {str(field.example).split()[-1].removesuffix('s')}{'s' * (int(text) > 1)}",)
    plain = re.sub(r"^(every|once an?|once every|each) ", "", " ".join(text.strip().lower().split()))
    for way in (
        STRETCHES.get(plain),
        plain,
        re.sub(r"^([0-9]+)(?=[a-z])", r"\1 ", plain),
        nearest(plain, (*STRETCHES, "day", "week", "month", "quarter")),
        *first_stretch(text),
    ):
        right = STRETCHES.get(way, way) if way else None
        if right and right != text and values.read_stretch(right):
            return (right,)
    return ()


def first_stretch(text: str) -> tuple[str, ...]:
    """The stretch with which a text begins that goes on: `5 years` of `5 years plus 3`."""
    match = re.match(rf"\s*({values.STRETCH})\b(?=.*\w)", text)
    return (match[1],) if match and match.end() < len(text.rstrip()) else ()


@proposals.register(Rating)
def _(_field: Field, text: str) -> Iterable[str]:
    match = re.fullmatch(r"\s*([1-7])\s*(?:[xX*×/·,]|by|times)\s*([1-7])\s*", text)
    return (f"{match[1]}x{match[2]}",) if match else ()
