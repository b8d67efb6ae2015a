"""A concern of theirs is answered: by somebody, with something, and it is checked.

Why: What somebody worries about and says aloud is a gift (M58: Le Bon and Herman, chapter 2): it asks
for an answer, and still from us. A concern gets an owner, an answer and a check, or it becomes an objection.

Bad:

    account_plan:
      concerns: {too-loud: {what: "The neighbours hear the lorries.", whose: ines-bahr}}

Bad:

    account_plan:
      concerns: {one-risk: {by: ~, verified: ~}}

Good:

    account_plan:
      concerns: {one-risk: {answer: ~}}

Remedy: Name who of ours answers it (`owner`), with what (`answer`, or the activity that it `leads_to`), and
until when (`by`). Then ask whether it is settled, and write `verified: yes`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.market.care import left_alone

HELP = (
    "name who of ours answers it (`owner`), with what (`answer`, or the activity that it `leads_to`), "
    "and until when (`by`)"
)


def check(subject: Subject) -> Iterator[Finding]:
    return left_alone(subject, "concern", "answer", code=RULE.code, remedy=HELP)


RULE = Rule(
    code="KAM417",
    slug="concern-incomplete",
    kind=Kind.GAP,
    methods=(52, 58),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
