"""What kamc asks git: a file at a revision, what changed since one, and the day of the last commit."""

import datetime as dt
import pathlib
from collections.abc import Iterator, Mapping, Sequence


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
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(name for name in (tracked + new).decode(errors="surrogateescape").split("\0") if name)


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
    contents = _contents(folder, tuple(blobs.values()))
    return dict(zip(blobs, contents, strict=True))


def _blobs(listed: str) -> Iterator[tuple[str, str]]:
    """The path and the object of each file that `ls-tree` lists; links and submodules are none."""
    for line in filter(None, listed.split("\0")):
        head, _, path = line.partition("\t")
        mode, kind, name = head.split()
        if kind == "blob" and mode != "120000":
            yield path, name


def _contents(folder: pathlib.Path, names: Sequence[str]) -> Iterator[bytes]:
    """The contents of objects, in their order, from one process."""
    rest = _git(folder, "cat-file", "--batch", stdin="\n".join((*names, "")).encode())
    for _ in names:
        head, _, rest = rest.partition(b"\n")
        size = int(head.rpartition(b" ")[2])
        yield rest[:size]
        rest = rest[size + 1 :]


def commit_day(folder: pathlib.Path) -> dt.date:
    """The day of the last commit, in the committer's own time. Raises `GitError`."""
    return dt.date.fromisoformat(_git(folder, "log", "-1", "--format=%cs").decode().strip())


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
