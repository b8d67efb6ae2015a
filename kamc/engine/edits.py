"""Fixes that speak of paths, as edits of the text: a word in place of another, an entry that goes."""

import re

from kamc.diagnostics import Delete, Edit, Finding, Fix, Path, Span, Write, value_at
from kamc.engine.read import Loaded

AFTER_ITEM = re.compile(r"\s*,[ \t]*")
"""What follows an item in braces or brackets that is not the last one."""

Stretch = tuple[int, int]
"""Two offsets in code points, the end exclusive."""


def fix_of(loaded: Loaded, finding: Finding) -> Fix | None:
    """What mends a finding, in edits of its file; nothing where the way it is written forbids it."""
    meant = finding.fix
    if meant is None or isinstance(meant, Fix):
        return meant
    here = _Text(loaded)
    path = loaded.migrated.origin(finding.at)
    if isinstance(meant, Write):
        return _write(here, meant.word, here.value(path) if finding.on == "value" else here.key(path))
    return _delete(here, meant, path)


class _Text:
    """The text of a file by offsets, and where everything stands in it."""

    def __init__(self, loaded: Loaded) -> None:
        self.text = loaded.document.text
        self.data = loaded.document.data
        self.lines = loaded.document.lines
        self._places = loaded.document.places()

    def key(self, path: Path) -> Stretch | None:
        return self._stretch(self._places.key(path))

    def value(self, path: Path) -> Stretch | None:
        return self._stretch(self._places.value(path))

    def edit(self, stretch: Stretch, text: str = "") -> Edit:
        return Edit(self.lines.span(*stretch), text)

    def _stretch(self, span: Span | None) -> Stretch | None:
        if span is None:
            return None
        return self.lines.offset(span.line, span.column), self.lines.offset(span.end_line, span.end_column)


def _write(here: _Text, word: str, stretch: Stretch | None) -> Fix | None:
    """A word in place of another, in the quotes that were there; a text of another form is left alone."""
    if stretch is None:
        return None
    old = here.text[slice(*stretch)]
    quote = old[:1] if old[:1] in {"'", '"'} else ""
    if "\n" in old or (not quote and not old[:1].isalnum()):
        return None
    return Fix(what=f'write "{word}"', edits=(here.edit(stretch, f"{quote}{word}{quote}"),))


def _delete(here: _Text, meant: Delete, path: Path) -> Fix | None:
    """An entry without a trace; with what held only it, but nothing further out."""
    if _is_only_one(here, path):
        path = path[:-1]
    key, value, holder = here.key(path), here.value(path), here.value(path[:-1])
    if not path or key is None or value is None or holder is None or _is_only_one(here, path):
        return None
    in_braces = here.text[holder[0]] == "{"
    stretch = _item(here, path, (key[0], value[1])) if in_braces else _lines(here, (key[0], value[1]))
    return None if stretch is None else Fix(what=meant.what, edits=(here.edit(stretch),))


def _is_only_one(here: _Text, path: Path) -> bool:
    holder = value_at(here.data, path[:-1])
    return not isinstance(holder, dict) or len(holder) == 1


def _lines(here: _Text, entry: Stretch) -> Stretch | None:
    """The lines of an entry that shares none; of blank lines around it, one stays. Comments above stay."""
    start, end = here.lines.start(entry[0]), _next_line(here, entry[1])
    if here.text[start : entry[0]].strip(" "):
        return None
    before, after = here.text[:start], here.text[end:]
    is_alone = not after or after.startswith(("\n", "\r\n"))
    if is_alone and (blank := re.search(r"(?<=\n)\r?\n\Z", before)) is not None:
        start = blank.start()
    return start, end


def _next_line(here: _Text, offset: int) -> int:
    end = here.text.find("\n", offset)
    return len(here.text) if end < 0 else end + 1


def _item(here: _Text, path: Path, entry: Stretch) -> Stretch | None:
    """An item in braces with its comma: the one behind it, or for the last item the one before it."""
    comma = AFTER_ITEM.match(here.text, entry[1])
    if comma is not None:
        return _whole_lines(here, (entry[0], comma.end()))
    before = _end_of_item_before(here, path)
    gap = "" if before is None else here.text[before : entry[0]]
    return (before, entry[1]) if before is not None and gap.strip() == "," else None


def _whole_lines(here: _Text, item: Stretch) -> Stretch:
    """An item and its comma; with the lines that hold nothing else."""
    start, end = here.lines.start(item[0]), here.lines.end(item[1])
    alone = not here.text[start : item[0]].strip() and end == item[1]
    return (start, _next_line(here, end)) if alone else item


def _end_of_item_before(here: _Text, path: Path) -> int | None:
    keys = list(holder) if isinstance(holder := value_at(here.data, path[:-1]), dict) else []
    place = keys.index(path[-1])
    value = here.value((*path[:-1], keys[place - 1])) if place else None
    return None if value is None else value[1]
