"""Declared rules: what they say and where, what they are silent about, and what is told of wrong ones."""

from typing import Any

import pytest

from kamc.diagnostics import Finding, Kind, Severity
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Profile
from kamc.model.settings import SettingsFile
from kamc.rules.base import Rule
from kamc.rules.explain import explain
from kamc.rules.own import own_rules
from tests.judging import subject
from tests.workspaces import SETTINGS, Place

GOOD = {"code": "ACME001", "each": "opportunity", "must": "{records: given}", "message": "'{name}: none'"}
NO_ALLIES = "{allies: none}"
DEAL = "account_plan: {{opportunities: {{night-runs: {{what: Night runs for all three hubs, {}}}}}}}"


def rules(text: str) -> dict[str, Rule]:
    """The rules that these lines declare."""
    data: Any = load(f"kamc: 1\nown_rules:\n{text}".encode(), SETTINGS).data
    file, problems = build(SettingsFile, data)
    assert not problems
    made = own_rules(file)
    assert not made.faults
    return {rule.slug: rule for rule in made.book.own}


def rule(**keys: str) -> Rule:
    """One rule, with the keys of a plain one where others are not given."""
    usual = {
        "code": "ACME001",
        "each": "opportunity",
        "must": "{records: given}",
        "message": "'{name}: none'",
    }
    lines = ", ".join(f"{key.rstrip('_')}: {value}" for key, value in (usual | keys).items())
    return rules(f"  crm: {{{lines}}}\n")["crm"]


def found(one: Rule, patch: str = "", ask: Profile = Profile.SHORT) -> list[Finding]:
    assert one.check
    return list(one.check(subject(patch, ask)))


def messages(one: Rule, patch: str = "") -> list[str]:
    return [each.message for each in found(one, patch)]


def test_a_finding_points_at_the_field_and_says_what_must_be() -> None:
    (one,) = found(rule(help="'add it'"), DEAL.format("stage: go"))
    assert one == Finding(
        code="ACME001",
        message='"Night runs for all three hubs": none',
        at=("account_plan", "opportunities", "night-runs", "records"),
        label="must be given",
        help="add it",
    )


@pytest.mark.parametrize(
    ("keys", "patch", "count"),
    [
        ({}, "stage: go, records: x", 0),
        ({}, "stage: go, records: [x]", 0),
        ({"where": "{stage: go}"}, "stage: go", 1),
        ({"where": "{stage: [go, closing]}"}, "stage: qualified", 0),
        ({"where": "{value: {at_least: 1M}}"}, "value: unknown", 0),
        ({"where": "{value: {at_least: 1M}}"}, "value: 1M", 1),
        ({"where": "{value: {at_least: 1M}, stage: go}"}, "value: 1M", 0),
        ({"where": "{account.selection.bucket: key}"}, "value: 1M", 1),
        ({"where": "{account.status: draft}"}, "value: 1M", 0),
        ({}, "stage: lost", 0),
        ({"where": "{stage: [go, lost]}"}, "stage: lost", 1),
        ({"where": "{stage: {not: go}}"}, "stage: lost", 1),
        ({"must": "{value: {at_least: 1M}}"}, "stage: go", 1),
        ({"must": "{value: {at_least: 1M}}"}, "value: unknown", 0),
        ({"must": "{value: known}"}, "value: unknown", 1),
        ({"must": "{value: known, records: given}"}, "stage: go", 1),
    ],
)
def test_of_what_it_speaks(keys: dict[str, str], patch: str, count: int) -> None:
    assert len(found(rule(**keys), DEAL.format(patch))) == count


def test_what_is_unknown_as_a_whole_is_not_asked() -> None:
    assert not found(rule(), "account_plan: {opportunities: {night-runs: unknown}}")
    assert not found(rule(), "account_plan: {opportunities: unknown}")
    assert not found(rule(each="selection", must="{bucket: key}"), "selection: unknown")


