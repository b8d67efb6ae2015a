"""How accounts stand, for a terminal: a table as wide as there is room, why not green, and a last line."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import msgspec

from kamc.analysis.completeness import Tally
from kamc.analysis.health import SIGNS, Weighed, Word
from kamc.model.change import BLOCKS
from kamc.report.source import columns, shortened, shown, wrapped
from kamc.report.status import WORDS, Line, Overview, ago
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import counted, plain

COLOURS: Mapping[Word, str] = {"green": "32", "amber": "33", "red": "31", "unknown": SOFT}
LATE = "31"
GAP = "  "
LEAST_ACCOUNT = 10
"""Columns that are left to the account's id where there is hardly room."""
LETTERS: Mapping[str, str] = dict(zip(BLOCKS, "kprma", strict=True))
STEPS = "▁▂▃▄▅▆▇"
EIGHTHS = ("", *"▏▎▍▌▋▊▉")
FULL, EMPTY, NOT_ASKED = "█", "░", "·"
LEGEND = "k account knowledge · p products · r relationships · m market · a account plan"


class Cell(msgspec.Struct, frozen=True):
    """What stands in a column of a line, and its colour."""

    text: str
    code: str = ""


class Column(msgspec.Struct, frozen=True):
    """A column: its title, its cell in a line, and whether it stands to the right."""

    title: str
    cell: Callable[[Line, Overview], Cell]
    right: bool = False


def report(overview: Overview) -> str:
    """The table, the reasons, what could not be read, and a last line; with `quiet`, the table alone."""
    style = Style(width=max(overview.style.width, NARROWEST), color=overview.style.color)
    laid = _fitting(overview, style.width)
    told = [_table(laid, style) if overview.lines else "", _unread(overview, style)]
    if overview.lines and not overview.quiet:
        explained = _parts if overview.verbose else _reasons
        told[1:1] = ["\n".join(explained(overview, style))]
        told.append("\n".join(_closing(overview, laid, style)))
    return "\n\n".join(filter(None, told)) + "\n"


# --- The table ----------------------------------------------------------------------------------------------


def _bar(cells: int) -> Callable[[Line, Overview], Cell]:
    def cell(line: Line, _: Overview) -> Cell:
        whole = line.completeness.whole
        drawn = int((whole.share or 0) * cells * len(EIGHTHS) / 100)
        full, eighths = divmod(drawn, len(EIGHTHS))
        bar = f"{FULL * full}{EIGHTHS[eighths]}".ljust(cells, EMPTY)
        return Cell(f"{bar} {line.share:>3} %")

    return cell


def _steps(line: Line, _: Overview) -> Cell:
    return Cell("".join(_step(line.completeness.blocks.get(key)) for key in BLOCKS))


def _step(tally: Tally | None) -> str:
    """How full a block is, as one sign; the highest one only where nothing is open."""
    if tally is None or tally.share is None:
        return NOT_ASKED
    return FULL if tally.is_full else STEPS[int(tally.share * len(STEPS) / 100)]


def _numbers(line: Line, _: Overview) -> Cell:
    tallies = ((letter, line.completeness.blocks.get(key)) for key, letter in LETTERS.items())
    return Cell(" ".join(f"{letter}{int(one.share or 0)}" for letter, one in tallies if one))


def _health(line: Line, _: Overview) -> Cell:
    word = line.health.word
    return Cell(f"{SIGNS[word]} {word}", COLOURS[word])


def _health_and_part(line: Line, overview: Overview) -> Cell:
    """The word, and the part that matters most, where it is not green."""
    cell, health = _health(line, overview), line.health
    if health.word not in {"amber", "red"}:
        return cell
    return Cell(f"{cell.text}: {health.leading[0].key}", cell.code)


def _count(count: int, code: str = "") -> Cell:
    return Cell(str(count), code if count else SOFT)


ACCOUNT = Column("account", lambda line, _: Cell(line.account, BOLD))
PERIOD = Column("period", lambda line, _: Cell(line.period))
STATUS = Column("status", lambda line, _: Cell(line.status))
LONG_BAR, SHORT_BAR = Column("complete", _bar(9)), Column("complete", _bar(4))
PERCENT = Column("known", lambda line, _: Cell(f"{line.share} %"), right=True)
STEP, NUMBERS = Column("kprma", _steps), Column("by block", _numbers)
HEALTH, WHY = Column("health", _health), Column("health", _health_and_part)
OPEN = Column("open", lambda line, _: _count(line.open_questions), right=True)
OVERDUE = Column("late", lambda line, _: _count(line.overdue, LATE), right=True)
CHANGED = Column("changed", lambda line, overview: Cell(ago(line.changed, overview.as_of), SOFT))

LAYOUTS: Sequence[tuple[Column, ...]] = (
    (ACCOUNT, PERIOD, STATUS, LONG_BAR, NUMBERS, WHY, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, STATUS, SHORT_BAR, NUMBERS, WHY, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, STATUS, LONG_BAR, STEP, WHY, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, STATUS, SHORT_BAR, STEP, WHY, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, STATUS, PERCENT, STEP, WHY, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, STATUS, PERCENT, STEP, HEALTH, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, PERCENT, STEP, HEALTH, OPEN, OVERDUE, CHANGED),
    (ACCOUNT, PERIOD, PERCENT, STEP, HEALTH, OPEN, OVERDUE),
    (ACCOUNT, PERIOD, PERCENT, HEALTH, OPEN, OVERDUE),
    (ACCOUNT, PERCENT, HEALTH, OPEN, OVERDUE),
)
"""Which columns there are, from the widest terminal to the narrowest: the first that fits is taken."""


