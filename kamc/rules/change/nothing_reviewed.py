"""Selection criteria, success factors, continuum and open space are looked at each quarter.

Why: These four are reviewed by the account manager at least each quarter (M4: Le Bon and Herman, chapter 1).
Where none of them changed and none has a day of review in this quarter, the plan was carried over.

Bad:

    summary: {stand: "Still second of three carriers."}
    reviewed: {selection: 2026-07, success_factors: 2026-07, continuum: 2026-07, open_space: 2026-07}
    # 2026-Q3
    reviewed: {selection: 2026-07, success_factors: 2026-07, continuum: 2026-07, open_space: 2026-07}

Good:

    summary: {stand: "Still second of three carriers."}
    reviewed: {selection: 2026-07, success_factors: 2026-10-12, continuum: 2026-07, open_space: 2026-07}
    # 2026-Q3
    reviewed: {selection: 2026-07, success_factors: 2026-07, continuum: 2026-07, open_space: 2026-07}

Remedy: Look at all four with your team, and change what no longer holds. Where all of it does, write the day
on which you looked under `reviewed`.
"""

from collections.abc import Iterator
from typing import Any

from kamc.diagnostics import Finding, Kind, Related
from kamc.model.fields import Profile
from kamc.model.normal import normal
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.values import UNKNOWN, Keyed, When
from kamc.rules.base import Rule, Subject
from kamc.rules.change.nothing_changed import is_copied
from kamc.words import listed

NAMES = {
    "selection": "selection criteria",
    "success_factors": "success factors",
    "continuum": "relationship continuum",
    "open_space": "open space",
}
"""What is reviewed each quarter, by its key below `reviewed`."""


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.earlier:
        return
    before, now = subject.earlier[0], parts(subject.plan)
    there = [key for key in NAMES if now[key]]
    if there and not any(is_looked_at(subject, key, now[key]) for key in there) and not is_copied(subject):
        yield Finding(
            code=RULE.code,
            message=f"nobody has looked at {listed([NAMES[key] for key in there], 'and')} "
            f"since {before.period}",
            at=("reviewed",),
            label=f"nothing of it changed, and no day is later than {before.last_day}",
            help="look at each with your team, change what no longer holds, and write the day here",
            related=(Related(message="the days stood here", at=("reviewed",), file=before.path),),
        )


def parts(plan: Plan) -> dict[str, Any]:
    return {
        "selection": plan.selection,
        "success_factors": plan.account_knowledge.success_factors,
        "continuum": plan.relationships.continuum,
        "open_space": plan.account_as_market.open_space,
    }


def is_looked_at(subject: Subject, key: str, now: Any) -> bool:
    """Whether a part changed or was reviewed since the quarter before; an unknown day counts as one."""
    before = subject.earlier[0]
    day = getattr(subject.plan.reviewed, key)
    if day is UNKNOWN or subject.plan.reviewed.said is UNKNOWN:
        return True
    if isinstance(day, When) and day.last > before.last_day:
        return True
    was = parts(before.plan)[key]
    return bool(now != was and plain(now) != plain(was))


def plain(value: Any) -> Any:
    """What a part says, in normal form."""
    if isinstance(value, Keyed):
        return value.said or {key: plain(one) for key, one in value.items()}
    return normal(value) if isinstance(value, Part) else value


RULE = Rule(
    code="KAM702",
    slug="nothing-reviewed",
    kind=Kind.JUDGEMENT,
    methods=(4,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
