"""Relevance: importance times difference, by criterion and role, and where we are weak (M26, M27).

Source: Le Bon and Herman, chapter 4; both are 1 to 7, so relevance is 1 to 49.
"""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.model.limits import Limits
from kamc.model.product import ROLES, Criterion
from kamc.model.values import UNKNOWN, Relevance, known

LIMITS = Limits()


class Rated(msgspec.Struct, frozen=True, kw_only=True):
    """What a criterion means to one role."""

    criterion: str
    role: str
    relevance: Relevance


class Vulnerability(msgspec.Struct, frozen=True, kw_only=True):
    """A criterion that matters to a role and in which we are weak, with our answer, if any (M27)."""

    criterion: str
    role: str
    relevance: Relevance
    answer: str | None


class Relevances(msgspec.Struct, frozen=True, kw_only=True):
    """What they decide by, by what it is worth to lead with."""

    ranked: tuple[Rated, ...]
    """Every criterion for every role that is rated, the most relevant first."""
    criteria: tuple[Rated, ...]
    """Each rated criterion with the role to which it is most relevant, in the same order."""
    vulnerabilities: tuple[Vulnerability, ...]
    """Where we are weak, what matters most first; a role at a time."""
    unknown: int
    """Ratings that are still to be found out."""

    @property
    def maximum(self) -> Rated | None:
        """What is most relevant of all: lead with it."""
        return self.ranked[0] if self.ranked else None


@needs("product_knowledge.decision_criteria.*.relevance", "product_knowledge.decision_criteria.*.our_answer")
def relevance(view: View, limits: Limits = LIMITS) -> Relevances | None:
    """What the criteria that they still decide by mean to whom; absent where none is rated or asked."""
    held = view.plan.product_knowledge.decision_criteria
    criteria = {id: one for id, one in held.items() if one.is_open}
    ranked = tuple(sorted(_ratings(criteria), key=_rank))
    unknown = sum(value is UNKNOWN for one in criteria.values() for value in one.relevance.values())
    if not ranked and not unknown:
        return None
    first: dict[str, Rated] = {}
    for one in ranked:
        first.setdefault(one.criterion, one)
    weak = (one for one in ranked if is_weak(one.relevance, limits))
    return Relevances(
        ranked=ranked,
        criteria=tuple(first.values()),
        vulnerabilities=tuple(_answered(one, criteria[one.criterion]) for one in sorted(weak, key=_weight)),
        unknown=unknown,
    )


def rated(criterion: Criterion) -> list[tuple[str, Relevance]]:
    """The roles for which a criterion is rated, the most relevant first; among equals the author's order."""
    held = [(role, one) for role, value in criterion.relevance.items() if (one := known(value)) is not None]
    return sorted(held, key=lambda pair: -pair[1].score)


def is_weak(one: Relevance, limits: Limits = LIMITS) -> bool:
    """Whether something matters enough and we differ too little in it for somebody to ask (M27)."""
    return one.importance >= limits.importance and one.difference <= limits.weakness


def _ratings(criteria: Mapping[str, Criterion]) -> Iterator[Rated]:
    for id, criterion in criteria.items():
        for role, one in rated(criterion):
            yield Rated(criterion=id, role=role, relevance=one)


def _rank(one: Rated) -> tuple[int, int, str, int]:
    """The highest relevance first, then the highest importance; among equals by name, then role."""
    return -one.relevance.score, -one.relevance.importance, one.criterion, ROLES.index(one.role)


def _weight(one: Rated) -> tuple[int, int, str, int]:
    """The most important first, then where we are weakest."""
    return -one.relevance.importance, one.relevance.difference, one.criterion, ROLES.index(one.role)


def _answered(one: Rated, criterion: Criterion) -> Vulnerability:
    return Vulnerability(
        criterion=one.criterion,
        role=one.role,
        relevance=one.relevance,
        answer=known(criterion.our_answer),
    )
