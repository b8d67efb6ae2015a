"""The baseline: findings that were there when a house began, set aside by lineage, never by line or count.

It only shrinks: what is settled has to leave it, and what is new stays out unless somebody asks for it.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from kamc.diagnostics import Diagnostic, Kind, Severity, Span
from kamc.engine.check import Checked
from kamc.engine.read import Loaded
from kamc.engine.scope import Scope
from kamc.rules.file import stale_baseline
from kamc.rules.waivers import can_be_accepted
from kamc.workspace import UsageError

VERSION = 1
FIRST_LINE = 4
"""The line of a baseline on which its first entry stands."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One finding that is set aside: whose account it is (or which shared file's), its rule, and its lineage.

    `message` is what it said when it was taken in, for people.
    """

    of: str
    code: str
    lineage: str
    slug: str
    message: str


def read(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a baseline. Raises `UsageError` where the file is none."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise UsageError(f"{name} was written by a newer kamc: its version is {data['version']}")
        return tuple(msgspec.convert(one, Entry) for one in data["entries"])
    except (ValueError, KeyError, TypeError) as fault:
        raise UsageError(
            f"{name} is no baseline of kamc: {_fault(fault)}; take it from git, or write it anew with"
            " --write-baseline"
        ) from None


def _fault(fault: Exception) -> str:
    if isinstance(fault, json.JSONDecodeError):
        return f"line {fault.lineno} is not JSON"
    return "an entry lacks something" if isinstance(fault, msgspec.ValidationError) else "it has no entries"


def written(entries: Iterable[Entry]) -> str:
    """A baseline as its file holds it: an entry a line, so that a pull request shows what came and went."""
    lines = ",\n".join(json.dumps(_data(one), ensure_ascii=False) for one in sorted(set(entries)))
    return f'{{\n"version": {VERSION},\n"entries": [\n{lines}\n]\n}}\n'


def _data(one: Entry) -> dict[str, Any]:
    return {"of": one.of, "code": one.code, "slug": one.slug, "lineage": one.lineage, "message": one.message}


def taken(diagnostics: Iterable[Diagnostic]) -> tuple[Entry, ...]:
    """The entries that findings would be: those that somebody could accept, and nobody has."""
    return tuple(
        Entry(of=_of(one), code=one.code, slug=one.slug, lineage=one.lineage, message=one.message)
        for one in diagnostics
        if one.accepted is None and can_be_accepted(one.code)
    )


def _of(one: Diagnostic) -> str:
    return one.account or one.path


def shrunk(
    old: Sequence[Entry], checked: Checked, scope: Scope, loaded: Sequence[Loaded]
) -> tuple[Entry, ...]:
    """The entries of a baseline that still stand, or that this run could not judge."""
    gone = frozenset(_stale(old, checked, scope, loaded))
    return tuple(one for one in old if one not in gone)


def set_aside(
    checked: Checked, entries: Sequence[Entry], scope: Scope, loaded: Sequence[Loaded], name: str
) -> Checked:
    """`checked` without the findings of a baseline, and with one for each entry that is settled."""
    known = {one.lineage for one in entries}
    kept = [one for one in checked.diagnostics if one.lineage not in known or one.accepted]
    wanted = any(rule.code == stale_baseline.RULE.code for rule in scope.rules)
    stale = [_told(one, entries, name) for one in _stale(entries, checked, scope, loaded)] if wanted else []
    return msgspec.structs.replace(
        checked,
        diagnostics=(*kept, *stale),
        aside=(*checked.aside, (len(checked.diagnostics) - len(kept), "in the baseline")),
    )


def _stale(entries: Iterable[Entry], checked: Checked, scope: Scope, loaded: Sequence[Loaded]) -> list[Entry]:
    """The entries whose finding is gone, where this run looked for it wherever it could be."""
    found = {one.lineage for one in checked.diagnostics if one.accepted is None}
    asked = {rule.code for rule in scope.rules if checked.over_all or rule.check_portfolio is None}
    chosen = {one.source.path for one in loaded}
    unread = set(checked.unread)
    whole = {of for of, paths in _files(scope, loaded).items() if paths <= chosen and not paths & unread}
    return [
        one
        for one in entries
        if one.lineage not in found and one.code in asked and (one.of in whole or _is_gone(one, scope))
    ]


def _files(scope: Scope, loaded: Sequence[Loaded]) -> dict[str, set[str]]:
    """The files of each account, and each shared file by itself."""
    files: dict[str, set[str]] = {}
    for source in (*scope.files, *(one.source for one in loaded)):
        files.setdefault(source.account or source.path, set()).add(source.path)
    return files


def _is_gone(one: Entry, scope: Scope) -> bool:
    """Whether an entry's account, or file, is no longer there."""
    return scope.workspace.marked and all(one.of not in {file.account, file.path} for file in scope.files)


def _told(one: Entry, entries: Sequence[Entry], name: str) -> Diagnostic:
    rule = stale_baseline.RULE
    line = FIRST_LINE + sorted(entries).index(one)
    return Diagnostic(
        code=rule.code,
        slug=rule.slug,
        kind=Kind.STRUCTURE,
        severity=Severity.ERROR,
        message=f"{one.slug} of {one.of} is settled, but still in the baseline: {one.message}",
        path=name,
        span=Span(line, 1, line, 1),
        help="kamc check --write-baseline takes it out",
        fingerprint=one.lineage,
        lineage=one.lineage,
    )
