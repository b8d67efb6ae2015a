"""The files that all plans share: the catalogue (M24), our people (M39) and their profiles (M66)."""

from typing import ClassVar

from kamc.model.annotated import Annotated
from kamc.model.fields import (
    CUSTOMER,
    PRIVATE,
    About,
    Day,
    Link,
    Number,
    OneWord,
    Prose,
    Table,
)
from kamc.model.plan import FORMAT
from kamc.model.records import EMPTY, LEVELS, Part, Record
from kamc.model.values import Date, Keyed, Links, Text, Word
from kamc.model.values import Number as Figure

VERSION = Number(
    "Format",
    "The version of the file format.",
    FORMAT,
    (4,),
    said=False,
    least=FORMAT,
    most=FORMAT,
    whole=True,
    required=True,
)


class Milestone(Record, frozen=True):
    about: ClassVar[About] = About(title="milestone", bare="what", methods=(24,))

    what: Annotated[Text, Prose("What", "What is ready then.", "First field trial", (24,))] = None
    by: Annotated[Date, Day("By", "Planned for.", "2027-Q2", (24,), better="earlier")] = None
    delivered: Annotated[Date, Day("Delivered", "The day it was there.", "2027-05-03", (24,))] = None


class Offering(Record, frozen=True):
    """A product or service that we sell, or shall sell."""

    about: ClassVar[About] = About(
        title="offering", kind="offering", bare="what", ceiling=CUSTOMER, methods=(24,)
    )

    name: Annotated[
        Text, Prose("Name", "As it is printed.", "Booster sets", (24,), audience=CUSTOMER, said=False)
    ] = None
    what: Annotated[
        Text, Prose("What", "What it does, in sales words.", "Pressure for buildings over six floors.", (24,))
    ] = None
    kind: Annotated[
        Word,
        OneWord(
            "Kind",
            "Product or service.",
            "product",
            (24,),
            words=("product", "service"),
            or_unknown=False,
            default="product",
        ),
    ] = None
    family: Annotated[Text, Prose("Family", "The product family.", "Water supply", (24, 29))] = None
    status: Annotated[
        Word,
        OneWord(
            "Status",
            "available, unless it is planned or withdrawn.",
            "planned",
            (24,),
            words=("available", "planned", "withdrawn"),
            or_unknown=False,
            default="available",
        ),
    ] = None
    from_: Annotated[
        Date, Day("From", "Since when it is sold, or from when it will be.", "2027-Q2", (24,))
    ] = None
    withdrawn: Annotated[
        Date,
        Day(
            "Withdrawn",
            "The day it left the catalogue. Keep the entry: older plans refer to it.",
            "2026-12-31",
            (24,),
        ),
    ] = None
    became: Annotated[
        Links,
        Link("Became", "The offering that replaces it.", "booster-sets", (24,), to=("offering",), many=False),
    ] = None
    roadmap: Annotated[
        Keyed[Milestone], Table("Roadmap", "What is coming, with dates.", None, (24,), value=Milestone)
    ] = EMPTY


class Catalogue(Part, frozen=True):
    """plans/catalogue.yaml: our offerings and roadmaps, kept once for all plans. It only grows."""

    about: ClassVar[About] = About(title="catalogue", methods=(24,))

    kamc: Annotated[Figure, VERSION] = None
    offerings: Annotated[
        Keyed[Offering], Table("Offerings", "Each under an id.", None, (24,), value=Offering)
    ] = EMPTY


class Person(Record, frozen=True):
    """One of our people."""

    about: ClassVar[About] = About(
        title="person", kind="person", bare="name", ceiling=CUSTOMER, methods=(39,)
    )

    name: Annotated[
        Text,
        Prose(
            "Name", "Where the id does not spell it.", "Anika Sperling", (39,), audience=CUSTOMER, said=False
        ),
    ] = None
    title: Annotated[Text, Prose("Title", "What they are in our house.", "Key account manager", (39,))] = None
    function: Annotated[
        Word,
        OneWord(
            "Function",
            "Their function, for the contact matrix.",
            "sales",
            (40,),
            words=("sales", "technical", "supply-chain", "finance", "service", "management", "legal"),
        ),
    ] = None
    location: Annotated[Text, Prose("Location", "Where they work.", "Hamburg", (39,))] = None
    left: Annotated[
        Date,
        Day("Left", "The day they left us. Keep the entry: older plans refer to it.", "2026-08-31", (39,)),
    ] = None


class People(Part, frozen=True):
    """plans/people.yaml: our people, kept once for all plans. It only grows."""

    about: ClassVar[About] = About(title="people", methods=(39,))

    kamc: Annotated[Figure, VERSION] = None
    people: Annotated[
        Keyed[Person], Table("People", "Each under an id made of the name.", None, (39,), value=Person)
    ] = EMPTY


class ManagerProfile(Record, frozen=True):
    """What a key account manager is good at; few words, never for a customer."""

    about: ClassVar[About] = About(title="key account manager's profile", audience=PRIVATE, methods=(66,))

    behaviour: Annotated[
        Word,
        OneWord(
            "Behaviour",
            "How they sell.",
            "relation-driven",
            (66,),
            words=("reactive", "normative", "relation-driven", "result-driven"),
        ),
    ] = None
    attitude: Annotated[
        Text,
        Prose(
            "Business mind and attitude",
            "How they think about business.",
            "Runs the account like a small company.",
            (66,),
        ),
    ] = None
    negotiation: Annotated[
        Text, Prose("Negotiation", "How they negotiate.", "Exact and dry, never gives without taking.", (66,))
    ] = None
    feeling: Annotated[
        Text, Prose("Feeling", "How they read people.", "Hears a no before it is said.", (66,))
    ] = None
    knowledge_service: Annotated[
        Word, OneWord("Knows the service", "How well they know what we sell.", "high", (66,), words=LEVELS)
    ] = None
    knowledge_client: Annotated[
        Word,
        OneWord("Knows the client", "How well they know the customer's house.", "high", (66,), words=LEVELS),
    ] = None
    knowledge_needs: Annotated[
        Word,
        OneWord(
            "Knows the client's needs",
            "How well they know what the customer needs.",
            "medium",
            (66,),
            words=LEVELS,
        ),
    ] = None
    allies: Annotated[Text, Prose("Allies", "Whom they can count on in our house.", None, (66,))] = None
    planning: Annotated[
        Text, Prose("Planning", "How they plan.", "A year ahead, on one sheet of paper.", (66,))
    ] = None
    drive: Annotated[
        Text, Prose("Drive", "What drives them.", "Wants to be the one they ring first.", (66,))
    ] = None
    suits: Annotated[
        Text, Prose("Suits", "Which sort of account this suits.", "Long relationships with engineers", (66,))
    ] = None


class Profiles(Part, frozen=True):
    """plans/profiles.yaml: our key account managers' profiles; optional and private."""

    about: ClassVar[About] = About(title="profiles", methods=(66,))

    kamc: Annotated[Figure, VERSION] = None
    profiles: Annotated[
        Keyed[ManagerProfile],
        Table(
            "Profiles",
            "By the person's id.",
            None,
            (66,),
            keys=Link("Person", to=("person",), many=False, said=False),
            value=ManagerProfile,
        ),
    ] = EMPTY
