"""Each term of a negotiation has a start, a target and a breaking point.

Why: Our space is where we start, what we want, and where we leave the table (M62: Le Bon and Herman,
Business Leadership). Whoever does not know the third before the talks finds it in them.

Bad:

    account_plan:
      opportunities: {hub-nights: {negotiation: {space: {price: {start: 41, target: 39}}}}}

Bad:

    account_plan:
      opportunities: {hub-nights: {negotiation: {strategy: collaborative}}}

Good:

    account_plan:
      opportunities:
        hub-nights: {negotiation: {space: {price: {start: 41, target: 39, breaking_point: 36}}}}

Good:

    account_plan:
      opportunities:
        hub-nights: {negotiation: {space: {price: {start: 41, target: 39, breaking_point: unknown}}}}

Remedy: Settle the three with your sponsor before the first talk, for each term: price, payment, volume,
length. What is not settled yet is `unknown`.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.links import Node
from kamc.model.fields import Profile
from kamc.model.opportunities import Negotiation
from kamc.model.values import UNKNOWN
from kamc.rules.activities.pipeline import negotiations
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed, shown

POINTS = {"start": "start", "target": "target", "breaking_point": "breaking point"}


def check(subject: Subject) -> Iterator[Finding]:
    for node, negotiation in negotiations(subject):
        if not negotiation.space:
            yield from without_terms(node, negotiation)
        for term, space in negotiation.space.items():
            missing = [field for field in POINTS if is_missing(getattr(space, field))]
            if missing and space.said is not UNKNOWN:
                yield without_points(node, term, missing)


def without_terms(node: Node, negotiation: Negotiation) -> Iterator[Finding]:
    if negotiation.space.said is not UNKNOWN:
        yield Finding(
            code=RULE.code,
            message=f"the negotiation of {shown(node.title)} has no limits: where do we leave the table?",
            at=(*node.path, "negotiation", "space"),
            label="which terms, and how far?",
            help="write under `space` for each term its `start`, `target` and `breaking_point`, "
            "or `space: unknown`",
        )


def without_points(node: Node, term: str, missing: list[str]) -> Finding:
    names = listed([POINTS[field] for field in missing])
    return Finding(
        code=RULE.code,
        message=f"the {term} of {shown(node.title)} is negotiated without a {names}",
        at=(*node.path, "negotiation", "space", term, missing[0]),
        key=term,
        label=f"no {names}",
        help="settle it before the talks, with your sponsor, or write `unknown`",
    )


RULE = Rule(
    code="KAM512",
    slug="negotiation-without-limits",
    kind=Kind.GAP,
    methods=(62,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
