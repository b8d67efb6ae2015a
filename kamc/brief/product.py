"""Block 2: what our offerings do for them, what they decide by, what we develop together (M24 to M30)."""

from kamc.analysis.relevance import rated
from kamc.brief.given import Given, alive
from kamc.brief.shown import Cell, Fact, Piece, Shown, Table, facts, joined
from kamc.model.product import CoCreation, Criterion, ProductReview
from kamc.model.values import Relevance


class Review(Piece, frozen=True, kw_only=True):
    """An offering's own page in this account."""

    name: str
    facts: tuple[Fact, ...]


class Idea(Piece, frozen=True, kw_only=True):
    """Something that both houses develop."""

    what: Cell
    facts: tuple[Fact, ...]


class Product(Piece, frozen=True, kw_only=True):
    """Our offerings in this account."""

    offerings: Table = Table()
    reviews: tuple[Review, ...] = ()
    criteria: Table = Table()
    co_creation: tuple[Idea, ...] = ()


def product(given: Given) -> Product:
    """Block 2 of the brief."""
    known = given.plan.product_knowledge
    return Product(
        offerings=_offerings(given),
        reviews=tuple(
            Review(name=given.names.full(id), facts=found)
            for id, one in known.offerings.items()
            if (found := _review(given, one.review))
        ),
        criteria=_criteria(given),
        co_creation=tuple(_idea(given, one) for _, one in alive(known.co_creation)),
    )


def _offerings(given: Given) -> Table:
    rows = (
        (
            Cell(given.names.full(id), _roadmap(given, id), lead=True),
            Cell(given.said_or(one, given.text(one.fit)), given.notes(one)),
            given.who(one.answers),
        )
        for id, one in given.plan.product_knowledge.offerings.items()
    )
    return given.table("", "Offering | What it does for them | Helps with", rows)


def _roadmap(given: Given, id: str) -> tuple[Shown, ...]:
    """An offering that cannot be had yet, or no longer, says so."""
    one = given.catalogue.offerings.get(id) if given.catalogue else None
    if one is None or not isinstance(one.status, str) or one.status == "available":
        return ()
    since = one.withdrawn if one.status == "withdrawn" else one.from_
    word, day = given.speech.word(one.status), given.date(since)
    return (given.speech.say("{status} from {day}", status=word, day=day) if day else word,)


def _review(given: Given, one: ProductReview) -> tuple[Fact, ...]:
    say = given.speech.say
    return facts(
        (
            (say("Vision"), given.text(one.vision)),
            (say("Our share"), given.percent(one.our_share)),
            (say("Competition"), given.text(one.competition)),
            (say("Growth"), given.text(one.growth)),
            (say("Challenges"), given.text(one.challenges)),
            (say("Conclusion"), given.text(one.conclusion)),
        )
    )


def _criteria(given: Given) -> Table:
    """Highest relevance first (M26); among equals the author's order."""
    criteria = alive(given.plan.product_knowledge.decision_criteria)
    ranked = sorted(criteria, key=lambda pair: (not pair[1].is_open, -_top(pair[1])))
    rows = (
        (
            Cell(
                given.said_or(one, given.text(one.what) or given.names.of(id)),
                (*given.life(one), *_weight(given, one), *given.notes(one)),
                lead=True,
            ),
            str(_top(one) or ""),
            _roles(given, one),
            joined((str(given.word(one.family)), str(given.word(one.kind)))),
            given.word(one.our_answer),
        )
        for id, one in ranked
    )
    caption = given.speech.say(
        "Relevance is importance times difference from competing offers, 1 to 7 each; the highest counts"
    )
    return given.table(
        caption, "What they decide by | >Relevance | Of whom | Family | Our answer where weak", rows
    )


def _weight(given: Given, one: Criterion) -> tuple[str, ...]:
    """What they publish of it, as tenders do."""
    return (
        (given.speech.say("counts {share}", share=given.percent(one.weight)),)
        if one.weight is not None
        else ()
    )


def _top(one: Criterion) -> int:
    return max((value.score for _, value in rated(one)), default=0)


def _roles(given: Given, one: Criterion) -> Shown:
    speech = given.speech
    known = [f"{speech.word(role)} {value.importance}×{value.difference}" for role, value in rated(one)]
    asked = [
        speech.say("{role} not known", role=speech.word(role))
        for role, value in one.relevance.items()
        if not isinstance(value, Relevance)
    ]
    return given.absent(one.relevance) or (
        ", ".join((*known, *asked)) if known else given.unknown if asked else ""
    )


def _idea(given: Given, one: CoCreation) -> Idea:
    say = given.speech.say
    state = () if one.state != one.about.open[0] else (given.speech.word(one.state),)
    return Idea(
        what=Cell(
            given.what(one),
            (*(given.life(one) or state), *given.notes(one)),
            lead=True,
        ),
        facts=facts(
            (
                (say("Helps with"), given.who(one.answers)),
                (say("With"), joined((str(given.who(one.with_)), str(given.who(one.team))))),
                (say("We invest"), given.text(one.we_invest)),
                (say("They invest"), given.text(one.they_invest)),
                (say("We get"), given.text(one.we_get)),
                (say("They get"), given.text(one.they_get)),
                (say("Agreed with"), given.who(one.agreed_with)),
            )
        ),
    )
