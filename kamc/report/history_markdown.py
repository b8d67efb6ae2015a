"""The history of an account or an entry in Markdown: a table of what was set, when and by whom."""

from collections.abc import Iterator, Sequence

from kamc.escape import markdown
from kamc.model.change import Change
from kamc.report.changes_told import MARKS
from kamc.report.history import History, Step, Trend
from kamc.report.history_text import FIRST, NOT_COMMITTED, sparkline, told
from kamc.words import counted

HEADS = ("Quarter", "Day", "Who", "Commit", "What")
MOVED = ("Field", "How", "From", "To", "For us")


def report(history: History) -> str:
    """A heading, the steps from the first to the last, and the fields that moved."""
    about = f"{history.name}, {history.id}" if history.id else history.name
    parts = [f"## {markdown(about)}: {counted(len(history.steps), 'step')}"]
    if history.steps:
        parts.append("\n".join(_rows(HEADS, (_step(one, history) for one in history.steps))))
    else:
        parts.append("Nothing has changed since it was first there.")
    if history.trends:
        parts.append("\n".join(_rows(MOVED, map(_trend, history.trends))))
    return "\n\n".join(parts) + "\n"


def _rows(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield _row(heads)
    yield _row(["---"] * len(heads))
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _step(step: Step, history: History) -> Sequence[str]:
    commit = step.commit
    who = ("", NOT_COMMITTED if history.by_git else "", "")
    if commit:
        who = (commit.day.isoformat(), markdown(commit.author), f"`{commit.name[:8]}`")
    changes = told(step, history)
    more = len(step.changes) - len(changes)
    lines = [FIRST] if step.first and not step.changes else [*map(_change, changes)]
    if more:
        lines.append(f"… {counted(more, 'change')} more" if changes else counted(more, "change"))
    return (markdown(step.period), *who, "<br>".join(lines))


def _change(one: Change) -> str:
    return f"{MARKS[one.effect]} {markdown(one.message)}"


def _trend(one: Trend) -> Sequence[str]:
    first, last = (markdown(point.text) if point.text else "" for point in (one.points[0], one.points[-1]))
    return (markdown(one.title), sparkline(one.points), first, last, one.effect)
