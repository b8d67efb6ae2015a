"""Where everything in a file stands: a second pass over its events, made only when a finding needs it."""

from collections.abc import Callable
from contextlib import suppress

from kamc.diagnostics import START, Path, Span
from kamc.loader import lost_words
from kamc.loader.events import (
    DEEPEST,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    YAMLError,
    begins,
    ends,
    is_flow,
)
from kamc.loader.text import Lines

Stretch = tuple[int, int]
"""Two offsets in code points, the end exclusive."""


class Places:
    """The places of all keys and values of one file, by their paths."""

    def __init__(self, lines: Lines, keys: dict[Path, Stretch], values: dict[Path, Stretch]) -> None:
        self._lines = lines
        self._keys = keys
        self._values = values

    def key(self, path: Path) -> Span | None:
        """The place of a key; of a list item, the item itself; of the file, its first key."""
        is_item = bool(path) and isinstance(path[-1], int)
        return self._span(self._values.get(path) if is_item else self._keys.get(path))

    def value(self, path: Path) -> Span | None:
        """The place of a value, without the blank lines and comments that follow it."""
        return self._span(self._values.get(path))

    def key_stretch(self, path: Path) -> Stretch | None:
        """The offsets of a key."""
        return self._keys.get(path)

    def value_stretch(self, path: Path) -> Stretch | None:
        """The offsets of a value, without the blank lines and comments that follow it."""
        return self._values.get(path)

    def nearest(self, path: Path) -> tuple[Path, Span]:
        """The longest part of `path` that is in the file, and the place of its key."""
        for length in range(len(path), -1, -1):
            if (span := self.key(path[:length])) is not None:
                return path[:length], span
        return (), START

    def _span(self, stretch: Stretch | None) -> Span | None:
        return None if stretch is None else self._lines.span(*stretch)


def find_places(text: str, lines: Lines) -> Places:
    """The places of all that libyaml reads in `text` before it gives up, if it does."""
    search = _Search(text)
    with suppress(YAMLError, _TooDeepError):
        search.run()
    keys = search.keys
    if keys:
        keys[()] = next(iter(keys.values()))
    return Places(lines, keys, search.values)


class _TooDeepError(Exception):
    """Too many mappings and lists stand inside each other; what was found is kept."""


class _Search:
    """The second walk. It takes and leaves keys as the first one does: a path leads to the same data."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys: dict[Path, Stretch] = {}
        self.values: dict[Path, Stretch] = {}
        self._next: Callable[[], Event] = Parser(text).get_event  # type: ignore[assignment]

    def run(self) -> None:
        self._next()
        if isinstance(self._next(), DocumentStartEvent):
            self._value(self._next(), (), in_flow=False)

    def _value(self, event: Event, path: Path, *, in_flow: bool) -> int:
        """Note the place of a value; the offset at which it ends."""
        start, end = begins(event), ends(event)
        self.values[path] = start, end
        if isinstance(event, MappingStartEvent):
            end = self._mapping(event, path)
        elif isinstance(event, CollectionStartEvent):
            end = self._sequence(event, path)
        elif isinstance(event, ScalarEvent):
            end = self._scalar(event, path, in_flow=in_flow)
        self.values[path] = start, end
        return end

    def _mapping(self, start: CollectionStartEvent, path: Path) -> int:
        _refuse_depth(len(path))
        end, in_flow = ends(start), is_flow(start)
        while not isinstance(key := self._next(), MappingEndEvent):
            name = self._name(key, path)
            event = self._next()
            if name is None:
                end = self._skip(event, path)
            elif in_flow and isinstance(key, ScalarEvent) and lost_words.is_bare(self.text, (key, event)):
                end = self._bare(key, event, path)
            else:
                self.keys[*path, name] = begins(key), ends(key)
                end = self._value(event, (*path, name), in_flow=in_flow)
        return ends(key) if in_flow else end

    def _sequence(self, start: CollectionStartEvent, path: Path) -> int:
        _refuse_depth(len(path))
        end, in_flow, place = ends(start), is_flow(start), 0
        while not isinstance(item := self._next(), SequenceEndEvent):
            end = self._value(item, (*path, place), in_flow=in_flow)
            place += 1
        return ends(item) if in_flow else end

    def _scalar(self, scalar: ScalarEvent, path: Path, *, in_flow: bool) -> int:
        """The end of a text; block texts run into the blank lines behind them, which are not theirs."""
        if ":" in scalar.value and not scalar.style and not in_flow:
            for field in lost_words.glued_lines(self.text, scalar):
                self._field(field, path)
        start, end = begins(scalar), ends(scalar)
        return start + len(self.text[start:end].rstrip())

    def _name(self, key: Event, path: Path) -> str | None:
        """The name of a key that is read, and read for the first time."""
        if not isinstance(key, ScalarEvent):
            self._skip(key, path)
            return None
        is_merge = key.value == "<<" and not key.style
        return None if is_merge or not key.value or (*path, key.value) in self.keys else key.value

    def _bare(self, key: ScalarEvent, event: Event, path: Path) -> int:
        """A key in braces without a colon: a field only if all that it lacks is a space."""
        if (field := lost_words.repaired(self.text, (key, event))) is not None:
            self._field(field, path)
        return ends(event)

    def _field(self, field: lost_words.Glued, path: Path) -> None:
        """Note the place of a field that was repaired."""
        if (*path, field.key) not in self.keys:
            self.keys[*path, field.key] = field.at, field.at + len(field.key)
            self.values[*path, field.key] = field.value_at, field.end

    def _skip(self, event: Event, path: Path) -> int:
        """Pass over what is not read; the offset at which it ends."""
        depth, end = 0, ends(event)
        while True:
            if isinstance(event, CollectionStartEvent):
                depth += 1
                _refuse_depth(len(path) + depth)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            else:
                end = ends(event)
            if not depth:
                return end
            event = self._next()


def _refuse_depth(depth: int) -> None:
    if depth >= DEEPEST:
        raise _TooDeepError
