"""One finding for each mistake, in its author's words. A row: where, what stands there, what is said."""

from decimal import Decimal
from typing import Any

import pytest

from kamc.diagnostics import Finding
from kamc.schema import check

FACTOR = "account_knowledge/success_factors/safe"
PROJECT = "account_knowledge/projects/tower"
MEMBER = "relationships/buying_center/jorunn-eide"
DEAL = "account_plan/opportunities/wells"


def said(header: dict[str, Any], path: str, value: Any) -> list[Finding]:
    """The findings on a draft in which `value` stands at `path` (keys with slashes between)."""
    *above, last = path.split("/")
    here = header
    for key in above:
        here = here.setdefault(key, {})
    here[last] = value
    return list(check(header, "plan"))


UNKNOWN_KEYS = [
    (FACTOR, "hobby", '"hobby" is not a field of a success factor', ""),
    (MEMBER, "stancs", '"stancs" is not a field of a member of the buying centre', "stance"),
    (PROJECT, "compeling_reason", '"compeling_reason" is not a field of a project', "compelling_reason"),
    (PROJECT, "Compelling-Reason", '"Compelling-Reason" is not a field of a project', "compelling_reason"),
    (PROJECT, "deadline", '"deadline" is not a field of a project', "by"),
    (PROJECT, "state", '"state" is not a field of a project', "status"),
    (DEAL, "submission", '"submission" is not a field of an opportunity', "calendar"),
    ("account_plan/communications/letter", "what", '"what" is not a field of a communication', "message"),
    (MEMBER, "role", '"role" is not a field of a member of the buying centre', "roles"),
    ("relationships", "buying_centre", '"buying_centre" is not a field of "relationships"', "buying_center"),
    ("account_knowledge", "challenge", '"challenge" is not a field of "account_knowledge"', "challenges"),
    ("account_knowledge", "csfs", '"csfs" is not a field of "account_knowledge"', "success_factors"),
    ("summary/aim", "shrt", '"shrt" is not a field of "aim"', "short"),
]


@pytest.mark.parametrize(("holder", "key", "message", "meant"), UNKNOWN_KEYS)
def test_unknown_key(header: dict[str, Any], holder: str, key: str, message: str, meant: str) -> None:
    (found,) = said(header, f"{holder}/{key}", "supporter")
    assert (found.code, found.message, found.key, found.on) == ("KAM012", message, key, "key")
    assert found.label == (f'did you mean "{meant}"?' if meant else "")


def test_unknown_key_that_lives_elsewhere(header: dict[str, Any]) -> None:
    (found,) = said(header, f"{FACTOR}/stance", "supporter")
    assert found.help == '"stance" belongs to a member of the buying centre'


@pytest.mark.parametrize(
    ("path", "remedy"),
    [
        ("account_plan/objectives/grow/value", '"value" belongs to an opportunity'),
        ("account_as_market/why", "it has year, advantages, share_of_wallet, results, competitors, "),
        (f"{DEAL}/submission", "write `calendar: {submission: …}`"),
        (
            f"{DEAL}/deadline",
            "it has what, using, answers, in, advances, origin, stage, buying_step and more; ",
        ),
    ],
)
def test_where_an_unknown_key_belongs(header: dict[str, Any], path: str, remedy: str) -> None:
    (found,) = said(header, path, "x")
    assert found.help.startswith(remedy)


def test_unknown_key_that_nobody_knows(header: dict[str, Any]) -> None:
    (found,) = said(header, "summary/aim/hobby", "golf")
    assert found.help == 'it has short, medium and long; a key of your own begins with "x-"'


def test_word_as_key(header: dict[str, Any]) -> None:
    (found,) = said(header, "product_knowledge/decision_criteria/price/relevance/decidr", "7x5")
    assert (found.code, found.message) == ("KAM012", '"decidr" under "relevance" is not a role')
    assert found.label == 'did you mean "decider"?'


