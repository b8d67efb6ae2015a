"""One root cause, one finding: what only follows from a mistyped key or id is not told a second time.

Under `buying_centre:` stands everything that a missing `buying_center` would be asked for; whoever mends the
key mends the rest. The same holds for links to an entry whose id is misspelled where it is defined.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from kamc.diagnostics import Finding, Path
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.walk import locate
from kamc.schema.ids import proposal
from kamc.words import nearest

UNKNOWN_KEY, BAD_ID, DANGLING = "KAM012", "KAM022", "KAM027"


def without_followers(findings: Iterable[Finding], record: type[Part], data: Any) -> list[Finding]:
    """The findings on one file (of `record`, holding `data`) less those that follow from another of them."""
    told = list(findings)
    roots = [one for one in told if one.code in {UNKNOWN_KEY, BAD_ID} and one.at]
    if not roots:
        return told
    meant = tuple(path for one in roots if (path := _meant(one.at, record)))
    lost = frozenset(id_ for one in roots for id_ in _lost(one, data))
    return [one for one in told if one in roots or not _follows(one, meant, lost)]


def _follows(finding: Finding, meant: tuple[Path, ...], lost: frozenset[str]) -> bool:
    if finding.code == DANGLING and finding.key in lost:
        return True
    return any(finding.at[: len(path)] == path for path in meant)


def _meant(at: Path, record: type[Part]) -> Path:
    """Where a mistyped key would stand if it were written right; nowhere where nothing is near."""
    holder = locate(record, at[:-1]).record
    near = nearest(str(at[-1]), spec(holder).by_key) if holder else None
    return (*at[:-1], near) if near else ()


def _lost(finding: Finding, data: Any) -> Iterator[str]:
    """The ids that cannot be found as long as a finding stands."""
    key = str(finding.at[-1])
    if finding.code == BAD_ID:
        yield key
        yield proposal(key, "entry") or key
    else:
        yield from _keys(_value(data, finding.at))


def _value(data: Any, path: Path) -> Any:
    for key in path:
        if not isinstance(data, dict | list) or (isinstance(data, dict) and key not in data):
            return None
        data = data[key]
    return data


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, inner in data.items():
            yield key
            yield from _keys(inner)
