"""What each rule on the account says, and where; and what keeps it quiet."""

import pytest
from msgspec import structs

from kamc.model.fields import EXTENDED, SHORT, Profile
from kamc.model.values import Every
from kamc.rules.account.factor_names_us import is_name, names_of_ours
from kamc.rules.account.selected_for_size import says_size_alone
from tests.judging import found, subject, told

MESSAGES = [
    (
        SHORT,
        (
            'account_knowledge: {success_factors: {night-cut: {what: "Cold Line and Night Line in'
            ' every hub"}}}'
        ),
        "account_knowledge/success_factors/night-cut/what",
        '"Cold Line and Night Line in every hub" names Cold Line: that is ours, not theirs',
        "would they say it so if we did not exist?",
    ),
    (
        SHORT,
        "account_knowledge: {success_factors: {night-cut: {whose: ~}}}",
        "account_knowledge/success_factors/night-cut/whose",
        '"Orders until ten at night, at the door by seven" belongs to nobody at the customer',
        "who answers for it?",
    ),
    (
        SHORT,
        "account_knowledge: {success_factors: {night-cut: {by: none}}}",
        "account_knowledge/success_factors/night-cut/by",
        '"Orders until ten at night, at the door by seven" has no date',
        "by when must they have it?",
    ),
    (
        EXTENDED,
        "account_knowledge: {success_factors: {night-cut: {measured_by: ~}}}",
        "account_knowledge/success_factors/night-cut/measured_by",
        '"Orders until ten at night, at the door by seven" says nothing of how they measure it',
        "which figure do they look at?",
    ),
    (
        EXTENDED,
        "account_knowledge: {success_factors: {night-cut: {sources: ~}}}",
        "account_knowledge/success_factors/night-cut/sources",
        '"Orders until ten at night, at the door by seven" does not say how we know of it',
        "who told us, and when?",
    ),
    (
        EXTENDED,
        "account_knowledge: {challenges: {warm-docks: {serves: ~}}}",
        "account_knowledge/challenges/warm-docks/serves",
        '"Pallets stand forty minutes on the warm dock" serves nothing that must go well for them',
        "what of theirs hangs on it?",
    ),
    (
        EXTENDED,
        (
            "account_knowledge: {challenges: {warm-docks: {status: solved}}, projects: {third-"
            "hub: {status: dropped}}}"
        ),
        "account_knowledge/challenges",
        "no challenge, plan or project of Hafen-Spedition is known: there is nothing to help with",
        "what keeps them from what they want?",
    ),
    (
        EXTENDED,
        "account_knowledge: {projects: {third-hub: {status: dropped}}}",
        "account_knowledge/success_factors/night-cut",
        'no challenge, plan or project stands behind "Orders until ten at night, at the door by seven"',
        "what keeps them from it today?",
    ),
    (
        SHORT,
        "account_knowledge: {challenges: {warm-docks: {confidence: high, sources: Quality report 2025}}}",
        "account_knowledge/challenges/warm-docks/confidence",
        '"warm-docks" is said to be sure, and rests on one source: "Quality report 2025"',
        "two independent sources make a claim safe",
    ),
    (
        SHORT,
        "account_as_market: {competitors: {rapid-nord: {what: Cheap, confidence: high}}}",
        "account_as_market/competitors/rapid-nord/confidence",
        '"Cheap" is said to be sure, and rests on no source',
        "how do we know?",
    ),
    (
        SHORT,
        (
            "account_knowledge: {reflection: {market: {size: {what: Two, confidence: high, "
            "sources: [Jan 2025, JAN 2026-10]}}}}"
        ),
        "account_knowledge/reflection/market/size/confidence",
        '"Size" is said to be sure, and rests on one source, on several days: "Jan 2025"',
        "two independent sources make a claim safe",
    ),
    (
        SHORT,
        "account_knowledge: {customer_analysis: {activity_cycle: {what: Peak at Christmas, as_of: 2024}}}",
        "account_knowledge/customer_analysis/activity_cycle/as_of",
        '"Customer activity cycle" is as of 2024: over a year ago',
        "does it still hold?",
    ),
    (
        EXTENDED,
        "account_knowledge: {projects: {third-hub: {compelling_reason: none}}}",
        "account_knowledge/projects/third-hub/compelling_reason",
        'we work on "A third hub in Lünwerder, open in June", and nothing says why it cannot wait',
        "what happens to them if nothing happens?",
    ),
    (
        EXTENDED,
        "account_knowledge: {challenges: {warm-docks: {compelling_reason: ~}}}",
        "account_knowledge/challenges/warm-docks/compelling_reason",
        'we work on "Pallets stand forty minutes on the warm dock", and nothing says why it cannot wait',
        "what happens to them if nothing happens?",
    ),
    (
        EXTENDED,
        "account_knowledge: {barriers: {no-drivers: {leads_to: ~}}}",
        "account_knowledge/barriers/no-drivers",
        (
            '"Eleven driver posts are open since spring." stands in their way, and nothing of '
            "ours takes it into account"
        ),
        "in their way, and so in ours",
    ),
    (
        EXTENDED,
        "summary: {aim: {short: ~, long: ~}}",
        "summary/aim/short",
        "the summary does not say where we should be in the short or long term",
        "where should we be in 3 to 6 months?",
    ),
    (
        SHORT,
        (
            "account_knowledge: {situation: {what: Two hubs, confidence: high, contradicted_by: "
            "[Ole Kamp, Dora Wiek]}}"
        ),
        "account_knowledge/situation/confidence",
        'their situation is said to be sure, but is contradicted: "Ole Kamp"',
        "sure, with somebody saying otherwise?",
    ),
    (
        EXTENDED,
        "account_knowledge: {business_objectives: {night-half: {by: 2025}}}",
        "account_knowledge/business_objectives/night-half/by",
        (
            'the date of "Half of all freight at night by 2029 (2025: 31 %)" has passed, and it '
            "is still active"
        ),
        "what became of it?",
    ),
    (
        EXTENDED,
        "account_knowledge: {projects: {third-hub: {by: 2026-10, status: planned}}}",
        "account_knowledge/projects/third-hub/by",
        'the date of "A third hub in Lünwerder, open in June" has passed, and it is still planned',
        "what became of it?",
    ),
    (
        EXTENDED,
        "selection: {bucket: key-development, coverage: milk-runner}",
        "selection/coverage/model",
        "an account to be developed on a milk run: regular calls and orders keep it, but do not grow it",
        "bucket: key-development",
    ),
    (
        EXTENDED,
        "selection: {bucket: opportunistic}",
        "selection/coverage/model",
        "a key account team for an opportunistic account: it is missing where it would earn more",
        "bucket: opportunistic",
    ),
    (
        SHORT,
        'selection: {why: "Biggest buyer by volume"}',
        "selection/why",
        "Hafen-Spedition is a key account for its size alone",
        "large, and what else?",
    ),
    (
        EXTENDED,
        "selection: {criteria: {lifetime_value: {yearly_margin: 0.7M}}}",
        "selection/criteria/unrealised_potential",
        (
            "600k a year is left to win at Hafen-Spedition, less than the 700k of today: that is "
            "rare where an account is to grow"
        ),
        "300k + 200k + 100k",
    ),
    (
        EXTENDED,
        "selection: {criteria: {lifetime_value: {yearly_margin: 0.7M, years: ~, acquisition: 0.9M}}}",
        "selection/criteria/unrealised_potential",
        (
            "600k a year is left to win at Hafen-Spedition, less than the 700k of today: that is "
            "rare where an account is to grow"
        ),
        "300k + 200k + 100k",
    ),
]


