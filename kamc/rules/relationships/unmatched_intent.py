"""We do not want far more closeness than they do.

Why: The customer's own intent counts: a high intent of ours against a low one of theirs is wasted investment
(M42: Le Bon and Herman, chapter 2). Match what you invest to the way in which they want to be managed.

Bad:

    relationships:
      continuum: {intent: {ours: high, theirs: low}}

Good:

    relationships:
      continuum: {intent: {ours: high, theirs: medium}}

Remedy: Lower what you invest until they ask for more, or plan what would make them want it, and say so in
the continuum's `why`. If that is the plan, accept the finding with the reason.
"""

from collections.abc import Iterator

from kamc.analysis.closeness import intent_of
from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject

FAR = 2
"""By how many steps we are far ahead of them: high against low."""


def check(subject: Subject) -> Iterator[Finding]:
    ahead = intent_of(subject.plan.relationships.continuum.intent).ahead
    if ahead is not None and ahead >= FAR:
        yield Finding(
            code=RULE.code,
            message=f"we want far more closeness than {subject.account} does: what we invest in it is wasted",
            at=("relationships", "continuum", "intent"),
            label="ours high, theirs low",
            help="invest less until they ask for more, or plan what would make them want it",
        )


RULE = Rule(
    code="KAM317", slug="unmatched-intent", kind=Kind.JUDGEMENT, methods=(42,), doc=__doc__, check=check
)
