"""The summary answers the six questions that are asked at all times.

Why: Where do we stand, why, where should we be, what to do, what needs revising, and who can support us (M22:
Le Bon and Herman, chapter 2). A director reads these lines and perhaps no others.

Bad:

    summary: {because: "We log every pallet."}

Good:

    summary: {stand: unknown}

Remedy: Write one sentence each, as you would say it to a director on the stairs. `revise: none` says that
every objective still holds.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.account.questions import unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed

AIM = "aim"
"""What is asked of it is said elsewhere: aim-missing."""
ASKS = {
    "stand": "where we stand",
    "because": "why we stand there",
    "revise": "which objectives need revising",
    "supported_by": "who supports us",
}


def check(subject: Subject) -> Iterator[Finding]:
    slots = tuple(slot for slot in unanswered(subject, subject.plan.summary) if slot.key != AIM)
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"the summary does not say {listed([ASKS[slot.key] for slot in slots])}",
            at=("summary", slots[0].key),
            label="asked at all times",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM123",
    slug="summary-unsaid",
    kind=Kind.GAP,
    methods=(22,),
    doc=__doc__,
    check=check,
)
