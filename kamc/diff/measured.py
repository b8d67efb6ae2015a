"""What an account measures at one plan: health, wallet, open space, reach, pipeline, work.

Each figure comes from the plan as its reader may see it, judged on that plan's own day.
"""

import datetime as dt
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal

import msgspec

from kamc.analysis.completeness import completeness
from kamc.analysis.contacts import coverage
from kamc.analysis.due import due
from kamc.analysis.health import health
from kamc.analysis.open_space import WANTED, open_space
from kamc.analysis.pipeline import Prospect, pipeline
from kamc.analysis.sums import percent
from kamc.analysis.wallet import share_of_wallet
from kamc.audience import View
from kamc.model.fields import Better
from kamc.model.terms import HealthTerms
from kamc.speech import Speech, message

NOTHING = Decimal(0)


class Judged(msgspec.Struct, frozen=True):
    """A plan as its reader may see it, with a currency, and the day it is judged on.

    `settled` are its open opportunities that the other plan calls won.
    """

    view: View
    as_of: dt.date
    settled: AbstractSet[str] = frozenset()


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """A figure of one plan: `key`, `unit` and `of` tell which ones compare.

    `of` is the currency whose categories a share is of, where there are several.
    """

    key: str
    unit: str
    title: str
    of: str = ""
    value: Decimal
    better: Better | None = None
    text: str = ""
    settled: Decimal = NOTHING
    """What of the value is gone in the other plan because it was won: that is no loss."""


def measured(one: Judged, terms: HealthTerms, speech: Speech) -> Iterator[Measured]:
    """Every figure of a plan that its reader may see and that is known."""
    yield from _health(one, terms, speech)
    yield from _wallet(one.view)
    yield from _space(one.view, speech)
    yield from _reach(one, speech)
    yield from _pipeline(one)
    yield from _work(one)


def _health(one: Judged, terms: HealthTerms, speech: Speech) -> Iterator[Measured]:
    found = health(one.view, one.as_of, terms)
    if found and found.score is not None:
        word = speech.say(WORDS[found.word])
        yield Measured(
            key="health", unit="score", title=message("Health"), value=found.score, better="higher",
            text=speech.say("{score} ({word})", score=found.score, word=word),
        )  # fmt: skip


def _wallet(view: View) -> Iterator[Measured]:
    found = share_of_wallet(view)
    totals = found.totals if found else ()
    for one in totals:
        if one.value.ours.percent is not None:
            yield Measured(
                key="share-of-wallet", unit="percent", title=message("Share of wallet"),
                of=one.value.unit if len(totals) > 1 else "", value=one.value.ours.percent, better="higher",
            )  # fmt: skip


def _space(view: View, speech: Speech) -> Iterator[Measured]:
    found = open_space(view)
    if found is None:
        return
    states = found.states
    ours, wanted = states.get("ours", 0), sum(states.get(one, 0) for one in WANTED)
    yield Measured(
        key="our-cells", unit="count", title=message("Open space that is ours"), value=Decimal(ours),
        better="higher", text=speech.say("{n} of {all}", n=ours, all=wanted),
    )  # fmt: skip
    yield _count("open-cells", message("Open cells"), states.get("open", 0), None)
    yield _count("led-cells", message("Cells that a competitor holds"), states.get("competitor", 0), "lower")


def _reach(one: Judged, speech: Speech) -> Iterator[Measured]:
    found = coverage(one.view, one.as_of)
    if found is None or found.share is None:
        return
    whole = len(found.reached) + len(found.gaps)
    yield Measured(
        key="coverage", unit="percent", title=message("People that matter whom we reach"), value=found.share,
        better="higher", text=speech.say("{n} of {all}", n=len(found.reached), all=whole),
    )  # fmt: skip


def _pipeline(one: Judged) -> Iterator[Measured]:
    found = pipeline(one.view, one.as_of)
    held = found.prospects if found else ()
    worth = [(each, each.value) for each in held]
    yield from _worth("pipeline", message("Pipeline"), worth, one.settled)
    weighted = [(each, each.weighted) for each in held]
    yield from _worth("weighted-pipeline", message("Pipeline, weighted"), weighted, one.settled)


def _worth(
    key: str, title: str, held: list[tuple[Prospect, Decimal | None]], settled: AbstractSet[str]
) -> Iterator[Measured]:
    """What opportunities are worth in each currency, as far as it is known."""
    told = [(one.currency, one.id, value) for one, value in held if value is not None]
    for unit in sorted({currency for currency, _, _ in told}):
        of_it = [(id, value) for currency, id, value in told if currency == unit]
        yield Measured(
            key=key,
            unit=unit,
            title=title,
            better="higher",
            value=sum((value for _, value in of_it), NOTHING),
            settled=sum((value for id, value in of_it if id in settled), NOTHING),
        )


def _work(one: Judged) -> Iterator[Measured]:
    """How much of what is asked is known, and what is overdue."""
    asked = completeness(one.view)
    known = percent(asked.whole.known, asked.whole.asked) if asked else None
    if known is not None:
        title = message("Facts known of those asked for")
        yield Measured(key="completeness", unit="percent", title=title, value=known, better="higher")
    late = due(one.view, one.as_of)
    if late:
        yield _count("overdue", message("Overdue"), len(late.overdue), "lower")


def _count(key: str, title: str, number: int, better: Better | None) -> Measured:
    return Measured(key=key, unit="count", title=title, value=Decimal(number), better=better)


WORDS = {
    "green": message("green"), "amber": message("amber"), "red": message("red"),
    "unknown": message("no word"),
}  # fmt: skip
ORDER = (
    "health", "share-of-wallet", "our-cells", "open-cells", "led-cells", "coverage",
    "pipeline", "weighted-pipeline", "completeness", "overdue",
)  # fmt: skip
"""Figures in the order in which they are told."""
