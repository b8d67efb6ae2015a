"""The life of an entry between two plans: it came, ended, came back, went, or got another id or kind."""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.diagnostics import Path
from kamc.diff.effect import of_absence, of_arrival, of_status
from kamc.diff.fields import of_part, said
from kamc.diff.names import NAMED, Names, called
from kamc.diff.where import Where
from kamc.links.match import Pair
from kamc.model.buying_center import Member
from kamc.model.change import Change, Effect
from kamc.model.market import Competitor
from kamc.model.normal import normal
from kamc.model.product import ROLES
from kamc.model.records import Entry, Tracked
from kamc.model.values import each, known
from kamc.model.walk import Entered
from kamc.speech import Speech, message
from kamc.words import a, shown

WEIGHTY = ("facilitator", "decider")
"""Roles by which a change of a member's stance weighs."""
ENDING = frozenset(("ended", "why", "became"))
LONGEST_WHY = 90
WORDS = {"contract": message("won"), "no-go": message("decided against")}
"""What a status word is called where a sentence says that it came to that."""


class Lives(msgspec.Struct, frozen=True, kw_only=True):
    """What the life of an entry may depend on beside itself."""

    names: Names
    unknown: frozenset[Path]
    """Mappings that the old plan called unknown: what stands there now was perhaps there before."""
    became: Mapping[str, tuple[str, ...]]
    """The names of entries that live on in another one, by its id."""


def of_pair(pair: Pair, lives: Lives) -> Iterator[Change]:
    """Every change of one entry."""
    if pair.old and pair.new:
        if pair.old.entry != pair.new.entry or lives.names.renamed:  # a link may have got another meaning
            yield from _stayed(pair.old, pair.new, lives.names)
    elif pair.new:
        yield _came(pair.new, lives)
    elif pair.old and _is_open(pair.old.entry):
        yield _went(pair.old, lives)


def _where(entered: Entered, names: Names, old: Entered | None = None) -> Where:
    entry, before = entered.entry, (old or entered).entry
    name = called(entered.id, entry, names.speech)
    return Where(
        names=names,
        entity=entry.about.kind,
        id=entered.id,
        subject=name if entry.about.kind in NAMED else _kind_and_name(entry, name, names.speech),
        name=name,
        old_at=(old or entered).path,
        new_at=entered.path,
        live=_is_open(entry) and _is_open(before),
        part=_part(before, entry, names.speech),
    )


def _kind_and_name(entry: Entry, name: str, speech: Speech) -> str:
    return speech.say("{kind} {name}", kind=_noun(entry, speech), name=name)


def _noun(entry: Entry, speech: Speech) -> str:
    title = speech.term(entry.about.title)
    return title[:1].upper() + title[1:]


def _part(old: Entry, new: Entry, speech: Speech) -> str:
    """The weighty roles of a member, now or before."""
    held = {role for one in (old, new) if isinstance(one, Member) for role in each(one.roles)}
    return speech.listed([speech.word(role) for role in WEIGHTY if role in held])


def _is_open(entry: Entry) -> bool:
    return not isinstance(entry, Tracked) or entry.is_open


def _came(entered: Entered, lives: Lives) -> Change:
    entry, where = entered.entry, msgspec.structs.replace(_where(entered, lives.names), live=True)
    new_here = isinstance(entry, Tracked) and entered.path[:-1] not in lives.unknown
    effect: Effect = of_arrival(entry) if isinstance(entry, Tracked) and new_here else "neutral"
    speech = where.speech
    if isinstance(entry, Tracked) and not entry.is_open:
        return where.told(
            "ended",
            speech.say("{what}; it was not in the old plan", what=_end(entry, where)),
            data=(None, entry.state),
            texts=("", speech.word(entry.state)),
            effect=effect,
            field=entry.status_field,
        )
    return where.told(
        "added", _arrival(entry, where), data=(None, normal(entry)), texts=("", where.name), effect=effect
    )


def _arrival(entry: Entry, where: Where) -> str:
    say = where.speech.say
    if isinstance(entry, Member):
        title = known(entry.title)
        about = ", ".join((*([title] if title else []), *_roles(entry, where.speech)))
        if about:
            return say("{name} is new in the buying centre: {about}", name=where.name, about=about)
        return say("{name} is new in the buying centre", name=where.name)
    if entry.about.kind == "competitor":
        return say("{name} is a new competitor here", name=where.name)
    return say("{kind} added: {name}", kind=_noun(entry, where.speech), name=where.name)


def _went(entered: Entered, lives: Lives) -> Change:
    """An open entry that is gone: nobody says what became of it."""
    entry, where = entered.entry, _where(entered, lives.names)
    holders, told = lives.became.get(entered.id, ()), _absence(entry, where)
    if holders:
        told = where.speech.say(
            "{what}; {names} was said to live on in it", what=told, names=where.speech.listed(holders)
        )
    return where.told(
        "removed",
        told,
        data=(normal(entry), None),
        texts=(where.name, ""),
        effect=of_absence(entry) if isinstance(entry, Tracked) else "neutral",
    )


