"""Room to agree: between where we leave the table and where we believe they do, term by term (M62).

Source: Baron Lopez. Limits are the account manager's and the sponsor's: nobody else gets this figure.
"""

from decimal import Decimal

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.opportunities import Space, TheirSpace
from kamc.model.values import Measure, Quantity, Text, known

NEGOTIATION = "account_plan.opportunities.*.negotiation"


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """One term of a negotiation, in its unit; what is not known is `None`."""

    term: str
    unit: str
    wants_more: bool | None
    """Whether we want it high, as a price, or low, as days of payment; not known from one figure alone."""
    room: Decimal | None
    """From our breaking point to their believed limit; below zero they lie so far apart."""


@needs(f"{NEGOTIATION}.space", f"{NEGOTIATION}.their_space")
def rooms(view: View, opportunity: str) -> tuple[Room, ...] | None:
    """The terms of an opportunity that we have a space for; absent where there is none."""
    one = view.plan.account_plan.opportunities.get(opportunity)
    if one is None or not one.negotiation.space:
        return None
    theirs = one.negotiation.their_space
    return tuple(
        room(term, ours, theirs.get(term, TheirSpace())) for term, ours in one.negotiation.space.items()
    )


def room(term: str, ours: Space, theirs: TheirSpace) -> Room:
    """The room in a term. It is not known where a limit is not, or where the two are in different units."""
    limit, believed = _figure(ours.breaking_point, ours.unit), _figure(theirs.believed_limit, theirs.unit)
    more = _wants_more(ours)
    same = limit is not None and believed is not None and limit[1] == believed[1]
    return Room(
        term=term,
        unit=limit[1] if limit else "",
        wants_more=more,
        room=(believed[0] - limit[0]) * (1 if more else -1)
        if same and limit and believed and more is not None
        else None,
    )


def _figure(measure: Measure, unit: Text) -> tuple[Decimal, str] | None:
    if not isinstance(measure, Quantity):
        return None
    return measure.amount, measure.unit or known(unit) or ""


def _wants_more(ours: Space) -> bool | None:
    """From our own figures, the ends of our space first: we start high in what we want much of."""
    last = _figure(ours.breaking_point, ours.unit)
    for first in (_figure(ours.start, ours.unit), _figure(ours.target, ours.unit)):
        if first and last and first != last:
            return first[0] > last[0]
    return None
