"""Briefs as documents: Markdown and one self-contained HTML page, both from the same view."""

from kamc.render.beside import ENDINGS
from kamc.render.brief import Rendered, rendered
from kamc.render.index import Document, IndexEntry, index
from kamc.render.templates import Templates, WrongTemplateError, templates_in

__all__ = [
    "ENDINGS",
    "Document",
    "IndexEntry",
    "Rendered",
    "Templates",
    "WrongTemplateError",
    "index",
    "rendered",
    "templates_in",
]
