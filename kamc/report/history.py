"""What reports on the history of an account are made of: steps between versions, and fields that moved."""

import datetime as dt

import msgspec

from kamc.diff import summary
from kamc.git import Commit
from kamc.model.change import Change, Effect
from kamc.report.style import Style


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a plan and what it changed: made by a commit, or not committed, or without git at all.

    `first`: there is nothing before it.
    """

    period: str
    path: str
    changes: tuple[Change, ...]
    commit: Commit | None = None
    first: bool = False


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What a field said from one version on: as people read it, and its rank among the field's values."""

    period: str
    text: str
    rank: float | None
    day: dt.date | None = None
    commit: str | None = None


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """A field with a direction or a number, over all versions; from first to last it got `effect`."""

    entity: str
    id: str
    field: str
    title: str
    points: tuple[Point, ...]
    effect: Effect = "neutral"


class History(msgspec.Struct, frozen=True, kw_only=True):
    """How an account, or the one thing of it that `id` names, came to be as it is.

    `cut`: git has not all of the history here. `by_git`: it was asked at all.
    """

    account: str
    name: str
    id: str | None
    steps: tuple[Step, ...]
    trends: tuple[Trend, ...] = ()
    unread: tuple[str, ...] = ()
    by_git: bool = True
    cut: bool = False
    style: Style = Style()
    verbose: bool = False


def counts(step: Step) -> dict[str, int]:
    """How many changes a step has, of each effect and kind."""
    return dict(summary(step.changes))
