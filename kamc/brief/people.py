"""Block 3: who decides, who of ours speaks with whom, and how close the two houses are (M31 to M44)."""

from kamc.analysis.contacts import days_late, last_talk
from kamc.brief.given import Given, alive
from kamc.brief.houses import analysis, boundary, continuum, interfaces, sales_steps, selling_center
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Table, Value, facts, joined
from kamc.model.buying_center import Contact, Member
from kamc.model.spec import spec
from kamc.model.values import NONE, Text, each, known


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
    """A stance word of the format; empty where it is not known."""
    stance_said: str = ""
    influence: str = ""
    influence_said: str = ""
    reports_to: str = ""
    held: bool = True
    """Whether anybody of ours speaks with them."""
    moves: tuple[tuple[str, str], ...] = ()
    """Whom they influence, and what there is to say of it."""


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
        said=given.absent(known) or given.absent(known.buying_center),
        people=people(given, members),
        map=tuple(_person(given, id, one) for id, one in members if one.is_open) if given.internal else (),
        contacts=_contacts(given, members),
        influence=influence(given, members),
        portraits=tuple(
            Portrait(name=given.names.full(id), facts=found)
            for id, one in members
            if one.is_open and (found := _portrait(given, one))
        ),
        continuum=continuum(given),
        continuum_why=given.claim(known.continuum, known.continuum.why) if known.continuum else "",
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
            Cell(given.names.full(id), (*_who(given, one), *given.life(one), *given.notes(one)), lead=True),
            given.said_or(one, given.words(one.roles)),
            _stance(given, one),
            Cell(given.text(one.profile.business_agenda) or given.absent(one.profile), _personal(given, one)),
            held_by(given, one),
            last_met(given, one),
        )
        for id, one in members
    )
    return given.table("", "Who | Role | Stance | Cares about | Held by | Last met", rows)


def _who(given: Given, one: Member) -> tuple[Shown, ...]:
    parts = (
        str(given.text(one.title)),
        str(given.text(one.company)),
        given.phrase("with {names}", names=given.who(one.members)),
    )
    return tuple(part for part in parts if part)


def _stance(given: Given, one: Member) -> Value:
    weight = influential(given, one)
    rival = given.phrase("speaks for {rival}", rival=given.names.listed(one.favours))
    allies = given.phrase("won through {names}", names=given.names.listed(one.won_through))
    word = given.word(one.stance)
    shown: Shown = Mark(str(word)) if one.stance == "opponent" else word
    return Cell(shown, tuple(part for part in (weight, rival, allies) if part)) if shown or weight else ""


def influential(given: Given, one: Member) -> str:
    """How much weight somebody has; nothing where that is not known."""
    level = known(one.influence) or ""
    return given.phrase("{level} influence", level=given.speech.word(level))


def _personal(given: Given, one: Member) -> tuple[Shown, ...]:
    """Their own agenda, which only the account manager and the sponsor read."""
    own = given.text(one.profile.personal_agenda)
    return (
        (own,) if isinstance(own, str) and own else (given.speech.say("personal agenda"), own) if own else ()
    )


def held_by(given: Given, one: Member) -> Shown:
    """Who of ours speaks with them; a mark where nobody does."""
    if one.contacts:
        return given.names.text(one.contacts)
    if isinstance(one.members, tuple):
        return given.speech.say("through its members")
    return (
        Mark(given.speech.say("nobody"))
        if one.contacts.said is NONE and one.is_open
        else given.absent(one.contacts)
    )


def last_met(given: Given, one: Member) -> Shown:
    """When somebody of ours last spoke with them; a mark where every talk is overdue."""
    last = last_talk(one)
    if last is None:
        return given.unknown if one.contacts and given.internal else ""
    return (
        Mark(given.speech.say("{day}, overdue", day=given.date(last)))
        if one.is_open and all(late(given, contact) for contact in one.contacts.values())
        else given.date(last)
    )


def late(given: Given, contact: Contact) -> bool:
    """Whether they meant to speak before the day of the run and did not."""
    return given.internal and days_late(contact, given.run.as_of) > 0


def _person(given: Given, id: str, one: Member) -> Person:
    return Person(
        id=id,
        name=given.names.full(id),
        title=known(one.title) or "",
        roles=", ".join(map(given.speech.word, each(one.roles))),
        stance=known(one.stance) or "",
        stance_said=given.speech.word(known(one.stance) or "") or given.speech.say("stance not known"),
        influence=known(one.influence) or "",
        influence_said=influential(given, one),
        reports_to=next(iter(each(one.reports_to)), ""),
        held=bool(one.contacts) or one.contacts.said is None,
        moves=tuple((other, moved(given, id, other, what)) for other, what in one.influences.items()),
    )


def _contacts(given: Given, members: list[tuple[str, Member]]) -> Table:
    """One row a contact; a person's name leads the first of theirs."""
    rows = (
        (
            Cell(given.names.full(id), lead=place == 0),
            given.names.full(ours),
            Cell(given.text(contact.topic), tuple(part for part in (str(given.text(contact.plan)),) if part)),
            given.every(contact.every),
            Mark(given.speech.say("{day}, overdue", day=given.date(contact.last)))
            if one.is_open and late(given, contact)
            else given.shown_date(contact.last),
            given.shown_date(contact.next),
            joined((str(given.word(contact.level)), str(given.word(contact.wanted))), " → "),
        )
        for id, one in members
        for place, (ours, contact) in enumerate(one.contacts.items())
    )
    return given.table("", "Theirs | Ours | About | How often | Last | Next | We are → want to be", rows)


def moved(given: Given, id: str, other: str, what: Text) -> str:
    """Who moves whom, and on what, where that is known."""
    names = given.names.full
    if not isinstance(what, str):
        return given.speech.say("{who} moves {whom}", who=names(id), whom=names(other))
    return given.speech.say("{who} moves {whom}: {what}", who=names(id), whom=names(other), what=what)


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
    return given.table("", "Who | Moves whom, on what", rows)


def _moved(given: Given, other: str, what: Text) -> str:
    return joined((given.names.full(other), str(given.text(what)).rstrip(".")), ": ")


PROFILE = ("recognised_by", "measured_by", "favourable", "needs", "kept_from_it", "we_can_help")
"""What moves a person, beside the agendas that stand in the list of people."""


def _portrait(given: Given, one: Member) -> tuple[Fact, ...]:
    profile, by_key, title = one.profile, spec(type(one.profile)).by_key, given.speech.title
    interest = joined(
        (
            given.phrase("interest {level}", level=given.word(one.purchaser.interest)),
            given.phrase("involvement {level}", level=given.word(one.purchaser.involvement)),
        ),
        ", ",
    )
    return facts(
        (
            *((title(by_key[key].field.title), given.text(getattr(profile, key))) for key in PROFILE),
            (given.speech.say("As a buyer"), interest),
        )
    )
