"""The five forces of their industry are weighed.

Why: New entrants, suppliers, buyers, substitutes and rivals press on them (M21: Porter), and decide what they
can pay us and what they must ask of us.

Bad:

    account_knowledge: {five_forces: {rivalry: ~}}

Good:

    account_knowledge: {five_forces: {rivalry: unknown}}

Remedy: Give each force its strength and what drives it, seen from their industry and not from ours.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.questions import titles, unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed


def check(subject: Subject) -> Iterator[Finding]:
    slots = unanswered(subject, subject.plan.account_knowledge.five_forces)
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"nothing is said of {listed(titles(slots))} in the industry of {subject.account}",
            at=("account_knowledge", "five_forces", slots[0].key),
            label="how strong, and what drives it?",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM126",
    slug="forces-unsaid",
    kind=Kind.GAP,
    methods=(21,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
