"""The plan says how close the two houses are.

Why: The position on the relationship continuum decides what an account is worth investing, and which people
belong in it on both sides (M42: Le Bon and Herman, chapter 2); it is looked at each quarter (M4). Any of the
four scales will do: `layer` fits every account.

Bad:

    relationships: {continuum: {layer: ~, why: "They ask us about the hub."}}

Good:

    relationships: {continuum: {layer: ~, vendor_tier: {now: 2, wanted: 1}}}

Good:

    relationships: {continuum: {layer: {now: unknown}}}

Remedy: Ask yourself what they buy us as: goods by the price (transactional), help with their problem
(consultative), or a part of their own change (transformative). Write it as `layer: {now: …, wanted: …}`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.relationships import Layer, RelationshipLevel, RelationshipStep, VendorTier
from kamc.model.values import UNKNOWN
from kamc.rules.base import Rule, Subject, is_missing


def check(subject: Subject) -> Iterator[Finding]:
    one = subject.plan.relationships.continuum
    scales = (one.layer, one.vendor_tier, one.level, one.step)
    if one.said is UNKNOWN or any(says_where(scale) for scale in scales):
        return
    yield Finding(
        code=RULE.code,
        message=f"the plan does not say how close we and {subject.account} are",
        at=("relationships", "continuum", "layer", "now"),
        label="where are we now?",
        help="write `layer: {now: …, wanted: …}`: transactional, consultative or transformative",
    )


def says_where(scale: Layer | VendorTier | RelationshipLevel | RelationshipStep) -> bool:
    """Whether a scale says where we are; `unknown` is an answer."""
    return scale.said is UNKNOWN or not is_missing(scale.now)


RULE = Rule(
    code="KAM325",
    slug="no-position",
    kind=Kind.GAP,
    methods=(42, 4),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
