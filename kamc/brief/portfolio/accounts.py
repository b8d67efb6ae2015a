"""Accounts in the portfolio brief: what is asked for them, which burn, who leads them, what is lacking."""

from collections.abc import Iterator
from decimal import Decimal

from kamc.analysis.portfolio import Span, buckets, spans
from kamc.analysis.selection import BUCKETS
from kamc.analysis.standing import Standing
from kamc.brief.portfolio.given import MORE_ACCOUNTS, MORE_MANAGERS, MOST, Made, Part, more
from kamc.brief.shown import OPEN, Cell, Entry, Mark, Piece, Shown, Tone, Value, joined, table
from kamc.model.change import BLOCKS
from kamc.speech import Speech, message, plural
from kamc.speech.format import sentence

WORDS = {"red": message("red"), "amber": message("amber"), "green": message("green")}
DANGERS = {
    "low": message("low danger"),
    "medium": message("medium danger"),
    "high": message("high danger"),
}
PARTS = {
    "account_knowledge": message("account knowledge {share}"),
    "product_knowledge": message("product knowledge {share}"),
    "relationships": message("relationships {share}"),
    "account_as_market": message("account as a market {share}"),
    "account_plan": message("account plan {share}"),
}
"""How much of each block is known."""
LEVELS = {"red": 0, "amber": 1, "unknown": 2, "green": 3}
TONES: dict[str, Tone] = {"red": "bad", "amber": "open", "green": "good"}
BLIND = plural(
    "Of {n} account too little is known for a word.", "Of {n} accounts too little is known for a word."
)
WHOLE = 100
HALF = 50


class Wanted(Piece, frozen=True, kw_only=True):
    """A decision that is wanted, and for which account."""

    account: Cell
    decision: Cell


def decisions(made: Made) -> Iterator[Wanted]:
    """What managers want decided, the largest accounts first."""
    every = ((one, decision) for one in made.held for decision in one.decisions)
    for one, decision in list(every)[:MOST]:
        notes = (made.who(one.owners),) if one.owners else ()
        yield Wanted(account=made.name(one, lead=False), decision=Cell(decision, notes))


def watch(made: Made) -> Part:
    """Accounts that are red or amber, or in which an alarm is open; the reddest first."""
    held = [
        (place, one)
        for place, one in enumerate(made.held)
        if (one.health and one.health.word in {"red", "amber"}) or (one.alarms and one.alarms.open)
    ]
    order = [one for _, one in sorted(held, key=lambda pair: (*_danger(pair[1]), pair[0]))]
    blind = sum(one.health is not None and one.health.word == "unknown" for one in made.held)
    said = (made.speech.count(blind, *BLIND),) if blind else ()
    heads = " | ".join(
        (
            made.speech.say("Account"),
            made.speech.say("Health"),
            made.speech.say("Because"),
            made.speech.say("Alarms"),
            ">" + made.speech.say("Late"),
            made.speech.say("Led by"),
        )
    )
    return Part(
        said=said,
        table=table("", heads, (_watched(made, one) for one in order[:MOST])),
        more=more(made.speech, len(order), MORE_ACCOUNTS, "kamc status --sort health"),
    )


def _danger(one: Standing) -> tuple[int, bool, Decimal]:
    """Red first; among equals a high alarm, then the lower score."""
    health = one.health
    high = any(alarm.danger == "high" for alarm in one.alarms.open) if one.alarms else False
    word = LEVELS[health.word] if health else len(LEVELS)
    return word, not high, health.score if health and health.score is not None else Decimal(WHOLE)


def _watched(made: Made, one: Standing) -> tuple[Value, ...]:
    return (
        made.name(one),
        _health(one, made.speech),
        sentence(joined(map(made.speech.tell, one.health.why), "; ")) if one.health else "",
        _alarmed(one, made.speech),
        str(one.overdue) if one.overdue else "",
        made.who(one.owners) if one.owners else "",
    )


def not_known(speech: Speech) -> Mark:
    """What stands where nobody knows."""
    return Mark(speech.say(OPEN.word), OPEN.tone)


def _health(one: Standing, speech: Speech) -> Value:
    if one.health is None or one.health.word == "unknown":
        return not_known(speech)
    score, word = one.health.score, one.health.word
    of = (speech.say("{score} of 100", score=speech.number(score)),) if score is not None else ()
    return Cell(Mark(speech.say(WORDS[word]), TONES[word]), of)


