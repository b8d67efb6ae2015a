"""What is missing between their people and ours, in words: what a director asks about (M32, M33, M40)."""

from collections.abc import Iterator

from kamc.analysis.contacts import Coverage, Load, Thread, coverage, loads
from kamc.analysis.people import Zones, facilitators, is_key_person, members, zones
from kamc.brief.chart import EXPECTED, ago
from kamc.brief.given import Given
from kamc.links.graph import grouped
from kamc.model.buying_center import Member, holds, is_sought
from kamc.model.values import UNKNOWN, each


def gaps(given: Given) -> tuple[str, ...]:
    """Sentences, what weighs most first; none where nothing is missing, or the reader may not see it."""
    covered = coverage(given.view, given.run.as_of)
    if covered is None:
        return ()
    return (
        *_unreached(given, covered),
        *_not_found(given),
        *_opponents(given, zones(given.view)),
        *_lobby(given),
        *_unsure(given, covered),
        *_alone(given, loads(given.view) or ()),
        *_late(given, covered),
        *_stances(given),
    )


def _unreached(given: Given, covered: Coverage) -> Iterator[str]:
    count, held = given.speech.count, members(given.plan)
    deciding = [id for id in covered.gaps if holds(held[id], "decider")]
    lobbying = [id for id in covered.gaps if id not in deciding and holds(held[id], "facilitator")]
    weighty = [id for id in covered.gaps if id not in {*deciding, *lobbying}]
    if deciding:
        yield count(
            len(deciding),
            "Nobody of ours speaks with {names}, who decides.",
            "Nobody of ours speaks with {n} who decide: {names}.",
            names=given.names.text(deciding),
        )
    if lobbying:
        yield count(
            len(lobbying),
            "Nobody of ours speaks with {names}, who is to lobby for us.",
            "Nobody of ours speaks with {n} who are to lobby for us: {names}.",
            names=given.names.text(lobbying),
        )
    if weighty:
        yield count(
            len(weighty),
            "Nobody of ours speaks with {names}, whose influence is high.",
            "Nobody of ours speaks with {n} whose influence is high: {names}.",
            names=given.names.text(weighty),
        )


def _not_found(given: Given) -> Iterator[str]:
    """Roles for which nobody is named, and the people whom the plan looks for."""
    say, word, centre = given.speech.say, given.speech.word, given.plan.relationships.buying_center
    held = members(given.plan)
    if any(one.roles is UNKNOWN or one.said is UNKNOWN for one in held.values()):
        missing = set[str]()
    else:
        missing = {role for role in EXPECTED if not any(holds(one, role) for one in held.values())}
    sought = {role for id, one in centre.items() if is_sought(id) and one.is_open for role in each(one.roles)}
    for role in (*EXPECTED, *sorted(sought - set(EXPECTED))):
        if role in missing | sought:
            yield say("Who is the {role} is not known yet.", role=word(role))


def _opponents(given: Given, found: Zones | None) -> Iterator[str]:
    """Opponents with power, and nobody through whom to win them (M33, M34)."""
    held = members(given.plan)
    strong = set(found.power.people) & set(found.threat.people) if found else set[str]()
    left = [id for id, one in held.items() if id in strong and not _won(one)]
    if left:
        yield given.speech.count(
            len(left),
            "{names} has power and is against us, and nobody is named through whom to win them.",
            "{n} have power and are against us, and nobody is named through whom to win them: {names}.",
            names=given.names.text(left),
        )


def _won(one: Member) -> bool:
    return bool(each(one.won_through)) or one.won_through is UNKNOWN


def _lobby(given: Given) -> Iterator[str]:
    found = facilitators(given.view)
    if found is None or any(one.is_real for one in found):
        return
    if any(one.roles is UNKNOWN for one in members(given.plan).values()):
        return
    if not found:
        yield given.speech.say("Nobody inside lobbies for us.")
    elif all(one.is_real is False for one in found):
        yield given.speech.say(
            "Nobody who lobbies for us both sells for us and is heard: {names}.",
            names=given.names.text(one.id for one in found),
        )


def _unsure(given: Given, covered: Coverage) -> Iterator[str]:
    for id in covered.unknown:
        yield given.speech.say(
            "Whether anybody of ours speaks with {name} is not known.", name=given.names.full(id)
        )


def _alone(given: Given, held: tuple[Load, ...]) -> Iterator[str]:
    """Key people whom one of ours alone holds: single threads."""
    matter = {id for id, one in members(given.plan).items() if is_key_person(one)}
    for load in held:
        alone = [id for id in load.alone if id in matter]
        if alone:
            yield given.speech.say(
                "{ours} alone speaks with {names}.",
                ours=given.names.full(load.ours),
                names=given.names.text(alone),
            )


def _late(given: Given, covered: Coverage) -> Iterator[str]:
    """Talks that are due by their own cadence."""
    for ours, late in grouped((one.ours, one) for one in covered.threads if one.late).items():
        yield given.speech.say(
            "{ours} has not spoken as often as meant with {names}.",
            ours=given.names.full(ours),
            names=", ".join(_silent(given, one) for one in late),
        )


def _silent(given: Given, one: Thread) -> str:
    return given.speech.say("{name} ({ago})", name=given.names.full(one.theirs), ago=ago(given, one.silent))


def _stances(given: Given) -> Iterator[str]:
    """Key people of whom nobody knows where they stand."""
    held = members(given.plan)
    names = [
        id for id, one in held.items() if is_key_person(one) and (one.stance is UNKNOWN or one.stance is None)
    ]
    if names:
        yield given.speech.say("Where they stand is not known: {names}.", names=given.names.text(names))
