"""The relationship map: their people drawn, and who of ours holds whom, the gaps, the zones (M31 to M41)."""

from collections.abc import Iterator

from kamc.analysis.contacts import Thread, coverage, loads, threads
from kamc.analysis.people import Facilitator, Zone, facilitators, members, zones
from kamc.brief.chart import Chart, ago, chart
from kamc.brief.gaps import gaps
from kamc.brief.given import Given, alive
from kamc.brief.houses import analysis
from kamc.brief.people import PROFILE, Portrait, influence
from kamc.brief.shown import Cell, Column, Fact, Mark, Piece, Shown, Table, Value, facts, table
from kamc.brief.standing import Figure
from kamc.model.buying_center import DecisionMakerProfile, Member, is_committee
from kamc.model.spec import spec
from kamc.model.values import UNKNOWN, Words, each

AGENDAS = ("business_agenda", "personal_agenda", *PROFILE)
"""What moves a person, by the fields of their profile."""


class RelationshipMap(Piece, frozen=True, kw_only=True):
    """The map, and what it says in words and tables."""

    map: Chart
    gaps: tuple[str, ...]
    people: Table
    matrix: Table
    threads: Table
    influence: Table
    facilitators: Table
    zones: tuple[Fact, ...]
    zone_key: str
    analysis: Table
    portraits: tuple[Portrait, ...]


def relationship_map(given: Given) -> RelationshipMap | None:
    """The brief of a plan; none where nobody of theirs is named."""
    drawn = chart(given)
    if not drawn:
        return None
    return RelationshipMap(
        map=drawn,
        gaps=gaps(given),
        people=_people(given, drawn),
        matrix=_matrix(given),
        threads=_threads(given),
        influence=influence(given, alive(given.plan.relationships.buying_center)),
        facilitators=_facilitators(given),
        zones=_zones(given),
        zone_key=given.speech.say(
            "Power can speed things up or slow them down; a threat is against us or for a competitor; "
            "whoever is receptive supports us, if on conditions. Derived from roles, influence and stance."
        ),
        analysis=analysis(given),
        portraits=tuple(_portraits(given)),
    )


def sentence(given: Given, shown: RelationshipMap) -> str:
    """What the map says first: the gap that weighs most, or that there is none."""
    covered = coverage(given.view, given.run.as_of)
    if shown.gaps:
        return shown.gaps[0]
    if covered and covered.reached:
        return given.speech.say("Somebody of ours speaks with everybody who matters.")
    return ""


def figures(given: Given) -> tuple[Figure, ...]:
    """Few numbers of the map, each with its meaning."""
    return (*_covered(given), *_held(given), *_sides(given), *_lobbyists(given))


def _covered(given: Given) -> Iterator[Figure]:
    found = coverage(given.view, given.run.as_of)
    if found is None:
        return
    of = len(found.reached) + len(found.gaps) + len(found.unknown)
    value = given.speech.say("{n} of {all}", n=len(found.reached), all=of)
    if of:
        yield Figure(
            value=Mark(value) if found.gaps else value,
            meaning=given.speech.say("who decide, lobby for us or weigh much are reached by one of ours"),
        )


def _held(given: Given) -> Iterator[Figure]:
    held = loads(given.view)
    if held:
        speech = given.speech
        yield Figure(
            value=str(sum(len(one.theirs) for one in held)),
            meaning=speech.count(
                len(held),
                "threads in the hand of {n} person of ours: {who}",
                "threads in the hands of {n} people of ours; {who} holds {share}",
                who=given.names.full(held[0].ours),
                share=speech.percent(held[0].share),
            ),
        )


def _sides(given: Given) -> Iterator[Figure]:
    """Among those with power: who is for us, and who a threat (M35)."""
    found = zones(given.view)
    if found and found.power.people:
        power = set(found.power.people)
        good, bad = power & set(found.receptiveness.people), power & set(found.threat.people)
        yield Figure(
            value=given.speech.say("{good} for, {bad} against", good=len(good), bad=len(bad)),
            meaning=given.speech.say("of {n} with power, the committees among them", n=len(power)),
        )


def _lobbyists(given: Given) -> Iterator[Figure]:
    found = facilitators(given.view)
    if found is None:
        return
    say, real = given.speech.say, sum(one.is_real is True for one in found)
    if not found:
        yield Figure(value=Mark("0"), meaning=say("inside lobby for us"))
        return
    value = say("{n} of {all}", n=real, all=len(found))
    yield Figure(
        value=value if real else Mark(value),
        meaning=say("who lobby for us are real facilitators: they sell for us and are heard"),
    )


def _named(given: Given) -> list[tuple[str, Member]]:
    """Everybody with a name who has a part still."""
    return list(members(given.plan).items())


def _people(given: Given, drawn: Chart) -> Table:
    """What the map draws, as a table."""
    say, names = given.speech.say, {one.id: one.name for one in drawn.seats}
    rows = (
        (
            Cell(one.name, tuple(part for part in (one.title, one.sitting) if part), lead=True),
            one.roles,
            Mark(one.stance_said) if one.stance == "opponent" else one.stance_said,
            given.speech.word(one.influence),
            names.get(one.reports_to, ""),
            Mark(one.reach.who) if one.reach.state == "unmet" else one.reach.who,
            Mark(one.reach.ago) if one.reach.state == "late" else one.reach.ago,
        )
        for one in drawn.seats
    )
    columns = (
        say("Who"),
        say("Role"),
        say("Stance"),
        say("Influence"),
        say("Reports to"),
        say("Reached by"),
        say("Last"),
    )
    return table("", " | ".join(columns), rows)


