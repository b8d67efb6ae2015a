"""Lines of fields and items: colons too few and too many, indentation that fits nothing."""

import re

from kamc.diagnostics import Finding, Related
from kamc.loader import lost_words, refusals
from kamc.loader.events import (
    ScalarEvent,
    begins,
    column,
    ends,
)
from kamc.loader.refusals import quoted, shown
from kamc.loader.syntax import signs
from kamc.loader.syntax.trouble import FIELD, Trouble

COMMENT = re.compile(r"[ \t]+(?P<comment>#[^\r\n]*)\s*")
END_MARK = re.compile(r"^(?P<mark>\.\.\.)(?=\s)[^\n]*\s*\Z", re.MULTILINE)
NAME = re.compile(r"[\w.-]+(?= *[\"'\[{])")
"""A name with a value right behind it that is no plain text: what is missing is the colon."""


def colon_missing(trouble: Trouble) -> Finding:
    """A line that should hold a field and has no colon."""
    return _colon_missing(trouble, trouble.since)


def colon_in_text(trouble: Trouble) -> Finding | None:
    """A colon and a space where no field can begin."""
    text = trouble.before
    if not isinstance(text, ScalarEvent) or trouble.text[ends(text) : trouble.at].strip(" "):
        return signs.reserved(trouble)
    start = begins(text)
    if trouble.lines.start(trouble.at) <= start:
        return _colon_in_text(trouble, start)
    if trouble.text[trouble.lines.start(start) : start].strip(" "):
        return _under_a_text(trouble, start)
    last = trouble.lines.start(trouble.at) + trouble.indent(trouble.at)
    if FIELD.match(trouble.text, last):
        return _colon_missing(trouble, start)
    return _colon_in_text(trouble, last)


def key_empty(trouble: Trouble) -> Finding | None:
    """A colon with no name before it."""
    if trouble.sign != ":":
        return None
    return refusals.key_empty(trouble.lines.span(trouble.at, trouble.at + 1))


def after_comment(trouble: Trouble) -> Finding | None:
    """A text that a comment interrupts."""
    text = trouble.before
    comment = None if text is None else COMMENT.match(trouble.text, ends(text))
    if comment is None or comment.end() != trouble.at or FIELD.match(trouble.text, trouble.at):
        return None
    words = trouble.line_from(trouble.at)
    return trouble.told(
        f"{shown(words)} goes on with a text that the comment above it has ended",
        trouble.at,
        trouble.at + len(words),
        help="put the whole text in quotes if the # belongs to it, or move the comment",
        related=[Related(message="a comment", span=trouble.lines.span(*comment.span("comment")))],
    )


def after_end(trouble: Trouble) -> Finding | None:
    """Something after the line `...`, which ends a document."""
    mark = END_MARK.search(trouble.text, 0, trouble.at)
    return None if mark is None else refusals.several_documents(trouble.lines.span(*mark.span("mark")))


def below_block_text(trouble: Trouble) -> Finding | None:
    """A line that stands too far left for the text under `|` or `>` above it."""
    text = trouble.before
    if not isinstance(text, ScalarEvent) or not text.style or text.style not in "|>" or not trouble.is_fresh:
        return None
    if FIELD.match(trouble.text, trouble.at):
        return None
    words = trouble.line_from(trouble.at)
    return trouble.told(
        f"{shown(words)} stands further left than the text above it",
        trouble.at,
        trouble.at + len(words),
        help="indent all lines of the text alike",
        related=[trouble.opening(begins(text), "the text begins here")],
    )


def indentation(trouble: Trouble) -> Finding | None:
    """A line that stands neither under the ones above it nor beside them."""
    if not trouble.is_fresh or not trouble.sign:
        return None
    words, here = trouble.line_from(trouble.at), trouble.indent(trouble.at)
    if not trouble.blocks:
        return _outside(trouble, words)
    others = [start for start in trouble.blocks if column(start) != here]
    nearest = min(others or trouble.blocks, key=lambda start: abs(column(start) - here))
    return trouble.told(
        f"{shown(words)} is {_indented(here)}, which fits no line above it",
        trouble.at,
        trouble.at + len(words),
        label=f"the nearest lines above are {_indented(column(nearest))}",
        help="indent it like the lines beside it, or those like this one",
        related=[trouble.opening(begins(nearest), "the nearest lines begin here")],
    )


def _colon_missing(trouble: Trouble, start: int) -> Finding:
    words = trouble.line_from(start)
    if (field := lost_words.glued(words, start)) is not None:
        return field.finding(trouble.lines)
    words = name.group() if (name := NAME.match(words)) else words
    return trouble.told(
        f"{shown(words)} has no colon behind it",
        start,
        start + len(words),
        label="a field without its colon?",
        help="write `name: value`; if it goes on with the text above, indent it further",
    )


def _colon_in_text(trouble: Trouble, start: int) -> Finding:
    words = trouble.line_from(start)
    return trouble.told(
        f"{shown(words)} holds a colon and a space, and is not in quotes",
        start,
        start + len(words),
        label="a text, or a field at the wrong place?",
        help=f"put the text in quotes: {quoted(words)}",
    )


def _under_a_text(trouble: Trouble, text: int) -> Finding:
    start = trouble.lines.start(trouble.at) + trouble.indent(trouble.at)
    return trouble.told(
        f"{shown(trouble.text[start : trouble.at])} is indented below a text, which can hold no field",
        start,
        trouble.at,
        help="indent it like the fields beside it; if it goes on with the text, put all of it in quotes",
        related=[trouble.opening(text, "the text begins here")],
    )


def _outside(trouble: Trouble, words: str) -> Finding:
    return trouble.told(
        f"{shown(words)} stands outside of what the file holds",
        trouble.at,
        trouble.at + len(words),
        help="take away the braces or quotes around the lines above: the fields of a file need none",
    )


def _indented(count: int) -> str:
    return {0: "not indented", 1: "indented by one space"}.get(count, f"indented by {count} spaces")
