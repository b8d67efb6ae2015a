"""The weights of their criteria come to no more than the whole.

Why: A tender says in percent how much each criterion counts, and so do we of each member (M25, M59). When
the weights come to more than a hundred, one is of another lot or tender, and the bid is built for it.

Bad:

    product_knowledge:
      decision_criteria: {degrees-shown: {weight: 70}, price-by-day: {weight: 40}}

Good:

    product_knowledge:
      decision_criteria: {degrees-shown: {weight: 60}, price-by-day: {weight: 40}}

Remedy: Look into the tender once more: one weight belongs to another lot, or to a part of a criterion that
is listed as well. Give criteria that no longer count `status: gone`.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind, Path
from kamc.model.opportunities import Opportunity
from kamc.model.values import known
from kamc.rules.base import Rule, Subject
from kamc.words import plain, spelled

WHOLE = 100
OF_A_TENDER = "correct the weight that is of another lot or tender, or counted twice"
OURS = "weigh them against each other once more, so that all of them come to a hundred"
CRITERIA = ("product_knowledge", "decision_criteria")


def check(subject: Subject) -> Iterator[Finding]:
    criteria = subject.plan.product_knowledge.decision_criteria
    weights = [known(one.weight) for one in criteria.values() if one.is_open]
    yield from too_many("the weights of their criteria", CRITERIA, weights, OF_A_TENDER)
    for node in subject.open("opportunity"):
        theirs = node.entry.choices.theirs if isinstance(node.entry, Opportunity) else {}
        for member, weighed in theirs.items():
            what, at = f"the criteria of {title(subject, member)}", (*node.path, "choices", "theirs", member)
            yield from too_many(what, at, [known(one) for one in weighed.values()], OURS)


def too_many(what: str, at: Path, weights: Iterable[Decimal | None], remedy: str) -> Iterator[Finding]:
    """The finding that some weights come to more than the whole."""
    parts = [weight for weight in weights if weight is not None]
    total = sum(parts, Decimal(0))
    if total > WHOLE:
        yield Finding(
            code=RULE.code,
            message=f"{what} come to {plain(total)} %: more than the whole",
            at=at,
            label=f"{' + '.join(map(plain, parts))} = {plain(total)}",
            help=remedy,
        )


def title(subject: Subject, member: str) -> str:
    """How a member of the buying centre is called."""
    node = subject.graph.entries.get(member)
    return node.title if node else spelled(member)


RULE = Rule(
    code="KAM212",
    slug="weights-exceed-whole",
    kind=Kind.STRUCTURE,
    methods=(25, 59),
    doc=__doc__,
    check=check,
)
