"""How much of what its profile asks for a plan answers (M19, law 1 of the format)."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.analysis.needs import needs
from kamc.audience import View
from kamc.diagnostics import Path
from kamc.links.graph import grouped
from kamc.model.actions import Meeting
from kamc.model.buying_center import Member, is_sought
from kamc.model.change import BLOCKS, HEADER, block_of
from kamc.model.common import own
from kamc.model.fields import Audience, One, OneWord, Profile, Scalar
from kamc.model.goals import Strategy
from kamc.model.plan import Plan
from kamc.model.records import Part, Tracked
from kamc.model.spec import Slot, spec
from kamc.model.values import UNKNOWN, Keyed, each

State: TypeAlias = Literal["known", "unknown", "missing"]

OF_A_COMMITTEE = frozenset(("roles", "stance", "influence"))
"""What is asked of a committee; the rest is asked of its members."""
SAID_BY = {(Strategy, "by"): "quarters", (Meeting, "what"): "objectives"}
"""Fields that another one of the same entry answers as well: the tactic of each quarter says until when."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that the profile asks for: the record that should hold it, its key and path, and its state.

    `gap` is the outermost part around a missing fact that is missing as a whole: the fact itself, where what
    should hold it is there.
    """

    record: type[Part]
    key: str
    path: Path
    state: State
    gap: Path

    @property
    def reader(self) -> Audience:
        """The widest audience that reads it by default, as far as the record that it stands in says so."""
        audience = spec(self.record).by_key[self.key].field.audience
        return self.record.about.audience if audience is None else audience


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many facts were asked for, by what a plan says of them: `unknown` is an answer."""

    known: int = 0
    unknown: int = 0
    missing: int = 0

    @property
    def asked(self) -> int:
        """All of them."""
        return self.known + self.unknown + self.missing

    @property
    def is_full(self) -> bool:
        """Whether all of them are known."""
        return self.known == self.asked

    @property
    def share(self) -> Decimal | None:
        """How many percent are known; `None` where nothing is asked."""
        return Decimal(100 * self.known) / self.asked if self.asked else None


class Completeness(msgspec.Struct, frozen=True, kw_only=True):
    """How much a plan knows of what its profile asks for: as a whole, and by block (see `block_of`)."""

    whole: Tally
    blocks: Mapping[str, Tally]


@needs("relationships.buying_center.*.stance")
def completeness(view: View) -> Completeness:
    """The completeness of a plan, in facts: known, unknown, missing (M19; law 1 of the format).

    What the format keeps from its reader is not asked. A customer gets no figure: it is about our work.
    """
    asked = [one for one in facts(view.plan, profile(view.plan)) if view.audience <= one.reader]
    found = grouped((block_of(one.path), one) for one in asked)
    blocks = {key: tally(found[key]) for key in (HEADER, *BLOCKS) if key in found}
    return Completeness(whole=tally(asked), blocks=blocks)


def tally(asked: Iterable[Fact]) -> Tally:
    """Facts, counted by their state."""
    states = [one.state for one in asked]
    return Tally(
        known=states.count("known"), unknown=states.count("unknown"), missing=states.count("missing")
    )


def profile(plan: Plan) -> Profile:
    """The profile of a plan; the short one, where it says none that there is."""
    return Profile[plan.profile.upper()] if isinstance(plan.profile, str) else Profile.SHORT


def facts(plan: Plan, profile: Profile) -> Iterator[Fact]:
    """Every fact that a profile asks a plan for.

    What has ended is not asked, a word that is meant where none is written is known, and what is asked for
    one way or the other is left to the rules.
    """
    found: list[Fact] = []
    _of_part(plan, (), profile, found)
    return iter(found)


def share(asked: Iterable[Fact]) -> Decimal | None:
    """How many percent of the facts are known; `None` where nothing is asked."""
    return tally(asked).share


