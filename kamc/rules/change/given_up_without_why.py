"""What is given up or lost says why.

Why: What ends is told from what was forgotten by its status, and understood by its reason (M4). An activity
dropped, an objective missed or an opportunity lost without one will be tried again the same way (M55, M56).

Bad:

    account_plan: {activities: {claims-talk: {status: dropped}}}
    # 2026-Q3
    summary: "Third of three carriers."

Good:

    account_plan: {activities: {claims-talk: {status: dropped, why: "They settled the twelve alone"}}}
    # 2026-Q3
    summary: "Third of three carriers."

Remedy: Write `why` in a sentence that helps the next one who has the idea; or `became`, where it lives on in
another entry.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.records import Tracked
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.change.before import Kept, kept

GIVEN_UP = {
    "activity": {"dropped": "was dropped"},
    "communication": {"dropped": "was dropped"},
    "objective": {"missed": "was missed", "dropped": "was given up"},
    "strategy": {"dropped": "was given up"},
    "opportunity": {"lost": "was lost", "no-go": "was decided against"},
}
"""The ends of what we wanted that ask for a reason, with what a message says of each."""


def check(subject: Subject) -> Iterator[Finding]:
    for one in kept(subject, Tracked):
        end = GIVEN_UP.get(one.now.about.kind, {}).get(one.now.state)
        if end is not None and one.before.is_open and not has_reason(one):
            yield Finding(
                code=RULE.code,
                message=f"{one.called} {end}, and nothing says why",
                at=(*one.at, "why"),
                label="what did we learn?",
                help="write `why` in a sentence, for whoever has the idea next; or `became`, if it lives on",
                related=(one.stood(subject, f"open in {subject.earlier[0].period}"),),
            )


def has_reason(one: Kept[Tracked]) -> bool:
    """Whether an end says why, what came out of it, or where it lives on."""
    said = (one.now.why, one.now.became, getattr(one.now, "result", None))
    return not all(is_missing(value) for value in said)


RULE = Rule(
    code="KAM710",
    slug="given-up-without-why",
    kind=Kind.JUDGEMENT,
    methods=(4, 55, 56),
    doc=__doc__,
    check=check,
)
