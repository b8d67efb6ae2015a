"""A house's own rules, kept apart: one that breaks is told as that rule's fault, and the run goes on."""

import contextlib
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from kamc.diagnostics import Finding
from kamc.rules.base import Rule
from kamc.rules.book import is_built_in
from kamc.rules.file import house_rule_failed

T = TypeVar("T")


class Fault(msgspec.Struct, frozen=True):
    """A rule of the house's own that broke: which one, on which file, and how, for whoever keeps it."""

    code: str
    path: str
    error: BaseException


class NoFindingError(Exception):
    """What a rule gave is no finding of its own."""


def hear(
    rule: Rule, check: Callable[[T], Iterable[Any]], about: T, path: str, faults: list[Fault]
) -> Iterator[Finding]:
    """What a rule says of a file; where a house's own breaks, that it did, and a fault more."""
    if is_built_in(rule.code):
        yield from check(about)
        return
    heard = _heard(rule, lambda: (_own(rule, one) for one in check(about)), path, faults)
    yield from (house_rule_failed.failed(rule, "this file"),) if heard is None else heard


def hear_of_all(
    rule: Rule, check: Callable[[T], Iterable[Any]], about: T, paths: tuple[str, ...], faults: list[Fault]
) -> Iterator[tuple[str, Finding]]:
    """What a rule over the portfolio says of each file; where it breaks, the first one tells."""
    if is_built_in(rule.code):
        yield from check(about)
        return
    heard = _heard(rule, lambda: (_placed(rule, one, paths) for one in check(about)), paths[0], faults)
    broken = ((paths[0], house_rule_failed.failed(rule, "the plans together")),)
    yield from broken if heard is None else heard


def _heard(
    rule: Rule, ask: Callable[[], Iterable[T]], path: str, faults: list[Fault]
) -> tuple[T, ...] | None:
    """All that a rule gives, or nothing and a fault more; what it prints goes beside the result."""
    try:
        with contextlib.redirect_stdout(sys.stderr):
            return tuple(ask())
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, it is that rule's
        faults.append(Fault(rule.code, path, error))
        return None


def _placed(rule: Rule, told: Any, paths: tuple[str, ...]) -> tuple[str, Finding]:
    path, finding = told
    if path not in paths:
        raise NoFindingError(f"{rule.code} speaks of {path!r}, which is no plan of the portfolio")
    return path, _own(rule, finding)


def _own(rule: Rule, told: Any) -> Finding:
    """A finding of that rule, all its parts of the right type, or an error that says what is wrong."""
    if not isinstance(told, Finding):
        raise NoFindingError(f"{rule.code} gave {type(told).__name__} where a Finding belongs")
    if told.code != rule.code:
        raise NoFindingError(f"{rule.code} gave a finding with the code {told.code!r}")
    finding = msgspec.convert(msgspec.to_builtins(told), Finding)
    if not finding.message.strip():
        raise NoFindingError(f"{rule.code} gave a finding without a message")
    return finding
