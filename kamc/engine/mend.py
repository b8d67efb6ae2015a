"""`check --fix`: what can be mended safely, round by round, until nothing is left. Nothing is written."""

from collections.abc import Sequence

import msgspec

from kamc.diagnostics import Diagnostic
from kamc.engine.check import Checked, check
from kamc.engine.fix import text_of, together
from kamc.engine.read import Loaded, read
from kamc.engine.scope import Scope, with_files
from kamc.links.graph import grouped

ROUNDS = 50
"""A mended key shows what stands below it, which may have a fix in turn; each round mends something."""


class Mended(msgspec.Struct, frozen=True, kw_only=True):
    """One file that a fix changes: its path and text before and after, and the findings that are mended."""

    path: str
    before: str
    after: str
    new_path: str
    found: tuple[Diagnostic, ...]


def mend(scope: Scope, loaded: Sequence[Loaded]) -> tuple[Mended, ...]:
    """The files that change when every fix on the chosen ones is made; fixes of accepted findings are not."""
    found: dict[str, tuple[Diagnostic, ...]] = {one.source.path: () for one in loaded}
    now, checked = loaded, check(scope, loaded)
    for _ in range(ROUNDS):
        made = _round(now, checked)
        if not made:
            break
        found |= {path: found[path] + one for path, (_, one) in made.items()}
        now = [made[one.source.path][0] if one.source.path in made else one for one in now]
        scope = with_files(scope, now)
        checked = check(scope, now)
    moved = {one.path: one for one in checked.diagnostics if _is_wanted(one) and one.fix and one.fix.rename}
    return tuple(
        _mended(before, after, found[before.source.path], moved.get(before.source.path))
        for before, after in zip(loaded, now, strict=True)
        if found[before.source.path] or before.source.path in moved
    )


def _round(loaded: Sequence[Loaded], checked: Checked) -> dict[str, tuple[Loaded, tuple[Diagnostic, ...]]]:
    """The files that change in one round, and which of their findings that mends."""
    fixable = grouped(
        (one.path, one) for one in checked.diagnostics if _is_wanted(one) and one.fix and one.fix.edits
    )
    made = {}
    for one in loaded:
        if taken := together(one, fixable.get(one.source.path, ())):
            made[one.source.path] = read(one.source, text_of(one, taken).encode()), taken
    return made


def _is_wanted(one: Diagnostic) -> bool:
    return one.fix is not None and one.accepted is None


def _mended(before: Loaded, after: Loaded, found: tuple[Diagnostic, ...], move: Diagnostic | None) -> Mended:
    path = before.source.path
    return Mended(
        path=path,
        before=before.document.text,
        after=after.document.text,
        new_path=move.fix.rename or path if move and move.fix else path,
        found=(*found, move) if move else found,
    )
