"""Status: how each account stands, by the latest of its chosen plans; figures only, no rule is asked."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from kamc import git
from kamc.analysis.completeness import completeness
from kamc.analysis.due import due
from kamc.analysis.health import health
from kamc.analysis.questions import open_questions
from kamc.audience import cut
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, judged_at
from kamc.git import GitError
from kamc.model.fields import Audience
from kamc.model.values import Word, each, known
from kamc.report.status import Line, Overview
from kamc.workspace import PLANS, Source

T = TypeVar("T")


def status(scope: Scope, chosen: Iterable[Source]) -> Overview:
    """The line of every account. Plans are read one after the other, and none is kept."""
    changed = last_changes(scope)
    lines: list[Line] = []
    unread: list[str] = []
    flawed: list[str] = []
    for source in latest(chosen):
        loaded = read_from(scope.workspace, source)
        if not loaded.readable:
            unread.append(source.path)
            continue
        if not loaded.sound:
            flawed.append(source.path)
        lines.append(_line(scope, loaded, changed.get(source.path)))
        vars(loaded.plan).clear()  # its steps keep the plan, and it keeps them: a circle that nobody collects
    return Overview(
        lines=tuple(lines),
        as_of=scope.as_of,
        terms=scope.settings.health,
        unread=tuple(unread),
        flawed=tuple(flawed),
    )


def latest(chosen: Iterable[Source]) -> Iterator[Source]:
    """The latest plan of each account, by account; one that lies in no account's folder stands alone."""
    last: dict[tuple[str, str], Source] = {}
    for one in chosen:
        if one.kind == "plan":
            key = (one.account or "", "" if one.account else one.path)
            if key not in last or _quarter(last[key]) < _quarter(one):
                last[key] = one
    yield from (last[key] for key in sorted(last))


def _quarter(source: Source) -> tuple[str, str]:
    return (str(source.period or ""), source.path)


def last_changes(scope: Scope) -> Mapping[str, dt.date]:
    """The day of the last commit that touched each plan; none where there is no history, or it is cut off."""
    root = scope.workspace.root
    try:
        return {} if git.root(root) is None or git.shallow(root) else git.last_changes(root, PLANS)
    except GitError:
        return {}


def _line(scope: Scope, loaded: Loaded, changed: dt.date | None) -> Line:
    """The figures of a plan, from all of it: whoever runs this holds the files."""
    plan, as_of = loaded.plan, judged_at(scope, loaded)
    view = cut(plan, Audience.PRIVATE)
    return Line(
        account=loaded.account or loaded.source.path,
        name=known(plan.name) or loaded.account or loaded.source.path,
        path=loaded.source.path,
        period=str(loaded.period) if loaded.period else "unknown",
        status=_word(plan.status),
        profile=_word(plan.profile),
        owner=next(iter(each(plan.owner)), None),
        bucket=known(plan.selection.bucket),
        completeness=_seen(completeness(view)),
        health=_seen(health(view, as_of, scope.settings.health)),
        open_questions=open_questions(plan, loaded.unfit),
        overdue=len(_seen(due(view, as_of)).overdue),
        changed=changed,
    )


def _word(value: Word) -> str:
    return value if isinstance(value, str) else "unknown"


def _seen(figure: T | None) -> T:
    """A figure of a whole plan: it is never absent."""
    if figure is None:
        raise TypeError
    return figure
