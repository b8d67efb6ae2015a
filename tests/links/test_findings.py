"""What links and ids can get wrong, each beside the exact words."""

from typing import Any

import pytest

from kamc.diagnostics import Finding
from kamc.links import Shared, link_findings
from kamc.model.build import build
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.rules import examples

SHARED = Shared(examples.catalogue(), examples.people(), frozenset({"hafen-spedition"}))


def found(patch: str, shared: Shared = SHARED) -> list[Finding]:
    data: Any = examples.patched(patch)
    return list(link_findings(build(Plan, data)[0], shared))


def activity(fields: str) -> str:
    return f"account_plan: {{activities: {{hub-trial: {{{fields}}}}}}}"


MESSAGES = [
    (
        activity("answers: nigt-cut"),
        "KAM027",
        'there is no success factor, challenge, plan or project with the id "nigt-cut"',
        'did you mean "night-cut"?',
    ),
    (
        activity("answers: logged-degrees"),
        "KAM027",
        '"logged-degrees" is an advantage; `answers` wants a success factor, challenge, plan or project',
        "an advantage",
    ),
    (
        "account_plan: {opportunities: {night: {in: cold-line}}}",
        "KAM027",
        '"cold-line" is an offering of the catalogue; `in` wants a segment of the open space',
        "an offering of the catalogue",
    ),
    (
        activity("owner: jan-ostrow"),
        "KAM027",
        '"jan-ostrow" is a member of the buying centre; `owner` wants a person of ours',
        "a member of the buying centre",
    ),
    (
        activity("became: zzz, status: dropped"),
        "KAM027",
        'there is no entry of this plan with the id "zzz"',
        "names nothing",
    ),
    (
        "relationships: {buying_center: {jan-ostrow: {contacts: {mara-lindt: 2026-10-14}}}}",
        "KAM027",
        'there is no person of ours with the id "mara-lindt"',
        'did you mean "mara-lind"?',
    ),
    (
        "account_as_market: {open_space: {north: {cold-lines: open}}}",
        "KAM027",
        'there is no offering of the catalogue with the id "cold-lines"',
        'did you mean "cold-line"?',
    ),
    (
        "competes_with: someone-else",
        "KAM027",
        'there is no account of this workspace with the id "someone-else"',
        "names nothing",
    ),
    (
        "account_knowledge: {challenges: {cold-chain: {what: Warm pallets}}}",
        "KAM026",
        '"cold-chain" is the id of two entries: a success factor and a challenge',
        "the second one",
    ),
    (
        "product_knowledge: {co_creation: {night-line: {what: A night line of our own}}}",
        "KAM026",
        '"night-line" is the id of a co-creation idea, and of an offering of the catalogue',
        "a link to it could mean either",
    ),
    (
        "relationships: {buying_center: {tor-vik: {title: Controller}}}",
        "KAM026",
        '"tor-vik" is the id of a member of the buying centre, and of a person of ours',
        "a link to it could mean either",
    ),
    (
        activity("was: claims-talk"),
        "KAM026",
        '"hub-trial" was "claims-talk", but "claims-talk" is still an activity of this plan',
        "an id is not free while its entry lives",
    ),
    (
        "relationships: {buying_center: {jan-ostrow: {reports_to: jan-ostrow}}}",
        "KAM028",
        "Jan Ostrow reports to Jan Ostrow",
        "the line comes back to where it began",
    ),
    (
        """
relationships:
  buying_center: {jan-ostrow: {reports_to: ines-bahr}, ines-bahr: {reports_to: jan-ostrow}}
""",
        "KAM028",
        "Ines Bahr reports to Jan Ostrow, who reports to Ines Bahr",
        "the line comes back to where it began",
    ),
    (
        "account_as_market: {competitors: {rapid-nord: {what: Cheap, audience: customer}}}",
        "KAM029",
        "a competitor is for our team at most, never for the customer",
        "team is the widest",
    ),
]


@pytest.mark.parametrize(("patch", "code", "message", "label"), MESSAGES)
def test_messages(patch: str, code: str, message: str, label: str) -> None:
    assert [(one.code, one.message, one.label) for one in found(patch)] == [(code, message, label)]


