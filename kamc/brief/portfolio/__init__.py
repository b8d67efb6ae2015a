"""The portfolio brief: what a sales director reads of all accounts, the most important first."""

from collections.abc import Sequence

from kamc.analysis.pooled import funnel
from kamc.analysis.portfolio import concentration, ranked
from kamc.analysis.standing import Standing
from kamc.brief.given import Run
from kamc.brief.header import Header
from kamc.brief.names import names
from kamc.brief.portfolio import accounts, head, money
from kamc.brief.portfolio.accounts import Wanted
from kamc.brief.portfolio.given import MORE_DECISIONS, Asked, Made, Part, more
from kamc.brief.portfolio.matrices import Matrices, matrices
from kamc.brief.portfolio.money import Concentrated
from kamc.brief.shown import Piece, Shown, joined
from kamc.brief.standing import Figure
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.speech import Speech, message

__all__ = ["Asked", "PortfolioBrief", "portfolio"]


FINAL = message(
    "No classification is final: what most of the matrices suggest stands beside what was decided."
)


class PortfolioBrief(Piece, frozen=True, kw_only=True):
    """Everything that the brief says, in the order in which it is read."""

    header: Header
    scope: str
    stand: str
    notes: tuple[Shown, ...]
    figures: tuple[Figure, ...]
    decisions: tuple[Wanted, ...]
    more_decisions: str
    watch: Part
    matrices: Matrices
    differing: str
    by_bucket: Part
    by_manager: Part
    concentration: Concentrated
    pipeline: Part
    space: Part
    lacking: Part


def portfolio(standings: Sequence[Standing], *, run: Run, asked: Asked) -> PortfolioBrief:
    """The brief over some accounts. Raises `ValueError` for a customer: nobody reads of another's account."""
    if asked.audience is Audience.CUSTOMER:
        raise ValueError("a customer reads no portfolio")
    made = Made(
        held=ranked(standings, rates=asked.rates, currency=run.currency or ""),
        run=run,
        asked=asked,
        owners=names(Plan(), asked.people, None).known,
    )
    known = concentration(made.held, rates=asked.rates, currency=made.currency)
    flow = funnel(made.held, asked.rates, made.currency)
    placed = matrices(made.held, made.speech, made.asked.leads)
    return PortfolioBrief(
        header=head.header(made),
        scope=head.scope(made),
        stand=head.stand(made, known),
        notes=tuple(head.notes(made)),
        figures=tuple(head.figures(made, known, flow)),
        decisions=tuple(accounts.decisions(made)),
        more_decisions=more(
            made.speech, sum(len(one.decisions) for one in made.held), MORE_DECISIONS, "kamc export"
        ),
        watch=accounts.watch(made),
        matrices=placed,
        differing=_differing(placed, made.speech),
        by_bucket=accounts.by_bucket(made),
        by_manager=accounts.by_manager(made),
        concentration=money.concentrated(made, known),
        pipeline=money.pipeline(flow, made.speech),
        space=money.space(made),
        lacking=accounts.lacking(made),
    )


def _differing(placed: Matrices, speech: Speech) -> str:
    """What stands above the table of decisions that differ."""
    undecided = placed.undecided
    nothing = (
        speech.count(
            undecided,
            "For {n} account nothing is decided yet.",
            "For {n} accounts nothing is decided yet.",
        )
        if undecided
        else ""
    )
    if not placed.differ:
        same = speech.say("Every decision is what the figures suggest.") if placed.charts else ""
        return joined(("" if undecided else same, nothing), " ")
    return joined(
        (
            speech.say(FINAL),
            nothing,
        ),
        " ",
    )
