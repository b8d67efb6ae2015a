"""Block 3, the two houses: how close they are, where they meet, what they join (M36, M39, M42 to M44)."""

from kamc.brief.given import Given
from kamc.brief.shown import Cell, Mark, Table, Value, joined
from kamc.model.buying_center import AnalysisPoint, GroupAnalysis
from kamc.model.fields import One
from kamc.model.records import Part
from kamc.model.spec import spec
from kamc.speech.format import sentence


def continuum(given: Given) -> Table:
    """How close the two houses are on each scale in use (M42)."""
    one, say = given.plan.relationships.continuum, given.speech.say
    scales = ((say("How we work"), one.layer), (say("Relationship"), one.level), (say("Who talks"), one.step))
    rows: list[tuple[Value, ...]] = [
        (Cell(title, lead=True), given.word(scale.now), given.word(scale.wanted))
        for title, scale in scales
        if scale
    ]
    if one.vendor_tier:
        rows.append(
            (
                Cell(say("Vendor tier"), lead=True),
                given.plain(one.vendor_tier.now),
                given.plain(one.vendor_tier.wanted),
            )
        )
    if one.intent:
        rows.append(
            (
                Cell(say("How close each side wants to be"), lead=True),
                say("they: {wish}", wish=given.word(one.intent.theirs)),
                say("we: {wish}", wish=given.word(one.intent.ours)),
            )
        )
    return given.table("", "Scale | Now | Wanted", rows)


def analysis(given: Given) -> Table:
    """What occupies each group of the buying centre (M36)."""
    whole = given.plan.relationships.buying_center_analysis
    groups = (
        (given.speech.title(slot.field.title), getattr(whole, slot.attr))
        for slot in spec(type(whole)).slots
        if isinstance(slot.field, One)
    )
    rows = (
        (
            Cell(title, lead=True),
            _points(given, group.preoccupations),
            _points(given, group.consequences),
            _points(given, group.expectations),
        )
        for title, group in groups
        if isinstance(group, GroupAnalysis) and group
    )
    return given.table("", "Group | Preoccupied with | What follows for them | Expect", rows)


def _points(given: Given, pair: Part) -> Value:
    points = [
        (given.speech.title(slot.field.title), getattr(pair, slot.attr))
        for slot in spec(type(pair)).slots
        if isinstance(slot.field, One)
    ]
    kept = [(title, one) for title, one in points if isinstance(one, AnalysisPoint) and one]
    lines = [f"{title}: {given.what(one)}".rstrip(".") for title, one in kept]
    more = [
        joined((f"{title}:", str(given.text(one.assessment)), _leads(given, one)), " ")
        for title, one in kept
        if one.assessment or one.leads_to
    ]
    return Cell(". ".join(lines) + "." if lines else "", tuple(more))


def _leads(given: Given, one: AnalysisPoint) -> str:
    names = given.names.listed(one.leads_to)
    return f"→ {names}" if names else ""


def selling_center(given: Given) -> Table:
    """Our people on the account (M39)."""
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            given.said_or(one, given.words(one.roles)),
            given.phrase("until {day}", day=given.shown_date(one.until)),
        )
        for id, one in given.plan.relationships.selling_center.items()
    )
    return given.table("", "Who | Part | For a time", rows)


def interfaces(given: Given) -> Table:
    """Where the functions of both houses meet, what is broken first (M43)."""
    order = {"broken": 0, "rough": 1}
    held = given.plan.relationships.alignment.interfaces
    rows = (
        (
            Cell(sentence(given.speech.word(key)), lead=True),
            Mark(given.speech.word(one.state))
            if one.state in order and given.internal
            else given.said_or(one, given.word(one.state)),
            Cell(given.text(one.what), given.notes(one)),
            given.who(one.team),
            given.who(one.with_),
            given.who(one.leads_to),
        )
        for key, one in sorted(held.items(), key=lambda pair: order.get(str(pair[1].state), 2))
    )
    return given.table("", "Interface | State | What is wrong | Ours | Theirs | What we do", rows)


def sales_steps(given: Given) -> Table:
    """Who of both houses is there at each step of their buying (M43)."""
    rows = (
        (
            Cell(sentence(given.speech.word(key)), lead=True),
            given.who(one.team),
            given.who(one.with_),
            given.what(one),
        )
        for key, one in given.plan.relationships.alignment.sales_steps.items()
    )
    return given.table("", "Step | Ours | Theirs | What we do", rows)


def boundary(given: Given) -> Table:
    """Work that is joined across the boundary (M44)."""
    rows = (
        (
            Cell(sentence(given.speech.word(key)), lead=True),
            Cell(given.what(one), given.notes(one)),
            given.text(one.we_gain),
            given.text(one.they_gain),
            given.money(one.cost_to_switch),
        )
        for key, one in given.plan.relationships.boundary_value.items()
    )
    return given.table("", "Where | What | We gain | They gain | >Cost to switch", rows)
