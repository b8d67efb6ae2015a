"""What changed in several plans, for a terminal: the sum, a line a plan, and with `verbose` every diff."""

from collections.abc import Iterator

from kamc.diff import leads
from kamc.report.changes_text import COLOURS, changes_text
from kamc.report.changes_told import MARKS
from kamc.report.comparison import Compared, Comparison, Fate, changes, plans
from kamc.report.source import columns, shown, wrapped
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import counted, listed

FATES: dict[Fate, str] = {
    "changed": "changed",
    "added": "new",
    "removed": "deleted",
    "renamed": "moved",
}
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
    sentence = _sentence(one)
    about = [style.paint(line, SOFT) for line in wrapped(sentence, style.width)] if sentence else []
    if one.diff and one.diff.changes:
        return "\n".join([*about, changes_text(one.diff, style, verbose=verbose).rstrip("\n")])
    return "\n".join([style.paint(_name(one), BOLD), *about])


def _brief(one: Compared, style: Style) -> Iterator[str]:
    """One account on a line: its counts, and below it the change that leads."""
    diff = one.diff
    if diff is None:
        yield f"  {style.paint(_name(one), BOLD)}"
        yield from (" " * INDENT + line for line in wrapped(_sentence(one), style.width - INDENT))
        return
    counts = one.counts
    marks = "  ".join(
        style.paint(f"{mark} {counts[effect]}", COLOURS[effect]) for effect, mark in MARKS.items()
    )
    plain = "  ".join(f"{mark} {counts[effect]}" for effect, mark in MARKS.items())
    name = shown(f"{diff.new.name}, {diff.old.period} → {diff.new.period}")
    gap = style.width - 2 - columns(name) - columns(plain)
    yield f"  {style.paint(name, BOLD)}" + (" " * gap if gap > 1 else "\n" + " " * INDENT) + marks
    for change in leads(diff.changes)[:1]:
        first, *others = wrapped(shown(change.message), style.width, first=INDENT + 2, indent=INDENT + 2)
        yield f"{' ' * INDENT}{style.paint(MARKS[change.effect], COLOURS[change.effect])} {first}"
        yield from others


def _name(one: Compared) -> str:
    return shown(", ".join(filter(None, (one.side.name or one.side.path or "", one.side.period))))


def _sentence(one: Compared) -> str:
    """What became of a file, in words; empty where it goes without saying."""
    path = shown(one.side.path or "")
    if one.unread:
        called = listed([shown(path) for path in one.unread], "and")
        return f"Not compared: {called} cannot be read."
    if one.fate == "removed":
        return f"{path} is deleted."
    if one.fate == "renamed":
        moved = f"{shown(one.old_path or '')} is now {path}"
        return f"{moved}." if one.diff and one.diff.changes else f"{moved}; what it says did not change."
    if one.fate == "added" and one.diff:
        return f"{path} is new, and compared with the quarter before."
    return f"{path} is new, and the first plan of its account." if one.fate == "added" else ""


def _closing(comparison: Comparison, style: Style, *, detailed: bool) -> Iterator[str]:
    """How many plans there were, and how to see more."""
    counts = plans(comparison)
    if not counts["compared"]:
        yield f"{shown(comparison.title)}, no plan has changed."
        return
    kinds = [f"{counts[fate]} {word}" for fate, word in FATES.items() if counts[fate]]
    unread = len(comparison.unread)
    if unread:
        kinds.append(f"{unread} that cannot be read")
    sum_ = listed(kinds, "and") or "nothing changed"
    alone = sum(one.fate == "changed" and not one.diff and not one.unread for one in comparison.compared)
    first = f"; {alone} without a quarter before" if alone else ""
    yield f"{counted(counts['compared'], 'plan')} compared: {sum_}{first}."
    if not detailed and any(one.diff for one in comparison.compared):
        yield style.paint("-v shows every change; kamc diff ACCOUNT those of one account.", SOFT)
