"""Two branches' edits of one plan as one plan: entry by entry, field by field, in the bytes that are there.

The merged text is woven from pieces of both files (`weave`), and then proved: what it says is what three-way
merging of the data gives (`three`), and no comment is lost. What cannot be proved is not offered.
"""

from collections.abc import Callable

import msgspec

from kamc.diagnostics import Path
from kamc.loader import Document, load
from kamc.merge.comments import lost
from kamc.merge.three import Clash, Favour, three
from kamc.merge.weave import Out, Weaver
from kamc.merge.written import NOTHING, Data, OddError, Written, top

BASE = "base"
BOM = b"\xef\xbb\xbf"


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """A merged file, and where both sides changed the same thing: there it has conflict markers."""

    content: bytes
    conflicts: tuple[Path, ...] = ()


class Unmergeable(Exception):  # noqa: N818 - it is no fault: lines can be merged still
    """Why two edits cannot be merged by what they mean, in words."""


Meaning = Callable[[Data], Data]
"""What data means: the normal form of the plan that it is."""


def merge(base: bytes, ours: bytes, theirs: bytes, meaning: Meaning, marker: int = 7) -> Merged:
    """Merge what became of `base` on two sides, in our bytes wherever they did not change it.

    `marker` is how long conflict markers are. Raises `Unmergeable`.
    """
    texts = {BASE: base, "ours": ours, "theirs": theirs}
    old, mine, other = (_document(name, content) for name, content in texts.items())
    weaver = Weaver(marker)
    try:
        first = top(Written(old)) if old.text else NOTHING
        out = weaver.block(first, top(Written(mine)), top(Written(other)))
    except OddError as fault:
        raise Unmergeable(str(fault)) from None
    _prove(out, (old, mine, other), meaning, clean=not weaver.conflicts)
    return Merged(content=_bytes(out.marked, ours), conflicts=tuple(weaver.conflicts))


def _document(name: str, content: bytes) -> Document:
    """One side with line feeds, its last line ended. Raises `Unmergeable`."""
    if content.count(b"\r\n") not in {0, content.count(b"\n")}:
        raise Unmergeable(f"{name}: lines end in several ways")
    text = content.replace(b"\r\n", b"\n")
    if name == BASE and not text.strip():  # both sides made the file
        return Document(name=name, text="", data={}, readable=True)
    document = load(text if text.endswith(b"\n") else text + b"\n", name)
    if not document.readable or document.faults:
        raise Unmergeable(f"{name} cannot be read")
    return document


def _bytes(text: str, ours: bytes) -> bytes:
    """A text as our side is written: with its mark, its line ends and its last line."""
    content = (text if ours.endswith(b"\n") else text.removesuffix("\n")).encode()
    return (BOM if ours.startswith(BOM) else b"") + (
        content.replace(b"\n", b"\r\n") if b"\r\n" in ours else content
    )


def _prove(out: Out, sides: tuple[Document, Document, Document], meaning: Meaning, *, clean: bool) -> None:
    """See that the text says what the data says, with either side of every conflict. Raises `Unmergeable`."""
    old, mine, other = sides
    choices: tuple[tuple[Favour, str], ...] = (
        ((None, out.ours),) if clean else (("ours", out.ours), ("theirs", out.theirs))
    )
    files = [load(text.encode(), "merged") for _, text in choices]
    for (favour, _), read in zip(choices, files, strict=True):
        try:
            wanted = three(old.data, mine.data, other.data, favour)
            meant = three(meaning(old.data), meaning(mine.data), meaning(other.data)) if clean else None
        except Clash:
            raise Unmergeable("both sides changed the same thing in two ways of writing it") from None
        if not read.readable or read.faults or read.data != wanted:
            raise Unmergeable("its layout does not allow it")
        if clean and meaning(read.data) != meant:
            raise Unmergeable("the merged plan would mean something else")
    if lost(sides, files):
        raise Unmergeable("a comment would be lost")
