"""`kamc check --fix` and `--diff`: what can be mended, shown or written; a file whole or not at all."""

import sys
from collections.abc import Sequence

import msgspec

from kamc.commands.choose import STDIN
from kamc.commands.common import remark, say, unwritable
from kamc.diagnostics import Diagnostic
from kamc.engine.mend import Mended, mend
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope, scope
from kamc.files import move, rewrite
from kamc.report.fixes_diff import file_diff
from kamc.report.source import shown
from kamc.words import counted
from kamc.workspace import UsageError, Workspace

BOM = b"\xef\xbb\xbf"


class Telling(msgspec.Struct, frozen=True):
    """What is told of a fix beside the result."""

    quiet: bool
    verbose: bool


def from_stdin(words: Sequence[str]) -> bytes | None:
    """What comes on standard input, where it is to be mended. Raises `UsageError`."""
    if STDIN not in words:
        return None
    if len(words) > 1:
        raise UsageError("--fix takes standard input (-) alone: the mended text goes to standard output")
    return sys.stdin.buffer.read()


def preview(made: Scope, loaded: Sequence[Loaded], piped: bytes | None, telling: Telling) -> int:
    """Print what would change; the status is 1 where anything would, 3 where a file could not be read."""
    mended = _mended(made, loaded, piped)
    diff = "".join(_diff(one, _mark(made.workspace, one) if piped is None else piped) for one in mended)
    say("\n".join(map(shown, diff.split("\n"))) if sys.stdout.isatty() else diff)
    _tell(mended, "would be fixed", telling)
    if not all(one.readable for one in (*made.shared_files, *loaded)):
        return 3
    return int(bool(mended))


def fixed(
    made: Scope, loaded: Sequence[Loaded], piped: bytes | None, telling: Telling
) -> tuple[Scope, tuple[Loaded, ...]]:
    """Mend files where they lie, or what was piped to standard output; then all is read again."""
    mended = _mended(made, loaded, piped)
    if piped is not None:
        content = _content(piped, mended[0]) if mended else piped
        sys.stdout.buffer.write(content or piped)
        sys.stdout.flush()
        _tell(mended, "fixed", telling)
        return made, tuple(read(one.source, content or piped) for one in loaded)
    written = [one for one in mended if _write(made.workspace, one)]
    _tell(written, "fixed", telling)
    moved = {one.path: one.new_path for one in written}
    again = scope(made.workspace, made.settings, made.as_of, book=made.book, rules=made.rules)
    paths = [made.workspace.root / moved.get(one.source.path, one.source.path) for one in loaded]
    return again, tuple(read_from(made.workspace, made.workspace.source(path)) for path in paths)


def _mended(made: Scope, loaded: Sequence[Loaded], piped: bytes | None) -> tuple[Mended, ...]:
    """What can be mended; what was piped has no place to be moved from."""
    mended = mend(made, loaded)
    return mended if piped is None else tuple(_in_place(one) for one in mended if one.before != one.after)


def _in_place(one: Mended) -> Mended:
    edits: tuple[Diagnostic, ...] = tuple(each for each in one.found if each.fix and each.fix.edits)
    return msgspec.structs.replace(one, new_path=one.path, found=edits)


def _write(workspace: Workspace, one: Mended) -> bool:
    """Write one file, unless it has changed since it was read. Raises `UsageError`."""
    path = workspace.root / one.path
    try:
        old = path.read_bytes()
        content = _content(old, one)
        if content is None:
            remark(f"{one.path} has changed since it was read: it is left alone")
            return False
        if content != old:
            rewrite(path, content)
        if one.new_path != one.path:
            move(path, workspace.root / one.new_path)
    except OSError as fault:
        raise unwritable(path, fault) from None
    return True


def _content(old: bytes, one: Mended) -> bytes | None:
    """The bytes of a mended file, with the mark that it began with; `None` where it has changed since."""
    mark = BOM if old.startswith(BOM) else b""
    return mark + one.after.encode() if old == mark + one.before.encode() else None


def _diff(one: Mended, start: bytes) -> str:
    """The diff of one file, of which `start` is the beginning: the mark there stays."""
    mark = BOM.decode() if start.startswith(BOM) else ""
    return file_diff(one.path, mark + one.before, mark + one.after, one.new_path)


def _mark(workspace: Workspace, one: Mended) -> bytes:
    with (workspace.root / one.path).open("rb") as file:
        return file.read(len(BOM))


def _tell(mended: Sequence[Mended], done: str, telling: Telling) -> None:
    if telling.verbose:
        for one in mended:
            for each in one.found:
                remark(f"{one.path}:{each.span.line}: {each.slug}: {each.fix.what if each.fix else ''}")
    if not telling.quiet:
        count = sum(len(one.found) for one in mended)
        remark(f"{count} {done} in {counted(len(mended), 'file')}" if mended else "nothing to fix")
