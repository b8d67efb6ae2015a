"""What each rule on the account plan says, and where; and what keeps it quiet."""

import datetime as dt
import itertools
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kamc.model.fields import Profile
from kamc.model.opportunities import Space
from kamc.model.values import Every, Quantity
from kamc.rules.activities import nothing_next
from kamc.rules.activities.argues_with_our_costs import our_costs
from kamc.rules.activities.target_outside_limits import in_figures
from kamc.rules.activities.vague_words import is_vague
from tests.judging import found, subject, told

PLAN = "account_plan"
HUB = f"{PLAN}/opportunities/hub-nights"
NIGHTS = '"All night lanes of the third hub"'
TRIAL = '"Six weeks of night runs from the hub"'


def plan(text: str) -> str:
    return f"account_plan: {{{text}}}"


def hub(text: str) -> str:
    return plan(f"opportunities: {{hub-nights: {{{text}}}}}")


def table(text: str) -> str:
    return hub(f"negotiation: {{{text}}}")


SHORT = [
    (
        plan("activities: ~"),
        f"{PLAN}/activities",
        "nothing is to be done at Hafen-Spedition: the plan has no activities",
        "what do we do next?",
    ),
    (
        plan("objectives: {a: {what: Calm, kind: political, by: 2027, people: none}}"),
        f"{PLAN}/objectives/a/people",
        '"Calm" is about people and names none',
        "whom do we want to win?",
    ),
    (
        plan("objectives: {night-sales: {by: 2026-11-22}}"),
        f"{PLAN}/objectives/night-sales/by",
        '"Night sales a year" was to be met by 2026-11-22 and is still open: 1 day over',
        "1 day ago",
    ),
    (
        plan("activities: {hub-trial: {by: 2026-Q3, status: running}}"),
        f"{PLAN}/activities/hub-trial/by",
        f"{TRIAL} was to be done by 2026-Q3 and is still running: 54 days over",
        "54 days ago",
    ),
    (
        plan("communications: {cold-letter: {by: 2026-11-13}}"),
        f"{PLAN}/communications/cold-letter/by",
        '"Your degrees, pallet by pallet." was to be said by 2026-11-13 and is still planned: 10 days over',
        "10 days ago",
    ),
    (
        plan("activities: {hub-trial: {by: 2028-07-02}}"),
        f"{PLAN}/activities/hub-trial/by",
        f"{TRIAL} is due by 2028-07-02: further than 18 months beyond this quarter",
        "beyond 2028-07-01",
    ),
    (
        plan("activities: {hub-trial: {what: 'Follow up'}}"),
        f"{PLAN}/activities/hub-trial/what",
        '"Follow up" could stand in any plan: nobody could see whether it was done',
        "no thing, number or name in it",
    ),
    (
        plan("communications: {cold-letter: {message: 'Our raw material costs rise.'}}"),
        f"{PLAN}/communications/cold-letter/message",
        '"Our raw material costs rise." argues with what it costs us, not with what they gain',
        '"Our raw material costs"',
    ),
    (
        plan("investment: {resources: {crew: {what: A crew, cost: 120k, each: year}}}"),
        f"{PLAN}/investment/returns",
        '"A crew" costs 120k a year, and the plan does not say what it brings',
        "what comes back, and when?",
    ),
    (
        plan("investment: {resources: {crew: {cost: 9k}, van: {cost: 8k}}, returns: {by: 2028}}"),
        f"{PLAN}/investment/returns",
        '"crew" and 1 more resource cost money, and the plan does not say what it brings',
        "what comes back, and when?",
    ),
    (
        plan("activities: {hub-trial: {by: none}}"),
        f"{PLAN}/activities/hub-trial/by",
        f"{TRIAL} has no date",
        "by when?",
    ),
    (
        plan("communications: {cold-letter: {every: none}}"),
        f"{PLAN}/communications/cold-letter",
        'nobody knows when "Your degrees, pallet by pallet." is said',
        "by when, or how often?",
    ),
    (
        "account_plan: {journey: {phase: depressive, since: 2025-10}}",
        f"{PLAN}/journey/since",
        "we have been worn out with Hafen-Spedition since 2025-10, and still put in more",
        "longer than a year",
    ),
    (
        plan("objectives: {night-sales: {baseline: 600k}}"),
        f"{PLAN}/objectives/night-sales/target",
        '"Night sales a year" is to grow by "cross-sell" and ends where it starts',
        "the same as its baseline",
    ),
    (
        plan("activities: {hub-trial: {status: done}, claims-talk: {status: dropped}}"),
        f"{PLAN}/activities",
        "nothing is left to be done at Hafen-Spedition until 2026-12-31",
        "2 activities, all ended",
    ),
]


