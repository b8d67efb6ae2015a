"""Something follows from the buying-centre analysis.

Why: What occupies buyers, users, deciders and promoters is asked for the sake of what we do about it: each
point has an assessment and an action (M36: Le Bon and Herman, figures 2.3 to 2.6). An analysis that leads to
nothing was filled in.

Bad:

    relationships:
      buying_center_analysis:
        users: {preoccupations: {tangible: {what: "Minutes at the door", leads_to: ~}}}

Good:

    relationships:
      buying_center_analysis:
        users: {preoccupations: {tangible: {what: "Minutes at the door", leads_to: hub-trial}}}

Remedy: Take the point that surprised you most, and plan the activity or the communication that takes it up;
name it under `leads_to`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.buying_center import AnalysisPoint, BuyingCenterAnalysis
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import counted

AT = ("relationships", "buying_center_analysis")


def check(subject: Subject) -> Iterator[Finding]:
    points = [point for point in points_of(subject.plan.relationships.buying_center_analysis) if point.what]
    if points and all(is_missing(point.leads_to) for point in points):
        yield Finding(
            code=RULE.code,
            message=f"nothing follows from what occupies the people at {subject.account}",
            at=AT,
            label=f"{counted(len(points), 'point')}, none leads to an activity or a communication",
            help="plan what takes up the point that surprised you most, and name it under its `leads_to`",
        )


def points_of(analysis: BuyingCenterAnalysis) -> Iterator[AnalysisPoint]:
    """Every point of the analysis."""
    for group in (analysis.buyers, analysis.users, analysis.deciders, analysis.promoters):
        for pair in (group.preoccupations, group.consequences):
            yield from (pair.tangible, pair.intangible)
        yield from (group.expectations.current, group.expectations.possible)


RULE = Rule(
    code="KAM324",
    slug="analysis-without-action",
    kind=Kind.JUDGEMENT,
    methods=(36,),
    doc=__doc__,
    check=check,
    ask=Profile.EXTENDED,
)
