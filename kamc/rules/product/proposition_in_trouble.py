"""Nothing is proposed whose four questions come out as no, no, no, yes.

Why: Do their needs justify our price, are our strengths developed against them better than others', have we
shown the benefits to the key members, are we dearer? No, no, no, yes means trouble: rework before proposing
(M28: Le Bon and Herman, chapter 4).

Bad:

    account_plan:
      opportunities:
        hub-nights:
          proposition_check:
            {needs_justify_price: no, strengths_beat_rivals: no, benefits_shown: no, dearer_than_rivals: yes}

Good:

    account_plan:
      opportunities:
        hub-nights:
          proposition_check:
            {needs_justify_price: no, strengths_beat_rivals: no, benefits_shown: no, dearer_than_rivals: no}

Remedy: Go back one step: find the need that is worth the price, or the member who has not seen what it
brings. If there is neither, let the opportunity end as `no-go`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.opportunities import Opportunity
from kamc.rules.base import Rule, Subject
from kamc.words import shown

TROUBLE = ("no", "no", "no", "yes")


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("opportunity"):
        if isinstance(node.entry, Opportunity) and answers(node.entry) == TROUBLE:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} is in trouble: dear, and nothing seen that pays for it",
                at=(*node.path, "proposition_check"),
                label="no, no, no, yes",
                help="rework it before you propose: which need is worth the price, and who has to see it?",
            )


def answers(opportunity: Opportunity) -> tuple[object, ...]:
    """The answers to the four questions, in their order."""
    check = opportunity.proposition_check
    return (
        check.needs_justify_price,
        check.strengths_beat_rivals,
        check.benefits_shown,
        check.dearer_than_rivals,
    )


RULE = Rule(
    code="KAM207",
    slug="proposition-in-trouble",
    kind=Kind.JUDGEMENT,
    methods=(28,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
