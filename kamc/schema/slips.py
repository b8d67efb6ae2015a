"""Slips of the finger that can mean only one thing: what a fix may write in place of a key or a word."""

from typing import Any

from kamc.diagnostics import Path, Write, value_at
from kamc.model.build import build
from kamc.model.fields import OneWord, SomeWords, Table
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.walk import locate
from kamc.schema.mistakes import Mistake
from kamc.schema.repair import SENSES, proposals
from kamc.words import fold, slip_of


def key(one: Mistake, root: type[Part], data: Any) -> Write | None:
    """The key that was meant, where only one is near, its place is free and the value fits there."""
    at = one.path[:-1]
    holder, words = value_at(data, at), _keys(root, at)
    meant = slip_of(str(one.value), words)
    if meant is None or not isinstance(holder, dict) or meant in holder:
        return None
    rivals = [other for other in holder if other not in words and slip_of(other, words) == meant]
    fits = _fits(locate(root, at).record or root, meant, holder[one.value])
    return Write(meant) if fits and rivals == [one.value] else None


def _fits(record: type[Part], key: str, value: Any) -> bool:
    """Whether a field takes a value, or its word once that is mended; what stands below is another matter."""
    slot = spec(record).by_key.get(key)
    if slot is None:  # the key of a table
        return True
    if isinstance(slot.field, OneWord) and isinstance(value, str):
        return (
            value in slot.field.choices
            or word(value, slot.field, [*proposals(slot.field, value)]) is not None
        )
    unfit = (path for path, words in build(record, {key: value})[1] if not words)
    return not any(path[:1] == (key,) and all(isinstance(step, int) for step in path[1:]) for path in unfit)


def _keys(root: type[Part], path: Path) -> tuple[str, ...]:
    """The keys that the mapping at `path` may have, as far as they are fixed words."""
    holder = locate(root, path)
    if isinstance(holder.field, Table):
        return holder.field.keys.choices if isinstance(holder.field.keys, OneWord) else ()
    return tuple(spec(holder.record or root).by_key)


def word(text: str, field: OneWord, meant: list[str]) -> Write | None:
    """The word of a field that was meant, where the message proposes one and no other is near."""
    if len(meant) != 1 or (isinstance(field, SomeWords) and meant[0] not in field.choices):
        return None
    is_sure = fold(text) in SENSES or slip_of(text, field.choices) == meant[0]
    return Write(meant[0]) if is_sure else None