@pytest.mark.parametrize(("ask", "patch", "at", "message", "label"), MESSAGES)
def test_messages(ask: Profile, patch: str, at: str, message: str, label: str) -> None:
    assert told(found(patch, ask, codes="KAM1")) == [(at, message, label)]


QUIET = [
    # what has ended is not asked
    "account_knowledge: {success_factors: {old: {what: Night Line everywhere, status: met}}}",
    "account_knowledge: {challenges: {old: {what: Once, status: solved}}}",
    "account_knowledge: {barriers: {old: {what: Once, status: gone}}}",
    "account_knowledge: {projects: {old: {what: Once, by: 2024, status: done}}}",
    "account_knowledge: {enablers: {old: {what: Once, confidence: high, as_of: 2020, status: gone}}}",
    # unknown answers
    "account_knowledge: {success_factors: {night-cut: {whose: unknown, by: unknown, serves: unknown}}}",
    "account_knowledge: {success_factors: {night-cut: {measured_by: unknown, sources: unknown}}}",
    "account_knowledge: {success_factors: {night-cut: unknown}}",
    "account_knowledge: {challenges: {warm-docks: {serves: unknown, whose: unknown, by: unknown}}}",
    "account_knowledge: {challenges: {warm-docks: unknown}}",
    "account_knowledge: {challenges: {warm-docks: {compelling_reason: unknown}}}",
    "account_knowledge: {projects: unknown}",
    "account_knowledge: {barriers: {no-drivers: {leads_to: unknown}, more: unknown}}",
    "account_knowledge: {situation: {confidence: high, sources: unknown}}",
    "account_knowledge: {situation: unknown, barriers: none, enablers: unknown}",
    "account_knowledge: {reflection: unknown, customer_analysis: unknown, five_forces: unknown}",
    "account_knowledge: {reflection: {market: unknown, position: {why_us: none}}}",
    "summary: {aim: unknown}",
    "summary: unknown",
    "selection: unknown",
    "selection: {criteria: unknown}",
    "selection: {criteria: {lifetime_value: {yearly_margin: 0.6M}}}",
    "selection: {criteria: {unrealised_potential: unknown, lifetime_value: {yearly_margin: 9M}}}",
    "selection: {criteria: {lifetime_value: {yearly_margin: 0.7M, acquisition: 0.4M}}}",
    "selection: {criteria: {lifetime_value: {yearly_margin: 0.7M, serving: 0.1M}}}",
    "selection: {bucket: maintenance, why: Large, coverage: milk-runner}",
    "selection: {bucket: unknown, why: Large}",
    # what is known well enough
    "account_knowledge: {situation: {confidence: high, sources: [Jan Ostrow, Ole Kamp]}}",
    "account_knowledge: {situation: {confidence: medium, sources: Jan Ostrow, contradicted_by: Ole Kamp}}",
    "account_as_market: {advantages: {logged-degrees: {confidence: high, sources: Our log}}}",
    "account_knowledge: {projects: {third-hub: {by: 2026-10, status: on-hold}}}",
    "account_knowledge: {projects: {third-hub: {by: 2026-11-23}}}",
    "account_as_market: {share_of_wallet: {transport: {as_of: 2025-11-23}}}",
    "account_plan: {activities: {old-visit: {what: Once, advances: win-jan, as_of: 2020, status: done}}}",
]


