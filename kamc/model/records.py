"""What all records of a plan have in common: where a claim comes from, who may read it, and what is accepted."""

from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec

from kamc.model import values
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    About,
    Audience,
    Day,
    Lifecycle,
    Link,
    OneWord,
    Pattern,
    Prose,
    ProseList,
    Table,
)
from kamc.model.values import NONE, UNKNOWN, Date, Keyed, Links, Said, Text, Texts, Word

EMPTY: Keyed[Any] = Keyed()
LEVELS = ("low", "medium", "high")
LEADS_TO = ("activity", "communication")
"""What a finding in any block points forward to."""
CURRENCY = Pattern(
    "Currency",
    "Where it is not the plan's.",
    "USD",
    ceiling=Audience.TEAM,
    pattern="[A-Z]{3}",
    looks="three capitals: EUR",
)
GOOD_ENDS = frozenset(("met", "solved", "done", "contract", "held", "settled", "granted"))
"""Status words that are good news, for us or for them."""
BAD_ENDS = frozenset(("missed", "lost", "refused"))
"""Status words that are bad news; every other end says nothing of the kind."""
PROGRESS = ("on-hold", "idea", "planned", "agreed", "running")
"""Open status words from farthest from the end to nearest: going back is worse."""


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """A mapping with fixed keys. An absent part is an empty one, so that rules can walk without asking.

    `said` tells `unknown` and `none`; `extra` holds the `x-` keys, kept for templates.
    """

    about: ClassVar[About] = About(title="part")

    said: Said | None = None
    extra: Mapping[str, Any] = {}

    def __bool__(self) -> bool:
        return self != type(self)()


class Accepted(Part, frozen=True):
    """A waiver: a finding that somebody has looked at and accepts."""

    about: ClassVar[About] = About(title="waiver")

    why: Annotated[
        Text, Prose("Why", "The reason, for the next reader.", "Sponsor introduces one in January")
    ] = None
    by: Annotated[
        Links, Link("Accepted by", "Who of ours accepts it.", "omar-haddad", to=("person",), many=False)
    ] = None
    until: Annotated[Date, Day("Until", "The day after which the finding counts again.", "2027-01-31")] = None


class Record(Part, frozen=True):
    """A part that makes claims: it can say where they come from and who may read them (M23, M67, law 13)."""

    sources: Annotated[
        Texts,
        ProseList(
            "Sources",
            "Where we know it from, with the day. Two that do not depend on each other make a claim safe.",
            ["Annual report 2025", "Katrin Voss, steering meeting 2026-09-17"],
            (23,),
            ceiling=Audience.TEAM,
        ),
    ] = None
    as_of: Annotated[Date, Day("As of", "The day for which it holds.", "2026-09-30", (23,))] = None
    confidence: Annotated[
        Word, OneWord("Confidence", "How sure we are.", "high", (23,), ceiling=Audience.TEAM, words=LEVELS)
    ] = None
    contradicted_by: Annotated[
        Texts,
        ProseList(
            "Contradicted by",
            "Who says otherwise: shown beside the claim.",
            ["Payments team, 1 October"],
            (23,),
            ceiling=Audience.TEAM,
        ),
    ] = None
    audience: Annotated[
        Word,
        OneWord(
            "Audience",
            "Who may read this: private (account manager and sponsor), team, or customer.",
            "customer",
            ceiling=Audience.TEAM,
            words=("private", "team", "customer"),
            or_unknown=False,
        ),
    ] = None
    records: Annotated[
        Texts,
        ProseList(
            "Records",
            "Where the CRM record, document, quote or call note lies: point at it, never copy it.",
            ["crm:opp/88121", "dms:/nordhafen/offer.pdf"],
            (67,),
            ceiling=Audience.TEAM,
        ),
    ] = None
    accepted: Annotated[
        Keyed[Accepted],
        Table(
            "Accepted findings",
            "Findings that you have looked at and accept, by their name, with why, who and until when.",
            ceiling=Audience.TEAM,
            keys=Pattern(
                "Rule",
                "The name or code of the rule.",
                "no-facilitator",
                pattern=values.RULE_NAME,
                looks="a rule: no-facilitator or KAM301",
            ),
            value=Accepted,
        ),
    ] = EMPTY


class Entry(Record, frozen=True):
    """Something that can be referred to, added, dropped or moved: it lives under an id for ever."""

    was: Annotated[
        Text,
        Pattern(
            "Formerly",
            "The id that this entry had before: the only way to rename one.",
            "old-id",
            (4,),
            ceiling=Audience.TEAM,
        ),
    ] = None


class Tracked(Entry, frozen=True):
    """An entry with a life: open at first, ended with a word, so that leaving is told from forgetting (M4)."""

    status: Annotated[Word, Lifecycle("Status", "Where it stands.", methods=(4,))] = None
    ended: Annotated[Date, Day("Ended", "The day it was over.", "2026-11-14", (4,))] = None
    why: Annotated[
        Text,
        Prose(
            "Why",
            "Why it ended, slipped, or stands as it does.",
            "Merged with the spring programme",
            (4,),
            ceiling=Audience.TEAM,
        ),
    ] = None
    became: Annotated[
        Links, Link("Became", "The entry in which it lives on.", "spring-programme", (4,), to=("*",))
    ] = None

    @property
    def state(self) -> str:
        """Its status word, the first open one where none is written."""
        word = getattr(self, self.status_field)
        return word if isinstance(word, str) else self.about.open[0]

    @property
    def is_open(self) -> bool:
        """Whether it is still alive."""
        return self.state not in self.about.ended

    status_field: ClassVar[str] = "status"


def is_missing(value: Any) -> bool:
    """Whether nobody has said a thing: absent, or `none`. `unknown` is an answer, and an open question."""
    if isinstance(value, Part | Keyed):
        return value.said is NONE or (not value and value.said is None)
    return value is None or value is NONE


def is_open(entry: object) -> bool:
    """Whether an entry is alive, and its author knows more of it than its id."""
    alive = not isinstance(entry, Tracked) or entry.is_open
    return alive and getattr(entry, "said", None) is not UNKNOWN


class Note(Record, frozen=True):
    """A fact in words: a text, or a text with its sources."""

    about: ClassVar[About] = About(title="note", bare="what", ceiling=Audience.CUSTOMER)

    what: Annotated[
        Texts, ProseList("What", "The fact, in your words.", "Budget round from May to September.")
    ] = None


NO_NOTE = Note()
