"""A decision criterion says how much it matters, and how far we differ in it.

Why: Importance times difference ranks what to speak of (M26: Le Bon and Herman, chapter 4). A criterion
without it stands in the plan as one of many, and whoever speaks leads with what he likes himself.

Bad:

    product_knowledge:
      decision_criteria: {late-doors: {relevance: ~}}

Good:

    product_knowledge:
      decision_criteria: {late-doors: {relevance: {user: 7x5}}}

Good:

    product_knowledge:
      decision_criteria: {late-doors: {relevance: unknown}}

Remedy: Ask one person of each role how much it matters to them, from 1 to 7, and how we compare with
others, from 1 to 7; write `relevance: {user: 7x5}`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.product import Criterion
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("criterion"):
        if isinstance(node.entry, Criterion) and is_missing(node.entry.relevance):
            yield Finding(
                code=RULE.code,
                message=f"nothing says how much {shown(node.title)} matters, nor how far we differ in it",
                at=(*node.path, "relevance"),
                label="importance times difference, for each role",
                help="write `relevance: {user: 7x5}`, importance times difference, each 1 to 7; or `unknown`",
            )


RULE = Rule(
    code="KAM203",
    slug="criterion-without-relevance",
    kind=Kind.GAP,
    methods=(26,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