@pytest.mark.parametrize("patch", QUIET)
def test_quiet(patch: str) -> None:
    assert found(patch, EXTENDED, codes="KAM1") == []


def test_the_short_profile_asks_for_the_short_things() -> None:
    assert found("account_knowledge: {barriers: {gate: One gate}}", codes="KAM1") == []


def test_the_standard_profile_asks_for_our_position_alone() -> None:
    patch = (
        "{profile: standard, account_knowledge: {reflection: ~, five_forces: ~, barriers: ~, enablers: ~}}"
    )
    (finding,) = found(patch, EXTENDED, codes="KAM1")
    assert (finding.code, finding.at[-1]) == ("KAM115", "position")


def test_a_missing_need_hides_what_follows_from_it() -> None:
    ended = "{challenges: {warm-docks: {status: solved}}, projects: {third-hub: {status: dropped}}}"
    assert [one.code for one in found(f"account_knowledge: {ended}", EXTENDED, codes="KAM1")] == ["KAM108"]


def test_a_need_without_link_hides_which_factor_it_could_serve() -> None:
    unlinked = "{challenges: {warm-docks: {serves: ~}}, projects: {third-hub: {serves: night-half}}}"
    assert [one.code for one in found(f"account_knowledge: {unlinked}", EXTENDED, codes="KAM1")] == ["KAM107"]


def test_a_contradicted_claim_is_not_told_to_lack_sources() -> None:
    patch = "account_knowledge: {situation: {confidence: high, sources: ~, contradicted_by: Ole Kamp}}"
    assert [one.code for one in found(patch, EXTENDED, codes="KAM1")] == ["KAM116"]


