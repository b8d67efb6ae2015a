"""The questions of strategic reflection have an answer, be it that we do not know.

Why: What changes around them, in their market and among their competitors, and where we stand with them: a
good account manager can answer (M19: Le Bon and Herman, chapter 2). An unanswered question is work to be
done; `unknown` puts it on the list, silence hides it.

Why: The standard profile asks for our position with them, the extended one for all four sets.

Bad:

    account_knowledge:
      reflection: {market: {size: ~, trends: ~}}

Good:

    account_knowledge:
      reflection: {market: {size: unknown, trends: unknown}}

Good:

    account_knowledge:
      reflection: {market: unknown}

Remedy: Take two of them into the next meeting. Write what you hear with its source, and `unknown` where you
have not asked yet.
"""

from collections.abc import Collection, Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.spec import Slot
from kamc.rules.account.questions import unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import counted, listed

REFLECTION = ("account_knowledge", "reflection")
SETS = {
    "environment": "what changes around them",
    "market": "their market",
    "competition": "their competition",
    "position": "our position with them",
}
SHOWN = 3
"""So many questions are spelled out; the help names the fields of all."""


def check(subject: Subject) -> Iterator[Finding]:
    reflection = subject.plan.account_knowledge.reflection
    if reflection.said is not None:
        return
    open_ = {key: slots for key in SETS if (slots := unanswered(subject, getattr(reflection, key)))}
    if not reflection and len(open_) > 1:
        yield nothing(open_)
        return
    for key, slots in open_.items():
        yield Finding(
            code=RULE.code,
            message=f"{counted(len(slots), 'question')} on {SETS[key]} without a word: {spelled_out(slots)}",
            at=(*REFLECTION, key),
            label="not even an `unknown`",
            help=f"answer {listed([f'`{slot.key}`' for slot in slots], 'and')}, be it with `unknown`",
        )


def nothing(asked: Collection[str]) -> Finding:
    """The finding where none of the sets that the profile asks for is there."""
    about = listed([SETS[key] for key in asked], "and")
    return Finding(
        code=RULE.code,
        message=f"not a word of strategic reflection: on {about}",
        at=REFLECTION,
        label="not even an `unknown`",
        help=f"answer the questions of {listed([f'`{key}`' for key in asked], 'and')}, be it with `unknown`",
    )


def spelled_out(slots: tuple[Slot, ...]) -> str:
    """The first questions, and how many there are besides."""
    more = f" … and {len(slots) - SHOWN} more" if len(slots) > SHOWN else ""
    return " ".join(slot.field.help for slot in slots[:SHOWN]) + more


RULE = Rule(
    code="KAM115",
    slug="open-reflection",
    kind=Kind.GAP,
    methods=(19,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
