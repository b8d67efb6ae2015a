"""What kamc asks git: a file at a revision, what changed since one, and the day of the last commit."""

import datetime as dt
import pathlib
import re
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

Lines: TypeAlias = tuple[range, ...]
"""Stretches of lines of a file, from 1."""
WHOLE: Lines = (range(1, sys.maxsize),)
"""Every line of a file, however long it is."""

_HUNK = re.compile(rb"@@ -\S+ \+(?P<start>[0-9]+)(?:,(?P<count>[0-9]+))? @@")
_ESCAPE = re.compile(rb"\\(?:(?P<octal>[0-7]{3})|(?P<sign>.))", re.DOTALL)
_NO_FILE = frozenset(("120000", "160000"))
"""The modes of links and submodules."""
_MOST_CONFLICTS = 127
_COMMIT = re.compile("\x01(?=[0-9a-f]{40,64}\x1f)")
_ODD = tuple(f":{mode}" for mode in sorted(_NO_FILE))
_SIGNS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


class GitError(Exception):
    """git is not there, this is no repository, or the revision is not known; the message is for people."""


def root(folder: pathlib.Path) -> pathlib.Path | None:
    """The top of the repository that holds `folder`, found without running git; `None` outside one."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def show(folder: pathlib.Path, revision: str, path: str) -> bytes:
    """The file at `path` (from `folder`) as it stood at `revision`. Raises `GitError`."""
    return _git(folder, "show", f"{_commit(folder, revision)}:./{path}")


def changed(folder: pathlib.Path, revision: str) -> frozenset[str]:
    """Paths (from `folder`) that differ from `revision`, new files included. Raises `GitError`."""
    commit = _commit(folder, revision)
    tracked = _git(folder, "diff", "--name-only", "-z", "--relative", commit, "--", ".")
    return frozenset((*_names(tracked), *_untracked(folder)))


def changed_lines(folder: pathlib.Path, revision: str) -> Mapping[str, Lines]:
    """The lines of each file (by its path from `folder`) that `revision` has not. Raises `GitError`.

    A new file is new as a whole; a file that only lost lines, or that is gone, is not there.
    """
    commit = _commit(folder, revision)
    plain = ("-c", "diff.noprefix=false", "-c", "diff.mnemonicPrefix=false", "-c", "core.quotePath=false")
    options = ("-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--find-renames", "--relative")
    tracked = _hunks(_git(folder, *plain, "diff", *options, commit, "--", "."))
    return {**dict(tracked), **dict.fromkeys(_untracked(folder), WHOLE)}


def _hunks(diff: bytes) -> Iterator[tuple[str, Lines]]:
    """The new lines of each file of a diff without context.

    Only what stands before the first hunk of a file can name it: a line of a file may look like a name, too.
    """
    for part in re.split(rb"^diff --git ", diff, flags=re.MULTILINE)[1:]:
        head, *hunks = re.split(rb"^(?=@@ )", part, flags=re.MULTILINE)
        name = re.search(rb"^\+\+\+ (?P<path>.*)$", head, re.MULTILINE)
        lines = tuple(filter(None, (_range(hunk) for hunk in hunks)))
        if name and lines:
            yield _path(name["path"]), lines


def _range(hunk: bytes) -> range:
    """The new lines of a hunk."""
    match = _HUNK.match(hunk)
    start, count = (int(match["start"]), int(match["count"] or 1)) if match else (0, 0)
    return range(start, start + count)


def _path(written: bytes) -> str:
    """A path as it is, from how a diff writes it: after `b/`, perhaps in quotes, perhaps with a tab."""
    name = written.rstrip(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    return name.removeprefix(b"b/").decode(errors="surrogateescape")


def _unescaped(match: re.Match[bytes]) -> bytes:
    octal, sign = match["octal"], match["sign"]
    return bytes((int(octal, 8),)) if octal else _SIGNS.get(sign, sign)


def _untracked(folder: pathlib.Path, under: str = ".") -> Iterator[str]:
    """Paths (from `folder`) of files that git does not know yet."""
    return _names(_git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", under))


def _names(listed: bytes | str) -> Iterator[str]:
    text = listed if isinstance(listed, str) else listed.decode(errors="surrogateescape")
    return filter(None, text.split("\0"))


def head(folder: pathlib.Path) -> str:
    """The commit that a folder's repository stands at. Raises `GitError` where there is none yet."""
    return _commit(folder, "HEAD")


