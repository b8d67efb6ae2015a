"""Where libyaml gave up: the error, what was read up to there, and the text around it."""

import re
from collections.abc import Iterable

from kamc.diagnostics import Finding, Related
from kamc.loader.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    Event,
    MarkedYAMLError,
    ScalarEvent,
    begins,
    ends,
    history,
    is_flow,
)
from kamc.loader.text import Lines

FIELD = re.compile(r"(?:- +)*[\w.-]+ *:(?=\s|$)")
"""How a line begins that holds a field."""

CLOSES = {"{": "}", "[": "]"}


class Trouble:
    """One error of libyaml. `at` is the offset where it gave up, `since` that of what it was reading.

    `before` is the last thing with letters of its own before the error: a text, an alias, a closing bracket.
    `still_open` are the mappings and lists that stand open there, `ended` those that its line ends.
    """

    def __init__(self, text: str, lines: Lines, error: MarkedYAMLError) -> None:
        self.text = text
        self.lines = lines
        self.problem = error.problem or ""
        self.context = error.context or ""
        self.at = len(text) if error.problem_mark is None else error.problem_mark.index
        self.since = self.at if error.context_mark is None else error.context_mark.index
        self.before: Event | None = None
        self.still_open: list[CollectionStartEvent] = []
        self.ended: list[CollectionStartEvent] = []
        for event in history(text):
            self._pass(event)

    def _pass(self, event: Event) -> None:
        """Follow what was read up to the error."""
        if isinstance(event, CollectionStartEvent):
            self.still_open.append(event)
        elif isinstance(event, CollectionEndEvent):
            start = self.still_open.pop()
            if begins(event) == self.at and not is_flow(start):
                self.ended.append(start)
        if _is_written(event) and ends(event) <= self.at:
            self.before = event

    @property
    def opened(self) -> int | None:
        """The offset of the innermost brace or bracket that is open at the error."""
        flows = [event for event in self.still_open if is_flow(event) and ends(event) > begins(event)]
        braces = (at for event in reversed(flows) if self.text[at := ends(event) - 1] in CLOSES)
        return next(braces, None)  # a lone pair in a list (`[a: b]`) is a mapping without braces

    @property
    def blocks(self) -> list[CollectionStartEvent]:
        """The mappings and lists without brackets that the line of the error could belong to."""
        return [*self.ended, *(event for event in self.still_open if not is_flow(event))]

    @property
    def sign(self) -> str:
        """The character at which libyaml gave up; empty at the end of the file."""
        return self.text[self.at : self.at + 1] if self.text[self.at :].strip() else ""

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands before the error on its line."""
        return not self.text[self.lines.start(self.at) : self.at].strip(" -")

    def indent(self, offset: int) -> int:
        """By how many spaces the line of an offset is indented."""
        line = self.text[self.lines.start(offset) : self.lines.end(offset)]
        return len(line) - len(line.lstrip(" "))

    def is_outside(self) -> bool:
        """Whether the line of the error stands too far left to belong into the braces that are open."""
        if self.opened is None or not self.sign:
            return self.opened is not None
        is_below = self.lines.start(self.at) > self.opened
        return is_below and self.indent(self.at) <= self.indent(self.opened)

    def line_from(self, offset: int) -> str:
        """The text from an offset to the end of its line, a comment not counted."""
        return re.split(r"\s#", self.text[offset : self.lines.end(offset)], maxsplit=1)[0].rstrip()

    def value_from(self, offset: int) -> str:
        """The text from an offset to where a value ends: its line, or inside braces its entry."""
        line = self.line_from(offset)
        return line if self.opened is None else re.split(r"[,\]}]", line, maxsplit=1)[0].rstrip() or line

    def told(
        self,
        message: str,
        start: int,
        end: int,
        *,
        help: str,  # noqa: A002
        label: str = "",
        related: Iterable[Related] = (),
    ) -> Finding:
        """A finding of the kind yaml-syntax."""
        span = self.lines.span(start, max(end, start))
        return Finding(
            code="KAM002", message=message, span=span, label=label, help=help, related=tuple(related)
        )

    def noticed(self) -> Related:
        """Where the mistake showed: at the error, or at the last character of the file."""
        if self.sign:
            return self.opening(self.at, "kamc noticed it here")
        return self.opening(len(self.text.rstrip()) - 1, "the file ends here")

    def opening(self, offset: int, message: str) -> Related:
        """A second place: the one character at an offset."""
        return Related(message=message, span=self.lines.span(offset, offset + 1))


def _is_written(event: Event) -> bool:
    """Whether an event has letters of its own in the file."""
    if isinstance(event, CollectionEndEvent | ScalarEvent):
        return ends(event) > begins(event)
    return isinstance(event, AliasEvent)
