"""What changed since the quarter before, side by side: what leads, figures, blocks, promises, findings (M4).

The document that a quarterly review is held over. What is neither better nor worse is counted, not told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Piece, Shown, Table, Tone, Value, table
from kamc.brief.standing import Figure
from kamc.diagnostics import Diagnostic
from kamc.diff import leads, summary
from kamc.model.change import BLOCKS, HEADER, Change, Diff, Effect, Outcome, Promised
from kamc.model.change import Figure as Moved
from kamc.model.values import read_date
from kamc.speech import message

MOST_FIGURES = 4
OF_ANOTHER = frozenset(("weighted-pipeline",))
"""Figures that say in another way what one beside them says."""
SIGNS: Mapping[Effect, str] = {"better": "▲", "worse": "▼", "neutral": "·"}
TONES: Mapping[Effect, Tone] = {"better": "good", "worse": "bad"}
TITLES = {
    HEADER: message("Header and summary"),
    "account_knowledge": message("Account knowledge"),
    "product_knowledge": message("Product knowledge"),
    "relationships": message("Relationships"),
    "account_as_market": message("Account as a market"),
    "account_plan": message("Account plan"),
}
OUTCOMES: Mapping[Outcome, str] = {
    "kept": message("kept"),
    "late": message("done late"),
    "undated": message("done, nobody says when"),
    "carried-over": message("carried over"),
    "carried-over-again": message("carried over again"),
    "dropped": message("given up"),
    "gone": message("gone without a word"),
    "unknown": message("not known"),
}


class Block(Piece, frozen=True, kw_only=True):
    """A part of the page: its title and its table."""

    title: str
    table: Table
    routine: tuple[str, ...] = ()
    """What happens in every quarter that is worked with, each in one sentence."""

    def __bool__(self) -> bool:
        return bool(self.table or self.routine)


class Changes(Piece, frozen=True, kw_only=True):
    """What changed, part by part."""

    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    figures: Table = Table()
    blocks: tuple[Block, ...] = ()
    promises: Table = Table()
    kept: str = ""
    new_findings: tuple[Cell, ...] = ()
    gone_findings: tuple[Cell, ...] = ()
    left_alone: str = ""
    renamed: tuple[str, ...] = ()
    folded: str = ""


def changes(given: Given, found: Diff) -> Changes:
    """What changed between two plans, for a reader."""
    first = leads(found.changes)
    told = [one for one in found.changes if one not in first and (one.effect != "neutral" or one.topic)]
    return Changes(
        worse=_sentences(first, "worse"),
        better=_sentences(first, "better"),
        other=_sentences(first, "neutral"),
        figures=_figures(given, found),
        blocks=tuple(_blocks(given, found, told)),
        promises=_promises(given, found.promises),
        kept=_kept(given, found),
        new_findings=tuple(_findings(found.found)),
        gone_findings=tuple(_findings(found.gone)),
        left_alone=_left_alone(given, found),
        renamed=tuple(one.message for one in found.suggested),
        folded=_folded(given, len(found.changes) - len(told) - len(first)),
    )


def sentence(given: Given, found: Diff) -> str:
    """What there is to say first: how the quarter went, in one sentence."""
    say, counts, since = given.speech.say, summary(found.changes), given.speech.quarter(found.old.period)
    if not found.changes:
        return say("Nothing in the plan has changed since {quarter}.", quarter=since)
    told = say(
        "Changes since {quarter}: {better} for the better, {worse} for the worse.",
        quarter=since,
        better=counts["better"],
        worse=counts["worse"],
    )
    first = next(iter(leads(found.changes)), None)
    return say("{sentence} First of all: {change}.", sentence=told, change=first.message) if first else told


def change_figures(given: Given, found: Diff) -> tuple[Figure, ...]:
    """Few figures that moved, and promises kept."""
    return tuple(_strip(given, found))


def _strip(given: Given, found: Diff) -> Iterator[Figure]:
    say = given.speech.say
    if found.promises:
        kept = sum(one.outcome == "kept" for one in found.promises)
        yield Figure(
            value=say("{n} of {all}", n=kept, all=len(found.promises)), meaning=say("promises kept on time")
        )
    told = (one for one in found.figures if one.key not in OF_ANOTHER)
    moved = [one for one in told if one.moved and one.effect != "neutral"]
    for one in moved[:MOST_FIGURES]:
        before = one.old_text
        yield Figure(
            value=Mark(one.new_text, TONES[one.effect], SIGNS[one.effect]),
            meaning=say("{figure}, before: {value}", figure=one.title, value=before),
        )


def _sentences(first: Iterable[Change], effect: Effect) -> tuple[str, ...]:
    return tuple(one.message for one in first if one.effect == effect)


def _figures(given: Given, found: Diff) -> Table:
    """Figures before and after; those that stand are told, too: that they do is news."""
    say = given.speech.say
    heads = _heads(given, found, say("Figure"))
    return table("", heads, (_figure(given, one) for one in found.figures))


def _figure(given: Given, one: Moved) -> tuple[Value, ...]:
    word = one.difference.text if one.difference else ""
    return Cell(one.title, lead=one.moved), one.old_text, one.new_text, _mark(given, one.effect, word)


def _heads(given: Given, found: Diff, first: str) -> str:
    """The columns that stand side by side: then, now, and what that means."""
    say, periods = given.speech.say, (found.old.period, found.new.period)
    then, now = (
        map(given.speech.quarter, periods) if periods[0] != periods[1] else (say("Before"), say("Now"))
    )
    return " | ".join((first, then, now, say("Movement")))


def _mark(given: Given, effect: Effect, word: str) -> Shown:
    """How far it moved, or in which sense; a sign says what its colour says."""
    words = {"better": given.speech.say("better"), "worse": given.speech.say("worse"), "neutral": ""}
    tone = TONES.get(effect)
    return Mark(word or words[effect], tone, SIGNS[effect]) if tone else word


def _blocks(given: Given, found: Diff, told: Sequence[Change]) -> Iterator[Block]:
    for key in (HEADER, *BLOCKS):
        held = [one for one in told if one.block == key]
        heads = _heads(given, found, given.speech.say("What"))
        made = table("", heads, _rows(given, [one for one in held if not is_routine(one)]))
        block = Block(
            title=given.speech.say(TITLES[key]),
            table=made,
            routine=tuple(_routine(given, [one for one in held if is_routine(one)])),
        )
        if block:
            yield block


def is_routine(one: Change) -> bool:
    """Whether a change is good news that comes every quarter: somebody was spoken with, a part looked at."""
    spoken = one.entity == "contact" and one.field == "last"
    return one.effect == "better" and (spoken or str(one.field).startswith("reviewed."))


def _routine(given: Given, held: Sequence[Change]) -> Iterator[str]:
    """With whom we spoke, and what was looked at."""
    say, listed = given.speech.say, given.speech.listed
    people = tuple(dict.fromkeys(one.name for one in held if one.entity == "contact"))
    parts = tuple(one.title.rpartition(", ")[2] for one in held if one.entity != "contact")
    if people:
        yield say("Spoken with since: {names}.", names=listed(people))
    if parts:
        yield say("Reviewed since: {names}.", names=listed(parts))


def _rows(given: Given, held: Sequence[Change]) -> Iterator[tuple[Value, ...]]:
    """A row a change; a thing of which the row before spoke is not named again."""
    before: Change | None = None
    for one in held:
        same = before is not None and (before.entity, before.id) == (one.entity, one.id)
        yield _row(given, one, same=same)
        before = one


def _row(given: Given, one: Change, *, same: bool) -> tuple[Value, ...]:
    subject, title = one.subject or one.title, one.title if one.subject else ""
    subject = subject[:1].upper() + subject[1:]
    lead = Cell(f"… {title}") if same and title else Cell(subject, (title,) if title else (), lead=True)
    old, new = _sides(given, one)
    word = one.difference.text if one.difference else ""
    return lead, old, new, _mark(given, one.effect, word)


def _sides(given: Given, one: Change) -> tuple[Value, Value]:
    """Before and after, beside each other. What came or went has only one side."""
    say, sides = given.speech.say, (one.old_text, one.new_text)
    if one.kind == "added":
        return "", Mark(say("new"), "open", "+")
    if one.kind == "removed":
        return sides[0] or say("there"), Mark(say("gone"), "open", "×")
    if not any(sides):
        return "", one.message
    return sides


def _promises(given: Given, held: Sequence[Promised]) -> Table:
    """What was due, what was not kept first."""
    say = given.speech.say
    heads = " | ".join((say("Promise"), say("Due"), say("What became of it"), say("New day")))
    rows = (
        (Cell(one.what, lead=True), _day(given, one.by), _outcome(given, one), _day(given, one.moved_to))
        for one in sorted(held, key=_kept_last)
    )
    return table("", heads, rows)


def _day(given: Given, text: str) -> str:
    when = read_date(text)
    return given.speech.when(when) if when else ""


def _kept_last(one: Promised) -> tuple[bool, str]:
    return one.outcome == "kept", one.by


def _outcome(given: Given, one: Promised) -> Shown:
    word, tone = given.speech.say(OUTCOMES[one.outcome]), TONES.get(one.effect)
    return Mark(word, tone, SIGNS[one.effect]) if tone else word


def _kept(given: Given, found: Diff) -> str:
    held, quarter = found.promises, given.speech.quarter(found.old.period)
    kept = sum(one.outcome == "kept" for one in held)
    if not held:
        return ""
    return given.speech.count(
        kept,
        "Of {all} promises due by the end of {quarter}, {n} was kept on time.",
        "Of {all} promises due by the end of {quarter}, {n} were kept on time.",
        all=len(held),
        quarter=quarter,
    )


def _findings(found: Iterable[Diagnostic]) -> Iterator[Cell]:
    return (Cell(one.plain or one.message, (one.code,)) for one in found)


def _left_alone(given: Given, found: Diff) -> str:
    if not found.left_alone:
        return ""
    names = given.speech.listed(found.left_alone)
    return given.speech.say(
        "Neither changed nor reviewed since, though each quarter should look at it: {names}.", names=names
    )


def _folded(given: Given, number: int) -> str:
    if not number:
        return ""
    return given.speech.count(
        number,
        "{n} more change is neither better nor worse for us.",
        "{n} more changes are neither better nor worse for us.",
    )
