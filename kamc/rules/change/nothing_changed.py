"""An approved plan says something that the quarter before did not.

Why: Accounts and offers change all the time. If nothing in a plan changed in a quarter, the team is not
engaged (M4: Le Bon and Herman, chapter 1), and the approval is a habit.

Bad:

    profile: short
    # 2026-Q3
    status: approved

Good:

    summary: "Still second of three carriers; the hub decides in June."
    # 2026-Q3
    status: approved

Good:

    status: in-review
    # 2026-Q3
    status: approved

Remedy: Begin with the summary: where do you stand today, and why? Then go through the activities, and write
what came of each. If it truly was a quarter without news, say that in the summary.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.fields import Prose, ProseList
from kamc.model.plan import Plan
from kamc.model.walk import walk
from kamc.rules.base import Rule, Subject

HEADER_LENGTH = 1
"""What stands at the top of a plan by itself: its name, its industry."""


def check(subject: Subject) -> Iterator[Finding]:
    if is_copied(subject):
        before = subject.earlier[0]
        yield Finding(
            code=RULE.code,
            message=f"not one sentence of this plan is new since {before.period}",
            at=("period",),
            on="value",
            label="approved, word for word as before",
            help="begin with the summary: where do we stand today? Then write what came of each activity",
            related=(Related(message="the same texts", at=("period",), on="value", file=before.path),),
        )


def is_copied(subject: Subject) -> bool:
    """Whether a plan is approved and holds the texts of the quarter before, and no others."""
    if not subject.earlier or subject.plan.status != "approved":
        return False
    before = subject.earlier[0].plan
    if subject.plan.summary != before.summary:  # most plans: the rest need not be read
        return False
    said = texts(subject.plan)
    return bool(said) and said == texts(before)


def texts(plan: Plan) -> set[object]:
    """Every free text of a plan, its header apart."""
    return {
        step.value
        for step in walk(plan)
        if isinstance(step.field, Prose | ProseList)
        and isinstance(step.value, str | tuple)
        and len(step.path) > HEADER_LENGTH
    }


RULE = Rule(
    code="KAM707",
    slug="nothing-changed",
    kind=Kind.JUDGEMENT,
    methods=(4,),
    doc=__doc__,
    check=check,
    holder=(),
)