@pytest.mark.parametrize(("patch", "at", "message", "label"), SHORT)
def test_messages_from_the_short_profile_on(patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, codes="KAM5")) == [(at, message, label)]


EXTENDED = [
    (
        plan("objectives: {night-sales: {growth: ~}, cold-growth: {growth: ~}, shared-net: {growth: ~}}"),
        f"{PLAN}/objectives",
        (
            "no objective for Hafen-Spedition is to grow faster, to sell what was never sold there, or to "
            "make something new together"
        ),
        "where does growth come from?",
    ),
    (
        hub("stage: go, cabs: {budget: unknown, allies: none}"),
        f"{HUB}/cabs",
        f'{NIGHTS} is called "go" without budget or allies',
        "no budget or allies",
    ),
    (
        hub("closes: 2026-11-21, stage: closing"),
        f"{HUB}/closes",
        f'{NIGHTS} was to close 2026-11-21 and is still "closing": 2 days over',
        "2 days ago",
    ),
    (
        plan("meetings: {hub-evening: {questions: ~}}"),
        f"{PLAN}/meetings/hub-evening/questions",
        '"Agree on the six weeks of the trial." has no deep-dive question: two or three are wanted',
        "what do only they know?",
    ),
    (
        plan("meetings: {hub-evening: {objectives: none}}"),
        f"{PLAN}/meetings/hub-evening/objectives",
        '"Agree on the six weeks of the trial." has no objectives: how would we know that it was worth it?',
        "what do we want to come out with?",
    ),
    (
        table("space: {price: {target: 39}}"),
        f"{HUB}/negotiation/space/price/start",
        f"the price of {NIGHTS} is negotiated without a start or breaking point",
        "no start or breaking point",
    ),
    (
        table("space: none"),
        f"{HUB}/negotiation/space",
        f"the negotiation of {NIGHTS} has no limits: where do we leave the table?",
        "which terms, and how far?",
    ),
    (
        table("space: {days: {start: 14, target: 50, breaking_point: 45}}"),
        f"{HUB}/negotiation/space/days/target",
        f"the days that we want for {NIGHTS}, 50, does not lie between start and breaking point",
        "not between 14 and 45",
    ),
    (
        table("space: unknown, value_argument: 'Notre fret: nos coûts montent'"),
        f"{HUB}/negotiation/value_argument",
        '"Notre fret: nos coûts montent" argues with what it costs us, not with what they gain',
        '"nos coûts"',
    ),
    (
        table("space: unknown, concessions: [{we_can: wait, if_you_can: none}]"),
        f"{HUB}/negotiation/concessions/0/if_you_can",
        'we can "wait", and ask nothing for it',
        "if you can … what?",
    ),
    (
        hub("sales_project: {control: {every: week, last: 2026-11-08}}"),
        f"{HUB}/sales_project/control/last",
        f"nobody has looked at the project {NIGHTS} for 15 days; it wants a look every week",
        "15 days ago",
    ),
    (
        hub("probability: 0"),
        f"{HUB}/probability",
        f'{NIGHTS} is impossible (0 %) and still "qualified"',
        "impossible, and open",
    ),
    (
        hub("sales_project: {obstacles: {door: The door is late}}"),
        f"{HUB}/sales_project/obstacles/door/answer",
        '"The door is late" stands in the way, and we have no answer to it',
        "what do we do then?",
    ),
    (
        plan("investment: {instead_of: ~}"),
        f"{PLAN}/investment/instead_of",
        (
            '"A second night crew from January" costs 120k a year, and the plan does not say why here and '
            "not at another account"
        ),
        "why here?",
    ),
    (
        plan("concerns: {one-risk: {owner: none, answer: none, leads_to: ~}}"),
        f"{PLAN}/concerns/one-risk",
        'the concern "One carrier is one risk." has no owner or answer of ours',
        "no owner or answer",
    ),
    (
        plan("alarms: {fewer-bids: {status: settled}}"),
        f"{PLAN}/alarms/fewer-bids/verified",
        'the alarm "Ole Kamp sent one lane instead of four." is called settled, and nobody has asked them',
        "settled in whose eyes?",
    ),
    (
        plan("meetings: {hub-evening: {what: Agree, date: 2026-11-20}}"),
        f"{PLAN}/meetings/hub-evening/date",
        '"Agree" was to be held on 2026-11-20 and is still planned: 3 days over',
        "3 days ago",
    ),
]


