"""What is open is neither certain nor impossible.

Why: The probability weighs an opportunity in the pipeline (M56: SalesXcellence). A hundred percent is a
contract, and until it is signed it is not one; nothing is a no, and belongs out of the pipeline.

Bad:

    account_plan:
      opportunities: {hub-nights: {probability: 100}}

Bad:

    account_plan:
      opportunities: {hub-nights: {probability: 0}}

Good:

    account_plan:
      opportunities: {hub-nights: {probability: 90}}

Good:

    account_plan:
      opportunities: {hub-nights: {probability: 100, stage: contract}}

Remedy: End it with `stage: contract`, `lost` or `no-go`; or write how likely it is while it is open.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.activities.pipeline import pipeline
from kamc.rules.base import Rule, Subject
from kamc.words import shown

ENDS = {0: ("impossible", "`lost` or `no-go`"), 100: ("certain", "`contract`")}


def check(subject: Subject) -> Iterator[Finding]:
    for node, opportunity in pipeline(subject):
        for percent, (said, ends) in ENDS.items():
            if opportunity.probability == percent:
                yield Finding(
                    code=RULE.code,
                    message=f'{shown(node.title)} is {said} ({percent} %) and still "{opportunity.state}"',
                    at=(*node.path, "probability"),
                    on="value",
                    label=f"{said}, and open",
                    help=f"end it with `stage:` {ends}, or write how likely it is until then",
                )


RULE = Rule(
    code="KAM524",
    slug="certain-and-open",
    kind=Kind.JUDGEMENT,
    methods=(56,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
