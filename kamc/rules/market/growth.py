"""Growth that is planned, for the rules that ask whether an account can still become what we call it."""

from kamc.model.goals import Objective
from kamc.model.selection import UnrealisedPotential
from kamc.model.values import UNKNOWN, known
from kamc.rules.base import Subject

ANY_GROWTH = frozenset({"more-of-the-same", "up-sell", "cross-sell", "co-create"})
RICHER_GROWTH = ANY_GROWTH - {"more-of-the-same"}
"""Growth that can make a customer profitable who is not: more of the same only adds to the loss."""


def grows(subject: Subject, growths: frozenset[str]) -> bool:
    """Whether an open objective plans such growth, or there is potential. An `unknown` may hold some."""
    objectives = [node.entry for node in subject.open("objective") if isinstance(node.entry, Objective)]
    planned = any(one.growth is UNKNOWN or one.growth in growths for one in objectives)
    unsure = subject.plan.account_plan.objectives.said is UNKNOWN
    return planned or unsure or may_grow(subject.plan.selection.criteria.unrealised_potential)


def may_grow(potential: UnrealisedPotential) -> bool:
    """Whether more could be sold than is: in other products, better ones, or new ones."""
    parts = (potential.cross_sell, potential.up_sell, potential.co_create)
    return potential.said is UNKNOWN or any(part is UNKNOWN or (known(part) or 0) > 0 for part in parts)
