"""Outputs are written whole or not at all: to a temporary name beside them, then moved into place."""

import contextlib
import os
import pathlib
import sys


def write_whole(path: pathlib.Path, text: str) -> None:
    """Write `text` as UTF-8 with LF; a failed write leaves what was there. Raises `OSError`."""
    if path.exists() and not path.is_file():  # a device or a pipe is written to, never replaced
        path.write_bytes(text.encode("utf-8", errors="replace"))
        return
    import tempfile  # noqa: PLC0415 - a check writes nothing

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", errors="replace"))
        pathlib.Path(name).chmod(0o666 & ~_umask())
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
