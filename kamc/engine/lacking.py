"""What a plan lacks, in the words of its readers, what matters most first (M19).

A gap that a rule of its own looks for says what is wanting in the account (nobody speaks with who decides);
one of a single field says what the plan leaves out. So the former come first, and of each rule the first
before the second of any: the first few lines tell of as many things as they can.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

import msgspec

from kamc.diagnostics import Diagnostic, Kind, Severity
from kamc.engine.place import Judged
from kamc.rules.file import placeholder_text, plan_gap

FIELDS: Mapping[str, int] = {plan_gap.RULE.code: 1, placeholder_text.RULE.code: 2}
"""Rules that look at single fields, after all that judge the account."""
FIRST = "315426"
"""The blocks of rules by what a gap costs: people, their success, what we do, where to grow, our offer."""


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """A gap: the code of its rule, how bad it is, and what it says."""

    code: str
    severity: Severity
    says: str


def of_diagnostics(found: Iterable[Diagnostic]) -> tuple[Gap, ...]:
    """The gaps among what a check says of a plan."""
    return tuple(
        Gap(code=one.code, severity=one.severity, says=one.plain or one.message)
        for one in found
        if one.kind is Kind.GAP and one.accepted is None
    )


def of_judged(found: Iterable[Judged]) -> tuple[Gap, ...]:
    """The gaps among what a reader is told of a plan."""
    return tuple(
        Gap(code=one.finding.code, severity=one.severity, says=one.finding.plain or one.finding.message)
        for one in found
        if one.kind is Kind.GAP and one.accepted is None
    )


Rank: TypeAlias = tuple[int, int, int, int, str, int]


def lacking(gaps: Iterable[Gap]) -> tuple[str, ...]:
    """What is missing, a sentence each, none twice: by severity, then what matters most first."""
    seen: Counter[str] = Counter()
    ranked: list[tuple[Rank, str]] = []
    for place, one in enumerate(gaps):
        ranked.append((_rank(one, seen[one.code], place), one.says))
        seen[one.code] += 1
    return tuple(dict.fromkeys(_sentence(says) for _, says in sorted(ranked)))


def _rank(one: Gap, before: int, place: int) -> Rank:
    block = one.code.removeprefix("KAM")[:1]
    of_block = FIRST.index(block) if block in FIRST else len(FIRST)
    return (-one.severity, FIELDS.get(one.code, 0), before, of_block, one.code, place)


def _sentence(text: str) -> str:
    flat = " ".join(text.split())
    return flat[:1].upper() + flat[1:]
