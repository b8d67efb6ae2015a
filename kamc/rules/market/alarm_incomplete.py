"""An alarm is treated: somebody has it, something is done, and on a day it is checked.

Why: A sign that something goes wrong is treated in four steps (M52: Le Bon and Herman, chapters 2 and 3):
assess the danger, assign the right person, act on it as a small project, verify that it is handled. A sign
that is only noted has been seen by everybody and by nobody.

Bad:

    account_plan:
      alarms: {silent-dock: {sign: fewer-contacts, what: "Two visits called off", seen: 2026-11-16}}

Bad:

    account_plan:
      alarms: {fewer-bids: {owner: ~}}

Good:

    account_plan:
      alarms: {fewer-bids: {owner: unknown, treatment: ~}}

Remedy: Give it to the person whom they will listen to, say what that person does (`treatment`, or the
activity that it `leads_to`), and until when (`by`).
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.market.care import left_alone

HELP = (
    "name who of ours treats it (`owner`), how (`treatment`, or the activity that it `leads_to`), "
    "and until when (`by`)"
)


def check(subject: Subject) -> Iterator[Finding]:
    return left_alone(subject, "alarm", "treatment", code=RULE.code, remedy=HELP)


RULE = Rule(
    code="KAM415",
    slug="alarm-incomplete",
    kind=Kind.GAP,
    methods=(52,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
