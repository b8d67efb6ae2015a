"""The summary says where we should be in the short, the medium and the long term.

Why: Where should I be in three to six months, in six to eighteen, and beyond (M22: Le Bon and Herman,
chapter 2)? Without the first, nothing is urgent; without the last, every quarter looks like a good one.

Bad:

    summary: {aim: {long: ~}}

Good:

    summary: {aim: {long: unknown}}

Remedy: Write one sentence for each under `summary: aim`, so that a stranger could see in a year whether we
got there.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.rules.base import Rule, Subject, is_missing
from kamc.words import listed

TERMS = {"short": "in 3 to 6 months", "medium": "in 6 to 18 months", "long": "beyond 18 months"}


def check(subject: Subject) -> Iterator[Finding]:
    summary = subject.plan.summary
    missing = [term for term in TERMS if is_missing(getattr(summary.aim, term))]
    if missing and summary.said is None and summary.aim.said is None:
        yield Finding(
            code=RULE.code,
            message=f"the summary does not say where we should be in the {listed(missing)} term",
            at=("summary", "aim", missing[0]),
            label=f"where should we be {TERMS[missing[0]]}?",
            help=f"write {listed([f'`{term}`' for term in missing], 'and')} under `aim`, or `unknown`",
        )


RULE = Rule(
    code="KAM114",
    slug="aim-missing",
    kind=Kind.GAP,
    methods=(22,),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
