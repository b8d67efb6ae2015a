"""The worked workspace in memory, and what is found in it once something was done to it."""

import datetime as dt
import functools
import pathlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.diagnostics import Diagnostic, Finding
from kamc.engine.judge import QUARTERS, Sitting, judge
from kamc.engine.portfolio import over_all
from kamc.engine.read import Loaded, Shelf, read
from kamc.engine.scope import Scope, scope
from kamc.loader import load
from kamc.model.build import build
from kamc.model.settings import SettingsFile
from kamc.rules.examples import AS_OF
from kamc.settings import settings
from kamc.workspace import SETTINGS, find
from tests.damages.tables import Case, Files, word_of

ROOT = pathlib.Path(__file__).parents[2]
WORKED = find(ROOT, ROOT)
PLAN_DEPTH = 2
"""How many folders a plan lies in."""


class Judged(msgspec.Struct, frozen=True):
    """What is found in each file of a workspace, and what the rules over all accounts said of each."""

    found: Mapping[str, tuple[Diagnostic, ...]]
    over_all: Mapping[str, tuple[Finding, ...]]


@functools.cache
def worked() -> Files:
    """The files of the worked workspace as it is."""
    plans = {one.path: WORKED.read(one) for one in WORKED.files()}
    return {SETTINGS: (ROOT / SETTINGS).read_bytes(), **plans}


@functools.cache
def before() -> Judged:
    """What is found in the worked workspace as it is."""
    return judged(worked(), AS_OF)


def told(case: Case) -> tuple[list[str], list[str]]:
    """What is found after all that a case does and was not before, and what no more: each in a line."""
    new, gone = compared(before(), judged(case.done_to(worked()), case.as_of, before()), case.pieces[0].path)
    return counted(new, case.new), counted(gone, case.gone)


def counted(found: list[str], expected: Sequence[str]) -> list[str]:
    """`found`, with one line for all of a rule that `expected` only counts: `12 dangling-link`."""
    lines = Counter(found)
    for _, slug in (line.split() for line in expected if line[0].isdigit()):
        ones = [line for line in lines if line.split()[0] == slug and line not in expected]
        number = sum(lines.pop(line) for line in ones)
        lines[f"{number} {slug}"] += 1
    return sorted(lines.elements())


def compared(old: Judged, new: Judged, file: str = "") -> tuple[list[str], list[str]]:
    """What is found in one and not in the other; `file` is the one that need not be named."""
    was, now = (Counter(_lines(one, file)) for one in (old, new))
    return sorted((now - was).elements()), sorted((was - now).elements())


def _lines(one: Judged, file: str) -> Iterator[str]:
    for path, found in one.found.items():
        for told in found:
            if told.accepted is None:
                place = f" at {told.pointer[1:]}" if told.pointer else ""
                yield told.slug + place + ("" if path == file else f" in {word_of(path)}")


def judged(files: Files, day: dt.date, known: Judged | None = None) -> Judged:
    """What is found in a workspace.

    Where `known` says what is found in the worked one, a file that nothing done to it reaches is not asked
    again.
    """
    made = _scope(files, day)
    held = tuple(_read(one.path, files[one.path]) for one in made.files)
    chosen = frozenset(one.source.path for one in held)
    of_all = over_all(made, held, chosen, [])
    sitting = Sitting(scope=made, shelf=Shelf(made.workspace, held), chosen=chosen, over_all=of_all)
    same = known.found if known else {}
    asked = _reached(made, files, of_all, known) if known and day == AS_OF else chosen
    found = {
        path: judge(sitting, one) if path in asked else same[path]
        for path, one in ((one.source.path, one) for one in held)
    }
    return Judged(found, of_all or {})


def _scope(files: Files, day: dt.date) -> Scope:
    plans = {path: content for path, content in files.items() if path != SETTINGS}
    file, _ = build(SettingsFile, load(files[SETTINGS], SETTINGS).data)
    return scope(msgspec.structs.replace(WORKED, tree=plans), settings(file), day)


@functools.cache
def _read(path: str, content: bytes) -> Loaded:
    return read(WORKED.source(ROOT / path), content)


def _reached(
    made: Scope, files: Files, of_all: Mapping[str, tuple[Finding, ...]] | None, known: Judged
) -> frozenset[str]:
    """The files in which anything may be found that was not found before, or no more."""
    changed = {path for path in {*files, *worked()} if files.get(path) != worked().get(path)}
    is_shared = any(path.count("/") < PLAN_DEPTH for path in changed)
    if of_all is None or is_shared or files.keys() != worked().keys():
        return frozenset(files)
    later = {
        one.path
        for one in made.files
        if any(earlier.path in changed for earlier in made.series.before(one)[:QUARTERS])
    }
    said = {path for path in files if of_all.get(path) != known.over_all.get(path)}
    return frozenset(changed | later | said)
