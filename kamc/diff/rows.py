"""Lines of tables that people speak of as things: a contact, a cell of the open space, a category."""

from collections.abc import Mapping

import msgspec

from kamc.diff.where import Where
from kamc.model.buying_center import Contact
from kamc.model.fields import Field, Link, OneWord, Table
from kamc.model.market import Cell, Satisfied
from kamc.model.product import OfferingFit
from kamc.model.records import Part
from kamc.model.relationships import Assignment, BoundaryValue, Interface, SalesStep
from kamc.model.wallet import Result, Wallet
from kamc.speech import message


class Row(msgspec.Struct, frozen=True):
    """How a line is called: its entity, and its subject made of its own name and of what stands above it."""

    entity: str
    subject: str


ROWS: Mapping[type[Part], Row] = {
    Assignment: Row("selling-center", message("Selling centre, {own}")),
    BoundaryValue: Row("boundary-value", message("Boundary value, {own}")),
    Cell: Row("cell", message("Open space, {above} × {own}")),
    Contact: Row("contact", message("{own} with {above}")),
    Interface: Row("interface", message("Interface {own}")),
    OfferingFit: Row("offering", "{own}"),
    Result: Row("result", message("Results {own}")),
    SalesStep: Row("sales-step", message("Sales step {own}")),
    Satisfied: Row("satisfaction", message("Satisfaction, {own}")),
    Wallet: Row("wallet", message("Share of wallet, {own}")),
}


def line(table: Table, record: type[Part] | None, where: Where, key: str, old_key: str) -> Where:
    """Where a line of a table stands: a thing of its own, or a field of what holds the table."""
    own = _name(table.keys, where, key)
    row = ROWS.get(record) if record else None
    if row is None:
        return where.below(key, own, old_key)
    cell, nested = record is Cell, where.entity != "plan"
    above = where.titles[-1] if cell else where.subject
    subject = where.speech.say(row.subject, own=own, above=above)
    holder = where.keys[-1] if cell else where.id
    return Where(
        names=where.names,
        entity=row.entity,
        id=f"{holder}/{key}" if cell or nested else key,
        subject=subject[:1].upper() + subject[1:],
        name=where.subject if record is Contact else "",
        old_at=(*where.old_at, old_key),
        new_at=(*where.new_at, key),
        live=where.live,
    )


def _name(keys: Field | None, where: Where, key: str) -> str:
    """The printed name of a key of a table: of whom or what it names, of a segment, or its own words."""
    if isinstance(keys, Link):
        return where.names.of(key, keys.to)
    if isinstance(keys, OneWord):
        return where.speech.word(key)
    return where.names.segment(key) if where.keys[-1:] == ("open_space",) else key.replace("-", " ")
