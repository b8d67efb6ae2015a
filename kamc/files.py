"""Outputs are written whole or not at all: to a temporary name beside them, then moved into place."""

import contextlib
import errno
import os
import pathlib
import stat
import sys
from collections.abc import Iterator
from typing import IO


def write_whole(path: pathlib.Path, text: str) -> None:
    """Write `text` as UTF-8 with LF; a failed write leaves what was there. Raises `OSError`."""
    write_bytes_whole(path, text.encode("utf-8", errors="replace"))


def write_bytes_whole(path: pathlib.Path, content: bytes) -> None:
    """Write a file; a failed write leaves what was there. Raises `OSError`."""
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        path.write_bytes(content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    _put(path, content, 0o666 & ~_umask())


@contextlib.contextmanager
def whole_file(path: pathlib.Path) -> Iterator[IO[bytes]]:
    """A file to write to bit by bit, there once all is written, and not if that fails. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path, 0o666 & ~_umask()) as file:
        yield file


def rewrite(path: pathlib.Path, content: bytes) -> None:
    """Put other bytes into a file that is there; its mode stays, and a link to it, too. Raises `OSError`."""
    real = path.resolve()
    if not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    _put(real, content, stat.S_IMODE(real.stat().st_mode))


def move(old: pathlib.Path, new: pathlib.Path) -> None:
    """Give a file another path, never that of another file; a folder left empty goes. Raises `OSError`."""
    if new.exists() and not new.samefile(old):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    new.parent.mkdir(parents=True, exist_ok=True)
    old.rename(new)
    with contextlib.suppress(OSError):
        old.parent.rmdir()


def _put(path: pathlib.Path, content: bytes, mode: int) -> None:
    with _beside(path, mode) as file:
        file.write(content)


@contextlib.contextmanager
def _beside(path: pathlib.Path, mode: int) -> Iterator[IO[bytes]]:
    """A file beside the one that is meant, moved into its place at the end."""
    import tempfile  # noqa: PLC0415 - a check writes nothing

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        pathlib.Path(name).chmod(mode)
        pathlib.Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            pathlib.Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def quiet_pipe() -> None:
    """Whoever read our output has gone: say nothing more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
