"""The figures of a brief, as HTML with SVG inside: drawn from the view alone, the same bytes each time."""

from collections.abc import Callable, Mapping
from typing import Any

from kamc.brief.account_plan import AccountPlanBrief
from kamc.brief.calendar import Calendar
from kamc.brief.open_space import OpenSpaceBrief
from kamc.brief.portfolio import PortfolioBrief
from kamc.brief.relationship_map import RelationshipMap
from kamc.brief.review import Review
from kamc.brief.shown import Piece
from kamc.render.figures.chart import relationship_map
from kamc.render.figures.concentration import concentration
from kamc.render.figures.open_space import open_space
from kamc.render.figures.people import people_map
from kamc.render.figures.progress import progress
from kamc.render.figures.scatter import scatter
from kamc.render.figures.wallet import wallet
from kamc.render.figures.weeks import weeks
from kamc.speech import Speech


def figures(shown: Piece, speech: Speech) -> dict[str, str]:
    """Each figure that a view has something for, by the name of its slot."""
    drawn = DRAWN.get(type(shown), {})
    return {name: figure for name, draw in drawn.items() if (figure := draw(shown, speech))}


DRAWN: Mapping[type[Piece], Mapping[str, Callable[[Any, Speech], str]]] = {
    AccountPlanBrief: {
        "people": lambda plan, speech: people_map(plan.relations.map, speech),
        "wallet": lambda plan, speech: wallet(plan.market.purses, speech),
        "open-space": lambda plan, speech: open_space(plan.market.space, speech),
    },
    Review: {"progress": lambda shown, _: progress(shown.ways)},
    Calendar: {"weeks": lambda shown, _: weeks(shown.weeks)},
    PortfolioBrief: {
        "matrices": lambda brief, _: scatter(brief.matrices),
        "concentration": lambda brief, _: concentration(brief.concentration.curves),
    },
    OpenSpaceBrief: {"open-space": lambda shown, speech: open_space(shown.space, speech)},
    RelationshipMap: {"map": lambda shown, _: relationship_map(shown.map)},
}
"""How the figures of each view are drawn, by the names of their slots; some say words that are in no view."""
