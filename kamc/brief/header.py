"""The head of every brief: whose plan, for when, by whom, for whom, as of when."""

from kamc.brief.given import Given
from kamc.brief.shown import Piece, Shown
from kamc.model.fields import Audience
from kamc.model.values import known
from kamc.speech import message

READERS = {
    Audience.PRIVATE: message("account manager and sponsor"),
    Audience.TEAM: message("team"),
    Audience.CUSTOMER: message("customer"),
}
HANDLING = {
    Audience.PRIVATE: message("For the account manager and the sponsor only"),
    Audience.TEAM: message("For the team: not to leave the company"),
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
    is_draft: bool = False


def header(given: Given) -> Header:
    """The head of a plan's briefs; what a reader may not see is empty."""
    plan, audience, speech = given.plan, given.view.audience, given.speech
    return Header(
        name=known(plan.name) or given.names.full(known(plan.account) or "") or speech.say("Account"),
        period=speech.quarter(known(plan.period) or ""),
        status=speech.word(known(plan.status) or "") if given.internal else "",
        owner=given.owner,
        reader=speech.say(READERS[audience]),
        handling=speech.say(HANDLING[audience]),
        as_of=speech.day(given.run.as_of),
        supplier=given.run.supplier or "",
        industry=given.text(plan.industry),
        is_draft=given.internal and plan.status == "draft",
    )
