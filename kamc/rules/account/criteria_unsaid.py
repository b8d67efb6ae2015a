"""Each of the six criteria of selection has a word.

Why: Size, strategic importance, lifetime value, unrealised potential, fit, and loyalty with profitability:
these six tell a key account from a large one (M5: Le Bon and Herman, chapter 1). One that is left out is
usually the one that speaks against it.

Bad:

    selection: {criteria: {fit: ~}}

Good:

    selection: {criteria: {fit: unknown}}

Remedy: Write what you know in a few words or figures, and `unknown` where nobody has looked yet.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.questions import titles, unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed


def check(subject: Subject) -> Iterator[Finding]:
    criteria = subject.plan.selection.criteria
    slots = unanswered(subject, criteria) if criteria else ()
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"the selection of {subject.account} says nothing of {listed(titles(slots))}",
            at=("selection", "criteria", slots[0].key),
            label="six criteria make an account key",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM122",
    slug="criteria-unsaid",
    kind=Kind.GAP,
    methods=(5,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