class Drawn(msgspec.Struct, frozen=True):
    """A column with its cells, its title first, and how wide it is."""

    of: Column
    cells: tuple[Cell, ...]
    width: int


Laid: TypeAlias = tuple[Drawn, ...]


def _fitting(overview: Overview, width: int) -> Laid:
    """The richest layout for which there is room; the poorest one made narrower, where there is for none."""

    @functools.cache
    def drawn(column: Column) -> Drawn:
        cells = (column.cell(line, overview) for line in overview.lines)
        safe = (Cell(column.title, SOFT), *(Cell(shown(one.text), one.code) for one in cells))
        return Drawn(column, safe, max(columns(one.text) for one in safe))

    laid = (tuple(map(drawn, one)) for one in LAYOUTS)
    found = next((one for one in laid if _width(one) <= width), None)
    return found or _squeezed(tuple(map(drawn, LAYOUTS[-1])), width)


def _width(laid: Laid) -> int:
    return sum(one.width for one in laid) + len(GAP) * (len(laid) - 1)


def _squeezed(laid: Laid, width: int) -> Laid:
    """The same columns, the first one as narrow as need be."""
    first, *others = laid
    room = max(LEAST_ACCOUNT, first.width - (_width(laid) - width))
    return (msgspec.structs.replace(first, width=room), *others)


def _table(laid: Laid, style: Style) -> str:
    texts = ([_text(cell, one, style) for cell in one.cells] for one in laid)
    return "\n".join(GAP.join(row).rstrip() for row in zip(*texts, strict=True))


def _text(cell: Cell, drawn: Drawn, style: Style) -> str:
    """A cell in the width of its column."""
    text = shortened(cell.text, drawn.width)
    blanks = " " * (drawn.width - columns(text))
    painted = style.paint(text, cell.code) if cell.code else text
    return blanks + painted if drawn.of.right else painted + blanks


# --- What stands below --------------------------------------------------------------------------------------


def _reasons(overview: Overview, style: Style) -> Iterator[str]:
    """Why an account is not green: the reason that matters most, a line each."""
    told = [one for one in overview.lines if one.health.word != "green"]
    widest = max((columns(shown(one.account)) for one in told), default=0)
    indent = len("◆ ") + min(widest, style.width // 3) + len(GAP)
    for line in told:
        word = line.health.word
        name = shortened(shown(line.account), indent - len("◆ ") - len(GAP))
        first, *others = wrapped(shown(_reason(line)), style.width, first=indent, indent=indent)
        blanks = " " * (indent - len("◆ ") - columns(name))
        yield f"{style.paint(SIGNS[word], COLOURS[word])} {name}{blanks}{first}"
        yield from others


def _reason(line: Line) -> str:
    """The reason that matters most; where there is no word, what is not known."""
    return line.health.no_word or line.health.reasons[0]


def _parts(overview: Overview, style: Style) -> Iterator[str]:
    """Every part of every health, with its score, its weight and its reason."""
    for line in overview.lines:
        health = line.health
        word = style.paint(f"{SIGNS[health.word]} {health.word}", COLOURS[health.word])
        score = "" if health.score is None else f" {health.score} of 100"
        yield f"{style.paint(shown(line.account), BOLD)}{GAP}{word}{score}"
        yield from (text for part in health.parts for text in _part(part, style))
        yield ""
    terms = overview.terms
    yield from wrapped(
        f"Green from {plain(terms.green)}, and no part below {plain(terms.amber)}; amber from "
        f"{plain(terms.amber)}; no word where less than {plain(terms.least_known)} % of the weight is known.",
        style.width,
    )


def _part(part: Weighed, style: Style) -> Iterator[str]:
    score = f"{part.sign.score:.0f}" if part.sign else "–"
    head = f"  {score:>3}  {part.key:<12}  × {plain(part.weight):<3} "
    reason = part.sign.reason if part.sign else "not known"
    first, *others = wrapped(shown(reason), style.width, first=len(head), indent=len(head))
    yield f"{head}{first}" if part.sign else style.paint(f"{head}{first}", SOFT)
    yield from others


def _unread(overview: Overview, style: Style) -> str:
    told = (f"{shown(path)} cannot be read; kamc check {shown(path)} says why" for path in overview.unread)
    return "\n".join(text for one in told for text in wrapped(one, style.width, indent=2))


def _closing(overview: Overview, laid: Laid, style: Style) -> Iterator[str]:
    if any(one.of in {STEP, NUMBERS} for one in laid):
        yield from (style.paint(text, SOFT) for text in wrapped(LEGEND, style.width))
    words = ", ".join(f"{overview.words[word]} {word}" for word in WORDS if overview.words[word])
    open_ = counted(overview.open_questions, "open question")
    accounts = counted(len(overview.lines), "account")
    yield from wrapped(f"{accounts}: {words}. {open_}, {overview.overdue} overdue.", style.width)
