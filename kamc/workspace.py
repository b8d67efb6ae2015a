"""A folder of plans: where it is, which files it holds, and which account and quarter each file is for.

What a file is comes from its place, never from what it says: `plans/<account>/<period>.yaml`.
"""

import glob
import os
import pathlib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from kamc import git
from kamc.model.fields import matches
from kamc.model.period import Period, period
from kamc.model.values import ID_SHAPE
from kamc.schema import Which
from kamc.words import did_you_mean, nearest

SETTINGS = "kamc.yaml"
PLANS = "plans"
TEMPLATES = "templates"
SHARED: dict[str, Which] = {
    "catalogue.yaml": "catalogue",
    "people.yaml": "people",
    "profiles.yaml": "profiles",
}
SUFFIXES = (".yaml", ".yml")


class UsageError(Exception):
    """The call or the settings are wrong; the message says how, with the nearest valid word."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a workspace: its path from there (forward slashes), and what its place makes it."""

    path: str
    kind: Which
    account: str | None = None
    period: Period | None = None
    astray: bool = False
    """Whether it lies among the plans of a workspace, but not where a plan lies."""


class Workspace(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with plans. `marked`: it holds a `kamc.yaml`; else shared references are not judged.

    `tree` holds its files (by path, forward slashes) as they stood at a revision; without one they are those
    on the disk.
    """

    root: pathlib.Path
    marked: bool
    tree: Mapping[str, bytes] | None = None

    def at(self, revision: str) -> "Workspace":
        """The workspace as it stood at a revision. Raises `GitError`."""
        return msgspec.structs.replace(self, tree=git.tree(self.root, revision, PLANS))

    @property
    def base(self) -> str:
        """The way here from the top of the repository, with a slash at its end; empty at the top itself."""
        top = git.root(self.root)
        return "" if top is None or top == self.root else f"{shown_path(self.root, top)}/"

    def read(self, source: Source) -> bytes:
        """The bytes of a file. Raises `OSError`."""
        return (self.root / source.path).read_bytes() if self.tree is None else self.tree[source.path]

    def files(self) -> tuple[Source, ...]:
        """Every file of the workspace, plans by account and quarter."""
        if self.tree is not None:
            paths = [self.root / path for path in sorted(self.tree) if path.endswith(SUFFIXES)]
            return tuple(map(self.source, paths))
        return tuple(map(self._source, sorted(_files(str(self.root), PLANS), key=lambda one: one.split("/"))))

    def source(self, path: pathlib.Path) -> Source:
        """What the file at `path` is."""
        return self._source(shown_path(path, self.root))

    def _source(self, shown: str) -> Source:
        parts = tuple(shown.split("/"))
        if shown == SETTINGS:
            return Source(path=shown, kind="settings")
        if parts[-1] in SHARED and (parts[:-1] == (PLANS,) or not self.marked):
            return Source(path=shown, kind=SHARED[parts[-1]])
        in_place = len(parts) == len(("plans", "account", "period.yaml")) and parts[0] == PLANS
        account = parts[1] if in_place else None
        return Source(
            path=shown,
            kind="plan",
            account=account,
            period=period(parts[-1].rpartition(".")[0]) if in_place else None,
            astray=self.marked and parts[0] == PLANS and not in_place,
        )

    def accounts(self) -> frozenset[str]:
        """The ids of the accounts that have a folder."""
        return frozenset(source.account for source in self.files() if source.account)


def find(start: pathlib.Path, named: pathlib.Path | None = None) -> Workspace:
    """The workspace named, or the one around `start`, up to its repository's top. Raises `UsageError`."""
    if named is not None:
        if not named.is_dir():
            raise UsageError(f"there is no folder {named}")
        return Workspace(root=named.resolve(), marked=(named / SETTINGS).is_file())
    top = git.root(start)
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return Workspace(root=folder, marked=True)
        if folder == top:
            break
    return Workspace(root=start, marked=False)


def shown_path(path: pathlib.Path, root: pathlib.Path) -> str:
    """`path` as findings show it and as it is read again: from the workspace, with forward slashes."""
    absolute = path if path.is_absolute() else root / path
    normal = pathlib.Path(*_flat(absolute.parts))
    inside = normal if normal.is_relative_to(root) else normal.resolve()
    return pathlib.Path(os.path.relpath(inside, root)).as_posix()


def _flat(parts: Iterable[str]) -> list[str]:
    """The parts of a path without `.` and `..`."""
    flat: list[str] = []
    for part in parts:
        if part == "..":
            flat = flat[:-1] or flat
        elif part != ".":
            flat.append(part)
    return flat


def _files(root: str, folder: str) -> Iterator[str]:
    """The YAML files below a folder, as paths from `root`: by their names, there can be thousands."""
    try:
        with os.scandir(f"{root}/{folder}") as found:
            entries = tuple(found)
    except OSError:  # not there, or not ours to read: nothing in it can be checked
        return
    for entry in entries:
        shown = f"{folder}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(root, shown)
        elif entry.name.endswith(SUFFIXES) and entry.name not in SUFFIXES and entry.is_file():
            yield shown


def _is_file(path: pathlib.Path) -> bool:
    return path.suffix in SUFFIXES and path.is_file()


def choose(workspace: Workspace, words: tuple[str, ...], folder: pathlib.Path) -> tuple[Source, ...]:
    """The files that `words` name (paths from `folder`, globs, account ids); without words, all of them.

    Raises `UsageError` for a word that names nothing.
    """
    if not words:
        return workspace.files()
    chosen: dict[str, Source] = {}
    for word in words:
        found = tuple(_named(workspace, word, folder))
        if not found:
            raise UsageError(_nothing(workspace, word, folder))
        chosen.update((source.path, source) for source in found)
    return tuple(chosen[path] for path in sorted(chosen))


def _named(workspace: Workspace, word: str, folder: pathlib.Path) -> Iterator[Source]:
    path = folder / word
    if path.is_dir():
        yield from _below(workspace, path)
    elif path.exists():
        yield workspace.source(path)
    elif matches(ID_SHAPE, word):
        yield from (source for source in workspace.files() if source.account == word)
    else:
        for found in glob.glob(word, root_dir=folder, recursive=True):  # noqa: PTH207 - Path.glob refuses absolute ones
            if _is_file(folder / found):
                yield workspace.source(folder / found)


def _below(workspace: Workspace, folder: pathlib.Path) -> Iterator[Source]:
    """The files in a folder; in a workspace, plans lie below `plans` only."""
    for path in sorted(folder.glob("**/*.y*ml")):
        source = workspace.source(path)
        elsewhere = source.kind == "plan" and not source.path.startswith(f"{PLANS}/")
        if _is_file(path) and not (workspace.marked and elsewhere):
            yield source


def _nothing(workspace: Workspace, word: str, folder: pathlib.Path) -> str:
    if (folder / word).is_dir():
        return f"there are no plans in {word}"
    near = nearest(word, sorted(workspace.accounts())) or nearest(
        word, [one.path for one in workspace.files()]
    )
    return f"{word!r} is no file, folder or account here{did_you_mean(near)}"


class Series(msgspec.Struct, frozen=True):
    """The plans of every account, in the order of their quarters."""

    by_account: Mapping[str, tuple[tuple[Period, Source], ...]]

    def successor(self, source: Source) -> Source | None:
        """The next plan of the same account, where there is one."""
        return next(
            (one for quarter, one in self._of(source) if source.period and quarter > source.period), None
        )

    def before(self, source: Source) -> tuple[Source, ...]:
        """The plans of the same account's earlier quarters, the latest first."""
        return tuple(
            one for quarter, one in reversed(self._of(source)) if source.period and quarter < source.period
        )

    def beside(self, source: Source) -> tuple[Source, ...]:
        """Other files for the same quarter of the same account."""
        return tuple(
            one for quarter, one in self._of(source) if quarter == source.period and one.path != source.path
        )

    def _of(self, source: Source) -> tuple[tuple[Period, Source], ...]:
        return self.by_account.get(source.account or "", ())


def series(sources: Iterable[Source]) -> Series:
    """The series of plans among some files; those without a place are in none."""
    plans: dict[str, list[tuple[Period, Source]]] = {}
    for one in sources:
        if one.kind == "plan" and one.account and one.period:
            plans.setdefault(one.account, []).append((one.period, one))
    return Series({account: tuple(sorted(found, key=_by_quarter)) for account, found in plans.items()})


def _by_quarter(placed: tuple[Period, Source]) -> tuple[Period, str]:
    return placed[0], placed[1].path