@pytest.mark.parametrize(
    ("each", "must", "patch", "at"),
    [
        ("account", "{records: given}", "", ["records"]),
        ("account", "{selection.coverage.time: {at_least: 30}}", "", ["selection/coverage/time"]),
        ("selection", "{coverage.time: given}", "", ["selection/coverage/time"]),
        ("member", "{influence: high}", "", ["relationships/buying_center/ines-bahr/influence"]),
        ("member", "{account.records: given}", "", ["records", "records"]),
        (
            "account_as_market.share_of_wallet",
            "{ours: {at_least: 2M}}",
            "",
            ["account_as_market/share_of_wallet/transport/ours"],
        ),
        (
            "account_as_market.open_space",
            "{serves: given}",
            "",
            [
                "account_as_market/open_space/north/cold-line/serves",
                "account_as_market/open_space/north/night-line/serves",
            ],
        ),
        (
            "account_plan.opportunities.cabs",
            "{allies: known}",
            "account_plan: {opportunities: {a: {cabs: %s}, b: {stage: lost, cabs: %s}}}".replace(
                "%s", NO_ALLIES
            ),
            ["account_plan/opportunities/a/cabs/allies"],
        ),
        ("objective", "{named_by: {kind: activity}}", "", ["account_plan/objectives/night-sales"]),
    ],
)
def test_where_it_points(each: str, must: str, patch: str, at: list[str]) -> None:
    findings = found(rule(each=each, must=must), patch)
    assert ["/".join(map(str, one.at)) for one in findings] == at


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("{name}", '"Night runs for all three hubs"'),
        ("{id} of {account}", "night-runs of Hafen-Spedition"),
        ("{stage}, {value}, {probability}", "go, 1.2M, 50 %"),
        ("{closes} for {term}", "2027-Q2 for 2 years"),
        ("{using} answers {answers}", 'night-line answers "Orders until ten at night, at the door by seven"'),
        ("{records}", '"{account}" and "x"'),
        ("{advances}, {competitors}, {cabs.budget}", "nothing, unknown, 250k"),
        ("{calendar} and {negotiation}", "1 entry and nothing"),
        ("{account.status} {account.owner}", "approved mara-lind"),
        ("{ and } and {{name}}", '{ and } and {"Night runs for all three hubs"}'),
        ("100 %s %(name)s", "100 %s %(name)s"),
    ],
)
def test_placeholders_are_filled_in_and_nothing_else(message: str, said: str) -> None:
    deal = DEAL.format(
        "stage: go, value: 1.2M, probability: 50, closes: 2027-Q2, term: 2 years, using: night-line, "
        'answers: night-cut, records: ["{account}", x], competitors: unknown, cabs: {budget: 250k}, '
        "calendar: {bids: 2027-03-12}"
    )
    one = rule(must="{why: given}", message=f"'{message}'")
    assert messages(one, deal) == [said]


def test_text_of_a_plan_is_data() -> None:
    name = "{account} {0.__class__} %s\\u001b[31m {{x}}\\nand a second line"
    patch = f'name: "{name}"\naccount_plan: {{opportunities: {{a: {{what: "{name}"}}}}}}'
    (said,) = messages(rule(message="'{name} of {account}'"), patch)
    flat = "{account} {0.__class__} %s\x1b[31m {{x}} and a second line"
    assert said == f'"{flat}" of {flat}'


@pytest.mark.parametrize(
    ("severity", "kind", "usual"),
    [
        ("error", Kind.JUDGEMENT, Severity.ERROR),
        ("warning", Kind.JUDGEMENT, Severity.WARNING),
        ("info", Kind.JUDGEMENT, Severity.INFO),
        ("by-status", Kind.GAP, None),
    ],
)
def test_severity(severity: str, kind: Kind, usual: Severity | None) -> None:
    one = rule(severity=severity)
    assert (one.kind, one.usual) == (kind, usual)


def test_defaults() -> None:
    one = rule()
    assert (one.usual, one.ask) == (Severity.WARNING, Profile.SHORT)
    assert rule(from_="extended").ask is Profile.EXTENDED


def test_its_explanation_is_made_from_what_it_asks() -> None:
    one = rule(
        where="{stage: {at_least: go}, what: {without: [discount, rebate]}}",
        must="{records: {contains: 'crm:'}, using: {not: unknown}}",
        why="The forecast is made from it.",
    )
    assert explain(one) == (
        "ACME001 crm\n\n"
        "Every opportunity where `stage` is at least go and `what` does not contain discount or rebate:\n"
        "`records` must contain crm: and `using` must not be unknown.\n\n"
        "A judgement: a warning.\n\n"
        "The forecast is made from it.\n\n"
        "It says: {name}: none\n\n"
        "What to do: do what the message says, or talk to whoever keeps kamc.yaml.\n\n"
        "To accept a finding, write this line on the entry that it is about, or on the block around it:\n\n"
        "    accepted: {crm: {why: …, by: …, until: …}}\n"
    )


