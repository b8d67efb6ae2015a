"""The rules asked about a plan of the examples with a piece laid over it: for tables of messages."""

import datetime as dt
from typing import Any

from kamc.diagnostics import Finding
from kamc.links import Shared, graph
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.limits import Limits
from kamc.model.period import period
from kamc.model.plan import Plan
from kamc.rules import examples, registry
from kamc.rules.base import Earlier, Subject

SHARED = Shared(examples.catalogue(), examples.people())


def subject(patch: str = "", ask: Profile = Profile.SHORT, *before: str, **limits: Any) -> Subject:
    """The plan of the examples for a profile, with `patch` laid over it, and its earlier quarters.

    `before` are the pieces that were laid over it in the quarters before, the latest first.
    """
    plan = _plan(patch, ask)
    return Subject(
        plan=plan,
        graph=graph(plan, SHARED),
        shared=SHARED,
        as_of=examples.AS_OF,
        profile=Profile[plan.profile.upper()] if isinstance(plan.profile, str) else Profile.SHORT,
        supplier="Kühlwerk",
        limits=Limits(**limits),
        last_day=dt.date(2026, 12, 31),
        earlier=tuple(
            _earlier(text, ask, quarter)
            for text, quarter in zip(before, ("2026-Q3", "2026-Q2"), strict=False)
        ),
    )


def found(
    patch: str = "", ask: Profile = Profile.SHORT, *before: str, codes: str = "KAM", **limits: Any
) -> list[Finding]:
    """What the rules whose code begins with `codes` say of such a plan."""
    about = subject(patch, ask, *before, **limits)
    rules = [rule for rule in registry.RULES if rule.code.startswith(codes) and rule.asks(about)]
    return [finding for rule in rules if rule.check for finding in rule.check(about)]


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Where each finding points, what it says, and what stands under its caret."""
    return [("/".join(map(str, one.at)), one.message, one.label) for one in findings]


def _plan(patch: str, ask: Profile) -> Plan:
    return build(Plan, examples.patched(patch, ask))[0]


def _earlier(patch: str, ask: Profile, quarter: str) -> Earlier:
    when = period(quarter)
    assert when is not None
    return Earlier(
        plan=_plan(f"period: {quarter}\n{patch}", ask),
        path=f"plans/{examples.ACCOUNT}/{quarter}.yaml",
        period=when,
        last_day=when.last_day(),
    )
