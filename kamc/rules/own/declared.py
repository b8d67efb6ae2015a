"""A rule that kamc.yaml declares, made into one like all others: its check, its title, its explanation."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from kamc.diagnostics import Finding, Kind, Path, Severity
from kamc.model.fields import Profile
from kamc.model.own_rules import BY_STATUS, Condition, OwnRule
from kamc.model.values import Keyed, known
from kamc.rules.base import Rule, Subject
from kamc.rules.doc import Doc
from kamc.rules.own.conditions import clauses
from kamc.rules.own.faults import Wrong
from kamc.rules.own.message import Message, message
from kamc.rules.own.targets import Each, Thing, each, target
from kamc.rules.own.verdict import Clause, together

T = TypeVar("T")
NEEDED = ("code", "each", "must", "message")
OWN_RULES = "own_rules"
ASK_AROUND = "do what the message says, or talk to whoever keeps kamc.yaml"


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """What a declared rule asks: of which things, under which conditions, and what must be so."""

    each: Each
    where: tuple[Clause, ...]
    must: tuple[Clause, ...]
    message: Message
    help: str

    def unmet(self, subject: Subject) -> Iterator[tuple[Thing, Clause]]:
        """Every thing for which it is not so, with the first condition that fails."""
        ended = any(one.target.is_status for one in self.where)
        for thing in self.each.things(subject, ended=ended):
            if together(one.verdict(thing, subject) for one in self.where):
                failing = (one for one in self.must if one.verdict(thing, subject) is False)
                yield from ((thing, one) for one in list(failing)[:1])

    @property
    def title(self) -> str:
        """What it wants, in one sentence."""
        where = " and ".join(f"`{one.target.name}` {one.told}" for one in self.where)
        must = " and ".join(f"`{one.target.name}` {one.wanted}" for one in self.must)
        return f"Every {self.each.title}{f' where {where}' if where else ''}: {must}."


def declared(slug: str, own: OwnRule) -> tuple[Rule | None, tuple[Finding, ...]]:
    """The rule that was declared under `slug`, or all that keeps it from being one."""
    at: Path = (OWN_RULES, slug)
    faults = list(_lacking(slug, own, at))
    selected = _tried(faults, lambda: each(str(own.each), (*at, "each")))
    if faults or selected is None:
        return None, tuple(faults)
    demand = Demand(
        each=selected,
        where=tuple(_clauses(own.where, selected, (*at, "where"), faults)),
        must=tuple(_clauses(own.must, selected, (*at, "must"), faults)),
        message=_tried(faults, lambda: message(str(own.message), selected, (*at, "message")))
        or Message("", {}),
        help=known(own.help) or "",
    )
    return (None if faults else _rule(slug, own, demand)), tuple(faults)


def _lacking(slug: str, own: OwnRule, at: Path) -> Iterator[Finding]:
    for key in NEEDED:
        value = getattr(own, key)
        if not isinstance(value, str) and not value:
            yield Finding(
                code="KAM024",
                message=f'the rule "{slug}" does not say its `{key}`',
                at=at,
                key=key,
                help=f"a rule needs {', '.join(f'`{one}`' for one in NEEDED)}",
            )


def _clauses(conditions: Keyed[Condition], of: Each, at: Path, faults: list[Finding]) -> Iterator[Clause]:
    for name, condition in conditions.items():
        here = (*at, name)
        yield from _tried(faults, lambda: _compiled(name, condition, of, here)) or ()  # noqa: B023 - called at once


def _compiled(name: str, condition: Condition, of: Each, at: Path) -> tuple[Clause, ...]:
    return tuple(clauses(target(name, of, at), condition, at))


def _tried(faults: list[Finding], make: Callable[[], T]) -> T | None:
    """What is made, or nothing and one more fault."""
    try:
        return make()
    except Wrong as wrong:
        faults.append(wrong.finding)
        return None


def _rule(slug: str, own: OwnRule, demand: Demand) -> Rule:
    code = str(own.code)
    by_status = own.severity == BY_STATUS
    level = own.severity if isinstance(own.severity, str) else "warning"
    why = known(own.why)
    return Rule(
        code=code,
        slug=slug,
        kind=Kind.GAP if by_status else Kind.JUDGEMENT,
        usual=None if by_status else Severity[level.upper()],
        ask=Profile[own.from_.upper()] if isinstance(own.from_, str) else Profile.SHORT,
        doc=Doc(
            title=demand.title,
            why=(*((why,) if why else ()), f"It says: {demand.message.text}"),
            bad=(),
            good=(),
            remedy=demand.help or f"{ASK_AROUND}.",
        ),
        check=lambda subject: _findings(code, demand, subject),
    )


def _findings(code: str, demand: Demand, subject: Subject) -> Iterator[Finding]:
    for thing, failed in demand.unmet(subject):
        yield Finding(
            code=code,
            message=demand.message.about(thing, subject),
            at=failed.target.path(thing),
            label=failed.wanted,
            help=demand.help,
        )
