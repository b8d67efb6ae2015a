"""What kamc asks git: a file at a revision, what changed since one, and the day of the last commit."""

import datetime as dt
import pathlib


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


def commit_day(folder: pathlib.Path) -> dt.date:
    """The day of the last commit, in the committer's own time. Raises `GitError`."""
    return dt.date.fromisoformat(_git(folder, "log", "-1", "--format=%cs").decode().strip())


def _commit(folder: pathlib.Path, revision: str) -> str:
    """The commit that `revision` names, so that no text can pass as an option."""
    try:
        name = f"{revision}^{{commit}}"
        return _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().strip()
    except GitError as fault:
        remedy = (
            ": this is a shallow clone; `git fetch --unshallow` brings its history" if shallow(folder) else ""
        )
        raise GitError(f"git does not know the revision {revision!r}{remedy}") from fault


def shallow(folder: pathlib.Path) -> bool:
    """Whether the repository was cloned without its history."""
    return _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _git(folder: pathlib.Path, *arguments: str) -> bytes:
    import subprocess  # noqa: PLC0415 - most runs never ask git

    try:
        done = subprocess.run(("git", *arguments), cwd=folder, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("git is not installed, or not on the PATH") from None
    if done.returncode:
        raise GitError(done.stderr.decode(errors="replace").strip().removeprefix("fatal: ") or "git refused")
    return done.stdout
