"""A review as one comment on a pull request: what matters first, details folded, never too long for a host.

Where there is no room, whole sections are left out, the least important of all plans first, and the comment
says where they are. Its first line is a hidden mark, by which a bot finds its comment again.
"""

import hashlib
from collections.abc import Iterable, Iterator

import msgspec

from kamc.diagnostics import Diagnostic, Severity
from kamc.escape import clean, markdown
from kamc.model.change import Change, Effect, Figure
from kamc.report.changes_gathered import Line
from kamc.report.changes_told import MARKS
from kamc.report.findings_markdown import prose
from kamc.report.review import EFFECTS, Review, Reviewed
from kamc.report.review_questions import questions
from kamc.report.review_words import (
    PROMISES,
    about,
    briefs,
    compared_with,
    decided,
    fate,
    gravest,
    headline,
    name,
    promises,
    sections_of_rest,
    shared,
    status,
)
from kamc.words import counted

MOST = 65_000
"""Characters of a comment, as hosts count them; GitHub takes 65,536."""
MARK = "kamc-review"
ROOM_FOR_THE_REST = 400
TABLE = "| | Plan | Status | What became of it |\n| --- | --- | --- | --- |\n"
HEAD = "| | | before | now |\n| --- | --- | ---: | ---: |\n"


class Section(msgspec.Struct, frozen=True):
    """A piece of the comment that stands as a whole or not at all; what weighs less goes first."""

    weight: int
    text: str


def report(review: Review) -> str:
    """The comment."""
    first = Section(0, "\n\n".join([f"{mark(review)}\n## {markdown(headline(review))}", *_summary(review)]))
    if not review.news:
        return f"{mark(review)}\n{markdown(headline(review))}\n"
    alone = len(review.news) == 1
    sections = [first, *(each for one in review.news for each in _plan(one, alone=alone))]
    last = f"<sub>{markdown(compared_with(review))}</sub>"
    return "\n\n".join((*_fitting(sections, review, len(last)), last)) + "\n"


def mark(review: Review) -> str:
    """The hidden mark: one for each workspace of a repository, whatever its folder is called."""
    which = f" {hashlib.sha256(review.place.encode()).hexdigest()[:12]}" if review.place else ""
    return f"<!-- {MARK}{which} -->"


def _fitting(sections: list[Section], review: Review, taken: int) -> Iterator[str]:
    """As many sections as there is room for, the weightiest of all plans, each in its place."""
    room = MOST - taken - ROOM_FOR_THE_REST - len(review.base)
    kept: set[int] = set()
    for place, one in sorted(enumerate(sections), key=lambda each: (each[1].weight, each[0])):
        room -= _length(one.text) + 2
        if room < 0:
            break
        kept.add(place)
    yield from (one.text for place, one in enumerate(sections) if place in kept)
    left = len(sections) - len(kept)
    if left:
        yield (
            f"**{counted(left, 'section')} more, for which a comment has no room:** "
            f"`kamc review --base` {markdown(review.base)} tells all of it."
        )


def _length(text: str) -> int:
    """How long hosts think a text is: letters beyond the basic plane count twice."""
    return len(text.encode("utf-16-le")) // 2


def _summary(review: Review) -> Iterator[str]:
    """What somebody has to act on; several plans in a table."""
    grave = gravest(review)
    if grave:
        yield f"**{' · '.join(grave)}**"
    if review.shared:
        yield markdown(shared(review))
    if len(review.news) > 1:
        rows = (
            " | ".join((_mark(one), *(markdown(text) or "–" for text in (name(one), status(one), fate(one)))))
            for one in review.news
        )
        yield TABLE + "\n".join(f"| {row} |" for row in rows)


def _mark(one: Reviewed) -> str:
    counts = one.effects()
    if one.unread or one.severities()[Severity.ERROR]:
        return "✖"
    return MARKS["worse" if counts["worse"] > 0 else "better" if counts["better"] else "neutral"]


