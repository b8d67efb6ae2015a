"""A political objective names whom we want to win.

Why: Besides figures, objectives are about people to find, to reach and to win (M53). One that names nobody
cannot be met, and nobody is asked for next.

Bad:

    account_plan:
      objectives: {win-jan: {people: ~}}

Good:

    account_plan:
      objectives: {win-jan: {people: unknown}}

Good:

    account_plan:
      objectives: {win-jan: {people: ~, team: tor-vik}}

Remedy: Name in `people` who of the buying centre is meant, or in `team` on whom of ours we must be able to
count. If you do not know the person yet, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.goals import Objective
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("objective"):
        if isinstance(node.entry, Objective) and is_about_nobody(node.entry):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} is about people and names none",
                at=(*node.path, "people"),
                label="whom do we want to win?",
                help="name in `people` who of the buying centre is meant, or write `unknown`",
            )


def is_about_nobody(objective: Objective) -> bool:
    return objective.kind == "political" and is_missing(objective.people) and is_missing(objective.team)


RULE = Rule(
    code="KAM515",
    slug="political-objective-without-people",
    kind=Kind.GAP,
    methods=(53,),
    doc=__doc__,
    check=check,
)
