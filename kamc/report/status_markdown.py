"""How accounts stand, as a table for a pull request, a wiki or a mail."""

from collections.abc import Iterator

from kamc.analysis.health import SIGNS
from kamc.escape import markdown
from kamc.model.change import BLOCKS
from kamc.report.status import WORDS, Line, Overview, ago
from kamc.words import counted

HEADS = ("Account", "Period", "Status", "Complete", "By block", "Health", "Why", "Open", "Overdue", "Changed")
RIGHT = frozenset(("Complete", "Open", "Overdue"))


def report(overview: Overview) -> str:
    """The accounts with the two reasons for their word, and what could not be read."""
    words = ", ".join(f"{overview.words[word]} {word}" for word in WORDS if overview.words[word])
    open_ = counted(overview.open_questions, "open question")
    summary = f"As of {overview.as_of.isoformat()}. {open_}, {overview.overdue} overdue."
    told = f"{counted(len(overview.lines), 'account')}{f': {words}' if words else ''}"
    blocks = [f"## kamc: {told}", summary, *_unread(overview)]
    if overview.lines:
        blocks.append("\n".join(_table(overview)))
    return "\n\n".join(blocks) + "\n"


def _unread(overview: Overview) -> Iterator[str]:
    if overview.unread:
        yield "\n".join(f"- **could not be read:** {markdown(path)}" for path in overview.unread)


def _table(overview: Overview) -> Iterator[str]:
    yield _row(HEADS)
    yield _row("--:" if head in RIGHT else "---" for head in HEADS)
    for line in overview.lines:
        yield _row(_cells(line, overview))


def _cells(line: Line, overview: Overview) -> Iterator[str]:
    health = line.health
    score = "" if health.score is None else f" {health.score}"
    not_known = f"not known: {', '.join(health.unknown)}" if health.unknown else ""
    yield f"{markdown(line.name)}"
    yield markdown(line.period)
    yield markdown(line.status)
    yield f"{line.share} %"
    yield _blocks(line)
    yield f"{SIGNS[health.word]} {health.word}{score}"
    yield "; ".join(markdown(one) for one in (*health.reasons, not_known) if one)
    yield str(line.open_questions)
    yield str(line.overdue)
    yield ago(line.changed, overview.as_of)


def _blocks(line: Line) -> str:
    blocks = line.completeness.blocks
    return ", ".join(
        f"{title.lower()} {int(blocks[key].share or 0)}" for key, title in BLOCKS.items() if key in blocks
    )


def _row(cells: Iterator[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
