"""Behind each success factor stands a challenge, plan or project that we know.

Why: A success factor is not reached by itself: something is in the way, planned or under way (M16, M18:
Beachgrass). Where we know none of it, we know the heading and not the story, and others help them there.

Why: What is solved or done counts, what was dropped does not. Where a need does not say what it `serves`,
that is asked first.

Bad:

    account_knowledge:
      projects: {third-hub: {serves: night-half}}

Good:

    account_knowledge:
      challenges:
        late-lorries: {what: "Two in ten come after ten", serves: night-cut, whose: ines-bahr, by: 2027}

Remedy: Ask what keeps them from it today and what they are doing about it, and add the answer under
`challenges`, `plans` or `projects` with its `serves`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.account import Need
from kamc.model.fields import Profile
from kamc.model.values import known
from kamc.rules.account.needs import KINDS
from kamc.rules.base import Rule, Subject
from kamc.words import shown


def check(subject: Subject) -> Iterator[Finding]:
    needs = [node.entry for kind in KINDS for node in subject.graph.of_kind(kind)]
    counted = [need for need in needs if isinstance(need, Need) and need.state != "dropped"]
    unlinked = any(known(need.serves) is None for need in counted)
    none_open = not any(need.is_open for need in counted)  # told already: no-needs
    if none_open or unlinked or subject.graph.unsure.intersection(KINDS):
        return
    served = {id_ for need in counted for id_ in known(need.serves) or ()}
    for node in subject.open("success-factor"):
        if node.id not in served:
            yield Finding(
                code=RULE.code,
                message=f"no challenge, plan or project stands behind {shown(node.title)}",
                at=node.path,
                label="what keeps them from it today?",
                help="ask what stands in the way of it, and what they are doing; then let that entry name "
                f"`{node.id}` in `serves`",
            )


RULE = Rule(
    code="KAM109",
    slug="factor-without-need",
    kind=Kind.JUDGEMENT,
    methods=(16, 18),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
