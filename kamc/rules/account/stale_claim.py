"""What we know as of a day is looked at again in time.

Why: Information carries its day (M23: Le Bon and Herman, chapter 4), and it ages. Staleness hurts more than
a gap: a gap is asked about, an old figure is believed.

Bad:

    account_knowledge:
      situation: {as_of: 2025-06-30}

Good:

    account_knowledge:
      situation: {as_of: 2026-09-30}

Good:

    account_knowledge:
      enablers: {old-lane: {what: "The lane of the year before", as_of: 2024, status: gone}}

Remedy: Ask again and write the new day in `as_of`, even where nothing changed. If nobody can find out, say
`confidence: low`, or end the entry. `limits.claim_age` in `kamc.yaml` says how long a claim holds.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Path
from kamc.links import Node
from kamc.model.plan import Plan
from kamc.model.records import Entry
from kamc.model.walk import Step, locate, walk
from kamc.rules.base import Rule, Subject, is_open
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    age = subject.limits.claim_age
    held = f"a {age}" if age.count == 1 else str(age)
    for step in walk(subject.plan):
        if step.path[-1] != "as_of" or not subject.is_over(step.value, age):
            continue
        if not is_within_ended(subject, step.path):
            yield Finding(
                code=RULE.code,
                message=f"{named(step)} is as of {step.value}: over {held} ago",
                at=step.path,
                on="value",
                label="does it still hold?",
                help="ask again and write the new day, even if nothing changed; or end it",
            )


def is_within_ended(subject: Subject, path: Path) -> bool:
    """Whether an entry around `path` is over: what it said need not hold any more."""
    around = (node for node in subject.graph.nodes if path[: len(node.path)] == node.path)
    return any(not is_open(node.entry) for node in around)


def named(step: Step) -> str:
    """What the record that carries the day is called."""
    path = step.path[:-1]
    if isinstance(step.holder, Entry):
        return shown(Node(str(path[-1]), step.holder.about.kind, path, step.holder).title)
    field = locate(Plan, path).field
    return f'"{field.title if field else path[-1] if path else "the plan"}"'


RULE = Rule(
    code="KAM111",
    slug="stale-claim",
    kind=Kind.CLOCK,
    methods=(23,),
    doc=__doc__,
    check=check,
    limits=("claim_age",),
)
