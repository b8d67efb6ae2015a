"""What changed between two plans, for a comment on a pull request: what leads, figures, the rest folded."""

from collections.abc import Iterator, Sequence

from kamc.escape import clean, markdown
from kamc.model.change import Diff, Figure
from kamc.report.changes_gathered import Line
from kamc.report.changes_told import MARKS, Section, told
from kamc.words import counted

HEAD = "| | | before | now |\n| --- | --- | ---: | ---: |\n"
OPEN = frozenset(("Promises", "New findings"))
"""Parts that are not folded: what a reader should see without asking."""


def changes_markdown(diff: Diff, *, verbose: bool) -> str:
    """The whole diff; what is neither better nor worse is shown only where `verbose`."""
    all_of_it = told(diff, verbose=verbose)
    blocks = [
        f"{'## ' if diff.changes else ''}{markdown(all_of_it.title)}",
        all_of_it.counts,
        _listed(all_of_it.leading),
        _figures([one for one in diff.figures if one.moved]),
        *(block for one in all_of_it.sections if one.title != "Figures" for block in _section(one)),
        f"_{markdown(all_of_it.unchanged)}_" if all_of_it.unchanged else "",
        f"_{counted(all_of_it.folded, 'neutral change')} not shown._" if all_of_it.folded else "",
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _listed(lines: Sequence[Line]) -> str:
    return "\n".join(f"- {MARKS[line.effect]} {markdown(clean(line.text))}" for line in lines)


def _figures(figures: Sequence[Figure]) -> str:
    """A table, before and now beside each other."""
    rows = (
        f"| {MARKS[one.effect]} | {markdown(one.title)} | {markdown(one.old_text or '–')} "
        f"| **{markdown(one.new_text or '–')}** |"
        for one in figures
    )
    return HEAD + "\n".join(rows) if figures else ""


def _section(one: Section) -> Iterator[str]:
    """A part with its lines, folded unless it is one that must be seen."""
    title = markdown(one.title)
    if one.title in OPEN:
        yield f"### {title}"
    else:
        yield f"<details><summary>{title}: {_counted(one.lines)}</summary>"
    yield markdown(one.say) if one.say else ""
    yield _listed(one.lines)
    if one.title not in OPEN:
        yield "</details>"


def _counted(lines: Sequence[Line]) -> str:
    """How many lines a folded part has, with their marks."""
    counts = ((mark, sum(line.effect == effect for line in lines)) for effect, mark in MARKS.items())
    return " ".join(f"{mark} {count}" for mark, count in counts if count)
