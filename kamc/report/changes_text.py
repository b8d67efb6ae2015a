"""What changed between two plans, for a terminal: what leads, then each block; calm, one line a change."""

import textwrap
from collections.abc import Iterator, Sequence

from kamc.diff import leads, left_alone, summary
from kamc.model.change import BLOCKS, HEADER, Diff, Effect
from kamc.report.changes_gathered import Line, gathered, listed_lines
from kamc.report.source import columns, shown
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import listed

MARKS: dict[Effect, str] = {"better": "▲", "worse": "▼", "neutral": "·"}
COLOURS: dict[Effect, str] = {"better": "32", "worse": "31", "neutral": SOFT}
SECTIONS = {HEADER: "Header and summary", **BLOCKS}
INDENT = "    "


def changes_text(diff: Diff, style: Style, *, verbose: bool) -> str:
    """The whole diff; what is neither better nor worse is shown only where `verbose`."""
    style = Style(width=max(style.width, NARROWEST), color=style.color)
    if not diff.changes:
        return "\n".join(_wrapped(_nothing(diff), style)) + "\n"
    first = leads(diff.changes)
    rest = [one for one in diff.changes if one not in first]
    told = [one for one in rest if verbose or one.effect != "neutral" or one.topic]
    lines = listed_lines if verbose else gathered
    sections = [("Leads", [Line.of(one) for one in first])]
    sections += [(title, lines([one for one in told if one.block == key])) for key, title in SECTIONS.items()]
    parts = [
        _heading(diff, style),
        *(_section(title, of_section, style) for title, of_section in sections if of_section),
        "\n".join(_closing(diff, len(rest) - len(told), style)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _nothing(diff: Diff) -> str:
    """One sentence, and what it means: a quarter in which nothing moved is a finding (M4)."""
    name, old, new = shown(diff.new.name), diff.old.period, diff.new.period
    if old == new:
        return f"{name}, {new}: nothing changed."
    return (
        f"{name}: nothing changed from {old} to {new}; accounts do move in a quarter, so nobody seems to "
        "have worked with this plan (M4)."
    )


def _heading(diff: Diff, style: Style) -> str:
    names = dict.fromkeys(
        (diff.old.name, diff.new.name) if diff.old.account != diff.new.account else [diff.new.name]
    )
    periods = dict.fromkeys((diff.old.period, diff.new.period))
    title = shown(f"{' → '.join(names)}, {' → '.join(periods)}")
    counts = summary(diff.changes)
    told = " · ".join(f"{counts[effect]} {effect}" for effect in MARKS)
    gap = style.width - columns(title) - columns(told)
    return style.paint(title, BOLD) + (" " * gap if gap > 1 else "\n") + told


def _section(title: str, lines: Sequence[Line], style: Style) -> str:
    return "\n".join([style.paint(title, BOLD), *(text for line in lines for text in _texts(line, style))])


def _texts(line: Line, style: Style) -> Iterator[str]:
    """One change: its mark, its sentence, the code of the rule behind it."""
    first, *others = _wrapped(shown(line.text), style, len(INDENT))
    subject = shown(line.subject)
    if subject:
        first = first.replace(subject, style.paint(subject, BOLD), 1)
    yield f"  {style.paint(MARKS[line.effect], COLOURS[line.effect])} {first}"
    yield from (INDENT + other for other in others)


def _wrapped(text: str, style: Style, indent: int = 0) -> list[str]:
    return textwrap.wrap(text, style.width - indent, break_long_words=False, break_on_hyphens=False) or [""]


def _closing(diff: Diff, folded: int, style: Style) -> Iterator[str]:
    """What was left alone though it should be looked at each quarter, and how much is not shown."""
    alone = left_alone(diff.changes) if diff.old.period != diff.new.period else ()
    if alone:
        sentence = f"Unchanged, with no newer date of review: {listed(alone, 'and')} (M4)"
        yield from (style.paint(line, SOFT) for line in _wrapped(sentence, style))
    if folded:
        noun, pronoun = ("change", "it") if folded == 1 else ("changes", "them")
        yield style.paint(f"… {folded} neutral {noun}: -v shows {pronoun}", SOFT)
