"""What each rule on our offerings says, and where; and what keeps it quiet."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from kamc.links import Shared, graph
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import EXTENDED, SHORT, Profile
from kamc.model.shared import Catalogue
from kamc.rules.base import SharedSubject
from kamc.rules.examples import AS_OF
from kamc.rules.product import late_milestone, sold_before_its_time, withdrawn_offering
from kamc.rules.product.price_words import price_cut
from tests.judging import SHARED, found, subject, told

QUESTIONS = ("needs_justify_price", "strengths_beat_rivals", "benefits_shown", "dearer_than_rivals")


MESSAGES = [
    (
        EXTENDED,
        "product_knowledge: {offerings: {night-line: {answers: ~}}}",
        "product_knowledge/offerings/night-line/answers",
        "Night Line answers no need of Hafen-Spedition",
        "what of theirs does it help with?",
    ),
    (
        EXTENDED,
        "product_knowledge: {decision_criteria: {late-doors: {relevance: ~}}}",
        "product_knowledge/decision_criteria/late-doors/relevance",
        'nothing says how much "How late the last door closes" matters, nor how far we differ in it',
        "importance times difference, for each role",
    ),
    (
        EXTENDED,
        (
            "product_knowledge: {decision_criteria: {calm: {what: Calm nights, relevance: {user: "
            "5x6, decider: 6x5}}}}"
        ),
        "product_knowledge/decision_criteria/calm",
        'nothing we say carries "Calm nights", 30 of 49 for the user',
        "5 × 6 = 30: lead with it",
    ),
    (
        EXTENDED,
        "account_plan: {communications: {door-page: {status: dropped}, board-hour: {status: dropped}}}",
        "product_knowledge/decision_criteria/late-doors",
        'nothing we say carries "How late the last door closes", 35 of 49 for the user',
        "7 × 5 = 35: lead with it",
    ),
    (
        EXTENDED,
        (
            "product_knowledge: {decision_criteria: {price-by-day: {relevance: {buyer: 6x3, user:"
            " 7x1}, our_answer: ~}}}"
        ),
        "product_knowledge/decision_criteria/price-by-day/our_answer",
        '"Price of a pallet by day" matters to the user, we are weak in it, and have no answer',
        "importance 7 of 7, difference 1 of 7",
    ),
    (
        SHORT,
        'account_plan: {strategies: {come-back: "Cut our rates for 2027"}}',
        "account_plan/strategies/come-back/what",
        '"Cut our rates" is a lower price for the same: we pay for it every year',
        "is there another answer?",
    ),
    (
        SHORT,
        'account_plan: {concerns: {too-dear: {what: Too dear, answer: "5 % discount from January"}}}',
        "account_plan/concerns/too-dear/answer",
        '"5 % discount" is a lower price for the same: we pay for it every year',
        "is there another answer?",
    ),
    (
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {proposition_check: {needs_justify_price:"
            " no, strengths_beat_rivals: no, benefits_shown: no, dearer_than_rivals: yes}}}}"
        ),
        "account_plan/opportunities/hub-nights/proposition_check",
        '"All night lanes of the third hub" is in trouble: dear, and nothing seen that pays for it',
        "no, no, no, yes",
    ),
    (
        EXTENDED,
        (
            "product_knowledge: {co_creation: {night-log: {what: One log, answers: third-hub, "
            "we_get: Nights, they_invest: none}}}"
        ),
        "product_knowledge/co_creation/night-log/we_invest",
        '"One log" does not say what we invest, what they invest or what they get',
        "who puts in what, and for what?",
    ),
    (
        SHORT,
        "product_knowledge: {decision_criteria: {late-doors: {weight: 60}, price-by-day: {weight: 40.5}}}",
        "product_knowledge/decision_criteria",
        "the weights of their criteria come to 100.5 %: more than the whole",
        "60 + 40.5 = 100.5",
    ),
    (
        EXTENDED,
        (
            "account_plan: {opportunities: {hub-nights: {choices: {theirs: {ines-bahr: "
            "{late-doors: 80, price-by-day: 30}}}}}}"
        ),
        "account_plan/opportunities/hub-nights/choices/theirs/ines-bahr",
        "the criteria of Ines Bahr come to 110 %: more than the whole",
        "80 + 30 = 110",
    ),
    (
        EXTENDED,
        (
            "product_knowledge: {co_creation: {night-log: {what: One log, we_invest: A, "
            "they_invest: B, we_get: C, they_get: D}}}"
        ),
        "product_knowledge/co_creation/night-log/answers",
        '"One log" answers no need of theirs',
        "why would they spend their days on it?",
    ),
]


@pytest.mark.parametrize(("ask", "patch", "at", "message", "label"), MESSAGES)
def test_messages(ask: Profile, patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, ask, codes="KAM2")) == [(at, message, label)]


QUIET = [
    "product_knowledge: {offerings: {night-line: {answers: unknown}}}",
    "product_knowledge: {offerings: {night-line: unknown}}",
    "product_knowledge: {decision_criteria: unknown}",
    "product_knowledge: {decision_criteria: {late-doors: {relevance: unknown}}}",
    "product_knowledge: {decision_criteria: {late-doors: {relevance: {user: unknown}}}}",
    "product_knowledge: {decision_criteria: {old: {relevance: {user: 7x7, buyer: 7x1}, status: gone}}}",
    "product_knowledge: {decision_criteria: {price-by-day: {our_answer: unknown}}}",
    "product_knowledge: {decision_criteria: {calm: {what: Calm, relevance: {user: 4x7, buyer: 4x1}}}}",
    "product_knowledge: {decision_criteria: {late-doors: {weight: 60}, price-by-day: {weight: 40}}}",
    "product_knowledge: {decision_criteria: {late: {weight: 70, status: gone}, price-by-day: {weight: 40}}}",
    "product_knowledge: {co_creation: {night-log: unknown}}",
    "product_knowledge: {co_creation: {night-log: {what: One log, status: dropped}}}",
    "account_plan: {communications: {door-page: {status: done}, board-hour: {status: dropped}}}",
    "account_plan: {communications: unknown}",
    "account_plan: {activities: {cut: {what: Cut the price by 4 %, advances: win-jan, status: dropped}}}",
    "account_as_market: {competitors: {rapid-nord: {strategy: Cut prices by 4 %}}}",
]


@pytest.mark.parametrize("patch", QUIET)
def test_quiet(patch: str) -> None:
    assert found(patch, EXTENDED, codes="KAM2") == []


TROUBLE = ("no", "no", "no", "yes")


@pytest.mark.parametrize(
    "answers", [one for one in itertools.product(("no", "yes"), repeat=4) if one != TROUBLE]
)
def test_only_no_no_no_yes_is_trouble(answers: tuple[str, ...]) -> None:
    check = dict(zip(QUESTIONS, answers, strict=True))
    patch = f"account_plan: {{opportunities: {{hub-nights: {{proposition_check: {json.dumps(check)}}}}}}}"
    assert found(patch, EXTENDED, codes="KAM207") == []


def test_a_house_sets_what_it_leads_with() -> None:
    calm = "product_knowledge: {decision_criteria: {calm: {what: Calm, relevance: {user: 5x5}}}}"
    assert found(calm, EXTENDED, codes="KAM204") == []
    assert len(found(calm, EXTENDED, codes="KAM204", top_relevance=25)) == 1


def test_a_house_sets_what_a_weakness_is() -> None:
    calm = "product_knowledge: {decision_criteria: {calm: {what: Calm, relevance: {user: 4x4}}}}"
    assert found(calm, EXTENDED, codes="KAM205") == []
    assert len(found(calm, EXTENDED, codes="KAM205", importance=4, weakness=4)) == 1


@given(st.integers(1, 7), st.integers(1, 7))
def test_a_criterion_is_a_strength_or_a_weakness_never_both(importance: int, difference: int) -> None:
    rated = f"{{what: Calm, relevance: {{user: {importance}x{difference}}}}}"
    said = found(f"product_knowledge: {{decision_criteria: {{calm: {rated}}}}}", EXTENDED, codes="KAM2")
    expected = {"KAM204"} if importance * difference >= 30 else set()
    expected |= {"KAM205"} if importance >= 5 and difference <= 3 else set()
    assert {one.code for one in said} == expected
    assert len(said) <= 1


def judged(catalogue: str, patch: str = "") -> list[str]:
    """What the rules on offerings say of the extended plan beside another catalogue."""
    data = load(f"kamc: 1\nofferings: {catalogue}\n".encode(), "catalogue.yaml").data
    shared = structs.replace(SHARED, catalogue=build(Catalogue, data)[0])
    about = subject(patch, EXTENDED)
    about = structs.replace(about, shared=shared, graph=graph(about.plan, shared))
    rules = (withdrawn_offering.RULE, sold_before_its_time.RULE)
    return [one.message for rule in rules if rule.check for one in rule.check(about)]


NIGHTS = '"All night lanes of the third hub"'


@pytest.mark.parametrize(
    ("offering", "said"),
    [
        ("{name: Night Line}", []),
        ("{name: Night Line, withdrawn: 2027-06-15}", []),
        ("{name: Night Line, withdrawn: unknown}", []),
        (
            "{name: Night Line, withdrawn: 2027-06-14}",
            [f"{NIGHTS} uses Night Line, which leaves the catalogue on 2027-06-14, before 2027-06-15"],
        ),
        ("{status: planned, from: 2027-06-15}", []),
        ("{status: planned, from: unknown}", []),
        ("{from: 2027-Q4}", []),
        (
            "{status: planned, from: 2027-06-16}",
            [f"they decide on {NIGHTS} by 2027-06-15, and Night Line is planned for 2027-06-16"],
        ),
    ],
)
def test_offerings_that_are_not_there_in_time(offering: str, said: list[str]) -> None:
    assert judged(f"{{night-line: {offering}}}") == said


def test_every_open_use_of_a_withdrawn_offering_is_told() -> None:
    said = judged(
        "{night-line: {status: withdrawn}}", "account_plan: {activities: {net-sketch: {status: done}}}"
    )
    assert said == [
        f"{NIGHTS} uses Night Line, which is withdrawn",
        '"Six weeks of night runs from the hub" uses Night Line, which is withdrawn',
    ]


def test_without_a_catalogue_offerings_are_not_judged() -> None:
    about = structs.replace(subject("", EXTENDED), shared=Shared())
    assert withdrawn_offering.RULE.check is not None
    assert list(withdrawn_offering.RULE.check(about)) == []


@pytest.mark.parametrize(
    ("offering", "late"),
    [
        ("{roadmap: {doors: {what: Doors, by: 2026-11-22}}}", True),
        ("{roadmap: {doors: {what: Doors, by: 2026-11-23}}}", False),
        ("{roadmap: {doors: {what: Doors, by: 2026}}}", False),
        ("{roadmap: {doors: {what: Doors, by: 2026-Q3, delivered: 2026-10-01}}}", False),
        ("{roadmap: {doors: {what: Doors, by: 2026-Q3, delivered: unknown}}}", False),
        ("{roadmap: {doors: {what: Doors, by: 2026-Q3}}, status: withdrawn}", False),
        ("{roadmap: {doors: {what: Doors, by: unknown}}}", False),
    ],
)
def test_milestones(offering: str, late: bool) -> None:
    data = load(f"kamc: 1\nofferings: {{night-line: {offering}}}\n".encode(), "catalogue.yaml").data
    check = late_milestone.RULE.check_shared
    assert check is not None
    found_ = list(check(SharedSubject(part=build(Catalogue, data)[0], as_of=AS_OF)))
    assert bool(found_) is late


@pytest.mark.parametrize(
    "text",
    [
        "Lower the price by day by 4 %",
        "We will cut the price by 3 %",
        "Drop our rates for 2027",
        "First the doors, then cut the price",
        "Give a discount of 3 % for 2027",
        "Offer 4 % off for 2027",
        "A price cut of 2.5 %",
        "5 % discount on all lanes",
        "Den Preis für 2027 um 3 % senken",
        "3 % Rabatt auf alle Touren",
        "Rabatt von 30 % auf Ersatzteile",
        "Baisser nos prix de 4 %",
        "Remise de 5 % sur le nord",
        "Bajar los precios un 4 %",
        "Descuento de 5 % en el norte",
        "Baixar o preço em 4 %",
        "Desconto de 5 % para o norte",
        "Abbassare il prezzo del 4 %",
        "Sconto del 5 % per il nord",
    ],
)
def test_texts_in_which_we_lower_a_price(text: str) -> None:
    assert price_cut(text)


@pytest.mark.parametrize(
    "text",
    [
        "Give no discount. Sell ten days' notice against the same price.",
        "Three options for the pump prices of 2027, none of them a cut",
        "Our part of a dry well at half price, of a find at 120 %.",
        "Graham Tolley wants 6 % off",
        "He opens with four percent off",
        "Bonus tied to growth",
        "Show what a lower price costs",
        "Garrowby cuts the price",
        "They lower the price each year",
        "Ask what a discount of 3 % would change",
        "A lower price if they book a year ahead",
        "We give the discount only against volume",
        "Cut the price?",
        "Cut their freight price by filling the lorries",
        "Cut the waiting hours at the same price",
        "Hold the price",
        "Price list for 2027",
        "Preise nicht senken",
        "Kein Rabatt von 3 %",
        "Ole Kamp will 3 % Rabatt",
        "Ne pas baisser nos prix",
        "Sin descuento de 5 %",
    ],
)
def test_texts_in_which_we_do_not(text: str) -> None:
    assert price_cut(text) is None
