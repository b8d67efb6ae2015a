"""Small help for SVG: elements with safe text, and how wide text is likely to be.

Colours are classes: the page's style sheet gives them, in light, dark and print.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Sequence

from kamc.escape import clean, xml

NARROW = frozenset("iljtfrI.,:;'|!()[]{}- \u00a0·’“”")
BROAD = frozenset("mwMW@%—…★◆◇●")
ELLIPSIS = "…"


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


def width(words: str, size: float) -> float:
    """How wide a text is likely to be, rather too wide than too narrow."""
    return sum(_em(sign) for sign in words) * size


def _em(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in {"W", "F"}:
        return 1.05
    if sign in NARROW:
        return 0.38
    return 0.95 if sign in BROAD else 0.76 if sign.isupper() else 0.62


def fitted(words: str, room: float, size: float) -> str:
    """A text cut to the room it has, with an ellipsis; no more of it is looked at than has room."""
    flat = clean(words)
    kept, last = 0, _em(ELLIPSIS)
    for end, wide in enumerate(itertools.accumulate(map(_em, flat)), 1):
        if wide * size > room:
            return flat[:kept].rstrip(" ,;:·") + ELLIPSIS
        if (wide + last) * size <= room:
            kept = end
    return flat


def wrapped(words: str, room: float, size: float, most: int) -> Sequence[str]:
    """A text on at most so many lines, the last one cut where it must be."""
    lines: list[str] = []
    for word in clean(words).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])] if len(lines) > most else lines
    return [fitted(line, room, size) for line in kept]
