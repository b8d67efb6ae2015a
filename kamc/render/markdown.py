"""Markdown templates: sandboxed, strict, and every value made safe unless a filter has done so.

`{{ value }}` in a template is escaped for Markdown: a house can edit its templates without knowing how.
"""

import functools
import itertools
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from kamc.brief.given import Run
from kamc.brief.shown import NAMES, Cell, Mark, Row, Where
from kamc.escape import clean, markdown
from kamc.render.templates import BRIEFS, Templates, filled, jinja
from kamc.speech import Speech


def document(templates: Templates, name: str, *, run: Run, page: bool, **values: Any) -> str:
    """A Markdown template with its values, for a page or for a Git host. Raises `WrongTemplateError`."""
    made = _environment(templates, run.speech, page=page)
    return tidy(filled(made, BRIEFS, name, run=run, **values))


@functools.cache
def _environment(templates: Templates, speech: Speech, *, page: bool) -> Environment:
    made = jinja(templates, BRIEFS, functools.partial(_safe, hosted=not page))
    # What `finalize` has made safe is Markup, which autoescaping leaves alone; it never sees anything else.
    made.filters["prose"] = functools.partial(_prose, hosted=not page)
    made.filters["cell"] = functools.partial(_safe, hosted=not page)
    made.globals["page"] = page
    made.globals["_"] = speech.say
    made.globals["count"] = speech.count
    return made


def _safe(value: object, *, hosted: bool) -> Markup:
    """Any value as safe Markdown."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Cell):
        return _cell(value, hosted=hosted)
    if isinstance(value, Row):
        return _row(value, hosted=hosted)
    text = markdown(str(value), hosted=hosted)
    return Markup(f"**{text}**" if isinstance(value, Mark) and text else text)  # noqa: S704  escaped above


def _cell(cell: Cell, *, hosted: bool) -> Markup:
    """The value, then its notes: marks are strong, the others emphasised and kept apart by dots."""
    safe: Callable[[Any], str] = functools.partial(_safe, hosted=hosted)
    text = safe(cell.text)
    strong = f"**{text}**" if cell.lead and text and not isinstance(cell.text, Mark) else text
    parts = [_linked(strong, cell.to, hosted=hosted)]
    for is_mark, notes in itertools.groupby(cell.notes, lambda note: isinstance(note, Mark)):
        shown = " · ".join(note for note in map(safe, notes) if note)
        parts.append(shown if is_mark or not shown else f"*{shown}*")
    return Markup(" ".join(part for part in parts if part))  # noqa: S704  every part is safe


def _row(row: Row, *, hosted: bool) -> Markup:
    """Names with what is said around them."""
    names = ", ".join(_cell(one, hosted=hosted) for one in row.cells)
    said, place = (markdown(one, hosted=hosted) for one in (row.says, NAMES))
    return Markup(said.replace(place, names))  # noqa: S704  every part is safe


def _linked(text: str, to: Where, *, hosted: bool) -> str:
    """Safe text that leads to a document of the same form, where there is one."""
    path = to.get("md" if hosted else "html")
    return f"[{text}]({href(path)})" if path and text else text


def href(path: str) -> Markup:
    """A path as a relative address; nothing in it can end a link or begin a scheme."""
    return Markup(quote("./" + path, safe="/.-_"))  # noqa: S704  quoted: no sign of Markdown or HTML is left


def _prose(value: object, *, hosted: bool) -> Markup:
    """Several paragraphs, where the author wrote several."""
    if not isinstance(value, str):
        return _safe(value, hosted=hosted)
    paragraphs = value.replace("\r\n", "\n").split("\n\n")
    safe = "\n\n".join(markdown(one, hosted=hosted) for one in paragraphs if clean(one))
    return Markup(safe)  # noqa: S704  escaped above


def tidy(text: str) -> str:
    """Markdown as templates leave it, with one blank line where they left several."""
    lines: list[str] = []
    for line in (line.rstrip() for line in text.split("\n")):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip("\n") + "\n"
