"""What a review of a pull request is made of: each plan that it touches, and what there is to ask about it."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from kamc.diagnostics import Diagnostic, Severity, Waiver
from kamc.diff import leads
from kamc.model.change import Change, Diff, Effect, Figure, Side
from kamc.report.comparison import Fate
from kamc.report.style import Style

EFFECTS: tuple[Effect, ...] = ("worse", "better", "neutral")


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A change for the worse that needs a reason, and the one that the pull request gives."""

    change: Change
    reason: Waiver | None = None


class Briefs(msgspec.Struct, frozen=True, kw_only=True):
    """The briefs of a plan that say something else now, those that are new and those that are gone."""

    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """One plan. `status` is what it was and what it is, empty where a side says none.

    `found` is what a check says now and did not say before, what lacks a reason with it; `gone` what it says no
    longer. `lapsed` are the plans that cannot be read, `against` what a new plan is compared with.
    """

    fate: Fate
    side: Side
    old_path: str | None = None
    status: tuple[str, str] = ("", "")
    diff: Diff | None = None
    found: tuple[Diagnostic, ...] = ()
    gone: tuple[Diagnostic, ...] = ()
    decisions: tuple[Decision, ...] = ()
    briefs: Briefs = Briefs()
    unread: tuple[str, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.diff.changes if self.diff else ()

    @property
    def leads(self) -> tuple[Change, ...]:
        """What matters: what leads, and what needs a reason."""
        first = leads(self.changes)
        return (*first, *(one.change for one in self.decisions if one.change not in first))

    @property
    def rest(self) -> tuple[Change, ...]:
        """The other changes."""
        first = self.leads
        return tuple(one for one in self.changes if one not in first)

    @property
    def moved(self) -> tuple[Figure, ...]:
        """The figures that are others now."""
        return tuple(one for one in self.diff.figures if one.moved) if self.diff else ()

    @property
    def unexplained(self) -> tuple[Change, ...]:
        """The changes that lack a reason."""
        return tuple(one.change for one in self.decisions if one.reason is None)

    def reason(self, change: Change) -> Waiver | None:
        return next((one.reason for one in self.decisions if one.change == change), None)

    def effects(self) -> Mapping[Effect, int]:
        """How many changes are worse, better and neither."""
        told = [one.effect for one in self.changes]
        return {effect: told.count(effect) for effect in EFFECTS}

    def severities(self) -> Mapping[Severity, int]:
        """How many new findings there are of each severity."""
        told = [one.severity for one in self.found]
        return {level: told.count(level) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.fate != "changed" or self.changes or self.found or self.gone or self.unread)


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A pull request. `base` is the revision that it goes to, `fork` the commit where it began.

    `place` is the way from the top of the repository to the workspace, empty where that is the top.
    """

    base: str
    fork: str
    as_of: dt.date
    plans: tuple[Reviewed, ...]
    place: str = ""
    style: Style = Style()
    verbose: bool = False

    @property
    def news(self) -> tuple[Reviewed, ...]:
        """The plans that there is something to tell of, the gravest first."""
        told = [one for one in self.plans if one.is_news]
        return tuple(sorted(told, key=lambda one: (*_weight(one), one.side.path or "")))

    @property
    def unread(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(path for one in self.plans for path in one.unread))

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        return tuple(each for one in self.plans for each in one.found)

    @property
    def worse(self) -> bool:
        """Whether anything got worse."""
        return any(one.effects()["worse"] for one in self.plans)


def _weight(one: Reviewed) -> tuple[int, ...]:
    """How far down a plan stands: what cannot be read, lacks reasons or has errors comes first."""
    worse = sum(each.effect == "worse" for each in one.leads)
    levels = one.severities()
    counts = (len(one.unread), len(one.unexplained), levels[Severity.ERROR], worse, levels[Severity.WARNING])
    return tuple(-count for count in counts)
