"""Errors of libyaml, told in plain words: where the mistake was made rather than where libyaml noticed it."""

from collections.abc import Callable
from typing import TypeAlias

from kamc.diagnostics import Finding
from kamc.loader import refusals
from kamc.loader.events import MarkedYAMLError, YAMLError
from kamc.loader.syntax import blocks, brackets, items, quotes, signs
from kamc.loader.syntax.trouble import Trouble
from kamc.loader.text import Lines

__all__ = ["explain"]

Explainer: TypeAlias = Callable[[Trouble], Finding | None]

LAYOUT: tuple[Explainer, ...] = (
    signs.byte_order_mark,
    signs.directive,
    items.blank_missing,
    blocks.after_end,
    blocks.key_empty,
    signs.alias,
    items.among_entries,
    quotes.after,
    brackets.after,
    blocks.after_comment,
    blocks.below_block_text,
    items.among_fields,
    blocks.indentation,
)
ENTRY: tuple[Explainer, ...] = (signs.alias, quotes.after, brackets.entry)

BY_PROBLEM: dict[str, tuple[Explainer, ...]] = {
    "found unexpected end of stream": (quotes.unclosed,),
    "found unexpected document indicator": (quotes.unclosed,),
    "found unknown escape character": (quotes.backslash,),
    "did not find expected hexdecimal number": (quotes.backslash,),
    "found invalid Unicode character escape code": (quotes.backslash,),
    "could not find expected ':'": (blocks.colon_missing,),
    "mapping values are not allowed in this context": (
        items.blank_missing,
        quotes.after,
        brackets.after,
        blocks.colon_in_text,
    ),
    "mapping keys are not allowed in this context": (signs.reserved,),
    "block sequence entries are not allowed in this context": (signs.dash,),
    "found character that cannot start any token": (signs.character,),
    "found a tab character that violates indentation": (signs.tab,),
    "found a tab character where an indentation space is expected": (signs.tab,),
    "found unexpected ':'": (brackets.colon,),
    "did not find expected node content": (brackets.content,),
    "did not find expected ',' or '}'": ENTRY,
    "did not find expected ',' or ']'": ENTRY,
    "did not find expected key": LAYOUT,
    "did not find expected '-' indicator": LAYOUT,
    "did not find expected <document start>": LAYOUT,
    "found undefined tag handle": (signs.tag,),
}
"""What may lie behind each of libyaml's problems, the likeliest first."""

BY_CONTEXT: dict[str, tuple[Explainer, ...]] = {
    "while scanning an anchor": (signs.reserved,),
    "while scanning an alias": (signs.reserved,),
    "while scanning a block scalar": (signs.reserved,),
    "while scanning a tag": (signs.tag,),
    "while parsing a tag": (signs.tag,),
    "while scanning a directive": (signs.directive,),
}
"""The same for problems that go by what libyaml was reading."""


def explain(text: str, lines: Lines, error: YAMLError) -> Finding:
    """Why libyaml could not go on, in plain words; in its own only where nothing better is known."""
    if not isinstance(error, MarkedYAMLError):
        return refusals.not_fields("something that no YAML parser reads", lines.span(0, 0))
    trouble = Trouble(text, lines, error)
    explainers = BY_PROBLEM.get(trouble.problem) or BY_CONTEXT.get(trouble.context, ())
    found = (finding for explainer in explainers if (finding := explainer(trouble)) is not None)
    return next(found, None) or _verbatim(trouble)


def _verbatim(trouble: Trouble) -> Finding:
    """The words of libyaml itself, with the line at which it gave up."""
    at = min(trouble.at, len(trouble.text.rstrip()))
    return trouble.told(
        f"the file is no YAML from here on: {trouble.problem}",
        at,
        max(trouble.lines.end(at), at),
        help="compare this line with the ones around it: indentation, colons, quotes and brackets",
    )
