"""We know how they buy, earn and grow.

Why: Purchasing strategy, value drivers, growth strategy and the shared future, and in the extended profile
their value chain and their year (M20: Araujo), say which of our offers can matter to them at all.

Bad:

    account_knowledge: {customer_analysis: {value_chain: ~}}

Good:

    account_knowledge: {customer_analysis: {value_chain: unknown}}

Remedy: Write one line each, with its source. Until somebody has told you, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.account.questions import titles, unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed


def check(subject: Subject) -> Iterator[Finding]:
    slots = unanswered(subject, subject.plan.account_knowledge.customer_analysis)
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"nothing is said of the {listed(titles(slots))} of {subject.account}",
            at=("account_knowledge", "customer_analysis", slots[0].key),
            label="how do they buy, earn and grow?",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM125",
    slug="analysis-unsaid",
    kind=Kind.GAP,
    methods=(20,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