@pytest.mark.parametrize(("patch", "at", "message", "label"), EXTENDED)
def test_messages_of_the_extended_profile(patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, Profile.EXTENDED, codes="KAM5")) == [(at, message, label)]


QUIET = [
    "account_plan: unknown",
    plan("activities: unknown, communications: unknown, objectives: unknown"),
    "selection: {decision: cease}\naccount_plan: {objectives: ~, activities: none, communications: ~}",
    plan("activities: {hub-trial: {owner: mara-lind, by: 2026-11-23}}"),
    plan("activities: {hub-trial: {by: 2026-10-01, status: unknown}}"),
    plan("activities: {hub-trial: {by: 2028-07-01}}"),
    plan("activities: {hub-trial: {by: unknown, what: unknown}}"),
    plan("objectives: {win-jan: {people: unknown, by: unknown}}"),
    plan("objectives: {night-sales: {growth: ~, measure: price, baseline: 41, target: 41}}"),
    plan("objectives: {night-sales: {baseline: 600 t, target: 600}}"),
    plan("communications: {cold-letter: {every: ~, by: unknown}}"),
    plan("communications: {cold-letter: {message: unknown}}"),
    plan("investment: {resources: {crew: A crew}}"),
    plan("investment: {resources: {crew: {cost: 9k}}, returns: unknown}"),
    plan("investment: {resources: {crew: {cost: 9k}}, returns: {what: A name in the north}}"),
    plan("journey: {phase: long-tunnel, since: unknown}"),
    plan("journey: {phase: productive, since: 2020}"),
    plan("journey: {phase: depressive, since: 2025-11}"),
    plan("activities: {hub-trial: {status: done}, claims-talk: unknown}"),
]


@pytest.mark.parametrize("patch", QUIET)
def test_what_keeps_the_rules_quiet(patch: str) -> None:
    assert found(patch, codes="KAM5") == []


QUIET_EXTENDED = [
    plan("objectives: {night-sales: {status: met}, cold-growth: {status: dropped}, win-jan: {status: met}}"),
    hub("stage: identified, cabs: ~, value: ~, probability: ~, closes: ~"),
    hub("stage: unknown, closes: 2026-10-01"),
    hub("stage: lost, probability: 0, closes: 2026-10-01, cabs: ~"),
    hub("stage: go, value: unknown, probability: unknown, closes: unknown"),
    hub("cabs: {budget: 2M}"),
    hub("negotiation: unknown"),
    table("space: {price: unknown}"),
    table("space: {price: {start: 41 EUR, target: 35, breaking_point: 36}}"),
    table("space: {price: {start: 41, target: unknown, breaking_point: 36}}"),
    table("space: unknown, concessions: [{we_can: wait, if_you_can: unknown}, {if_you_can: pay}]"),
    hub("stage: lost, negotiation: {value_argument: Our costs are high}"),
    hub("sales_project: {control: {every: week, last: unknown}}"),
    hub("sales_project: {control: {every: week, last: 2026-11-09}}"),
    hub("sales_project: {obstacles: {door: {what: The door, answer: unknown}}}"),
    plan("meetings: {hub-evening: {status: cancelled, questions: ~, objectives: ~}}"),
    plan("concerns: {one-risk: {status: settled, verified: unknown}}"),
    plan("concerns: {one-risk: {answer: ~}}"),
    plan("alarms: {fewer-bids: {treatment: ~, owner: unknown}}"),
]


