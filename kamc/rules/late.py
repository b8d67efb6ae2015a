"""Patterns of rules, compiled late: a run uses few of them, and all take as long as a check of a plan."""

import re
from collections.abc import Iterator
from functools import cached_property


class Late:
    """A pattern that is compiled when it is first used."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern, self._flags = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Where it first stands in a text."""
        return self._compiled.search(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it is all of a text."""
        return self._compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Everywhere that it stands in a text."""
        return self._compiled.finditer(text)