def _alarmed(one: Standing, speech: Speech) -> Value:
    """The worst alarm by its sign, with how many there are."""
    if one.alarms is None or not one.alarms.open:
        return ""
    worst, *others = one.alarms.open
    sign = speech.word(worst.sign) if worst.sign else speech.say("a sign that is not told")
    danger = speech.say(DANGERS[worst.danger]) if worst.danger else speech.say("danger not known")
    more = speech.count(len(others), "{n} more", "{n} more") if others else ""
    late = (
        speech.say("to be settled by {day}, overdue", day=speech.when(worst.by))
        if worst.by and worst.is_overdue
        else ""
    )
    return Cell(
        Mark(sign) if worst.danger == "high" else sign, tuple(one for one in (danger, late, more) if one)
    )


def by_bucket(made: Made) -> Part:
    """The four buckets with their accounts (M13)."""
    held, speech = buckets(made.held) or (), made.speech
    rows = (
        (
            Cell(sentence(speech.word(one.bucket)) if one.bucket else not_known(speech), lead=True),
            str(len(one.accounts)),
            speech.percent(one.share),
            speech.percent(one.time) if one.time is not None else "",
            made.some(one.accounts),
        )
        for one in held
        if one.accounts or one.bucket in BUCKETS
    )
    return Part(
        table=table(
            speech.say("Time is what the plans give an account of one person’s, on average"),
            " | ".join(
                (
                    speech.say("Bucket"),
                    ">" + speech.say("Accounts"),
                    ">" + speech.say("Share"),
                    ">" + speech.say("Time each"),
                    speech.say("Accounts in it"),
                )
            ),
            rows,
        )
    )


def by_manager(made: Made) -> Part:
    """Who leads how many: five key accounts are the limit, one is ideal (M14)."""
    held, speech = spans(made.held) or (), made.speech
    limit = made.asked.limits.accounts_per_manager
    over = sum(one.owner is not None and len(one.key) > limit for one in held)
    shown = speech.number(limit)
    said = (
        speech.count(
            over,
            "One key account each is ideal, {limit} are the limit: {n} manager is beyond it.",
            "One key account each is ideal, {limit} are the limit: {n} managers are beyond it.",
            limit=shown,
        )
        if over
        else speech.say("One key account each is ideal, {limit} are the limit.", limit=shown)
    )
    heads = " | ".join(
        (
            speech.say("Manager"),
            ">" + speech.say("Key accounts"),
            ">" + speech.say("Others"),
            ">" + speech.say("Time"),
            speech.say("Accounts"),
        )
    )
    return Part(
        said=(said,) if held else (),
        table=table("", heads, (_leads(made, one, limit) for one in held[:MOST])),
        more=more(speech, len(held), MORE_MANAGERS, "kamc export"),
    )


def _leads(made: Made, one: Span, limit: Decimal) -> tuple[Entry, ...]:
    someone, speech = one.owner is not None, made.speech
    count = str(len(one.key))
    untimed = (
        speech.count(len(one.untimed), "{n} account without", "{n} accounts without")
        if one.untimed and one.time is not None
        else ""
    )
    time: Shown = "" if one.time is None else speech.percent(one.time)
    if someone and one.time is not None and one.time > WHOLE:
        time = Mark(str(time))
    return (
        Cell(made.who((one.owner,)) if someone else not_known(speech), lead=True),
        Mark(count) if someone and len(one.key) > limit else count,
        str(len(one.others)) if one.others else "",
        Cell(time, (untimed,) if untimed else ()),
        made.some((*one.key, *one.others)),
    )


def lacking(made: Made) -> Part:
    """Accounts of whose plan a block is known by less than half, the emptiest first (M19)."""
    speech = made.speech
    held = [(one, thin) for one in made.held if (thin := _thin(one, speech))]
    order = sorted(held, key=lambda pair: (_complete(pair[0]), pair[0].account))
    rows = (
        (made.name(one), speech.percent(_complete(one)), joined(thin, ", ")) for one, thin in order[:MOST]
    )
    return Part(
        table=table(
            "",
            " | ".join(
                (speech.say("Account"), ">" + speech.say("Complete"), speech.say("Known by less than half"))
            ),
            rows,
        ),
        more=more(speech, len(order), MORE_ACCOUNTS, "kamc status --sort complete"),
    )


def _complete(one: Standing) -> Decimal:
    share = one.completeness.whole.share if one.completeness else None
    return Decimal(WHOLE) if share is None else share


def _thin(one: Standing, speech: Speech) -> tuple[str, ...]:
    """The blocks of a plan that are known by less than half, with how much of each is."""
    blocks = one.completeness.blocks if one.completeness else {}
    shares = {key: blocks[key].share for key in BLOCKS if key in blocks}
    return tuple(
        speech.say(PARTS[key], share=speech.percent(share))
        for key, share in shares.items()
        if share is not None and share < HALF
    )
