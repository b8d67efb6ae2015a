"""A meeting is prepared with what we want out of it, and with two or three deep-dive questions.

Why: The brief of a meeting has objectives, and two or three questions with what we want to learn (M61: Le
Bon and Herman, chapter 2). Whoever goes without them talks about himself, and comes home with nothing that
was not known.

Bad:

    account_plan:
      meetings: {hub-evening: {questions: ["How are things?"]}}

Bad:

    account_plan:
      meetings: {hub-evening: {objectives: ~}}

Good:

    account_plan:
      meetings: {hub-evening: {questions: ["What must not happen?", "Who says stop?"], objectives: unknown}}

Good:

    account_plan:
      meetings: {hub-evening: {date: 2026-11-10, status: held, questions: ~, objectives: ~}}

Remedy: Write under `objectives` what you want to come out with, and under `questions` two or three that only
they can answer, each with what you want to `learn`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Meeting
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown

FEWEST = 2
LACKS = {0: "no deep-dive question", 1: "only one deep-dive question"}


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("meeting"):
        if not isinstance(node.entry, Meeting):
            continue
        asked = [question for question in node.entry.questions if not is_missing(question.ask)]
        if len(asked) < FEWEST:
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has {LACKS[len(asked)]}: two or three are wanted",
                at=(*node.path, "questions"),
                key="questions",
                label="what do only they know?",
                help="write two or three `questions`, each with what you want to `learn` from it",
            )
        if is_missing(node.entry.objectives):
            yield Finding(
                code=RULE.code,
                message=f"{shown(node.title)} has no objectives: how would we know that it was worth it?",
                at=(*node.path, "objectives"),
                key="objectives",
                label="what do we want to come out with?",
                help="write under `objectives` what you want to come out with, or `unknown`",
            )


RULE = Rule(
    code="KAM511",
    slug="meeting-without-questions",
    kind=Kind.GAP,
    methods=(61,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
