"""What a report of changes tells, part by part: what leads, figures, each block, promises, findings.

Text for a terminal and Markdown for a comment are written from the same parts, so that they say the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from kamc.diagnostics import Diagnostic
from kamc.diff import leads, summary
from kamc.model.change import BLOCKS, HEADER, Change, Diff, Effect, Figure, Outcome, Promised
from kamc.report.changes_gathered import Line, gathered, listed_lines
from kamc.words import counted, listed

MARKS: dict[Effect, str] = {"better": "▲", "worse": "▼", "neutral": "·"}
SECTIONS = {HEADER: "Header and summary", **BLOCKS}
OUTCOMES: dict[Outcome, str] = {
    "kept": "kept",
    "late": "late",
    "undated": "done, nobody says when",
    "carried-over": "carried over",
    "carried-over-again": "carried over again",
    "dropped": "given up",
    "gone": "gone without a word",
    "unknown": "not known",
}


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a report: its title, one sentence of it, and its lines."""

    title: str
    lines: tuple[Line, ...]
    say: str = ""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A comparison as it is told: `leading` first, `sections` after it, `folded` neutral changes not told.

    Where nothing changed, the title is the sentence that says so, and there are no `counts`.
    """

    title: str
    counts: str
    leading: tuple[Line, ...]
    sections: tuple[Section, ...]
    unchanged: str
    folded: int


def told(diff: Diff, *, verbose: bool) -> Told:
    """What there is to tell; what is neither better nor worse only where `verbose`."""
    first = leads(diff.changes)
    rest = [one for one in diff.changes if one not in first]
    shown = [one for one in rest if verbose or one.effect != "neutral" or one.topic]
    counts = summary(diff.changes)
    alone = listed(diff.left_alone, "and")
    return Told(
        title=_title(diff) if diff.changes else nothing(diff),
        counts=_counts(counts) if diff.changes else "",
        leading=tuple(Line.of(one) for one in first),
        sections=tuple(one for one in _sections(diff, shown, verbose=verbose) if one.lines or one.say),
        unchanged=f"Unchanged, with no newer date of review: {alone} (M4)" if alone and diff.changes else "",
        folded=len(rest) - len(shown),
    )


def nothing(diff: Diff) -> str:
    """One sentence, and what it means: a quarter in which nothing moved is a finding (M4)."""
    name, old, new = diff.new.name, diff.old.period, diff.new.period
    if old == new:
        return f"{name}, {new}: nothing changed."
    return (
        f"{name}: nothing changed from {old} to {new}; accounts do move in a quarter, so nobody seems to "
        "have worked with this plan (M4)."
    )


def _counts(counts: Mapping[str, int]) -> str:
    """How many changes are of which effect; how many there are, where none is good or bad."""
    if not counts["better"] and not counts["worse"]:
        return counted(counts["changes"], "change")
    return " · ".join(f"{counts[effect]} {effect}" for effect in MARKS)


def _title(diff: Diff) -> str:
    names = dict.fromkeys(
        (diff.old.name, diff.new.name) if diff.old.account != diff.new.account else [diff.new.name]
    )
    periods = dict.fromkeys((diff.old.period, diff.new.period))
    return f"{' → '.join(names)}, {' → '.join(periods)}"


def _sections(diff: Diff, shown: Sequence[Change], *, verbose: bool) -> Iterator[Section]:
    lines = listed_lines if verbose else gathered
    yield Section(title="Figures", lines=tuple(_figures(diff.figures, verbose=verbose)))
    for key, title in SECTIONS.items():
        yield Section(title=title, lines=tuple(lines([one for one in shown if one.block == key])))
    yield _promises(diff, verbose=verbose)
    yield Section(title="New findings", lines=tuple(_findings(diff.found, "worse")))
    yield Section(title="Findings gone", lines=tuple(_findings(diff.gone, "better")))
    renames = (Line(effect="neutral", text=one.message) for one in diff.suggested)
    yield Section(title="Renamed?", lines=tuple(renames))


def _figures(figures: Iterable[Figure], *, verbose: bool) -> Iterator[Line]:
    for one in figures:
        if verbose or one.moved:
            yield Line(effect=one.effect, text=one.message, subject=one.title)


def _promises(diff: Diff, *, verbose: bool) -> Section:
    """How many were kept; then those that were not, unless all are asked for."""
    held = diff.promises
    counts = (f"{n} {word}" for kind, word in OUTCOMES.items() if (n := _count(held, kind)))
    say = f"{len(held)} due by the end of {diff.old.period}: {', '.join(counts)}" if held else ""
    lines = (_promise(one) for one in held if verbose or one.outcome != "kept")
    return Section(title="Promises", say=say, lines=tuple(lines))


def _count(held: Iterable[Promised], outcome: Outcome) -> int:
    return sum(one.outcome == outcome for one in held)


def _promise(one: Promised) -> Line:
    return Line(effect=one.effect, text=one.message)


def _findings(found: Iterable[Diagnostic], effect: Effect) -> Iterator[Line]:
    for one in found:
        yield Line(effect=effect, text=f"{one.message}  {one.code}")
