"""What `kamc.yaml` settles, and what is so without it."""

from decimal import Decimal
from typing import Any

import pytest

from kamc.diagnostics import Severity
from kamc.loader import load
from kamc.model.build import build
from kamc.model.fields import Audience
from kamc.model.settings import SettingsFile
from kamc.settings import Settings, faults, settings, unmet


def part(text: str) -> SettingsFile:
    data: Any = load(text.encode(), "kamc.yaml").data
    return build(SettingsFile, data)[0]


def read(text: str) -> Settings:
    return settings(part(text))


def test_a_file_that_says_nothing_settles_the_defaults() -> None:
    assert read("kamc: 1") == Settings()


def test_everything() -> None:
    found = read(
        "kamc: 1\nsupplier: Kühlwerk\ncurrency: EUR\nfiscal_year_start: 4\nrequires: '>=0.1'\n"
        "brand: {accent: '#102030', logo: brand/logo.svg}\n"
        "build: {out: briefs, to: html, audience: private}\n"
    )
    assert found == Settings(
        supplier="Kühlwerk",
        currency="EUR",
        fiscal_year_start=4,
        requires=">=0.1",
        accent="#102030",
        logo="brand/logo.svg",
        out="briefs",
        formats=("html",),
        audience=Audience.PRIVATE,
    )


RATES = "kamc: 1\nrates: {base: EUR, as_of: 2026-09-30, to_base: {USD: 0.92, SEK: 0.0915, XXX: 0}}\n"


def test_rates_have_their_base_and_their_day() -> None:
    rates = read(RATES).rates
    assert rates is not None
    assert (rates.base, str(rates.as_of)) == ("EUR", "2026-09-30")
    assert rates.to_base == {"USD": Decimal("0.92"), "SEK": Decimal("0.0915")}


@pytest.mark.parametrize(("lost", "key"), [("base: EUR, ", "base"), ("as_of: 2026-09-30, ", "as_of")])
def test_rates_without_a_base_or_a_day_are_none_and_a_fault(lost: str, key: str) -> None:
    text = RATES.replace(lost, "")
    assert read(text).rates is None
    (fault,) = faults(part(text))
    assert (fault.code, fault.at, fault.key) == ("KAM024", ("rates",), key)
    assert fault.message == f"the rates do not say their `{key}`"


def test_the_base_of_rates_is_the_currency_of_the_workspace() -> None:
    text = RATES.replace("base: EUR, ", "").replace("rates", "currency: CHF\nrates")
    rates = read(text).rates
    assert rates is not None
    assert rates.base == "CHF"
    assert list(faults(part(text))) == []


@pytest.mark.parametrize("text", ["kamc: 1", "kamc: 1\nrates: unknown", RATES])
def test_nothing_that_is_needed_is_left_out(text: str) -> None:
    assert list(faults(part(text))) == []


RULES = """\
kamc: 1
rules: {csf-count: warning, KAM301: info}
overrides:
- {plans: plans/hafen-*/*, rules: {csf-count: error, no-facilitator: off}}
- {plans: [plans/*/2026-Q3.yaml, plans/*/2026-Q2.yaml], rules: {KAM101: info}}
"""


@pytest.mark.parametrize(
    ("path", "names", "severity"),
    [
        ("plans/werft/2026-Q4.yaml", ("KAM101", "csf-count"), Severity.WARNING),
        ("plans/werft/2026-Q4.yaml", ("KAM301", "no-facilitator"), Severity.INFO),
        ("plans/werft/2026-Q4.yaml", ("KAM302", "no-decider"), None),
        ("plans/hafen-spedition/2026-Q4.yaml", ("KAM101", "csf-count"), Severity.ERROR),
        ("plans/hafen-spedition/2026-Q4.yaml", ("KAM301", "no-facilitator"), Severity.OFF),
        ("plans/hafen-spedition/2026-Q3.yaml", ("KAM101", "csf-count"), Severity.INFO),
        ("plans/werft/2026-Q2.yaml", ("KAM101", "csf-count"), Severity.INFO),
    ],
)
def test_the_last_that_fits_counts(path: str, names: tuple[str, ...], severity: Severity | None) -> None:
    assert read(RULES).severity(path, *names) is severity


def test_every_rule_that_is_named() -> None:
    assert read(RULES).named_rules() == ("csf-count", "KAM301", "csf-count", "no-facilitator", "KAM101")


@pytest.mark.parametrize(
    ("requires", "version", "is_unmet"),
    [
        (None, "0.1.0", False),
        (">=0.1", "0.1.0", False),
        (">=0.1", "0.1", False),
        (">=0.2", "0.1.9", True),
        (">=1.2, <2", "1.10.0", False),
        (">=1.2,<2", "2.0.0", True),
        (">= 1.2", "1.2.0", False),
        ("==1.2", "1.2.0", False),
        ("==1.2", "1.2.1", True),
        ("!=1.2.1", "1.2.1", True),
        ("~=1.2", "1.9", False),
        ("~=1.2", "2.0", True),
        ("~=1.2", "1.1", True),
        ("<=1.2", "1.2.0", False),
        (">1.2", "1.2.0", True),
        (">=1.10", "1.9.0", True),
        (">=0.2", "0.2.0.dev1", True),
    ],
)
def test_which_versions_may_work_here(requires: str | None, version: str, is_unmet: bool) -> None:
    assert unmet(requires, version) is is_unmet
