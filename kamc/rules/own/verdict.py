"""Tests of declared rules: of a value each is true, false, or (`None`) an open question.

What the plan does not know is an open question to every comparison; only `given`, `missing`, `known` and
`unknown` judge it. What is missing is none of the words, contains nothing, and is less than anything.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import msgspec

from kamc.links import Graph
from kamc.model.records import Part
from kamc.model.values import NONE, UNKNOWN, Keyed
from kamc.rules import base
from kamc.rules.own.targets import Target, Thing
from kamc.words import plain

Verdict: TypeAlias = bool | None
Judge: TypeAlias = Callable[[Any, Graph], Verdict]
Operand: TypeAlias = str | Decimal


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """One test of a field, with the sentence that says what it wants: verb and object, negated or not."""

    target: Target
    judge: Judge
    object: str
    verb: Literal["be", "contain"] = "be"
    negated: bool = False

    def verdict(self, thing: Thing, subject: base.Subject) -> Verdict:
        """Whether it is so of a thing."""
        return self.judge(self.target.value(thing, subject), subject.graph)

    @property
    def wanted(self) -> str:
        """What must be: `must be at least 30`."""
        return f"must {'not ' if self.negated else ''}{self.verb} {self.object}"

    @property
    def told(self) -> str:
        """What is so: `is at least 30`."""
        if self.verb == "be":
            return f"is {'not ' if self.negated else ''}{self.object}"
        return f"does not contain {self.object}" if self.negated else f"contains {self.object}"


def opposite(one: Clause) -> Clause:
    """The test that holds where this one does not; an open question stays one."""

    def judge(value: Any, graph: Graph) -> Verdict:
        verdict = one.judge(value, graph)
        return None if verdict is None else not verdict

    return msgspec.structs.replace(one, judge=judge, negated=not one.negated)


def together(verdicts: Iterable[Verdict]) -> Verdict:
    """True where all are, false where one is; else an open question."""
    found = tuple(verdicts)
    return False if False in found else None if None in found else True


def is_missing(value: Any) -> bool:
    """Whether nobody has said a thing: absent, `none`, or an empty list."""
    return value == () or base.is_missing(value)


def is_unknown(value: Any) -> bool:
    """Whether the plan says that it does not know."""
    return value is UNKNOWN or (isinstance(value, Part | Keyed) and value.said is UNKNOWN)


STATES: Mapping[str, Callable[[Any], bool]] = {
    "given": lambda value: not is_missing(value),
    "missing": is_missing,
    "known": lambda value: not is_missing(value) and not is_unknown(value),
    "unknown": is_unknown,
    "none": lambda value: value is NONE or getattr(value, "said", None) is NONE,
}
"""What can be asked of every field, whatever it holds."""


def shown(one: Operand) -> str:
    """An operand in a sentence."""
    return plain(one) if isinstance(one, Decimal) else f'"{" ".join(one.split())}"' if " " in one else one
