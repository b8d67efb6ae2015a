"""The page around a body: header, key figures, the way through it, style, print."""

import functools
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from kamc.escape import clean, css
from kamc.render.palette import palettes
from kamc.resources import template_dir


@functools.cache
def _environment() -> Environment:
    made = SandboxedEnvironment(
        loader=FileSystemLoader(template_dir("page"), encoding="utf-8"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_seen,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["css_string"] = _css_string
    made.filters["tone"] = lambda mark: getattr(mark, "tone", "")
    return made


def _css_string(value: object) -> Markup:
    """Part by part: one that runs from right to left turns itself around, and not the whole line."""
    parts = (css(part) for part in str(value).split(" · "))
    return Markup(r"\20 \b7 \20 ".join(parts))  # noqa: S704  letters, digits and escapes alone


def _seen(value: object) -> object:
    """Text without what cannot be seen; autoescaping does the rest."""
    return value if isinstance(value, Markup) else clean(str(value))


def page(template: str, *, accent: str, **values: Any) -> str:
    """A page from `template`, self-contained: its style is inside, it has no script and asks no network."""
    light, dark = palettes(accent)
    made = _environment()
    style = Markup(made.get_template("style.css").render(light=light, dark=dark, **values))  # noqa: S704  a template
    text = made.get_template(template).render(style=style, **values)
    return text.strip("\n") + "\n"
