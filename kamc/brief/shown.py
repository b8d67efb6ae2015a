"""The values that briefs are made of: text, words that need attention, cells, facts, lists and tables.

All text here is plain: a renderer makes it safe for its own language.
"""

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal, TypeAlias

import msgspec

from kamc.speech import message

Tone: TypeAlias = Literal["bad", "open", "good"]
Grade: TypeAlias = Literal["bad", "warn", "open", "good", ""]


class Mark(msgspec.Struct, frozen=True):
    """A word that needs attention. Its sign, that of its tone or its own, says what its colour says."""

    word: str
    tone: Tone = "bad"
    sign: str = ""

    SIGNS: ClassVar[dict[Tone, str]] = {"bad": "◆", "open": "◇", "good": "✓"}

    def __str__(self) -> str:
        return f"{self.sign or self.SIGNS[self.tone]}\u00a0{self.word}"


class Signed(msgspec.Struct, frozen=True):
    """A word with a sign of its own before it, which says what its colour says; false without a word."""

    sign: str
    word: str
    tone: Grade = ""

    def __str__(self) -> str:
        return f"{self.sign}\u00a0{self.word}" if self.sign and self.word else self.word

    def __bool__(self) -> bool:
        return bool(self.word)


Shown: TypeAlias = str | Mark
OPEN = Mark(message("not known"), "open")
NONE_SAID = message("none")


Where: TypeAlias = Mapping[str, str]
"""Where a document lies, as seen from the one that leads there, by its form (`md`, `html`)."""


class Cell(msgspec.Struct, frozen=True):
    """A value with small notes behind it; `lead` where it is what the eye looks for.

    It leads `to` a document, where there is one in the same form.
    """

    text: Shown
    notes: tuple[Shown, ...] = ()
    lead: bool = False
    to: Where = {}

    def __str__(self) -> str:
        return str(self.text)

    def __bool__(self) -> bool:
        return bool(str(self.text) or self.notes)


NAMES = "{names}"
"""Where names stand in what is said of them."""


class Row(msgspec.Struct, frozen=True):
    """Some names in a row, each of which may lead somewhere: `says` has them at its `{names}`."""

    cells: tuple[Cell, ...]
    says: str = NAMES

    def __str__(self) -> str:
        return self.says.replace(NAMES, joined(map(str, self.cells), ", "))


Value: TypeAlias = Shown | Cell
Entry: TypeAlias = Value | Row
"""What stands in a table."""


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a brief. It is false where it has nothing to say, and then it does not appear."""

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__)


class Fact(msgspec.Struct, frozen=True):
    """A labelled value."""

    label: str
    value: Value


class Column(msgspec.Struct, frozen=True):
    """The head of a table's column; numbers stand to the right."""

    title: str
    number: bool = False


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """Rows under columns. The first column names the row."""

    caption: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Entry, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows)


class Part(Piece, frozen=True, kw_only=True):
    """A part that is always there: a sentence, or why there is nothing to show; and tables."""

    say: str = ""
    tables: tuple[Table, ...] = ()


def table(caption: str, heads: str, rows: Iterable[tuple[Entry, ...]]) -> Table:
    """A table under heads written as `Who | Role | >Sales`; `>` marks numbers. Columns that are empty go."""
    columns = [Column(head.strip(" >"), head.strip().startswith(">")) for head in heads.split("|")]
    lines = list(rows)
    kept = [place for place in range(len(columns)) if place == 0 or any(str(line[place]) for line in lines)]
    return Table(
        caption=caption,
        columns=tuple(columns[place] for place in kept),
        rows=tuple(tuple(line[place] for place in kept) for line in lines),
    )


def facts(pairs: Iterable[tuple[str, Value]]) -> tuple[Fact, ...]:
    """The pairs that say something."""
    return tuple(Fact(label, value) for label, value in pairs if str(value))


def joined(texts: Iterable[str], by: str = " · ") -> str:
    """The texts that say something, one after the other."""
    return by.join(text for text in texts if text)
