"""A review for a terminal, and for a log: the same as the comment, all of it."""

from collections.abc import Iterator

from kamc.diagnostics import Diagnostic, Severity
from kamc.model.change import Change, Effect
from kamc.report.changes_text import COLOURS
from kamc.report.changes_told import MARKS
from kamc.report.review import Review, Reviewed
from kamc.report.review_questions import questions
from kamc.report.review_words import (
    about,
    briefs,
    compared_with,
    decided,
    fate,
    gravest,
    headline,
    name,
    sections_of_rest,
    shared,
    status,
)
from kamc.report.source import shown, wrapped
from kamc.report.style import BOLD, NARROWEST, SOFT, Style
from kamc.words import listed

INDENT = 4
SIGNS = {Severity.ERROR: ("✖", "31"), Severity.WARNING: ("▲", "33"), Severity.INFO: ("·", SOFT)}


def report(review: Review) -> str:
    """The whole review; changes that are neither better nor worse, where `verbose`."""
    style = Style(width=max(review.style.width, NARROWEST), color=review.style.color)
    if not review.news:
        return "\n".join(wrapped(shown(headline(review)), style.width)) + "\n"
    grave = " · ".join(gravest(review))
    head = [style.paint(shown(headline(review)), BOLD), *([grave] if grave else [])]
    head += wrapped(shown(shared(review)), style.width) if review.shared else []
    parts = ["\n".join(head), *(_plan(one, style, verbose=review.verbose) for one in review.news)]
    parts.append("\n".join(style.paint(line, SOFT) for line in wrapped(compared_with(review), style.width)))
    return "\n\n".join(parts) + "\n"


def _plan(one: Reviewed, style: Style, *, verbose: bool) -> str:
    said = " · ".join(filter(None, (status(one), "" if one.unread else fate(one))))
    lines = [f"{style.paint(shown(name(one)), BOLD)}  {shown(said)}".rstrip()]
    lines += [style.paint(line, SOFT) for line in wrapped(shown(about(one)), style.width) if line]
    sections = [
        ("What matters", [line for each in one.leads for line in _change(one, each, style)]),
        ("To ask", [line for each in questions(one) for line in _item("?", BOLD, each, style)]),
        ("New findings", [line for each in one.others for line in _finding(each, style)]),
        ("Settled", [line for each in one.gone for line in _item("✓", "32", each.message, style)]),
        ("Figures", [line for each in one.moved for line in _line(each.effect, each.message, style)]),
    ]
    for title, inside in (*sections, *_rest(one, style, verbose=verbose)):
        if inside:
            lines += ["", style.paint(title, BOLD), *inside]
    if one.briefs:
        held = (*one.briefs.changed, *one.briefs.new, *one.briefs.gone)
        told = f"Briefs: {briefs(one)} ({listed([each.title for each in held], 'and')})"
        lines += ["", *(style.paint(line, SOFT) for line in wrapped(shown(told), style.width))]
    return "\n".join(lines)


def _change(one: Reviewed, change: Change, style: Style) -> Iterator[str]:
    """A change, with the reason that it has, or the word that it has none."""
    yield from _line(change.effect, change.message, style)
    decision = one.decision(change)
    if decision:
        look = SOFT if decision.reason else BOLD
        told = _wrapped(shown(decided(decision)), style)
        yield from (style.paint(f"{' ' * INDENT}{line}", look) for line in told)
        if decision.says and decision.reason is None:
            yield from (f"{' ' * INDENT}{line}" for line in _wrapped(shown(decision.says), style))


def _finding(one: Diagnostic, style: Style) -> Iterator[str]:
    sign, colour = SIGNS[one.severity]
    yield from _item(sign, colour, f"{one.message}  {one.code}, line {one.span.line}", style)


def _rest(one: Reviewed, style: Style, *, verbose: bool) -> Iterator[tuple[str, list[str]]]:
    """What else changed, block by block, and what became of promises."""
    for section in sections_of_rest(one, verbose=verbose):
        say = [f"  {line}" for line in _wrapped(shown(section.say), style)] if section.say else []
        yield (
            section.title,
            [*say, *(text for line in section.lines for text in _line(line.effect, line.text, style))],
        )


def _line(effect: Effect, text: str, style: Style) -> Iterator[str]:
    yield from _item(MARKS[effect], COLOURS[effect], text, style)


def _item(sign: str, colour: str, text: str, style: Style) -> Iterator[str]:
    first, *others = wrapped(shown(text), style.width, first=INDENT, indent=INDENT)
    yield f"  {style.paint(sign, colour)} {first}"
    yield from others


def _wrapped(text: str, style: Style) -> list[str]:
    return [line.strip() for line in wrapped(text, style.width, first=INDENT, indent=INDENT)]
