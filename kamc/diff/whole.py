"""The whole of a comparison: the changes, and what follows from them, for one reader (M4, M51, M55)."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from kamc.analysis.due import DAYS
from kamc.analysis.sums import priced
from kamc.audience import View
from kamc.diagnostics import Diagnostic
from kamc.diff.classify import left_alone
from kamc.diff.compare import diff
from kamc.diff.figures import figures
from kamc.diff.likely import likely
from kamc.diff.measured import Judged
from kamc.diff.names import names
from kamc.diff.promised import promised, slipped_before
from kamc.links.graph import Shared
from kamc.links.match import Pair, matched
from kamc.model.change import Change, Diff
from kamc.model.fields import Audience
from kamc.model.opportunities import Opportunity
from kamc.model.period import period
from kamc.model.plan import Plan
from kamc.model.terms import HealthTerms
from kamc.model.values import known
from kamc.speech import WRITTEN, Speech


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """What two plans are compared by, beside what they say.

    `then` and `now` are the days on which the old and the new one are judged, `older` the quarter before the
    old one, cut alike; `said_then` and `said_now` what a check says of them. `currency` is the workspace's,
    `shared` names offerings and our people.
    """

    then: dt.date
    now: dt.date
    shared: Shared = Shared()
    speech: Speech = WRITTEN
    health: HealthTerms = HealthTerms()
    currency: str = ""
    fiscal_year_start: int = 1
    older: View | None = None
    said_then: tuple[Diagnostic, ...] = ()
    said_now: tuple[Diagnostic, ...] = ()


def whole(old: View, new: View, basis: Basis) -> Diff:
    """Everything that there is to say of two plans, cut for the same reader.

    A customer gets what changed in what they may see, and no word on whether that is good for us.
    """
    found = diff(old.plan, new.plan, basis.shared, basis.speech)
    if new.audience is Audience.CUSTOMER:
        return msgspec.structs.replace(found, changes=tuple(map(_without_verdict, found.changes)))
    changes = _slipping_again(found.changes, basis.older, old, basis.speech)
    known_as = names(old.plan, new.plan, (pairs := matched(old.plan, new.plan)), basis.shared, basis.speech)
    follows = _follow(old.plan, new.plan)
    return msgspec.structs.replace(
        found,
        changes=changes,
        figures=figures(
            Judged(priced(old, basis.currency), basis.then, _won(pairs)),
            Judged(priced(new, basis.currency), basis.now, _won(Pair(one.new, one.old) for one in pairs)),
            basis.health,
            basis.speech,
        ),
        found=_only_in(basis.said_now, basis.said_then),
        gone=_only_in(basis.said_then, basis.said_now),
        promises=promised(old, new, basis.older, known_as, basis.fiscal_year_start) if follows else (),
        left_alone=left_alone(changes, basis.speech) if follows else (),
        suggested=likely(pairs, basis.speech),
    )


def _won(pairs: Iterable[Pair]) -> frozenset[str]:
    """Opportunities that are open on the first side and won on the second, by their ids on the first."""
    both = ((one.old, one.new) for one in pairs if one.old and one.new)
    return frozenset(
        old.id
        for old, new in both
        if isinstance(old.entry, Opportunity)
        and isinstance(new.entry, Opportunity)
        and old.entry.is_open
        and new.entry.state == "contract"
    )


def _follow(old: Plan, new: Plan) -> bool:
    """Whether the new plan is of a later quarter: only then promises had their day."""
    before, after = period(known(old.period)), period(known(new.period))
    return before is not None and after is not None and before < after


def _without_verdict(one: Change) -> Change:
    return msgspec.structs.replace(one, effect="neutral", topic="", code=None)


def _only_in(those: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings that others do not have, by what lasts of them over the quarters; the worst first."""
    there = {one.lineage for one in others if one.accepted is None}
    new = (one for one in those if one.accepted is None and one.lineage not in there)
    return tuple(sorted(new, key=lambda one: (-one.severity, one.sort_key)))


def _slipping_again(
    changes: tuple[Change, ...], older: View | None, old: View, speech: Speech
) -> tuple[Change, ...]:
    """What slips, told with that it has slipped in the quarter before, too."""
    before = slipped_before(older, old) if older else frozenset()

    def told(one: Change) -> Change:
        slips = one.field == DAYS.get(one.entity) and one.effect == "worse"
        if not (slips and one.old_at and str(one.old_at[-2]) in before):
            return one
        return msgspec.structs.replace(
            one, message=speech.say("{what}; it slipped in the quarter before, too", what=one.message)
        )

    return tuple(map(told, changes)) if before else changes
