"""The history of an account: every version of its plans, by quarter and commit, beside the one before."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import msgspec

from kamc import git
from kamc.audience import cut
from kamc.audience import known as known_to
from kamc.diff import compare
from kamc.diff.effect import of_values, rank
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope
from kamc.git import Commit, GitError, Revised
from kamc.links import Shared
from kamc.model.change import Change
from kamc.model.fields import Audience, Field
from kamc.model.plan import Plan
from kamc.model.values import Quantity, Relevance, known
from kamc.model.walk import entries, locate, walk
from kamc.report.history import History, Point, Step, Trend
from kamc.words import did_you_mean, nearest
from kamc.workspace import Source, UsageError


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A plan as it was from a commit on, and what it was before; `None` where there was nothing."""

    source: Source
    old: Loaded | None
    new: Loaded
    commit: Commit | None = None


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A value that changed, with its field: what a trend is made of."""

    change: Change
    step: Step
    field: Field
    old: Any
    new: Any


def history(
    scope: Scope, plans: Sequence[Source], id_: str | None, audience: Audience = Audience.PRIVATE
) -> History:
    """How the account of some plans (its quarters, the first one first) came to be as its reader sees it.

    With `id_`, only what concerns that entry, under all ids that it had. Raises `UsageError` for one that
    never was there.
    """
    versions, by_git, cut_off = _versions(scope, plans)
    seen = known_to(scope.shared.people, scope.shared.catalogue, audience)
    shared = Shared(catalogue=seen.catalogue, people=seen.people)
    see = _Seeing(audience, seen.hidden)
    readable = [
        msgspec.structs.replace(one, old=one.old and see.cut(one.old), new=see.cut(one.new))
        for one in versions
        if one.new.readable and (one.old is None or one.old.readable)
    ]
    ids = None if id_ is None else _ids(id_, readable)
    steps, moved = [], []
    for one in readable:
        step, values = _step(shared, one, ids)
        steps.append(step)
        moved += values
    last = readable[-1].new.plan if readable else Plan()
    return History(
        account=plans[-1].account or "",
        name=known(last.name) or plans[-1].account or "",
        id=id_,
        steps=tuple(step for step in steps if step.changes or (step.first and ids is None)),
        trends=tuple(_trends(moved)),
        unread=tuple(dict.fromkeys(_called(one) for one in versions if not one.new.readable)),
        by_git=by_git,
        cut=cut_off,
    )


class _Seeing:
    """Plans as one audience may see them, each cut once: most are looked at from both sides."""

    def __init__(self, audience: Audience, hidden: frozenset[tuple[str, str]]) -> None:
        self._audience = audience
        self._hidden = hidden
        self._done: dict[int, tuple[Loaded, Loaded]] = {}

    def cut(self, loaded: Loaded) -> Loaded:
        """A plan without what they may not see."""
        if id(loaded) not in self._done:
            plan = cut(loaded.plan, self._audience, self._hidden).plan
            self._done[id(loaded)] = loaded, msgspec.structs.replace(loaded, part=plan)
        return self._done[id(loaded)][1]


def _called(one: Version) -> str:
    return f"{one.commit.name[:12]}:{one.source.path}" if one.commit else one.source.path


def _versions(scope: Scope, plans: Sequence[Source]) -> tuple[tuple[Version, ...], bool, bool]:
    """Every version of some plans; whether git was asked, and whether its history is cut off."""
    root = scope.workspace.root
    if git.root(root) is not None:
        try:
            return tuple(_committed(scope, plans)), True, git.shallow(root)
        except GitError:  # no git, or no commit yet
            pass
    read_ = [read_from(scope.workspace, one) for one in plans]
    pairs = zip([None, *read_[:-1]], read_, strict=True)
    return tuple(Version(source=new.source, old=old, new=new) for old, new in pairs), False, False


def _committed(scope: Scope, plans: Sequence[Source]) -> Iterator[Version]:
    """Every version that git knows, and what is not committed yet. Raises `GitError`."""
    root = scope.workspace.root
    done = git.history(root, [one.path for one in plans])
    shelf = _Shelf(scope, plans, done)
    for place, source in enumerate(plans):
        earlier = plans[:place]
        for one in done[source.path]:
            if one.after is not None:
                old = shelf.blob(one.before, source) if one.before else shelf.quarter_before(one, earlier)
                new = shelf.blob(one.after, source)
                yield Version(source=source, old=old, new=new, commit=one.commit)
        now, then = read_from(scope.workspace, source), shelf.head(source)
        if then is None or then.document.text != now.document.text or not now.readable:
            yield Version(source=source, old=then or _last(scope, earlier), new=now)


def _last(scope: Scope, plans: Sequence[Source]) -> Loaded | None:
    return read_from(scope.workspace, plans[-1]) if plans else None


class _Shelf:
    """What git holds of some plans, from one process, each version read once."""

    def __init__(self, scope: Scope, plans: Sequence[Source], done: git.History) -> None:
        self._base = scope.workspace.base
        names = dict.fromkeys(
            name for log in done.values() for one in log for name in (one.before, one.after) if name
        )
        names |= dict.fromkeys(self._at("HEAD", one.path) for one in plans)
        names |= dict.fromkeys(
            self._then(one, earlier)
            for place, source in enumerate(plans)
            for one in done[source.path]
            for earlier in plans[:place]
            if one.before is None
        )
        self._bytes = dict(zip(names, git.found(scope.workspace.root, tuple(names)), strict=True))
        self._read: dict[str, Loaded] = {}

    def _at(self, commit: str, path: str) -> str:
        return f"{commit}:{self._base}{path}"

    def _then(self, one: Revised, earlier: Source) -> str:
        """Where the plan of an earlier quarter lay when a commit made a later one: beside it."""
        folder = one.path.rpartition("/")[0]
        return self._at(one.commit.name, f"{folder}/{earlier.path.rpartition('/')[2]}")

    def blob(self, name: str, source: Source) -> Loaded:
        """A version that must be there. Raises `GitError`."""
        found = self._get(name, source)
        if found is None:
            raise GitError(f"git has lost the object {name}")
        return found

    def head(self, source: Source) -> Loaded | None:
        """A plan as it was committed last."""
        return self._get(self._at("HEAD", source.path), source)

    def quarter_before(self, one: Revised, earlier: Sequence[Source]) -> Loaded | None:
        """The plan of the quarter before, as it was when a commit made this one."""
        found = (self._get(self._then(one, source), source) for source in reversed(earlier))
        return next((loaded for loaded in found if loaded), None)

    def _get(self, name: str, source: Source) -> Loaded | None:
        content = self._bytes.get(name)
        if content is None:
            return None
        if name not in self._read:
            self._read[name] = read(source, content)
        return self._read[name]


def _ids(id_: str, versions: Iterable[Version]) -> frozenset[str]:
    """Every id that an entry had. Raises `UsageError` where there never was one."""
    plans = {id(plan): plan for one in versions for plan in (one.old, one.new) if plan}
    there = [one for loaded in plans.values() for one in entries(loaded.plan)]
    known_ids = {one.id for one in there}
    if id_ not in known_ids:
        near = nearest(id_, sorted(known_ids))
        raise UsageError(f"this account never had an entry {id_!r}{did_you_mean(near)}")
    renames = {(one.id, one.entry.was) for one in there if isinstance(one.entry.was, str)}
    ids, more = {id_}, {id_}
    while more:
        more = {one for pair in renames if ids.intersection(pair) for one in pair} - ids
        ids |= more
    return frozenset(ids)


def _step(shared: Shared, one: Version, ids: frozenset[str] | None) -> tuple[Step, list[Moved]]:
    """What a version changed, and the values that moved in it; of a first version only what is asked for."""
    if one.old is None and ids is None:
        changes: tuple[Change, ...] = ()
    else:
        old = one.old.plan if one.old else Plan(account=one.new.plan.account, name=one.new.plan.name)
        changes = compare(old, one.new.plan, shared)
    step = Step(
        period=str(one.source.period or ""),
        path=one.source.path,
        changes=tuple(change for change in changes if ids is None or _is_of(change, ids)),
        commit=one.commit,
        first=one.old is None,
    )
    return step, list(_moved(one, step, whole=ids is None))


def _is_of(change: Change, ids: frozenset[str]) -> bool:
    """Whether a change is one of an entry, or of a line that belongs to it."""
    return bool(ids & {change.id, change.id.partition("/")[0]})


def _moved(one: Version, step: Step, *, whole: bool) -> Iterator[Moved]:
    """The values with a direction or a number that a version changed; of a whole account its own only."""
    changes = [change for change in step.changes if change.kind == "changed" and change.field]
    told = [change for change in changes if change.entity in {"plan", "wallet"} or not whole]
    if not told or one.old is None:
        return
    before, after = ({found.path: found.value for found in walk(side.plan)} for side in (one.old, one.new))
    for change in told:
        field = locate(Plan, change.at).field
        old, new = before.get(change.old_at or ()), after.get(change.new_at or ())
        if field is not None and _has_place(field, old, new):
            yield Moved(change=change, step=step, field=field, old=old, new=new)


def _has_place(field: Field, *values: Any) -> bool:
    ranks = [rank(field, value) for value in values]
    numbers = any(isinstance(value, Decimal | Quantity | Relevance) for value in values)
    return any(one is not None for one in ranks) and (field.better is not None or numbers)


def _trends(moved: Iterable[Moved]) -> Iterator[Trend]:
    """Every field that moved, from what it was at first."""
    by_field: dict[tuple[str, str, str], list[Moved]] = {}
    for one in moved:
        by_field.setdefault((one.change.entity, one.change.id, one.change.field or ""), []).append(one)
    for (entity, id_, name), found in sorted(by_field.items()):
        first, last = found[0], found[-1]
        yield Trend(
            entity=entity,
            id=id_,
            field=name,
            title=_title(first.change),
            points=(_before(first), *map(_point, found)),
            effect=of_values(first.field, first.old, last.new),
        )


def _title(change: Change) -> str:
    """Whose field it is, and its last two keys in words: how a longer path begins goes without saying."""
    keys = [key.replace("_", " ") for key in (change.field or "").split(".")[-2:]]
    title = ", ".join(filter(None, (change.subject, *keys)))
    return title[:1].upper() + title[1:]


def _before(one: Moved) -> Point:
    return Point(period="", text=one.change.old_text, rank=_rank(one.field, one.old))


def _point(one: Moved) -> Point:
    commit = one.step.commit
    return Point(
        period=one.step.period,
        text=one.change.new_text,
        rank=_rank(one.field, one.new),
        day=commit.day if commit else None,
        commit=commit.name if commit else None,
    )


def _rank(field: Field, value: Any) -> float | None:
    place = rank(field, value)
    return None if place is None else float(place)