VALUES: list[tuple[str, Any, str, str]] = [
    (f"{PROJECT}/by", "30.06.2028", '"by" should be a date, not "30.06.2028"', "2028-06-30"),
    (f"{PROJECT}/by", "06/30/2028", '"by" should be a date, not "06/30/2028"', "2028-06-30"),
    (f"{PROJECT}/by", "05/06/2028", '"by" should be a date, not "05/06/2028"', "2028-06-05 or 2028-05-06"),
    (f"{PROJECT}/by", "2028-30-06", '"by" should be a date, not "2028-30-06"', "2028-06-30"),
    (f"{PROJECT}/by", "30.6.28", '"by" should be a date, not "30.6.28"', "2028-06-30"),
    (f"{PROJECT}/by", "2028–06–30", '"by" should be a date, not "2028–06–30"', "2028-06-30"),
    (f"{DEAL}/value", "-3.4M", '"value" should be an amount, 0 or more, not "-3.4M"', ""),
    (f"{PROJECT}/by", "Q2 2028", '"by" should be a date, not "Q2 2028"', "2028-Q2"),
    (f"{PROJECT}/by", "2028-6-30", '"by" should be a date, not "2028-6-30"', "2028-06-30"),
    (f"{PROJECT}/by", "2028/06", '"by" should be a date, not "2028/06"', "2028-06"),
    (f"{PROJECT}/by", "30 June 2028", '"by" should be a date, not "30 June 2028"', "2028-06-30"),
    (f"{PROJECT}/by", "June 2028", '"by" should be a date, not "June 2028"', "2028-06"),
    (f"{PROJECT}/by", "31.06.2028", '"by" should be a date, not "31.06.2028"', ""),
    (f"{PROJECT}/by", "TBD", '"by" should be a date, not "TBD"', "unknown"),
    (f"{PROJECT}/by", 30062028, '"by" should be a date, not 30062028', ""),
    (f"{PROJECT}/budget", "12 M", '"budget" should be an amount, not "12 M"', "12M"),
    (f"{PROJECT}/budget", "12,5M", '"budget" should be an amount, not "12,5M"', "12.5M"),
    (f"{PROJECT}/budget", "12 Mio", '"budget" should be an amount, not "12 Mio"', "12M"),
    (f"{PROJECT}/budget", "$12M", '"budget" should be an amount, not "$12M"', "12M"),
    (f"{PROJECT}/budget", "EUR 250k", '"budget" should be an amount, not "EUR 250k"', "250k"),
    (f"{PROJECT}/budget", "1,200,000", '"budget" should be an amount, not "1,200,000"', "1200000"),
    (f"{PROJECT}/budget", "1.200.000,50", '"budget" should be an amount, not "1.200.000,50"', "1200000.50"),
    (f"{PROJECT}/budget", "a lot", '"budget" should be an amount, not "a lot"', ""),
    ("account_plan/objectives/grow/target", "12 M",
     '"target" should be a number with or without a unit, not "12 M"', "12M"),
    (f"{DEAL}/value", -3, '"value" should be an amount, 0 or more, not -3', ""),
    (f"{DEAL}/value", Decimal("-2.50"), '"value" should be an amount, 0 or more, not -2.5', ""),
    (f"{DEAL}/probability", 140, '"probability" should be a share in percent, 0 to 100, not 140', ""),
    (f"{DEAL}/probability", "55 percent",
     '"probability" should be a share in percent, 0 to 100, not "55 percent"', "55"),
    (f"{PROJECT}/by", "never", '"by" should be a date, not "never"', "none"),
    (f"{PROJECT}/by", "asap", '"by" should be a date, not "asap"', ""),
    (f"{DEAL}/probability", "high", '"probability" should be a share in percent, 0 to 100, not "high"', ""),
    (f"{DEAL}/cabs/budget", "planned", '"budget" should be an amount, not "planned"', "{state: planned}"),
    (f"{MEMBER}/contacts/mara-lind", "month", '"mara-lind" should be a date, not "month"', "{every: month}"),
    (f"{DEAL}/term", 4, '"term" should be a stretch of time, not 4', "4 years"),
    (f"{DEAL}/term", "1", '"term" should be a stretch of time, not "1"', "1 year"),
    (f"{DEAL}/term", "5 years plus 3", '"term" should be a stretch of time, not "5 years plus 3"', "5 years"),
    (f"{DEAL}/term", "3yrs", '"term" should be a stretch of time, not "3yrs"', ""),
    (f"{DEAL}/term", "monthly", '"term" should be a stretch of time, not "monthly"', "month"),
    (f"{DEAL}/term", "every 2 weeks", '"term" should be a stretch of time, not "every 2 weeks"', "2 weeks"),
    (f"{DEAL}/stage", "won", '"won" is not one of the words for "stage"', "contract"),
    (f"{DEAL}/proposition_check/benefits_shown", "true",
     '"true" is not one of the words for "benefits_shown"', "yes"),
    (f"{DEAL}/proposition_check/benefits_shown", "off",
     '"off" is not one of the words for "benefits_shown"', "no"),
    (f"{MEMBER}/stance", "Supportr", '"Supportr" is not one of the words for "stance"', "supporter"),
    (f"{MEMBER}/stance", "conditional supporter",
     '"conditional supporter" is not one of the words for "stance"', "conditional-supporter"),
    (f"{MEMBER}/stance", "none", '"none" is not one of the words for "stance"', ""),
    (f"{MEMBER}/stance", "neutral",
     '"neutral" is not one of the words for "stance"', "constructive-critic or unknown"),
    (f"{MEMBER}/influence", "neutral", '"neutral" is not one of the words for "influence"', ""),
    (f"{MEMBER}/roles", "decision-maker", '"decision-maker" is not one of the words for "roles"', "decider"),
    (f"{MEMBER}/roles", "User, decider",
     '"User, decider" is not one of the words for "roles"', "[user, decider]"),
    (f"{MEMBER}/name", "unknown", '"name" should be a text, not "unknown"', ""),
    (f"{MEMBER}/title", 3, '"title" should be a text, not 3', '"3"'),
    ("selection/attractiveness/size", 7, '"size" should be a whole number from 1 to 5, not 7', ""),
    ("selection/attractiveness/size", "4", '"size" should be a whole number from 1 to 5, not "4"', "4"),
    ("currency", "eur", '"currency" should be three capitals, not "eur"', "EUR"),
    ("period", "Q4 2026", '"period" should be a quarter, not "Q4 2026"', "2026-Q4"),
    ("account_as_market/open_space/north/pumps", "Kestrel AG",
     '"pumps" should be our sales, a competitor\'s id or a word, not "Kestrel AG"', "kestrel-ag"),
    ("account_as_market/open_space/north/pumps", "none",
     '"pumps" should be our sales, a competitor\'s id or a word, not "none"', ""),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message", "meant"), VALUES)
def test_wrong_value(header: dict[str, Any], path: str, value: Any, message: str, meant: str) -> None:
    (found,) = said(header, path, value)
    assert (found.code, found.on, found.at) == ("KAM020", "value", tuple(path.split("/")))
    assert (found.message, found.label) == (message, f"did you mean {meant}?" if meant else "")


NORTH = "account_as_market/open_space/north/pumps"
DATES, OR = "write 2028-06-30, 2028-06, 2028-Q2 or 2028", "; `unknown` or `none` may stand instead"
TOLD = "a sentence goes into `what`: "
HELPS = [
    (f"{PROJECT}/by", "asap", DATES + OR),
    (f"{PROJECT}/by", "30.06.2028", DATES),
    (f"{DEAL}/probability", "high", f"write a number of percent: 25 or 12.5{OR}"),
    (f"{DEAL}/term", "5 years plus 3", "one stretch of time stands here; the rest goes into a text"),
    (NORTH, "lost to Kornhoff in 2024",
     TOLD + '`{state: competitor, who: kornhoff, what: "lost to Kornhoff in 2024"}`'),
    (NORTH, "open since the spring", TOLD + '`{state: open, what: "open since the spring"}`'),
    (NORTH, "nobody has asked them", TOLD + '`{state: unknown, what: "nobody has asked them"}`'),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "remedy"), HELPS)
