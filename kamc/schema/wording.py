"""Each mistake as a finding: the author's own words, what was expected, and what was probably meant."""

from typing import Any

import msgspec

from kamc.diagnostics import Finding
from kamc.model.plan import FORMAT
from kamc.schema import keys, slips, wanted, wrong_values
from kamc.schema.mistakes import Mistake, mistakes
from kamc.schema.roots import ROOTS, Which
from kamc.words import nearest

VERSION = ("kamc",)


def findings(data: Any, which: Which) -> tuple[Finding, ...]:
    """One finding for each real mistake, ordered by path."""
    if (newer := _newer(data)) is not None:
        return (newer,)
    found = mistakes(data, which)
    return tuple(_worded(one, which, data) for one in found if not _follows(one, found))


def _newer(data: Any) -> Finding | None:
    """A file of a newer format: nothing else in it can be judged."""
    version = data.get("kamc") if isinstance(data, dict) else None
    if not isinstance(version, int) or version <= FORMAT:
        return None
    return Finding(
        code="KAM025",
        message=f"this file is written for kamc {version}; this is kamc {FORMAT}",
        at=VERSION,
        on="value",
        key=str(version),
        help="update kamc, or ask whoever wrote the file for one of this version",
    )


def _follows(one: Mistake, all_: tuple[Mistake, ...]) -> bool:
    """Whether a missing key is only misspelled: then the misspelling is the mistake."""
    if one.sort != "missing":
        return False
    beside = (other for other in all_ if other.sort == "unknown-key" and other.path[:-1] == one.path[:-1])
    return any(nearest(str(other.value), [str(one.path[-1])]) for other in beside)


def _worded(one: Mistake, which: Which, data: Any) -> Finding:
    root = ROOTS[which]
    if one.sort in {"unknown-key", "bad-key"}:
        told = keys.unknown(one, root) if one.sort == "unknown-key" else keys.bad(one, root)
        fix = slips.key(one, root, data) if told.code == "KAM012" else None
        return msgspec.structs.replace(told, fix=fix)
    if one.sort == "missing":
        return keys.missing(one, root)
    return version(one) if one.path == VERSION else wrong_values.finding(one, root)


def version(one: Mistake) -> Finding:
    """A version that never was."""
    return Finding(
        code="KAM025",
        message=f'"kamc" should be {FORMAT}, the version of the format' + wanted.instead(one.value),
        at=one.path,
        on="key" if wanted.is_blank(one.value) else "value",
        key=wanted.written(one.value),
        help=f"write `kamc: {FORMAT}`, without quotes",
    )