def fork(folder: pathlib.Path, revision: str) -> str:
    """The commit at which the work tree's branch left `revision`. Raises `GitError`."""
    commit = _commit(folder, revision)
    try:
        return _git(folder, "merge-base", commit, "HEAD").decode().strip()
    except GitError as fault:
        raise GitError(f"{revision!r} and this branch have no commit in common{_remedy(folder)}") from fault


def tree(folder: pathlib.Path, revision: str, *under: str) -> Mapping[str, bytes]:
    """The files at or below some paths (all from `folder`) as they stood at `revision`. Raises `GitError`."""
    commit = _commit(folder, revision)
    listed = _git(folder, "ls-tree", "-r", "-z", commit, "--", *under).decode(errors="surrogateescape")
    blobs = dict(_blobs(listed))
    return dict(zip(blobs, contents(folder, tuple(blobs.values())), strict=True))


def _blobs(listed: str) -> Iterator[tuple[str, str]]:
    """The path and the object of each file that `ls-tree` lists; links and submodules are none."""
    for line in filter(None, listed.split("\0")):
        head, _, path = line.partition("\t")
        mode, kind, name = head.split()
        if kind == "blob" and mode != "120000":
            yield path, name


def contents(folder: pathlib.Path, objects: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, by their names and in their order, from one process. Raises `GitError`."""
    for name, content in zip(objects, found(folder, objects), strict=True):
        if content is None:
            raise GitError(f"git has lost the object {name}; `git fetch --refetch` may bring it back")
        yield content


def found(folder: pathlib.Path, objects: Sequence[str]) -> Iterator[bytes | None]:
    """As `contents`; an object may also be named `commit:path`, and `None` stands for one that is not there.

    A path is one from the top of the repository, or one from `folder` that begins with `./`.
    """
    if not objects:
        return
    names = (
        "" if "\n" in name else name for name in objects
    )  # a line names one; no object is called nothing
    asked = "\n".join((*names, "")).encode(errors="surrogateescape")
    told = _git(folder, "cat-file", "--batch", stdin=asked)
    start = 0
    for _ in objects:
        end = told.index(b"\n", start)
        head = told[start:end]
        if head.endswith((b" missing", b" ambiguous")):
            start = end + 1
            yield None
        else:
            start = end + 1 + int(head.rpartition(b" ")[2]) + 1
            yield told[end + 1 : start - 1]


class Commit(NamedTuple):
    """Who made a commit and when (the author's name and own day), and the first line of what they said."""

    name: str
    author: str
    day: dt.date
    subject: str


class Revised(NamedTuple):
    """A file that a commit changed: what it held before and after (objects' names), where it lay before."""

    commit: Commit
    path: str
    before: str | None
    after: str | None
    old_path: str


History: TypeAlias = Mapping[str, tuple[Revised, ...]]
"""What commits did to files, the first one first, by the paths that the files have now."""


def history(folder: pathlib.Path, paths: Sequence[str]) -> History:
    """What the commits up to `HEAD` did to each of some files (paths from `folder`), the first one first.

    A file that was moved is followed to where it lay, as long as its name is the same but for capitals and
    ending: the next quarter's plan is no moved one. Merges are left out: what they bring, the commits of
    their branches did. Two processes, and two more for each time that files were moved. Raises `GitError`.
    """
    found: dict[str, list[Revised]] = {path: [] for path in paths}
    waiting: Mapping[str, Revised | None] = dict.fromkeys(paths)
    names = {path: path for path in paths}
    while waiting:
        logs = _logs(folder, list(waiting), waiting)
        moves = _moves(folder, {(log[-1].commit.name, log[-1].path) for log in logs.values() if log})
        further: dict[str, Revised | None] = {}
        for path, log in logs.items():
            move = moves.get((log[-1].commit.name, path)) if log else None
            found[names[path]] += [*log[:-1], move] if move else log
            if move:
                further[move.old_path] = move
                names[move.old_path] = names[path]
        waiting = further
    return {path: tuple(reversed(log)) for path, log in found.items()}


def _logs(
    folder: pathlib.Path, paths: Sequence[str], moves: Mapping[str, Revised | None]
) -> dict[str, list[Revised]]:
    """What was done to files, the last first; for one that was moved away, only what was done before."""
    logs: dict[str, list[Revised]] = {path: [] for path in paths}
    for one in _revised(folder, ("--topo-order", "HEAD", "--", *(f":(literal){path}" for path in paths))):
        logs.setdefault(one.path, []).append(one)
    for path, move in moves.items():
        commits = [one.commit.name for one in logs[path]]
        if move is not None and move.commit.name in commits:
            logs[path] = logs[path][commits.index(move.commit.name) + 1 :]
    return {path: logs[path] for path in paths}


def _moves(folder: pathlib.Path, made: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], Revised]:
    """Of files that seem to be made by commits, those that were moved there, by commit and path."""
    if not made:
        return {}
    commits = "\n".join((*sorted({name for name, _ in made}), ""))
    return {
        (one.commit.name, one.path): one
        for one in _revised(folder, ("--no-walk=unsorted", "-M", "--stdin", "--", "."), commits)
        if (one.commit.name, one.path) in made
        and one.old_path != one.path
        and _stem(one.old_path) == _stem(one.path)
    }


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0].upper()


