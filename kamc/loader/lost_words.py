"""The three ways in which YAML loses a salesperson's words: after a hash, after a comma, after a colon."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from kamc.diagnostics import Finding, Fix
from kamc.loader import refusals, scalars
from kamc.loader.events import Pair, ScalarEvent, begins, ends, is_absent
from kamc.loader.text import Lines

HASH = re.compile(r" #(?![#=*\-])\S")
"""Whether a file may lose words after a hash (rulers such as `#-----` lose none)."""

AFTER_HASH = re.compile(r"[ \t]+(?P<lost>#(?![#=*\-])\S[^\r\n]*)")
NUMBER = re.compile(r"-?[0-9][0-9.]*[A-Za-z%]*")
FIGURE = re.compile(r"[-+]?[0-9][0-9.,:/x-]*(?:Q[1-4])? ?[A-Za-z%€£$]{0,3}|~|null|Null|NULL")
GLUED = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]+):(?P<value>(?!//)[^\s:].*)", re.DOTALL)
NO_NUMBER = re.compile(r"(?:^|\s)#(?![0-9])")
"""A hash that may begin a comment which lacks its space: before a digit, it is a number sign."""

HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\ufffe\uffff]")
"""Line breaks, and what nobody sees in a text: quotes around them do not keep what was meant.