def _matrix(given: Given) -> Table:
    """Their people by ours: how long ago they spoke, and how often they mean to (M40)."""
    ours = [one.ours for one in loads(given.view) or ()]
    if not ours:
        return Table()
    covered = coverage(given.view, given.run.as_of)
    unreached = covered.gaps if covered else ()
    held = {(one.theirs, one.ours): one for one in threads(given.view, given.run.as_of)}
    rows = tuple(
        (
            Cell(given.names.full(id), (str(given.words(one.roles)),) if each(one.roles) else (), lead=True),
            _spoken(given, one, gap=id in unreached),
            *(_talk(given, held.get((id, our))) for our in ours),
        )
        for id, one in _named(given)
    )
    say = given.speech.say
    heads = (say("Theirs"), say("In all"), *(given.names.full(our) for our in ours))
    return Table(columns=tuple(Column(head) for head in heads), rows=rows)


def _spoken(given: Given, one: Member, *, gap: bool) -> Shown:
    """How many of ours speak with somebody; a mark where nobody does and somebody should."""
    if one.contacts:
        return str(len(one.contacts))
    if one.contacts.said is UNKNOWN:
        return given.unknown
    if is_committee(one):
        return given.speech.say("through its members")
    return Mark(given.speech.say("nobody")) if gap else given.speech.say("nobody")


def _talk(given: Given, one: Thread | None) -> Value:
    if one is None:
        return ""
    when: Shown = ago(given, one.silent) if one.silent is not None else given.unknown
    cadence = given.speech.stretch(one.every) if one.every else ""
    return Cell(Mark(str(when)) if one.late else when, (cadence,) if cadence else ())


def _threads(given: Given) -> Table:
    """Who of ours holds how much of it."""
    speech, centre = given.speech, given.plan.relationships.selling_center
    rows = (
        (
            Cell(
                given.names.full(one.ours),
                _part(given, centre[one.ours].roles if one.ours in centre else None),
                lead=True,
            ),
            given.names.text(one.theirs),
            given.names.text(one.alone),
            speech.percent(one.share),
        )
        for one in loads(given.view) or ()
    )
    say = speech.say
    heads = (say("Ours"), say("Speaks with"), say("Alone with"), ">" + say("Of all threads"))
    return table("", " | ".join(heads), rows)


def _part(given: Given, roles: Words) -> tuple[str, ...]:
    return (", ".join(map(given.speech.word, each(roles))),) if each(roles) else ()


def _facilitators(given: Given) -> Table:
    """How strong each of them is (M31, M32)."""
    say, held = given.speech.say, members(given.plan)
    rows = (
        (
            Cell(given.names.full(one.id), lead=True),
            given.speech.word(str(held[one.id].promoter)) if one.sells is not None else given.unknown,
            _heard(given, one, yes=True),
            _heard(given, one, yes=False),
            _verdict(given, one),
        )
        for one in facilitators(given.view) or ()
    )
    heads = (say("Who"), say("Promotes us as"), say("Heard by"), say("Not heard by any"), say("Comes to"))
    return table("", " | ".join(heads), rows)


def _heard(given: Given, one: Facilitator, *, yes: bool) -> str:
    """The roles in which somebody listens, and who; or those in which nobody does."""
    word = given.speech.word
    if not yes:
        return ", ".join(word(role) for role, ears in one.heard_by.items() if not ears)
    return "; ".join(
        given.speech.say("{role}: {names}", role=word(role), names=given.names.text(ears))
        for role, ears in one.heard_by.items()
        if ears
    )


def _verdict(given: Given, one: Facilitator) -> Shown:
    say = given.speech.say
    if one.is_real is None:
        return Mark(say("not known"), "open")
    if one.is_real:
        return Mark(say("a real facilitator"), "good")
    return Mark(say("not heard where it counts")) if one.sells else Mark(say("does not sell for us"))


def _zones(given: Given) -> tuple[Fact, ...]:
    found = zones(given.view)
    say = given.speech.say
    if found is None:
        return ()
    return facts(
        (
            (say("Power"), _zone(given, found.power)),
            (say("Threat"), _zone(given, found.threat)),
            (say("Receptiveness"), _zone(given, found.receptiveness)),
        )
    )


def _zone(given: Given, zone: Zone) -> Value:
    perhaps = (
        given.speech.say("perhaps: {names}", names=given.names.text(zone.perhaps)) if zone.perhaps else ""
    )
    return Cell(given.names.text(zone.people) or given.speech.say("nobody"), (perhaps,) if perhaps else ())


def _portraits(given: Given) -> Iterator[Portrait]:
    """What moves each, as far as the reader may know."""
    titles = spec(DecisionMakerProfile).by_key
    for id, one in _named(given):
        found = facts(
            (given.speech.title(titles[key].field.title), given.text(getattr(one.profile, key)))
            for key in AGENDAS
        )
        if found:
            yield Portrait(name=given.names.full(id), facts=found)
