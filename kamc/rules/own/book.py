"""The book of a workspace: the built-in rules and a house's own, no code and no name twice."""

from collections.abc import Iterator, Mapping

import msgspec

from kamc.diagnostics import Finding
from kamc.model.own_rules import OwnRule
from kamc.model.settings import SettingsFile
from kamc.model.values import Keyed, each
from kamc.rules import registry
from kamc.rules.base import Rule
from kamc.rules.book import Book
from kamc.rules.own.declared import OWN_RULES, declared
from kamc.workspace import UsageError


class OwnRules(msgspec.Struct, frozen=True):
    """The book with a house's own rules in it, and what is wrong with those that kamc.yaml declares."""

    book: Book
    faults: tuple[Finding, ...] = ()


def own_rules(file: SettingsFile) -> OwnRules:
    """The rules that a kamc.yaml names and declares. Raises `UsageError` for a package that gives none."""
    named = _named(each(file.rule_packages))
    made = {slug: declared(slug, one) for slug, one in file.own_rules.items()}
    faults = (fault for _, found in made.values() for fault in found)
    twice = _twice(file.own_rules, (*registry.RULES, *named))
    rules = (rule for rule, _ in made.values() if rule)
    own = tuple(sorted((*named, *rules), key=lambda rule: rule.code))
    return OwnRules(Book((*registry.RULES, *own)), (*faults, *twice))


def _named(names: tuple[str, ...]) -> tuple[Rule, ...]:
    if not names:
        return ()
    from kamc.rules.own.packages import rules_of  # noqa: PLC0415 - few workspaces have some

    return _unique(rules_of(names))


def _unique(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The rules of packages, told apart. Raises `UsageError`."""
    seen: dict[str, Rule] = {name: rule for rule in registry.RULES for name in (rule.code, rule.slug)}
    for rule in rules:
        for name in (rule.code, rule.slug):
            if name in seen:
                raise UsageError(f"two rules are called {name}: {_called(seen[name])} and {_called(rule)}")
            seen[name] = rule
    return rules


def _called(rule: Rule) -> str:
    return f"{rule.code} {rule.slug}"


def _twice(own: Keyed[OwnRule], others: tuple[Rule, ...]) -> Iterator[Finding]:
    """Declared rules with the code or the name of another."""
    codes: Mapping[str, str] = {rule.code: rule.slug for rule in others}
    slugs = {rule.slug: rule.code for rule in others}
    seen = dict(codes)
    for slug, one in own.items():
        if slug in slugs:
            yield Finding(
                code="KAM026",
                message=f'"{slug}" is the name of another rule, {slugs[slug]}',
                at=(OWN_RULES, slug),
                key=slug,
                help="give yours another name",
            )
        code = one.code
        if isinstance(code, str) and code in seen:
            yield Finding(
                code="KAM026",
                message=f'{code} is the code of another rule, "{seen[code]}"',
                at=(OWN_RULES, slug, "code"),
                on="value",
                key=code,
                help="take the next number that is free",
            )
        elif isinstance(code, str):
            seen[code] = slug
