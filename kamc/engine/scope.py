"""What a run is made with: the workspace, its settings, its shared files, the rules, and the day."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

import msgspec

from kamc.engine.read import Loaded, read_from
from kamc.links import Shared
from kamc.model.period import Period
from kamc.model.shared import Catalogue, People
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book
from kamc.settings import Settings
from kamc.workspace import Series, Source, Workspace, series


class Scope(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What files are judged with. `book` holds every rule, `rules` those that are wanted now."""

    workspace: Workspace
    settings: Settings
    shared: Shared
    shared_files: tuple[Loaded, ...]
    files: tuple[Source, ...]
    as_of: dt.date
    book: Book = registry.BOOK
    rules: tuple[Rule, ...] = registry.RULES

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The codes of the rules that are wanted now."""
        return frozenset(rule.code for rule in self.rules)

    @cached_property
    def series(self) -> Series:
        """The plans of each account, quarter by quarter."""
        return series(self.files)


def scope(
    workspace: Workspace,
    settings: Settings,
    as_of: dt.date,
    *,
    book: Book | None = None,
    rules: tuple[Rule, ...] | None = None,
) -> Scope:
    """Read the shared files of a workspace and make a scope of it.

    Without `book`, that of the settings counts; without `rules`, all of the book.
    """
    known = settings.book if book is None else book
    files = workspace.files() if workspace.marked else ()
    read = tuple(read_from(workspace, one) for one in files if one.kind in {"catalogue", "people"})
    return Scope(
        workspace=workspace,
        settings=settings,
        shared=_shared(read, frozenset(one.account for one in files if one.account), workspace),
        shared_files=read,
        files=files,
        as_of=as_of,
        book=known,
        rules=known.rules if rules is None else rules,
    )


def _shared(read: Iterable[Loaded], accounts: frozenset[str], workspace: Workspace) -> Shared:
    """What the plans share, as far as it can be read."""
    parts = [one.part for one in read if one.readable]
    return Shared(
        catalogue=next((part for part in parts if isinstance(part, Catalogue)), None),
        people=next((part for part in parts if isinstance(part, People)), None),
        accounts=accounts if workspace.marked else None,
    )


def with_files(scope: Scope, loaded: Iterable[Loaded]) -> Scope:
    """The same scope, its shared files as they stand among `loaded`."""
    by_path = {one.source.path: one for one in loaded}
    read = tuple(by_path.get(one.source.path, one) for one in scope.shared_files)
    shared = _shared(read, scope.shared.accounts or frozenset(), scope.workspace)
    return msgspec.structs.replace(scope, shared=shared, shared_files=read)


def judged_at(scope: Scope, loaded: Loaded) -> dt.date:
    """The day a plan is judged at: the last day of its quarter where it has a successor, else today."""
    return _judged_at(scope, loaded.source, loaded.period)


def judged_at_source(scope: Scope, source: Source) -> dt.date:
    """The day that the plan at a place is judged at."""
    return _judged_at(scope, source, source.period)


def _judged_at(scope: Scope, source: Source, period: Period | None) -> dt.date:
    if period is not None and scope.series.successor(source) is not None:
        return period.last_day(scope.settings.fiscal_year_start)
    return scope.as_of
