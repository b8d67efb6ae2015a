"""Braces and brackets: never closed, closed wrongly, commas too few and too many."""

from kamc.diagnostics import Finding
from kamc.loader import refusals
from kamc.loader.events import CollectionEndEvent, ScalarEvent, begins, ends
from kamc.loader.refusals import quoted, shown
from kamc.loader.syntax.signs import reserved
from kamc.loader.syntax.trouble import CLOSES, FIELD, Trouble


def after(trouble: Trouble) -> Finding | None:
    """Something that follows a closing bracket outside of all others."""
    end = trouble.before
    if (
        not isinstance(end, CollectionEndEvent)
        or trouble.text[ends(end) : trouble.at].strip()
        or not trouble.sign
    ):
        return None
    if trouble.sign in "]}":
        return _one_too_many(trouble)
    if trouble.is_fresh and FIELD.match(trouble.text, trouble.at):
        return None
    words = trouble.line_from(trouble.at)
    closing = trouble.text[ends(end) - 1]
    return trouble.told(
        f"{shown(words)} follows the closing {closing}",
        trouble.at,
        trouble.at + len(words),
        label=f"outside the {closing}",
        help=f"move it inside, or put the whole text in quotes if the {closing} belongs to it",
    )


def entry(trouble: Trouble) -> Finding | None:
    """Inside braces or brackets neither a comma nor the end where one has to be."""
    opening = trouble.opened
    if opening is None:
        return None
    if trouble.is_outside():
        return _unclosed(trouble, opening)
    if trouble.sign in "]}":
        return _mismatch(trouble, opening)
    if trouble.sign == ":":
        return _colon(trouble)
    return _comma_missing(trouble, trouble.at)


def content(trouble: Trouble) -> Finding | None:
    """A sign where a value has to begin."""
    opening = trouble.opened
    if opening is None:
        return reserved(trouble) if trouble.sign else None
    if trouble.is_outside():
        return _unclosed(trouble, opening)
    if trouble.sign == ":":
        return refusals.key_empty(trouble.lines.span(trouble.at, trouble.at + 1))
    return _in_place_of_content(trouble, opening)


def colon(trouble: Trouble) -> Finding:
    """A colon inside braces with a bracket, a comma or the end right behind it."""
    key, following = trouble.text[trouble.since : trouble.at], trouble.text[trouble.at + 1 : trouble.at + 2]
    if following in CLOSES:
        span = trouble.lines.span(trouble.since, trouble.at + 2)
        return refusals.space_after_colon(f"{key}:{following}…", f"{key}: {following}…", span)
    return trouble.told(
        f"{shown(key)} has no value",
        trouble.since,
        trouble.at + 1,
        help=f'write a value after the colon, or "{key}: unknown"',
    )


def _one_too_many(trouble: Trouble) -> Finding:
    return trouble.told(
        f"the {trouble.sign} closes nothing: one too many",
        trouble.at,
        trouble.at + 1,
        help=f"delete it, or put the text in quotes if the {trouble.sign} belongs to it",
    )


def _mismatch(trouble: Trouble, opening: int) -> Finding:
    opened = trouble.text[opening]
    return trouble.told(
        f"{trouble.sign} stands here, but {opened} is what is open",
        trouble.at,
        trouble.at + 1,
        help=f"close the {opened} with {CLOSES[opened]} first",
        related=[trouble.opening(opening, f"the {opened} that is open")],
    )


def _unclosed(trouble: Trouble, opening: int) -> Finding:
    opened = trouble.text[opening]
    return trouble.told(
        f"the {opened} on this line is never closed",
        opening,
        opening + 1,
        label="opens here",
        help=f"put {CLOSES[opened]} where it ends",
        related=[trouble.noticed()],
    )


def _colon(trouble: Trouble) -> Finding:
    """A second colon in one entry: a comma is missing, or the quotes of a text."""
    text = trouble.before
    fresh = trouble.lines.start(trouble.at)
    fresh += trouble.indent(trouble.at)
    if not isinstance(text, ScalarEvent) or text.style:
        return _comma_missing(trouble, trouble.at)
    if begins(text) < fresh:
        return _comma_missing(trouble, fresh)
    words = trouble.value_from(begins(text))
    return trouble.told(
        f"{shown(words)} holds a colon and a space, and is not in quotes",
        begins(text),
        begins(text) + len(words),
        help=f"put the text in quotes: {quoted(words)}; or a comma between two entries",
    )


def _comma_missing(trouble: Trouble, at: int) -> Finding:
    words = trouble.text[at] if trouble.text[at] in CLOSES else trouble.value_from(at)
    return trouble.told(
        f"a comma is missing before {shown(words)}",
        at,
        at + len(words),
        label="a new entry?",
        help="put a comma between two entries; put a text with signs in it in quotes",
    )


def _in_place_of_content(trouble: Trouble, opening: int) -> Finding:
    """A comma, a dash or the wrong bracket where an entry has to begin."""
    if trouble.sign == ",":
        message, help_ = "a comma with nothing before it", "delete it, or put a value before it"
    elif trouble.sign == "-":
        opened = trouble.text[opening]
        message = f"a dash stands in front of an item inside {opened}"
        help_ = "inside brackets commas part the items, without dashes"
    elif trouble.sign in "]}":
        return _mismatch(trouble, opening)
    else:
        return reserved(trouble)
    return trouble.told(message, trouble.at, trouble.at + 1, help=help_)
