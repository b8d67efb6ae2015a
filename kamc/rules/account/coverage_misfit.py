"""How an account is worked fits its place in the portfolio.

Why: Time rises with the bucket (M13), and the coverage model has to fit it (M68: Araujo). A key account on
a milk run is key on paper only; a whole team on a chance account is missing where it would earn more.

Bad:

    selection: {coverage: {model: milk-runner}}

Bad:

    selection: {bucket: opportunistic, coverage: {model: key-account-team}}

Good:

    selection: {bucket: maintenance, coverage: {model: milk-runner, time: 10}}

Remedy: Change the coverage, or say what the account is: both are decisions of the portfolio review. If the
two differ for a while only, accept the finding with the day on which they will not.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind
from kamc.model.fields import Profile
from kamc.model.values import known
from kamc.rules.base import Rule, Subject

MISFITS = {
    ("key", "milk-runner"): (
        "a key account on a milk run: regular calls and orders keep it, but do not grow it",
        "give it a farmer or a key account team, or call it `maintenance`",
    ),
    ("key-development", "milk-runner"): (
        "an account to be developed on a milk run: regular calls and orders keep it, but do not grow it",
        "give it a hunter, a farmer or a rainmaker, or call it `maintenance`",
    ),
    ("opportunistic", "key-account-team"): (
        "a key account team for an opportunistic account: it is missing where it would earn more",
        "let one person work it, or say in the review why it is `key-development`",
    ),
}


def check(subject: Subject) -> Iterator[Finding]:
    selection = subject.plan.selection
    bucket, model = known(selection.bucket), known(selection.coverage.model)
    misfit = MISFITS.get((bucket or "", model or ""))
    if misfit is not None:
        message, remedy = misfit
        yield Finding(
            code=RULE.code,
            message=message,
            at=("selection", "coverage", "model"),
            on="value",
            label=f"bucket: {bucket}",
            help=remedy,
        )


RULE = Rule(
    code="KAM118",
    slug="coverage-misfit",
    kind=Kind.JUDGEMENT,
    methods=(13, 68),
    doc=__doc__,
    check=check,
    ask=Profile.STANDARD,
)
