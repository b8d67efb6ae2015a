"""A mapping as it is written: its items with their exact text, so that pieces of two files make a third."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

from kamc.diagnostics import Path
from kamc.loader import Document

Data: TypeAlias = Any
PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
IN_BRACES = re.compile(r"[^,\[\]{}\n#:]+|:(?!\s)|(?<!\s)#")


class OddError(Exception):
    """A file is written in a way that pieces of it cannot be moved."""


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A key with its value. `lead` + `head` + `value` + `after` are its text, and all texts make the file.

    In a block, `lead` holds the comments and blank lines above it, and `after` what follows the value in its
    line; a mapping in lines of its own is the `value` with all its lines. In braces, `lead` is the comma.
    """

    key: str
    data: Data
    lead: str
    head: str
    value: str
    after: str
    in_braces: bool
    inner: Callable[[], "Map"] | None = None

    @property
    def body(self) -> str:
        """The item without what stands above it."""
        return self.head + self.value + self.after

    @property
    def text(self) -> str:
        """The item as it moves: with its comments; in braces, without its comma."""
        return self.body if self.in_braces else self.lead + self.body


class Map(msgspec.Struct, frozen=True, kw_only=True):
    """A mapping: its items in their order, and what stands before the first and behind the last."""

    items: Mapping[str, Item]
    in_braces: bool
    indent: int = 0
    opening: str = ""
    closing: str = ""

    @property
    def data(self) -> dict[str, Data]:
        """What it says."""
        return {key: item.data for key, item in self.items.items()}


NOTHING = Map(items={}, in_braces=False)
"""Where the base has no such mapping."""


class Written:
    """The text of a file by offsets, and where everything stands in it."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.data: Data = document.data
        self._places = document.places()

    def key(self, path: Path) -> tuple[int, int]:
        return self._known(self._places.key_stretch(path), path)

    def value(self, path: Path) -> tuple[int, int]:
        return self._known(self._places.value_stretch(path), path)

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def next_line(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end < 0 else end + 1

    @staticmethod
    def _known(stretch: tuple[int, int] | None, path: Path) -> tuple[int, int]:
        if stretch is None:
            raise OddError(f"{'/'.join(map(str, path))} has no place")
        return stretch


def top(here: Written) -> Map:
    """The mapping that a file is. Raises `OddError` where it stands in braces."""
    start, _ = here.value(())
    if here.text[start] == "{":
        raise OddError("the file is one mapping in braces")
    return _block(here, (), here.data, (0, len(here.text)))


def _block(here: Written, path: Path, data: dict[str, Data], region: tuple[int, int]) -> Map:
    """The mapping whose lines fill `region`."""
    starts = [here.line_start(here.key((*path, key))[0]) for key in data]
    if sorted(set(starts)) != starts:
        raise OddError("keys of a block stand in one line")
    indent = here.key((*path, next(iter(data))))[0] - starts[0]
    items, end = {}, region[0]
    for place, (key, value) in enumerate(data.items()):
        limit = starts[place + 1] if place + 1 < len(starts) else region[1]
        stretch = (end, starts[place], _end(here, (*path, key), indent, limit))
        items[key] = _line(here, (*path, key), value, stretch)
        end = stretch[-1]
    return Map(items=items, in_braces=False, indent=indent, closing=here.text[end : region[1]])


def _end(here: Written, path: Path, indent: int, limit: int) -> int:
    """Where an item ends: with its last line, or with the last comment below that is set in deeper."""
    end = at = min(here.next_line(max(here.value(path)[1], here.key(path)[1])), limit)
    while at < limit:
        line = here.text[at : (at := here.next_line(at))]
        if line.strip() and len(line) - len(line.lstrip(" ")) > indent:
            end = at
    return end


def _line(here: Written, path: Path, data: Data, stretch: tuple[int, int, int]) -> Item:
    """An item of a block, from where the one before it ends, by where its line starts, to where it ends."""
    before, start, end = stretch
    text = here.text
    key_end, (first, last) = here.key(path)[1], here.value(path)
    if text[start : here.key(path)[0]].strip(" "):
        raise OddError(f"{path[-1]} does not begin its line")
    own_lines = isinstance(data, dict) and text[first] != "{"
    if own_lines:
        first, last = here.next_line(key_end), end
    else:
        first, last = max(first, key_end), max(last, key_end)
    return Item(
        key=str(path[-1]),
        data=data,
        lead=text[before:start],
        head=text[start:first],
        value=text[first:last],
        after=text[last:end],
        in_braces=False,
        inner=_inner(here, path, data, (first, last), own_lines=own_lines),
    )


def _inner(
    here: Written, path: Path, data: Data, region: tuple[int, int], *, own_lines: bool
) -> Callable[[], Map] | None:
    if not isinstance(data, dict):
        return None
    return lambda: _block(here, path, data, region) if own_lines else _braces(here, path, data, region)


def _braces(here: Written, path: Path, data: dict[str, Data], region: tuple[int, int]) -> Map:
    """The mapping in braces that fills `region`."""
    items: dict[str, Item] = {}
    end, opening = region[0] + 1, ""
    for key, value in data.items():
        start, last = here.key((*path, key))[0], here.value((*path, key))
        first = max(last[0], here.key((*path, key))[1])
        gap = here.text[end:start]
        opening, gap = (opening, gap) if items else (gap, ", ")
        items[key] = Item(
            key=key,
            data=value,
            lead=gap,
            head=here.text[start:first],
            value=here.text[first : max(first, last[1])],
            after="",
            in_braces=True,
            inner=_inner(here, (*path, key), value, last, own_lines=False),
        )
        end = max(first, last[1])
    return Map(items=items, in_braces=True, opening="{" + opening, closing=here.text[end : region[1]])


# --- From one way of writing to another ---------------------------------------------------------------------


def in_lines(one: Map, indent: int) -> Map:
    """A mapping as a block with that indentation."""
    if not one.in_braces and one.indent == indent:
        return one
    if one.in_braces:
        items = {key: _to_line(item, indent) for key, item in one.items.items()}
        return Map(items=items, in_braces=False, indent=indent)
    shift = indent - one.indent
    return msgspec.structs.replace(
        one,
        items={key: _shifted(item, shift) for key, item in one.items.items()},
        indent=indent,
        closing=_moved(one.closing, shift),
    )


def _to_line(item: Item, indent: int) -> Item:
    return msgspec.structs.replace(item, lead="", head=" " * indent + item.head, after="\n", in_braces=False)


def _shifted(item: Item, shift: int) -> Item:
    return msgspec.structs.replace(
        item,
        lead=_moved(item.lead, shift),
        head=_moved(item.head, shift),
        value=_moved(item.value, shift, first=item.head.endswith("\n")),
        after=_moved(item.after, shift, first=False),
    )


def _moved(text: str, shift: int, *, first: bool = True) -> str:
    """Lines set in deeper or less deep; the first only where it is a line's beginning."""
    lines = text.splitlines(keepends=True)
    return "".join(_set_in(line, shift) if first or place else line for place, line in enumerate(lines))


