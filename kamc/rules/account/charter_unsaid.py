"""We know where they stand, where they want to be, and what helps and hinders them.

Why: The strategy charter of the account begins with the situation and its business objectives, and weighs
barriers against enablers (M17: salesxcellence). Whoever skips it plans for a customer without a past and
without a board.

Bad:

    account_knowledge: {enablers: ~}

Good:

    account_knowledge: {enablers: none}

Remedy: Read their last annual report with these four words in mind, then ask two people there. `none` says
that there are none, `unknown` that you have not found out.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.questions import titles, unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed

CHARTER = frozenset(("situation", "business_objectives", "barriers", "enablers"))


def check(subject: Subject) -> Iterator[Finding]:
    slots = tuple(slot for slot in unanswered(subject, subject.plan.account_knowledge) if slot.key in CHARTER)
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"nothing is said of the {listed(titles(slots))} of {subject.account}",
            at=("account_knowledge", slots[0].key),
            label="what stands behind their success factors?",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM124",
    slug="charter-unsaid",
    kind=Kind.GAP,
    methods=(17,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
