"""What each rule says, and where; and what keeps it quiet."""

import pytest

from kamc.rules.file.placeholder_text import placeholder
from tests.judging import found, told

CENTRE = "relationships/buying_center"
WALLET = "account_as_market/share_of_wallet/transport"

MESSAGES = [
    (
        "account_knowledge: {success_factors: {night-cut: ~}}",
        "account_knowledge/success_factors",
        "1 success factor for Hafen-Spedition: two to five are wanted",
        "1 active, too few to plan on",
    ),
    (
        """
account_knowledge: {success_factors: {a: unknown, b: unknown, c: unknown, d: unknown}}
account_plan: {communications: {cold-letter: {anchored_in: [cold-chain, a, b, c, d]}}}
""",
        "account_knowledge/success_factors",
        "6 success factors for Hafen-Spedition: two to five are wanted",
        "6 active, too many to come first",
    ),
    (
        "relationships: {buying_center: {ines-bahr: {roles: user}}}",
        CENTRE,
        "nobody inside Hafen-Spedition lobbies for us",
        '2 members, none with the role "facilitator"',
    ),
    (
        "relationships: {buying_center: {jan-ostrow: {status: left}}}",
        CENTRE,
        "nobody is known who decides at Hafen-Spedition",
        '1 member, none with the role "decider"',
    ),
    (
        "relationships: {selling_center: {tor-vik: {roles: sponsor}}}",
        "relationships/selling_center",
        "Hafen-Spedition has no executive of ours, who meets their executives as one of them",
        'nobody with the role "executive"',
    ),
    (
        "account_as_market: {share_of_wallet: {transport: {in_house: 1.35M}}}",
        f"{WALLET}/spend",
        "the parts of transport come to 5.05M of 4.8M",
        "1.6M + 2.1M + 1.35M = 5.05M",
    ),
    (
        "account_as_market: {share_of_wallet: {transport: {volume: {total: 9 t, ours: 4 t, in_house: 6}}}}",
        f"{WALLET}/volume/total",
        "the parts of transport come to 10 of 9 t",
        "4 + 6 = 10",
    ),
    (
        "account_plan: {objectives: {night-sales: {baseline: ~, target: ~}}}",
        "account_plan/objectives/night-sales/target",
        '"Night sales a year" has no baseline or target: nobody can say when it is met',
        "no baseline or target",
    ),
    (
        "account_plan: {objectives: {win-jan: {by: none}}}",
        "account_plan/objectives/win-jan/by",
        '"Jan Ostrow asks us first" has no date',
        "by when?",
    ),
    (
        "account_plan: {activities: {hub-trial: {what: Trial, answers: ~}}}",
        "account_plan/activities/hub-trial",
        '"Trial" has no reason: it uses an offering, but does not say for which need of theirs',
        "why do we do this?",
    ),
    (
        "account_plan: {communications: {cold-letter: {to: none}}}",
        "account_plan/communications/cold-letter/to",
        '"Your degrees, pallet by pallet." is for nobody',
        "to whom?",
    ),
    (
        "account_plan: {communications: {cold-letter: {anchored_in: night-line}}}",
        "account_plan/communications/cold-letter/anchored_in",
        '"cold-letter" is anchored in "night-line": that is ours, not theirs',
        "an offering of ours",
    ),
    (
        "account_plan: {activities: {hub-trial: {what: 'Six weeks, TBC by Ines'}}}",
        "account_plan/activities/hub-trial/what",
        '"TBC" only holds a place',
        "not an answer",
    ),
    (
        "decisions_wanted: [A second hub, tbd]",
        "decisions_wanted/1",
        '"tbd" only holds a place',
        "not an answer",
    ),
]


@pytest.mark.parametrize(("patch", "at", "message", "label"), MESSAGES)
def test_messages(patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch)) == [(at, message, label)]


QUIET = [
    "account_knowledge: {success_factors: unknown}",
    "relationships: {buying_center: unknown}",
    "relationships: {selling_center: unknown}",
    "account_plan: {activities: {visit: unknown}}",
    "account_plan: {activities: {visit: {what: A visit, advances: unknown, by: unknown}}}",
    "account_plan: {activities: {hub-trial: {using: unknown}}}",
    "account_plan: {activities: {visit: {what: A visit, status: dropped}}}",
    "account_plan: {communications: {cold-letter: {to: unknown, carries: unknown, anchored_in: unknown}}}",
    "account_plan: {communications: {old-letter: {message: Old, status: done}}}",
    "account_plan: {objectives: {win-jan: {by: ~, status: met}, night-sales: {target: ~, status: missed}}}",
    "account_as_market: {share_of_wallet: {transport: {ours: unknown, in_house: 2.7M}}}",
    "account_as_market: {share_of_wallet: {transport: {volume: {total: 9 trucks, ours: 40 pallets}}}}",
]


@pytest.mark.parametrize("patch", QUIET)
def test_unknown_answers_and_what_has_ended_is_not_asked(patch: str) -> None:
    assert found(patch) == []


def test_every_selling_centre_role_that_is_missing_is_a_finding_of_its_own() -> None:
    missing = found("relationships: {selling_center: {tor-vik: ~, mara-lind: {roles: contributor}}}")
    assert [one.key for one in missing] == ["sponsor", "executive", "key-account-manager"]


def test_what_we_give_up_need_not_be_won() -> None:
    given_up = """
    selection: {decision: cease}
    relationships: {buying_center: {ines-bahr: {roles: user, stance: opponent}}}
    account_plan: {objectives: ~, communications: ~, activities: {claims-talk: ~, hub-trial: {answers: ~}}}
    """
    assert found(given_up) == []
    kept = {one.code for one in found(given_up.replace("cease", "maintain"))}
    assert {"KAM038", "KAM301", "KAM310", "KAM601"} <= kept


def test_a_selling_centre_that_is_missing_is_one_finding() -> None:
    assert told(found("relationships: {selling_center: ~}", codes="KAM304")) == [
        (
            "relationships/selling_center",
            "Hafen-Spedition has no selling centre: no sponsor, executive or key account manager of ours",
            "who of ours works on this account?",
        )
    ]


def test_an_anchor_in_a_product_proposes_the_needs_that_it_answers() -> None:
    (finding,) = found("account_plan: {communications: {cold-letter: {anchored_in: night-line}}}")
    assert finding.help.endswith(": night-cut")


@pytest.mark.parametrize(
    "text",
    ["TBD", "tbc.", "n/a", "N.A.", "???", "…", "-", "xxx", "Todo", "to be defined", "folgt", "à définir"],
)
def test_texts_that_only_hold_a_place(text: str) -> None:
    assert placeholder(text) == text


@pytest.mark.parametrize(
    ("text", "mark"), [("Price TODO", "TODO"), ("61 wells ???", "???"), ("XXX wells", "XXX")]
)
def test_marks_within_a_text(text: str, mark: str) -> None:
    assert placeholder(text) == mark


@pytest.mark.parametrize(
    "text",
    [
        "Terms to be defined by June",
        "What now?",
        "Open",
        "Todo lo que piden",
        "The tank follows",
        "Dr. N. A. Berg",
        "Öl",
    ],
)
def test_texts_that_say_something(text: str) -> None:
    assert placeholder(text) is None
