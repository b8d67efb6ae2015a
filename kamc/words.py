"""Small help with words in messages."""

from collections.abc import Iterable, Sequence


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that somebody who wrote `word` most likely meant; `None` where nothing is near."""
    import difflib

    same = {one.casefold().replace("_", "-"): one for one in words}
    found = difflib.get_close_matches(word.casefold().replace("_", "-"), same, n=1, cutoff=0.6)
    return same[found[0]] if found else None


def listed(words: Sequence[str], last: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 plan`, `2 plans`."""
    return f"{count} {noun}" if count == 1 else f"{count} {plural or noun + 's'}"
