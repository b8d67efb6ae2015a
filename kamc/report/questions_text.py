"""Open questions for a terminal, one line each: what nobody knows yet, and where it stands."""

from collections.abc import Sequence

from kamc.diagnostics import OpenQuestion
from kamc.report.source import shown


def questions_text(questions: Sequence[OpenQuestion]) -> str:
    """`path:line:column: unknown: title (of what)`, and an empty line after the last."""
    return "".join(f"{_line(one)}\n" for one in questions) + ("\n" if questions else "")


def _line(one: OpenQuestion) -> str:
    of = f" ({shown(one.of)})" if one.of else ""
    return f"{one.path}:{one.span.line}:{one.span.column}: unknown: {one.title}{of}"
