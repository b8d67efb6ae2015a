"""An obstacle that we foresee has our answer.

Why: A sales project is planned with the obstacles that may come (M57: Le Bon and Herman, chapter 2). To have
seen one and to have no answer is to be surprised with open eyes.

Bad:

    account_plan:
      opportunities:
        hub-nights: {sales_project: {obstacles: {late-door: "The door comes in August"}}}

Good:

    account_plan:
      opportunities:
        hub-nights:
          sales_project: {obstacles: {late-door: {what: "The door is late", answer: "We load by hand"}}}

Good:

    account_plan:
      opportunities:
        hub-nights: {sales_project: {obstacles: {late-door: {what: "The door is late", status: gone}}}}

Remedy: Write in `answer` what we do if it comes, or `unknown` while you look for it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.opportunities import Obstacle
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("obstacle"):
        if isinstance(node.entry, Obstacle) and is_missing(node.entry.answer):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} stands in the way, and we have no answer to it",
                at=(*node.path, "answer"),
                label="what do we do then?",
                help="write in `answer` what we do if it comes, or `unknown`",
            )


RULE = Rule(
    code="KAM525",
    slug="obstacle-without-answer",
    kind=Kind.GAP,
    methods=(57,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
