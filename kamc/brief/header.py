"""The head of every brief: whose plan, for when, by whom, for whom, as of when."""

from kamc.brief.given import Given, text
from kamc.brief.shown import Piece, Shown
from kamc.model.fields import Audience
from kamc.model.values import known
from kamc.speech.format import day, quarter, words

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


def header(given: Given) -> Header:
    """The head of a plan's briefs; what a reader may not see is empty."""
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
