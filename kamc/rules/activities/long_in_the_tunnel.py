"""Nobody goes on increasing an account that has given nothing back for a year.

Why: Between investment and fruit lies a long tunnel, and after it the account is productive or it has worn
us out (M63: Le Bon and Herman, chapter 4). The phase is written down so that the portfolio judges it, and
not the mood; a year in the dark with more and more put in is a decision to be made again.

Bad:

    account_plan: {journey: {phase: long-tunnel, since: 2025-09, why: "Six trials without an order."}}

Good:

    account_plan: {journey: {phase: long-tunnel, since: 2026-03, why: "Six trials without an order."}}

Good:

    selection: {decision: maintain}
    account_plan: {journey: {phase: depressive, since: 2025-09, why: "Six trials without an order."}}

Remedy: Put the question under `decisions_wanted`: go on, and until which sign; or hold (`decision: maintain`)
and put the people where they bear fruit. `limits: {tunnel: …}` in kamc.yaml sets how long is long.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Related
from kamc.rules.base import Rule, Subject

DARK = {"long-tunnel": "in the long tunnel", "depressive": "worn out"}


def check(subject: Subject) -> Iterator[Finding]:
    journey = subject.plan.account_plan.journey
    phase = DARK.get(journey.phase) if isinstance(journey.phase, str) else None
    if (
        phase
        and subject.plan.selection.decision == "increase"
        and subject.is_over(journey.since, subject.limits.tunnel)
    ):
        yield Finding(
            code=RULE.code,
            message=f"we have been {phase} with {subject.account} since {journey.since}, "
            "and still put in more",
            at=("account_plan", "journey", "since"),
            on="value",
            label=f"longer than a {subject.limits.tunnel}",
            help="have it decided again: write under `decisions_wanted` until which sign we go on, or hold",
            related=(Related(message="we put in more", at=("selection", "decision"), on="value"),),
        )


RULE = Rule(
    code="KAM522",
    slug="long-in-the-tunnel",
    kind=Kind.CLOCK,
    methods=(12, 63),
    doc=__doc__,
    check=check,
    limits=("tunnel",),
)
