"""Where we stand: the first lines, the key figures, and what comes next."""

import datetime as dt
from collections.abc import Iterator, Mapping

from kamc.analysis.health import SIGNS, Health, Word, health
from kamc.analysis.margin import contribution, latest
from kamc.analysis.promises import Outcome, Promises, promises
from kamc.audience import View
from kamc.brief.given import Given, alive, labelled, text, word
from kamc.brief.opportunities import pipeline
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Tone, Value, facts, joined, table
from kamc.brief.space import count
from kamc.brief.wallet import share
from kamc.model.values import When, known
from kamc.speech.format import money, percent, quarter
from kamc.words import counted

NEXT_DAYS = 90
MOST_NEXT = 8
HORIZONS = (("In three to six months", "short"), ("In six to eighteen months", "medium"), ("Beyond", "long"))
TONES: Mapping[Word, Tone] = {"green": "good", "amber": "open", "red": "bad", "unknown": "open"}
OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("late", "late"),
    ("undated", "done without a date"),
    ("carried-over", "carried over"),
    ("dropped", "given up with a reason"),
    ("gone", "gone without a word"),
    ("unknown", "not known"),
)
"""What became of a promise that was not kept on time, and how that is told."""


class Figure(Piece, frozen=True, kw_only=True):
    """A number with what it means."""

    value: Shown
    meaning: str


class Titled(Piece, frozen=True, kw_only=True):
    """What a document shows, where a brief has several: its title, and its `part` of the file's name."""

    part: str
    title: str
    say: Shown = ""
    figures: tuple[Figure, ...] = ()


class Summary(Piece, frozen=True, kw_only=True):
    """The answers that a director asks for first (M22)."""

    because: Value = ""
    do: Value = ""
    revise: Value = ""
    aims: tuple[Fact, ...] = ()
    supported_by: tuple[Fact, ...] = ()


def figures(given: Given, earlier: View | None = None) -> tuple[Figure, ...]:
    """Few numbers, each with its meaning; one that needs what the reader may not see is absent.

    `earlier` is the plan of the quarter before, cut for the same reader: what was promised there.
    """
    return tuple(_figures(given, earlier)) if given.internal else ()


def _figures(given: Given, earlier: View | None) -> Iterator[Figure]:
    yield from _health(given)
    yield from _wallet(given)
    yield from _sales(given)
    yield from _space(given)
    yield from _pipeline(given)
    yield from _continuum(given)
    yield from _promises(given, earlier)
    yield from _late(given)


def _health(given: Given) -> Iterator[Figure]:
    """The health of `kamc status`, with the reasons that matter most.

    It rests on this plan alone, as there, so that an account has one word on one day.
    """
    found = health(given.view, given.run.as_of, given.run.health)
    if found and found.parts:
        word = "not known" if found.word == "unknown" else found.word
        yield Figure(
            value=Mark(word.capitalize(), TONES[found.word], SIGNS[found.word]), meaning=_reasons(found)
        )


def _reasons(found: Health) -> str:
    """Why; of an account that is green, what is still to be mended."""
    if found.no_word:
        return f"health: {found.no_word}"
    lacking = tuple(one.sign.reason for one in found.leading if one.sign and one.lost)
    if found.word == "green" and lacking:
        return f"health, though {joined(lacking, '; ')}"
    return f"health: {joined(found.reasons, '; ')}"


def _wallet(given: Given) -> Iterator[Figure]:
    found = share(given)
    if found:
        of = "" if found.categories == 1 else f", {found.categories} categories"
        yield Figure(
            value=percent(found.percent),
            meaning=f"share of wallet: ours of {found.spend} that they spend a year{of}",
        )


def _sales(given: Given) -> Iterator[Figure]:
    found = latest(given.plan.account_as_market.results)
    if found is None:
        return
    year, one = found
    sales, left = known(one.sales), contribution(one)
    margin = f", contribution margin {percent(left * 100 / sales)}" if left is not None and sales else ""
    if sales is not None:
        yield Figure(
            value=money(sales, known(one.currency) or given.currency), meaning=f"our sales in {year}{margin}"
        )


def _space(given: Given) -> Iterator[Figure]:
    found = count(given)
    if found and found.open:
        spend = f", {found.aligned_spend} a year" if found.aligned_spend else ""
        serve = (
            f"; {found.aligned} {'serves' if found.aligned == 1 else 'serve'} a success factor{spend}"
            if found.aligned
            else "; none serves a success factor yet"
        )
        yield Figure(value=f"{found.open} open", meaning=f"of {found.squares} spaces{serve}")


