"""The full account plan, as its brief shows it."""

from kamc.brief import standing
from kamc.brief.action import Action, action
from kamc.brief.given import Given
from kamc.brief.header import Header, header
from kamc.brief.knowledge import Knowledge, knowledge
from kamc.brief.market import Market, market
from kamc.brief.people import Relations, relations
from kamc.brief.product import Product, product
from kamc.brief.questions import questions
from kamc.brief.selection import Why, why
from kamc.brief.shown import Fact, Piece, Shown, Table
from kamc.brief.standing import Figure, Summary
from kamc.brief.waived import waived
from kamc.model.values import each


class Block(Piece, frozen=True, kw_only=True):
    """The open questions of one block."""

    title: str
    facts: tuple[Fact, ...]


class AccountPlanBrief(Piece, frozen=True, kw_only=True):
    """Everything that the brief says, in the order in which it is read."""

    header: Header
    stand: Shown
    decisions: tuple[str, ...]
    figures: tuple[Figure, ...]
    summary: Summary
    coming: Table
    why: Why
    knowledge: Knowledge
    product: Product
    relations: Relations
    market: Market
    action: Action
    questions: tuple[Block, ...]
    waived: Table
    gaps: int


def account_plan(given: Given) -> AccountPlanBrief:
    """The brief of a plan for the audience it is cut for."""
    return AccountPlanBrief(
        header=header(given),
        stand=given.text(given.plan.summary.stand),
        decisions=each(given.plan.decisions_wanted),
        figures=standing.figures(given, given.earlier),
        summary=standing.summary(given),
        coming=standing.coming(given),
        why=why(given),
        knowledge=knowledge(given),
        product=product(given),
        relations=relations(given),
        market=market(given),
        action=action(given),
        questions=_questions(given),
        waived=waived(given),
        gaps=given.run.gaps if given.internal else 0,
    )


def _questions(given: Given) -> tuple[Block, ...]:
    """A customer reads what we know, not what we do not."""
    return (
        tuple(Block(title=title, facts=facts) for title, facts in questions(given).items())
        if given.internal
        else ()
    )
