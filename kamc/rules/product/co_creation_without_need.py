"""What we develop with them answers a need of theirs.

Why: Something new is made with them because none of what there is helps them (M30), and it belongs to the
link between their needs and our offerings (M2). An idea that answers nothing is research, and they will
spend their days on it for as long as it is interesting.

Bad:

    product_knowledge:
      co_creation:
        night-log: {what: "One log", we_invest: Crew, they_invest: Days, we_get: Lanes, they_get: Proof}

Good:

    product_knowledge:
      co_creation: {night-log: unknown}

Remedy: Name in `answers` the challenge, plan, project or success factor that it helps with, in the words of
the people in `with`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.product import CoCreation
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("co-creation"):
        if isinstance(node.entry, CoCreation) and is_missing(node.entry.answers):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} answers no need of theirs",
                at=(*node.path, "answers"),
                label="why would they spend their days on it?",
                help="name in `answers` the challenge, plan, project or success factor that it helps with",
            )


RULE = Rule(
    code="KAM213",
    slug="co-creation-without-need",
    kind=Kind.GAP,
    methods=(2, 30),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
