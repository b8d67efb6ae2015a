"""A barrier of theirs leads to something in our plan.

Why: What stands in their way stands in ours (M17: salesxcellence): the best offer waits behind an office
that signs one permit after the other. A plan that knows a barrier and takes no step because of it will be
late for a reason that it had written down.

Bad:

    account_knowledge:
      barriers: {no-drivers: {leads_to: ~}}

Good:

    account_knowledge:
      barriers: {no-drivers: {leads_to: unknown}}

Remedy: Name in `leads_to` the activity, communication or strategy that takes it into account: that helps
them over it, or leads us round it. If nothing can be done, accept the finding and say who decided so.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.account import Barrier
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("barrier"):
        if isinstance(node.entry, Barrier) and is_missing(node.entry.leads_to):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} stands in their way, and nothing of ours takes it into account",
                at=node.path,
                label="in their way, and so in ours",
                help="name in `leads_to` what helps them over it or leads us round it, or write `unknown`",
            )


RULE = Rule(
    code="KAM113",
    slug="barrier-unanswered",
    kind=Kind.JUDGEMENT,
    methods=(17,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
