"""What we want in a negotiation lies between where we start and where we leave.

Why: We start, go towards the target, and leave at the breaking point (M62). Where the three do not stand in
a row, up or down, one of them is mistyped, and in the talks nobody has the time to notice.

Bad:

    account_plan:
      opportunities:
        hub-nights: {negotiation: {space: {price: {start: 41, target: 35, breaking_point: 36}}}}

Good:

    account_plan:
      opportunities: {hub-nights: {negotiation: {space: {days: {start: 14, target: 30, breaking_point: 45}}}}}

Good:

    account_plan:
      opportunities:
        hub-nights: {negotiation: {space: {price: {start: 41, target: 41, breaking_point: 36}}}}

Remedy: Correct the figure that is out of the row: start, target, breaking point, rising or falling.
"""

from collections.abc import Iterator
from decimal import Decimal

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.opportunities import Space
from kamc.model.values import Quantity
from kamc.rules.activities.pipeline import negotiations
from kamc.rules.base import Rule, Subject
from kamc.words import amount, shown


def check(subject: Subject) -> Iterator[Finding]:
    for node, negotiation in negotiations(subject):
        for term, space in negotiation.space.items():
            row = in_figures(space)
            if row and row not in (sorted(row), sorted(row, reverse=True)):
                start, target, end = map(amount, row)
                yield Finding(
                    code=RULE.code,
                    message=f"the {term} that we want for {shown(node.title)}, {target}, does not lie "
                    "between start and breaking point",
                    at=(*node.path, "negotiation", "space", term, "target"),
                    on="value",
                    key=term,
                    label=f"not between {start} and {end}",
                    help="correct the figure that is out of the row: start, target, breaking point",
                )


def in_figures(space: Space) -> list[Decimal]:
    """Start, target and breaking point; nothing where they are not all there, or not in one unit."""
    points = [
        point for point in (space.start, space.target, space.breaking_point) if isinstance(point, Quantity)
    ]
    alike = len(points) == 3 and len({point.unit for point in points}) == 1  # noqa: PLR2004 - all three
    return [point.amount for point in points] if alike else []


RULE = Rule(
    code="KAM519",
    slug="target-outside-limits",
    kind=Kind.STRUCTURE,
    methods=(62,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
