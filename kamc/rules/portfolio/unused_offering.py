"""Every offering that can be bought has a place in some plan.

Why: The catalogue is kept once for all plans (M24: Beachgrass). An offering that no account is to buy, and
that stands in nobody's open space (M49), is a chance overlooked or a page to be withdrawn.

Bad:

    # plans/catalogue.yaml
    offerings: {snow-line: {name: Snow Line, what: "Lorries with chains, from November to March"}}

Good:

    # plans/catalogue.yaml
    offerings: {snow-line: {name: Snow Line, what: "Lorries with chains", status: planned, from: 2027-Q4}}

Good:

    # plans/catalogue.yaml
    offerings: {snow-line: {name: Snow Line, what: "Lorries with chains", withdrawn: 2026-03-31}}

Remedy: Put it into the open space of the accounts that could need it; or give it `withdrawn` and the day.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Severity
from kamc.model.shared import Offering
from kamc.model.values import known
from kamc.rules.base import CATALOGUE, Portfolio, Rule, is_missing
from kamc.rules.portfolio.unnamed import unnamed


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    offerings = portfolio.shared.catalogue.offerings if portfolio.shared.catalogue else {}
    for id_ in unnamed(portfolio, "offering", offerings):
        if is_sold(offerings[id_]):
            yield CATALOGUE, unused(id_, offerings[id_])


def is_sold(offering: Offering) -> bool:
    """Whether an offering can be bought today."""
    return offering.status not in {"planned", "withdrawn"} and is_missing(offering.withdrawn)


def unused(id_: str, offering: Offering) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"no account's plan speaks of {known(offering.name) or id_}",
        at=("offerings", id_),
        label="in nobody's open space",
        help="put it into the open space of the accounts that could need it, or give it `withdrawn`",
    )


RULE = Rule(
    code="KAM805",
    slug="unused-offering",
    kind=Kind.JUDGEMENT,
    methods=(24, 49),
    doc=__doc__,
    check_portfolio=check,
    most=Severity.INFO,
    holder=("offerings", "cold-line"),
)
