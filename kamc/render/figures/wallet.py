"""Share of wallet as bars: our part, then each rival, what they do themselves, what is not known (M46)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kamc.brief.room import width
from kamc.brief.wallet import Purse, Slice
from kamc.escape import xml
from kamc.render.figures.svg import element, figure, fitted, key, text, title
from kamc.speech import Speech

WIDTH = 960.0
NAMES = 170.0
BAR = 26.0
ROW = 50.0
SIZE = 11.5


def wallet(purses: Sequence[Purse], speech: Speech) -> str:
    """The figure; nothing where no category has parts that are known."""
    if not purses:
        return ""
    parts = [part for place, one in enumerate(purses) for part in _bar(one, ROW * place, speech)]
    heading, size = speech.say("Share of wallet"), (WIDTH, ROW * len(purses))
    return figure("wallet", heading, _story(purses, speech), parts, size=size, caption=_key(speech))


def _key(speech: Speech) -> str:
    parts = (
        ("c-ours h4", speech.say("ours")),
        ("c-competitor", speech.say("competitors")),
        ("w-in-house", speech.say("in-house")),
        ("w-rest", speech.say("not known")),
    )
    keys = [key(look, words) for look, words in parts]
    return " · ".join((*keys, xml(speech.say("each bar is all that they spend in the category in a year"))))


def _story(purses: Sequence[Purse], speech: Speech) -> str:
    return " ".join(
        speech.say(
            "{category}, {spend} a year: {parts}.",
            category=one.name,
            spend=one.spend,
            parts=", ".join(f"{part.name} {part.amount}" for part in one.slices),
        )
        for one in purses
    )


def _bar(one: Purse, y: float, speech: Speech) -> Iterator[str]:
    name = fitted(one.name, NAMES - 12, SIZE + 1)
    yield element(
        "text", title(one.name), xml(name), x=0, y=y + 17, class_="t-ink", font_size=SIZE + 1, font_weight=600
    )
    yield text(str(one.spend), 0, y + 33, class_="t-soft", font_size=10.5)
    x = NAMES
    for part in one.slices:
        wide = float(part.percent) * (WIDTH - NAMES) / 100
        yield _slice(part, (x, y + 6), wide, speech)
        x += wide


def _slice(part: Slice, at: tuple[float, float], wide: float, speech: Speech) -> str:
    x, y = at
    kind = {"ours": "c-ours h4", "competitor": "c-competitor", "in-house": "w-in-house", "rest": "w-rest"}[
        part.kind
    ]
    label = {"ours": "l-ours h4", "competitor": "l-competitor"}.get(part.kind, "t-ink")
    box = element("rect", x=x + 0.75, y=y, width=max(wide - 1.5, 1.0), height=BAR, rx=2, class_=kind)
    share = speech.percent(Decimal(round(part.percent)))
    words = next((one for one in (f"{part.name} {share}", share) if width(one, SIZE) <= wide - 10), "")
    shown = text(words, x + 7, y + BAR / 2 + 4, class_=label, font_size=SIZE) if words else ""
    return element("g", title(f"{part.name}: {part.amount}, {share}"), box, shown)