def _revised(folder: pathlib.Path, which: Sequence[str], stdin: str = "") -> Iterator[Revised]:
    """The files of each commit that `git log` tells."""
    shape = "--format=%x01%H%x1f%as%x1f%aN%x1f%s"
    options = ("--raw", "-z", "--no-abbrev", "--no-merges", "--relative", "--no-ext-diff", shape)
    renames = () if "-M" in which else ("--no-renames",)
    listed = _git(folder, "log", *options, *renames, *which, stdin=stdin.encode())
    for part in _COMMIT.split(listed.decode(errors="surrogateescape"))[1:]:
        head, _, files = part.partition("\0")
        name, day, said = head.split("\x1f", 2)
        author, _, subject = said.partition("\x1f")
        commit = Commit(name, author, dt.date.fromisoformat(day), subject)
        yield from _files(commit, iter(files.lstrip("\n").split("\0")))


def _files(commit: Commit, listed: Iterator[str]) -> Iterator[Revised]:
    for head in listed:
        if head.startswith(":"):
            _, _, before, after, status = head.split()
            old_path = next(listed)
            path = next(listed) if status[0] in "RC" else old_path
            yield Revised(commit, path, _object(before), _object(after), old_path)


def _object(name: str) -> str | None:
    return name if name.strip("0") else None


class Touched(NamedTuple):
    """A file that is not as it was: its path, what it held (an object's name), whether it is still there."""

    path: str
    before: str | None
    there: bool


