"""Bytes to text: decoding, what no plan may hold, and the way from offsets to lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from kamc.diagnostics import Finding, Span
from kamc.loader import refusals

LARGEST = 4 * 1024 * 1024
MOST = 200
"""Faults told of one file at one time; who mends them sees the rest."""

BOM = "\ufeff"

CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r") + b"\x7f"
C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
LONE_RETURN = re.compile(r"\r(?!\n)")
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)")
INVISIBLE_BREAKS = frozenset("\x85\u2028\u2029")
DIRECTIVE = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?P<line>%[^\r\n]*)")


class Lines:
    """Lines and columns from 1, as git and GitHub count them: only a line feed ends a line."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets, the end exclusive."""
        return Span(*self.place(start), *self.place(end))

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self.starts[line - 1] + column - 1

    def end(self, offset: int) -> int:
        """The offset at which the line of `offset` ends, its line break not counted."""
        end = self.text.find("\n", offset)
        end = len(self.text) if end < 0 else end
        return end - 1 if end > offset and self.text[end - 1] == "\r" else end

    def start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self.text.rfind("\n", 0, offset) + 1


def decode(source: bytes) -> str | Finding:
    """The text of a file without its BOM, or why it is none."""
    if len(source) > LARGEST:
        return refusals.too_large(len(source))
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _undecodable(source, fault)
    return _binary(source) if "\0" in text else text.removeprefix(BOM)


def _undecodable(source: bytes, fault: UnicodeDecodeError) -> Finding:
    """Why a file is not UTF-8: where, and what it probably is."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refusals.utf_16()
    if b"\0" in source:
        return _binary(source)
    place = _byte_place(source, fault.start)
    if fault.reason == "unexpected end of data":
        return refusals.cut_off(place)
    return refusals.not_utf_8(place, source[fault.start])


def _binary(source: bytes) -> Finding:
    """Why a file with NUL bytes is no text: UTF-16 without a mark has one in each second byte."""
    zeros = max(source[::2].count(0), source[1::2].count(0))
    if zeros * 4 > len(source):
        return refusals.utf_16()
    return refusals.binary(_byte_place(source, source.index(0)))


def _byte_place(source: bytes, offset: int) -> Span:
    """The span of one byte; what stands before it on its line is counted in code points."""
    start = source.rfind(b"\n", 0, offset) + 1
    before = source[start:offset].decode("utf-8", errors="replace").removeprefix(BOM)
    line, column = source.count(b"\n", 0, start) + 1, len(before) + 1
    return Span(line, column, line, column + 1)


def is_clean(source: bytes, text: str) -> bool:
    """Whether a file holds none of what is refused before parsing: the quick answer for nearly all files."""
    return (
        len(source.translate(None, CONTROLS)) == len(source)
        and not any(character in text for character in "\u2028\u2029\ufffe\uffff")
        and (text.isascii() or C1_BYTES.search(source) is None)
        and ("\r" not in text or LONE_RETURN.search(text) is None)
        and DIRECTIVE.match(text) is None
    )


def parseable(text: str) -> str:
    """The text as libyaml gets it: of the same length, odd characters and directives blanked out."""
    text = ODD.sub(lambda odd: "\r" if odd[0] == "\r" else " ", text)
    *_, end = 0, *(directive.end("line") for directive in _directives(text))
    return text[:end].replace("\n%", "\n#").replace("%", "#", text.startswith("%")) + text[end:]


def refused(text: str, lines: Lines) -> list[Finding]:
    """What is refused in the text before anything is parsed."""
    found = [*islice(_odd(text, lines), MOST)]
    found += (
        refusals.directive(one["line"], lines.span(*one.span("line")))
        for one in islice(_directives(text), MOST)
    )
    if (lone := LONE_RETURN.search(text)) is not None:
        found.append(refusals.lone_carriage_return(lines.span(*lone.span())))
    return found


def _odd(text: str, lines: Lines) -> Iterator[Finding]:
    """Control characters and invisible line breaks, every place."""
    for odd in ODD.finditer(text):
        span = lines.span(*odd.span())
        if odd[0] in INVISIBLE_BREAKS:
            yield refusals.invisible_line_break(odd[0], span)
        elif odd[0] != "\r":
            yield refusals.control_character(odd[0], span)


def _directives(text: str) -> Iterator[re.Match[str]]:
    """Directives (`%YAML 1.2`) at the head of the file."""
    at = 0
    while (directive := DIRECTIVE.match(text, at)) is not None:
        yield directive
        at = directive.end()
