"""What a review of a pull request is made of: each plan that it touches, and what became of it."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from kamc.diagnostics import Diagnostic, Severity, Waiver
from kamc.diff import leads
from kamc.model.change import Change, Diff, Effect, Figure, Side
from kamc.report.comparison import Fate
from kamc.report.style import Style
from kamc.rules.change import RULES
from kamc.rules.change.got_worse import RULE

GOT_WORSE = RULE.slug
REASONS = frozenset(f"accepted.{rule.slug}" for rule in RULES)
"""The fields that hold the reason for a change."""
EFFECTS: tuple[Effect, ...] = ("worse", "better", "neutral")


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A change for the worse that somebody has to accept, and who does so, why and until when.

    `says` is what the plan itself gives as the reason, where that is new.
    """

    change: Change
    reason: Waiver | None = None
    who: str = ""
    says: str = ""


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """A brief: the name of its file without an ending, and how people call it."""

    name: str
    title: str


class Briefs(msgspec.Struct, frozen=True, kw_only=True):
    """The briefs of a plan that say something else now, those that are new and those that are gone."""

    changed: tuple[Called, ...] = ()
    new: tuple[Called, ...] = ()
    gone: tuple[Called, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.gone)


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """One plan. `status` is what it was and what it is, empty where a side says none.

    `found` is what a check says now and did not say before, with it what nobody has accepted; `gone` what it
    says no longer. `unread` are the sides that cannot be read.
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
    for_us: bool = True
    """Whether one of us reads it: a customer is asked nothing."""

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
        """The other changes; the status is told of each plan, a reason beside what it is a reason for."""
        first = self.leads
        return tuple(one for one in self.changes if one not in first and not _is_told_anyway(one))

    @property
    def others(self) -> tuple[Diagnostic, ...]:
        """The new findings, but for those that say of a change that nobody has accepted it."""
        return tuple(one for one in self.found if one.slug != GOT_WORSE)

    @property
    def moved(self) -> tuple[Figure, ...]:
        """The figures that are others now."""
        return tuple(one for one in self.diff.figures if one.moved) if self.diff else ()

    @property
    def unaccepted(self) -> tuple[Change, ...]:
        """The changes that nobody has accepted."""
        return tuple(one.change for one in self.decisions if one.reason is None)

    def decision(self, change: Change) -> Decision | None:
        """What was decided about a change, where it needs a reason."""
        return next((one for one in self.decisions if one.change == change), None)

    def effects(self) -> Mapping[Effect, int]:
        """How many changes are worse, better and neither."""
        told = [one.effect for one in self.changes]
        return {effect: told.count(effect) for effect in EFFECTS}

    def severities(self) -> Mapping[Severity, int]:
        """How many new findings there are of each severity."""
        told = [one.severity for one in self.found]
        return {level: told.count(level) for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}

    @property
    def is_change(self) -> bool:
        """Whether anything is different now."""
        return self.fate != "changed" or bool(self.changes)

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell."""
        return self.is_change or bool(self.found or self.gone or self.unread)


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """A pull request. `base` is the revision that it goes to, `fork` the commit where it began.

    `shared` are the files by which every plan is judged, where they were touched; `place` is the way from the
    top of the repository to the workspace, empty where that is the top.
    """

    base: str
    fork: str
    as_of: dt.date
    plans: tuple[Reviewed, ...]
    shared: tuple[str, ...] = ()
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
    def changed(self) -> bool:
        """Whether anything is different now."""
        return any(one.is_change for one in self.plans)

    @property
    def worse(self) -> bool:
        """Whether anything got worse."""
        return any(one.effects()["worse"] for one in self.plans)


def _is_told_anyway(one: Change) -> bool:
    is_status = (one.entity, one.field) == ("plan", "status")
    return is_status or ".".join((one.field or "").split(".")[:2]) in REASONS


def _weight(one: Reviewed) -> tuple[int, ...]:
    """How far down a plan stands: what cannot be read, lacks reasons or has errors comes first."""
    worse = sum(each.effect == "worse" for each in one.leads)
    levels = one.severities()
    counts = (len(one.unread), len(one.unaccepted), levels[Severity.ERROR], worse, levels[Severity.WARNING])
    return tuple(-count for count in counts)
