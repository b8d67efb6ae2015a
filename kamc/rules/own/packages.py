"""Rules of a house's own written in Python: packages that kamc.yaml names, found by their entry points."""

import re
from collections.abc import Iterable, Iterator
from importlib import metadata

from kamc.model import values
from kamc.model.limits import Limits
from kamc.model.spec import spec
from kamc.rules.base import Rule
from kamc.words import did_you_mean, nearest
from kamc.workspace import SETTINGS, UsageError

GROUP = "kamc.rules"
CODE = re.compile(values.OWN_CODE)
SLUG = re.compile(values.ID_SHAPE)


def rules_of(names: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of the packages that go by these names. Raises `UsageError`."""
    installed = metadata.entry_points(group=GROUP)
    return tuple(rule for name in dict.fromkeys(names) for rule in _rules(name, installed))


def _rules(name: str, installed: metadata.EntryPoints) -> Iterator[Rule]:
    found = tuple({one.value: one for one in installed.select(name=name)}.values())
    if not found:
        hint = did_you_mean(nearest(name, sorted(installed.names)), "; install them beside kamc")
        raise UsageError(f"{SETTINGS} names the rule package {name}, and no such rules are installed{hint}")
    if len(found) > 1:
        both = " and ".join(sorted(one.value for one in found))
        raise UsageError(f"two installed packages call their rules {name}: {both}; uninstall one of them")
    for rule in _loaded(name, found[0]):
        if not isinstance(rule, Rule):
            raise UsageError(
                f"the rule package {name} gives a {type(rule).__name__}, and no kamc.rules.api.Rule"
            )
        for fault in _faults(rule):
            raise UsageError(f"the rule package {name} gives the rule {rule.code}, but {fault}")
        yield rule


def _loaded(name: str, one: metadata.EntryPoint) -> tuple[object, ...]:
    try:
        rules = one.load()
    except Exception as fault:
        why = f"{type(fault).__name__}: {fault}"
        raise UsageError(f"the rule package {name} cannot be imported: {why}") from fault
    if not isinstance(rules, tuple | list):
        raise UsageError(f"the rule package {name} gives no rules: {one.value} should be a tuple of them")
    return tuple(rules)


def _faults(rule: Rule) -> Iterator[str]:
    """What is wrong with a rule, so that no book could hold it."""
    if not CODE.fullmatch(str(rule.code)):
        yield "its code should be two to six capitals of the house's own (not KAM) and three digits"
    if not SLUG.fullmatch(str(rule.slug)):
        yield "its slug should be small letters and digits, joined by hyphens"
    if not (rule.check or rule.check_shared or rule.check_portfolio):
        yield "it has no check"
    for limit in rule.limits:
        if limit not in spec(Limits).by_key:
            yield f"there is no limit {limit}{did_you_mean(nearest(limit, spec(Limits).by_key))}"
    try:
        rule.text  # noqa: B018 - reading it is the test
    except ValueError as fault:
        yield str(fault)
