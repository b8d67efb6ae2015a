"""Texts in quotes: never closed, closed too early, backslashes."""

import re

from kamc.diagnostics import Finding
from kamc.loader.events import ScalarEvent, begins, ends
from kamc.loader.refusals import shown
from kamc.loader.syntax.trouble import FIELD, Trouble

SWALLOWED = re.compile(r"\n *" + FIELD.pattern)
"""A field inside a text in quotes: the quote was closed by the next one that opens."""

INSIDE = {
    '"': 'put the whole text inside the quotes; a " within it is written \\"',
    "'": "put the whole text inside the quotes; an apostrophe within it is written '', or use double quotes",
}


def unclosed(trouble: Trouble) -> Finding:
    """A quote that libyaml could not close."""
    return _unclosed(trouble, trouble.since)


def after(trouble: Trouble) -> Finding | None:
    """Something that follows a closing quote."""
    text, end = trouble.before, trouble.at
    if not isinstance(text, ScalarEvent) or not text.style or text.style not in INSIDE:
        return None
    if SWALLOWED.search(trouble.text, begins(text), ends(text)):
        return _unclosed(trouble, begins(text))
    gap = trouble.text[ends(text) : end]
    is_field = FIELD.match(trouble.text, end) is not None
    if gap.strip() or not trouble.sign or ("\n" in gap and is_field):
        return None
    if trouble.opened is not None and ("\n" in gap or is_field or trouble.sign in "]}"):
        return None
    words = trouble.value_from(end)
    return trouble.told(
        f"{shown(words)} follows the closing quote",
        end,
        end + len(words),
        label="outside the quotes",
        help=INSIDE[text.style],
    )


def backslash(trouble: Trouble) -> Finding:
    """A backslash in double quotes that begins no escape."""
    at = trouble.text.rfind("\\", trouble.since, trouble.at + 1)
    written = trouble.text[at : at + 2]
    return trouble.told(
        f'the backslash in "{written}" has no meaning in double quotes',
        at,
        at + len(written),
        help="write \\\\ for a backslash, or put the text in single quotes",
    )


def _unclosed(trouble: Trouble, opening: int) -> Finding:
    quote = trouble.text[opening]
    apostrophe = "; a text that begins with an apostrophe stands in double quotes" if quote == "'" else ""
    return trouble.told(
        f"the text that opens with {quote} on this line is never closed",
        opening,
        trouble.lines.end(opening),
        label="opens here",
        help=f"put {quote} at the end of the text{apostrophe}",
        related=[trouble.noticed()],
    )
