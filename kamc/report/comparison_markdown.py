"""What changed in several plans, for a comment: the sum, a row a plan, then the diffs that are shown."""

from collections.abc import Iterator

from kamc.diff import leads
from kamc.escape import clean, markdown
from kamc.report.changes_markdown import changes_markdown
from kamc.report.changes_told import MARKS
from kamc.report.comparison import Compared, Comparison, changes
from kamc.report.comparison_told import closing, name, sentence

HEAD = "| | " + " | ".join(MARKS.values()) + " | What leads |\n| --- | ---: | ---: | ---: | --- |\n"


def report(comparison: Comparison) -> str:
    """The title with the sum, what became of each plan, and the diffs: of files, or where `verbose`."""
    told = [one for one in comparison.compared if one.is_change or one.unread]
    if not told:
        return f"{markdown(closing(comparison))}\n"
    sums = changes(comparison)
    blocks = [
        f"# {markdown(comparison.title)}",
        " · ".join(f"{sums[effect]} {effect}" for effect in MARKS),
        HEAD + "\n".join(map(_row, told)),
        *(_diffs(told, verbose=comparison.verbose) if comparison.verbose or comparison.of_files else ()),
        f"_{markdown(closing(comparison))}_",
    ]
    return "\n\n".join(blocks) + "\n"


def _row(one: Compared) -> str:
    """One plan: its counts, and the change that leads, or what became of its file."""
    counts = " | ".join(str(one.counts[effect]) if one.diff else "" for effect in MARKS)
    return f"| **{markdown(clean(name(one)))}** | {counts} | {markdown(clean(_first(one)))} |"


def _first(one: Compared) -> str:
    first = leads(one.diff.changes)[:1] if one.diff else ()
    return " ".join((sentence(one), *(f"{MARKS[lead.effect]} {lead.message}" for lead in first))).strip()


def _diffs(told: list[Compared], *, verbose: bool) -> Iterator[str]:
    for one in told:
        if one.diff and one.diff.changes:
            yield changes_markdown(one.diff, verbose=verbose).rstrip("\n")
