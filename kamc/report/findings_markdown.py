"""Findings for a comment on a pull request or a job's summary: the worst plan first, the rest folded."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, takewhile

from kamc.diagnostics import Diagnostic, Severity
from kamc.escape import clean, markdown
from kamc.report.findings import Findings, mending, reason
from kamc.report.findings_text import checked, told
from kamc.words import counted

MOST = 60_000
"""Characters of rows; a comment on GitHub takes 65,536 in all."""
HEAD = "| | Line | What | What to do |\n| --- | --- | --- | --- |\n"
ACCEPTED_HEAD = "| | Line | What | Why it is accepted |\n| --- | --- | --- | --- |\n"

_QUOTED = re.compile(r"`[^`]*`")
_CODE = re.compile(r"`[^`|]*[^`|\s][^`|]*`")
"""What may be shown as code: a blank one is none, and a bar in it would end the cell."""
_EDGES = re.compile(r"^(?P<before>\s*)(?P<text>.*?)(?P<after>\s*)$", re.DOTALL)


def report(findings: Findings) -> str:
    """What was found in a line, the urgent plan by plan; what is only noted, and what is accepted, folded."""
    found = sorted(findings.shown, key=lambda one: (one.accepted is not None, -one.severity))
    listed = _fitting(found)
    urgent = [one for one in listed if one.accepted is None and one.severity > Severity.INFO]
    noted = [one for one in listed if one.accepted is None and one.severity <= Severity.INFO]
    accepted = [one for one in listed if one.accepted is not None]
    blocks = [
        *_summary(findings),
        *_plans(urgent, HEAD),
        *_folded(f"{counted(len(noted), 'finding')} to note", _plans(noted, HEAD)),
        *_folded(f"{len(accepted)} accepted", _plans(accepted, ACCEPTED_HEAD)),
    ]
    if len(listed) < len(found):
        blocks.append(
            f"{counted(len(found) - len(listed), 'more finding')}, for which this page has no room."
        )
    return "\n\n".join(blocks) + "\n"


def _summary(findings: Findings) -> Iterator[str]:
    questions = f" {counted(findings.open_questions, 'open question')}." if findings.open_questions else ""
    yield f"## kamc: {told(findings)}"
    yield f"{checked(findings)} as of {findings.as_of.isoformat()}.{questions}"
    if findings.unread:
        yield "\n".join(f"- **could not be read:** {markdown(path)}" for path in findings.unread)


def _fitting(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """As many of the findings as a page has room for, from the first one on."""
    sizes = accumulate(len(_row(one)) + len(one.path) for one in found)
    return [one for one, _ in zip(found, takewhile(lambda size: size <= MOST, sizes), strict=False)]


def _plans(found: Iterable[Diagnostic], head: str) -> Iterator[str]:
    """A table a plan, the one with the worst finding first; in a plan, from top to bottom."""
    by_path = groupby(sorted(found, key=lambda one: one.sort_key), key=lambda one: one.path)
    plans = [(path, list(group)) for path, group in by_path]
    for path, group in sorted(plans, key=lambda plan: -max(one.severity for one in plan[1])):
        yield f"### {markdown(path)}"
        yield head + "\n".join(map(_row, group))


def _row(one: Diagnostic) -> str:
    last = (reason(one.accepted),) if one.accepted else (one.help, mending(one, "`kamc check --fix`"))
    told = "<br>".join(prose(part) for part in last if part)
    cells = (f"**{one.severity.word}**", str(one.span.line), "<br>".join(_what(one)), told)
    return f"| {' | '.join(cells)} |"


def _what(one: Diagnostic) -> Iterator[str]:
    """What is wrong, what stands under the caret, the other places, and the rule."""
    yield prose(one.message)
    if one.label:
        yield f"*{prose(one.label)}*"
    for each in one.related:
        file = "" if each.path == one.path else f"{markdown(each.path)}, "
        yield f"*{file}line {each.span.line}: {markdown(each.message)}*"
    yield f"`{one.code} {one.slug}`"


def prose(text: str) -> str:
    """A sentence of ours, with words of the plan in it: what stands in backticks is shown as code."""
    parts, end = [], 0
    flat = clean(text)
    for match in _QUOTED.finditer(flat):
        if _CODE.fullmatch(match.group()):
            parts += [_spaced(flat[end : match.start()]), match.group()]
            end = match.end()
    return "".join((*parts, _spaced(flat[end:])))


def _spaced(text: str) -> str:
    """A piece of a sentence made safe, the blanks at its ends kept."""
    match = _EDGES.match(text)
    return f"{match['before']}{markdown(match['text'])}{match['after']}" if match else ""


def _folded(title: str, blocks: Iterable[str]) -> Iterator[str]:
    """Blocks that are shown when somebody asks for them; nothing where there are none."""
    inside = tuple(blocks)
    if inside:
        yield f"<details>\n<summary>{title}</summary>"
        yield from inside
        yield "</details>"
