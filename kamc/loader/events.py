"""The events of libyaml: the only way in which kamc reads YAML (composing a depth bomb crashes a process)."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeAlias

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

try:
    from yaml._yaml import CParser as Parser
except ImportError:

    class Parser:  # type: ignore[no-redef]
        """Stands in where PyYAML was built without libyaml: a fault of the installation."""

        def __init__(self, stream: str) -> None:  # noqa: ARG002
            raise RuntimeError(
                "this PyYAML was built without libyaml, which kamc needs: "
                "install PyYAML from its wheels (pip install --force-reinstall --only-binary :all: PyYAML)"
            )


__all__ = [
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentStartEvent",
    "Event",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "NodeEvent",
    "Pair",
    "Parser",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "YAMLError",
    "begins",
    "column",
    "ends",
    "history",
    "is_absent",
    "is_flow",
]

DEEPEST = 50
"""How many mappings and lists may stand inside each other."""

Pair: TypeAlias = tuple[ScalarEvent, Event]
"""A key of a mapping and the first event of its value."""


def begins(event: Event) -> int:
    """The offset in code points at which an event begins."""
    return 0 if event.start_mark is None else event.start_mark.index


def ends(event: Event) -> int:
    """The offset in code points at which an event ends (exclusive)."""
    return 0 if event.end_mark is None else event.end_mark.index


def column(event: Event) -> int:
    """The column at which an event begins, from 0."""
    return 0 if event.start_mark is None else event.start_mark.column


def is_flow(event: Event) -> bool:
    """Whether an event opens a mapping in braces or a list in brackets."""
    return isinstance(event, CollectionStartEvent) and bool(event.flow_style)


def is_absent(event: Event) -> bool:
    """Whether a value is not written at all (`a:` with nothing behind it)."""
    return isinstance(event, ScalarEvent) and not event.value and not event.style


def history(text: str) -> Iterator[Event]:
    """All events up to the end or to the place where libyaml gives up."""
    parser = Parser(text)
    with suppress(YAMLError):
        while (event := parser.get_event()) is not None:
            yield event
