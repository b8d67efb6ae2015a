"""A house's logo, put into pages as a `data:` address: checked to be an image, and one that does nothing.

A page shows it through `<img>`, where no browser runs what an SVG holds nor lets it fetch anything, and the
page's policy forbids both again. One that tries is refused all the same: it is no logo.
"""

import base64
import pathlib
import struct
import zlib
from collections.abc import Iterator
from xml.parsers import expat

LARGEST = 256 * 1024
"""As many bytes as a logo may have: it stands in every page."""
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "http://www.w3.org/2000/svg"
ACTIVE = frozenset(("script", "foreignObject", "iframe", "object", "embed"))


class WrongLogoError(Exception):
    """A file that cannot be a logo; the message says why."""


def data_address(path: pathlib.Path) -> str:
    """The `data:` address of an SVG or PNG file. Raises `WrongLogoError`, `OSError`."""
    if path.stat().st_size > LARGEST:
        raise WrongLogoError(f"it is larger than {LARGEST // 1024} KiB")
    data = path.read_bytes()
    if data.startswith(PNG):
        _check_png(data)
        kind = "image/png"
    else:
        _check_svg(data)
        kind = "image/svg+xml"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def _check_png(data: bytes) -> None:
    names = [name for name, _ in _chunks(data)]
    if names[:1] != [b"IHDR"] or b"IDAT" not in names or names[-1] != b"IEND":
        raise WrongLogoError("it begins like a PNG image and is none, or is not whole")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG image, as far as each is whole."""
    at = len(PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        end = data[at + 8 + length : at + 12 + length]
        if end != struct.pack(">I", zlib.crc32(name + body)):
            return
        yield name, body
        at += 12 + length


def _check_svg(data: bytes) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    depth: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not depth and (space, local) != (SVG, "svg"):
            raise WrongLogoError("it is no SVG image: xmlns is not that of SVG")
        depth.append(name)
        if local in ACTIVE or any(_acts(key, value) for key, value in attributes.items()):
            raise WrongLogoError("it holds a script or something else that acts; save it as a plain SVG")

    def refuse(*_: object) -> None:
        raise WrongLogoError("it declares a document type; save it as a plain SVG")

    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  expat takes it by place
    except expat.ExpatError:
        raise WrongLogoError("it is neither an SVG nor a PNG image") from None


def _acts(key: str, value: str) -> bool:
    """Whether an attribute runs something."""
    local = key.rpartition(" ")[2].lower()
    return local.startswith("on") or "".join(value.split()).lower().startswith("javascript:")
