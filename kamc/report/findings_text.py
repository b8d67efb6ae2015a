"""Findings for a terminal: source lines with carets, the second place, the remedy; a last line sums up."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.diagnostics import Diagnostic, Severity, Span
from kamc.report.findings import Findings, lines_of, mending, reason
from kamc.report.questions_text import questions_text
from kamc.report.source import columns, excerpt, shown, wrapped
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import counted

COLOURS: Mapping[Severity, str] = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}


def report(findings: Findings) -> str:
    """Every finding as a block, the open questions, and a last line; with `quiet`, the findings alone."""
    found = findings_text(findings.shown, findings.texts, findings.style)
    if findings.quiet:
        return found
    last = "\n".join(wrapped(last_line(findings), max(findings.style.width, NARROWEST)))
    return f"{found}{questions_text(findings.questions)}{last}\n"


def findings_text(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], style: Style) -> str:
    """Every finding as a block; no text where none is. `texts` are the files' texts, for source lines."""
    lines = {path: lines_of(text) for path, text in texts.items()}
    page = _Page(lines=lines, style=style, width=max(style.width, NARROWEST))
    return "".join("\n".join(_block(one, page)) + "\n\n" for one in diagnostics)


class _Page(msgspec.Struct, frozen=True, kw_only=True):
    """What findings are printed on: the lines of the files, and how wide and how coloured it may be."""

    lines: Mapping[str, list[str]]
    style: Style
    width: int


def _block(one: Diagnostic, page: _Page) -> Iterator[str]:
    places = (one.span, *(related.span for related in one.related))
    gutter = len(str(max(span.line for span in places)))
    colour = SOFT if one.accepted else COLOURS.get(one.severity, BOLD)
    yield from _headline(one, colour, page)
    yield _place("-->", one.path, one.span, gutter, page)
    yield from _source(page, one.path, one.span, one.label, gutter=gutter, mark="^", colour=colour)
    for each in one.related:
        yield _place(":::", each.path, each.span, gutter, page)
        yield from _source(page, each.path, each.span, each.message, gutter=gutter, mark="-", colour=SOFT)
    if one.help:
        yield from _note("help", one.help, gutter, page)
    if mended := mending(one):
        yield from _note("fix", mended, gutter, page)
    if one.accepted is not None:
        yield from _note("accepted", reason(one.accepted), gutter, page)
    yield from _note("why", f"kamc explain {one.code}", gutter, page)


def _headline(one: Diagnostic, colour: str, page: _Page) -> Iterator[str]:
    name = f"{'accepted ' if one.accepted else ''}{one.severity.word}[{one.code}]"
    text = f"{one.slug}: {shown(one.message)}"
    head, *rest = wrapped(text, page.width, first=len(name) + 1, indent=6)
    yield f"{page.style.paint(name, colour)} {page.style.paint(head, BOLD)}"
    yield from (page.style.paint(line, BOLD) for line in rest)


def _place(arrow: str, path: str, span: Span, gutter: int, page: _Page) -> str:
    return page.style.paint(f"{' ' * gutter}{arrow} {shown(path)}:{span.line}:{span.column}", SOFT)


def _source(
    page: _Page, path: str, span: Span, label: str, *, gutter: int, mark: str, colour: str
) -> Iterator[str]:
    """The line of a span in its file, with marks under the span and the label behind or below them."""
    found = excerpt(page.lines.get(path, []), span, page.width - gutter - 3)
    if found is None:
        return
    line, column, length = found
    paint = page.style.paint
    bar = paint(f"{' ' * gutter} |", SOFT)
    yield bar
    yield f"{paint(f'{span.line:>{gutter}} |', SOFT)} {line}".rstrip()
    marks = f"{bar} {' ' * column}{paint(mark * length, colour)}"
    label = shown(label)
    if columns(label) <= page.width - gutter - 4 - column - length:
        yield f"{marks} {paint(label, colour)}".rstrip()
    else:
        yield marks
        yield from (f"{bar}   {paint(part, colour)}" for part in wrapped(label, page.width - gutter - 5))
    yield bar


def _note(name: str, text: str, gutter: int, page: _Page) -> Iterator[str]:
    lead = f"{' ' * gutter} = "
    indent = len(f"{lead}{name}: ")
    first, *rest = wrapped(shown(text), page.width, first=indent, indent=indent)
    yield f"{page.style.paint(lead, SOFT)}{page.style.paint(f'{name}:', BOLD)} {first}"
    yield from rest


def last_line(findings: Findings) -> str:
    """How many plans (files, where none is a plan), what was found, what is still unknown."""
    questions = f" {counted(findings.open_questions, 'open question')}." if findings.open_questions else ""
    return f"{checked(findings)}: {told(findings)}.{questions}"


def checked(findings: Findings) -> str:
    """What was looked at: `3 plans checked`."""
    count = counted(findings.plans, "plan") if findings.plans else counted(len(findings.texts), "file")
    return f"{count} checked"


def told(findings: Findings) -> str:
    """What came of it: `2 errors, 1 info in 2 files; 1 accepted`."""
    live = [one for one in findings.all if one.accepted is None]
    counts = ", ".join(_counts(live))
    accepted = len(findings.all) - len(live)
    parts = [f"{counts} in {counted(len({one.path for one in live}), 'file')}" if counts else "nothing found"]
    if accepted:
        parts.append(f"{accepted} accepted")
    parts += [f"{count} {why}" for count, why in findings.aside if count]
    if findings.unread:
        parts.append(f"{counted(len(findings.unread), 'file')} could not be read")
    if fixable := sum(one.fix is not None for one in live):
        parts.append(f"--fix would mend {fixable if fixable < len(live) else 'all'}")
    return "; ".join(parts)


def _counts(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """How many there are of each severity, the worst first."""
    for level in COLOURS:
        count = sum(one.severity is level for one in diagnostics)
        if count:
            yield counted(count, level.word, "info" if level is Severity.INFO else "")
