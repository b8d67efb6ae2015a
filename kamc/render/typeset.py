"""Typst: documents and images from virtual files. It reads nothing else of the machine, its fonts neither.

What text says reaches it as data (`doc.json`) or inside an image; only templates are its source.
"""

import datetime as dt
import functools
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import typst

from kamc.render.standalone import Image
from kamc.render.templates import WrongTemplateError

MAIN = "main"
"""What the template that makes a document is called while it does."""
PPI = 200
PIXELS_AN_INCH = 96
SAFE = re.compile(r"[\s!-~\u00a0-\u024f\u0391-\u03a9\u03b1-\u03c9\u0410-\u044f\u2010-\u203f€◆◇★✓●◐▲▼■]")
"""Letters that the fonts inside Typst have, and signs that show nothing: nobody need look for these."""
_NOBODYS = "\U0010fffd"
_GLYPH = re.compile(r'<use [^>]*href="#([^"]+)"')
_PLACE = re.compile(r"([\w-]+)\.typ:(\d+)")
IMAGE = '#set page(width: {width}pt, height: {height}pt, margin: 0pt)\n#image("image.svg", width: 100%)\n'
PROBE = """#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif")
#json("doc.json").map(text).join(pagebreak())
"""


def pdf(
    template: str, name: str, files: Mapping[str, bytes], fonts: Path | None, day: dt.date, *, tagged: bool
) -> bytes:
    """A PDF of that day. `tagged`: to the letter of PDF/UA. Raises `WrongTemplateError` by the `name`."""
    noon = dt.datetime.combine(day, dt.time(), dt.UTC)
    try:
        return _compiled(
            template, files, fonts, format="pdf", timestamp=noon, pdf_standards=["ua-1"] if tagged else []
        )
    except typst.TypstError as fault:
        place = _PLACE.search(fault.diagnostic)
        file = name if place is None or place[1] == MAIN else f"{name.rpartition('/')[0]}/{place[1]}.typ"
        raise WrongTemplateError(file, int(place[2]) if place else None, fault.message) from fault


@functools.lru_cache(maxsize=64)
def png(image: Image, fonts: Path | None) -> bytes:
    """An image as pixels, for programs that cannot draw."""
    points = 72 / PIXELS_AN_INCH
    source = IMAGE.format(width=image.width * points, height=image.height * points)
    return _compiled(source, {"image.svg": image.svg.encode()}, fonts, format="png", ppi=PPI)


def uncovered(text: str, fonts: Path | None) -> tuple[str, ...]:
    """The letters of a text that no font has: Typst's own have many, the house's may have more."""
    asked = tuple(sorted({sign for sign in SAFE.sub("", text) if unicodedata.category(sign)[0] in "LNPS"}))
    return _uncovered(asked, fonts) if asked else ()


@functools.cache
def _uncovered(signs: tuple[str, ...], fonts: Path | None) -> tuple[str, ...]:
    """Each sign is drawn alone, beside one that nobody has: what looks like that one is not there."""
    listed = msgspec.json.encode((_NOBODYS, *signs))
    pages = _pages(PROBE, {"doc.json": listed}, fonts, format="svg")
    nobodys, *shapes = [_GLYPH.findall(page.decode()) for page in pages]
    return tuple(sign for sign, shape in zip(signs, shapes, strict=True) if shape == nobodys)


@functools.cache
def _fonts(folder: Path | None) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


def _compiled(source: str, files: Mapping[str, bytes], fonts: Path | None, **how: Any) -> bytes:
    [made] = _pages(source, files, fonts, **how)
    return made


def _pages(source: str, files: Mapping[str, bytes], fonts: Path | None, **how: Any) -> list[bytes]:
    """What comes of a source: one file, or as images one a page."""
    virtual: Any = {f"{MAIN}.typ": source.encode(), **files}  # its types do not know of files in memory
    made = typst.compile(virtual, font_paths=_fonts(fonts), **how)
    return made if isinstance(made, list) else [made]
