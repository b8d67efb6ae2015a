"""Somebody has looked at the buying centre with fresh eyes not long ago.

Why: People change posts, minds and friends: the buying centre is assessed anew about every six months (M4:
Le Bon and Herman, chapter 2). How long a look holds is a setting, `limits: buying_center_age`.

Bad:

    reviewed: {buying_center: 2026-04-13}

Good:

    reviewed: {buying_center: 2026-10-12}

Remedy: Go through the people one by one, best with your facilitator: who came, who left, who has changed
their mind? Then set `reviewed: buying_center` to the day.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.values import When
from kamc.rules.base import Rule, Subject

AT = ("reviewed", "buying_center")


def check(subject: Subject) -> Iterator[Finding]:
    when, age = subject.plan.reviewed.buying_center, subject.limits.buying_center_age
    if isinstance(when, When) and subject.is_over(when, age):
        yield Finding(
            code=RULE.code,
            message=f"the buying centre was last looked at {(subject.as_of - when.last).days} days ago",
            at=AT,
            on="value",
            label=f"a look holds for {age}",
            help="go through the people: who came, who left, who has changed their mind? Then set the day",
        )


RULE = Rule(
    code="KAM314",
    slug="stale-buying-centre",
    kind=Kind.CLOCK,
    methods=(4, 31),
    doc=__doc__,
    check=check,
    limits=("buying_center_age",),
)
