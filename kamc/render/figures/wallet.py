"""Share of wallet as bars: our part, then each rival, what they do themselves, what is not known (M46)."""

from collections.abc import Iterator, Sequence

from kamc.brief.room import width
from kamc.brief.wallet import Purse, Slice
from kamc.escape import xml
from kamc.render.figures.svg import element, figure, fitted, text, title

WIDTH = 960.0
NAMES = 170.0
BAR = 26.0
ROW = 50.0
SIZE = 11.5
KEY = (
    '<i class="k c-ours h4"></i>ours · <i class="k c-competitor"></i>competitors · '
    '<i class="k w-in-house"></i>in-house · <i class="k w-rest"></i>not known · '
    "each bar is all that they spend in the category in a year"
)


def wallet(purses: Sequence[Purse]) -> str:
    """The figure; nothing where no category has parts that are known."""
    if not purses:
        return ""
    parts = [part for place, one in enumerate(purses) for part in _bar(one, ROW * place)]
    return figure(
        "wallet", "Share of wallet", _story(purses), parts, size=(WIDTH, ROW * len(purses)), caption=KEY
    )


def _story(purses: Sequence[Purse]) -> str:
    return " ".join(
        f"{one.name}, {one.spend} a year: "
        + ", ".join(f"{part.name} {part.amount}" for part in one.slices)
        + "."
        for one in purses
    )


def _bar(one: Purse, y: float) -> Iterator[str]:
    name = fitted(one.name, NAMES - 12, SIZE + 1)
    yield element(
        "text", title(one.name), xml(name), x=0, y=y + 17, class_="t-ink", font_size=SIZE + 1, font_weight=600
    )
    yield text(str(one.spend), 0, y + 33, class_="t-soft", font_size=10.5)
    x = NAMES
    for part in one.slices:
        wide = float(part.percent) * (WIDTH - NAMES) / 100
        yield _slice(part, x, y + 6, wide)
        x += wide


def _slice(part: Slice, x: float, y: float, wide: float) -> str:
    kind = {"ours": "c-ours h4", "competitor": "c-competitor", "in-house": "w-in-house", "rest": "w-rest"}[
        part.kind
    ]
    label = {"ours": "l-ours h4", "competitor": "l-competitor"}.get(part.kind, "t-ink")
    box = element("rect", x=x + 0.75, y=y, width=max(wide - 1.5, 1.0), height=BAR, rx=2, class_=kind)
    share = f"{part.percent:.0f}\u00a0%"
    words = next((one for one in (f"{part.name} {share}", share) if width(one, SIZE) <= wide - 10), "")
    shown = text(words, x + 7, y + BAR / 2 + 4, class_=label, font_size=SIZE) if words else ""
    return element("g", title(f"{part.name}: {part.amount}, {share}"), box, shown)