def touched(folder: pathlib.Path, commit: str, under: str) -> tuple[Touched, ...]:
    """The files below `under` (paths from `folder`) that differ from `commit`, new ones too, by path.

    Links and submodules are no files. A file that was moved is one that is gone and a new one.
    Raises `GitError`.
    """
    options = (
        "--raw",
        "-z",
        "--no-renames",
        "--no-abbrev",
        "--relative",
        "--no-ext-diff",
        "--ignore-submodules",
    )
    listed = _names(_git(folder, "diff", *options, commit, "--", under))
    new = frozenset(_untracked(folder, under))
    found = {path: Touched(path, None, there=True) for path in new}
    for head, path in zip(listed, listed, strict=True):
        _, after, name, _, status = head.removeprefix(":").split()
        if after in _NO_FILE or status == "U":  # what a merge left open is told a second time
            continue
        before = None if status == "A" or head.startswith(_ODD) else name
        there = status != "D" or path in new
        if before or there:
            found[path] = Touched(path, before, there)
    return tuple(found[path] for path in sorted(found))


def merge_file(paths: tuple[str, str, str], marker: int) -> int:
    """Merge files (ours, base, theirs) line by line into the first one; how many conflicts are left.

    What git cannot merge counts as one, and leaves the file as it is.
    """
    import subprocess  # noqa: PLC0415

    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    call = ("git", "merge-file", "--quiet", f"--marker-size={marker}", *labels, "--", *paths)
    status = subprocess.run(call, capture_output=True, check=False).returncode
    return status if 0 <= status <= _MOST_CONFLICTS else 1


def configured(folder: pathlib.Path, section: str) -> Mapping[str, str]:
    """What a repository's own configuration says in a section, names in small letters. Raises `GitError`."""
    _git(folder, "rev-parse", "--git-dir")
    try:
        told = _git(folder, "config", "--local", "-z", "--get-regexp", f"^{re.escape(section)}\\.")
    except GitError:  # it says nothing
        return {}
    return dict(entry.split("\n", 1) for entry in _names(told) if "\n" in entry)


def configure(folder: pathlib.Path, name: str, value: str) -> None:
    """Write a value into the repository's own configuration. Raises `GitError`."""
    _git(folder, "config", "--local", "--replace-all", name, value)


def forget(folder: pathlib.Path, name: str) -> None:
    """Take a value out of the repository's own configuration. Raises `GitError` where there is none."""
    _git(folder, "config", "--local", "--unset-all", name)


def commit_day(folder: pathlib.Path) -> dt.date:
    """The day of the last commit, in the committer's own time. Raises `GitError`."""
    return dt.date.fromisoformat(_git(folder, "log", "-1", "--format=%cs").decode().strip())


def last_changes(folder: pathlib.Path, under: str) -> Mapping[str, dt.date]:
    """The day of the last commit that touched each file below `under` (paths from `folder`).

    It is the committer's own day. Raises `GitError`.
    """
    options = ("-z", "--format=%x01%cs", "--name-only", "--no-renames", "--no-merges", "--relative")
    days: dict[str, dt.date] = {}
    for part in _git(folder, "log", *options, "--", under).decode(errors="surrogateescape").split("\x01")[1:]:
        day, _, paths = part.partition("\0")
        for path in _names(paths.removeprefix("\n")):
            days.setdefault(path, dt.date.fromisoformat(day))
    return days


def _commit(folder: pathlib.Path, revision: str) -> str:
    """The commit that `revision` names, so that no text can pass as an option."""
    try:
        name = f"{revision}^{{commit}}"
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()
    except GitError as fault:
        raise GitError(f"git does not know the revision {revision!r}{_remedy(folder)}") from fault


def _remedy(folder: pathlib.Path) -> str:
    return ": this is a shallow clone; `git fetch --unshallow` brings its history" if shallow(folder) else ""


def shallow(folder: pathlib.Path) -> bool:
    """Whether the repository was cloned without its history."""
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _git(folder: pathlib.Path, *arguments: str, stdin: bytes = b"") -> bytes:
    import subprocess  # noqa: PLC0415 - most runs never ask git

    try:
        done = subprocess.run(("git", *arguments), cwd=folder, input=stdin, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not installed, or not on the PATH") from None
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip().removeprefix("fatal: ") or "git refused")
    return done.stdout