All that is not printable, told as such: the same set by what it leaves out takes 7 ms to compile.
"""

NAME = re.compile(r"[a-z][a-z0-9_-]*")
"""What may be a field that lacks its colon."""

WORDS_OF_LINE = re.compile(r"\S(?:[^\r\n]*\S)?")


class Glued(NamedTuple):
    """A key and a value without a space between them, and the offset at which they stand."""

    at: int
    key: str
    value: str

    @property
    def written(self) -> str:
        return f"{self.key}:{self.value}"

    @property
    def meaning(self) -> str | int | Decimal | None:
        """The value, without the quotes that became part of it."""
        quote = self.value[0]
        if quote in "\"'" and len(self.value) > 1 and self.value.endswith(quote):
            return self.value[1:-1]
        return scalars.plain(self.value)

    @property
    def value_at(self) -> int:
        return self.at + len(self.key) + 1

    @property
    def end(self) -> int:
        return self.value_at + len(self.value)

    def finding(self, lines: Lines) -> Finding:
        meant = f"{self.key}: {self.value}"
        gap = lines.span(self.value_at, self.value_at)
        return refusals.space_after_colon(self.written, meant, lines.span(self.at, self.end), gap)


def glued(written: str, at: int) -> Glued | None:
    """What `reliability:5` was meant to be, where that is clear."""
    found = GLUED.fullmatch(written)
    return None if found is None else Glued(at, found["key"], found["value"])


def glued_lines(text: str, scalar: ScalarEvent) -> list[Glued]:
    """The fields of a plain text on lines of its own, if each of its lines is one without the space."""
    start, end = begins(scalar), ends(scalar)
    if text[text.rfind("\n", 0, start) + 1 : start].strip(" "):
        return []
    words = [glued(word.group(), word.start()) for word in WORDS_OF_LINE.finditer(text, start, end)]
    fields = [word for word in words if word is not None]
    return fields if len(fields) == len(words) else []


def after_hash(text: str, scalar: ScalarEvent, lines: Lines, *, in_flow: bool) -> Finding | None:
    """The words that a plain text (or a field without a value) loses to a comment."""
    found = AFTER_HASH.match(text, ends(scalar))
    if found is None or FIGURE.fullmatch(scalar.value):
        return None
    lost = found["lost"].rstrip()
    start = found.start("lost")
    end = start + len(lost)
    fix = None if in_flow else _number_sign(begins(scalar) if scalar.value else start, end, lines)
    return refusals.words_after_hash(scalar.value, lost, lines.span(start, end), fix)


def _number_sign(start: int, end: int, lines: Lines) -> Fix | None:
    """Quotes around a text with a `#1` in it."""
    text = lines.text[start:end]
    in_doubt = NO_NUMBER.search(text) or HIDDEN.search(text)
    return None if in_doubt else refusals.quoting(text, lines.span(start, end))


def is_bare(text: str, pair: Pair) -> bool:
    """Whether a key in braces stands alone, without a colon."""
    key, value = pair
    return is_absent(value) and ":" not in text[ends(key) : begins(value)]


def in_braces(text: str, pairs: list[Pair], lines: Lines) -> Iterator[Finding]:
    """What a mapping in braces loses: texts that a comma tore apart, colons without a space."""
    if all(is_bare(text, pair) and _glued_key(pair) is None for pair in pairs):
        yield _list_in_braces(text, pairs, lines)
        return
    before: Pair | None = None
    for bare, group in groupby(pairs, lambda pair: is_bare(text, pair)):
        run = list(group)
        if bare:
            yield from _bare_run(text, run, before, lines)
        before = run[-1]


def torn_numbers(text: str, pairs: list[Pair]) -> frozenset[str]:
    """The keys whose number a comma tore apart: `{spend: 7,8M}` is neither 7 nor 8M."""
    return frozenset(
        key.value
        for (key, value), after in pairwise(pairs)
        if isinstance(value, ScalarEvent)
        and not value.style
        and NUMBER.fullmatch(value.value)
        and is_bare(text, after)
        and after[0].value[:1].isdigit()
    )


def repaired(text: str, pair: Pair) -> Glued | None:
    """The field that a bare key was meant to be, where that is clear."""
    return _glued_key(pair) if is_bare(text, pair) else None


def _glued_key(pair: Pair) -> Glued | None:
    key, _ = pair
    return None if key.style else glued(key.value, begins(key))


def _list_in_braces(text: str, pairs: list[Pair], lines: Lines) -> Finding:
    words = [text[begins(key) : ends(key)] for key, _ in pairs]
    return refusals.list_in_braces(words, lines.span(begins(pairs[0][0]), ends(pairs[-1][0])))


def _bare_run(text: str, run: list[Pair], before: Pair | None, lines: Lines) -> Iterator[Finding]:
    """The findings of bare keys that follow each other, and of the pair before them."""
    words = [pair for pair in run if _glued_key(pair) is None]
    for pair in run:
        if (field := _glued_key(pair)) is not None:
            yield field.finding(lines)
    if words:
        yield _torn(text, words, before, lines)


def _torn(text: str, words: list[Pair], before: Pair | None, lines: Lines) -> Finding:
    """The finding of a text that commas tore apart."""
    keys = [key for key, _ in words]
    span = lines.span(begins(keys[0]), ends(keys[-1]))
    head = None if before is None else before[1]
    if not isinstance(head, ScalarEvent):
        return refusals.words_without_colon(_rejoined(text, keys), span)
    return refusals.words_after_comma(
        _rejoined(text, keys),
        _rejoined(text, [head, *keys]),
        span,
        lines.span(begins(head), ends(head)),
        _torn_text(head, keys, lines) if _are_neighbours(text, keys) else None,
    )


def _are_neighbours(text: str, keys: list[ScalarEvent]) -> bool:
    """Whether nothing but a comma stands between words: else a field lies between them."""
    return all(text[ends(one) : begins(other)].strip() == "," for one, other in pairwise(keys))


def _torn_text(head: ScalarEvent, keys: list[ScalarEvent], lines: Lines) -> Fix | None:
    """Quotes around a text that commas tore apart, unless a part of it may be a field, or it is a number."""
    start, end = begins(head), ends(keys[-1])
    text = lines.text[start:end]
    is_plain = not head.style and not any(key.style for key in keys)
    is_text = not FIGURE.fullmatch(head.value) and not any(NAME.fullmatch(key.value) for key in keys)
    if not is_plain or not is_text or HIDDEN.search(text) or "#" in text:
        return None
    return refusals.quoting(text, lines.span(start, end))


def _rejoined(text: str, parts: list[ScalarEvent]) -> str:
    """Parts of a text, with what stands between them."""
    gaps = (text[ends(one) : begins(other)] for one, other in pairwise(parts))
    return parts[0].value + "".join(gap + part.value for gap, part in zip(gaps, parts[1:], strict=True))
