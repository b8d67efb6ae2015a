"""The page around a body: header, key figures, the way through it, style, print."""

import functools
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from kamc.brief.given import Run
from kamc.escape import clean, css
from kamc.render.palette import palettes
from kamc.render.templates import PAGE, Templates, filled, jinja
from kamc.speech import Speech

STYLE, ANY_BRIEF = "style.css", "brief.html.j2"


@functools.cache
def _environment(templates: Templates, speech: Speech) -> Environment:
    made = jinja(templates, PAGE, _seen)
    made.filters["css_string"] = _css_string
    made.filters["tone"] = lambda mark: getattr(mark, "tone", "")
    made.globals["_"] = speech.say
    made.globals["count"] = speech.count
    return made


def _css_string(value: object) -> Markup:
    """Part by part: one that runs from right to left turns itself around, and not the whole line."""
    parts = (css(part) for part in str(value).split(" · "))
    return Markup(r"\20 \b7 \20 ".join(parts))  # noqa: S704  letters, digits and escapes alone


def _seen(value: object) -> object:
    """Text without what cannot be seen; autoescaping does the rest."""
    return value if isinstance(value, Markup) else clean(str(value))


def page(templates: Templates, name: str, *, run: Run, **values: Any) -> str:
    """A page, self-contained: its style is inside, it has no script and asks no network.

    Where there is a template NAME.html.j2, it makes the page, else that of all briefs; NAME.css comes after
    the style of all pages. Raises `WrongTemplateError`.
    """
    made = _environment(templates, run.speech)
    own = f"{name}.html.j2"
    template = own if templates.has(PAGE, own) else ANY_BRIEF
    look = Markup(style(templates, name, run=run, **values))  # noqa: S704  from templates of style alone
    return filled(made, PAGE, template, style=look, run=run, **values).strip("\n") + "\n"


def style(templates: Templates, name: str, *, run: Run, **values: Any) -> str:
    """The style sheet of a page. Raises `WrongTemplateError`."""
    made = _environment(templates, run.speech)
    light, dark = palettes(run.accent)
    values |= {"run": run, "light": light, "dark": dark}
    sheets = (sheet for sheet in (STYLE, f"{name}.css") if templates.has(PAGE, sheet))
    return "\n".join(filled(made, PAGE, one, **values).strip("\n") for one in sheets)
