"""What we can give has its price: "we can … if you can …".

Why: A concession is stated with what they give for it (M62: Business Leadership). One that is given for
nothing teaches them to ask for the next.

Bad:

    account_plan:
      opportunities:
        hub-nights: {negotiation: {space: unknown, concessions: [{we_can: "Hold the price for a year"}]}}

Good:

    account_plan:
      opportunities:
        hub-nights:
          negotiation:
            space: unknown
            concessions: [{we_can: "Hold the price for a year", if_you_can: "Give us all four lanes"}]

Remedy: Ask what costs them little and is worth much to us (volume, length, notice, a reference), and write it
in `if_you_can`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.activities.pipeline import negotiations
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node, negotiation in negotiations(subject):
        for place, concession in enumerate(negotiation.concessions):
            if isinstance(concession.we_can, str) and is_missing(concession.if_you_can):
                yield Finding(
                    code=RULE.code,
                    message=f"we can {shown(concession.we_can)}, and ask nothing for it",
                    at=(*node.path, "negotiation", "concessions", place, "if_you_can"),
                    key=concession.we_can,
                    label="if you can … what?",
                    help="write in `if_you_can` what they give for it, or `unknown`",
                )


RULE = Rule(
    code="KAM518",
    slug="concession-for-nothing",
    kind=Kind.JUDGEMENT,
    methods=(62,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
