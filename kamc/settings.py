"""What `kamc.yaml` settles for a workspace, with the defaults where it is silent."""

import fnmatch
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from kamc.diagnostics import Severity
from kamc.model.fields import Audience
from kamc.model.limits import Limits
from kamc.model.shared import ACCENT, SettingsFile
from kamc.model.terms import HealthTerms
from kamc.model.values import Keyed, Word, each
from kamc.rules import registry
from kamc.rules.book import Book

FORMATS = ("md", "html")


class Override(msgspec.Struct, frozen=True):
    """Severities for the plans that one of the patterns fits (paths from the workspace, `*` any text)."""

    patterns: tuple[str, ...]
    rules: Mapping[str, Severity]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a workspace. `rules` maps a rule's code or slug to a severity; `book` has them all."""

    supplier: str | None = None
    currency: str | None = None
    locale: str | None = None
    fiscal_year_start: int = 1
    requires: str | None = None
    accent: str = ACCENT
    rules: Mapping[str, Severity] = {}
    overrides: tuple[Override, ...] = ()
    limits: Limits = Limits()
    health: HealthTerms = HealthTerms()
    book: Book = registry.BOOK
    rule_packages: tuple[str, ...] = ()
    out: str = "dist"
    formats: tuple[str, ...] = FORMATS
    audience: Audience = Audience.TEAM

    def severity(self, path: str, *names: str) -> Severity | None:
        """The severity that the settings give a rule, by any of its names, for the file at `path`."""
        fitting = [
            one.rules
            for one in self.overrides
            if any(fnmatch.fnmatchcase(path, glob) for glob in one.patterns)
        ]
        for rules in (*reversed(fitting), self.rules):
            for name in names:
                if name in rules:
                    return rules[name]
        return None

    def named_rules(self) -> tuple[str, ...]:
        """Every rule that the settings name, as written."""
        return tuple(name for rules in (self.rules, *(one.rules for one in self.overrides)) for name in rules)


def settings(file: SettingsFile) -> Settings:
    """The settings that a `kamc.yaml` describes."""
    audience = file.build.audience
    return Settings(
        supplier=_text(file.supplier),
        currency=_text(file.currency),
        locale=_text(file.locale),
        fiscal_year_start=int(file.fiscal_year_start) if isinstance(file.fiscal_year_start, Decimal) else 1,
        requires=_text(file.requires),
        accent=_text(file.brand.accent) or ACCENT,
        rules=_severities(file.rules),
        overrides=tuple(Override(each(one.plans), _severities(one.rules)) for one in file.overrides),
        limits=file.limits,
        health=file.health,
        rule_packages=each(file.rule_packages),
        out=_text(file.build.out) or "dist",
        formats=each(file.build.to) or FORMATS,
        audience=Audience[audience.upper()] if isinstance(audience, str) else Audience.TEAM,
    )


def unmet(requires: str | None, version: str) -> bool:
    """Whether the workspace asks for another version of kamc than this one (`>=1.2, <2`)."""
    if requires is None:
        return False
    from packaging.specifiers import InvalidSpecifier, SpecifierSet  # noqa: PLC0415 - few workspaces ask

    try:
        return not SpecifierSet(requires).contains(version, prereleases=True)
    except InvalidSpecifier:
        return True


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _severities(rules: Keyed[Word]) -> dict[str, Severity]:
    return {name: Severity[word.upper()] for name, word in rules.items() if isinstance(word, str)}
