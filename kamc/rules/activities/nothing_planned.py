"""A plan says what we want, what we do and what we say.

Why: An account plan is its objectives, its activities and its communications (M53, M55: Beachgrass, Le Bon
and Herman). Without them the other four blocks are a description, and nothing will be different in a year.

Bad:

    account_plan: {communications: ~}

Bad:

    account_plan: {activities: none}

Good:

    account_plan: {communications: unknown}

Good:

    selection: {decision: cease, why: "They close the hub in March."}
    account_plan: {communications: none}

Remedy: Write one of each at least: the figure that you want to move, the next thing that you do for it, and
the sentence that they should remember. Where you cannot say it yet, `unknown` keeps the question open.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject

WANTED = {
    "objectives": ("nothing is wanted", "what do we want to reach?"),
    "activities": ("nothing is to be done", "what do we do next?"),
    "communications": ("nothing is to be said", "what should they remember of us?"),
}


def check(subject: Subject) -> Iterator[Finding]:
    plan = subject.plan.account_plan
    if plan.said is UNKNOWN or subject.plan.selection.decision == "cease":
        return
    for name, (lacks, question) in WANTED.items():
        entries = getattr(plan, name)
        if not entries and entries.said is not UNKNOWN:
            yield Finding(
                code=RULE.code,
                message=f"{lacks} at {subject.account}: the plan has no {name}",
                at=("account_plan", name),
                key=name,
                label=question,
                help=f"write one entry under `{name}` at least, or `{name}: unknown`",
            )


RULE = Rule(code="KAM503", slug="nothing-planned", kind=Kind.GAP, methods=(53, 55), doc=__doc__, check=check)
