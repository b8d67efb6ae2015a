"""New paths for files in the wrong place: only where the header and the old path mean one and the same."""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from kamc.diagnostics import Diagnostic, Fix
from kamc.model import values
from kamc.model.period import Period, period
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.schema import ids
from kamc.workspace import PLANS, SUFFIXES, Source, Workspace

IN_PLANS, IN_A_FOLDER = 2, 3
"""How many parts the path of a file has that lies among the plans, or in an account's folder."""


def rename(source: Source, part: Part) -> Fix | None:
    """The path that a misplaced plan's header says, where nothing in the old path says another."""
    *folders, name = source.path.split("/")
    if not isinstance(part, Plan) or len(folders) not in {IN_PLANS - 1, IN_A_FOLDER - 1}:
        return None
    account, quarter = part.account, period(part.period)
    if not isinstance(account, str) or quarter is None or not values.is_id(account):
        return None
    if source.account is not None and account not in {source.account, _meant(source.account)}:
        return None
    right_name = name if source.period == quarter else f"{quarter}.yaml"
    if right_name != name and (source.period is not None or not _may_mean(name, quarter)):
        return None
    path = f"{PLANS}/{account}/{right_name}"
    return Fix(what=f"move the file to {path}", rename=path)


def _meant(folder: str) -> str | None:
    """The account whose folder has a name that is no id: `Hafen Spedition`."""
    return None if values.is_id(folder) else ids.proposal(folder)


def _may_mean(name: str, quarter: Period) -> bool:
    """Whether each number in a file's name is in the quarter: `2026q4.yaml`, and not `2026-Q4 (2).yaml`."""
    said = {str(quarter.year), f"{quarter.year % 100:02}", str(quarter.quarter)}
    return set(re.findall("[0-9]+", name)) <= said


def possible(workspace: Workspace, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings with those renames that overwrite nothing, and that no other file wants for itself."""
    told = tuple(found)
    wanted = Counter(path for path in {one.path: _new(one) for one in told if _new(one)}.values())
    return tuple(
        msgspec.structs.replace(one, fix=None)
        if (new := _new(one)) and (wanted[new] > 1 or not _is_free(workspace, one.path, new))
        else one
        for one in told
    )


def _new(one: Diagnostic) -> str | None:
    return None if one.fix is None else one.fix.rename


def _is_free(workspace: Workspace, old: str, new: str) -> bool:
    """Whether a file lies at the old path and none at the new one.

    Where the system knows no capitals, a new spelling of a name is free, and one of a folder is not.
    """
    here, there = workspace.root / old, workspace.root / new
    twins = [one for suffix in SUFFIXES if (one := there.with_suffix(suffix)).exists()]
    return here.exists() and all(one.parent == here.parent and one.samefile(here) for one in twins)