def _of_part(part: Part, path: Path, profile: Profile, found: list[Fact]) -> None:
    """Add the facts of a part to `found`: a list, because nested generators cost twice as much."""
    if part.said is not None or (isinstance(part, Tracked) and not part.is_open):
        return
    record, weighs_little = type(part), isinstance(part, Member) and _weighs_little(part)
    for slot, is_asked, is_fact in _rows(record, profile):
        value = getattr(part, slot.attr)
        if value is slot.default:
            if is_asked and _applies(part, path, slot):
                found += _missing(record, slot, (*path, slot.key), profile)
            continue
        here = (*path, slot.key)
        if is_fact:
            found.append(_fact(record, slot.key, here, value))
        if type(value) is not str and not (weighs_little and slot.key == "contacts"):
            _within(value, here, profile, found)


def _within(value: Any, path: Path, profile: Profile, found: list[Fact]) -> None:
    """Add the facts asked for inside what is written."""
    if isinstance(value, Part):
        _of_part(value, path, profile, found)
    elif type(value) is Keyed:
        for key, item in value.items():
            if not (isinstance(item, Member) and is_sought(key)):
                _within(item, (*path, key), profile, found)
    elif isinstance(value, tuple) and value and isinstance(value[0], Part):
        for place, item in enumerate(value):
            _of_part(item, (*path, place), profile, found)


def _missing(record: type[Part], slot: Slot, path: Path, profile: Profile) -> Iterator[Fact]:
    """The facts that are missing where a field is: itself, or all that its part would be asked for."""
    for owner, key, at in _leaves(record, slot, path, profile):
        state: State = "known" if isinstance(slot.field, OneWord) and slot.field.default else "missing"
        yield Fact(record=owner, key=key, path=at, state=state, gap=path)


def _leaves(
    record: type[Part], slot: Slot, path: Path, profile: Profile
) -> Iterator[tuple[type[Part], str, Path]]:
    if _is_fact(slot, profile):
        yield record, slot.key, path
        return
    inner: type[Part] = slot.field.record  # type: ignore[attr-defined]
    for below, is_asked in _slots(inner, profile):
        if is_asked:
            yield from _leaves(inner, below, (*path, below.key), profile)


def _fact(record: type[Part], key: str, path: Path, value: Any) -> Fact:
    is_unknown = value is UNKNOWN or getattr(value, "said", None) is UNKNOWN
    state: State = "unknown" if is_unknown else "known"
    return Fact(record=record, key=key, path=path, state=state, gap=path)


@functools.cache
def _slots(record: type[Part], profile: Profile) -> tuple[tuple[Slot, bool], ...]:
    """The fields of a record that are asked for, and those in which something may be; whether it is asked."""
    rows = [(slot, slot.field.ask is not None and slot.field.ask <= profile) for slot in own(record)]
    return tuple(
        (slot, is_asked)
        for slot, is_asked in rows
        if slot.key not in record.about.either
        and (is_asked or not isinstance(slot.field, Scalar))
        and not slot.field.required
    )


@functools.cache
def _rows(record: type[Part], profile: Profile) -> tuple[tuple[Slot, bool, bool], ...]:
    """The same, and whether what is asked for is one fact by itself."""
    rows = _slots(record, profile)
    return tuple((slot, is_asked, is_asked and _is_fact(slot, profile)) for slot, is_asked in rows)


def _is_fact(slot: Slot, profile: Profile) -> bool:
    """Whether a field is one fact by itself: all but parts of which single fields are asked for."""
    if not isinstance(slot.field, One):
        return True
    return not any(is_asked for _, is_asked in _slots(slot.field.record, profile))


def _applies(part: Part, path: Path, slot: Slot) -> bool:
    """Whether a missing field is asked of this very part."""
    if not isinstance(part, Member):
        other = SAID_BY.get((type(part), slot.key))
        return other is None or not getattr(part, other)
    if part.members is not None:
        return slot.key in OF_A_COMMITTEE
    if slot.key == "profile" and _weighs_little(part):
        return False
    return not is_sought(str(path[-1]))


def _weighs_little(member: Member) -> bool:
    """Whether it is enough to know of somebody, and who of ours speaks with them."""
    return member.influence == "low" and "decider" not in each(member.roles)
