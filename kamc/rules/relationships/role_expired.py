"""Whoever is in our team for a time only is still there.

Why: A part in the selling centre is permanent or temporary (M39: Le Bon and Herman, chapter 1). Where its
day has passed, somebody believes that the work is still looked after, and nobody does it.

Bad:

    relationships:
      selling_center:
        tor-vik: {until: 2026-10}

Good:

    relationships:
      selling_center:
        tor-vik: {until: 2027-06}

Remedy: Ask for more time, and set `until` anew; or take the part away and say who does the work now.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import SELLERS, has_left, our_name


def check(subject: Subject) -> Iterator[Finding]:
    for id_, part in subject.plan.relationships.selling_center.items():
        if subject.is_over(part.until) and not has_left(subject, id_):
            yield Finding(
                code=RULE.code,
                message=f"{our_name(subject, id_)} was to be in the team until {part.until}, which is over",
                at=(*SELLERS, id_, "until"),
                on="value",
                label="over",
                help="ask for more time and set `until` anew, or say who does the work now",
            )


RULE = Rule(code="KAM322", slug="role-expired", kind=Kind.CLOCK, methods=(39,), doc=__doc__, check=check)
