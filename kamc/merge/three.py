"""Three-way merging of plain data: what one side changed counts, what both changed is a clash."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal, TypeAlias

Favour: TypeAlias = Literal["ours", "theirs"] | None
ABSENT: Any = object()
"""Stands where a side says nothing."""


class Clash(Exception):  # noqa: N818 - an answer, not a fault
    """Both sides changed the same thing, and nobody said whose counts."""


def three(base: Any, ours: Any, theirs: Any, favour: Favour = None) -> Any:
    """What became of `base`; where both changed a thing, the side that is favoured counts. Raises `Clash`."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and theirs not in (base, ours) and ours != base:
        return _mapping(base if isinstance(base, dict) else {}, ours, theirs, favour)
    if _same(theirs, base) or _same(theirs, ours):
        return ours
    if _same(ours, base):
        return theirs
    if favour is None:
        raise Clash
    return ours if favour == "ours" else theirs


def _same(one: Any, other: Any) -> bool:
    return one is other if ABSENT in (one, other) else one == other


def _mapping(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], favour: Favour
) -> dict[str, Any]:
    """A mapping key by key; an entry that one side renamed is followed."""
    mine, other = renamed(base, ours, theirs)
    found = {}
    names, others = (
        {was.get(key, key): key for key in side} for was, side in ((mine, ours), (other, theirs))
    )
    for one in order(tuple(names), tuple(others), base):
        value = three(
            base.get(one, ABSENT),
            ours.get(names.get(one, ""), ABSENT),
            theirs.get(others.get(one, ""), ABSENT),
            favour,
        )
        if value is not ABSENT:
            found[key_of(one, names, others)] = value
    return found


def key_of(one: str, names: Mapping[str, str], others: Mapping[str, str]) -> str:
    """The key that an entry has now: that of the side that renamed it."""
    key = names.get(one, one)
    return others.get(one, one) if key == one else key


def renamed(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """On both sides, new keys with the old ones that they had (`was`); none where the two disagree."""
    mine, other = _renames(base, ours), _renames(base, theirs)
    split = {old for new, old in mine.items() if old in other.values() and other.get(new) != old}
    kept = ({new: old for new, old in one.items() if old not in split} for one in (mine, other))
    first, second = kept
    return first, second


def _renames(base: Mapping[str, Any], side: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for new, value in side.items():
        old = value.get("was") if isinstance(value, dict) else None
        if isinstance(old, str) and old in base and old not in side and new not in base:
            found.setdefault(new, old)
    return {new: old for new, old in found.items() if list(found.values()).count(old) == 1}


def order(ours: Sequence[str], theirs: Sequence[str], base: Collection[str]) -> list[str]:
    """Our keys in our order, and theirs that we lack behind the key that they follow."""
    found = [*ours]
    for place, key in enumerate(theirs):
        if key in ours:
            continue
        after = found.index(theirs[place - 1]) + 1 if place else 0
        while after < len(found) and found[after] not in theirs and found[after] not in base:
            after += 1  # what we added there stands first
        found.insert(after, key)
    return found