def test_what_to_write_instead(header: dict[str, Any], path: str, value: str, remedy: str) -> None:
    (found,) = said(header, path, value)
    assert found.help == remedy


@pytest.mark.parametrize("written", ["7 x 5", "7*5", "7×5", "7X5"])
def test_relevance(header: dict[str, Any], written: str) -> None:
    (found,) = said(header, "product_knowledge/decision_criteria/price/relevance/buyer", written)
    assert found.label == "did you mean 7x5?"


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0", {}, []])
def test_blank_is_one_mistake(header: dict[str, Any], value: Any) -> None:
    (found,) = said(header, "account_knowledge/challenges", value)
    assert (found.code, found.message) == ("KAM019", '"challenges" is empty')
    assert found.help == "write the value, `unknown`, `none` or leave the line out"


def test_blank_where_nothing_may_stand_instead(header: dict[str, Any]) -> None:
    (found,) = said(header, "name", None)
    assert found.help == "write the value or leave the line out"


def test_blank_item(header: dict[str, Any]) -> None:
    (found,) = said(header, "decisions_wanted", ["A crew", None])
    assert (found.code, found.message, found.at) == (
        "KAM019",
        'an item of "decisions_wanted" is empty',
        ("decisions_wanted", 1),
    )


SHAPES: list[tuple[str, Any, str, str]] = [
    (f"{PROJECT}/what", {"text": "x"}, '"what" should be a text, not fields under it', "write for example"),
    (f"{PROJECT}/by", ["2028"],
     '"by" should be a date, not a list', "write it alone, without brackets or a hyphen"),
    ("summary/aim", "Named in their plan.",
     '"aim" should be fields of its own, not the text "Named in their plan."',
     "it has short, medium and long; `unknown` and `none` may stand instead"),
    ("account_knowledge/challenges", "Web breaks",
     '"challenges" should be entries, each under an id of your choice, not the text "Web breaks"',
     "put each under an id"),
    ("account_knowledge/challenges", [{"what": "Web breaks on machine 4"}],
     '"challenges" should be entries, each under an id of your choice, not a list',
     'put each under an id of your choice instead of a hyphen: `web-breaks-on: "Web breaks on machine 4"`'),
    ("account_plan/activities", [{"what": "Six weeks of runs", "by": "2027"}],
     '"activities" should be entries, each under an id of your choice, not a list',
     "put each under an id of your choice instead of a hyphen: `six-weeks-of: {what: …}`"),
    ("decisions_wanted", {"-ask": "A second hub"},
     '"decisions_wanted" should be a text or a list of texts, not fields under it',
     "a blank is missing after the hyphen"),
    (f"{MEMBER}/contacts", "mara-lind",
     '"contacts" should be lines, each under the id of one of our people, not the text "mara-lind"',
     "put a colon and its value behind each: `contacts: {mara-lind: 2026-10-06}`"),
    (f"{MEMBER}/contacts", ["mara-lind", "tor-vik"],
     '"contacts" should be lines, each under the id of one of our people, not a list',
     "put a colon and its value behind each: `contacts: {mara-lind: 2026-10-06, tor-vik: 2026-10-06}`"),
    (f"{MEMBER}/contacts", "Mara Lind",
     '"contacts" should be lines, each under the id of one of our people, not the text "Mara Lind"',
     "put each under an id of its own"),
    (f"{DEAL}/negotiation/concessions", {"we_can": "wait"},
     '"concessions" should be a list, each item with a hyphen, not fields under it',
     "begin each item with a hyphen on a line of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "message", "remedy"), SHAPES)
def test_wrong_shape(header: dict[str, Any], path: str, value: Any, message: str, remedy: str) -> None:
    (found,) = said(header, path, value)
    assert (found.code, found.message, found.on) == ("KAM021", message, "value")
    assert found.help.startswith(remedy)


def test_a_word_that_belongs_into_a_field(header: dict[str, Any]) -> None:
    (found,) = said(header, "relationships/continuum/layer", "consultative")
    assert found.label == "did you mean {now: consultative}?"


IDS = [
    ("Tom", "a capital letter", "tom"),
    ("tom_reyes", "an underscore", "tom-reyes"),
    ("tom reyes", "a blank", "tom-reyes"),
    ("tom-müller", '"ü"', "tom-mueller"),
    ("josé", '"é"', "jose"),
    ("2027-budget", "it begins with a digit", "budget-2027"),
    ("tom--reyes", "a hyphen stands between two parts, once", "tom-reyes"),
    ("open", "the format keeps this word for itself", "open-member"),
    ("unknown", "the format keeps this word for itself", "unknown-member"),
    ("con", "operating systems keep this word for a device", "con-member"),
    ("x-tom", 'keys of your own begin with "x-"', "tom"),
    ("a" * 70, "it has 70 characters, and 64 are the most", "a" * 64),
    ("李", '"李"', ""),
]


@pytest.mark.parametrize(("name", "reason", "near"), IDS)
def test_bad_id(header: dict[str, Any], name: str, reason: str, near: str) -> None:
    (found,) = said(header, f"relationships/buying_center/{name}", {"title": "Completion lead"})
    assert (found.code, found.on, found.key) == ("KAM022", "key", name)
    assert reason in found.message
    assert found.label == (f'did you mean "{near}"?' if near else "")


def test_bad_id_in_a_link(header: dict[str, Any]) -> None:
    (found,) = said(header, f"{PROJECT}/whose", "Jorunn Eide")
    assert (found.code, found.on, found.label) == ("KAM022", "value", 'did you mean "jorunn-eide"?')


def test_several_ids_as_one_text(header: dict[str, Any]) -> None:
    (found,) = said(header, f"{PROJECT}/whose", "Jorunn Eide, tor-hagen")
    assert found.label == "did you mean [jorunn-eide, tor-hagen]?"


def test_missing_header() -> None:
    found = check(
        {"kamc": 1, "account": "a", "period": "2026-Q4", "status": "draft", "profile": "short", "owner": "o"},
        "plan",
    )
    assert [(one.code, one.message, one.at) for one in found] == [
        ("KAM024", 'the file does not say its "name"', ("name",))
    ]
    assert (
        found[0].help
        == "add `name: Hollenbach Haustechnik` at the top (the account's name, as they write it)"
    )


def test_misspelled_header_is_one_mistake(header: dict[str, Any]) -> None:
    header["kmac"] = header.pop("kamc")
    assert [(one.code, one.label) for one in check(header, "plan")] == [("KAM012", 'did you mean "kamc"?')]


def test_newer_version_is_all_that_is_said() -> None:
    (found,) = check({"kamc": 2, "new_things": None}, "plan")
    assert (found.code, found.message) == ("KAM025", "this file is written for kamc 2; this is kamc 1")


@pytest.mark.parametrize("version", [0, "1", "one", None, Decimal("1.5")])
def test_version_that_never_was(header: dict[str, Any], version: Any) -> None:
    (found,) = said(header, "kamc", version)
    assert (found.code, found.help) == ("KAM025", "write `kamc: 1`, without quotes")


def test_ordered_by_path(header: dict[str, Any]) -> None:
    found = check({**header, "zeal": 1, "decisions_wanted": [1, *["ok"] * 9, 2], "currency": 3}, "plan")
    assert [one.at for one in found] == [
        ("currency",),
        ("decisions_wanted", 0),
        ("decisions_wanted", 10),
        ("zeal",),
    ]


def test_the_file_itself() -> None:
    (found,) = check(["a"], "catalogue")
    assert (found.code, found.message) == ("KAM021", "the file should be fields of its own, not a list")
