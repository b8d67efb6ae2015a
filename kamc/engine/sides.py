"""Which plan stands beside which: what became of each plan since a commit, and each quarter with its last.

A plan that was moved is found again by what it says, and only where it is still for the same quarter: the
plan of the next quarter is much like the one before, and is another plan all the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from kamc import git
from kamc.engine.read import Loaded, cannot_open, read, read_from
from kamc.engine.scope import Scope
from kamc.report.comparison import Fate
from kamc.workspace import PLANS, SUFFIXES, Source

LIKE = 0.5
"""The share of its lines that a plan must keep to be known again at another place."""


class Sides(msgspec.Struct, frozen=True, kw_only=True):
    """Two plans to compare. One that is gone has no `new`; the `old` of a new one is its quarter before."""

    fate: Fate
    old: Loaded | None = None
    new: Loaded | None = None
    commit: str = ""
    """Where `old` was taken from, if not from the work tree."""

    @property
    def main(self) -> Loaded:
        """The plan that this is about: the new one, or the one that is gone."""
        one = self.new or self.old
        if one is None:
            raise TypeError
        return one


class Touched(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the workspace that is not as it was: what it held, and what it holds."""

    source: Source
    old: bytes | None = None
    new: bytes | OSError | None = None


def since(scope: Scope, commit: str, wanted: Callable[[Source], bool]) -> Iterator[Sides]:
    """What became of the wanted plans since a commit, by their paths. Raises `GitError`.

    A plan that only got another date, and holds the same bytes, is none of them.
    """
    files = tuple(_touched(scope, commit))
    moved = dict(_moves([one for one in files if one.new is None], [one for one in files if one.old is None]))
    went = {one.source.path for one in moved.values()}
    for one in files:
        if one.source.path in went or not wanted(one.source):
            continue
        before = moved.get(one.source.path, one)
        fate: Fate = "renamed" if before is not one else _fate(one)
        old = None if before.old is None else read(before.source, before.old)
        new = None if one.new is None else _now(one)
        if fate == "added":
            yield Sides(fate=fate, old=_before(scope, one.source), new=new)
        else:
            yield Sides(fate=fate, old=old, new=new, commit=commit)


def _touched(scope: Scope, commit: str) -> Iterator[Touched]:
    """The plans that are not as they were."""
    root = scope.workspace.root
    under = PLANS if scope.workspace.marked else "."
    found = [
        (scope.workspace.source(root / one.path), one)
        for one in git.touched(root, commit, under)
        if one.path.endswith(SUFFIXES)
    ]
    plans = [(source, one) for source, one in found if source.kind == "plan"]
    old = git.contents(root, [one.before for _, one in plans if one.before])
    for source, one in plans:
        before = next(old) if one.before else None
        now = _bytes(scope, source) if one.there else None
        if before != now:
            yield Touched(source=source, old=before, new=now)


def _bytes(scope: Scope, source: Source) -> bytes | OSError:
    try:
        return scope.workspace.read(source)
    except OSError as fault:
        return fault


def _now(one: Touched) -> Loaded:
    return read(one.source, one.new) if isinstance(one.new, bytes) else cannot_open(one.source, _fault(one))


def _fault(one: Touched) -> OSError:
    return one.new if isinstance(one.new, OSError) else OSError()


def _fate(one: Touched) -> Fate:
    return "removed" if one.new is None else "added" if one.old is None else "changed"


def _moves(gone: Sequence[Touched], new: Sequence[Touched]) -> Iterator[tuple[str, Touched]]:
    """New paths of plans that were moved, and what lay at their old ones: the likest first, each once."""
    pairs = [(-_likeness(one, other), other.source.path, one.source.path) for one in gone for other in new]
    by_path = {one.source.path: one for one in gone}
    taken: set[str] = set()
    for unlike, path, old in sorted(pairs):
        if -unlike >= LIKE and not {path, old} & taken:
            taken |= {path, old}
            yield path, by_path[old]


def _likeness(one: Touched, other: Touched) -> float:
    """The share of lines that two plans of one quarter have in common; 0 for all others."""
    if not isinstance(other.new, bytes) or one.old is None or _quarter(one) != _quarter(other):
        return 0
    if one.old == other.new:
        return 1
    theirs, ours = Counter(one.old.splitlines()), Counter(other.new.splitlines())
    return (theirs & ours).total() / max(theirs.total(), ours.total(), 1)


def _quarter(one: Touched) -> str:
    """The quarter that a file's name speaks of, as far as it does."""
    return one.source.path.rpartition("/")[2].rpartition(".")[0].upper()


def _before(scope: Scope, source: Source) -> Loaded | None:
    """The plan of the account's quarter before, as it is now."""
    earlier = next(iter(scope.series.before(source)), None)
    return None if earlier is None else read_from(scope.workspace, earlier)


def quarters(scope: Scope, plans: Iterable[Source]) -> Iterator[Sides]:
    """The latest of each account among some plans beside the quarter before it, by account.

    An account's only plan stands alone.
    """
    latest: dict[str, Source] = {}
    for one in plans:
        if one.account and one.period and str(one.period) >= _period(latest.get(one.account)):
            latest[one.account] = one
    for account in sorted(latest):
        source = latest[account]
        old = _before(scope, source)
        yield Sides(fate="changed", old=old, new=read_from(scope.workspace, source))


def _period(source: Source | None) -> str:
    return str(source.period) if source else ""
