"""Every success factor of theirs is helped by something that we do, say or sell.

Why: The account plan joins what must go well for them to what we have (M2: Beachgrass; M16: Le Bon and
Herman, chapter 1). A success factor that nothing of ours helps is knowledge that lies idle, or a sign that
the plan is about us.

Why: What answers one of their challenges, plans or projects helps the success factor that these serve.

Bad:

    account_knowledge:
      success_factors: {dry-docks: {what: "No wet pallet on the quay", whose: ines-bahr, by: 2027-12-31}}

Bad:

    account_plan:
      activities: {hub-trial: {status: dropped, why: "No crew before May"}}

Good:

    account_knowledge:
      success_factors: {dry-docks: {what: "No wet pallet on the quay", whose: ines-bahr, by: 2027-12-31}}
    account_plan:
      activities: {quay-roof: {what: "A roof", answers: dry-docks, using: night-line, by: 2027-03-19}}

Remedy: Plan an activity that `answers` it, anchor a communication in it, or name a challenge or project that
`serves` it and answer that. If nothing we have can help, say so in its `why` and keep to the others.
"""

from collections.abc import Iterator

from kamc.analysis.served import is_factor_served, open_factors
from kamc.diagnostics import Finding, Kind, Related
from kamc.links import Node
from kamc.links.taken_up import ACTIONS, TO_NEEDS, needs_below
from kamc.rules.base import Rule, Subject
from kamc.rules.links.help import if_told
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    unserved = unserved_factors(subject)
    for node in if_told(subject, unserved, ACTIONS, TO_NEEDS):
        yield Finding(
            code=RULE.code,
            message=f"nothing helps {shown(node.title)}",
            at=node.path,
            label="nothing of ours answers it or is anchored in it",
            help="plan an activity that `answers` it, or anchor in it what you say; if nothing we have can "
            "help, say so in its `why`",
            related=tuple(
                Related(message="it waits for an answer, too", at=subject.graph.entries[need].path)
                for need in needs_below(subject.graph, node.id)
            ),
        )


def unserved_factors(subject: Subject) -> list[Node]:
    """The open success factors that nothing helps, neither themselves nor through a need that serves them."""
    found = subject.graph
    return [node for node in open_factors(found) if not is_factor_served(found, node)]


RULE = Rule(
    code="KAM606", slug="factor-unserved", kind=Kind.JUDGEMENT, methods=(2, 16), doc=__doc__, check=check
)
