"""Small help for SVG: elements with safe text, and how wide text is likely to be.

Colours are classes: the page's style sheet gives them, in light, dark and print.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from kamc.brief.room import ELLIPSIS, NARROWEST, width
from kamc.escape import clean, xml

JOINED = frozenset({"R", "AL"})


def element(name: str, *children: str, **attributes: object) -> str:
    """An element; `class_` is class, `stroke_width` stroke-width. Numbers lose idle zeros."""
    shown = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{xml(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{shown}>{''.join(children)}</{name}>" if children else f"<{name}{shown}/>"


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """A line of text."""
    return element("text", xml(words), x=x, y=y, **attributes)


def title(words: str) -> str:
    """What a pointer shows, and a screen reader says."""
    return f"<title>{xml(words)}</title>"


def key(look: str, words: str) -> str:
    """A line of a key: a square that looks like what it explains, and words."""
    return f'<i class="k {look}"></i>{xml(words)}'


def figure(
    name: str, heading: str, story: str, parts: Iterable[str], *, size: tuple[float, float], caption: str
) -> str:
    """A figure with its text alternative and its key; on a narrow screen it scrolls in its own region."""
    width, height = size
    head = f'<title id="f-{name}-t">{xml(heading)}</title><desc id="f-{name}-d">{xml(story)}</desc>'
    view = f'viewBox="0 0 {_plain(float(width))} {_plain(float(height))}"'
    box = f'{view} role="img" aria-labelledby="f-{name}-t f-{name}-d"'
    return (
        f'<figure class="fig fig-{name}" style="--w:{round(width)}px">\n'
        f'<div class="scroll" role="region" tabindex="0" aria-label="{xml(heading)}">\n'
        f"<svg {box}>{head}\n"
        + "\n".join(parts)
        + f"\n</svg>\n</div>\n<figcaption>{caption}</figcaption>\n</figure>\n"
    )


def fitted(words: str, room: float, size: float) -> str:
    """A text cut to the room it has, with an ellipsis."""
    flat = clean(words)
    if width(flat, size) <= room:
        return flat
    flat = flat[: _signs(room, size)]
    while flat and width(flat + ELLIPSIS, size) > room:
        flat = flat[:-1]
    return flat.rstrip(" ,;:·") + ELLIPSIS


def wrapped(words: str, room: float, size: float, most: int) -> Sequence[str]:
    """A text on at most so many lines, the last one cut where it must be; what is too long is broken."""
    lines: list[str] = []
    goes_on = False
    for piece, broken in _pieces(clean(words).split(), room, size):
        joined = f"{lines[-1]} {piece}" if lines else piece
        if lines and not goes_on and width(joined, size) <= room:
            lines[-1] = joined
        elif len(lines) < most:
            lines.append(piece + _hyphen(piece) if broken else piece)
        else:
            lines[-1] = lines[-1].removesuffix("-") + piece if goes_on else joined
            break
        goes_on = broken
    return [fitted(line, room, size) for line in lines]


def _pieces(words: Iterable[str], room: float, size: float) -> Iterator[tuple[str, bool]]:
    """Words, those that no line can hold in pieces, and whether a piece goes on in the next one.

    Where letters join, as in Arabic, words stay whole. Pieces are about equal: no lone letter is left over.
    """
    for word in words:
        rest = word
        while width(rest, size) > room and not any(unicodedata.bidirectional(one) in JOINED for one in rest):
            most = max(
                1, sum(1 for place in range(1, _signs(room, size)) if _holds(rest[:place], room, size))
            )
            end = -(-len(rest) // -(-len(rest) // most))
            yield rest[:end], True
            rest = rest[end:]
        yield rest, False


def _holds(words: str, room: float, size: float) -> bool:
    return width(words + _hyphen(words), size) <= room


def _hyphen(before: str) -> str:
    """What stands where a word is broken; ideographs need nothing."""
    is_wide = unicodedata.east_asian_width(before[-1]) in {"W", "F"}
    return "-" if before[-1].isalpha() and not is_wide else ""


def _signs(room: float, size: float) -> int:
    """More signs than the room holds."""
    return int(room / (NARROWEST * size)) + 2
