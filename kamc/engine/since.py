"""What is new against a revision: the same files judged as they stood then, by today's rules and settings."""

from collections.abc import Sequence

import msgspec

from kamc.diagnostics import Diagnostic, Severity
from kamc.engine.check import Checked, check
from kamc.engine.read import Loaded, read_from
from kamc.engine.scope import Scope, scope


def new_since(checked: Checked, now: Scope, loaded: Sequence[Loaded], revision: str) -> Checked:
    """`checked` with those findings only that were not there at `revision`, were milder, or were accepted.

    `loaded` are the files of the run. Raises `GitError`.
    """
    before = {one.fingerprint: one for one in _before(now, loaded, revision)}
    new = tuple(one for one in checked.diagnostics if _is_new(one, before.get(one.fingerprint)))
    return msgspec.structs.replace(
        checked,
        diagnostics=new,
        aside=(*checked.aside, (len(checked.diagnostics) - len(new), "there before")),
    )


def _is_new(now: Diagnostic, before: Diagnostic | None) -> bool:
    return before is None or _weight(now) > _weight(before)


def _weight(one: Diagnostic) -> Severity:
    """How bad a finding is; one that is accepted does not count."""
    return Severity.OFF if one.accepted else one.severity


def _before(now: Scope, loaded: Sequence[Loaded], revision: str) -> tuple[Diagnostic, ...]:
    """What was found at a revision in the files of the run, and in those that are gone since."""
    workspace = now.workspace.at(revision)
    then = scope(workspace, now.settings, now.as_of, book=now.book, rules=now.rules)
    here = {one.path for one in now.files} | {one.source.path for one in loaded}
    chosen = {one.source.path for one in loaded}
    files = [one for one in workspace.files() if one.path in chosen or one.path not in here]
    return check(then, [read_from(workspace, one) for one in files]).diagnostics
