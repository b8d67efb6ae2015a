"""A communication is anchored in what they want, never in what we sell.

Why: The communication plan is anchored in the account's challenges, plans and projects, never in our new
products (M2: Beachgrass). The product may well be the answer; but then it is the message, and the need is
the anchor.

Bad:

    account_plan:
      communications: {cold-letter: {anchored_in: cold-line}}

Good:

    account_plan:
      communications: {cold-letter: {anchored_in: cold-chain}}

Remedy: Ask what of theirs the product helps with, and name that challenge, plan, project or success factor
in its place.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Edge
from kamc.model.account import NEEDS
from kamc.model.product import USING
from kamc.rules.base import Rule, Subject
from kamc.words import listed


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("communication"):
        for edge in subject.graph.refers_to(node.id):
            product = subject.graph.resolve(edge.target, USING) if edge.via == "anchored_in" else None
            if product is not None and subject.graph.resolve(edge.target, edge.kinds) is None:
                needs = needs_behind(subject, edge)
                yield Finding(
                    code=RULE.code,
                    message=f'"{node.id}" is anchored in "{edge.target}": that is ours, not theirs',
                    at=edge.path,
                    on="value",
                    key=edge.target,
                    label="an offering of ours" if product.kind == "offering" else "a co-creation idea",
                    help=f"name what of theirs it helps with{': ' + listed(needs) if needs else ''}",
                )


def needs_behind(subject: Subject, edge: Edge) -> list[str]:
    """The needs that the plan itself answers with this product."""
    users = [
        one.source for one in subject.graph.referred_by(edge.target) if one.via in {"using", "offerings"}
    ]
    links = [link for user in (*users, edge.target) if user for link in subject.graph.refers_to(user)]
    found = {
        link.target for link in links if link.via == "answers" and subject.graph.resolve(link.target, NEEDS)
    }
    return sorted(found)


RULE = Rule(
    code="KAM605", slug="anchored-in-product", kind=Kind.STRUCTURE, methods=(2, 55), doc=__doc__, check=check
)
