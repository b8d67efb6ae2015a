"""What all our JSON has in common: how it is written, places, and that an absent value is an omitted key."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from kamc.diagnostics import Span


def dumped(data: object, default: Callable[[object], object] | None = None) -> str:
    """A document: letters as they are, two blanks a level, a line feed at its end."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=default) + "\n"


def place(span: Span) -> dict[str, int]:
    """A span's four ends, from 1, in code points, the end exclusive."""
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """What is there: an absent value is an omitted key."""
    return {key: value for key, value in values.items() if value is not None}