# --- what is told of wrong ones -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "place", "said"),
    [
        ({"code": "KAM301"}, "4:11", "two to six capitals and three digits, not KAM"),
        ({"code": "acme1"}, "4:11", '"code" should be two to six capitals'),
        ({"code": None}, "3:3", 'the rule "crm" does not say its `code`'),
        ({"each": None}, "3:3", "does not say its `each`"),
        ({"must": None}, "3:3", "does not say its `must`"),
        ({"message": None}, "3:3", "does not say its `message`"),
        ({"evry": "x"}, "8:5", '"evry" is not a field of a rule of the house'),
        ({"each": "oportunity"}, "5:11", 'did you mean "opportunity"?'),
        ({"each": "account_plan.opportunites"}, "5:11", 'did you mean "opportunities"?'),
        (
            {"each": "account_plan.opportunities.value"},
            "5:11",
            "is a plain field: nothing can be asked of it",
        ),
        ({"each": "zzz"}, "5:11", "there are account, activity, advantage"),
        ({"must": "{recrods: given}"}, "6:12", 'did you mean "records"?'),
        ({"must": "{cabs.bugdet: given}"}, "6:12", 'did you mean "budget"?'),
        ({"must": "{calendar.bids: given}"}, "6:12", '"calendar" holds several things'),
        ({"must": "{value.much: given}"}, "6:12", '"value" is a plain field'),
        ({"must": "{account.statsu: draft}"}, "6:12", 'did you mean "status"?'),
        ({"must": "{stage: pursed}"}, "6:19", 'did you mean "pursued"?'),
        ({"must": "{stage: [go, pursed]}"}, "6:24", 'did you mean "pursued"?'),
        ({"must": "{records: givn}"}, "6:21", 'did you mean "given"?'),
        ({"must": "{value: much}"}, "6:19", '"value" is an amount, 0 or more, not much'),
        ({"must": "{value: {at_least: much}}"}, "6:30", '"value" is an amount'),
        ({"must": "{value: {at_leest: 1M}}"}, "6:20", 'did you mean "at_least"?'),
        ({"must": "{closes: 2027-02-30}"}, "6:20", "there is no 2027-02-30 in the calendar"),
        ({"must": "{closes: 30.06.2027}"}, "6:20", "did you mean 2027-06-30?"),
        ({"must": "{origin: {at_least: push}}"}, "6:31", '"origin" has no more and no less'),
        ({"must": "{stage: {at_least: lost}}"}, "6:30", '"lost" is not one of the words for "stage"'),
        ({"must": "{records: {at_least: many}}"}, "6:32", "a whole number"),
        ({"must": "{value: {contains: x}}"}, "6:30", "holds no text"),
        ({"must": "{cabs: approved}"}, "6:18", '"cabs" has fields of its own'),
        ({"must": "{cabs: {contains: x}}"}, "6:29", "name one of its fields"),
        ({"must": "{value: {kind: activity}}"}, "6:26", '"value" names no other entry'),
        ({"must": "{answers: {kind: chalenge}}"}, "6:28", 'did you mean "challenge"?'),
        ({"must": "{answers: {kind: activity}}"}, "6:28", 'is not a kind that "answers" can name'),
        ({"must": "{records: {x-mine: 1}}"}, "6:", 'nothing is asked of "records"'),
        ({"where": "{stge: go}"}, "8:13", 'did you mean "stage"?'),
        ({"message": '"{nme} has none"'}, "7:14", 'did you mean "{name}"?'),
        ({"message": '"{stgae} has none"'}, "7:14", 'did you mean "{stage}"?'),
        ({"message": '"{zzz} has none"'}, "7:14", '"{zzz}" is not anything that can be filled in'),
        ({"message": '"{} has none"'}, "7:14", "can be filled in"),
        ({"message": '"{cabs.bugdet} has none"'}, "7:14", 'did you mean "budget"?'),
        ({"severity": "fatal"}, "8:15", '"fatal" is not one of the words'),
        ({"from": "long"}, "8:11", '"long" is not one of the words'),
    ],
)
def test_a_wrong_one_is_told_with_its_place(
    here: Place, keys: dict[str, str | None], place: str, said: str
) -> None:
    lines = "".join(f"    {key}: {value}\n" for key, value in {**GOOD, **keys}.items() if value)
    here.write(SETTINGS, f"kamc: 1\nown_rules:\n  crm:\n{lines}")
    done = here.call("check")
    assert (done.status, done.out) == (2, "")
    assert f"kamc.yaml:{place}" in done.err
    assert said in " ".join(done.err.split())
    assert "the settings are wrong" in done.err


def test_everything_that_is_wrong_is_told_at_once(here: Place) -> None:
    here.write(
        SETTINGS,
        "kamc: 1\nown_rules:\n"
        "  one: {code: ACME001, each: oportunity, must: {records: given}, message: x}\n"
        "  two: {code: ACME001, each: opportunity, must: {recrds: given, stage: goo}, message: '{x}'}\n"
        "  no-facilitator: {code: ACME002, each: account, must: {records: given}, message: x}\n",
    )
    done = here.call("check")
    assert done.status == 2
    assert done.err.count(" --> kamc.yaml:") == 6
    assert 'ACME001 is the code of another rule, "one"' in done.err
    assert '"no-facilitator" is the name of another rule, KAM301' in done.err
