"""What changed between two plans, for a terminal: what leads, then each part; calm, one line a change."""

import textwrap
from collections.abc import Iterator, Sequence

from kamc.model.change import Diff, Effect
from kamc.report.changes_gathered import Line
from kamc.report.changes_told import MARKS, Told, told
from kamc.report.source import columns, shown
from kamc.report.style import BOLD, NARROWEST, SOFT, Style

COLOURS: dict[Effect, str] = {"better": "32", "worse": "31", "neutral": SOFT}
INDENT = "    "


def changes_text(diff: Diff, style: Style, *, verbose: bool) -> str:
    """The whole diff; what is neither better nor worse is shown only where `verbose`."""
    style = Style(width=max(style.width, NARROWEST), color=style.color)
    all_of_it = told(diff, verbose=verbose)
    parts = [
        _heading(all_of_it, style),
        _section("Leads", "", all_of_it.leading, style) if all_of_it.leading else "",
        *(_section(one.title, one.say, one.lines, style) for one in all_of_it.sections),
        "\n".join(_closing(all_of_it, style)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(all_of_it: Told, style: Style) -> str:
    title = shown(all_of_it.title)
    if not all_of_it.counts:
        return "\n".join(_wrapped(title, style))
    gap = style.width - columns(title) - columns(all_of_it.counts)
    return style.paint(title, BOLD) + (" " * gap if gap > 1 else "\n") + all_of_it.counts


def _section(title: str, say: str, lines: Sequence[Line], style: Style) -> str:
    sentence = (f"  {line}" for line in _wrapped(shown(say), style, 2)) if say else ()
    return "\n".join(
        [style.paint(title, BOLD), *sentence, *(text for line in lines for text in _texts(line, style))]
    )


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


def _closing(all_of_it: Told, style: Style) -> Iterator[str]:
    """What was left alone though it should be looked at each quarter, and how much is not shown."""
    if all_of_it.unchanged:
        yield from (style.paint(line, SOFT) for line in _wrapped(all_of_it.unchanged, style))
    if all_of_it.folded:
        noun, pronoun = ("change", "it") if all_of_it.folded == 1 else ("changes", "them")
        yield style.paint(f"… {all_of_it.folded} neutral {noun}: -v shows {pronoun}", SOFT)
