"""Export: plans to rows of tables, account by account, so that no more than one account is held at a time."""

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from kamc.audience import View, cut
from kamc.diagnostics import Diagnostic
from kamc.engine.discreet import discreet
from kamc.engine.house import Fault
from kamc.engine.judge import Sitting, judge
from kamc.engine.pack import reasons
from kamc.engine.read import Loaded, Shelf
from kamc.engine.scope import Scope
from kamc.model.fields import Audience, matches
from kamc.model.values import ID_SHAPE
from kamc.tables.table import Row, SharedTable, Table, Told
from kamc.workspace import Source, UsageError


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """A plan or shared file as rows, by the name of the table; where it was left out, why, and its text."""

    path: str
    rows: Mapping[str, tuple[Row, ...]]
    is_left: bool = False
    why: tuple[Diagnostic, ...] = ()
    text: str = ""
    readable: bool = True


def export(
    scope: Scope, sources: Iterable[Source], tables: Sequence[Table], audience: Audience, faults: list[Fault]
) -> Iterator[Exported]:
    """Every plan as rows of `tables`, as `audience` may see it.

    A plan whose file is wrong has no rows but its findings. Rules over all accounts together are not asked,
    for nobody holds all plans; where a house's own rule breaks, it is noted in `faults`. Raises `UsageError`
    where two plans are for one quarter.
    """
    seen: set[tuple[str, str]] = set()
    gc.freeze()  # what is here by now stays: only what an account leaves behind is looked through
    try:
        for _, group in groupby(sources, key=lambda one: one.account or one.path):
            sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace), faults=faults)
            for source in group:
                loaded = sitting.shelf.get(source)
                one = _exported(sitting, loaded, tables, audience)
                if not one.is_left:
                    _once(loaded, seen)
                yield one
            gc.collect()  # a plan keeps its steps, and they keep the plan: a circle that nothing else frees
    finally:
        gc.unfreeze()


def export_shared(
    scope: Scope, tables: Sequence[Table], audience: Audience, faults: list[Fault]
) -> Iterator[Exported]:
    """Every file that all plans share as rows of those of `tables` that come from it.

    One that is wrong has none, as a plan. Who runs a share of the accounts gets them all.
    """
    sitting = Sitting(scope=scope, shelf=Shelf(scope.workspace), faults=faults)
    for loaded in scope.shared_files:
        mine = [one for one in tables if isinstance(one, SharedTable) and one.file == loaded.source.kind]
        if mine:
            why = () if loaded.sound else reasons(judge(sitting, loaded), strict=False)
            is_left = bool(why) or not loaded.readable
            yield Exported(
                path=loaded.source.path,
                rows={} if is_left else {one.name: tuple(one.records(loaded.part, audience)) for one in mine},
                is_left=is_left,
                why=why,
                text=loaded.document.text if is_left else "",
                readable=loaded.readable,
            )


def _exported(sitting: Sitting, loaded: Loaded, tables: Sequence[Table], audience: Audience) -> Exported:
    wants_findings = any(one.of_findings for one in tables)
    doubtful = not loaded.sound or bool(sitting.scope.series.beside(loaded.source))
    found = judge(sitting, loaded) if wants_findings or doubtful else ()
    why = reasons(found, strict=False)
    is_left = bool(why) or not (loaded.readable and _is_named(loaded))
    view = cut(loaded.plan, audience)
    told = Told(
        view=_with_currency(view, sitting.scope.settings.currency),
        account=loaded.account or "",
        period=str(loaded.period or ""),
        findings=tuple(discreet(loaded.plan, view.plan, found)) if wants_findings else (),
        unfit=loaded.unfit,
    )
    return Exported(
        path=loaded.source.path,
        rows={one.name: tuple(one.rows(told)) for one in tables if one.of_findings or not is_left},
        is_left=is_left,
        why=why,
        text=loaded.document.text if is_left else "",
        readable=loaded.readable,
    )


def _is_named(loaded: Loaded) -> bool:
    """Whether the rows of a plan have a key."""
    return loaded.account is not None and matches(ID_SHAPE, loaded.account) and loaded.period is not None


def _once(loaded: Loaded, seen: set[tuple[str, str]]) -> None:
    """Raises `UsageError` where rows of two plans would have the same key."""
    name = (loaded.account or "", str(loaded.period))
    if name in seen:
        raise UsageError(f"two of these files are a plan for {name[0]}, {name[1]}: export one of them")
    seen.add(name)


def _with_currency(view: View, currency: str | None) -> View:
    """The view of a plan that says no currency, with that of the workspace."""
    if view.plan.currency is not None:
        return view
    return msgspec.structs.replace(view, plan=msgspec.structs.replace(view.plan, currency=currency))


def shard_of(source: Source, of: int) -> int:
    """The share of the accounts, from 1, that a plan belongs to: the same on every machine."""
    name = source.account or source.path
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) % of + 1
