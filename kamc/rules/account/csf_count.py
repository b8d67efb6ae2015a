"""An account has two to five success factors.

Why: The success factors are what must go well for them, in their words; everything else in the plan hangs
on them (M16: Le Bon and Herman, chapter 1). With one, the plan follows a hunch. With six, nothing comes
first.

Bad:

    account_knowledge:
      success_factors:
        night-cut: {status: dropped}

Good:

    account_knowledge:
      success_factors:
        no-empty-runs: {what: "Nine of ten trucks full on the way back", whose: ines-bahr, by: 2027}
    account_plan: {communications: {cold-letter: {anchored_in: [cold-chain, no-empty-runs]}}}

Remedy: Ask them what must not go wrong next year. Merge factors that are two sides of one thing; give a
factor that no longer counts `status: met`, `missed` or `dropped`, it is not counted then.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject
from kamc.words import counted

LEAST, MOST = 2, 5


def check(subject: Subject) -> Iterator[Finding]:
    factors = subject.plan.account_knowledge.success_factors
    active = [factor for factor in factors.values() if factor.is_open]
    if factors.said is UNKNOWN or LEAST <= len(active) <= MOST:
        return
    few = len(active) < LEAST
    yield Finding(
        code=RULE.code,
        message=f"{counted(len(active), 'success factor')} for {subject.account}: two to five are wanted",
        at=("account_knowledge", "success_factors"),
        label=f"{len(active)} active, {'too few to plan on' if few else 'too many to come first'}",
        help="ask them what must go well for them next year"
        if few
        else "merge those that are two sides of one thing, and end those that no longer count",
    )


RULE = Rule(code="KAM101", slug="csf-count", kind=Kind.GAP, methods=(16,), doc=__doc__, check=check)
