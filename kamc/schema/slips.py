"""Slips of the finger that can mean only one thing: what a fix may write in place of a key or a word."""

from typing import Any

from kamc.diagnostics import Path, Write, value_at
from kamc.model.fields import OneWord, SomeWords, Table
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.model.walk import locate
from kamc.schema.mistakes import Mistake
from kamc.schema.repair import SENSES
from kamc.words import fold, slip_of


def key(one: Mistake, root: type[Part], data: Any) -> Write | None:
    """The key that was meant, where only one is near, it is not there yet, and no other key means it, too."""
    holder = value_at(data, one.path[:-1])
    words = _keys(root, one.path[:-1])
    word = slip_of(str(one.value), words)
    if word is None or not isinstance(holder, dict) or word in holder:
        return None
    rivals = [other for other in holder if other not in words and slip_of(other, words) == word]
    return Write(word) if rivals == [one.value] else None


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
