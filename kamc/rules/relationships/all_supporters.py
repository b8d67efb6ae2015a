"""Not everybody whose stance we know is a supporter.

Why: A map of the people shows supporters, critics and opponents (M34: Amaro Araujo, part 10); a realistic
one holds people who do not support us (Altify's help pages say the same). Where all is green, the plan was
written by somebody who asked only friends.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {stance: supporter}
        ole-kamp: {roles: buyer, stance: supporter, influence: low}
        dora-wiek: {roles: advisor, stance: supporter, influence: low}

Good:

    relationships:
      buying_center:
        ole-kamp: {roles: buyer, stance: supporter, influence: low}
        dora-wiek: {roles: advisor, stance: supporter, influence: low}

Remedy: Ask a supporter who would rather not see us there, and why. Look again at those whom we call
supporters because they are kind: what have they done for us? What you do not know is `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import CENTRE, persons

MANY = 4
"""From how many people on a map that is all green is too good to be true."""


def check(subject: Subject) -> Iterator[Finding]:
    stances = [member.stance for _, member in persons(subject) if isinstance(member.stance, str)]
    if len(stances) >= MANY and set(stances) == {"supporter"}:
        yield Finding(
            code=RULE.code,
            message=f"all {len(stances)} people whose stance is known are supporters: too good to be true",
            at=CENTRE,
            label="no critic, no opponent, no condition",
            help="ask a supporter who would rather not see us there; what you do not know is `unknown`",
        )


RULE = Rule(
    code="KAM311", slug="all-supporters", kind=Kind.JUDGEMENT, methods=(34,), doc=__doc__, check=check
)
