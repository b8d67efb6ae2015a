"""One pass over the events of a file: its data, and what is refused on the way."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from typing import TypeAlias

from kamc.diagnostics import Finding, Span
from kamc.loader import lost_words, refusals, scalars
from kamc.loader.events import (
    DEEPEST,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    Pair,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    begins,
    ends,
    is_flow,
)
from kamc.loader.text import MOST, Lines

Data: TypeAlias = "str | int | Decimal | list[Data] | dict[str, Data] | None"

UNKNOWN = "unknown"
"""What stands in for a value that is refused, so that no second error follows."""

NO_NAMES = frozenset(("", "<<"))
TAG = re.compile(r"!(?:<[^>]*>|[^\s,\[\]{}]*)")
DOCUMENT_MARK = len("---")


class TooDeepError(Exception):
    """Too many mappings and lists stand inside each other; the walk ends."""


class Walk:
    """The walk over one file. `text` is what libyaml reads; `lines` are those of the file."""

    def __init__(self, text: str, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.data: Data = None
        self.complete = False
        self.faults: list[Finding] = []
        self._open: list[CollectionStartEvent] = []
        self._hashes = lost_words.HASH.search(text) is not None
        # Inside a document there always is a next event; at the end of the stream it is None.
        self._next: Callable[[], Event] = Parser(text).get_event  # type: ignore[assignment]

    def run(self) -> None:
        """Read the first document, and see whether there is a second."""
        self._next()
        if not isinstance(self._next(), DocumentStartEvent):
            return
        self.data = self._value(self._next())
        self._next()
        self.complete = True
        if isinstance(second := self._next(), DocumentStartEvent):
            span = self.lines.span(begins(second), begins(second) + DOCUMENT_MARK)
            self._refuse(refusals.several_documents(span))

    def _value(self, event: Event) -> Data:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, CollectionStartEvent):
            return self._collection(event)
        return self._alias(event)

    def _collection(self, start: CollectionStartEvent) -> Data:
        self._refuse_depth(start, len(self._open))
        if start.anchor is not None or start.tag is not None:
            self._properties(start)
        self._open.append(start)
        data = self._mapping(start) if isinstance(start, MappingStartEvent) else self._sequence()
        self._open.pop()
        return data

    def _sequence(self) -> list[Data]:
        items: list[Data] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event))
        return items

    def _mapping(self, start: MappingStartEvent) -> Data:
        """The mapping with the first of each key; a key that is refused is left out."""
        data: dict[str, Data] = {}
        pairs: list[Pair] = []
        odd = 0
        following, scalar = self._next, self._scalar
        while not isinstance(key := following(), MappingEndEvent):
            if not isinstance(key, ScalarEvent) or (
                (key.anchor or key.tag or key.value in NO_NAMES) and not self._is_name(key)
            ):
                self._odd_key(key)
                odd += 1
                continue
            event = following()
            data.setdefault(
                key.value, scalar(event) if isinstance(event, ScalarEvent) else self._value(event)
            )
            pairs.append((key, event))
        if start.flow_style and None in data.values():
            return self._mended(data, pairs)
        if len(data) != len(pairs):
            self._duplicates(pairs)
        return self._rest(data) if odd else data

    def _scalar(self, scalar: ScalarEvent) -> Data:
        value = scalar.value
        if scalar.anchor is not None or scalar.tag is not None:
            self._properties(scalar)
            value = value if value or scalar.style else UNKNOWN
        if scalar.style:
            return value.rstrip("\r\n")
        if self._hashes and (lost := self._after_hash(scalar)) is not None:
            self._refuse(lost)
            return value or UNKNOWN
        if ":" in value and not self._open_flow():
            return self._spaced(scalar)
        return scalars.plain(value) if value[:1] in scalars.STARTS else value

    def _after_hash(self, scalar: ScalarEvent) -> Finding | None:
        return lost_words.after_hash(self.text, scalar, self.lines, in_flow=self._open_flow())

    def _alias(self, alias: Event, *, is_key: bool = False) -> Data:
        name = self.text[begins(alias) + 1 : ends(alias)]
        self._refuse(refusals.alias(name, self._span(alias), is_key=is_key))
        return UNKNOWN

    def _is_name(self, key: ScalarEvent) -> bool:
        """Whether a key is text that is read; anchors and tags on it are refused and forgotten."""
        if key.anchor is not None or key.tag is not None:
            self._properties(key)
        return key.value not in NO_NAMES or (bool(key.style) and key.value != "")

    def _odd_key(self, key: Event) -> None:
        """Refuse a key that is no name, and its value with it."""
        if isinstance(key, ScalarEvent) and key.value:
            self._refuse(refusals.merge_key(self._span(key)))
            self._skip(self._next())
        elif isinstance(key, ScalarEvent):
            self._refuse(refusals.key_empty(self._span(key)))
            self._value(self._next())
        else:
            self._key_not_text(key)
            self._value(self._next())

    def _key_not_text(self, key: Event) -> None:
        """Refuse an alias, a list or a mapping as a key."""
        if not isinstance(key, CollectionStartEvent):
            self._alias(key, is_key=True)
            return
        what = "a mapping" if isinstance(key, MappingStartEvent) else "a list"
        self._refuse(refusals.key_not_text(what, self.lines.span(begins(key), begins(key) + 1)))
        self._skip(key)

    def _skip(self, event: Event) -> None:
        """Pass over a value without reading it."""
        depth = 0
        while True:
            if isinstance(event, CollectionStartEvent):
                self._refuse_depth(event, len(self._open) + depth)
                depth += 1
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            if not depth:
                return
            event = self._next()

    def _refuse_depth(self, event: Event, depth: int) -> None:
        """End the walk where one level too many begins: libyaml takes far too long for what may follow."""
        if depth >= DEEPEST:
            self._refuse(refusals.too_deep(DEEPEST, self.lines.span(begins(event), begins(event) + 1)))
            raise TooDeepError

    def _mended(self, data: dict[str, Data], pairs: list[Pair]) -> Data:
        """A mapping in braces that may have lost words: bare keys left out, clear fields repaired."""
        self.faults += islice(lost_words.in_braces(self.text, pairs, self.lines), MOST - len(self.faults))
        self._duplicates([pair for pair in pairs if not lost_words.is_bare(self.text, pair)])
        torn = lost_words.torn_numbers(self.text, pairs)
        mended: dict[str, Data] = {}
        for pair in pairs:
            name = pair[0].value
            if (field := lost_words.repaired(self.text, pair)) is not None:
                mended.setdefault(field.key, field.meaning)
            elif not lost_words.is_bare(self.text, pair):
                mended.setdefault(name, UNKNOWN if name in torn else data[name])
        return self._rest(mended)

    def _rest(self, data: dict[str, Data]) -> Data:
        """What is left of a mapping that lost keys; of a file always a mapping."""
        return data if data or len(self._open) == 1 else UNKNOWN

    def _spaced(self, scalar: ScalarEvent) -> Data:
        """A plain text, or the fields that it was meant to be when only their spaces are missing."""
        fields = lost_words.glued_lines(self.text, scalar)
        for field in fields:
            self._refuse(field.finding(self.lines))
        return {field.key: field.meaning for field in fields} or scalars.plain(scalar.value)

    def _duplicates(self, pairs: list[Pair]) -> None:
        """Refuse each key that stood there before."""
        first: dict[str, ScalarEvent] = {}
        again = ((key, first[key.value]) for key, _ in pairs if first.setdefault(key.value, key) is not key)
        for key, other in islice(again, MOST - len(self.faults)):
            self._refuse(refusals.duplicate_key(key.value, self._span(key), self._span(other)))

    def _properties(self, event: ScalarEvent | CollectionStartEvent) -> None:
        """Refuse the anchor and the tag of a value."""
        if event.anchor is not None:
            start = self.text.index(f"&{event.anchor}", begins(event))
            span = self.lines.span(start, start + 1 + len(event.anchor))
            self._refuse(refusals.anchor(event.anchor, span))
        if event.tag is not None and (tag := TAG.search(self.text, begins(event))) is not None:
            self._refuse(refusals.tag(tag.group(), self.lines.span(*tag.span())))

    def _open_flow(self) -> bool:
        return bool(self._open) and is_flow(self._open[-1])

    def _span(self, event: Event) -> Span:
        return self.lines.span(begins(event), ends(event))

    def _refuse(self, finding: Finding) -> None:
        if len(self.faults) < MOST:
            self.faults.append(finding)
