"""Work that is joined across the boundary brings them something.

Why: Where supply, training or service are joined, switching becomes costly and both sides gain (M44: Le Bon
and Herman, chapter 3). A joint that only we gain from is a lock, and they will see it as one.

Bad:

    relationships:
      boundary_value:
        shared-log: {what: "One log of degrees for both houses", they_gain: ~}

Good:

    relationships:
      boundary_value:
        shared-log: {what: "One log of degrees for both houses", they_gain: "One report for the grocers"}

Remedy: Ask the people who work with it what it spares them, and write that under `they_gain`, in their
words.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN, known
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for id_, joint in subject.plan.relationships.boundary_value.items():
        if joint.said is not UNKNOWN and is_missing(joint.they_gain):
            yield Finding(
                code=RULE.code,
                message=f"{shown(known(joint.what) or id_)} is joined work, and the plan does not say what "
                f"{subject.account} gains from it",
                at=("relationships", "boundary_value", id_, "they_gain"),
                label="what does it bring them?",
                help="ask the people who work with it what it spares them, and write that under `they_gain`",
            )


RULE = Rule(
    code="KAM328",
    slug="one-sided-boundary",
    kind=Kind.GAP,
    methods=(44,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
