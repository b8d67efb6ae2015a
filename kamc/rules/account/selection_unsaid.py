"""A plan says why the account is key, and how we treat it.

Why: Key is not large: the reasons are written down in the plan (M3), the bucket says where it stands in the
portfolio (M13) and the decision what we do with our commitment (M12). Without them nobody can ask a year
later whether the reasons still hold.

Why: The standard profile asks for the coverage and the six criteria besides, the extended one for the marks
on which the portfolio's matrices are drawn.

Bad:

    selection: {decision: ~}

Good:

    selection: {decision: unknown}

Remedy: Write in a sentence what makes it key, or why it is not, and take the decision to the portfolio
review. Until it has met, write `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.account.questions import unanswered
from kamc.rules.base import Rule, Subject
from kamc.words import listed

ASKS = {
    "bucket": "where the account stands in our portfolio",
    "decision": "what we do with our commitment",
    "why": "why we chose it",
    "coverage": "how it is worked",
    "criteria": "how it stands on the six criteria",
    "attractiveness": "how attractive it is",
    "relative_strength": "how strong we are there",
    "importance": "how important it is",
    "difficulty": "how hard it is",
}


def check(subject: Subject) -> Iterator[Finding]:
    slots = unanswered(subject, subject.plan.selection)
    if slots:
        yield Finding(
            code=RULE.code,
            message=f"the selection does not say {listed([ASKS[slot.key] for slot in slots])}",
            at=("selection", slots[0].key),
            label="why this account and not another?",
            help=f"write {listed([f'`{slot.key}`' for slot in slots], 'and')}; `unknown` is an answer, too",
        )


RULE = Rule(
    code="KAM121",
    slug="selection-unsaid",
    kind=Kind.GAP,
    methods=(3, 12, 13),
    doc=__doc__,
    check=check,
)
