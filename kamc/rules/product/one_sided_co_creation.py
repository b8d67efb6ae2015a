"""A co-creation says what each side puts in, and what each gets.

Why: Ideas developed with the account carry both sides' investment and what each gets (M30). Where only we
invest it is a present; where only they get something it is a discount with a nicer name; and what is not
written down is remembered differently.

Bad:

    product_knowledge:
      co_creation:
        night-log: {what: "One log for both", answers: third-hub, we_invest: "A crew", we_get: "Night lanes"}

Good:

    product_knowledge:
      co_creation:
        night-log:
          what: "One log for both"
          answers: third-hub
          we_invest: "A crew for six weeks"
          they_invest: unknown
          we_get: "The night lanes"
          they_get: "No claim without a reading"

Remedy: Ask what they would put in, be it days, data or money; if the answer is nothing, it is our project.
Write the four with the people named in `with`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

SIDES = {
    "we_invest": "what we invest",
    "they_invest": "what they invest",
    "we_get": "what we get",
    "they_get": "what they get",
}


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("co-creation"):
        missing = [side for side in SIDES if is_missing(getattr(node.entry, side))]
        if missing:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} does not say {listed([SIDES[side] for side in missing])}",
                at=(*node.path, missing[0]),
                label="who puts in what, and for what?",
                help=f"write {listed([f'`{side}`' for side in missing], 'and')}, with their people",
            )


RULE = Rule(
    code="KAM209",
    slug="one-sided-co-creation",
    kind=Kind.GAP,
    methods=(30,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
