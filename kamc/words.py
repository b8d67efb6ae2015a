"""Small help with words in messages."""

import unicodedata
from collections.abc import Collection, Sequence
from decimal import Decimal

FARTHEST = 3
"""Slips of the finger in a long word, at most; a short one may have one for every three letters."""


def nearest(word: str, words: Collection[str]) -> str | None:
    """The word that somebody who wrote `word` most likely meant, the first of equally near ones; or `None`.

    Capitals and accents count for nothing, nor does what joins the parts: hyphen, underscore or blank.
    """
    plain = fold(word)
    best, least = None, min(FARTHEST, len(plain) // 3) + 1
    for one in words:
        other = fold(one)
        if abs(len(other) - len(plain)) < least and (slips := distance(plain, other)) < least:
            best, least = one, slips
    return best or _only([one for one in words if plain and fold(one).startswith(f"{plain}-")])


def slip_of(word: str, words: Collection[str]) -> str | None:
    """The only word that is near enough to `word` to be meant, by its spelling; `None` where two are."""
    plain = fold(word)
    slips = {one: distance(plain, fold(one)) for one in words}
    most = 0 if 0 in slips.values() else min(FARTHEST, len(plain) // 3)
    return _only([one for one, count in slips.items() if count <= most])


def _only(words: Sequence[str]) -> str | None:
    """The word, where there is just one: `lyrane` can only mean `lyrane-energy`."""
    return words[0] if len(words) == 1 else None


def fold(word: str) -> str:
    """`word` in small plain letters, its parts joined by hyphens."""
    letters = unicodedata.normalize("NFKD", word.strip().casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace("_", "-").replace(" ", "-")


def distance(one: str, other: str) -> int:
    """How many slips lie between two words: a letter missing, added, wrong, or two neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]


def did_you_mean(near: str | None, otherwise: str = "") -> str:
    """`; did you mean lyrane-energy?` for the end of a message, or `otherwise` where nothing is near."""
    return f"; did you mean {near}?" if near else otherwise


def listed(words: Sequence[str], last: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 plan`, `2 plans`."""
    return f"{count} {noun}" if count == 1 else f"{count} {plural or noun + 's'}"


def shown(text: str, most: int = 60) -> str:
    """A text in quotes, on one line, cut at a word where it is longer than `most` characters."""
    flat = " ".join(text.split())
    if len(flat) > most:
        flat = flat[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"
    return f'"{flat}"'


def amount(number: Decimal) -> str:
    """A number, exactly, as plans write amounts: `12M`, `1.15M`, `250k`, `410`."""
    for unit, digits in (("bn", 9), ("M", 6), ("k", 3)):
        if abs(number) >= 10**digits:
            return plain(number.scaleb(-digits)) + unit
    return plain(number)


def rounded(number: Decimal, digits: int = 3) -> Decimal:
    """A number to so many digits that count: what was worked out is not more exact than its parts."""
    return round(number, digits - 1 - number.adjusted()) if number else number


def plain(number: Decimal) -> str:
    """A number in plain digits, no exponent and no idle zeros: `12000000`, `0.5`."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def a(noun: str) -> str:
    """A noun with its article: `a decider`, `an advisor`."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def spelled(id_: str) -> str:
    """An id as a name: `aylin-demir` is Aylin Demir."""
    return id_.replace("-", " ").title()
