"""A communication carries an advantage of ours.

Why: We speak to them so that they see what we do better than others (M2, M45: Beachgrass). A message that
carries none may be kind, but a competitor could sign it.

Bad:

    account_plan:
      communications: {cold-letter: {carries: ~}}

Good:

    account_plan:
      communications: {cold-letter: {carries: logged-degrees}}

Remedy: Name in `carries` the advantage that they should see. If there is none yet, write it under
`advantages`, with its proof, first.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.lacking import lacking


def check(subject: Subject) -> Iterator[Finding]:
    return lacking(
        subject.open("communication"),
        "carries",
        code=RULE.code,
        lacks="carries no advantage of ours: a competitor could say it, too",
        label="which advantage does it show?",
        remedy="name in `carries` an entry of `advantages`",
    )


RULE = Rule(
    code="KAM603",
    slug="communication-without-advantage",
    kind=Kind.GAP,
    methods=(2, 45, 55),
    doc=__doc__,
    check=check,
)
