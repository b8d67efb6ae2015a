"""Tabs as indentation: refused everywhere, also where libyaml lets them pass."""

import re
from bisect import bisect_left

from kamc.diagnostics import Finding
from kamc.loader import refusals
from kamc.loader.events import ScalarEvent, begins, ends, history
from kamc.loader.text import Lines

INDENTED = re.compile(r"^ *\t(?=[ \t]*\S)", re.MULTILINE)
"""A line that a tab indents."""


def find(text: str, lines: Lines) -> list[Finding]:
    """The first tab that indents a line which libyaml read; within a text tabs are text."""
    if "\t" not in text or INDENTED.search(text) is None:
        return []
    tabs = [line.end() - 1 for line in INDENTED.finditer(text)]
    first, end = 0, 0
    for event in history(text):
        end = ends(event)
        if isinstance(event, ScalarEvent):
            if first < len(tabs) and tabs[first] < begins(event):
                break
            first = bisect_left(tabs, end, lo=first)
    return [finding(text, lines, tabs[first])] if first < len(tabs) and tabs[first] < end else []


def finding(text: str, lines: Lines, at: int) -> Finding:
    """The finding of one tab, which counts the lines below it that begin with tabs too."""
    more = sum(1 for _ in INDENTED.finditer(text, lines.end(at)))
    return refusals.tab(lines.span(at, at + 1), more)
