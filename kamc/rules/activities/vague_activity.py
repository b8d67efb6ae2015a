"""An activity says something that one can see, count or name.

Why: The activity plan is what somebody does by a day (M55: Beachgrass). "Improve the relationship" fits any
account in any year, nobody can be seen doing it, and nobody knows on the day whether it was done. A thing
(a page, a visit, a trial), a number or a name is enough.

Bad:

    account_plan:
      activities: {hub-trial: {what: "Improve the relationship"}}

Bad:

    account_plan:
      activities: {hub-trial: {what: "Kontakt pflegen"}}

Good:

    account_plan:
      activities: {hub-trial: {what: "Breakfast with Ines Bahr"}}

Good:

    account_plan:
      activities: {hub-trial: {what: "Three follow-up calls"}}

Remedy: Write what will be there on the day: a signed list, six weeks of trial, a page, a visit of whom. Ask
"how would I see that it is done?"; the answer is the text.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Activity
from kamc.rules.activities.vague_words import is_vague
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("activity"):
        what = node.entry.what if isinstance(node.entry, Activity) else None
        if isinstance(what, str) and is_vague(what):
            yield Finding(
                code=RULE.code,
                message=f"{shown(what)} could stand in any plan: nobody could see whether it was done",
                at=(*node.path, "what"),
                on="value",
                label="no thing, number or name in it",
                help="write what will be there on the day: a page, a list, a visit of whom, weeks of trial",
            )


RULE = Rule(
    code="KAM507", slug="vague-activity", kind=Kind.JUDGEMENT, methods=(55,), doc=__doc__, check=check
)
