"""We know a challenge, a plan or a project of theirs.

Why: The account's challenges, plans and projects are the first block of the plan (M1, M18: Beachgrass), and
what every activity answers. Without one the plan has nothing to help with, only something to sell.

Bad:

    account_knowledge: {challenges: ~, projects: ~}
    product_knowledge: {offerings: {cold-line: {answers: cold-chain}, night-line: {answers: night-cut}}}
    account_plan:
      opportunities: {hub-nights: {answers: night-cut}}
      activities: {one-form: {answers: cold-chain}, hub-trial: {answers: ~}, net-sketch: {answers: night-cut}}
      communications: {cold-letter: {anchored_in: cold-chain}, door-page: {anchored_in: night-cut}}

Good:

    account_knowledge: {challenges: unknown}

Remedy: Ask what keeps each success factor from being reached today, what they mean to do about it, and what
they are doing. If you could not ask yet, write `challenges: unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.account import Need
from kamc.model.fields import Profile
from kamc.rules.account.needs import KINDS
from kamc.rules.base import Rule, Subject


def check(subject: Subject) -> Iterator[Finding]:
    if known_needs(subject) or subject.graph.unsure.intersection(KINDS):
        return
    yield Finding(
        code=RULE.code,
        message=f"no challenge, plan or project of {subject.account} is known: there is nothing to help with",
        at=("account_knowledge", "challenges"),
        label="what keeps them from what they want?",
        help="ask what stands between them and each success factor; if you could not ask, write "
        "`challenges: unknown`",
    )


def known_needs(subject: Subject) -> bool:
    """Whether a need of theirs is alive, be it one of which nothing more is known."""
    needs = (node.entry for kind in KINDS for node in subject.graph.of_kind(kind))
    return any(isinstance(need, Need) and need.is_open for need in needs)


RULE = Rule(
    code="KAM108",
    slug="no-needs",
    kind=Kind.GAP,
    methods=(1, 18),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
