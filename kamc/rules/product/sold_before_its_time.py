"""What they decide on can be sold on that day.

Why: The catalogue holds future offerings with their dates (M24: Beachgrass), and plans may count on them.
But an opportunity that closes before its offering is there is decided on a promise, against somebody who
can deliver. The last day of both dates is meant.

Bad:

    account_plan: {opportunities: {hub-nights: {using: night-line, closes: 2027-06-15}}}
    # plans/catalogue.yaml
    offerings: {night-line: {status: planned, from: 2028-Q1}}

Good:

    # plans/catalogue.yaml
    offerings: {night-line: {status: planned, from: 2027-Q1}}

Remedy: Agree with them on a later decision, on a trial until then, or on an offering that is there; or get
the date of the roadmap moved, by name and in writing.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import When
from kamc.rules.base import Rule, Subject
from kamc.rules.product.offered import Use, name_of, uses
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for use in uses(subject, "opportunity"):
        if is_too_early(use):
            yield Finding(
                code=RULE.code,
                message=f"they decide on {shown(use.node.title)} by {use.date}, and "
                f"{name_of(use.edge.target, use.offering)} is planned for {use.offering.from_}",
                at=use.edge.path,
                on="value",
                key=use.edge.target,
                label="not there yet",
                help="agree on a later day, on a trial until then, or on an offering that is there",
            )


def is_too_early(use: Use) -> bool:
    """Whether a planned offering comes after the day on which they decide."""
    start = use.offering.from_
    if use.offering.status != "planned" or not isinstance(start, When):
        return False
    return use.date is not None and use.date.last < start.last


RULE = Rule(
    code="KAM210",
    slug="sold-before-its-time",
    kind=Kind.JUDGEMENT,
    methods=(24,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    latest=True,
)
