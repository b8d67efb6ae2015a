"""What they expect and worry about, and the signs that we notice (M52, M58)."""

from typing import ClassVar

from kamc.model.actions import ABOUT
from kamc.model.annotated import Annotated
from kamc.model.fields import (
    EXTENDED,
    About,
    Day,
    Link,
    OneWord,
    Prose,
)
from kamc.model.records import LEADS_TO, Tracked
from kamc.model.values import Date, Links, Text, Word


class Held(Tracked, frozen=True):
    """What expectations, concerns and alarms have in common."""

    whose: Annotated[Links, Link("Whose", "Who of theirs.", "aylin-demir", (58,), to=("member",))] = None
    about_: Annotated[Links, Link("About", "What it is about.", "case-desk-wave-1", (52, 58), to=ABOUT)] = (
        None
    )
    leads_to: Annotated[
        Links,
        Link(
            "Leads to",
            "The activity or communication that answers it.",
            "faster-paper",
            (52, 58),
            to=LEADS_TO,
        ),
    ] = None


class Expectation(Held, frozen=True):
    """What somebody expects of us."""

    about: ClassVar[About] = About(
        title="expectation",
        kind="expectation",
        bare="what",
        open=("open",),
        ended=("met", "dropped"),
        methods=(57, 58),
    )

    what: Annotated[
        Text,
        Prose("Expectation", "What they expect.", "Jo and Tom stay until wave 1 is live.", (58,), EXTENDED),
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "About the solution or the relationship?",
            "relational",
            (58,),
            words=("solution", "relational"),
        ),
    ] = None


class Concern(Held, frozen=True):
    """What somebody worries about, and said so."""

    about: ClassVar[About] = About(
        title="concern",
        kind="concern",
        bare="what",
        open=("open",),
        ended=("settled", "dropped"),
        welcome=False,
        methods=(57, 58),
    )

    what: Annotated[
        Text,
        Prose("Concern", "What they said.", "After signature we only see the ticket desk.", (58,), EXTENDED),
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "About the solution or the relationship?",
            "relational",
            (58,),
            words=("solution", "relational"),
        ),
    ] = None
    owner: Annotated[
        Links, Link("Owner", "Who of ours answers it.", "paul-gerritsen", (58,), to=("person",), many=False)
    ] = None
    answer: Annotated[
        Text, Prose("Answer", "What we answer.", "Quarterly review with Paul, dates fixed.", (58,))
    ] = None
    by: Annotated[Date, Day("By", "When it is answered.", "2026-12-15", (58,), better="earlier")] = None
    verified: Annotated[
        Word,
        OneWord(
            "Verified",
            "Have we checked that it is settled?",
            "no",
            (58,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None


class Alarm(Held, frozen=True):
    """A sign that we noticed: something may go wrong here."""

    about: ClassVar[About] = About(
        title="alarm",
        kind="alarm",
        bare="what",
        open=("open",),
        ended=("settled", "dropped"),
        welcome=False,
        methods=(52,),
    )

    sign: Annotated[Word, OneWord("Sign", "The first seven come early and mean little receptivity; the last six later and mean anxiety.", "fewer-contacts", (51, 52), EXTENDED, words=(
        "information-withheld", "unreliable", "contradictory", "unrealistic-requests", "fewer-contacts", "no-compelling-reason", "needs-stay-implied",
        "many-information-requests", "many-meeting-requests", "old-objections", "contradicting-objections", "poor-reception", "credibility-doubts",
    ))] = None  # fmt: skip
    what: Annotated[
        Text, Prose("What", "What we saw, in a sentence.", "Two visits cancelled within an hour.", (52,))
    ] = None
    seen: Annotated[Date, Day("Seen", "When we noticed.", "2026-10-12", (52,))] = None
    danger: Annotated[
        Word,
        OneWord(
            "Danger",
            "How dangerous it is.",
            "high",
            (52,),
            words=("high", "medium", "low"),
            better="last-word",
        ),
    ] = None
    owner: Annotated[
        Links, Link("Owner", "Who of ours treats it.", "paul-gerritsen", (52,), to=("person",), many=False)
    ] = None
    treatment: Annotated[
        Text, Prose("Treatment", "What we do about it.", "Visit before the architecture board.", (52,))
    ] = None
    by: Annotated[Date, Day("By", "Until when.", "2026-12-04", (52,), better="earlier")] = None
    verified: Annotated[
        Word,
        OneWord(
            "Verified",
            "Have we checked that it is handled?",
            "no",
            (52,),
            words=("no", "yes"),
            better="last-word",
        ),
    ] = None
