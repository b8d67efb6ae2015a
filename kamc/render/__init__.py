"""Briefs as documents: Markdown, one self-contained HTML page, and paper, all from the same view."""

from kamc.render.beside import ENDINGS
from kamc.render.brief import Rendered, document_of, rendered
from kamc.render.forms import comes_as, ready
from kamc.render.index import Document, IndexEntry, index
from kamc.render.paper import House
from kamc.render.templates import Templates, WrongTemplateError, templates_in

__all__ = [
    "ENDINGS",
    "Document",
    "House",
    "IndexEntry",
    "Rendered",
    "Templates",
    "WrongTemplateError",
    "comes_as",
    "document_of",
    "index",
    "ready",
    "rendered",
    "templates_in",
]
