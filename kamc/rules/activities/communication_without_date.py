"""A communication is said by a day, or again and again.

Why: The communication plan has a date or a cadence for each message (M55). What is to be said some time is
said when there is time.

Bad:

    account_plan:
      communications: {cold-letter: {every: ~}}

Good:

    account_plan:
      communications: {cold-letter: {every: ~, by: 2026-12-11}}

Good:

    account_plan:
      communications: {cold-letter: {every: unknown}}

Remedy: Write `by` where it is said once, `every` where it is said again and again.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.actions import Communication
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for node in subject.open("communication"):
        said = node.entry
        if isinstance(said, Communication) and is_missing(said.by) and is_missing(said.every):
            yield Finding(
                code=RULE.code,
                message=f"nobody knows when {shown(node.title)} is said",
                at=node.path,
                label="by when, or how often?",
                help="write `by` where it is said once, `every` where it is said again and again",
            )


RULE = Rule(
    code="KAM517",
    slug="communication-without-date",
    kind=Kind.GAP,
    methods=(55,),
    doc=__doc__,
    check=check,
)
