"""Findings matched with the waivers that a plan's author wrote (law 14), and waivers with a fault."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from kamc.diagnostics import Delete, Finding, Path, Related, Waiver, Write
from kamc.model.records import Accepted, Part, Record
from kamc.model.values import When, each, known
from kamc.model.walk import locate, walk
from kamc.rules.book import Book, is_built_in
from kamc.rules.file import expired_waiver, stale_baseline, unused_waiver
from kamc.words import slip_of

UNREADABLE = "KAM018"
"""Up to this code a finding is about what could not be read: nobody can accept that."""

CHANGE = "KAM7"
"""How the codes of the rules on change begin."""
ABOUT_WAIVERS = frozenset((unused_waiver.RULE.code, expired_waiver.RULE.code, stale_baseline.RULE.code))


class _Written(msgspec.Struct, frozen=True):
    """One waiver: the name it is written under, where it stands, what it says, and the rule's code.

    The code is empty where there is no rule of that name.
    """

    name: str
    path: Path
    accepted: Accepted
    code: str

    @property
    def until(self) -> When | None:
        return known(self.accepted.until)

    def has_expired(self, as_of: dt.date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and self.until.last < as_of

    def covers(self, finding: Finding) -> bool:
        """Whether it stands on the finding's entry, or on what holds it, and names its rule."""
        holder = self.path[:-2]
        return self.code == finding.code and finding.at[: len(holder)] == holder

    def waiver(self) -> Waiver:
        until = self.until
        return Waiver(
            why=known(self.accepted.why) or "",
            by=next(iter(each(self.accepted.by)), None),
            until=until.last.isoformat() if until else None,
        )


Pair = tuple[Finding, Waiver | None]


def apply_waivers(
    findings: Iterable[Finding], part: Part, as_of: dt.date, book: Book, ran: Collection[str] | None = None
) -> Iterator[Pair]:
    """Each finding on a file with the waiver that accepts it, then what is wrong with the waivers themselves.

    `part` is what the file says. The nearest waiver counts. `ran` holds the codes that were looked for (left
    out: all of the book); waivers of other rules are not called unused.
    """
    written = tuple(_written(part, book))
    findings = tuple(findings)
    used: dict[Path, Finding] = {}
    open_: dict[str, Finding] = {}
    for finding in findings:
        covering = _covering(written, finding)
        used.update((one.path, finding) for one in covering if one.path not in used)
        valid = next((one for one in covering if not one.has_expired(as_of)), None)
        if valid is None:
            open_.setdefault(finding.code, finding)
        yield finding, valid.waiver() if valid else None
    for one in written:
        if one.path in used:
            fault = _expired_one(one, used, as_of)
        else:
            fault = (
                _unused_one(one, open_, ran, type(part))
                if one.code
                else _no_rule(one, book, written, findings)
            )
        if fault is not None:
            yield fault, None


class Reasons(msgspec.Struct, frozen=True):
    """The waivers that a plan has got since it was another one: the reasons for what is different in it."""

    written: tuple[_Written, ...]

    @classmethod
    def of(cls, old: Part | None, new: Part, book: Book) -> "Reasons":
        """Those of `new` that `old` had not, at the same place with the same words."""
        before = () if old is None else tuple(_written(old, book))
        return cls(tuple(one for one in _written(new, book) if one not in before))

    def reason(self, finding: Finding, also: str | None, as_of: dt.date) -> Waiver | None:
        """The nearest one that still holds and accepts something on change there, or the rule `also`."""
        codes = sorted({one.code for one in self.written if one.code == also or one.code.startswith(CHANGE)})
        found = [msgspec.structs.replace(finding, code=code) for code in codes]
        covering = [one for each in found for one in _covering(self.written, each)]
        valid = sorted(covering, key=lambda one: -len(one.path))
        return next((one.waiver() for one in valid if not one.has_expired(as_of)), None)


def can_be_accepted(code: str) -> bool:
    """Whether a plan can accept findings of a code: not what could not be read, nor waivers themselves."""
    return not is_built_in(code) or (code > UNREADABLE and code not in ABOUT_WAIVERS)


