"""The full account plan, as its brief shows it."""

from kamc.audience import View
from kamc.brief import standing
from kamc.brief.action import Action, action
from kamc.brief.format import day, quarter, words
from kamc.brief.given import Given, Run, text
from kamc.brief.knowledge import Knowledge, knowledge
from kamc.brief.market import Market, market
from kamc.brief.names import names
from kamc.brief.people import Relations, relations
from kamc.brief.product import Product, product
from kamc.brief.questions import questions
from kamc.brief.selection import Why, why
from kamc.brief.shown import Fact, Piece, Shown, Table
from kamc.brief.standing import Figure, Summary
from kamc.model.fields import Audience
from kamc.model.shared import Catalogue, People
from kamc.model.values import each, known

READERS = {
    Audience.PRIVATE: "account manager and sponsor",
    Audience.TEAM: "team",
    Audience.CUSTOMER: "customer",
}
HANDLING = {
    Audience.PRIVATE: "For the account manager and the sponsor only",
    Audience.TEAM: "For the team: not to leave the company",
    Audience.CUSTOMER: "",
}


class Header(Piece, frozen=True, kw_only=True):
    """Whose plan, for when, by whom, for whom, as of when."""

    name: str
    period: str
    status: str
    owner: str
    reader: str
    handling: str
    as_of: str
    supplier: str
    industry: Shown


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
    gaps: int


def account_plan(
    view: View, *, run: Run, people: People | None = None, catalogue: Catalogue | None = None
) -> AccountPlanBrief:
    """The brief of a plan for the audience it is cut for; `people` and `catalogue` give names, no more."""
    given = Given(view=view, run=run, names=names(view.plan, people, catalogue))
    return AccountPlanBrief(
        header=_header(given),
        stand=text(view.plan.summary.stand),
        decisions=each(view.plan.decisions_wanted),
        figures=standing.figures(given),
        summary=standing.summary(given),
        coming=standing.coming(given),
        why=why(given),
        knowledge=knowledge(given),
        product=product(given, catalogue),
        relations=relations(given),
        market=market(given),
        action=action(given),
        questions=_questions(given),
        gaps=run.gaps if given.internal else 0,
    )


def _header(given: Given) -> Header:
    plan, audience = given.plan, given.view.audience
    return Header(
        name=known(plan.name) or given.names.full(known(plan.account) or "") or "Account",
        period=quarter(known(plan.period) or ""),
        status=words(known(plan.status) or "") if given.internal else "",
        owner=given.owner,
        reader=READERS[audience],
        handling=HANDLING[audience],
        as_of=day(given.run.as_of),
        supplier=given.run.supplier or "",
        industry=text(plan.industry),
    )


def _questions(given: Given) -> tuple[Block, ...]:
    """A customer reads what we know, not what we do not."""
    return (
        tuple(Block(title=title, facts=facts) for title, facts in questions(given).items())
        if given.internal
        else ()
    )
