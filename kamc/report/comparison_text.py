"""What changed in several plans, for a terminal: the sum, a line a plan, and with `verbose` every diff."""

from collections.abc import Iterator

from kamc.diff import leads
from kamc.report.changes_text import COLOURS, changes_text
from kamc.report.changes_told import MARKS
from kamc.report.comparison import Compared, Comparison, changes
from kamc.report.comparison_told import closing, name, sentence
from kamc.report.source import columns, shown, wrapped
from kamc.report.style import BOLD, NARROWEST, SOFT, Style

INDENT = 4


def report(comparison: Comparison) -> str:
    """The title with the sum, then what became of each plan; what did not change is only counted."""
    style = comparison.style
    style = Style(width=max(style.width, NARROWEST), color=style.color)
    told = [one for one in comparison.compared if one.is_change or one.unread]
    if not told:
        return "\n".join(_closing(comparison, style, detailed=True)) + "\n"
    detailed = comparison.verbose or comparison.of_files
    parts = [_heading(comparison, style)]
    if detailed:
        parts += [_detailed(one, style, verbose=comparison.verbose) for one in told]
    else:
        parts += ["\n".join(line for one in told for line in _brief(one, style))]
    parts.append("\n".join(_closing(comparison, style, detailed=detailed)))
    return "\n\n".join(filter(None, parts)) + "\n"


def _heading(comparison: Comparison, style: Style) -> str:
    sums = changes(comparison)
    return _ends(shown(comparison.title), " · ".join(f"{sums[effect]} {effect}" for effect in MARKS), style)


def _ends(left: str, right: str, style: Style) -> str:
    """Two texts at the ends of a line, or on two lines."""
    gap = style.width - columns(left) - columns(right)
    return style.paint(left, BOLD) + (" " * gap if gap > 1 else "\n") + right


def _detailed(one: Compared, style: Style, *, verbose: bool) -> str:
    """What became of the file, and the whole diff."""
    became = shown(sentence(one))
    about = [style.paint(line, SOFT) for line in wrapped(became, style.width)] if became else []
    if one.diff and one.diff.changes:
        return "\n".join([*about, changes_text(one.diff, style, verbose=verbose).rstrip("\n")])
    return "\n".join([style.paint(shown(name(one)), BOLD), *about])


def _brief(one: Compared, style: Style) -> Iterator[str]:
    """One account on a line: its counts, and below it the change that leads."""
    diff = one.diff
    if diff is None:
        yield f"  {style.paint(shown(name(one)), BOLD)}"
        yield from (" " * INDENT + line for line in wrapped(shown(sentence(one)), style.width - INDENT))
        return
    counts = one.counts
    marks = "  ".join(
        style.paint(f"{mark} {counts[effect]}", COLOURS[effect]) for effect, mark in MARKS.items()
    )
    plain = "  ".join(f"{mark} {counts[effect]}" for effect, mark in MARKS.items())
    called = shown(f"{diff.new.name}, {diff.old.period} → {diff.new.period}")
    gap = style.width - 2 - columns(called) - columns(plain)
    yield f"  {style.paint(called, BOLD)}" + (" " * gap if gap > 1 else "\n" + " " * INDENT) + marks
    for change in leads(diff.changes)[:1]:
        first, *others = wrapped(shown(change.message), style.width, first=INDENT + 2, indent=INDENT + 2)
        yield f"{' ' * INDENT}{style.paint(MARKS[change.effect], COLOURS[change.effect])} {first}"
        yield from others


def _closing(comparison: Comparison, style: Style, *, detailed: bool) -> Iterator[str]:
    """How many plans there were, and how to see more."""
    yield shown(closing(comparison))
    if not detailed and any(one.diff for one in comparison.compared):
        yield style.paint("-v shows every change; kamc diff ACCOUNT those of one account.", SOFT)