OR_UNKNOWN = "; write `unknown` where you do not know"
OURS, NEEDS = "name one of mara-lind or tor-vik", "name one of cold-chain or night-cut"
FIRM = "another firm goes into a text, or into the `partners` of an opportunity"
HELPS = [
    (
        "account_as_market: {open_space: {north: {night-line: kornhoff}}}",
        f"name rapid-nord (the only one), or add it to `competitors`{OR_UNKNOWN}",
    ),
    (
        "account_as_market: {advantages: {logged-degrees: {serves: warmth}}}",
        f"{NEEDS}, or add it to `success_factors` or `decision_criteria`{OR_UNKNOWN}",
    ),
    (activity("team: kessler-tiefbau"), f"{OURS}, or add them to plans/people.yaml{OR_UNKNOWN}; {FIRM}"),
    (activity("team: mara-lindt"), f"{OURS}, or add them to plans/people.yaml{OR_UNKNOWN}"),
    (activity("owner: jan-ostrow"), f"{OURS}{OR_UNKNOWN}"),
    (
        "account_as_market: {open_space: {north: {ice-line: open}}}",
        "name one of cold-line or night-line, or add it to plans/catalogue.yaml",
    ),
    (
        "account_plan: {expectations: {speed: {about: zzz}}}",
        f"name one of hub-trial, claims-talk, night-sales or win-jan{OR_UNKNOWN}",
    ),
]


@pytest.mark.parametrize(("patch", "remedy"), HELPS)
def test_the_way_out(patch: str, remedy: str) -> None:
    (one,) = found(patch)
    assert one.help == remedy


def test_a_clash_shows_both_places_and_proposes_a_free_id() -> None:
    (clash,) = found("""
account_knowledge: {challenges: {cold-chain: Warm pallets}, projects: {cold-chain-challenge: A new hall}}
""")
    assert clash.at == ("account_knowledge", "challenges", "cold-chain")
    assert [one.at for one in clash.related] == [("account_knowledge", "success_factors", "cold-chain")]
    assert '"cold-chain-challenge-2"' in clash.help


def test_links_to_a_clashing_id_do_not_dangle() -> None:
    patch = (
        "{account_knowledge: {challenges: {jan-ostrow: He fears the press}}, "
        + activity("answers: jan-ostrow")
        + "}"
    )
    assert [one.code for one in found(patch)] == ["KAM026"]


def test_a_dangling_key_is_shown_at_the_key_and_a_value_at_the_value() -> None:
    (on_key,) = found("account_as_market: {open_space: {north: {warm-line: open}}}")
    (on_value,) = found(activity("answers: [night-cut, zzz]"))
    assert (on_key.on, on_key.at[-1]) == ("key", "warm-line")
    assert (on_value.on, on_value.at[-2:], on_value.key) == ("value", ("answers", 1), "zzz")


@pytest.mark.parametrize("anchor", ["cold-line", "new-hall"])
def test_an_anchor_in_a_product_is_left_to_its_own_rule(anchor: str) -> None:
    patch = f"""
product_knowledge: {{co_creation: {{new-hall: {{what: A hall for both}}}}}}
account_plan: {{communications: {{cold-letter: {{anchored_in: {anchor}}}}}}}
"""
    assert found(patch) == []


@pytest.mark.parametrize(
    "shared",
    [
        Shared(),
        Shared(build(Catalogue, {"offerings": "broken"})[0], build(People, {"people": "broken"})[0]),
    ],
)
def test_what_cannot_be_read_is_not_judged(shared: Shared) -> None:
    assert found(activity("using: warm-line, owner: nobody") + "\ncompetes_with: someone-else", shared) == []


def test_without_a_catalogue_the_rest_is_still_judged() -> None:
    assert [one.key for one in found(activity("answers: zzz, using: warm-line"), Shared())] == ["zzz"]


@pytest.mark.parametrize(
    "block", ["account_knowledge: unknown", "account_knowledge: {success_factors: unknown}"]
)
def test_one_broken_block_does_not_make_every_link_dangle(block: str) -> None:
    assert found(block) == []


def test_people_who_left_and_offerings_that_went_are_still_valid() -> None:
    catalogue = build(Catalogue, {"offerings": {"cold-line": {"withdrawn": "2020"}, "night-line": "N"}})[0]
    people = build(People, {"people": {"mara-lind": {"left": "2020"}, "tor-vik": "Tor"}})[0]
    assert found("", Shared(catalogue, people)) == []


def test_one_circle_is_one_finding_whoever_stands_outside() -> None:
    members = ", ".join(f"m-{one}: {{reports_to: m-{two}}}" for one, two in ("ab", "bc", "ca", "da", "ef"))
    (circle,) = found(f"relationships: {{buying_center: {{{members}, m-f: {{title: Chief}}}}}}")
    assert circle.message == "M A reports to M B, who reports to M C, who reports to M A"
    assert [one.at[-2] for one in circle.related] == ["m-b", "m-c"]


def test_an_audience_within_the_ceiling_is_nobodys_business() -> None:
    assert found("account_as_market: {advantages: {logged-degrees: {audience: customer}}}") == []
