"""No text only holds a place.

Why: `TBD` looks like an answer to a program and like carelessness to a reader. What is not known is
`unknown`: kamc then lists it among the open questions, and nobody takes it for a fact (M19).

Bad:

    selection: {why: "TBD"}

Bad:

    account_plan:
      objectives: {night-sales: {what: "Night sales, volume ???"}}

Good:

    selection: {why: unknown}

Good:

    selection: {why: "Their dates are to be defined by June; ours are not."}

Remedy: Write what is known, or the word `unknown`, or leave the field out.
"""

import re
from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.rules.base import Rule, Subject
from kamc.rules.late import Late
from kamc.words import shown

ALONE = Late(
    r"""
    tb[acd] | t\.b\.[acd]\.? | to \s be \s (defined|determined|decided|confirmed|announced|completed|added)
    | to \s? do | to \s follow | coming \s soon | fill \s in | fill \s me \s in | placeholder | fixme
    | n \.? \s? /? \s? a \.? | not \s applicable | xx+ | lorem \s ipsum .*
    | folgt | (noch \s)? offen | noch \s (zu \s)? (klären|definieren)
    | wird \s (noch \s)? (ergänzt|nachgereicht) | k\. \s? a\.
    | [àa] \s (définir|definir|compléter|completer|préciser|confirmer) | [àa] \s venir
    | por \s (definir|confirmar|completar) | pendiente | da \s (definire|completare|confermare)
    | a \s (definir|confirmar|completar|preencher)
    | nader \s te \s bepalen | n\.?t\.?b\.? | volgt | in \s te \s vullen
    | do \s (ustalenia|uzupełnienia|potwierdzenia) | doplnit | bude \s doplněno
    | ska \s kompletteras | kommer \s senare | udfyldes | tulossa | belirlenecek
    | уточняется | будет \s определено | 未定 | 待定 | 待补充 | 待確認 | 미정
    | wip | asap | same \s as \s (above|before) | see \s above | siehe \s oben | dito | ditto | idem
    | [\W_]+
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Texts that say nothing, in the languages in which plans are written."""

ANYWHERE = Late(r"\b(TBD|TBC|TODO|FIXME|XXX+)\b|\?\?\?|(?i:\blorem ipsum\b)")
"""Marks that say, in the middle of a text, that it is not finished."""
PARTS = ("tbd", "tbc", "todo", "fixme", "xxx", "???", "lorem ipsum")
"""One of these stands where such a mark does, in small letters."""


def check(subject: Subject) -> Iterator[Finding]:
    marked = frozenset(path for path, _ in subject.saying(PARTS))
    for path, text in subject.texts:
        mark = placeholder(text) if path in marked else whole(text)
        if mark is not None:
            yield Finding(
                code=RULE.code,
                message=f"{shown(mark)} only holds a place",
                at=path,
                on="value",
                key=mark,
                label="not an answer",
                help="write what you know, or the word `unknown`: it then counts as an open question",
            )


def placeholder(text: str) -> str | None:
    """What in a text only holds a place: all of it, or a mark within; `None` where nothing does."""
    found = ANYWHERE.search(text)
    return whole(text) or (found.group() if found else None)


def whole(text: str) -> str | None:
    """A text that only holds a place as a whole."""
    bare = text.strip()
    return bare if ALONE.fullmatch(bare.strip(".:;!… ") or bare) else None


RULE = Rule(code="KAM032", slug="placeholder-text", kind=Kind.GAP, methods=(19,), doc=__doc__, check=check)
