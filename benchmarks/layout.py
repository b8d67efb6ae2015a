"""Plain data as the YAML that people write: entries in braces on one line, long ones as blocks, comments."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

WIDTH = 210
"""The longest line that still stands in braces."""
PLAIN = re.compile(r"[a-z0-9][A-Za-z0-9.-]*")


class Folded(str):
    """A long text on lines of its own."""

    __slots__ = ()


class Noted(dict[str, Any]):
    """A mapping with a comment above its key."""

    def __init__(self, note: str, data: dict[str, Any]) -> None:
        super().__init__(data)
        self.note = note


def text_of(data: dict[str, Any], head: str) -> str:
    """A whole file, with a comment on top and blank lines between its parts."""
    lines = [f"# {head}"]
    for key, value in data.items():
        if _holds_more(value):
            lines.append("")
        lines += _entry(key, value, "", flat=not _holds_more(value))
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: str, *, flat: bool = True) -> Iterator[str]:
    if isinstance(value, Noted):
        yield f"{indent}# {value.note}"
    line = f"{indent}{key}: {inline(value)}"
    if isinstance(value, Folded):
        yield f"{indent}{key}: >-"
        yield from textwrap.wrap(value, 110, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}  ")
    elif isinstance(value, dict) and not (flat and len(line) <= WIDTH):
        yield f"{indent}{key}:"
        for inner, item in value.items():
            yield from _entry(inner, item, f"{indent}  ")
    elif isinstance(value, list) and len(line) > WIDTH:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {inline(item)}" for item in value)
    else:
        yield line


def inline(value: Any) -> str:
    """A value on one line; texts in quotes, words and figures bare."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    text = str(value)
    return text if PLAIN.fullmatch(text) else f'"{text}"'


def _holds_more(value: Any) -> bool:
    """Whether a mapping holds mappings: such a part of a plan never stands on one line."""
    return isinstance(value, dict) and any(isinstance(item, dict) for item in value.values())
