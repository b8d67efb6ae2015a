"""The history of an account or an entry for a terminal: a step a stretch, then the fields that moved."""

from collections.abc import Iterator, Sequence

from kamc.diff import leads
from kamc.model.change import Change
from kamc.report.changes_text import COLOURS
from kamc.report.changes_told import MARKS
from kamc.report.history import History, Point, Step, Trend, counts
from kamc.report.source import columns, shown, wrapped
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import counted

INDENT = 4
STEPS = "▁▂▃▄▅▆▇█"
NO_STEP = "·"
NOT_COMMITTED = "not committed"
FIRST = "The first plan of this account."


def report(history: History) -> str:
    """The title, every step with what it changed, and a line for each field with a direction or a number."""
    style = Style(width=max(history.style.width, NARROWEST), color=history.style.color)
    parts = [style.paint(_title(history), BOLD)]
    parts += ["\n".join(_step(one, history, style)) for one in history.steps]
    if not history.steps:
        parts.append("Nothing has changed since it was first there.")
    if history.trends:
        parts.append("\n".join([style.paint("How it moved", BOLD), *_trends(history.trends, style)]))
    return "\n\n".join(parts) + "\n"


def _title(history: History) -> str:
    about = f"{history.name}, {history.id}" if history.id else history.name
    quarters = len({one.period for one in history.steps})
    return shown(f"{about}: {counted(len(history.steps), 'step')} in {counted(quarters, 'quarter')}")


def told(step: Step, history: History) -> Sequence[Change]:
    """The changes of a step that are shown: of an entry all, of an account those that lead."""
    return step.changes if history.id or history.verbose else leads(step.changes)


def _step(step: Step, history: History, style: Style) -> Iterator[str]:
    commit = step.commit
    who = (commit.day.isoformat(), commit.author, commit.name[:8]) if commit else _uncommitted(history)
    heading = "  ".join(shown(part) for part in (step.period, *who))
    yield style.paint(heading, BOLD)
    if commit and commit.subject:
        subject = wrapped(shown(commit.subject), style.width - 2)
        yield from (style.paint(f"  {line}", SOFT) for line in subject)
    if step.first and not step.changes:
        yield f"  {FIRST}"
    changes = told(step, history)
    for one in changes:
        first, *others = wrapped(shown(one.message), style.width, first=INDENT, indent=INDENT)
        yield f"  {style.paint(MARKS[one.effect], COLOURS[one.effect])} {first}"
        yield from others
    if more := len(step.changes) - len(changes):
        sums = counts(step)
        marks = ", ".join(f"{sums[effect]} {effect}" for effect in MARKS if sums[effect])
        said = f"… {counted(more, 'change')} more; all in all {marks}" if changes else marks
        yield style.paint(f"  {said}", SOFT)


def _uncommitted(history: History) -> tuple[str, ...]:
    return (NOT_COMMITTED,) if history.by_git else ()


def _trends(trends: Sequence[Trend], style: Style) -> Iterator[str]:
    width = min(max(columns(shown(one.title)) for one in trends), style.width // 2)
    for one in trends:
        title = shown(one.title)
        gap = " " * max(1, width - columns(title) + 2)
        way = f"{shown(one.points[0].text or 'not said')} → {shown(one.points[-1].text or 'not said')}"
        line = f"{title}{gap}{sparkline(one.points)}  {way}"
        mark = style.paint(MARKS[one.effect], COLOURS[one.effect])
        yield f"  {mark} {line}"


def sparkline(points: Sequence[Point]) -> str:
    """The ranks of values as steps between the lowest and the highest; a dot for what has none."""
    ranks = [one.rank for one in points if one.rank is not None]
    least, span = min(ranks, default=0), max(ranks, default=0) - min(ranks, default=0)
    top = len(STEPS) - 1
    return "".join(
        NO_STEP if one.rank is None else STEPS[round((one.rank - least) / span * top) if span else top // 2]
        for one in points
    )
