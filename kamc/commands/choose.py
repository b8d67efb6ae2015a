"""Which files a verb works on: paths, globs, account ids, `--where`, and standard input."""

import pathlib
import sys
from collections.abc import Iterator, Mapping, Sequence

from kamc import git, where
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope
from kamc.workspace import Source, UsageError, choose, series

STDIN = "-"


def chosen(
    scope: Scope,
    words: Sequence[str],
    conditions: Sequence[str],
    stdin_filename: str | None = None,
    piped: bytes | None = None,
) -> tuple[Loaded, ...] | None:
    """The chosen files, read; `None` where only `changed:` was asked and nothing changed.

    `piped` is what came on standard input, where that was read already.

    Raises `UsageError` where the choice finds nothing: a run that checks nothing must not be green.
    """
    terms = where.terms(conditions)
    loaded = tuple(_read(scope, words, stdin_filename, piped))
    files = tuple(_fitting(scope, loaded, terms)) if terms else loaded
    if not files and terms and all(term.key == "changed" and not term.negated for term in terms):
        return None
    if not files:
        raise UsageError(_nothing(scope, words, conditions))
    return files


def _read(
    scope: Scope, words: Sequence[str], stdin_filename: str | None, content: bytes | None
) -> Iterator[Loaded]:
    named = tuple(word for word in words if word != STDIN)
    sources = choose(scope.workspace, named, pathlib.Path.cwd()) if named or not words else ()
    if STDIN in words:
        piped = _stdin(scope, stdin_filename)
        yield read(piped, sys.stdin.buffer.read() if content is None else content)
        sources = tuple(one for one in sources if one.path != piped.path)
    for source in sources:
        yield _known(scope, source.path) or read_from(scope.workspace, source)


def _stdin(scope: Scope, name: str | None) -> Source:
    """What comes on standard input: the file that it is said to be, or a plan that lies nowhere."""
    if name is None:
        return Source(path="standard-input.yaml", kind="plan")
    return scope.workspace.source(pathlib.Path.cwd() / name)


def _known(scope: Scope, path: str) -> Loaded | None:
    """A shared file that the scope has read already."""
    return next((one for one in scope.shared_files if one.source.path == path), None)


def _fitting(scope: Scope, loaded: Sequence[Loaded], terms: Sequence[where.Term]) -> Iterator[Loaded]:
    plans = [one for one in loaded if one.source.kind == "plan"]
    changed = {revision: git.changed(scope.workspace.root, revision) for revision in where.revisions(terms)}
    everything = scope.series if scope.files else series(each.source for each in plans)
    candidates = [
        where.Candidate(
            source=one.source,
            plan=one.plan,
            readable=one.readable,
            latest=where.is_latest(one.source, everything),
            changed=frozenset(revision for revision, paths in changed.items() if one.source.path in paths),
        )
        for one in plans
    ]
    where.known(terms, candidates)
    return (one for one, candidate in zip(plans, candidates, strict=True) if where.fits(candidate, terms))


def changed_lines(
    scope: Scope, conditions: Sequence[str], since: str | None = None
) -> Mapping[str, git.Lines]:
    """The lines that `changed:` terms and `--since` speak of, by file; none where there is neither."""
    terms = [term for term in where.terms(conditions) if not term.negated]
    fork = (git.fork(scope.workspace.root, since),) if since else ()
    lines: dict[str, git.Lines] = {}
    for revision in (*where.revisions(terms), *fork):
        for path, found in git.changed_lines(scope.workspace.root, revision).items():
            lines[path] = (*lines.get(path, ()), *found)
    return lines


def _nothing(scope: Scope, words: Sequence[str], conditions: Sequence[str]) -> str:
    if conditions:
        return f"no plan fits --where {' '.join(conditions)}"
    if words:
        return f"there are no plans in {' '.join(words)}"
    if scope.workspace.marked:
        return "there are no plans here"
    return (
        "there are no plans here; there is no kamc.yaml here or above: name the plans, or go to a workspace"
    )