def _written(part: Part, book: Book) -> Iterator[_Written]:
    for step in walk(part):
        if step.slot is not None and step.slot.key == "accepted" and isinstance(step.holder, Record):
            for name, one in step.holder.accepted.items():
                rule = book.find(name)
                yield _Written(name, (*step.path, name), one, rule.code if rule else "")


def _covering(written: tuple[_Written, ...], finding: Finding) -> list[_Written]:
    """The waivers that a finding falls under, the nearest first."""
    if not can_be_accepted(finding.code):
        return []
    return sorted((one for one in written if one.covers(finding)), key=lambda one: -len(one.path))


def _expired_one(one: _Written, used: Mapping[Path, Finding], as_of: dt.date) -> Finding | None:
    return _expired(one, used[one.path]) if one.has_expired(as_of) else None


def _unused_one(
    one: _Written, open_: Mapping[str, Finding], ran: Collection[str] | None, root: type[Part]
) -> Finding | None:
    return _unused(one, open_.get(one.code), root) if ran is None or one.code in ran else None


def _no_rule(one: _Written, book: Book, written: Iterable[_Written], findings: Iterable[Finding]) -> Finding:
    """A waiver of no rule; a misspelled one is mended where it then waives something, as no other does."""
    near = book.nearest(one.name)
    beside = [_meant(each, book) for each in written if each.path[:-1] == one.path[:-1]]
    is_sure = _meant(one, book) == near and beside.count(near) == 1
    right = msgspec.structs.replace(one, code=book.by_slug[near].code) if near and is_sure else one
    waives = any(can_be_accepted(each.code) and right.covers(each) for each in findings)
    return Finding(
        code=unused_waiver.RULE.code,
        message=f'there is no rule "{one.name}" to accept a finding of',
        at=one.path,
        key=one.name,
        label=f'did you mean "{near}"?' if near else "no such rule",
        help="write the name or code of the finding" + ("" if near else "; kamc explain lists them all"),
        fix=Write(near) if near and waives else None,
    )


def _meant(one: _Written, book: Book) -> str | None:
    """The name of the rule that a waiver is of, or of the only one that it can be meant for."""
    return book.by_code[one.code].slug if one.code else slip_of(one.name, book.by_slug)


def _unused(one: _Written, elsewhere: Finding | None, root: type[Part]) -> Finding:
    """A waiver of nothing; `elsewhere` is a finding that it would accept if it stood there."""
    told = Finding(
        code=unused_waiver.RULE.code,
        message=f'the waiver of "{one.name}" waives nothing',
        at=one.path,
        key=one.name,
        label="nothing like it is found here",
        help="delete it: there is no such finding in this file",
        fix=Delete(f'delete the waiver of "{one.name}"'),
    )
    if not can_be_accepted(one.code):
        return msgspec.structs.replace(told, help="delete it: nobody can accept this")
    if elsewhere is None:
        return told
    return msgspec.structs.replace(
        told,
        help=f"move it to {_holder(elsewhere.at, root)}, or delete it",
        fix=None,
        related=(Related(message="the finding is here", at=elsewhere.at, on=elsewhere.on),),
    )


def _holder(at: Path, root: type[Part]) -> str:
    """The nearest thing around a finding that can hold a waiver."""
    for end in range(len(at), 0, -1):
        record = locate(root, at[:end]).record
        if record is not None and issubclass(record, Record):
            return f"`{at[end - 1]}`"
    return "the top of the file"


def _expired(one: _Written, finding: Finding) -> Finding:
    return Finding(
        code=expired_waiver.RULE.code,
        message=f'the waiver of "{one.name}" ran out on {one.until}',
        at=(*one.path, "until"),
        on="value",
        key=one.name,
        label="the finding counts again from here on",
        help="settle the finding, or decide anew: a later `until`, with today's reason",
        related=(Related(message=finding.message, at=finding.at, on=finding.on),),
    )