def _absence(entry: Entry, where: Where) -> str:
    say, speech = where.speech.say, where.speech
    if isinstance(entry, Member):
        return say(
            "{name} is no longer in the buying centre, and nothing says why", name=_with_roles(entry, where)
        )
    if not isinstance(entry, Tracked):
        return say("{what} is no longer in the plan", what=where.subject)
    return say(
        "{what} is no longer in the plan, though it was still {state}",
        what=where.subject,
        state=speech.word(entry.state),
    )


def _with_roles(member: Member, where: Where) -> str:
    roles = where.speech.listed(_roles(member, where.speech))
    return where.speech.say("{name} ({roles})", name=where.name, roles=roles) if roles else where.name


def _roles(member: Member, speech: Speech) -> list[str]:
    return [speech.word(role) for role in ROLES if role in each(member.roles)]


def _stayed(old: Entered, new: Entered, names: Names) -> Iterator[Change]:
    before, after = old.entry, new.entry
    where = _where(new, names, old)
    skip = frozenset(("was",))
    yield from _renamed(old, new, where)
    if isinstance(before, Tracked) and isinstance(after, Tracked):
        skip |= {before.status_field, after.status_field}
        if before.state != after.state and (before.about.kind == after.about.kind or not after.is_open):
            yield _status(before, after, where)
        if before.is_open is not after.is_open:
            skip |= ENDING
    if before.said or after.said:
        yield from said(before, after, where)
    else:
        yield from of_part(before, after, where, skip)


def _renamed(old: Entered, new: Entered, where: Where) -> Iterator[Change]:
    """Another id, another kind, or both: told once."""
    before, after = old.entry.about, new.entry.about
    what, say = _kind_and_name(old.entry, where.name, where.speech), where.speech.say
    kind = _with_article(after.title, where.speech)
    if old.id != new.id:
        told = (
            say(
                "{what} has a new id and is now {kind}: {before} → {after}",
                what=what,
                kind=kind,
                before=old.id,
                after=new.id,
            )
            if before.kind != after.kind
            else say("{what} has a new id: {before} → {after}", what=what, before=old.id, after=new.id)
        )
        yield where.told("renamed", told, data=(old.id, new.id), texts=(old.id, new.id))
    elif before.kind != after.kind:
        yield where.told(
            "changed",
            say("{what} is now {kind}", what=what, kind=kind),
            data=(before.kind, after.kind),
            texts=(where.speech.term(before.title), where.speech.term(after.title)),
            field="entity",
        )


def _with_article(title: str, speech: Speech) -> str:
    """What a thing is now; only English says with which article."""
    return a(title) if speech.language == "en" else speech.term(title)


def _status(before: Tracked, after: Tracked, where: Where) -> Change:
    """A status word that became another: an end, a way back, or a step."""
    ends, speech = before.is_open and not after.is_open, where.speech
    texts = (speech.word(before.state), speech.word(after.state))
    told = {"what": where.subject, "before": texts[0], "after": texts[1]}
    if ends:
        sentence = _end(after, where, before)
    elif after.is_open and not before.is_open:
        sentence = speech.say("{what} is open again: {before} → {after}", **told)
    else:
        sentence = speech.say("{what}: {before} → {after}", **told)
    return msgspec.structs.replace(where, live=True).told(
        "ended" if ends else "changed",
        sentence,
        data=(before.state, after.state),
        texts=texts,
        effect=of_status(before if ends and isinstance(before, Member) else after, before.state, after.state),
        field=after.status_field,
    )


def _end(entry: Tracked, where: Where, before: Tracked | None = None) -> str:
    """`Objective met: "…" (why)`, and where it lives on."""
    say = where.speech.say
    told = _ended(entry, where, before or entry)
    if isinstance(entry.why, str):
        told = say("{what} ({why})", what=told, why=shown(entry.why, LONGEST_WHY)[1:-1])
    heirs = where.speech.listed(sorted(where.names.of(one) for one in each(entry.became)))
    return say("{what}; it lives on in {heirs}", what=told, heirs=heirs) if heirs else told


def _ended(entry: Tracked, where: Where, before: Tracked) -> str:
    say = where.speech.say
    match before:
        case Member() as member:
            return say("{name} left the buying centre", name=_with_roles(member, where))
        case Competitor():
            return say("{name} is gone as a competitor", name=where.name)
    state = WORDS.get(entry.state)
    return say(
        "{kind} {state}: {name}",
        kind=_noun(entry, where.speech),
        state=say(state) if state else where.speech.word(entry.state),
        name=where.name,
    )
