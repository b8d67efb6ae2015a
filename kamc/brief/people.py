"""Block 3: who decides, who of ours speaks with whom, and how close the two houses are (M31 to M44)."""

from kamc.analysis.contacts import days_late, last_talk
from kamc.brief.given import (
    Given,
    absent,
    alive,
    claim,
    date,
    every,
    labelled,
    listed,
    notes,
    shown_date,
    text,
    word,
)
from kamc.brief.houses import analysis, boundary, continuum, interfaces, sales_steps, selling_center
from kamc.brief.knowledge import said_or
from kamc.brief.shown import OPEN, Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined, table
from kamc.model.buying_center import Contact, Member
from kamc.model.spec import spec
from kamc.model.values import NONE, Text, each, known
from kamc.speech.format import words


class Portrait(Piece, frozen=True, kw_only=True):
    """What moves one person."""

    name: str
    facts: tuple[Fact, ...]


class Person(Piece, frozen=True, kw_only=True):
    """One of theirs as the people map draws them."""

    id: str
    name: str
    title: str = ""
    roles: str = ""
    stance: str = ""
    """A stance word; empty where it is not known."""
    influence: str = ""
    reports_to: str = ""
    held: bool = True
    """Whether anybody of ours speaks with them."""
    moves: tuple[tuple[str, str], ...] = ()
    """Whom they influence, and on what."""


class Relations(Piece, frozen=True, kw_only=True):
    """The people on both sides."""

    said: Shown = ""
    people: Table = Table()
    map: tuple[Person, ...] = ()
    contacts: Table = Table()
    influence: Table = Table()
    portraits: tuple[Portrait, ...] = ()
    continuum: Table = Table()
    continuum_why: Value = ""
    analysis: Table = Table()
    selling_center: Table = Table()
    interfaces: Table = Table()
    sales_steps: Table = Table()
    boundary: Table = Table()


def relations(given: Given) -> Relations:
    """Block 3 of the brief."""
    known = given.plan.relationships
    members = alive(known.buying_center, empty=True)
    return Relations(
        said=absent(known) or absent(known.buying_center),
        people=people(given, members),
        map=tuple(_person(given, id, one) for id, one in members if one.is_open) if given.internal else (),
        contacts=_contacts(given, members),
        influence=influence(given, members),
        portraits=tuple(
            Portrait(name=given.names.full(id), facts=found)
            for id, one in members
            if one.is_open and (found := _portrait(one))
        ),
        continuum=continuum(given),
        continuum_why=claim(known.continuum, known.continuum.why) if known.continuum else "",
        analysis=analysis(given),
        selling_center=selling_center(given),
        interfaces=interfaces(given),
        sales_steps=sales_steps(given),
        boundary=boundary(given),
    )


def people(given: Given, members: list[tuple[str, Member]]) -> Table:
    """Who they are, what part they have, where they stand, what they care about, who of ours holds them."""
    rows = (
        (
            Cell(given.names.full(id), (*_who(given, one), *given.life(one), *notes(one)), lead=True),
            said_or(one, listed(one.roles)),
            _stance(given, one),
            Cell(text(one.profile.business_agenda) or absent(one.profile), _personal(one)),
            held_by(given, one),
            last_met(given, one),
        )
        for id, one in members
    )
    return table("", "Who | Role | Stance | Cares about | Held by | Last met", rows)


def _who(given: Given, one: Member) -> tuple[Shown, ...]:
    parts = (str(text(one.title)), str(text(one.company)), labelled("with", given.who(one.members)))
    return tuple(part for part in parts if part)


def _stance(given: Given, one: Member) -> Value:
    weight = f"{one.influence} influence" if isinstance(one.influence, str) else ""
    rival = labelled("speaks for", given.names.listed(one.favours))
    allies = labelled("won through", given.names.listed(one.won_through))
    shown: Shown = Mark("opponent") if one.stance == "opponent" else word(one.stance)
    return Cell(shown, tuple(part for part in (weight, rival, allies) if part)) if shown or weight else ""


def _personal(one: Member) -> tuple[Shown, ...]:
    """Their own agenda, which only the account manager and the sponsor read."""
    own = text(one.profile.personal_agenda)
    return (own,) if isinstance(own, str) and own else ("personal agenda", own) if own else ()


def held_by(given: Given, one: Member) -> Shown:
    """Who of ours speaks with them; a mark where nobody does."""
    if one.contacts:
        return given.names.text(one.contacts)
    if isinstance(one.members, tuple):
        return "through its members"
    return Mark("nobody") if one.contacts.said is NONE and one.is_open else absent(one.contacts)


def last_met(given: Given, one: Member) -> Shown:
    """When somebody of ours last spoke with them; a mark where every talk is overdue."""
    last = last_talk(one)
    if last is None:
        return OPEN if one.contacts and given.internal else ""
    return (
        Mark(f"{date(last)}, overdue")
        if one.is_open and all(late(given, contact) for contact in one.contacts.values())
        else date(last)
    )


def late(given: Given, contact: Contact) -> bool:
    """Whether they meant to speak before the day of the run and did not."""
    return given.internal and days_late(contact, given.run.as_of) > 0


def _person(given: Given, id: str, one: Member) -> Person:
    return Person(
        id=id,
        name=given.names.full(id),
        title=known(one.title) or "",
        roles=", ".join(map(words, each(one.roles))),
        stance=known(one.stance) or "",
        influence=known(one.influence) or "",
        reports_to=next(iter(each(one.reports_to)), ""),
        held=bool(one.contacts) or one.contacts.said is None,
        moves=tuple((other, known(what) or "") for other, what in one.influences.items()),
    )


def _contacts(given: Given, members: list[tuple[str, Member]]) -> Table:
    """One row a contact; a person's name leads the first of theirs."""
    rows = (
        (
            Cell(given.names.full(id), lead=place == 0),
            given.names.full(ours),
            Cell(text(contact.topic), tuple(part for part in (str(text(contact.plan)),) if part)),
            every(contact.every),
            Mark(f"{date(contact.last)}, overdue")
            if one.is_open and late(given, contact)
            else shown_date(contact.last),
            shown_date(contact.next),
            joined((str(word(contact.level)), str(word(contact.wanted))), " → "),
        )
        for id, one in members
        for place, (ours, contact) in enumerate(one.contacts.items())
    )
    return table("", "Theirs | Ours | About | How often | Last | Next | We are → want to be", rows)


def influence(given: Given, members: list[tuple[str, Member]]) -> Table:
    """Who moves whom, and on what (M41)."""
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            joined((_moved(given, other, what) for other, what in one.influences.items()), "; "),
        )
        for id, one in members
        if one.influences
    )
    return table("", "Who | Moves whom, on what", rows)


def _moved(given: Given, other: str, what: Text) -> str:
    return joined((given.names.full(other), str(text(what)).rstrip(".")), ": ")


PROFILE = ("recognised_by", "measured_by", "favourable", "needs", "kept_from_it", "we_can_help")
"""What moves a person, beside the agendas that stand in the list of people."""


def _portrait(one: Member) -> tuple[Fact, ...]:
    profile, by_key = one.profile, spec(type(one.profile)).by_key
    interest = joined(
        (
            labelled("interest", word(one.purchaser.interest)),
            labelled("involvement", word(one.purchaser.involvement)),
        ),
        ", ",
    )
    return facts(
        (
            *((by_key[key].field.title, text(getattr(profile, key))) for key in PROFILE),
            ("As a buyer", interest),
        )
    )
