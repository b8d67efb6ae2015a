"""A place in a file, shown with its line and carets; safe to print whatever the file holds."""

import unicodedata
from collections.abc import Iterable
from itertools import accumulate, takewhile

from kamc.diagnostics import Span

ELLIPSIS = "…"
LEAST_BEFORE, MOST_BEFORE = 4, 24
"""How many columns of a long line stay before the caret, as there is room."""
DEEPEST_INDENT = 12
"""How many columns of indentation stay before such a line."""


def shown(text: str) -> str:
    """`text` with nothing in it that could move a terminal's cursor or turn its direction; one line."""
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\t\n":
        return " "
    return (
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"} else char
    )


def columns(text: str) -> int:
    """How many columns a terminal needs for `text`: wide characters take two, combining ones none."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, width: int, *, first: int = 0, indent: int = 0) -> list[str]:
    """`text` in lines of `width` columns, of which the first starts after `first`, the others after `indent`.

    Lines break at blanks; a word that is wider than a line is left whole, so that it can be copied. The first
    line comes without its indentation: what stands there is the caller's.
    """
    lines, room = [""], width - first
    for word in text.split():
        if lines[-1] and columns(f"{lines[-1]} {word}") > room:
            lines.append("")
            room = width - indent
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return [lines[0], *(f"{' ' * indent}{line}" for line in lines[1:])]


def excerpt(lines: list[str], span: Span, width: int) -> tuple[str, int, int] | None:
    """The source line of a span, cut to `width` columns, with the column and length of its mark.

    `None` where there is no such line. `lines` are the lines of the file; a span over several lines is marked
    to the end of its first one.
    """
    if not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1]
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    end = max(min(end, len(line)), start + 1)
    before, inside, after = shown(line[:start]), shown(line[start:end]), shown(line[end:].rstrip())
    room = width - columns(inside) - len(ELLIPSIS if after else "")
    if columns(before) > room:
        before = _windowed(before, room)
    text = shortened(before + inside + after, width)
    return text, columns(before), max(1, min(columns(inside), columns(text) - columns(before)))


def _windowed(before: str, room: int) -> str:
    """What stands before a mark, shortened to its indentation and its last few columns."""
    indent = min(len(before) - len(before.lstrip()), DEEPEST_INDENT)
    most = min(MOST_BEFORE, max(LEAST_BEFORE, room - indent - len(ELLIPSIS)))
    kept = before[len(before) - _fitting(reversed(before), most) :].lstrip()
    return " " * indent + ELLIPSIS + kept


def shortened(text: str, width: int) -> str:
    """`text` in at most `width` columns, cut where it is longer."""
    if columns(text) <= width:
        return text
    return text[: _fitting(text, width - 1)].rstrip() + ELLIPSIS


def _fitting(text: Iterable[str], room: int) -> int:
    """How many characters of `text` go into `room` columns, in one pass: a line may be very long."""
    ends = accumulate(_columns(char) for char in text)
    return sum(1 for _ in takewhile(lambda end: end <= room, ends))
