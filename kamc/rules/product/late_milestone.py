"""What the roadmap of an offering promised by a day is delivered, or has a new day.

Why: Roadmaps are kept once for all plans (M24: Beachgrass), so a date that nobody moves is wrong in every
account at once, and somebody is telling it to a customer today.

Bad:

    # plans/catalogue.yaml
    offerings: {night-line: {roadmap: {late-doors: {what: "Doors until midnight", by: 2026-09-30}}}}

Good:

    # plans/catalogue.yaml
    offerings:
      night-line:
        roadmap: {late-doors: {what: "Doors until midnight", by: 2026-09-30, delivered: 2026-10-04}}

Remedy: Write `delivered` with the day on which it was there, or the new `by`, and tell the account managers
whose plans count on it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.shared import Catalogue, Milestone, Offering
from kamc.model.values import UNKNOWN, When, known
from kamc.rules.base import Rule, SharedSubject
from kamc.rules.product.offered import name_of
from kamc.words import shown


def check(subject: SharedSubject) -> Iterator[Finding]:
    if not isinstance(subject.part, Catalogue):
        return
    for id_, offering in subject.part.offerings.items():
        for key, milestone in offering.roadmap.items():
            if is_late(subject, offering, milestone):
                yield Finding(
                    code=RULE.code,
                    message=f"{shown(known(milestone.what) or key)} of {name_of(id_, offering)} was due by "
                    f"{milestone.by}, and is not delivered",
                    at=("offerings", id_, "roadmap", key, "by"),
                    on="value",
                    label="plans count on it",
                    help="write `delivered` with its day, or the new `by`, and tell whose plans count on it",
                )


def is_late(subject: SharedSubject, offering: Offering, milestone: Milestone) -> bool:
    """Whether its day is over, it is not there, and the offering is still one of ours."""
    if (
        offering.status == "withdrawn"
        or isinstance(milestone.delivered, When)
        or milestone.delivered is UNKNOWN
    ):
        return False
    return isinstance(milestone.by, When) and milestone.by.last < subject.as_of


RULE = Rule(
    code="KAM202", slug="late-milestone", kind=Kind.CLOCK, methods=(24,), doc=__doc__, check_shared=check
)
