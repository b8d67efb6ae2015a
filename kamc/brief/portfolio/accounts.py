"""Accounts in the portfolio brief: what is asked for them, which burn, who leads them, what is lacking."""

from collections.abc import Iterator
from decimal import Decimal

from kamc.analysis.portfolio import Span, buckets, spans
from kamc.analysis.selection import BUCKETS
from kamc.analysis.standing import Standing
from kamc.brief.portfolio.given import MOST, Made, Part, more, some
from kamc.brief.shown import OPEN, Cell, Fact, Mark, Shown, Tone, Value, joined, table
from kamc.model.change import BLOCKS
from kamc.speech import format as fmt
from kamc.words import counted

LEVELS = {"red": 0, "amber": 1, "unknown": 2, "green": 3}
TONES: dict[str, Tone] = {"red": "bad", "amber": "open", "green": "good"}
WHOLE = 100
HALF = 50


def decisions(made: Made) -> Iterator[Fact]:
    """What managers want decided, the largest accounts first."""
    every = ((one, decision) for one in made.held for decision in one.decisions)
    for one, decision in list(every)[:MOST]:
        yield Fact(one.name, Cell(decision, tuple(note for note in (made.who(one.owners),) if one.owners)))


def watch(made: Made) -> Part:
    """Accounts that are red or amber, or in which an alarm is open; the reddest first."""
    held = [
        (place, one)
        for place, one in enumerate(made.held)
        if (one.health and one.health.word in {"red", "amber"}) or (one.alarms and one.alarms.open)
    ]
    order = [one for _, one in sorted(held, key=lambda pair: (*_danger(pair[1]), pair[0]))]
    blind = sum(one.health is not None and one.health.word == "unknown" for one in made.held)
    said = (f"Of {counted(blind, 'account')} too little is known for a word.",) if blind else ()
    heads = "Account | Health | Because | Alarms | >Late | Led by"
    return Part(
        said=said,
        table=table("", heads, (_watched(made, one) for one in order[:MOST])),
        more=more(len(order), "account", "kamc status --sort health"),
    )


def _danger(one: Standing) -> tuple[int, bool, Decimal]:
    """Red first; among equals a high alarm, then the lower score."""
    health = one.health
    high = any(alarm.danger == "high" for alarm in one.alarms.open) if one.alarms else False
    word = LEVELS[health.word] if health else len(LEVELS)
    return word, not high, health.score if health and health.score is not None else Decimal(WHOLE)


def _watched(made: Made, one: Standing) -> tuple[Value, ...]:
    return (
        Cell(one.name, lead=True),
        _health(one),
        fmt.sentence(joined(one.health.reasons, "; ")) if one.health else "",
        _alarmed(one),
        str(one.overdue) if one.overdue else "",
        made.who(one.owners) if one.owners else "",
    )


def _health(one: Standing) -> Value:
    if one.health is None or one.health.word == "unknown":
        return OPEN
    score = (f"{fmt.plain_number(one.health.score)} of 100",) if one.health.score is not None else ()
    return Cell(Mark(one.health.word, TONES[one.health.word]), score)


def _alarmed(one: Standing) -> Value:
    """The worst alarm by its sign, with how many there are."""
    if one.alarms is None or not one.alarms.open:
        return ""
    worst, *others = one.alarms.open
    sign = fmt.words(worst.sign or "a sign that is not told")
    danger = f"{worst.danger} danger" if worst.danger else "danger not known"
    more = f"{len(others)} more" if others else ""
    late = f"to be settled by {fmt.when(worst.by)}, overdue" if worst.by and worst.is_overdue else ""
    return Cell(
        Mark(sign) if worst.danger == "high" else sign, tuple(one for one in (danger, late, more) if one)
    )


def by_bucket(made: Made) -> Part:
    """The four buckets with their accounts (M13)."""
    held = buckets(made.held) or ()
    names = {one.account: one.name for one in made.held}
    rows = (
        (
            Cell(fmt.sentence(fmt.words(one.bucket)) if one.bucket else OPEN, lead=True),
            str(len(one.accounts)),
            fmt.percent(one.share),
            fmt.percent(one.time) if one.time is not None else "",
            some(names[account] for account in one.accounts),
        )
        for one in held
        if one.accounts or one.bucket in BUCKETS
    )
    return Part(
        table=table(
            "Time is what the plans give an account of one person’s, on average",
            "Bucket | >Accounts | >Share | >Time each | Accounts in it",
            rows,
        )
    )


def by_manager(made: Made) -> Part:
    """Who leads how many: five key accounts are the limit, one is ideal (M14)."""
    held = spans(made.held) or ()
    limit = made.asked.limits.accounts_per_manager
    names = {one.account: one.name for one in made.held}
    over = sum(one.owner is not None and len(one.key) > limit for one in held)
    said = f"One key account each is ideal, {fmt.plain_number(limit)} are the limit"
    beyond = f": {counted(over, 'manager')} {'is' if over == 1 else 'are'} beyond it." if over else "."
    heads = "Manager | >Key accounts | >Others | >Time | Accounts"
    return Part(
        said=(said + beyond,) if held else (),
        table=table("", heads, (_leads(made, one, limit, names) for one in held[:MOST])),
        more=more(len(held), "manager", "kamc export"),
    )


def _leads(made: Made, one: Span, limit: Decimal, names: dict[str, str]) -> tuple[Value, ...]:
    someone = one.owner is not None
    count = str(len(one.key))
    untimed = (
        f"{counted(len(one.untimed), 'account')} without" if one.untimed and one.time is not None else ""
    )
    time: Shown = "" if one.time is None else fmt.percent(one.time)
    if someone and one.time is not None and one.time > WHOLE:
        time = Mark(str(time))
    return (
        Cell(made.who((one.owner,)) if someone else OPEN, lead=True),
        Mark(count) if someone and len(one.key) > limit else count,
        str(len(one.others)) if one.others else "",
        Cell(time, (untimed,) if untimed else ()),
        some(names[account] for account in (*one.key, *one.others)),
    )


def lacking(made: Made) -> Part:
    """Accounts of whose plan a block is known by less than half, the emptiest first (M19)."""
    held = [(one, thin) for one in made.held if (thin := _thin(one))]
    order = sorted(held, key=lambda pair: (_complete(pair[0]), pair[0].account))
    rows = (
        (Cell(one.name, lead=True), fmt.percent(_complete(one)), joined(thin, ", "))
        for one, thin in order[:MOST]
    )
    return Part(
        table=table("", "Account | >Complete | Known by less than half", rows),
        more=more(len(order), "account", "kamc status --sort complete"),
    )


def _complete(one: Standing) -> Decimal:
    share = one.completeness.whole.share if one.completeness else None
    return Decimal(WHOLE) if share is None else share


def _thin(one: Standing) -> tuple[str, ...]:
    """The blocks of a plan that are known by less than half, with how much of each is."""
    blocks = one.completeness.blocks if one.completeness else {}
    shares = {title: blocks[key].share for key, title in BLOCKS.items() if key in blocks}
    return tuple(
        f"{title.lower()} {fmt.percent(share)}"
        for title, share in shares.items()
        if share is not None and share < HALF
    )
