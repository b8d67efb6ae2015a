"""Block 2: what our offerings do for them, what they decide by, what we develop together (M24 to M30)."""

from kamc.analysis.relevance import rated
from kamc.brief.given import Given, absent, alive, date, labelled, notes, percent, text, word
from kamc.brief.knowledge import said_or
from kamc.brief.shown import OPEN, Cell, Fact, Piece, Shown, Table, facts, joined, table
from kamc.model.product import CoCreation, Criterion, ProductReview
from kamc.model.shared import Catalogue
from kamc.model.values import Relevance
from kamc.speech.format import words


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
        offerings=_offerings(given, given.catalogue),
        reviews=tuple(
            Review(name=given.names.full(id), facts=found)
            for id, one in known.offerings.items()
            if (found := _review(one.review))
        ),
        criteria=_criteria(given),
        co_creation=tuple(_idea(given, one) for _, one in alive(known.co_creation)),
    )


def _offerings(given: Given, catalogue: Catalogue | None) -> Table:
    rows = (
        (
            Cell(given.names.full(id), _roadmap(id, catalogue), lead=True),
            Cell(said_or(one, text(one.fit)), notes(one)),
            given.who(one.answers),
        )
        for id, one in given.plan.product_knowledge.offerings.items()
    )
    return table("", "Offering | What it does for them | Helps with", rows)


def _roadmap(id: str, catalogue: Catalogue | None) -> tuple[Shown, ...]:
    """An offering that cannot be had yet, or no longer, says so."""
    one = catalogue.offerings.get(id) if catalogue else None
    if one is None or not isinstance(one.status, str) or one.status == "available":
        return ()
    since = one.withdrawn if one.status == "withdrawn" else one.from_
    return (joined((words(one.status), labelled("from", date(since))), " "),)


def _review(one: ProductReview) -> tuple[Fact, ...]:
    return facts(
        (
            ("Vision", text(one.vision)),
            ("Our share", percent(one.our_share)),
            ("Competition", text(one.competition)),
            ("Growth", text(one.growth)),
            ("Challenges", text(one.challenges)),
            ("Conclusion", text(one.conclusion)),
        )
    )


def _criteria(given: Given) -> Table:
    """Highest relevance first (M26); among equals the author's order."""
    criteria = alive(given.plan.product_knowledge.decision_criteria)
    ranked = sorted(criteria, key=lambda pair: (not pair[1].is_open, -_top(pair[1])))
    rows = (
        (
            Cell(
                said_or(one, text(one.what) or given.names.of(id)),
                (*given.life(one), *_weight(one), *notes(one)),
                lead=True,
            ),
            str(_top(one) or ""),
            _roles(one),
            joined((str(word(one.family)), str(word(one.kind)))),
            word(one.our_answer),
        )
        for id, one in ranked
    )
    caption = (
        "Relevance is importance times difference from competing offers, 1 to 7 each; the highest counts"
    )
    return table(caption, "What they decide by | >Relevance | Of whom | Family | Our answer where weak", rows)


def _weight(one: Criterion) -> tuple[str, ...]:
    """What they publish of it, as tenders do."""
    return (f"counts {percent(one.weight)}",) if one.weight is not None else ()


def _top(one: Criterion) -> int:
    return max((value.score for _, value in rated(one)), default=0)


def _roles(one: Criterion) -> Shown:
    known = [f"{words(role)} {value.importance}×{value.difference}" for role, value in rated(one)]
    asked = [
        f"{words(role)} not known"
        for role, value in one.relevance.items()
        if not isinstance(value, Relevance)
    ]
    return absent(one.relevance) or (", ".join((*known, *asked)) if known else OPEN if asked else "")


def _idea(given: Given, one: CoCreation) -> Idea:
    state = () if one.state != one.about.open[0] else (one.state,)
    return Idea(
        what=Cell(said_or(one, text(one.what)), (*(given.life(one) or state), *notes(one)), lead=True),
        facts=facts(
            (
                ("Helps with", given.who(one.answers)),
                ("With", joined((str(given.who(one.with_)), str(given.who(one.team))))),
                ("We invest", text(one.we_invest)),
                ("They invest", text(one.they_invest)),
                ("We get", text(one.we_get)),
                ("They get", text(one.they_get)),
                ("Agreed with", given.who(one.agreed_with)),
            )
        ),
    )
