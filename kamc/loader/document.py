"""A file that was read: its text, its data, what was refused, and on demand the places of all in it."""

from functools import cached_property

import msgspec

from kamc.diagnostics import START, Finding, Span
from kamc.loader import refusals, tabs
from kamc.loader.events import YAMLError
from kamc.loader.places import Places, find_places
from kamc.loader.text import Lines, decode, is_clean, parseable, refused
from kamc.loader.walk import Data, TooDeepError, Walk

AFTER_THE_PLAN = frozenset(("KAM008", "KAM009"))
"""What libyaml may stumble over when the plan has been read completely."""


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What one file holds. Where it is readable its data is a mapping; where not, there is none."""

    name: str
    text: str
    data: Data = None
    faults: tuple[Finding, ...] = ()
    readable: bool = False

    def places(self) -> Places:
        """Where everything stands in the text: found when first asked for, then kept."""
        return self._places

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text."""
        return Lines(self.text)

    @cached_property
    def _places(self) -> Places:
        return find_places(parseable(self.text), self.lines)


def load(source: bytes, name: str) -> Document:
    """Read one file; whatever its bytes are, what cannot be read comes back as `faults`."""
    text = decode(source)
    if isinstance(text, Finding):
        return Document(name=name, text="", faults=(text,))
    lines = Lines(text)
    faults = [] if is_clean(source, text) else refused(text, lines)
    walk = Walk(parseable(text) if faults else text, lines)
    stopped = _run(walk)
    readable = walk.complete and isinstance(walk.data, dict) and _is_harmless(stopped)
    faults += [*_others(walk.faults, stopped), *_tabs(walk, stopped), *([stopped] if stopped else [])]
    if not readable and not faults:
        faults = [_not_fields(walk)]
    data = walk.data if readable else None
    return Document(name=name, text=text, data=data, faults=_in_order(faults), readable=readable)


def _run(walk: Walk) -> Finding | None:
    """Walk as far as libyaml goes; why it stopped early, if it did."""
    try:
        walk.run()
    except TooDeepError:
        pass
    except YAMLError as error:
        from kamc.loader import syntax  # noqa: PLC0415 - only a file that libyaml refuses needs it

        return syntax.explain(walk.text, walk.lines, error)
    return None


def _is_harmless(stopped: Finding | None) -> bool:
    """Whether nothing stopped the walk, or only something after the plan."""
    return stopped is None or stopped.code in AFTER_THE_PLAN


def _others(faults: list[Finding], stopped: Finding | None) -> list[Finding]:
    """The faults that do not speak of the same words as the one that stopped the walk."""
    if stopped is None:
        return faults
    told = {_start(stopped.span), *(_start(other.span) for other in stopped.related)}
    return [fault for fault in faults if _start(fault.span) not in told]


def _tabs(walk: Walk, stopped: Finding | None) -> list[Finding]:
    """Tabs that libyaml let pass, unless one of them stopped it."""
    return [] if stopped is not None and stopped.code == "KAM010" else tabs.find(walk.text, walk.lines)


def _not_fields(walk: Walk) -> Finding:
    """Why a file that libyaml reads without complaint holds no plan."""
    start = len(walk.text) - len(walk.text.lstrip())
    span = walk.lines.span(start, walk.lines.end(start))
    if isinstance(walk.data, list):
        return refusals.not_fields("a list", span)
    return refusals.empty() if walk.data is None else refusals.not_fields("a single value", span)


def _in_order(faults: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.span or START, fault.code)))


def _start(span: Span | None) -> tuple[int, int]:
    return (0, 0) if span is None else (span.line, span.column)
