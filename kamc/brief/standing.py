"""Where we stand: the first lines, the key figures, and what comes next."""

import datetime as dt
from collections.abc import Iterator, Mapping

from kamc.analysis.health import SIGNS, Health, Word, health
from kamc.analysis.margin import contribution, latest
from kamc.analysis.promises import Outcome, Promises, promises
from kamc.audience import View
from kamc.brief.given import Given, alive
from kamc.brief.opportunities import pipeline
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Tone, Value, facts, joined
from kamc.brief.space import Count, count
from kamc.brief.wallet import share
from kamc.model.values import When, known
from kamc.speech import message, plural
from kamc.speech.format import sentence

NEXT_DAYS = 90
MOST_NEXT = 8
HORIZONS = (
    (message("In three to six months"), "short"),
    (message("In six to eighteen months"), "medium"),
    (message("Beyond"), "long"),
)
WORDS: Mapping[Word, str] = {
    "green": message("Green"),
    "amber": message("Amber"),
    "red": message("Red"),
    "unknown": message("Not known"),
}
TONES: Mapping[Word, Tone] = {"green": "good", "amber": "open", "red": "bad", "unknown": "open"}
OUTCOMES: tuple[tuple[Outcome, str], ...] = (
    ("late", message("{n} late")),
    ("undated", message("{n} done without a date")),
    ("carried-over", message("{n} carried over")),
    ("dropped", message("{n} given up with a reason")),
    ("gone", message("{n} gone without a word")),
    ("unknown", message("{n} not known")),
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
        word = given.speech.say(WORDS[found.word])
        yield Figure(value=Mark(word, TONES[found.word], SIGNS[found.word]), meaning=_reasons(given, found))


def _reasons(given: Given, found: Health) -> str:
    """Why; of an account that is green, what is still to be mended."""
    say, tell = given.speech.say, given.speech.tell
    if found.why_no_word:
        return say("health: {reasons}", reasons=tell(found.why_no_word))
    lacking = tuple(one.sign.why for one in found.leading if one.sign and one.lost)
    if found.word == "green" and lacking:
        return say("health, though {reasons}", reasons="; ".join(map(tell, lacking)))
    return say("health: {reasons}", reasons="; ".join(map(tell, found.why)))


def _wallet(given: Given) -> Iterator[Figure]:
    found = share(given)
    if found:
        meaning = given.speech.count(
            found.categories,
            "share of wallet: ours of {spend} that they spend a year",
            "share of wallet: ours of {spend} that they spend a year, {n} categories",
            spend=found.spend,
        )
        yield Figure(value=given.speech.percent(found.percent), meaning=meaning)


def _sales(given: Given) -> Iterator[Figure]:
    found = latest(given.plan.account_as_market.results)
    if found is None:
        return
    year, one = found
    sales, left = known(one.sales), contribution(one)
    if sales is None:
        return
    meaning = given.speech.say("our sales in {year}", year=year)
    if left is not None and sales:
        margin = given.speech.percent(left * 100 / sales)
        meaning = given.speech.say(
            "our sales in {year}, contribution margin {margin}", year=year, margin=margin
        )
    yield Figure(value=given.speech.money(sales, known(one.currency) or given.currency), meaning=meaning)


def _space(given: Given) -> Iterator[Figure]:
    found = count(given)
    if found and found.open:
        yield Figure(value=given.speech.say("{n} open", n=found.open), meaning=_spaces(given, found))


def _spaces(given: Given, found: Count) -> str:
    """What the open spaces are worth."""
    values = {"whole": found.squares, "spend": found.aligned_spend}
    if not found.aligned:
        return given.speech.say("of {whole} spaces; none serves a success factor yet", **values)
    if found.aligned_spend:
        return given.speech.count(
            found.aligned,
            "of {whole} spaces; {n} serves a success factor, {spend} a year",
            "of {whole} spaces; {n} serve a success factor, {spend} a year",
            **values,
        )
    return given.speech.count(
        found.aligned,
        "of {whole} spaces; {n} serves a success factor",
        "of {whole} spaces; {n} serve a success factor",
        **values,
    )


def _pipeline(given: Given) -> Iterator[Figure]:
    found = pipeline(given)
    if found and found.value:
        plain = plural("in {n} open opportunity", "in {n} open opportunities")
        weighed = plural(
            "in {n} open opportunity, {amount} weighted by probability",
            "in {n} open opportunities, {amount} weighted by probability",
        )
        forms = weighed if found.weighted else plain
        meaning = given.speech.count(found.count, *forms, amount=found.weighted)
        yield Figure(value=found.value, meaning=meaning)


def _continuum(given: Given) -> Iterator[Figure]:
    one = given.plan.relationships.continuum
    scale = next((held for held in (one.layer, one.level, one.step) if known(held.now)), None)
    if scale is not None:
        intent = given.phrase("their wish to be close: {level}", level=given.word(one.intent.theirs))
        meaning = joined((given.phrase("wanted: {step}", step=given.word(scale.wanted)), intent), "; ")
        yield Figure(
            value=sentence(str(given.word(scale.now))),
            meaning=meaning or given.speech.say("how we work with each other today"),
        )


def _promises(given: Given, earlier: View | None) -> Iterator[Figure]:
    """What was due in the quarter before, and what became of it (M4, M55)."""
    found = promises(earlier, given.view, given.run.fiscal_year_start) if earlier else None
    if found is None or not found.due:
        return
    others = joined((_ended(given, found, outcome, words) for outcome, words in OUTCOMES), ", ")
    kept = given.speech.say("promises of {quarter} kept on time", quarter=given.speech.quarter(found.period))
    yield Figure(value=_kept(given, found), meaning=joined((kept, others), "; "))


def _kept(given: Given, found: Promises) -> Shown:
    """How many were kept on time; nobody knows where one was done and nobody says when."""
    kept, due = len(found.of("on-time")), len(found.due)
    if found.share is None:
        return Mark(given.speech.say("{n} of {whole} at least", n=kept, whole=due), "open")
    told = given.speech.say("{n} of {whole}", n=kept, whole=due)
    return Mark(told, "good") if kept == due else told


def _ended(given: Given, found: Promises, outcome: Outcome, words: str) -> str:
    count = len(found.of(outcome))
    return given.speech.say(words, n=count) if count else ""


def _late(given: Given) -> Iterator[Figure]:
    held = [one for one in given.plan.account_plan.activities.values() if one.is_open and one]
    late = sum(1 for one in held if isinstance(one.by, When) and one.by.last < given.run.as_of)
    say, count = given.speech.say, given.speech.count
    asked = count(given.run.open_questions, "{n} open question", "{n} open questions")
    gaps = count(given.run.gaps, "{n} gap", "{n} gaps") if given.run.gaps else ""
    rest = joined((asked if given.run.open_questions else "", gaps), ", ")
    if held:
        value: Shown = Mark(say("{n} overdue", n=late)) if late else Mark(say("On time"), "good")
        forms = (
            plural("of {n} open activity", "of {n} open activities")
            if late
            else plural("{n} open activity", "{n} open activities")
        )
        yield Figure(value=value, meaning=joined((count(len(held), *forms), rest), "; "))
    elif rest:
        yield Figure(value=Mark(asked, "open"), meaning=gaps or say("what we do not know yet"))


def summary(given: Given) -> Summary:
    """What stands behind the first sentence."""
    one = given.plan.summary
    return Summary(
        because=given.text(one.because),
        do=given.text(one.do),
        revise=given.text(one.revise),
        aims=facts((given.speech.say(label), given.text(getattr(one.aim, attr))) for label, attr in HORIZONS),
        supported_by=facts((given.names.full(id), given.text(how)) for id, how in one.supported_by.items()),
    )


def coming(given: Given) -> Table:
    """What is overdue, then what is due in the next ninety days."""
    held = due_soon(given)
    return given.table(_coming_caption(given, len(held)), "When | What | Who", held[:MOST_NEXT])


def due_soon(given: Given) -> tuple[tuple[Value, ...], ...]:
    """What is open and overdue, then what is due in the next ninety days: rows of when, what, who."""
    horizon = given.run.as_of + dt.timedelta(days=NEXT_DAYS)
    soon = sorted((one for one in _dated(given) if one[0] <= horizon), key=lambda one: one[0])
    return tuple(row for _, row in soon)


def _coming_caption(given: Given, count: int) -> str:
    if count <= MOST_NEXT:
        return ""
    return given.speech.say("The first {n} of {whole} until three months from now", n=MOST_NEXT, whole=count)


def _dated(given: Given) -> Iterator[tuple[dt.date, tuple[Value, ...]]]:
    plan, say = given.plan.account_plan, given.speech.say
    lists = (
        (plan.activities, "by", "owner", "what", ""),
        (plan.communications, "by", "from_", "message", say("message")),
        (plan.meetings, "date", "team", "what", say("meeting")),
        (plan.opportunities, "closes", "", "what", say("their decision")),
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
                        Cell(given.text(getattr(one, what)), (kind,) if kind else (), lead=False),
                        ours,
                    ),
                )
