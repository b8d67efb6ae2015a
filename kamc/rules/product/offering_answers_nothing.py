"""An offering in the plan answers a challenge, plan, project or success factor of theirs.

Why: Block two of the plan joins block one to what we sell (M2, M24: Beachgrass). An offering that answers
nothing of theirs is our catalogue, copied.

Bad:

    product_knowledge:
      offerings: {night-line: {answers: ~}}

Good:

    product_knowledge:
      offerings: {night-line: {answers: unknown}}

Remedy: Name in `answers` what of theirs it helps with. If there is nothing, leave the offering out; the
open space still shows that they do not buy it.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.rules.product.offered import name_of


def check(subject: Subject) -> Iterator[Finding]:
    catalogue = subject.shared.catalogue
    for id_, fit in subject.plan.product_knowledge.offerings.items():
        if is_missing(fit.answers) and fit.said is None:
            name = name_of(id_, catalogue.offerings.get(id_) if catalogue else None)
            yield Finding(
                code=RULE.code,
                message=f"{name} answers no need of {subject.account}",
                at=("product_knowledge", "offerings", id_, "answers"),
                label="what of theirs does it help with?",
                help="name in `answers` the need or success factor of theirs; or leave the offering out",
            )


RULE = Rule(
    code="KAM201",
    slug="offering-answers-nothing",
    kind=Kind.GAP,
    methods=(2, 24),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
