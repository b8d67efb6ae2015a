"""The group of verbs, and the verbs that print what is known: schema and explain."""

import pathlib
import re

import click
import pytest

from kamc import __version__, cli
from kamc.rules import registry
from tests.workspaces import SETTINGS, Place

SCHEMAS = pathlib.Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize(("verb", "near"), [("chek", "check"), ("Build", "build"), ("explian", "explain")])
def test_an_unknown_verb_is_told_the_nearest(nowhere: Place, verb: str, near: str) -> None:
    done = nowhere.call(verb)
    assert (done.status, done.out) == (2, "")
    assert f"there is no verb {verb!r}. Did you mean {near}?" in done.err


def test_an_unknown_verb_that_is_near_none_is_told_all(nowhere: Place) -> None:
    assert f"The verbs are {', '.join(cli.VERBS)}." in nowhere.call("frobnicate").err


def test_every_verb_has_help(nowhere: Place) -> None:
    overview = nowhere.call("--help")
    assert overview.status == 0
    for verb in cli.VERBS:
        assert f"  {verb} " in overview.out
        done = nowhere.call(verb, "--help")
        assert (done.status, done.err) == (0, "")
        assert done.out.startswith(f"Usage: kamc {verb} ")


def test_the_many_options_of_check_stand_under_headings_each_once(nowhere: Place) -> None:
    text = nowhere.call("check", "--help").out
    assert re.findall(r"^[A-Z].*:$", text, re.MULTILINE) == [
        "What is checked:",
        "What is told:",
        "What makes it fail:",
        "What is set aside:",
        "What is mended:",
        "Options:",
    ]
    check = cli.group.get_command(click.Context(cli.group), "check")
    assert check is not None
    options = [one.opts[-1] for one in check.params if isinstance(one, click.Option)]
    found = re.findall(r"^  (?:-., )?(--[a-z-]+)", text.partition("What is checked:")[2], re.MULTILINE)
    assert sorted(found) == sorted((*options, "--help"))
    assert found[-2:] == ["--workspace", "--help"]
    assert found[-3] == "--diff"


def test_version(nowhere: Place) -> None:
    assert nowhere.run("--version") == (0, f"kamc {__version__}\n", "")


@pytest.mark.parametrize("name", sorted(path.stem for path in SCHEMAS.glob("*.json")))
def test_schema_prints_what_is_published(nowhere: Place, name: str) -> None:
    published = (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")
    assert nowhere.call("schema", name) == (0, published, "")


def test_schema_without_a_name_is_that_of_plans(nowhere: Place) -> None:
    done = nowhere.run("schema")
    assert done == (0, (SCHEMAS / "plan.json").read_text(encoding="utf-8"), "")


def test_a_schema_that_is_none(nowhere: Place) -> None:
    assert nowhere.call("schema", "plans").status == 2


@pytest.mark.parametrize("name", ["KAM301", "kam301", "no-facilitator"])
def test_explain(nowhere: Place, name: str) -> None:
    done = nowhere.call("explain", name)
    assert (done.status, done.err) == (0, "")
    assert "KAM301" in done.out


@pytest.mark.parametrize("name", [(), ("KAM301",)])
def test_explain_in_markdown_leads_to_no_page_that_is_not_there(
    nowhere: Place, name: tuple[str, ...]
) -> None:
    done = nowhere.call("explain", *name, "--format", "markdown")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("# KAM301 no-facilitator\n" if name else "# Rules\n")
    assert "](" not in done.out


def test_explain_in_json(nowhere: Place) -> None:
    one = nowhere.call("explain", "no-facilitator", "--format", "json").data
    assert one["version"] == 1
    assert one["rule"]["methods"] == ["M31", "M32"]
    assert one["rule"]["severity"] == {"draft": "info", "in-review": "warning", "approved": "error"}
    every = nowhere.call("explain", "--format", "json").data
    assert [rule["code"] for rule in every["rules"]] == [rule.code for rule in registry.RULES]
    assert one["rule"] in every["rules"]


@pytest.mark.parametrize(("start", "codes"), [("KAM8", "KAM8"), ("kam10", "KAM10"), ("KAM", "KAM")])
def test_explain_lists_the_rules_whose_codes_begin_so(nowhere: Place, start: str, codes: str) -> None:
    wanted = [rule.code for rule in registry.RULES if rule.code.startswith(codes)]
    done = nowhere.call("explain", start)
    assert (done.status, re.findall(r"^  (KAM\d+)  ", done.out, re.MULTILINE)) == (0, wanted)
    found = nowhere.call("explain", start, "--format", "json").data["rules"]
    assert [one["code"] for one in found] == wanted


def test_explain_lists_every_rule(nowhere: Place) -> None:
    done = nowhere.call("explain")
    assert done.status == 0
    assert all(rule.code in done.out and rule.slug in done.out for rule in registry.RULES)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("no-facilitatr", "did you mean no-facilitator?"),
        ("KAM999", ""),
        ("zzz", "kamc explain lists them all"),
    ],
)
def test_explain_a_rule_that_is_none(nowhere: Place, name: str, said: str) -> None:
    done = nowhere.call("explain", name)
    assert (done.status, done.out) == (2, "")
    assert f"there is no rule {name}; " in done.err
    assert said in done.err


OWN = "own_rules:\n  crm: {code: ACME001, each: opportunity, must: {records: given}, message: None}\n"


def test_explain_shows_the_rules_of_the_house_where_it_is_run(here: Place) -> None:
    here.write(SETTINGS, f"kamc: 1\n{OWN}")
    here.monkeypatch.chdir(here.root / "plans")
    *_, last = here.call("explain").out.partition("\n\nHouse rules\n")
    assert re.sub(r" +", " ", last).startswith(
        " ACME001 crm Every opportunity: `records` must be given.\n\nkamc explain CODE says more of one, "
    )
    assert here.call("explain", "CRM").out.startswith("ACME001 crm\n\nEvery opportunity:")
    assert "did you mean ACME001?" in here.call("explain", "ACME002").err


def test_explain_knows_kamcs_own_rules_whatever_the_settings_say(here: Place) -> None:
    here.write(SETTINGS, f"kamc: 1\n{OWN.replace('opportunity', 'oportunity')}")
    assert here.call("explain", "KAM301").status == 0
    assert "House rules" not in here.call("explain").out
    done = here.call("explain", "ACME001")
    assert (done.status, done.out) == (2, "")
    assert 'did you mean "opportunity"?' in done.err
