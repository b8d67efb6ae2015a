"""The plan counts on nobody of ours who has left.

Why: The people of a selling centre are there permanently or for a time (M39: Le Bon and Herman, chapter 1),
and knowledge leaves with them. A contact, a task or a part in the team that still bears the name of somebody
who has gone is nobody's.

Bad:

    account_plan: {activities: {claims-talk: {owner: tor-vik}}}
    # plans/people.yaml
    people: {tor-vik: {left: 2026-10-31}}

Good:

    # plans/people.yaml
    people: {tor-vik: {left: 2026-12-31}}

Remedy: Decide for each place who takes over, and let the customer hear it from us first. What was done
before stays as it is.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.links import Edge
from kamc.rules.base import Rule, Subject, is_open
from kamc.rules.relationships.people import entry, has_left, our_name

COUNTED_ON = frozenset(("contacts", "selling_center", "owner", "team", "from"))
"""The fields that give somebody of ours something to do."""
SHOWN = 4
"""How many other places are shown."""


def check(subject: Subject) -> Iterator[Finding]:
    people = subject.shared.people
    for id_, person in people.people.items() if people else ():
        places = places_of(subject, id_) if has_left(subject, id_) else ()
        if places:
            first, *others = places
            where = f" in {len(places)} places" if others else ""
            yield Finding(
                code=RULE.code,
                message=f"{our_name(subject, id_)} left us on {person.left}, and the plan still counts on "
                f"that name{where}",
                at=first.path,
                on="key" if first.on_key else "value",
                label="who takes over?",
                help="decide for each place who takes over, and let the customer hear it from us first",
                related=tuple(
                    Related(message="here, too", at=edge.path, on="key" if edge.on_key else "value")
                    for edge in others[:SHOWN]
                ),
            )


def places_of(subject: Subject, id_: str) -> tuple[Edge, ...]:
    """Where the plan still counts on somebody of ours, in the order of the file."""
    return tuple(
        edge
        for edge in subject.graph.referred_by(id_)
        if "person" in edge.kinds and edge.via in COUNTED_ON
        if edge.source is None or is_open(entry(subject, edge.source))
    )


RULE = Rule(
    code="KAM321", slug="left-us", kind=Kind.CLOCK, methods=(39,), doc=__doc__, check=check, latest=True
)
