"""The life of an entry between two plans: it came, ended, came back, went, or got another id or kind."""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.diagnostics import Path
from kamc.diff.effect import of_absence, of_arrival, of_status
from kamc.diff.fields import of_part, said
from kamc.diff.names import NAMED, Names, called
from kamc.diff.where import Where
from kamc.diff.wording import word
from kamc.links.match import Pair
from kamc.model.buying_center import Member
from kamc.model.change import Change, Effect
from kamc.model.goals import Objective
from kamc.model.market import Competitor
from kamc.model.normal import normal
from kamc.model.product import ROLES
from kamc.model.records import Entry, Tracked
from kamc.model.values import each, known
from kamc.model.walk import Entered
from kamc.words import a, listed, shown

ENDING = frozenset(("ended", "why", "became"))
LONGEST_WHY = 90
WORDS = {"contract": "won", "no-go": "decided against"}
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
        yield from _stayed(pair.old, pair.new, lives.names)
    elif pair.new:
        yield _came(pair.new, lives)
    elif pair.old and _is_open(pair.old.entry):
        yield _went(pair.old, lives)


def _where(entered: Entered, names: Names, old: Entered | None = None) -> Where:
    entry, before = entered.entry, (old or entered).entry
    name = called(entered.id, entry)
    return Where(
        names=names,
        entity=entry.about.kind,
        id=entered.id,
        subject=name if entry.about.kind in NAMED else f"{_noun(entry)} {name}",
        name=name,
        old_at=(old or entered).path,
        new_at=entered.path,
        live=_is_open(entry) and _is_open(before),
        down=any(isinstance(one, Objective) and one.aims_down for one in (entry, before)),
    )


def _noun(entry: Entry) -> str:
    title = entry.about.title
    return title[:1].upper() + title[1:]


def _is_open(entry: Entry) -> bool:
    return not isinstance(entry, Tracked) or entry.is_open


def _came(entered: Entered, lives: Lives) -> Change:
    entry, where = entered.entry, msgspec.structs.replace(_where(entered, lives.names), live=True)
    new_here = isinstance(entry, Tracked) and entered.path[:-1] not in lives.unknown
    effect: Effect = of_arrival(entry) if isinstance(entry, Tracked) and new_here else "neutral"
    if isinstance(entry, Tracked) and not entry.is_open:
        return where.told(
            "ended",
            f"{_end(entry, where)}; it was not in the old plan",
            data=(None, entry.state),
            texts=("", word(entry.state)),
            effect=effect,
            field=entry.status_field,
        )
    return where.told(
        "added", _arrival(entry, where), data=(None, normal(entry)), texts=("", where.name), effect=effect
    )


def _arrival(entry: Entry, where: Where) -> str:
    if isinstance(entry, Member):
        title = known(entry.title)
        about = ", ".join((*([title] if title else []), *_roles(entry)))
        return f"{where.name} is new in the buying centre" + (f": {about}" if about else "")
    if entry.about.kind == "competitor":
        return f"{where.name} is a new competitor here"
    return f"{_noun(entry)} added: {where.name}"


def _went(entered: Entered, lives: Lives) -> Change:
    """An open entry that is gone: nobody says what became of it."""
    entry, where = entered.entry, _where(entered, lives.names)
    holders = lives.became.get(entered.id, ())
    tail = f"; {listed(holders, 'and')} was said to live on in it" if holders else ""
    return where.told(
        "removed",
        _absence(entry, where) + tail,
        data=(normal(entry), None),
        texts=(where.name, ""),
        effect=of_absence(entry) if isinstance(entry, Tracked) else "neutral",
    )


def _absence(entry: Entry, where: Where) -> str:
    if isinstance(entry, Member):
        return f"{where.name}{_in_brackets(entry)} is no longer in the buying centre, and nothing says why"
    state = f", though it was still {word(entry.state)}" if isinstance(entry, Tracked) else ""
    return f"{where.subject} is no longer in the plan{state}"


def _in_brackets(member: Member) -> str:
    roles = listed(_roles(member), "and")
    return f" ({roles})" if roles else ""


def _roles(member: Member) -> list[str]:
    return [word(role) for role in ROLES if role in each(member.roles)]


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
    subject = f"{_noun(old.entry)} {where.name}"
    turned = before.kind != after.kind
    if old.id != new.id:
        message = (
            f"{subject} has a new id{f' and is now {a(after.title)}' if turned else ''}: {old.id} → {new.id}"
        )
        yield where.told("renamed", message, data=(old.id, new.id), texts=(old.id, new.id))
    elif turned:
        message, kinds = f"{subject} is now {a(after.title)}", (before.kind, after.kind)
        yield where.told("changed", message, data=kinds, texts=(before.title, after.title), field="entity")


def _status(before: Tracked, after: Tracked, where: Where) -> Change:
    """A status word that became another: an end, a way back, or a step."""
    ends = before.is_open and not after.is_open
    texts = (word(before.state), word(after.state))
    again = " is open again" if after.is_open and not before.is_open else ""
    return msgspec.structs.replace(where, live=True).told(
        "ended" if ends else "changed",
        _end(after, where, before) if ends else f"{where.subject}{again}: {texts[0]} → {texts[1]}",
        data=(before.state, after.state),
        texts=texts,
        effect=of_status(before if ends and isinstance(before, Member) else after, before.state, after.state),
        field=after.status_field,
    )


def _end(entry: Tracked, where: Where, before: Tracked | None = None) -> str:
    """`Objective met: "…" (why)`, and where it lives on."""
    heirs = listed(sorted(where.names.of(one) for one in each(entry.became)), "and")
    why = f" ({shown(entry.why, LONGEST_WHY)[1:-1]})" if isinstance(entry.why, str) else ""
    tail = why + (f"; it lives on in {heirs}" if heirs else "")
    match before or entry:
        case Member() as member:
            return f"{where.name}{_in_brackets(member)} left the buying centre{tail}"
        case Competitor():
            return f"{where.name} is gone as a competitor{tail}"
    return f"{_noun(entry)} {WORDS.get(entry.state, word(entry.state))}: {where.name}{tail}"
