"""Items of lists: hyphens without a blank, hyphens among entries that have ids, items among fields."""

import re

from kamc.diagnostics import Finding
from kamc.loader.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    SequenceStartEvent,
    begins,
    column,
)
from kamc.loader.refusals import short
from kamc.loader.syntax.trouble import Trouble

GLUED = re.compile(r"""-(?=[{\["'A-Za-z])""")
"""A hyphen right before what is meant to be an item."""
RECORD = re.compile(r"- +(?:\{|[\w.-]+ *:(?=\s|$))")
"""An item that has fields."""
ENTRY = re.compile(r"[\w.-]+ *:[ \t]*(?:\{|#|$)", re.MULTILINE)
"""A key with fields behind or below it."""
FIRST = re.compile(r"\{ *[\w.-]+ *:")
LONGEST_SAMPLE = 40


def blank_missing(trouble: Trouble) -> Finding | None:
    """`-{ask: …}`: without the blank the hyphen is part of a name."""
    at = trouble.lines.start(trouble.at) + trouble.indent(trouble.at)
    if GLUED.match(trouble.text, at) is None:
        return None
    return trouble.told(
        "a blank is missing after the hyphen",
        at,
        at + 1,
        label="part of the word behind it, and no list item",
        help=f"write `- {_sample(trouble.line_from(at + 1))}`",
    )


def among_entries(trouble: Trouble) -> Finding | None:
    """Entries of which some have an id and others a hyphen: the hyphens are wrong."""
    if not trouble.is_fresh or _ends_list(trouble):
        return None
    for start in trouble.still_open:
        if column(start) == trouble.indent(trouble.at) and (at := _hyphen(trouble, start)) is not None:
            return _id_missing(trouble, at)
    return None


def among_fields(trouble: Trouble) -> Finding | None:
    """A list item where a field has to stand, or a field where a list item has to."""
    columns = map(column, trouble.blocks)
    if not trouble.is_fresh or _ends_list(trouble) or trouble.indent(trouble.at) not in columns:
        return None
    words = trouble.line_from(trouble.at)
    is_item = trouble.text.startswith("- ", trouble.at)
    what, where, help_ = (
        ("a list item", "fields", "indent it below its field, whose own line ends with the colon")
        if is_item
        else (
            "a line without a dash",
            "list items",
            'begin it with "- ", or indent it like what it belongs to',
        )
    )
    return trouble.told(f"{what} stands among {where}", trouble.at, trouble.at + len(words), help=help_)


def _ends_list(trouble: Trouble) -> bool:
    """Whether the line stands further left than a list above it."""
    return any(isinstance(start, SequenceStartEvent) for start in trouble.ended)


def _hyphen(trouble: Trouble, start: CollectionStartEvent) -> int | None:
    """Where a hyphen stands in place of an id, among what `start` opens."""
    if isinstance(start, SequenceStartEvent):
        is_mixed = RECORD.match(trouble.text, begins(start)) and ENTRY.match(trouble.text, trouble.at)
        return begins(start) if is_mixed else None
    follows_entry = isinstance(trouble.before, CollectionEndEvent) or any(
        isinstance(ended, MappingStartEvent) for ended in trouble.ended
    )
    return trouble.at if follows_entry and RECORD.match(trouble.text, trouble.at) else None


def _id_missing(trouble: Trouble, at: int) -> Finding:
    fields = trouble.line_from(at).removeprefix("-").lstrip()
    remedy = f"`my-id: {_sample(fields)}`" if fields.startswith("{") else "`my-id:`, its fields below it"
    return trouble.told(
        "a hyphen stands where an entry has its id",
        at,
        at + 1,
        label="an id of your choice, and a colon",
        help=f"write {remedy}, and so for every entry here",
    )


def _sample(item: str) -> str:
    """An item, its values left out where it is long."""
    first = FIRST.match(item)
    return item if len(item) <= LONGEST_SAMPLE else f"{first.group()} …}}" if first else short(item)
