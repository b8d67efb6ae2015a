"""What `kamc.yaml` settles for a workspace, with the defaults where it is silent."""

import fnmatch
from collections.abc import Iterator, Mapping
from decimal import Decimal

import msgspec

from kamc.analysis.rates import Rates
from kamc.diagnostics import Finding, Severity
from kamc.model.fields import Audience
from kamc.model.limits import Limits
from kamc.model.settings import ACCENT, SettingsFile
from kamc.model.terms import HealthTerms, MatrixTerms
from kamc.model.values import Keyed, Word, each, known
from kamc.rules import registry
from kamc.rules.book import Book

FORMATS = ("md", "html")
"""What a build writes unless told otherwise."""
EVERY_FORMAT = (*FORMATS, "pdf", "docx", "pptx")
LETTER = frozenset(["US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE"])
"""Countries whose paper is Letter (CLDR); that of all others is A4."""
RATES_NEED = {
    "base": ("EUR", "the currency in which amounts are added"),
    "as_of": ("2026-09-30", "a rate holds for its day"),
}


class Override(msgspec.Struct, frozen=True):
    """Severities for the plans that one of the patterns fits (paths from the workspace, `*` any text)."""

    patterns: tuple[str, ...]
    rules: Mapping[str, Severity]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings of a workspace. `rules` maps a rule's code or slug to a severity; `book` has them all."""

    supplier: str | None = None
    currency: str | None = None
    rates: Rates | None = None
    locale: str | None = None
    fiscal_year_start: int = 1
    requires: str | None = None
    accent: str = ACCENT
    fonts: str | None = None
    docx: str | None = None
    pptx: str | None = None
    paper: str = "a4"
    logo: str | None = None
    rules: Mapping[str, Severity] = {}
    overrides: tuple[Override, ...] = ()
    limits: Limits = Limits()
    health: HealthTerms = HealthTerms()
    matrices: MatrixTerms = MatrixTerms()
    book: Book = registry.BOOK
    rule_packages: tuple[str, ...] = ()
    out: str = "dist"
    formats: tuple[str, ...] = FORMATS
    audience: Audience = Audience.TEAM
    reason_from: str = "leads"
    """From where on a change for the worse has to be accepted in its pull request."""

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
        rates=_rates(file),
        locale=_text(file.locale),
        fiscal_year_start=int(file.fiscal_year_start) if isinstance(file.fiscal_year_start, Decimal) else 1,
        requires=_text(file.requires),
        accent=_text(file.brand.accent) or ACCENT,
        fonts=_text(file.brand.fonts),
        docx=_text(file.brand.docx),
        pptx=_text(file.brand.pptx),
        paper=_text(file.brand.paper) or _paper(_text(file.locale) or ""),
        logo=_text(file.brand.logo),
        rules=_severities(file.rules),
        overrides=tuple(Override(each(one.plans), _severities(one.rules)) for one in file.overrides),
        limits=file.limits,
        health=file.health,
        matrices=file.matrices,
        rule_packages=each(file.rule_packages),
        out=_text(file.build.out) or "dist",
        formats=each(file.build.to) or FORMATS,
        audience=Audience[audience.upper()] if isinstance(audience, str) else Audience.TEAM,
        reason_from=_text(file.review.reason_from) or "leads",
    )


def faults(file: SettingsFile) -> Iterator[Finding]:
    """What a `kamc.yaml` leaves out that it cannot do without, where its fields are right one by one."""
    if not file.rates.to_base:
        return
    told = {"base": known(file.rates.base) or known(file.currency), "as_of": known(file.rates.as_of)}
    for key, (example, why) in RATES_NEED.items():
        if told[key] is None:
            yield Finding(
                code="KAM024",
                message=f"the rates do not say their `{key}`",
                at=("rates",),
                key=key,
                help=f"add `{key}: {example}` under `rates`: {why}",
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


def _paper(locale: str) -> str:
    """The paper of a locale's country."""
    return "letter" if locale.partition("-")[2] in LETTER else "a4"


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _rates(file: SettingsFile) -> Rates | None:
    """Rates with their base and their day; a currency that is worth nothing has none."""
    base, as_of = known(file.rates.base) or known(file.currency), known(file.rates.as_of)
    if base is None or as_of is None:
        return None
    to_base = {currency: rate for currency, one in file.rates.to_base.items() if (rate := known(one))}
    return Rates(base=base, as_of=as_of, to_base=to_base)


def _severities(rules: Keyed[Word]) -> dict[str, Severity]:
    return {name: Severity[word.upper()] for name, word in rules.items() if isinstance(word, str)}
