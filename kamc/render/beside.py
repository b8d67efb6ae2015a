"""What lies beside a document: files that are neither read nor printed, but taken into other programs."""

from collections.abc import Callable, Mapping
from typing import Any

from kamc.brief.calendar import Calendar
from kamc.brief.joint import JointPlan
from kamc.brief.shown import Piece
from kamc.render.ics import ics


def beside(shown: Piece) -> dict[str, str]:
    """Each further file that a view has something for, by the ending of its name."""
    made = ((ending, make(shown)) for ending, make in MADE.get(type(shown), {}).items())
    return {ending: text for ending, text in made if text}


MADE: Mapping[type[Piece], Mapping[str, Callable[[Any], str]]] = {
    Calendar: {"ics": lambda shown: ics(shown.name, shown.as_of, shown.events) if shown.events else ""},
    JointPlan: {"ics": lambda shown: ics(shown.you, shown.as_of, shown.events) if shown.events else ""},
}
"""What is made of each view, by the ending."""
ENDINGS = frozenset(ending for made in MADE.values() for ending in made)
"""All of them."""
