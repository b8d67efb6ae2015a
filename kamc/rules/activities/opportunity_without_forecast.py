"""An opportunity for which we have decided has a value, a probability and a close date.

Why: With them an opportunity counts in the pipeline (M56: SalesXcellence). Whoever has said go spends
people's time on it; that nobody knows for how much, how likely and until when is no basis for it.

Bad:

    account_plan:
      opportunities: {hub-nights: {stage: go, probability: ~}}

Good:

    account_plan:
      opportunities: {hub-nights: {stage: go, probability: unknown}}

Good:

    account_plan:
      opportunities: {hub-nights: {stage: identified, probability: ~}}

Remedy: Write `value`, `probability` and `closes`; an honest guess is better than a blank, and `unknown` is
better than a guess that nobody made.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.activities.pipeline import DECIDED, pipeline
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

FORECAST = {"value": "value", "probability": "probability", "closes": "close date"}


def check(subject: Subject) -> Iterator[Finding]:
    for node, opportunity in pipeline(subject, DECIDED):
        missing = [field for field in FORECAST if is_missing(getattr(opportunity, field))]
        if missing:
            names = listed([FORECAST[field] for field in missing])
            yield Finding(
                code=RULE.code,
                message=f'{shown(node.title)} is at "{opportunity.state}" and has no {names}',
                at=(*node.path, missing[0]),
                label=f"no {names}",
                help=f"write {listed([f'`{field}`' for field in missing], 'and')}, or `unknown`",
            )


RULE = Rule(
    code="KAM520",
    slug="opportunity-without-forecast",
    kind=Kind.GAP,
    methods=(56,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
