"""What we are sure of rests on two sources that do not depend on each other.

Why: A claim rests on more than one independent source (M23: Le Bon and Herman, chapter 4). One person has
an interest, one report has a writer; who has heard it twice, from two sides, may call it sure.

Why: Asked of what we say about them and those who compete with us. The same source on two days is one
source.

Bad:

    account_knowledge:
      success_factors: {cold-chain: {confidence: high, sources: "Quality report 2025"}}

Bad:

    account_knowledge:
      success_factors:
        cold-chain: {confidence: high, sources: ["Jan Ostrow 2026-10-14", "Jan Ostrow 2026-11-02"]}

Good:

    account_knowledge:
      success_factors:
        cold-chain: {confidence: high, sources: ["Quality report 2025", "Jan Ostrow 2026-10-14"]}

Good:

    account_knowledge:
      success_factors: {cold-chain: {confidence: medium, sources: "Quality report 2025"}}

Remedy: Ask somebody who has it from elsewhere, and add that source; until then write `confidence: medium`.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.account import SuccessFactor
from kamc.model.values import UNKNOWN, each
from kamc.rules.account.claims import sure_claims
from kamc.rules.base import Rule, Subject
from kamc.words import shown

NO_LETTERS = re.compile(r"[\W\d_]+")
WANTED = 2


def check(subject: Subject) -> Iterator[Finding]:
    for claim in sure_claims(subject):
        sources = each(claim.record.sources)
        if independent(sources) >= WANTED or claim.record.sources is UNKNOWN or claim.record.contradicted_by:
            continue
        if not sources and subject.is_standard and isinstance(claim.record, SuccessFactor):
            continue  # that it has no source at all is told
        yield Finding(
            code=RULE.code,
            message=f"{claim.name} is said to be sure, and rests on {rests_on(sources)}",
            at=(*claim.path, "confidence"),
            on="value",
            label="two independent sources make a claim safe" if sources else "how do we know?",
            help="add a source that does not depend on the first, or write `confidence: medium`",
        )


def independent(sources: tuple[str, ...]) -> int:
    """How many sources there are: one that speaks on two days counts once."""
    return len({NO_LETTERS.sub(" ", one.casefold()).strip() for one in sources})


def rests_on(sources: tuple[str, ...]) -> str:
    """What holds the claim, for the end of the sentence."""
    if not sources:
        return "no source"
    return f"one source{', on several days' if len(sources) > 1 else ''}: {shown(sources[0])}"


RULE = Rule(code="KAM110", slug="single-source", kind=Kind.JUDGEMENT, methods=(23,), doc=__doc__, check=check)