def test_a_factor_without_any_source_is_told_once() -> None:
    patch = "account_knowledge: {success_factors: {cold-chain: {confidence: high, sources: ~}}}"
    assert [one.code for one in found(patch, EXTENDED, codes="KAM1")] == ["KAM106"]
    assert [one.code for one in found(patch, codes="KAM1")] == ["KAM110"]  # the short profile asks for none


def test_a_reflection_that_is_not_there_is_told_once() -> None:
    (finding,) = found("account_knowledge: {reflection: ~}", EXTENDED, codes="KAM115")
    sets = "what changes around them, their market, their competition and our position with them"
    assert finding.message == f"not a word of strategic reflection: on {sets}"
    assert finding.at == ("account_knowledge", "reflection")


def test_the_help_names_every_field_of_a_set() -> None:
    (finding,) = found("account_knowledge: {reflection: {environment: ~}}", EXTENDED, codes="KAM115")
    assert finding.help.count("`") == 2 * 7


def test_what_pursues_a_need_is_shown_opportunities_first() -> None:
    patch = "account_knowledge: {projects: {third-hub: {compelling_reason: ~}}}"
    (finding,) = found(patch, EXTENDED, codes="KAM112")
    (related,) = finding.related
    assert (related.message, related.at[-1]) == ("this opportunity answers it", "hub-nights")


def test_a_need_that_nobody_pursues_needs_no_reason() -> None:
    forms = "{what: Three forms, serves: cold-chain, whose: ole-kamp, by: 2027}"
    patch = f"account_knowledge: {{challenges: {{forms: {forms}}}}}"
    assert found(patch, EXTENDED, codes="KAM1") == []


def test_claims_hold_as_long_as_a_house_says() -> None:
    patch = "account_knowledge: {situation: {as_of: 2026-01-31}}"
    (finding,) = found(patch, EXTENDED, codes="KAM111", claim_age=Every(6, "month"))
    assert finding.message == '"Situation" is as of 2026-01-31: over 6 months ago'


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Night Line", True),
        ("HP40", True),
        ("HPHT", True),
        ("iCold", True),
        ("House of Heat", True),
        ("Drilling", False),
        ("Retention aid", False),
        ("Silage maize", False),
        ("AI", False),
        ("Bohrung", False),
    ],
)
def test_what_can_only_be_a_name(name: str, is_one: bool) -> None:
    assert is_name(name) is is_one


@pytest.mark.parametrize(
    "what",
    [
        "A night line for every hub",
        "Night Liners keep their seats",
        "Midnight Line-ups at the door",
        "The cold line is never broken",
    ],
)
def test_other_words_are_no_name_of_ours(what: str) -> None:
    assert (
        found(f"account_knowledge: {{success_factors: {{night-cut: {{what: '{what}'}}}}}}", codes="KAM1")
        == []
    )


@pytest.mark.parametrize(
    "supplier", ["Kühlwerk GmbH", "Kühlwerk GmbH & Co. KG", "Kühlwerk, Inc.", "Kühlwerk AS"]
)
def test_we_are_known_without_our_legal_form(supplier: str) -> None:
    about = structs.replace(subject(), supplier=supplier)
    assert "Kühlwerk" in names_of_ours(about)


@pytest.mark.parametrize(
    "why",
    [
        "Size",
        "Our largest customer",
        "They are the largest customer in the region.",
        "They are the biggest account by sales, 12M a year.",
        "Größter Kunde",
        "Umsatz 12 Mio",
        "Notre plus grand client",
        "Nuestro cliente más grande",
        "O nosso maior cliente",
        "Il nostro cliente più grande",
    ],
)
def test_reasons_that_say_size_alone(why: str) -> None:
    assert says_size_alone(why)


@pytest.mark.parametrize(
    "why",
    [
        "Third largest of 61 wholesalers, growing in heat pumps where we lead",
        "Not because of 51.2M.",
        "Largest margin of all",
        "They plan with us",
        "Unser größter Kunde, und der einzige, der mit uns plant",
        "12M",
    ],
)
def test_reasons_that_say_more(why: str) -> None:
    assert not says_size_alone(why)
