"""Documents for paper, opened: all that a program finds in one, whether a reader sees it or not."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

import msgspec
import pypdfium2

TAGS = re.compile(r"<[^>]*>")
PARAGRAPH = re.compile(r"</(?:w:p|a:p|w:tc|a:tc|c:v|c:pt|si)>")
XML = (".xml", ".rels", ".svg", ".txt")


class Opened(msgspec.Struct, frozen=True):
    """What a document says to a reader, with its properties, and all of its text, of tags and names, too."""

    said: str
    whole: str


def opened(path: str, content: bytes) -> Opened:
    """A PDF or a document of an office program, by the end of its path."""
    return _pdf(content) if path.endswith(".pdf") else _parts(content)


def _pdf(content: bytes) -> Opened:
    document = pypdfium2.PdfDocument(content)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
        held = [*pages, *document.get_metadata_dict().values()]
        held += [one.get_title() for one in document.get_toc()]
        held += [one.get_name() for one in map(document.get_attachment, range(document.count_attachments()))]
    finally:
        document.close()
    said = "\n".join(held)
    return Opened(said, said + content.decode("latin-1"))


def _parts(content: bytes) -> Opened:
    parts = list(_texts(content))
    said = "\n".join(_said(text) for _, text in parts)
    return Opened(said, "\n".join(f"{name}\n{text}" for name, text in parts))


def _texts(content: bytes) -> Iterator[tuple[str, str]]:
    """Every part with its name, those of documents within a document (the data of a chart), too."""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        for name in held.namelist():
            part = held.read(name)
            if part.startswith(b"PK\x03\x04"):
                yield from _texts(part)
            else:
                yield name, part.decode("utf-8" if name.endswith(XML) else "latin-1")


def _said(xml: str) -> str:
    """The text of a part, its paragraphs apart, the pieces of each together; nothing of what is no XML."""
    is_xml = xml.lstrip("\ufeff").startswith("<")
    return html.unescape(TAGS.sub("", PARAGRAPH.sub("\n", xml))) if is_xml else ""
