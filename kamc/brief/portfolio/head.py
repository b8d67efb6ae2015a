"""The head of the portfolio brief: one sentence, what to know before believing it, and few numbers."""

from collections import Counter
from collections.abc import Iterator

from kamc.analysis.pooled import Funnel, currencies, room
from kamc.analysis.portfolio import Concentration
from kamc.brief.header import HANDLING, READERS, Header
from kamc.brief.portfolio.given import FEW_NAMES, Made, and_more
from kamc.brief.portfolio.money import MOST_OF_SALES, money
from kamc.brief.shown import Mark, Shown, joined
from kamc.brief.standing import Figure
from kamc.speech import format as fmt
from kamc.words import counted, listed


def header(made: Made) -> Header:
    """What stands above everything."""
    return Header(
        name="Portfolio",
        period="",
        status="",
        owner="",
        reader=READERS[made.asked.audience],
        handling=HANDLING[made.asked.audience],
        as_of=fmt.day(made.run.as_of),
        supplier=made.run.supplier or "",
        industry="",
    )


def scope(made: Made) -> str:
    """How many accounts the brief is about, and of how many."""
    of = made.asked.accounts
    told = len(made.held)
    return counted(told, "account") if of is None or of == told else f"{told} of {counted(of, 'account')}"


def stand(made: Made, known: Concentration | None) -> str:
    """Where the portfolio stands, in a few words."""
    return " ".join(one for one in (_selling(made, known), _feeling(made), _asking(made)) if one)


def _selling(made: Made, known: Concentration | None) -> str:
    """As in `5 accounts bring USD 142 M a year; 2 of them bring 80 % of it`."""
    accounts = counted(len(made.held), "account")
    if known is None:
        return f"{accounts}; what they buy is not known."
    all_of_it = " and ".join(fmt.money(one.total, one.currency) for one in known.curves)
    first = known.curves[0]
    enough = first.reaching(MOST_OF_SALES) if len(known.curves) == 1 else None
    few = f"; {enough} of them {'brings' if enough == 1 else 'bring'} {MOST_OF_SALES}\u00a0% of it"
    verb = "brings" if len(made.held) == 1 else "bring"
    return f"{accounts} {verb} {all_of_it} a year{few if enough and len(first.points) > 1 else ''}."


def _feeling(made: Made) -> str:
    """As in `1 is red, 3 are amber`."""
    words = Counter(one.health.word for one in made.held if one.health)
    told = [
        f"{words[word]} {'is' if words[word] == 1 else 'are'} {word}"
        for word in ("red", "amber", "green")
        if words[word]
    ]
    return f"{', '.join(told)}." if told else ""


def _asking(made: Made) -> str:
    decisions = sum(len(one.decisions) for one in made.held)
    return (
        f"{counted(decisions, 'decision')} {'is' if decisions == 1 else 'are'} wanted." if decisions else ""
    )


def notes(made: Made) -> Iterator[Shown]:
    """What a reader must know before believing a number."""
    asked = made.asked
    if asked.unread:
        plans = counted(len(asked.unread), "plan")
        yield Mark(f"{plans} cannot be read, and nothing of it is counted here")
        yield f"{joined(asked.unread[:FEW_NAMES], ', ')}{and_more(asked.unread)}; kamc check says why."
    if asked.flawed:
        plans = counted(len(asked.flawed), "plan")
        yield f"Mistakes in {plans}: what they touch counts as not known (see kamc check)."
    periods = Counter(one.period for one in made.held)
    if len(periods) > 1:
        told = (
            f"{count} of {fmt.quarter(one) or 'no quarter'}"
            for one, count in sorted(periods.items(), reverse=True)
        )
        yield f"By the latest plan of each account: {joined(told, ', ')}."
    yield from _rates(made)


def _rates(made: Made) -> Iterator[str]:
    """Which rates were used, and which currencies stand apart."""
    rates, found = made.asked.rates, currencies(made.held, made.asked.rates)
    if rates and found.converted:
        used = (f"{one} at {fmt.plain_number(rates.to_base[one])}" for one in found.converted)
        yield f"In {rates.base}, at the rates of {fmt.when(rates.as_of)}: {joined(used, ', ')}."
    if found.apart:
        told = listed([one or "amounts without a currency" for one in found.apart], "and")
        why = "kamc.yaml has no rate for that" if rates else "kamc.yaml has no rates"
        yield f"{told}: kept apart and never added, because {why}."


def figures(made: Made, known: Concentration | None, flow: Funnel | None) -> Iterator[Figure]:
    """Few numbers, each with its meaning; what is not known is absent."""
    yield from _sales(known)
    yield from _moods(made)
    yield from _alarms(made)
    yield from _flow(flow)
    yield from _space(made)


def _sales(known: Concentration | None) -> Iterator[Figure]:
    if known is None:
        return
    first, *others = known.curves
    apart = _apart(joined((fmt.money(one.total, one.currency) for one in others), " + "))
    key = (
        f", {fmt.percent(first.by_key_accounts)} from key accounts"
        if first.by_key_accounts is not None
        else ""
    )
    yield Figure(
        value=fmt.money(first.total, first.currency), meaning=f"sales of the latest year{key}{apart}"
    )


def _moods(made: Made) -> Iterator[Figure]:
    words = Counter(one.health.word for one in made.held if one.health)
    if words["red"]:
        beside = f", {words['amber']} more amber" if words["amber"] else ""
        yield Figure(value=Mark(f"{words['red']} red"), meaning=f"by health{beside}")
    elif words["amber"]:
        yield Figure(value=Mark(f"{words['amber']} amber", "open"), meaning="by health, none red")


def _alarms(made: Made) -> Iterator[Figure]:
    found = [alarm for one in made.held if one.alarms for alarm in one.alarms.open]
    high = sum(one.danger == "high" for one in found)
    if found:
        yield Figure(
            value=counted(len(found), "alarm"), meaning=f"open, {high} of high danger" if high else "open"
        )


def _flow(flow: Funnel | None) -> Iterator[Figure]:
    if flow is None:
        return
    count = counted(flow.total.count, "open opportunity", "open opportunities")
    told = [one for one in flow.total.weighted if one.amount is not None]
    if told:
        apart = _apart(money(told[1:]))
        yield Figure(value=money(told[:1]), meaning=f"weighted value of {count}{apart}")


def _space(made: Made) -> Iterator[Figure]:
    found = room(made.held, made.asked.rates, made.currency)
    told = [one for one in found.aligned_spend if one.amount is not None] if found else []
    if found and told:
        serve = "serves" if found.aligned == 1 else "serve"
        yield Figure(
            value=money(told[:1]),
            meaning=f"a year in {counted(found.aligned, 'open cell')} that {serve} a success factor"
            f"{_apart(money(told[1:]))}",
        )


def _apart(others: str) -> str:
    """What cannot be added to a number, beside it."""
    return f"; apart from that {others}" if others else ""
