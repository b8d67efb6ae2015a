"""Which files a verb works on: paths, globs, account ids, `--where`, and standard input."""

import pathlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from kamc import git, where
from kamc.engine.read import Loaded, read, read_from
from kamc.engine.scope import Scope
from kamc.model.plan import Plan
from kamc.workspace import Source, UsageError, choose, series

STDIN = "-"
Outline: TypeAlias = tuple[Source, Plan, bool]
"""What conditions can ask of a plan: where it lies, some of its words, and whether it can be read."""


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
    files = tuple(_met(scope, loaded, terms)) if terms else loaded
    if not files and _only_changed(terms):
        return None
    if not files:
        raise UsageError(_nothing(scope, words, conditions))
    return files


def _met(scope: Scope, loaded: Sequence[Loaded], terms: Sequence[where.Term]) -> Iterator[Loaded]:
    """The plans among some files that meet every condition."""
    plans = [one for one in loaded if one.source.kind == "plan"]
    fitting = met(scope, plans, terms)
    return (one for one in plans if one.source.path in fitting)


def met(scope: Scope, plans: Sequence[Loaded], terms: Sequence[where.Term]) -> frozenset[str]:
    """The paths of the plans that meet all conditions. Raises `UsageError` for a value that none can have."""
    outlines = [(one.source, one.plan, one.readable) for one in plans]
    return frozenset(one.path for one in _fitting(scope, outlines, terms))


def chosen_plans(scope: Scope, words: Sequence[str], conditions: Sequence[str]) -> tuple[Source, ...] | None:
    """The chosen plans, none of them held: they are read only where a condition asks what they say.

    `None` and `UsageError` as in `chosen`.
    """
    terms = where.terms(conditions)
    sources = [one for one in choose(scope.workspace, tuple(words), pathlib.Path.cwd()) if one.kind == "plan"]
    if not terms:
        if not sources:
            raise UsageError(_nothing(scope, words, conditions))
        return tuple(sources)
    asks = any(term.key in where.WRITTEN for term in terms)
    fitting = _fitting(scope, [_outline(scope, one, asks=asks) for one in sources], terms)
    if not fitting and not _only_changed(terms):
        raise UsageError(_nothing(scope, words, conditions))
    return fitting or None


def _outline(scope: Scope, source: Source, *, asks: bool) -> Outline:
    """What conditions can ask of a plan."""
    if not asks and source.account and source.period:
        return source, Plan(), True
    loaded = read_from(scope.workspace, source)
    return source, where.outline(loaded.plan), loaded.readable


def _only_changed(terms: Sequence[where.Term]) -> bool:
    """Whether only changed plans were asked for: then none is no mistake."""
    return bool(terms) and all(term.key == "changed" and not term.negated for term in terms)


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


def _fitting(scope: Scope, outlines: Sequence[Outline], terms: Sequence[where.Term]) -> tuple[Source, ...]:
    """The plans that meet every condition."""
    changed = {revision: git.changed(scope.workspace.root, revision) for revision in where.revisions(terms)}
    everything = scope.series if scope.files else series(source for source, _, _ in outlines)
    candidates = [
        where.Candidate(
            source=source,
            plan=plan,
            readable=readable,
            latest=where.is_latest(source, everything),
            changed=frozenset(revision for revision, paths in changed.items() if source.path in paths),
        )
        for source, plan, readable in outlines
    ]
    where.known(terms, candidates)
    return tuple(one.source for one in candidates if where.fits(one, terms))


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
