"""What somebody contradicts is not called sure.

Why: Contradicting sources are shown, not averaged away (M23: Le Bon and Herman, chapter 4). "Sure, though
the head of production says otherwise" is the sentence that a plan is later remembered by.

Bad:

    account_knowledge:
      situation: {confidence: high, contradicted_by: "Ole Kamp 2026-11-02: no third hub"}

Good:

    account_knowledge:
      situation: {confidence: medium, contradicted_by: "Ole Kamp 2026-11-02: no third hub"}

Remedy: Write `confidence: medium` or `low`, and plan whom to ask next. If the other side turned out to be
wrong, take `contradicted_by` away and add to `sources` what settled it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import each
from kamc.rules.account.claims import sure_claims
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    for claim in sure_claims(subject):
        for other in each(claim.record.contradicted_by)[:1]:
            yield Finding(
                code=RULE.code,
                message=f"{claim.name} is said to be sure, but is contradicted: {shown(other)}",
                at=(*claim.path, "confidence"),
                on="value",
                label="sure, with somebody saying otherwise?",
                help="write `confidence: medium` or `low`, and ask a third side who is right",
            )


RULE = Rule(
    code="KAM116", slug="contradicted-claim", kind=Kind.JUDGEMENT, methods=(23,), doc=__doc__, check=check
)