def _plan(one: Reviewed, *, alone: bool) -> Iterator[Section]:
    """A plan: what matters and what to ask in sight, the rest folded; one that is `alone` is named above."""
    yield Section(1, "\n\n".join(filter(None, _in_sight(one, alone=alone))))
    for weight, title, blocks in (
        (3, _findings_title(one), _findings(one)),
        (4, f"{PROMISES}: {promises(one)}", _promises(one)),
        (4, f"Figures that moved: {_counted(each.effect for each in one.moved)}", _figures(one.moved)),
        (5, f"All other changes: {_counted(each.effect for each in one.rest)}", _rest(one)),
        (6, f"Briefs: {briefs(one)}", _briefs(one)),
    ):
        inside = "\n\n".join(filter(None, blocks))
        if inside:
            yield Section(weight, f"<details><summary>{title}</summary>\n\n{inside}\n\n</details>")


def _in_sight(one: Reviewed, *, alone: bool) -> Iterator[str]:
    became = "" if alone or one.unread else fate(one)
    yield "" if alone else f"### {_mark(one)} {markdown(name(one))}"
    yield " · ".join(markdown(part) for part in (status(one), became) if part)
    yield markdown(about(one))
    yield _titled("What matters", [_change(one, each) for each in one.leads])
    yield _titled("To settle first", [_finding(each) for each in one.others if _is_error(each)])
    asked = enumerate(questions(one), 1)
    yield _titled("To ask", [f"{place}. {markdown(each)}" for place, each in asked])


def _titled(title: str, lines: list[str]) -> str:
    return f"**{title}**\n\n" + "\n".join(lines) if lines else ""


def _change(one: Reviewed, change: Change) -> str:
    """A change, with the reason that it has, or the word that it has none."""
    line = f"- {MARKS[change.effect]} {markdown(clean(change.message))}"
    decision = one.decision(change)
    if decision is None:
        return line
    told = markdown(decided(decision))
    if decision.reason:
        return f"{line}<br>*{told}*"
    says = f"<br>*{markdown(decision.says)}*" if decision.says else ""
    return f"{line} — **{told}**{says}"


def _is_error(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR


def _findings_title(one: Reviewed) -> str:
    new, gone = len(_milder(one)), len(one.gone)
    told = (f"{new} to look at" if new else "", f"{gone} settled" if gone else "")
    return f"Findings: {', '.join(filter(None, told))}"


def _milder(one: Reviewed) -> list[Diagnostic]:
    """The new findings that are no errors: those stand in sight."""
    return [each for each in one.others if not _is_error(each)]


def _findings(one: Reviewed) -> Iterator[str]:
    yield "\n".join(map(_finding, _milder(one)))
    yield _titled("Settled", [f"- ~~{prose(each.message)}~~ `{each.code} {each.slug}`" for each in one.gone])


def _finding(one: Diagnostic) -> str:
    place = f"line {one.span.line}"
    return f"- **{one.severity.word}**, {place}: {prose(one.message)} `{one.code} {one.slug}`"


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    """A table, before and now beside each other."""
    rows = [
        f"| {MARKS[one.effect]} | {markdown(one.title)} | {markdown(one.old_text or '–')} "
        f"| **{markdown(one.new_text or '–')}** |"
        for one in figures
    ]
    if rows:
        yield HEAD + "\n".join(rows)


def _promises(one: Reviewed) -> Iterator[str]:
    """What was due by the end of the quarter before and was not simply kept."""
    for section in sections_of_rest(one, verbose=False):
        if section.title == PROMISES:
            yield markdown(section.say)
            yield "\n".join(map(_line, section.lines))


def _line(line: Line) -> str:
    return f"- {MARKS[line.effect]} {markdown(clean(line.text))}"


def _rest(one: Reviewed) -> Iterator[str]:
    """What else changed, block by block; what is neither better nor worse, too."""
    for section in sections_of_rest(one, verbose=True):
        if section.title == PROMISES:
            continue
        lines = "\n".join(map(_line, section.lines))
        parts = (f"**{markdown(section.title)}**", markdown(section.say), lines)
        yield "\n\n".join(filter(None, parts))


def _briefs(one: Reviewed) -> Iterator[str]:
    told = (("", one.briefs.changed), ("new: ", one.briefs.new), ("gone: ", one.briefs.gone))
    yield "\n".join(f"- {word}{markdown(each.title)}" for word, several in told for each in several)


def _counted(effects: Iterable[Effect]) -> str:
    """How many there are of each effect, with their marks."""
    told = list(effects)
    counts = ((MARKS[effect], told.count(effect)) for effect in EFFECTS)
    return " ".join(f"{sign} {count}" for sign, count in counts if count)