def _set_in(line: str, shift: int) -> str:
    if not line.strip():
        return line
    return " " * shift + line if shift > 0 else line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def between_braces(one: Map) -> Map:
    """A mapping in braces, on one line."""
    if one.in_braces:
        return one
    items = {key: _to_braces(item) for key, item in one.items.items()}
    return Map(items=items, in_braces=True, opening="{", closing="}")


def _to_braces(item: Item) -> Item:
    return msgspec.structs.replace(
        item, lead=", ", head=f"{_key(item.key)}: ", value=_value(item), after="", in_braces=True
    )


def _value(item: Item) -> str:
    """The text of a value as it may stand in braces."""
    written = item.value.strip()
    quoted = isinstance(item.data, str) and written[:1] in {'"', "'"}
    flow = isinstance(item.data, dict | list) and written[:1] in {"{", "["}
    if (quoted or flow) and "\n" not in written:
        return written
    if not isinstance(item.data, dict | list) and all(map(str.isprintable, written)) and _is_plain(written):
        return written
    return dumped(item.data)


def _is_plain(text: str) -> bool:
    return text[:1] not in {"|", ">"} and "".join(IN_BRACES.findall(text)) == text


def dumped(data: Data) -> str:
    """Data in braces and brackets, on one line."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{_key(key)}: {dumped(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return f"[{', '.join(map(dumped, data))}]"
    if isinstance(data, str):
        return data if PLAIN_WORD.fullmatch(data) else json.dumps(data, ensure_ascii=False)
    return "" if data is None else str(data)


def _key(key: str) -> str:
    return key if PLAIN_WORD.fullmatch(key) else json.dumps(key, ensure_ascii=False)
