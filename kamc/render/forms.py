"""The forms of a document beside Markdown and HTML, each by a library that is an extra.

One module a form, with a function `written(paper, house, templates) -> bytes`; it is imported when it is
asked for.
"""

import importlib
from collections.abc import Iterable
from types import ModuleType

import msgspec

from kamc.render.paper import House, Paper
from kamc.render.templates import Templates
from kamc.workspace import UsageError


class Form(msgspec.Struct, frozen=True):
    """A form: the extra that writes it, and the briefs that come in it; all of them, where none is named."""

    extra: str
    briefs: frozenset[str] = frozenset()


FORMS = {"pdf": Form("pdf"), "docx": Form("office"), "pptx": Form("office", frozenset({"quarterly-review"}))}
"""By the ending of their files."""


def comes_as(brief: str, form: str) -> bool:
    """Whether a brief comes in a form; every brief comes as Markdown and HTML."""
    return form not in FORMS or not FORMS[form].briefs or brief in FORMS[form].briefs


def ready(forms: Iterable[str]) -> None:
    """Raises `UsageError` where the library of one of the forms is not installed."""
    for form in forms:
        if form in FORMS:
            _module(form)


def written(form: str, paper: Paper, house: House, templates: Templates) -> bytes:
    """A paper in a form: the same bytes each time. Raises `WrongTemplateError`, `UsageError`."""
    made: bytes = _module(form).written(paper, house, templates)
    return made


def _module(form: str) -> ModuleType:
    try:
        return importlib.import_module(f"kamc.render.as_{form}")
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("kamc"):
            raise
        extra = FORMS[form].extra
        raise UsageError(
            f"writing {form} needs a library that is not installed here: pip install 'kamc[{extra}]'"
        ) from None


def missing(paper: Paper, house: House) -> tuple[str, ...]:
    """The letters of a paper that no font has: Typst sets them as empty boxes, in images, too."""
    from kamc.render.typeset import uncovered  # noqa: PLC0415 - its library is an extra

    return uncovered(paper.text, house.fonts)
