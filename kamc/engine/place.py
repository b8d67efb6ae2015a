"""Findings get their place and their lasting name: a rule speaks of paths, this alone knows lines."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec

from kamc import diagnostics
from kamc.diagnostics import (
    START,
    Diagnostic,
    Finding,
    Kind,
    Path,
    Related,
    RelatedPlace,
    Severity,
    Span,
    Waiver,
)
from kamc.engine.edits import fix_of
from kamc.engine.read import Loaded
from kamc.model.fields import Link, SomeWords
from kamc.model.values import Said
from kamc.model.walk import locate

SAID = frozenset(one.value for one in Said)


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with what the engine knows of it before it is placed."""

    finding: Finding
    slug: str
    kind: Kind
    severity: Severity
    accepted: Waiver | None = None


Others: TypeAlias = Callable[[str], Loaded | None]
"""Another file by its path, for what a finding shows of it."""


def no_others(path: str) -> None:
    """Where no finding speaks of another file."""


def place(loaded: Loaded, judged: Iterable[Judged], others: Others = no_others) -> tuple[Diagnostic, ...]:
    """Every finding on one file, placed, in the order of the file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    return tuple(
        _placed(loaded, one, seen, others)
        for one in sorted(judged, key=lambda one: _order(loaded, one.finding))
    )


def _order(loaded: Loaded, finding: Finding) -> tuple[Span, str, str, str]:
    return (span(loaded, finding.at, finding.on, finding.span), finding.code, finding.key, finding.message)


def _placed(loaded: Loaded, one: Judged, seen: Counter[tuple[str, str, str]], others: Others) -> Diagnostic:
    finding = one.finding
    subject = subject_of(loaded, finding.at)
    name = (finding.code, subject, finding.key)
    seen[name] += 1
    fingerprint, lineage = _lasting_names(loaded, finding, subject, seen[name])
    return Diagnostic(
        code=finding.code,
        slug=one.slug,
        kind=one.kind,
        severity=one.severity,
        message=finding.message,
        path=loaded.source.path,
        span=span(loaded, finding.at, finding.on, finding.span),
        help=finding.help,
        label=finding.label,
        pointer=diagnostics.pointer(loaded.migrated.origin(finding.at)) if finding.at else None,
        account=loaded.account,
        period=str(loaded.period) if loaded.period else None,
        related=tuple(_related(loaded, each, others) for each in finding.related),
        fingerprint=fingerprint,
        lineage=lineage,
        accepted=one.accepted,
        fix=fix_of(loaded, finding) if loaded.readable else None,
        plain=finding.plain,
    )


def _lasting_names(loaded: Loaded, finding: Finding, subject: str, ordinal: int) -> tuple[str, str]:
    """The fingerprint of a finding and its lineage."""
    account, period = loaded.account or "", str(loaded.period or "")
    return (
        diagnostics.fingerprint(
            code=finding.code,
            account=account,
            period=period,
            subject=subject,
            key=finding.key,
            ordinal=ordinal,
        ),
        diagnostics.lineage(
            code=finding.code, account=account, subject=subject, key=finding.key, ordinal=ordinal
        ),
    )


def _related(loaded: Loaded, related: Related, others: Others) -> RelatedPlace:
    file = loaded if related.file is None else others(related.file)
    where = span(file, related.at, related.on, related.span) if file else related.span or START
    return RelatedPlace(path=related.file or loaded.source.path, span=where, message=related.message)


def span(loaded: Loaded, at: Path, on: str, given: Span | None) -> Span:
    """Where a path stands in the file, or its nearest ancestor; the start of an unreadable file."""
    if given is not None:
        return given
    if not loaded.readable:
        return START
    places = loaded.document.places()
    written = loaded.migrated.origin(at)
    exact = places.value(written) if on == "value" else places.key(written)
    return exact or places.nearest(written)[1]


def subject_of(loaded: Loaded, at: Path) -> str:
    """The path of ids to what a finding speaks of: a set's item is its value, a sequence's item `*`."""
    parts = [key if isinstance(key, str) else _item(loaded, at[: depth + 1]) for depth, key in enumerate(at)]
    return "/".join((*parts, *_only_item(loaded, at)))


def _item(loaded: Loaded, path: Path) -> str:
    value = diagnostics.value_at(loaded.migrated.data, path)
    return value if _is_set(loaded, path[:-1]) and isinstance(value, str) else "*"


def _only_item(loaded: Loaded, path: Path) -> tuple[str, ...]:
    """The item of a set of one: its path is that of the set, be it written with brackets or without."""
    value = diagnostics.value_at(loaded.migrated.data, path)
    item = value[0] if isinstance(value, list) and len(value) == 1 else value
    is_item = bool(path) and isinstance(path[-1], int)
    if is_item or not isinstance(item, str) or item in SAID or not _is_set(loaded, path):
        return ()
    return (item,)


def _is_set(loaded: Loaded, path: Path) -> bool:
    field = locate(type(loaded.part), path).field
    return isinstance(field, SomeWords) or (isinstance(field, Link) and field.many)
