"""Where it matters how somebody stands towards us, we know it or are about to find out.

Why: Supporter, conditional supporter, constructive critic or opponent: what we do next depends on it (M34:
Amaro Araujo, part 10). Not to know of somebody who decides, or whose influence is high, is no shame; to
plan nothing that would tell is one. Where nobody even speaks with them, KAM306 and KAM308 say so.

Bad:

    relationships:
      buying_center:
        dora-wiek: {stance: unknown, influence: high}
    account_plan:
      activities: {net-sketch: {with: ines-bahr}}
      communications: {door-page: {to: ines-bahr}}
      meetings: {hub-evening: {with: ines-bahr}}

Good:

    relationships:
      buying_center:
        dora-wiek: {stance: unknown, influence: high}

Remedy: Plan a meeting with them and one question that tells, or ask your facilitator; a political objective
that names them will do, too.
"""

from collections.abc import Iterator

from kamc.analysis.contacts import is_agreed
from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import holds
from kamc.model.fields import Profile
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.relationships.people import MEETS_THEM, is_reached, named_in, persons

TELLS = MEETS_THEM | {"objective": "people"}


def check(subject: Subject) -> Iterator[Finding]:
    for node, member in persons(subject):
        matters = holds(member, "decider") or member.influence == "high"
        if not matters or not (member.stance is UNKNOWN or is_missing(member.stance)):
            continue
        if not is_reached(subject, node, member):
            continue
        planned = any(TELLS.get(source.kind) == edge.via for edge, source in named_in(subject, node.id))
        if not planned and not any(is_agreed(one, subject.as_of) for one in member.contacts.values()):
            yield Finding(
                code=RULE.code,
                message=f"nobody knows where {node.title} stands, and nothing is planned to find out",
                at=(*node.path, "stance"),
                label="who decides" if holds(member, "decider") else "influence high",
                help="plan a meeting or an activity `with` them, or a political objective that names them",
            )


RULE = Rule(
    code="KAM312",
    slug="stance-unknown",
    kind=Kind.JUDGEMENT,
    methods=(34,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