def _pipeline(given: Given) -> Iterator[Figure]:
    found = pipeline(given)
    if found and found.value:
        weighted = f", {found.weighted} weighted by probability" if found.weighted else ""
        yield Figure(
            value=found.value,
            meaning=f"in {counted(found.count, 'open opportunity', 'open opportunities')}{weighted}",
        )


def _continuum(given: Given) -> Iterator[Figure]:
    one = given.plan.relationships.continuum
    scale = next((held for held in (one.layer, one.level, one.step) if known(held.now)), None)
    if scale is not None:
        intent = labelled("their wish to be close:", word(one.intent.theirs))
        meaning = joined((labelled("wanted:", word(scale.wanted)), intent), "; ")
        yield Figure(
            value=str(word(scale.now)).capitalize(), meaning=meaning or "how we work with each other today"
        )


def _promises(given: Given, earlier: View | None) -> Iterator[Figure]:
    """What was due in the quarter before, and what became of it (M4, M55)."""
    found = promises(earlier, given.view, given.run.fiscal_year_start) if earlier else None
    if found is None or not found.due:
        return
    others = joined((_ended(found, outcome, words) for outcome, words in OUTCOMES), ", ")
    kept = f"promises of {quarter(found.period)} kept on time"
    yield Figure(value=_kept(found), meaning=joined((kept, others), "; "))


def _kept(found: Promises) -> Shown:
    """How many were kept on time; nobody knows where one was done and nobody says when."""
    kept, due = len(found.of("on-time")), len(found.due)
    if found.share is None:
        return Mark(f"{kept} of {due} at least", "open")
    return Mark(f"{kept} of {due}", "good") if kept == due else f"{kept} of {due}"


def _ended(found: Promises, outcome: Outcome, words: str) -> str:
    count = len(found.of(outcome))
    return f"{count} {words}" if count else ""


def _late(given: Given) -> Iterator[Figure]:
    held = [one for one in given.plan.account_plan.activities.values() if one.is_open and one]
    late = sum(1 for one in held if isinstance(one.by, When) and one.by.last < given.run.as_of)
    asked = counted(given.run.open_questions, "open question")
    gaps = counted(given.run.gaps, "gap") if given.run.gaps else ""
    rest = joined((asked if given.run.open_questions else "", gaps), ", ")
    if held:
        value: Shown = Mark(f"{late} overdue") if late else Mark("On time", "good")
        activities = counted(len(held), "open activity", "open activities")
        yield Figure(value=value, meaning=joined((f"of {activities}" if late else activities, rest), "; "))
    elif rest:
        yield Figure(value=Mark(asked, "open"), meaning=gaps or "what we do not know yet")


def summary(given: Given) -> Summary:
    """What stands behind the first sentence."""
    one = given.plan.summary
    return Summary(
        because=text(one.because),
        do=text(one.do),
        revise=text(one.revise),
        aims=facts((label, text(getattr(one.aim, attr))) for label, attr in HORIZONS),
        supported_by=facts((given.names.full(id), text(how)) for id, how in one.supported_by.items()),
    )


def coming(given: Given) -> Table:
    """What is overdue, then what is due in the next ninety days."""
    held = due_soon(given)
    return table(_coming_caption(len(held)), "When | What | Who", held[:MOST_NEXT])


def due_soon(given: Given) -> tuple[tuple[Value, ...], ...]:
    """What is open and overdue, then what is due in the next ninety days: rows of when, what, who."""
    horizon = given.run.as_of + dt.timedelta(days=NEXT_DAYS)
    soon = sorted((one for one in _dated(given) if one[0] <= horizon), key=lambda one: one[0])
    return tuple(row for _, row in soon)


def _coming_caption(count: int) -> str:
    return f"The first {MOST_NEXT} of {count} until three months from now" if count > MOST_NEXT else ""


def _dated(given: Given) -> Iterator[tuple[dt.date, tuple[Value, ...]]]:
    plan = given.plan.account_plan
    lists = (
        (plan.activities, "by", "owner", "what", ""),
        (plan.communications, "by", "from_", "message", "message"),
        (plan.meetings, "date", "team", "what", "meeting"),
        (plan.opportunities, "closes", "", "what", "their decision"),
    )
    for entries, date, who, what, kind in lists:
        for _, one in alive(entries):
            when = getattr(one, date)
            if one.is_open and isinstance(when, When) and getattr(one, "every", None) is None:
                ours = given.ours(getattr(one, who)) if who else given.owner
                yield (
                    when.last,
                    (
                        given.due(when),
                        Cell(text(getattr(one, what)), (kind,) if kind else (), lead=False),
                        ours,
                    ),
                )
