"""The figures of a brief, as HTML with SVG inside: drawn from the view alone, the same bytes each time."""

from kamc.brief import AccountPlanBrief
from kamc.render.figures.open_space import open_space
from kamc.render.figures.people import people_map
from kamc.render.figures.wallet import wallet


def figures(plan: AccountPlanBrief) -> dict[str, str]:
    """Each figure that the plan has something for, by the name of its slot."""
    drawn = {
        "people": people_map(plan.relations.map),
        "wallet": wallet(plan.market.purses),
        "open-space": open_space(plan.market.space),
    }
    return {name: figure for name, figure in drawn.items() if figure}
