"""What is called settled was checked with those who worried.

Why: The last step of treating an alarm is to verify that it is handled (M52), and a concern ends with a
check (M58: Le Bon and Herman, chapters 2 and 3). We think it is settled long before they do.

Bad:

    account_plan:
      concerns: {one-risk: {status: settled, verified: no}}

Good:

    account_plan:
      concerns: {one-risk: {status: settled, verified: yes}}

Good:

    account_plan:
      concerns: {one-risk: {status: dropped, verified: no}}

Remedy: Ask the person whose it was whether it still stands, and write `verified: yes`. Until then it is open.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.care import Alarm, Concern
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in (*subject.graph.of_kind("concern"), *subject.graph.of_kind("alarm")):
        if isinstance(node.entry, Concern | Alarm) and is_unchecked(node.entry):
            yield Finding(
                code=RULE.code,
                message=f"the {node.kind} {shown(node.title)} is called settled, and nobody has asked them",
                at=(*node.path, "verified"),
                on="value",
                label="settled in whose eyes?",
                help="ask whose it was, and write `verified: yes`; until then its `status` is `open`",
            )


def is_unchecked(held: Concern | Alarm) -> bool:
    return held.status == "settled" and (held.verified == "no" or is_missing(held.verified))


RULE = Rule(
    code="KAM528",
    slug="settled-unchecked",
    kind=Kind.JUDGEMENT,
    methods=(52, 58),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
