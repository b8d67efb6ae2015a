"""What there is to say about rules, as JSON (`kamc explain --format json`)."""

from collections.abc import Sequence
from typing import Any

from kamc import __version__
from kamc.model.limits import Limits
from kamc.model.spec import spec
from kamc.report.as_json import dumped
from kamc.rules.base import GAPS, Rule, severity
from kamc.rules.explain import BLOCKS
from kamc.rules.waivers import can_be_accepted

VERSION = 1


def rule_json(rule: Rule) -> str:
    """One rule."""
    return dumped({"version": VERSION, "kamc": __version__, "rule": described(rule)})


def rules_json(rules: Sequence[Rule]) -> str:
    """Several rules, in the order of their codes."""
    return dumped({"version": VERSION, "kamc": __version__, "rules": [described(rule) for rule in rules]})


def described(rule: Rule) -> dict[str, Any]:
    """A rule with its documentation, and how bad its findings are in a plan of each status."""
    doc = rule.text
    return {
        "code": rule.code,
        "slug": rule.slug,
        "kind": rule.kind.value,
        "block": BLOCKS[rule.code[3]],
        "title": doc.title,
        "why": list(doc.why),
        "methods": [f"M{number}" for number in rule.methods],
        "profile": rule.ask.word,
        "severity": {status: severity(rule, status).word for status in GAPS},
        "limits": {name: spec(Limits).by_key[name].field.example for name in rule.limits},
        "can_be_accepted": can_be_accepted(rule.code),
        "bad": list(doc.bad),
        "good": list(doc.good),
        "remedy": doc.remedy,
    }
