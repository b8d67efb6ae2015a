import importlib
import pathlib
import pkgutil

import pytest

import kamc.rules
from kamc.diagnostics import Kind, Severity
from kamc.loader.refusals import SLUGS
from kamc.model.limits import Limits
from kamc.model.spec import spec
from kamc.rules import registry
from kamc.rules.base import Rule, severity

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = pathlib.Path(kamc.rules.__file__).parent
BLOCKS = {
    "0": "file",
    "1": "account",
    "2": "product",
    "3": "relationships",
    "4": "market",
    "5": "activities",
    "6": "links",
    "7": "change",
    "8": "portfolio",
}


def rule_modules() -> list[tuple[str, Rule]]:
    """Every module of a block that holds a rule."""
    names = [
        name for _, name, is_package in pkgutil.walk_packages([str(FOLDER)], "kamc.rules.") if not is_package
    ]
    modules = [importlib.import_module(name) for name in names if name.count(".") == 3]
    return [(module.__name__, module.RULE) for module in modules if hasattr(module, "RULE")]


def test_no_rule_file_is_missing_from_the_registry() -> None:
    assert len(rule_modules()) > 10
    assert [name for name, rule in rule_modules() if rule not in registry.RULES] == []


@pytest.mark.parametrize(("name", "rule"), rule_modules())
def test_a_rule_lies_in_its_block_under_its_slug(name: str, rule: Rule) -> None:
    assert name.split(".")[2:] == [BLOCKS[rule.code[3]], rule.slug.replace("-", "_")]


def test_codes_ascend_and_slugs_are_unique() -> None:
    codes = [rule.code for rule in registry.RULES]
    assert codes == sorted(set(codes))
    assert len(registry.BOOK.by_slug) == len(codes)


def test_the_loaders_codes_are_documented_under_its_slugs() -> None:
    assert {code: registry.BOOK.by_code[code].slug for code in SLUGS} == SLUGS


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.code)
def test_methods_are_named_in_the_text_and_numbered(rule: Rule) -> None:
    assert all(1 <= number <= 68 for number in rule.methods)
    if rule.check is not None:
        assert any(f"M{number}" in " ".join(rule.text.why) for number in rule.methods)


def test_there_are_more_than_a_hundred_judgements() -> None:
    judging = [rule for rule in registry.RULES if rule.judges]
    assert len(judging) > 100
    assert {rule.code[3] for rule in judging} == set("012345678")


@pytest.mark.parametrize("rule", registry.RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_a_remedy_and_a_severity(rule: Rule) -> None:
    assert (ROOT / "docs" / "rules" / rule.page).is_file()
    assert rule.text.remedy
    assert severity(rule, "approved") > Severity.OFF
    assert bool(rule.methods) or not rule.judges
    assert all(name in spec(Limits).by_key for name in rule.limits)


@pytest.mark.parametrize("name", sorted(spec(Limits).by_key))
def test_every_limit_is_used_by_a_rule(name: str) -> None:
    assert [rule.code for rule in registry.RULES if name in rule.limits]


@pytest.mark.parametrize("name", ["KAM301", "kam301", "no-facilitator", "No_Facilitator", " KAM301 "])
def test_find(name: str) -> None:
    assert registry.BOOK.find(name) is registry.BOOK.by_code["KAM301"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("no-facilitater", "no-facilitator"),
        ("KAM3O1", "KAM301"),
        ("csf_cuont", "csf-count"),
        ("zzz", None),
        ("KAM999", None),
        ("KAM30", None),
        ("KAM390", None),
        ("kam3ol", "KAM301"),
    ],
)
def test_nearest(text: str, meant: str | None) -> None:
    assert registry.BOOK.find(text) is None
    assert registry.BOOK.nearest(text) == meant


@pytest.mark.parametrize(
    ("kind", "levels"),
    [
        (Kind.STRUCTURE, ("error", "error", "error")),
        (Kind.GAP, ("info", "warning", "error")),
        (Kind.JUDGEMENT, ("warning", "warning", "warning")),
        (Kind.CLOCK, ("warning", "warning", "warning")),
    ],
)
def test_severity(kind: Kind, levels: tuple[str, str, str]) -> None:
    rule = Rule(code="KAM999", slug="x", kind=kind, methods=(), doc="")
    found = [severity(rule, status) for status in ("draft", "in-review", "approved")]
    assert found == [Severity[level.upper()] for level in levels]