@pytest.mark.parametrize("patch", QUIET_EXTENDED)
def test_what_keeps_the_rules_quiet_in_the_extended_profile(patch: str) -> None:
    assert found(patch, Profile.EXTENDED, codes="KAM5") == []


@pytest.mark.parametrize(
    ("cabs", "gaps"),
    [
        ("budget: {state: unknown, amount: 2M}", "no budget"),
        ("budget: {state: ~, amount: unknown}", "no budget"),
        ("budget: none", "no budget"),
        ("authority: unknown", "no authority"),
        ("compelling_reason: none, authority: ~", "no compelling reason or authority"),
    ],
)
def test_what_is_a_gap_in_cabs(cabs: str, gaps: str) -> None:
    (finding,) = found(hub(f"cabs: {{{cabs}}}"), Profile.EXTENDED, codes="KAM509")
    assert finding.label == gaps


ALL_ENDED = plan("activities: {hub-trial: {status: done}, claims-talk: {status: done}}")


def test_a_quarter_that_is_over_may_have_nothing_left_to_do() -> None:
    on_the_last_day = msgspec.structs.replace(subject(ALL_ENDED), as_of=dt.date(2026, 12, 31))
    assert list(nothing_next.check(on_the_last_day)) == []
    assert found(f"selection: {{decision: cease}}\n{ALL_ENDED}", codes="KAM5") == []


OUTSIDE = "relationships: {selling_center: {tor-vik: ~}}\n"


def test_one_finding_a_person_with_every_other_place() -> None:
    tasks = "activities: {hub-trial: {owner: tor-vik}}, communications: {cold-letter: {from: tor-vik}}"
    (finding,) = found(OUTSIDE + plan(tasks), codes="KAM504")
    assert (
        finding.message == f"Tor Vik answers for {TRIAL} and 1 other task, but is not in the selling centre"
    )
    assert [one.at for one in finding.related] == [
        (PLAN, "communications", "cold-letter", "from"),
    ]


@pytest.mark.parametrize(
    "patch",
    [
        OUTSIDE + plan("activities: {hub-trial: {owner: tor-vik, status: done}}"),
        OUTSIDE + plan("activities: {hub-trial: {owner: nobody-known}}"),
        OUTSIDE + plan("activities: {hub-trial: {team: tor-vik}}"),
        "relationships: {selling_center: ~}\n" + plan("activities: {hub-trial: {owner: tor-vik}}"),
        "relationships: {selling_center: {mara-lind: ~}}\n"
        + plan("activities: {hub-trial: {owner: mara-lind}}"),
    ],
)
def test_what_keeps_an_owner_inside(patch: str) -> None:
    assert found(patch, codes="KAM504") == []


def test_limits_move_the_horizon_and_the_tunnel() -> None:
    far = plan("activities: {hub-trial: {by: 2028-06-30}}, journey: {phase: long-tunnel, since: 2026-03}")
    assert found(far, codes="KAM5") == []
    nearer = found(far, codes="KAM5", horizon=Every(1, "year"), tunnel=Every(1, "quarter"))
    assert [one.code for one in nearer] == ["KAM506", "KAM522"]


