"""What is wrong with an id, and the nearest one that can be."""

import re
import unicodedata
from collections.abc import Iterator

from kamc.model import values
from kamc.words import listed

LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "aa", "ł": "l", "œ": "oe"}
)
"""How people spell these letters where there are none; accents are simply left off."""
MOST_SIGNS = 3
RULE = "an id has small letters a to z, digits and single hyphens, and begins with a letter"


def reasons(text: str) -> str:
    """What keeps `text` from being an id: `it has a capital letter and a blank`; empty where nothing does."""
    return ", and ".join(_reasons(text))


def _reasons(text: str) -> Iterator[str]:
    if text in values.RESERVED:
        yield "the format keeps this word for itself"
    elif text in values.DEVICES:
        yield "operating systems keep this word for a device"
    elif text.startswith("x-"):
        yield 'keys of your own begin with "x-", and are no entries'
    else:
        if signs := list(_wrong_signs(text)):
            yield f"it has {listed(signs, 'and')}"
        yield from _wrong_build(text)
    if len(text) > values.LONGEST_ID:
        yield f"it has {len(text)} characters, and {values.LONGEST_ID} are the most"


def _wrong_signs(text: str) -> Iterator[str]:
    letters = dict.fromkeys(text)
    if any("A" <= letter <= "Z" for letter in letters):
        yield "a capital letter"
    if " " in letters:
        yield "a blank"
    if "_" in letters:
        yield "an underscore"
    yield from [_named(letter) for letter in letters if not re.fullmatch(r"[A-Za-z0-9_ -]", letter)][
        :MOST_SIGNS
    ]


def _wrong_build(text: str) -> Iterator[str]:
    if text[:1].isdigit():
        yield "it begins with a digit"
    if re.search(r"^-|--|-$", text):
        yield "a hyphen stands between two parts, once"


def _named(letter: str) -> str:
    return f'"{letter}"' if letter.isprintable() else "a sign that cannot be seen"


def proposal(text: str, kind: str = "") -> str | None:
    """The nearest id that can be, with `kind` behind a reserved word; `None` where nothing can be spelled."""
    slug = "-".join(_parts(text.removeprefix("x-")))
    if slug in values.RESERVED or slug in values.DEVICES:
        slug = f"{slug}-{kind or 'entry'}"
    slug = slug[: values.LONGEST_ID].rstrip("-")
    return slug if values.is_id(slug) else None


def _parts(text: str) -> list[str]:
    """The parts of `text` in plain letters; those that begin with a digit go behind the first word."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).lower().translate(LETTERS))
    parts = re.findall(r"[a-z0-9]+", "".join(one for one in plain if not unicodedata.combining(one)))
    first = next((place for place, part in enumerate(parts) if not part[0].isdigit()), 0)
    return parts[first:] + parts[:first]
