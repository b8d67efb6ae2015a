"""The brief for a meeting, or for a talk with one person: what one takes into the room (M61)."""

from collections.abc import Iterator, Mapping

from kamc.brief.asking import ENOUGH, questions, suggested
from kamc.brief.bringing import factors, leads, messages
from kamc.brief.changed import Changes, changes
from kamc.brief.circle import said_for
from kamc.brief.given import Given, alive
from kamc.brief.occasions import Occasion, occasions
from kamc.brief.people import people
from kamc.brief.promised import Promised, promised
from kamc.brief.shown import Cell, Fact, Mark, Shown, Table, joined, table
from kamc.brief.standing import Figure, Titled
from kamc.brief.worries import unsaid, worries
from kamc.model.actions import Meeting
from kamc.model.buying_center import Contact, Member
from kamc.model.values import When, each

NAMED = 60
"""As long as the purpose may be where it is the name of the brief."""


class MeetingBrief(Titled, frozen=True, kw_only=True):
    """What a brief for a meeting or a talk shows; `part` is the id of the meeting or of the person."""

    steps: tuple[Shown, ...] = ()
    """The commitment sought: who of both sides does what next; a mark where the plan does not say."""
    talk: bool = False
    """Whether it is a talk with one person."""
    theirs: Table = Table()
    ours: Table = Table()
    factors: Table = Table()
    changes: Changes = Changes()
    promised: Promised = Promised()
    agenda: tuple[str, ...] = ()
    validate: tuple[str, ...] = ()
    questions: Table = Table()
    suggested: Table = Table()
    leads: Table = Table()
    messages: Table = Table()
    worries: Table = Table()
    unsaid: tuple[Fact, ...] = ()


def meetings(given: Given) -> Iterator[MeetingBrief]:
    """A brief for each occasion."""
    return (_brief(given, one) for one in occasions(given))


def _brief(given: Given, one: Occasion) -> MeetingBrief:
    meeting, circle = one.meeting or Meeting(), one.circle
    known_ = _members(given, one)
    open_ = {id: member for id, member in known_.items() if member.is_open}
    promises = promised(given, circle)
    return MeetingBrief(
        part=one.id,
        title=_title(given, one),
        say=_purpose(given, one),
        figures=tuple(_figures(given, one, promises)),
        steps=_sought(given, one),
        talk=one.meeting is None,
        theirs=people(given, [*known_.items()]),
        ours=_ours(given, one),
        factors=factors(given, circle),
        changes=changes(given, circle),
        promised=promises,
        agenda=each(meeting.agenda),
        validate=each(meeting.validate),
        questions=questions(given, meeting.questions),
        suggested=suggested(given, open_, one.stakes) if len(meeting.questions) < ENOUGH else Table(),
        leads=leads(given, open_, one.stakes),
        messages=messages(given, circle),
        worries=worries(given, circle, open_, one.stakes),
        unsaid=unsaid(given, circle, open_, one.stakes),
    )


def _members(given: Given, one: Occasion) -> Mapping[str, Member]:
    """Those of theirs whom the plan knows, in the order in which the meeting names them."""
    centre = given.plan.relationships.buying_center
    return {id: centre[id] for id in one.theirs if id in centre}


def _title(given: Given, one: Occasion) -> str:
    name = given.names.of(one.id, NAMED)
    return given.speech.say("Meeting brief: {name}", name=name)


def _purpose(given: Given, one: Occasion) -> Shown:
    """Purpose and outcome in a sentence; of a talk, what we want of the person."""
    say, wanted = given.speech.say, "; ".join(map(said_for, _wanted(given, one)))
    if one.meeting is None:
        name, title = given.names.full(one.id), _post(given, one.id)
        who = say("{name}, {title}", name=name, title=title) if title else name
        return (
            say("{who}. We want: {outcome}.", who=who, outcome=wanted) if wanted else say("{who}.", who=who)
        )
    purpose = said_for(one.meeting.what)
    if purpose and wanted:
        return say("{purpose}. We want to leave with: {outcome}.", purpose=purpose, outcome=wanted)
    if purpose:
        return say("{purpose}.", purpose=purpose)
    gap = Mark(say("The plan does not say what it is for."), "open")
    return say("We want to leave with: {outcome}.", outcome=wanted) if wanted else gap


def _post(given: Given, id: str) -> str:
    return said_for(given.plan.relationships.buying_center[id].title)


