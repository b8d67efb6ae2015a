"""Check: read, validate, link, judge. Everything that can be known in one run is told in one run."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.analysis.questions import open_questions
from kamc.diagnostics import Diagnostic, OpenQuestion
from kamc.engine.house import Fault
from kamc.engine.judge import Sitting, judge
from kamc.engine.portfolio import over_all
from kamc.engine.questions import listed
from kamc.engine.read import Loaded, Shelf
from kamc.engine.renames import possible
from kamc.engine.scope import Scope
from kamc.workspace import PLANS


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a check.

    `open_questions` counts what is unknown, `questions` lists it where that was asked for; `texts` are for
    source lines; `faults` are those of the house's own rules.
    """

    diagnostics: tuple[Diagnostic, ...]
    plans: int
    unread: tuple[str, ...]
    open_questions: int
    questions: tuple[OpenQuestion, ...]
    as_of: dt.date
    notes: tuple[str, ...]
    texts: Mapping[str, str]
    over_all: bool = False
    """Whether all accounts together were judged."""
    aside: tuple[tuple[int, str], ...] = ()
    """How many findings were set aside, and why: they are in no report."""
    faults: tuple[Fault, ...] = ()


def check(scope: Scope, loaded: Sequence[Loaded], *, questions: bool = False) -> Checked:
    """Judge the files that were chosen and read; list their open questions where `questions` asks for it."""
    chosen = frozenset(one.source.path for one in loaded)
    broken = tuple(one for one in scope.shared_files if not one.readable and one.source.path not in chosen)
    everything = (*broken, *loaded)
    faults: list[Fault] = []
    sitting = Sitting(
        scope=scope,
        shelf=Shelf(scope.workspace, (*scope.shared_files, *loaded)),
        chosen=chosen,
        over_all=over_all(scope, loaded, chosen, faults),
        faults=faults,
    )
    found = possible(scope.workspace, (told for one in everything for told in judge(sitting, one)))
    plans = [one for one in loaded if one.source.kind == "plan"]
    return Checked(
        diagnostics=tuple(sorted(found, key=lambda one: one.sort_key)),
        plans=len(plans),
        unread=tuple(one.source.path for one in everything if not one.readable),
        open_questions=sum(open_questions(one.plan, one.unfit) for one in plans),
        questions=tuple(one for plan in plans for one in listed(plan)) if questions else (),
        as_of=scope.as_of,
        notes=tuple(_notes(scope)),
        texts=_texts(sitting, everything, found),
        over_all=sitting.over_all is not None,
        faults=tuple(faults),
    )


def _texts(sitting: Sitting, files: Sequence[Loaded], found: Sequence[Diagnostic]) -> Mapping[str, str]:
    """The texts of the files of a run, and of those that its findings show a second place in."""
    shown = (each.path for one in found for each in one.related)
    beside = (other for path in shown if (other := sitting.shelf.known(path)) is not None)
    return {one.source.path: one.document.text for one in (*files, *beside)}


def _notes(scope: Scope) -> Iterator[str]:
    if not scope.workspace.marked:
        yield "no kamc.yaml here: references to offerings and people were not judged"
        return
    for kind, part in (("catalogue", scope.shared.catalogue), ("people", scope.shared.people)):
        if part is None:
            yield f"{PLANS}/{kind}.yaml is not there or not readable: references into it were not judged"
