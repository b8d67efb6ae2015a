"""The merged text, woven from both sides: our bytes, with the pieces that they changed put in."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kamc.diagnostics import Path
from kamc.merge import comments
from kamc.merge.three import order, renamed
from kamc.merge.written import NOTHING, Item, Map, between_braces, in_lines


class Out(NamedTuple):
    """A piece of the merged file: with conflict markers, and as each side of all conflicts would have it."""

    marked: str
    ours: str
    theirs: str

    @property
    def split(self) -> bool:
        """Whether the sides differ."""
        return self.ours != self.theirs

    def within(self, before: str, after: str = "") -> "Out":
        """The piece between two others."""
        return Out(*(before + one + after for one in self))


def _same(text: str) -> Out:
    return Out(text, text, text)


def _joined(parts: Iterable[Out]) -> Out:
    told = tuple(parts)
    return Out(*("".join(one[side] for one in told) for side in range(3)))


class Sides(NamedTuple):
    """An item, or nothing, in the base, on the side whose bytes are kept, and on the other one."""

    old: Item | None
    kept: Item | None
    other: Item | None


class Weaver:
    """Weaves one file. `flipped`: the bytes kept are theirs, for ours cannot hold a block."""

    def __init__(self, marker: int) -> None:
        self.conflicts: list[Path] = []
        self._marker = marker

    def block(self, old: Map, kept: Map, other: Map, path: Path = (), *, flipped: bool = False) -> Out:
        """Two mappings in lines of their own."""
        old, other = in_lines(old, kept.indent), in_lines(other, kept.indent)
        parts = [
            self._item(sides, (*path, name), flipped=flipped) for name, sides in _beside(old, kept, other)
        ]
        return _joined((*parts, _same(comments.lines(old.closing, kept.closing, other.closing))))

    def _item(self, sides: Sides, path: Path, *, flipped: bool) -> Out:
        """One item: the side that changed it, or part by part where both did."""
        old, kept, other = sides
        if kept is None or other is None:
            return self._alone(sides, path, flipped=flipped)
        if (old is not None and other.text == old.text) or other.text == kept.text:
            return _same(kept.text)
        if old is not None and kept.text == old.text:
            return _same(other.text)
        lead = "" if kept.in_braces else comments.lines(old.lead if old else "", kept.lead, other.lead)
        if kept.inner and other.inner:
            return self._mapping(sides, path, flipped=flipped).within(lead)
        return self._value(old, kept, other, path, flipped=flipped).within(lead)

    def _alone(self, sides: Sides, path: Path, *, flipped: bool) -> Out:
        """An item that one side does not have: new on the other, or deleted, perhaps against an edit."""
        old, kept, other = sides
        one = kept or other
        if one is None or (old is not None and one.data == old.data):
            return _same("")
        if old is None:
            return _same(one.text)
        return self._conflict(kept.text if kept else "", other.text if other else "", sides, path, flipped)

    def _value(self, old: Item | None, kept: Item, other: Item, path: Path, *, flipped: bool) -> Out:
        """A value that is not taken apart."""
        if (old is not None and other.data == old.data) or kept.data == other.data:
            chosen = kept
        elif old is not None and kept.data == old.data:
            chosen = other
        else:
            return self._conflict(kept.body, other.body, Sides(old, kept, other), path, flipped)
        if old is None or any("\n" in one.head + one.value for one in (old, kept, other)):
            return _same(chosen.body)
        return _same(chosen.head + chosen.value + comments.after(old.after, kept.after, other.after))

    def _mapping(self, sides: Sides, path: Path, *, flipped: bool) -> Out:
        """Two mappings, key by key."""
        old, kept, other = sides
        first, mine, theirs = (one.inner() if one and one.inner else NOTHING for one in sides)
        if kept is None or other is None:
            raise TypeError
        if not kept.in_braces and mine.in_braces and not theirs.in_braces:
            return self.block(first, theirs, mine, path, flipped=not flipped).within(other.head, other.after)
        head = other.head if old and kept.head == old.head and _alike(kept, other) else kept.head
        if not kept.in_braces and not mine.in_braces:
            return self.block(first, mine, theirs, path, flipped=flipped).within(head, kept.after)
        after = (
            comments.after(old.after if old else "", kept.after, other.after)
            if _alike(kept, other)
            else kept.after
        )
        first, mine, theirs = map(between_braces, (first, mine, theirs))
        found = self._braces(first, mine, theirs, path, flipped=flipped).within(head, after)
        return self._marked(found) if found.split and not kept.in_braces else found

    def _braces(self, old: Map, kept: Map, other: Map, path: Path, *, flipped: bool) -> Out:
        """Two mappings in braces; markers would not fit there, so both sides are told apart further out."""
        parts = [
            (sides.kept.lead if sides.kept else ", ", self._item(sides, (*path, name), flipped=flipped))
            for name, sides in _beside(old, kept, other)
        ]
        told = [_listed([(gap, out[side]) for gap, out in parts]) for side in range(3)]
        return Out(*told).within(kept.opening, kept.closing)

    def _conflict(self, kept: str, other: str, sides: Sides, path: Path, flipped: bool) -> Out:  # noqa: FBT001
        """Both sides, one of which a person has to choose."""
        self.conflicts.append(path)
        ours, theirs = (other, kept) if flipped else (kept, other)
        in_braces = any(one.in_braces for one in sides[1:] if one)
        found = Out(ours, ours, theirs)
        return found if in_braces else self._marked(found)

    def _marked(self, found: Out) -> Out:
        """The lines of both sides between conflict markers."""
        signs = [sign * self._marker for sign in "<=>"]
        text = f"{signs[0]} ours\n{found.ours}{signs[1]}\n{found.theirs}{signs[2]} theirs\n"
        return Out(text, found.ours, found.theirs)


def _listed(items: Iterable[tuple[str, str]]) -> str:
    """Items in braces, those that are there, with what parts them."""
    text = ""
    for gap, item in items:
        if item:
            text += (gap if text else "") + item
    return text


def _alike(one: Item, other: Item) -> bool:
    """Whether two items are written in the same way: with the value in the line of the key, or below it."""
    return one.head.endswith("\n") is other.head.endswith("\n")


def _beside(old: Map, kept: Map, other: Map) -> Iterable[tuple[str, Sides]]:
    """The items of three mappings, one beside the other, in the order of the merged one."""
    mine, theirs = renamed(old.data, kept.data, other.data)
    ours, others = _by_name(kept, mine), _by_name(other, theirs)
    for name in order(tuple(ours), tuple(others), old.items):
        yield name, Sides(old.items.get(name), ours.get(name), others.get(name))


def _by_name(one: Map, was: Mapping[str, str]) -> dict[str, Item]:
    """Items by the key that they had in the base."""
    return {was.get(key, key): item for key, item in one.items.items()}
