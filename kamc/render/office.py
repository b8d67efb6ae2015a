"""What documents of Word and PowerPoint share: what they say of themselves, and the same bytes each time."""

import datetime as dt
import io
import zipfile
from typing import Any

from kamc.render.paper import Paper

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip knows: a part has no other date than what the document says."""
LONGEST = 255
"""As many signs as a property may have."""


def stamped(properties: Any, paper: Paper) -> None:
    """What a document says of itself: what it is called, by whom, of which day; nothing of who wrote it."""
    day = dt.datetime.combine(paper.as_of, dt.time())
    properties.title = paper.headline[:LONGEST]
    properties.author = properties.last_modified_by = paper.supplier[:LONGEST]
    properties.created = properties.modified = day
    properties.language = paper.language
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1


def fixed(content: bytes) -> bytes:
    """A package without the clock of the machine: its parts in order, all of one day."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        first = "[Content_Types].xml"  # readers look for it at the beginning
        for name in sorted(old.namelist(), key=lambda one: (one != first, one)):
            info = zipfile.ZipInfo(name, BEGINNING)
            info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()
