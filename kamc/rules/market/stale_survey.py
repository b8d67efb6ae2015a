"""They are asked every year how satisfied they are.

Why: A survey comes once a year, before the plan is written anew (M4, M51: salesxcellence). What they expected
two years ago says nothing about what they see today. How long one holds is set under `limits.survey_age`.

Bad:

    account_as_market: {satisfaction: {surveyed: 2025-10-02}}

Good:

    account_as_market: {satisfaction: {surveyed: 2026-01-15}}

Good:

    account_as_market: {satisfaction: {surveyed: unknown}}

Remedy: Ask them again, the same criteria, and compare. Nine short calls are a survey as well.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject
from kamc.rules.market.days import long


def check(subject: Subject) -> Iterator[Finding]:
    surveyed, age = subject.plan.account_as_market.satisfaction.surveyed, subject.limits.survey_age
    if subject.is_over(surveyed, age):
        yield Finding(
            code=RULE.code,
            message=f"{subject.account} was last asked how satisfied they are more than {long(age)} ago",
            at=("account_as_market", "satisfaction", "surveyed"),
            on="value",
            label="and today?",
            help="ask them again, the same criteria, before the plan is written anew",
        )


RULE = Rule(
    code="KAM414",
    slug="stale-survey",
    kind=Kind.CLOCK,
    methods=(4, 51),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
    limits=("survey_age",),
)
