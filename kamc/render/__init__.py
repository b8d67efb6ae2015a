"""Briefs as documents: Markdown and one self-contained HTML page, both from the same view."""

from kamc.brief import Run
from kamc.render.brief import Rendered, brief
from kamc.render.index import IndexEntry, index

__all__ = ["IndexEntry", "Rendered", "Run", "brief", "index"]