def _wanted(given: Given, one: Occasion) -> tuple[str, ...]:
    """What a meeting is to bring; what we want with a person: to win them, or what comes next with them."""
    if one.meeting is not None:
        return each(one.meeting.objectives)
    aims = given.plan.account_plan.objectives.values()
    return tuple(
        str(aim.what)
        for aim in aims
        if aim.is_open and one.id in each(aim.people) and isinstance(aim.what, str)
    )


def _sought(given: Given, one: Occasion) -> tuple[Shown, ...]:
    """The steps that are wanted of both sides; what we want of a person stands in the first sentence."""
    if one.meeting is None:
        wanted = _wanted(given, one)
        gap = Mark(given.speech.say("The plan does not say what we want of this talk."), "open")
        return () if wanted else (gap,)
    gap = Mark(given.speech.say("The plan names no next step that they are to agree to."), "open")
    return each(one.meeting.next_steps) or (gap,)


def _figures(given: Given, one: Occasion, promises: Promised) -> Iterator[Figure]:
    yield _when(given, one)
    for id, chance in [*one.stakes.items()][:1]:
        value = given.money(chance.value, chance.currency)
        stage = joined(
            (
                given.names.of(id),
                given.speech.word(chance.state),
                str(given.percent(chance.probability)),
                str(given.due(chance.closes)),
            ),
            ", ",
        )
        yield Figure(value=value or given.unknown, meaning=given.speech.say("at stake: {what}", what=stage))
    yield _owed(given, promises)


def _owed(given: Given, promises: Promised) -> Figure:
    say, count = given.speech.say, given.speech.count
    value: Shown = say("{n} open", n=promises.open) if promises.open else say("none open")
    if promises.late:
        value = Mark(say("{n} overdue", n=promises.late))
    meaning = count(promises.open, "of {n} promise of ours here", "of {n} promises of ours here")
    return Figure(value=value, meaning=meaning if promises.late else say("promises of ours here"))


def _when(given: Given, one: Occasion) -> Figure:
    say, count, as_of = given.speech.say, given.speech.count, given.run.as_of
    if one.meeting is None:
        return _next_talk(given, one)
    kind = str(given.word(one.meeting.kind)) or say("a meeting")
    date = one.meeting.date
    if not isinstance(date, When):
        return Figure(value=Mark(say("no date"), "open"), meaning=kind)
    days = (date.last - as_of).days
    ahead = count(days, "in {n} day", "in {n} days") if days > 0 else say("today") if days == 0 else ""
    return Figure(value=given.due(date), meaning=joined((kind, ahead), ", "))


def _next_talk(given: Given, one: Occasion) -> Figure:
    """When somebody of ours speaks with the person next; how often they mean to."""
    say, as_of = given.speech.say, given.run.as_of
    held = given.plan.relationships.buying_center[one.id].contacts
    ahead = [
        (contact.next, ours)
        for ours, contact in held.items()
        if isinstance(contact.next, When) and contact.next.last >= as_of
    ]
    if not ahead:
        return Figure(value=Mark(say("not agreed"), "open"), meaning=say("the next talk"))
    when, ours = min(ahead, key=lambda pair: pair[0].last)
    return Figure(
        value=given.speech.when(when), meaning=say("the next talk, with {name}", name=given.names.full(ours))
    )


def _ours(given: Given, one: Occasion) -> Table:
    """Our people in it: their part, with whom of those in the room they speak."""
    say = given.speech.say
    parts = given.plan.relationships.selling_center
    heads = " | ".join((say("Ours"), say("Part"), say("Speaks with")))
    rows = (
        (
            Cell(given.names.full(id), lead=True),
            ", ".join(given.speech.word(role) for role in each(parts[id].roles)) if id in parts else "",
            joined(_talks(given, one, id), "; "),
        )
        for id in one.ours
    )
    return table("", heads, rows)


def _talks(given: Given, one: Occasion, ours: str) -> Iterator[str]:
    for id, member in alive(_members(given, one), empty=True):
        contact = member.contacts.get(ours)
        if contact is not None:
            name = given.names.full(id) if one.meeting else ""
            told = str(given.text(contact.topic)) if one.meeting else _talk(given, contact)
            yield joined((name, told), ": ")


def _talk(given: Given, contact: Contact) -> str:
    last = given.speech.say("last {day}", day=given.shown_date(contact.last)) if contact.last else ""
    aim = joined((str(given.word(contact.level)), str(given.word(contact.wanted))), " → ")
    return joined((str(given.text(contact.topic)), given.every(contact.every), last, aim), ", ")
