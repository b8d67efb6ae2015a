"""Open space: the grid as a page of its own, where to grow in it, what others lead, what to defend (M49)."""

from collections.abc import Iterator
from decimal import Decimal

from kamc.analysis.open_space import OpenSpace, Square, open_space, penetration
from kamc.analysis.pursuit import pursuing
from kamc.analysis.sums import Sum, counted, percent
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Piece, Shown, Table, Value, table
from kamc.brief.space import Grid, grid
from kamc.brief.standing import Figure
from kamc.links import Graph, graph


class OpenSpaceBrief(Piece, frozen=True, kw_only=True):
    """The grid, and each part of it that asks for something, ranked."""

    space: Grid | None
    aligned: Table
    rest: Table
    led: Table
    defend: Table
    segments: Table
    offerings: Table
    notes: Table


def open_space_brief(given: Given) -> OpenSpaceBrief | None:
    """The brief of a plan; none where the plan tells no cell."""
    found = open_space(given.priced)
    if found is None:
        return None
    return OpenSpaceBrief(
        space=grid(given),
        aligned=_aligned(given, found),
        rest=_rest(given, found),
        led=_led(given, found),
        defend=_defend(given, found),
        segments=_by(given, found, "segment", given.speech.say("Segment")),
        offerings=_by(given, found, "offering", given.speech.say("Offering")),
        notes=_notes(given, found),
    )


def sentence(given: Given) -> str:
    """What the open space says first."""
    found = open_space(given.priced)
    if found is None:
        return ""
    speech, links = given.speech, graph(given.plan)
    if not found.aligned:
        return speech.say("No open space serves a success factor of theirs yet: nobody knows where to grow.")
    best, left = found.aligned[0], [one for one in found.aligned if not _pursued(links, one)]
    if not left:
        return speech.say(
            "Something in the plan goes after every open space that serves what decides their success, "
            "{place} first.",
            place=_place(given, best),
        )
    return speech.count(
        len(left),
        "One open space serves what decides their success and is left alone: {place}.",
        "{n} open spaces serve what decides their success and are left alone, first {place}.",
        place=_place(given, left[0]),
    )


def figures(given: Given) -> tuple[Figure, ...]:
    """Few numbers of the open space, each with its meaning."""
    found = open_space(given.priced)
    return tuple(_figures(given, found)) if found else ()


def _figures(given: Given, found: OpenSpace) -> Iterator[Figure]:
    speech, states = given.speech, found.states
    if found.penetration is not None:
        yield Figure(
            value=speech.percent(found.penetration),
            meaning=speech.count(
                states.get("ours", 0),
                "penetration: {n} space is ours of those that somebody fills or could",
                "penetration: {n} spaces are ours of those that somebody fills or could",
            ),
        )
    yield Figure(
        value=str(found.empty),
        meaning=speech.say(
            "of {all} spaces told have no sales of ours, whoever is there", all=len(found.squares)
        ),
    )
    spend, aligned = found.aligned_spend, len(found.aligned)
    if found.aligned and spend.amount:
        meaning = speech.count(
            aligned,
            "open space serves a success factor; they spend {money} a year there",
            "open spaces serve a success factor; they spend {money} a year there",
            money=_sum(given, spend),
        )
    else:
        meaning = speech.count(
            aligned, "open space serves a success factor", "open spaces serve a success factor"
        )
    yield Figure(value=f"★\u00a0{aligned}", meaning=meaning)
    if found.led:
        yield Figure(
            value=str(len(found.led)),
            meaning=speech.count(
                len(found.led), "space is led by a competitor", "spaces are led by a competitor"
            ),
        )
    if found.to_defend:
        yield Figure(
            value=str(len(found.to_defend)),
            meaning=speech.count(
                len(found.to_defend),
                "space of ours with a competitor beside us",
                "spaces of ours with a competitor beside us",
            ),
        )
    if found.total.amount:
        year = str(found.year) if found.year else ""
        meaning = speech.say("our sales in {year}", year=year) if year else speech.say("our sales in a year")
        yield Figure(value=_sum(given, found.total), meaning=meaning)


def _sum(given: Given, held: Sum) -> str:
    """A sum; what is not known of it is said."""
    if held.amount is None:
        return ""
    shown = given.speech.money(held.amount, held.currency)
    return shown if held.known == held.of else given.speech.say("{money} at least", money=shown)


def _money(given: Given, amount: Decimal | None) -> Shown:
    """An amount; a mark where it is not known."""
    if amount is None:
        return Mark(given.speech.say("not known"), "open")
    return given.speech.money(amount, given.currency)


def _place(given: Given, one: Square) -> str:
    return given.speech.say(
        "{offering} in {segment}",
        offering=given.names.full(one.offering),
        segment=given.names.full(one.segment),
    )


