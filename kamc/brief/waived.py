"""What the check found and somebody accepts: about what, why, who says so, until when (law 14)."""

import datetime as dt

from kamc.brief.given import Given, Waived
from kamc.brief.questions import HEADER, part_of
from kamc.brief.shown import Cell, Table, Value
from kamc.diagnostics import pointer
from kamc.model.walk import entries, walk


def waived(given: Given) -> Table:
    """In the order of the plan; empty where nothing is waived that the reader may see."""
    held = given.run.waived if given.internal else ()
    order = {pointer(step.path): place for place, step in enumerate(walk(given.plan))} if held else {}
    rows = (_row(given, one) for one in sorted(held, key=lambda one: order.get(one.pointer, len(order))))
    return given.table("", "About | What the check wants | Why we accept it | By | Until", rows)


def _row(given: Given, one: Waived) -> tuple[Value, ...]:
    waiver = one.waiver
    return (
        Cell(_about(given, one.pointer), lead=True),
        given.speech.wanted(one.wants),
        waiver.why,
        given.names.full(waiver.by) if waiver.by else "",
        given.speech.day(dt.date.fromisoformat(waiver.until)) if waiver.until else "",
    )


def _about(given: Given, at: str) -> str:
    """The name of the innermost entry that a place lies in; else of its part of the plan."""
    ids = {pointer(one.path): one.id for one in entries(given.plan)}
    parts = at.split("/")
    inward = ("/".join(parts[:end]) for end in range(len(parts), 1, -1))
    found = next((ids[one] for one in inward if one in ids), None)
    if found is not None:
        return given.names.of(found)
    return part_of(given, parts[1]) if parts[1:] else given.speech.say(HEADER)
