"""Fixes tried: edits made in a text, and whether what comes out is better and in no respect worse."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import msgspec

from kamc.diagnostics import Diagnostic, Edit, Finding, Path, Span, value_at
from kamc.engine.read import Loaded, read
from kamc.loader.text import Lines

Found: TypeAlias = tuple[Diagnostic, ...]
Name: TypeAlias = tuple[str, Path, str]

GLUED = "KAM018"
MOST = 200
"""Fixes tried of one file at one time: whoever makes them sees the rest."""
TRIES = 40
"""How often a file is read to find out which of its fixes go together; those in doubt are not offered."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made; they do not overlap. What lies outside them stays as it is."""
    lines = Lines(text)
    parts, end = [], 0
    for edit in sorted(edits, key=lambda one: one.span):
        start = lines.offset(edit.span.line, edit.span.column)
        parts += [text[end:start], edit.text]
        end = lines.offset(edit.span.end_line, edit.span.end_column)
    return "".join((*parts, text[end:]))


def text_of(loaded: Loaded, found: Iterable[Diagnostic]) -> str:
    """The text of a file with the fixes of some findings made."""
    return edited(loaded.document.text, _edits(found))


def offered(loaded: Loaded, found: Found) -> Found:
    """The findings on one file, with those fixes that do mend them when made alone."""
    unsure = tuple(one for one in found if one.fix and one.fix.edits)
    if not unsure:
        return found
    sure = _sure(_Trials(loaded), tuple(one for one in unsure[:MOST] if _is_clear(loaded, one)))
    refused = set(map(id, unsure)) - set(map(id, sure))
    return tuple(msgspec.structs.replace(one, fix=None) if id(one) in refused else one for one in found)


def together(loaded: Loaded, found: Found) -> Found:
    """Those findings on one file whose fixes can be made at once; the others wait for the next round."""
    return _added(_Trials(loaded), (), _apart(found))


class _Trials:
    """The trials of fixes in one file, not more than are worth their time."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._left = TRIES

    def succeed(self, found: Found) -> bool:
        """Whether some fixes mend their findings when made at once; not, where nobody can try any more."""
        self._left -= 1
        return self._left >= 0 and _is_better(self._loaded, found)


def _sure(trials: _Trials, group: Found) -> Found:
    """The findings that their fixes mend: tried all at once, then in ever smaller groups."""
    if not group:
        return ()
    first = _apart(group)
    if len(first) < len(group):
        taken = set(map(id, first))
        return _sure(trials, first) + _sure(trials, tuple(one for one in group if id(one) not in taken))
    if trials.succeed(group):
        return group
    half = len(group) // 2
    return _sure(trials, group[:half]) + _sure(trials, group[half:]) if half else ()


def _added(trials: _Trials, taken: Found, group: Found) -> Found:
    """What was taken, and of a group as much as goes with it."""
    if not group or trials.succeed(taken + group):
        return taken + group
    half = len(group) // 2
    return _added(trials, _added(trials, taken, group[:half]), group[half:]) if half else taken


def _apart(found: Found) -> Found:
    """The findings whose fixes do not touch the same words; of two that do, the first."""
    taken: list[Diagnostic] = []
    end = (0, 0)
    for one in sorted(found, key=lambda one: min(edit.span for edit in _edits([one]))):
        edits = _edits([one])
        if min(_start(edit.span) for edit in edits) >= end:
            taken.append(one)
            end = max(_end(edit.span) for edit in edits)
    return tuple(taken)


def _edits(found: Iterable[Diagnostic]) -> list[Edit]:
    return [edit for one in found if one.fix for edit in one.fix.edits]


def _overlap(one: Span, other: Span) -> bool:
    return _start(one) < _end(other) and _start(other) < _end(one)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _end(span: Span) -> tuple[int, int]:
    return span.end_line, span.end_column


def _is_clear(loaded: Loaded, one: Diagnostic) -> bool:
    """Whether nothing else is wrong where a space is missing: `Tel:040` may be a text without quotes."""
    if one.code != GLUED:
        return True
    places = loaded.document.places()
    wrong = (places.value(loaded.migrated.origin(each.at)) for each in loaded.findings if _is_other(each))
    return not any(span is not None and _overlap(span, one.span) for span in wrong)


def _is_other(finding: Finding) -> bool:
    return bool(finding.at) and finding.fix is None


def _is_better(loaded: Loaded, found: Found) -> bool:
    """Whether the fixes of some findings, made at once, mend all that they should and break nothing.

    What a mistyped key hid comes to light when the key is mended, and counts as nothing new; but a value that
    does not fit the mended key says that another key was meant, unless that value can be mended in turn.
    """
    after = read(loaded.source, text_of(loaded, found).encode())
    old, new = Counter(map(_name, loaded.findings)), Counter(map(_name, after.findings))
    gone = Counter(code for code, _, _ in (old - new).elements())
    noticed = Counter(one.code for one in found if any(one.code == code for code, _, _ in old))
    worse = (each for each in after.findings if new[_name(each)] > old[_name(each)])
    return (
        after.readable
        and noticed <= gone
        and all(each.fix is not None or _was_hidden(each.at, loaded, after) for each in worse)
    )


def _name(finding: Finding) -> Name:
    return finding.code, finding.at, finding.key


def _was_hidden(at: Path, before: Loaded, after: Loaded) -> bool:
    """Whether something that holds `at` was not read before."""
    return any(
        isinstance(value_at(after.migrated.data, at[:depth]), dict)
        and value_at(before.migrated.data, at[:depth]) is None
        for depth in range(1, len(at))
    )
