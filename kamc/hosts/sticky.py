"""One comment that stays: found by its hidden mark, replaced when it has something else to say."""

from collections.abc import Iterable
from typing import Literal, Protocol, TypeAlias

import msgspec

Outcome: TypeAlias = Literal["written", "replaced", "as it stood", "not needed"]


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment that is there. `ours`: this account wrote it, so it may be replaced."""

    id: int
    body: str
    ours: bool


class Thread(Protocol):
    """The comments of one pull request. Each raises `RefusedError`."""

    def comments(self) -> Iterable[Comment]: ...
    def write(self, body: str) -> None: ...
    def replace(self, comment: int, body: str) -> None: ...


def mark_of(body: str) -> str:
    """The hidden mark of a body: its first line. Raises `ValueError` where it has none."""
    first = body.partition("\n")[0].strip()
    if not (first.startswith("<!-- kamc") and first.endswith("-->")):
        raise ValueError("the text to comment with has no mark")
    return first


def keep(thread: Thread, body: str, *, news: bool) -> Outcome:
    """Make `body` the one comment with its mark.

    Without `news` none is written; one that is there is replaced, so that it tells nothing outdated. A
    comment of somebody else's with the same mark is left alone. Raises `RefusedError`.
    """
    mark = mark_of(body)
    there = next((one for one in thread.comments() if one.ours and _lines(one.body)[0] == mark), None)
    if there is None:
        if not news:
            return "not needed"
        thread.write(body)
        return "written"
    if _lines(there.body) == _lines(body):
        return "as it stood"
    thread.replace(there.id, body)
    return "replaced"


def _lines(body: str) -> list[str]:
    """The lines of a comment, as they are compared: hosts keep line ends and the last one as they like."""
    return [line.rstrip() for line in body.strip().splitlines()] or [""]
