"""A communication says whom it is for.

Why: The communication plan joins people to advantages (M2, M55: Beachgrass). What is said to everybody is
heard by nobody, and its effect on one member cannot be asked for later.

Bad:

    account_plan:
      communications: {cold-letter: {to: ~}}

Good:

    account_plan:
      communications: {cold-letter: {to: [jan-ostrow, ines-bahr]}}

Remedy: Name in `to` the members of the buying centre who should remember it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("communication"),
        "to",
        code=RULE.code,
        lacks="is for nobody",
        label="to whom?",
        remedy="name in `to` the members of the buying centre who should remember it",
    )


RULE = Rule(
    code="KAM602",
    slug="communication-without-audience",
    kind=Kind.GAP,
    methods=(2, 55),
    doc=__doc__,
    check=check,
)
