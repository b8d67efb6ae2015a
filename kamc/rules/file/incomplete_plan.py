"""An approved plan knows as much as this house asks of one.

Why: `unknown` answers a gap, and a plan may be full of it while it is written. Whoever approves one says that
it can be worked with; how much of what is asked for must be known by then, each house decides (M19).

Bad:

    # kamc.yaml
    limits: {completeness: 90}
    # 2026-Q4
    selection: {bucket: unknown, decision: unknown, why: unknown}
    account_as_market: {year: unknown}
    relationships:
      buying_center: {jan-ostrow: {title: unknown}, ines-bahr: {title: unknown, influence: unknown}}

Good:

    # kamc.yaml
    limits: {completeness: 90}
    # 2026-Q4
    selection: {why: unknown}

Remedy: Find out what is unknown (`kamc check -v` lists it), or leave the plan in review until you have.
"""

from collections.abc import Iterator

from kamc.analysis.completeness import share
from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.words import counted


def check(subject: Subject) -> Iterator[Finding]:
    wanted = subject.limits.completeness
    known = share(subject.facts)
    if subject.plan.status == "approved" and wanted and known is not None and known < wanted:
        unknown = sum(fact.state == "unknown" for fact in subject.facts)
        missing = sum(fact.state == "missing" for fact in subject.facts)
        yield Finding(
            code=RULE.code,
            message=f"the plan knows {known:.0f} % of what is asked for; an approved one knows {wanted} %",
            at=("status",),
            on="value",
            label=f"{counted(unknown, 'open question')}, {counted(missing, 'gap')}",
            help="find out more (kamc check -v lists what is open), or set `status: in-review` until then",
        )


RULE = Rule(
    code="KAM040",
    slug="incomplete-plan",
    kind=Kind.GAP,
    methods=(19,),
    doc=__doc__,
    check=check,
    limits=("completeness",),
    latest=True,
)
