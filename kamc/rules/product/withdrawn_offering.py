"""No open opportunity or activity uses an offering that has left the catalogue, or will have by then.

Why: The catalogue keeps what was withdrawn, so that older plans can be read (M24: Beachgrass). A plan of
today that still uses it promises what nobody can deliver.

Bad:

    account_plan: {activities: {hub-trial: {using: night-line, by: 2027-01-29}}}
    # plans/catalogue.yaml
    offerings: {night-line: {status: withdrawn, withdrawn: 2026-10-31, became: cold-line}}

Good:

    # plans/catalogue.yaml
    offerings: {day-line: {name: "Day Line", status: withdrawn, withdrawn: 2026-10-31, became: cold-line}}

Remedy: Use what replaces it, the offering's `became` in the catalogue, and tell the customer before they
hear it from others. What was delivered stays in the plan as done.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import When, each
from kamc.rules.base import Rule, Subject
from kamc.rules.product.offered import DATES, Use, name_of, uses
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for use in uses(subject, *DATES):
        name, gone = name_of(use.edge.target, use.offering), how_gone(subject, use)
        if gone is not None:
            yield Finding(
                code=RULE.code,
                message=f"{shown(use.node.title)} uses {name}, which {gone}",
                at=use.edge.path,
                on="value",
                key=use.edge.target,
                label="nobody can deliver it then",
                help=f"use {replacement(subject, use)}, and tell the customer before others do",
            )


def how_gone(subject: Subject, use: Use) -> str | None:
    """When the offering left, as the end of a sentence; `None` where it is there long enough."""
    day = use.offering.withdrawn
    if not isinstance(day, When):
        return "is withdrawn" if use.offering.status == "withdrawn" else None
    if subject.is_over(day):
        return f"left the catalogue on {day}"
    in_time = use.date is None or use.date.last <= day.last
    return None if in_time else f"leaves the catalogue on {day}, before {use.date}"


def replacement(subject: Subject, use: Use) -> str:
    """What replaces the offering, by name and id."""
    catalogue = subject.shared.catalogue
    for id_ in each(use.offering.became):
        name = name_of(id_, catalogue.offerings.get(id_) if catalogue else None)
        return f"{name} (`{id_}`), which replaces it"
    return "what we still sell"


RULE = Rule(
    code="KAM208",
    slug="withdrawn-offering",
    kind=Kind.JUDGEMENT,
    methods=(24,),
    doc=__doc__,
    check=check,
    latest=True,
)
