"""Damages to the worked workspace, and what a reviewer would name in each: how a table of them is written.

A case begins with its name, in the words of a sales person; says what is done to which file; and ends with
what is found then and was not before:

    ## Nora Fitch has left
    # brackwell-petroleum
    relationships: {buying_center: {nora-fitch: {status: left, ended: 2026-11-15}}}
    --> no-facilitator at relationships/buying_center

A heading names a file. Below it stands a piece that is laid over what the file says, as in the examples of
rules (`~` takes away); or an edit of its text, lines with `-` that stand there once, and lines with `+` that
stand there then (`→` is a tab).

    # brackwell-petroleum          its plan of 2026-Q4
    # brackwell-petroleum/2026-Q3  another quarter
    # people                       what the plans share; or catalogue
    # kamc.yaml                    the settings
    # … is …                       this file is made of that one first
    # … is gone                    there is no such file
    # as of 2027-01-04             the day on which all is judged

`-->` names what is found now and where, with `in` and the file where that is not the first one named, or
counts all that one rule finds: `--> 12 dangling-link`. `<--` says the same of what is found no more.
"""

import datetime as dt
import functools
import pathlib
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from kamc.loader import load
from kamc.rules.examples import AS_OF, merged
from kamc.workspace import PLANS, SETTINGS, SHARED
from tests.writing import yaml_text

HERE = pathlib.Path(__file__).parent
QUARTER = "2026-Q4"
CASE, FILE, NEW, GONE, DAY = "## ", "# ", "--> ", "<-- ", "# as of "
OUT, IN = "- ", "+ "
NOWHERE = "gone"
TAB = "→"

Files: TypeAlias = Mapping[str, bytes]
"""Every file of a workspace, by its path."""


class Piece(msgspec.Struct, frozen=True):
    """What is done to one file: its path, what it is made of, where it is another, and the lines below."""

    path: str
    origin: str
    lines: tuple[str, ...]

    @property
    def is_edit(self) -> bool:
        """Whether the lines are an edit of the file's text."""
        return self.lines[:1] != () and self.lines[0].startswith(OUT)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table. `new` and `gone` name findings, as `tests.damages.workspace` does."""

    name: str
    pieces: tuple[Piece, ...]
    as_of: dt.date = AS_OF
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def edits_text(self) -> bool:
        """Whether it changes the text of a file, and not only what the file says."""
        return any(one.is_edit for one in self.pieces)

    def done_to(self, files: Files) -> Files:
        """A workspace after all that the case does."""
        return functools.reduce(_after, self.pieces, files)


def cases(name: str) -> tuple[Case, ...]:
    """The cases of a table."""
    text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(_case(each) for each in re.split(f"^{CASE}", text, flags=re.MULTILINE)[1:])


def _case(text: str) -> Case:
    name, *lines = (line for line in text.splitlines() if line.strip())
    day = [line.removeprefix(DAY) for line in lines if line.startswith(DAY)]
    return Case(
        name=name,
        pieces=tuple(_pieces([line for line in lines if not line.startswith((NEW, GONE, DAY))])),
        as_of=dt.date.fromisoformat(day[0]) if day else AS_OF,
        new=tuple(line.removeprefix(NEW) for line in lines if line.startswith(NEW)),
        gone=tuple(line.removeprefix(GONE) for line in lines if line.startswith(GONE)),
    )


def _pieces(lines: list[str]) -> Iterator[Piece]:
    starts = [place for place, line in enumerate(lines) if line.startswith(FILE)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        file, _, origin = lines[start].removeprefix(FILE).partition(" is ")
        made_of = origin if origin in {"", NOWHERE} else path_of(origin)
        yield Piece(path_of(file), made_of, tuple(lines[start + 1 : end]))


def path_of(word: str) -> str:
    """The path of a file by the word that a heading has for it."""
    if word == SETTINGS:
        return word
    if f"{word}.yaml" in SHARED:
        return f"{PLANS}/{word}.yaml"
    account, _, quarter = word.partition("/")
    return f"{PLANS}/{account}/{quarter or QUARTER}.yaml"


def word_of(path: str) -> str:
    """The word that headings have for a file."""
    return path.removeprefix(f"{PLANS}/").removesuffix(".yaml").removesuffix(f"/{QUARTER}")


def _after(files: Files, piece: Piece) -> Files:
    if piece.origin == NOWHERE:
        return {path: content for path, content in files.items() if path != piece.path}
    content = files[piece.origin or piece.path]
    if piece.lines:
        content = (_edited if piece.is_edit else _laid_over)(content, piece.lines)
    return {**files, piece.path: content}


def _laid_over(content: bytes, lines: tuple[str, ...]) -> bytes:
    piece = load("\n".join(lines).encode(), "piece")
    assert not piece.faults, piece.faults
    return yaml_text(merged(_data(content), piece.data), blocks=4).encode()


@functools.cache
def _data(content: bytes) -> Any:
    return load(content, "file").data


def _edited(content: bytes, lines: tuple[str, ...]) -> bytes:
    marks = "".join(line[0] for line in lines)
    text = content.decode()
    for one in re.finditer(r"-+\+*", marks):
        old, new = (_joined(lines[one.start() : one.end()], mark) for mark in (OUT, IN))
        assert text.count(old) == 1, (text.count(old), old)
        text = text.replace(old, new)
    return text.encode()


def _joined(lines: tuple[str, ...], mark: str) -> str:
    return "\n".join(line.removeprefix(mark).replace(TAB, "\t") for line in lines if line.startswith(mark))
