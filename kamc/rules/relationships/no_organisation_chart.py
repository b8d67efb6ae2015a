"""We know who reports to whom.

Why: An organisation chart is part of every account plan, and the influence chart is read against it (M41:
Beachgrass): an influence line against the grain is worth more than one along it. Whoever knows three people
of a house knows who is whose superior, or can ask.

Bad:

    relationships:
      buying_center:
        jan-ostrow: {reports_to: ~}
        ines-bahr: {reports_to: ~}
        ole-kamp: {reports_to: ~}
        dora-wiek: {reports_to: ~}

Good:

    relationships:
      buying_center:
        jan-ostrow: {reports_to: none}
        ines-bahr: {reports_to: ~}
        ole-kamp: {reports_to: ~}
        dora-wiek: {reports_to: ~}

Remedy: Write each one's superior under `reports_to`; `none` at the top and for people from outside, `unknown`
where you do not know yet.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.relationships.people import CENTRE, persons
from kamc.words import counted

MANY = 3
"""From how many people on a chart says something."""


def check(subject: Subject) -> Iterator[Finding]:
    superiors = [member.reports_to for _, member in persons(subject)]
    if len(superiors) >= MANY and all(superior is None for superior in superiors):
        yield Finding(
            code=RULE.code,
            message=f"nobody knows who reports to whom at {subject.account}",
            at=CENTRE,
            label=f"{counted(len(superiors), 'person', 'people')}, no superior",
            help="write each one's superior under `reports_to`: `none` at the top, `unknown` until you know",
        )


RULE = Rule(
    code="KAM326",
    slug="no-organisation-chart",
    kind=Kind.GAP,
    methods=(41,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
