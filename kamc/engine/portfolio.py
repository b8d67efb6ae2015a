"""All accounts together: what the rules over the portfolio say of each file, once a run holds every plan."""

from collections.abc import Collection, Mapping, Sequence

from kamc.diagnostics import Finding
from kamc.engine.house import Fault, hear_of_all
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope
from kamc.links.graph import grouped
from kamc.model.period import quarter_of
from kamc.rules.base import Holding, Portfolio


def over_all(
    scope: Scope, loaded: Sequence[Loaded], chosen: Collection[str], faults: list[Fault]
) -> Mapping[str, tuple[Finding, ...]] | None:
    """What is said of each file, by its path.

    `None` where the run does not hold all plans of a workspace, or where one cannot be read: nobody could
    count accounts then, or say that nothing refers to somebody. Where a rule of the house's own breaks, it is
    noted in `faults`.
    """
    plans = [one.path for one in scope.files if one.kind == "plan"]
    if not plans or not all(path in chosen for path in plans) or not all(one.readable for one in loaded):
        return None
    portfolio = _portfolio(scope, loaded)
    return grouped(
        told
        for rule in scope.book.rules
        if rule.check_portfolio is not None
        for told in hear_of_all(rule, rule.check_portfolio, portfolio, tuple(plans), faults)
    )


def _portfolio(scope: Scope, loaded: Sequence[Loaded]) -> Portfolio:
    """Of two files of one quarter, which is a finding of its own, the first one counts."""
    plans = [one for one in loaded if one.readable and one.source.kind == "plan"]
    held = {
        (one.source.account, one.source.period): Holding(
            plan=one.plan,
            path=one.source.path,
            account=one.source.account,
            period=one.source.period,
            latest=scope.series.successor(one.source) is None,
        )
        for one in sorted(plans, key=lambda one: one.source.path, reverse=True)
        if one.source.account and one.source.period
    }
    return Portfolio(
        plans=tuple(sorted(held.values(), key=lambda one: (one.account, one.period))),
        shared=scope.shared,
        as_of=scope.as_of,
        current=quarter_of(scope.as_of, scope.settings.fiscal_year_start),
        limits=scope.settings.limits,
    )
