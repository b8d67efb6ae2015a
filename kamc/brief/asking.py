"""Questions that go deep: those of the plan; where it has too few, what its gaps ask for (M37, M56, M61)."""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.analysis.pipeline import gaps
from kamc.brief.given import Given
from kamc.brief.shown import Cell, Table, table
from kamc.model.actions import Question
from kamc.model.buying_center import Member
from kamc.model.opportunities import Opportunity
from kamc.model.values import each, known

MOST, ENOUGH = 3, 2


class Asked(msgspec.Struct, frozen=True):
    """A question of ours: its words, whom, what it would tell us."""

    ask: str
    whom: str
    learn: str


def questions(given: Given, held: tuple[Question, ...]) -> Table:
    """The questions that the plan has (M61)."""
    rows = (
        (Cell(given.text(one.ask), lead=True), given.who(one.to), given.text(one.learn))
        for one in held
        if one
    )
    return table("", _heads(given), rows)


def suggested(given: Given, people: Mapping[str, Member], stakes: Mapping[str, Opportunity]) -> Table:
    """Questions of ours to what the plan does not know of these people and opportunities, three at most."""
    held = (*_of_stakes(given, stakes), *_of_people(given, people), *_of_factors(given, people))
    found = {one.ask: one for one in held}
    rows = ((Cell(one.ask, lead=True), one.whom, one.learn) for one in [*found.values()][:MOST])
    return table("", _heads(given), rows)


def _heads(given: Given) -> str:
    say = given.speech.say
    return " | ".join((say("We ask"), say("Whom"), say("To learn")))


def _of_stakes(given: Given, stakes: Mapping[str, Opportunity]) -> Iterator[Asked]:
    """One for each of the CABS that an opportunity lacks (M56)."""
    say = given.speech.say
    bank = {
        "compelling_reason": say("What happens if nothing is decided this year?"),
        "authority": say("Who besides you has to say yes, and in which order?"),
        "budget": say("Out of which budget would this be paid?"),
        "allies": say("Who in your house would miss it if it did not come?"),
    }
    for id, one in stakes.items():
        for gap in gaps(one.cabs):
            learn = say("{gap}, for: {opportunity}", gap=_gap(given, gap), opportunity=given.names.of(id))
            yield Asked(bank[gap], "", learn)


def _of_factors(given: Given, people: Mapping[str, Member]) -> Iterator[Asked]:
    """What must go well for these people, where nobody says how it is measured or where it stands (M16)."""
    say = given.speech.say
    for id, one in given.plan.account_knowledge.success_factors.items():
        whose = [given.names.full(key) for key in each(one.whose) if key in people]
        if not one.is_open or not whose:
            continue
        what, who = given.names.of(id), ", ".join(whose)
        if known(one.measured_by) is None:
            yield Asked(say("How will you measure it: {what}?", what=what), who, say("How they measure it"))
        elif known(one.now) is None:
            yield Asked(say("Where are you today: {what}?", what=what), who, say("Where they stand"))


def _gap(given: Given, key: str) -> str:
    say = given.speech.say
    return {
        "compelling_reason": say("The compelling reason"),
        "authority": say("Who can say yes"),
        "budget": say("Whether there is money"),
        "allies": say("Who speaks for us"),
    }[key]


def missing(given: Given, one: Opportunity) -> tuple[str, ...]:
    """What an opportunity lacks to be qualified, in words (M56)."""
    return tuple(_gap(given, key) for key in gaps(one.cabs))


def _of_people(given: Given, people: Mapping[str, Member]) -> Iterator[Asked]:
    """The coaching questions of a profile that nobody has an answer to (M37)."""
    say = given.speech.say
    bank = (
        ("business_agenda", say("What must be done by the end of the year for it to be a good one?")),
        ("measured_by", say("By what will others see that you succeeded?")),
        ("needs", say("What would you need most to get there?")),
        ("kept_from_it", say("What has kept you from it so far?")),
        ("we_can_help", say("What could we do that would help you most?")),
    )
    learn = {
        "business_agenda": say("What they must deliver"),
        "measured_by": say("What they are measured by"),
        "needs": say("Which need they try to meet"),
        "kept_from_it": say("What has kept them from it"),
        "we_can_help": say("How we can help"),
    }
    for key, ask in bank:
        for id, one in people.items():
            if not one.members and known(getattr(one.profile, key)) is None:
                yield Asked(ask, given.names.full(id), learn[key])
