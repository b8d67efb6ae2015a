"""A printed page, read back: its words, and whether rows and headings stand where they should."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec
import pypdfium2

_MARK = re.compile(r"«\s*([rh])(\d+)([ab])\s*»")


class Printed(msgspec.Struct, frozen=True):
    """The words of each page, and what is wrong with where the pages break."""

    pages: tuple[str, ...]
    wrong: tuple[str, ...]


def printed(pdf: bytes, *, headings: Sequence[str], rows: Sequence[str]) -> Printed:
    """What a PDF shows. `headings` and `rows` are the names of what was marked in it, in order."""
    pages = tuple(_pages(pdf))
    places = _places(pages)
    return Printed(
        pages=tuple(flat(_MARK.sub("", page)) for page in pages),
        wrong=(
            *(
                f"alone at the foot of page {first + 1}: {name}"
                for at, name in enumerate(headings)
                for first, last in _apart(places, f"h{at}a", f"h{at}b")
            ),
            *(
                f"broken over pages {first + 1} and {last + 1}: {name}"
                for at, name in enumerate(rows)
                for first, last in _apart(places, f"r{at}a", f"r{at}b")
            ),
        ),
    )


def flat(text: str) -> str:
    """Text as it can be compared: what a font shows as one sign is the letters that it stands for."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _pages(pdf: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.get_textpage().get_text_range()
    finally:
        document.close()


def _places(pages: Sequence[str]) -> Mapping[str, list[int]]:
    """The pages on which each mark stands."""
    places: dict[str, list[int]] = {}
    for place, page in enumerate(pages):
        for kind, number, end in _MARK.findall(page):
            places.setdefault(f"{kind}{number}{end}", []).append(place)
    return places


def _apart(places: Mapping[str, Sequence[int]], first: str, last: str) -> Iterator[tuple[int, int]]:
    """The pages of two marks, where they differ."""
    both = [*places.get(first, ()), *places.get(last, ())]
    if places.get(last) and min(both) != max(both):
        yield min(both), max(both)