@pytest.mark.parametrize(
    "text",
    [
        *("Follow up", "Follow-up with the customer", "Improve the relationship", "Stay in touch", "Support"),
        *("Kontakt pflegen", "Beziehungspflege", "Weiterhin regelmäßiger Austausch mit dem Kunden"),
        *("Relation client", "Améliorer la relation", "Poursuivre l’échange", "Maintenir le contact"),
        *("Seguimiento del cliente", "Mejorar la relación", "Acompanhamento do cliente", "Manter o contacto"),
        *("Mantenere il rapporto", "Migliorare la relazione con il cliente", "COMMUNICATION", "Build trust!"),
    ],
)
def test_vague_texts(text: str) -> None:
    assert is_vague(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Joint ABC analysis in all branches", "Contact Jan Ostrow", "Follow up by phone", "Two contacts"),
        *("3 contacts", "Support the hub", "Visit", "Trial", "Customer day", "Relationship map", "", "…"),
        *("Kontakt zu Ole Kamp", "Austausch der Pumpe", "Relance de l'offre", "Seguimiento de la bomba"),
        *("The", "Bonus tied to growth", "Go again in February, three days, and ask for a desk", "客户关系"),
    ],
)
def test_texts_that_say_something(text: str) -> None:
    assert not is_vague(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our costs are high", "Our costs"),
        ("It is our own cost base that rises", "our own cost base"),
        ("our\nenergy costs rose", "our\nenergy costs"),
        ("Unsere Kosten steigen", "Unsere Kosten"),
        ("wegen unserer Rohstoffkosten", "unserer Rohstoffkosten"),
        ("Nos coûts augmentent", "Nos coûts"),
        ("Nuestros costes suben", "Nuestros costes"),
        ("Os nossos custos sobem", "nossos custos"),
        ("I nostri costi salgono", "nostri costi"),
        ("Never mind: it is fair, and our costs rise", "our costs"),
    ],
)
def test_our_costs(text: str, words: str) -> None:
    assert our_costs(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *("Your costs fall by a tenth", "We never speak of our costs", "A second lorry at our own costs"),
        *(
            "Our trial costs you nothing",
            "Our fuel costs you nothing more",
            "Auf unsere Kosten, sechs Wochen",
        ),
        *("Unsere Ventile kosten Sie eine Stunde", "Unsere kosten weniger", "Sans parler de nos coûts"),
        *("Four costs", "Our costume", "Ihre Kosten, nicht unsere Kosten"),
    ],
)
def test_what_does_not_argue_with_our_costs(text: str) -> None:
    assert our_costs(text) is None


AMOUNTS = st.lists(st.decimals(min_value=0, max_value=99, places=1), min_size=3, max_size=3)


@given(AMOUNTS)
def test_a_row_may_rise_or_fall_and_one_of_its_orders_always_does(amounts: list[Decimal]) -> None:
    """Of any three figures some order is fine, and its mirror is, too."""
    rows = [in_figures(space(*row)) for row in itertools.permutations(amounts)]
    fine = [row for row in rows if row in (sorted(row), sorted(row, reverse=True))]
    assert fine
    assert all(row[::-1] in fine for row in fine)


def space(start: Decimal, target: Decimal, end: Decimal) -> Space:
    return Space(start=Quantity(start), target=Quantity(target), breaking_point=Quantity(end))


@given(st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)))
def test_a_day_is_overdue_from_the_day_after_it_on(day: dt.date) -> None:
    over = found(plan(f"activities: {{hub-trial: {{by: {day}}}}}"), codes="KAM505")
    assert bool(over) == (day < dt.date(2026, 11, 23))


CARE = (
    "activities: {one-form: {by: 2026-11-20}}, "
    "concerns: {one-risk: {leads_to: one-form, by: 2026-11-20}}, alarms: {fewer-bids: {by: 2026-11-20}}"
)


def test_a_concern_that_waits_for_something_late_is_not_told_beside_it() -> None:
    over = [one.at[2] for one in found(plan(CARE), Profile.EXTENDED, codes="KAM505")]
    assert over == ["one-form", "fewer-bids"]
