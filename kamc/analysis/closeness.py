"""How close the two houses are, how close we want to be, and whether they want it, too (M42)."""

from decimal import Decimal
from typing import Any

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.fields import OneWord
from kamc.model.records import LEVELS
from kamc.model.relationships import Continuum, NowWanted
from kamc.model.relationships import Intent as Said
from kamc.model.spec import spec
from kamc.model.values import known


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Where we stand on one scale of the continuum, and where we want to be."""

    scale: str
    """The scale by its key: `layer`, `vendor_tier`, `level` or `step`."""
    now: str | Decimal | None
    wanted: str | Decimal | None
    steps: int | None
    """How many steps closer we want to be, below zero for farther away; `None` where one is not known."""


class Intent(msgspec.Struct, frozen=True, kw_only=True):
    """How close each side wants to be: `low`, `medium` or `high`."""

    ours: str | None
    theirs: str | None

    @property
    def ahead(self) -> int | None:
        """By how many steps we want more closeness than they; what is ahead of theirs is wasted (M42)."""
        if self.ours is None or self.theirs is None:
            return None
        return LEVELS.index(self.ours) - LEVELS.index(self.theirs)


@needs("relationships.continuum.layer.now", "relationships.continuum.layer.wanted")
def positions(view: View) -> tuple[Position, ...] | None:
    """Now against wanted, on each scale that the plan uses (M42).

    The scales are layers and vendor tiers of Le Bon and Herman (figure 2.7), levels of salesxcellence, steps
    of Amaro Araujo (parts 4 and 5). Not known where the plan uses none.
    """
    continuum = view.plan.relationships.continuum
    scales = (
        (slot.key, getattr(continuum, slot.attr))
        for slot in spec(Continuum).slots
        if isinstance(getattr(continuum, slot.attr), NowWanted)
    )
    return tuple(_position(key, one) for key, one in scales if one) or None


@needs("relationships.continuum.intent.ours", "relationships.continuum.intent.theirs")
def intent(view: View) -> Intent | None:
    """How close each side wants to be (M42: Le Bon and Herman, chapter 2); not known where neither is."""
    found = intent_of(view.plan.relationships.continuum.intent)
    return found if found.ours or found.theirs else None


def intent_of(said: Said) -> Intent:
    """What a plan says of both sides, as far as it knows."""
    return Intent(ours=known(said.ours), theirs=known(said.theirs))


def _position(key: str, scale: Any) -> Position:
    now, wanted = known(scale.now), known(scale.wanted)
    places = [None if one is None else _place(type(scale), one) for one in (now, wanted)]
    steps = None if places[0] is None or places[1] is None else places[1] - places[0]
    return Position(scale=key, now=now, wanted=wanted, steps=steps)


def _place(scale: type[NowWanted], value: str | Decimal) -> int:
    """How far along a scale a step of it lies, higher for closer; tiers are counted down."""
    field = spec(scale).by_key["now"].field
    return field.words.index(str(value)) if isinstance(field, OneWord) else -int(value)