def _cell(given: Given, one: Square) -> Cell:
    return Cell(_place(given, one), lead=True)


def _pursued(links: Graph, one: Square) -> tuple[str, ...]:
    return tuple(node.id for node in pursuing(links, one.segment, one.offering))


def _after(given: Given, links: Graph, one: Square) -> Value:
    """What in the plan goes after a place."""
    names = given.names.each(_pursued(links, one), 72)
    return "; ".join(names) if names else Mark(given.speech.say("nothing in the plan"))


def _heads(*titles: str) -> str:
    return " | ".join(titles)


def _aligned(given: Given, found: OpenSpace) -> Table:
    say, links = given.speech.say, graph(given.plan)
    rows = (
        (
            _cell(given, one),
            _money(given, one.potential),
            "; ".join(given.names.each(one.serves, 120)),
            _after(given, links, one),
        )
        for one in found.aligned
    )
    heads = _heads(
        say("Where"),
        ">" + say("Potential a year"),
        say("Success factor it serves"),
        say("What goes after it"),
    )
    return table("", heads, rows)


def _rest(given: Given, found: OpenSpace) -> Table:
    """Open, and serving nothing that we know of: those where they are known to spend something."""
    say, links = given.speech.say, graph(given.plan)
    held = [one for one in found.squares if one.state == "open" and not one.serves and one.potential]
    ranked = sorted(held, key=lambda one: (-(one.potential or Decimal(0)), one.segment, one.offering))
    rows = (
        (
            _cell(given, one),
            _money(given, one.potential),
            "; ".join(given.names.each(_pursued(links, one), 72)),
        )
        for one in ranked
    )
    return table("", _heads(say("Where"), ">" + say("Potential a year"), say("What goes after it")), rows)


def _led(given: Given, found: OpenSpace) -> Table:
    """Cells that a competitor leads; one place a row, the largest spend first."""
    say, links = given.speech.say, graph(given.plan)
    rows = (
        (
            _cell(given, one),
            given.names.text(one.who) or say("a competitor"),
            _money(given, one.spend),
            given.shown_date(one.until),
            "; ".join(given.names.each(_pursued(links, one), 72)),
        )
        for one in found.led
    )
    heads = _heads(
        say("Where"),
        say("Who leads"),
        ">" + say("They spend a year"),
        say("Bound until"),
        say("What goes after it"),
    )
    return table("", heads, rows)


def _defend(given: Given, found: OpenSpace) -> Table:
    say, links = given.speech.say, graph(given.plan)
    rows = (
        (
            _cell(given, one),
            _money(given, one.sales),
            given.names.text(one.who),
            given.shown_date(one.until),
            _after(given, links, one),
        )
        for one in found.to_defend
    )
    heads = _heads(
        say("Where"),
        ">" + say("Our sales"),
        say("Who stands beside us"),
        say("Bound until"),
        say("What defends it"),
    )
    return table("", heads, rows)


def _by(given: Given, found: OpenSpace, side: str, title: str) -> Table:
    """Sales and penetration, segment by segment or offering by offering."""
    sold = found.by_segment if side == "segment" else found.by_offering
    rows = (
        _line(
            given,
            found,
            Cell(given.names.full(id), lead=True),
            sum_,
            [one for one in found.squares if getattr(one, side) == id],
        )
        for id, sum_ in sold.items()
    )
    say = given.speech.say
    heads = _heads(
        title,
        ">" + say("Our sales"),
        ">" + say("Share of them"),
        ">" + say("Penetration"),
        ">" + say("Ours"),
        ">" + say("Open"),
        ">" + say("★ of them"),
        ">" + say("Competitors’"),
        ">" + say("Not known"),
    )
    return table("", heads, rows)


def _line(given: Given, found: OpenSpace, name: Cell, sold: Sum, held: list[Square]) -> tuple[Value, ...]:
    states = counted((one.state for one in held), ("ours", "competitor", "open", "in-house", "unknown"))
    share, reached = percent(sold.amount, found.total.amount), penetration(states)
    aligned = sum(one.is_aligned for one in held)
    counts = (states.get("ours", 0), states.get("open", 0), aligned, states.get("competitor", 0))
    return (
        name,
        _sum(given, sold),
        "" if share is None else given.speech.percent(share),
        "" if reached is None else given.speech.percent(reached),
        *(str(one or "") for one in counts),
        str(states.get("unknown", 0) or ""),
    )


def _notes(given: Given, found: OpenSpace) -> Table:
    """What the plan says in words of single places."""
    say = given.speech.say
    rows = (
        (_cell(given, one), given.text(one.cell.what)) for one in found.squares if given.text(one.cell.what)
    )
    return table("", _heads(say("Where"), say("What there is to know")), rows)
