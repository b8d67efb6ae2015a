"""Signs that mean something to YAML where a text begins: quotes take that meaning away."""

from kamc.diagnostics import Finding
from kamc.loader import refusals, tabs
from kamc.loader.events import AliasEvent, begins
from kamc.loader.refusals import quoted
from kamc.loader.syntax.trouble import FIELD, Trouble
from kamc.loader.text import BOM
from kamc.loader.walk import TAG


def reserved(trouble: Trouble) -> Finding:
    """A text without quotes that begins with a sign of YAML's own."""
    return _reserved(trouble, trouble.since)


def character(trouble: Trouble) -> Finding:
    """A character with which nothing can begin."""
    return tab(trouble) if trouble.sign == "\t" else reserved(trouble)


def alias(trouble: Trouble) -> Finding | None:
    """`*very important`: the star makes an alias of the first word, and the rest fits nowhere."""
    star = trouble.before
    if not isinstance(star, AliasEvent) or not trouble.sign:
        return None
    if trouble.is_fresh and FIELD.match(trouble.text, trouble.at):
        return None
    return _reserved(trouble, begins(star))


def byte_order_mark(trouble: Trouble) -> Finding | None:
    """A mark of the beginning of a file at the beginning of a line: two files were put together."""
    start = trouble.lines.start(trouble.at)
    if not trouble.text.startswith(BOM, start):
        return None
    return refusals.control_character(BOM, trouble.lines.span(start, start + 1))


def dash(trouble: Trouble) -> Finding:
    """`a: - b`: a list item on the line of its field."""
    words = trouble.value_from(trouble.at)
    return trouble.told(
        "a list item cannot stand on the line of its field",
        trouble.at,
        trouble.at + len(words),
        help=f"put it on a line of its own below the field; if the dash belongs to the text: {quoted(words)}",
    )


def tag(trouble: Trouble) -> Finding | None:
    """A tag that libyaml cannot read."""
    written = TAG.match(trouble.text, trouble.since)
    return None if written is None else refusals.tag(written.group(), trouble.lines.span(*written.span()))


def directive(trouble: Trouble) -> Finding | None:
    """A line that begins with a percent sign, after the plan."""
    start = trouble.lines.start(trouble.at)
    if not trouble.text.startswith("%", start):
        start = trouble.lines.start(max(start - 1, 0))
    if not trouble.text.startswith("%", start):
        return None
    line = trouble.text[start : trouble.lines.end(start)].rstrip()
    return refusals.directive(line, trouble.lines.span(start, start + len(line)))


def tab(trouble: Trouble) -> Finding:
    """A tab where spaces have to indent."""
    at = trouble.text.find("\t", trouble.lines.start(trouble.at))
    return tabs.finding(trouble.text, trouble.lines, trouble.at if at < 0 else at)


def _reserved(trouble: Trouble, at: int) -> Finding:
    words = trouble.value_from(at)
    return trouble.told(
        f"a text without quotes must not begin with {trouble.text[at]}",
        at,
        at + max(len(words), 1),
        help=f"put the text in quotes: {quoted(words)}",
    )
