"""The head of the portfolio brief: one sentence, what to know before believing it, and few numbers."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from kamc.analysis.pooled import Funnel, currencies, room
from kamc.analysis.portfolio import Concentration
from kamc.brief.header import HANDLING, READERS, Header
from kamc.brief.portfolio.given import Made
from kamc.brief.portfolio.money import MOST_OF_SALES, money
from kamc.brief.shown import Mark, Shown, joined
from kamc.brief.standing import Figure
from kamc.speech import Speech, plural

ACCOUNTS = plural("{n} account", "{n} accounts")
MOODS = {
    "red": plural("{n} is red", "{n} are red"),
    "amber": plural("{n} is amber", "{n} are amber"),
    "green": plural("{n} is green", "{n} are green"),
}
"""How many accounts have each word of health."""


def header(made: Made) -> Header:
    """What stands above everything."""
    say = made.speech.say
    return Header(
        name=say("Portfolio"),
        period="",
        status="",
        owner="",
        reader=say(READERS[made.asked.audience]),
        handling=say(HANDLING[made.asked.audience]),
        as_of=made.speech.day(made.run.as_of),
        supplier=made.run.supplier or "",
        industry="",
    )


def scope(made: Made) -> str:
    """How many accounts the brief is about, and of how many."""
    of, told = made.asked.accounts, len(made.held)
    if of is None or of == told:
        return made.speech.count(told, *ACCOUNTS)
    return made.speech.count(of, "{some} of {n} account", "{some} of {n} accounts", some=told)


def stand(made: Made, known: Concentration | None) -> str:
    """Where the portfolio stands, in a few words."""
    return joined((_selling(made, known), _feeling(made), _asking(made)), " ")


def _selling(made: Made, known: Concentration | None) -> str:
    """As in `5 accounts bring USD 142 M a year; 2 of them bring 80 % of it`."""
    speech, told = made.speech, len(made.held)
    if known is None:
        return speech.count(
            told, "{n} account; what they buy is not known.", "{n} accounts; what they buy is not known."
        )
    first, alone = known.curves[0], len(known.curves) == 1
    enough = first.reaching(MOST_OF_SALES) if alone and len(first.points) > 1 else None
    money_ = _listed((speech.money(one.total, one.currency) for one in known.curves), speech)
    if not enough:
        return speech.count(
            told, "{n} account brings {money} a year.", "{n} accounts bring {money} a year.", money=money_
        )
    return speech.count(
        enough,
        "{accounts} bring {money} a year; {n} of them brings {share} of it.",
        "{accounts} bring {money} a year; {n} of them bring {share} of it.",
        accounts=speech.count(told, *ACCOUNTS),
        money=money_,
        share=speech.percent(Decimal(MOST_OF_SALES)),
    )


def _listed(found: Iterator[str], speech: Speech) -> str:
    """As in `a, b and c`."""
    *others, last = found
    return speech.say("{some} and {last}", some=joined(others, ", "), last=last) if others else last


def _feeling(made: Made) -> str:
    """As in `1 is red, 3 are amber`."""
    words = Counter[str](one.health.word for one in made.held if one.health)
    told = [made.speech.count(words[word], *says) for word, says in MOODS.items() if words[word]]
    return f"{', '.join(told)}." if told else ""


def _asking(made: Made) -> str:
    decisions = sum(len(one.decisions) for one in made.held)
    says = made.speech.count(decisions, "{n} decision is wanted.", "{n} decisions are wanted.")
    return says if decisions else ""


def notes(made: Made) -> Iterator[Shown]:
    """What a reader must know before believing a number."""
    asked, speech = made.asked, made.speech
    if asked.unread:
        yield Mark(
            speech.count(
                len(asked.unread),
                "{n} plan cannot be read, and nothing of it is counted here",
                "{n} plans cannot be read, and nothing of it is counted here",
            )
        )
        yield speech.say("{paths}; kamc check says why.", paths=made.few(asked.unread))
    if asked.flawed:
        yield speech.count(
            len(asked.flawed),
            "Mistakes in {n} plan: what they touch counts as not known (see kamc check).",
            "Mistakes in {n} plans: what they touch counts as not known (see kamc check).",
        )
    periods = Counter(one.period for one in made.held)
    if len(periods) > 1:
        told = (
            speech.say("{n} of {quarter}", n=count, quarter=speech.quarter(one) or speech.say("no quarter"))
            for one, count in sorted(periods.items(), reverse=True)
        )
        yield speech.say("By the latest plan of each account: {quarters}.", quarters=joined(told, ", "))
    yield from _rates(made)


def _rates(made: Made) -> Iterator[str]:
    """Which rates were used, and which currencies stand apart."""
    rates, speech = made.asked.rates, made.speech
    found, say = currencies(made.held, rates), made.speech.say
    if rates and found.converted:
        used = (
            say("{currency} at {rate}", currency=one, rate=speech.number(rates.to_base[one]))
            for one in found.converted
        )
        yield say(
            "In {currency}, at the rates of {day}: {rates}.",
            currency=rates.base,
            day=speech.when(rates.as_of),
            rates=joined(used, ", "),
        )
    if found.apart:
        told = _listed((one or say("amounts without a currency") for one in found.apart), speech)
        yield (
            say("{sums}: kept apart and never added, because kamc.yaml has no rate for that.", sums=told)
            if rates
            else say("{sums}: kept apart and never added, because kamc.yaml has no rates.", sums=told)
        )


def figures(made: Made, known: Concentration | None, flow: Funnel | None) -> Iterator[Figure]:
    """Few numbers, each with its meaning; what is not known is absent."""
    yield from _sales(made.speech, known)
    yield from _moods(made)
    yield from _alarms(made)
    yield from _flow(made.speech, flow)
    yield from _space(made)


def _sales(speech: Speech, known: Concentration | None) -> Iterator[Figure]:
    if known is None:
        return
    first, *others = known.curves
    key = first.by_key_accounts
    meaning = (
        speech.say("sales of the latest year")
        if key is None
        else speech.say("sales of the latest year, {share} from key accounts", share=speech.percent(key))
    )
    apart = joined((speech.money(one.total, one.currency) for one in others), " + ")
    yield Figure(value=speech.money(first.total, first.currency), meaning=_apart(speech, meaning, apart))


def _moods(made: Made) -> Iterator[Figure]:
    words, speech = Counter(one.health.word for one in made.held if one.health), made.speech
    red, amber = words["red"], words["amber"]
    if red:
        beside = speech.count(amber, "by health, {n} more amber", "by health, {n} more amber")
        yield Figure(
            value=Mark(speech.count(red, "{n} red", "{n} red")),
            meaning=beside if amber else speech.say("by health"),
        )
    elif amber:
        yield Figure(
            value=Mark(speech.count(amber, "{n} amber", "{n} amber"), "open"),
            meaning=speech.say("by health, none red"),
        )


def _alarms(made: Made) -> Iterator[Figure]:
    found = [alarm for one in made.held if one.alarms for alarm in one.alarms.open]
    high, speech = sum(one.danger == "high" for one in found), made.speech
    if found:
        dangerous = speech.count(high, "open, {n} of high danger", "open, {n} of high danger")
        yield Figure(
            value=speech.count(len(found), "{n} alarm", "{n} alarms"),
            meaning=dangerous if high else speech.say("open"),
        )


def _flow(speech: Speech, flow: Funnel | None) -> Iterator[Figure]:
    if flow is None:
        return
    told = [one for one in flow.total.weighted if one.amount is not None]
    if told:
        meaning = speech.count(
            flow.total.count,
            "weighted value of {n} open opportunity",
            "weighted value of {n} open opportunities",
        )
        yield Figure(value=money(told[:1], speech), meaning=_apart(speech, meaning, money(told[1:], speech)))


def _space(made: Made) -> Iterator[Figure]:
    found, speech = room(made.held, made.asked.rates, made.currency), made.speech
    told = [one for one in found.aligned_spend if one.amount is not None] if found else []
    if found and told:
        meaning = speech.count(
            found.aligned,
            "a year in {n} open cell that serves a success factor",
            "a year in {n} open cells that serve a success factor",
        )
        yield Figure(value=money(told[:1], speech), meaning=_apart(speech, meaning, money(told[1:], speech)))


def _apart(speech: Speech, meaning: str, others: str) -> str:
    """What a number means, with what cannot be added to it."""
    if not others:
        return meaning
    return speech.say("{meaning}; apart from that {money}", meaning=meaning, money=others)
