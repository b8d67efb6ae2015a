"""What gets worse in a pull request is accepted by somebody, with a reason.

Why: A plan may get worse: a decider turns away, an objective comes down, a day slips. What must not happen is
that it passes unnoticed (M4). Who writes down that they accept it has looked at it, and whoever approves the
pull request knows who answers for it and until when. `kamc review` alone asks this, since it alone knows what
stood there before. From where on a change has to be accepted is settled in `kamc.yaml` (`review:
reason_from`): those that lead a review, every one that is worse for us, or none.

Bad:

    # The target was 0.6M where the pull request began.
    account_plan: {objectives: {night-sales: {target: 0.4M}}}

Good:

    # The same pull request, with who accepts it, why and until when.
    account_plan:
      objectives:
        night-sales:
          target: 0.4M
          accepted:
            got-worse: {why: "The hub opens a year later", by: tor-vik, until: 2027-03-31}

Remedy: Say on the entry, or on the block around it, who accepts it, why and until when; what is gone is
accepted on the block. A waiver of another rule on change, such as `objective-lowered`, does it, too. Or take
the change back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from kamc.diagnostics import Finding, Kind
from kamc.model.change import Change
from kamc.rules.base import Rule

LEVELS: Mapping[str, Callable[[Change], bool]] = {
    "leads": lambda one: one.effect == "worse" and bool(one.topic),
    "worse": lambda one: one.effect == "worse",
    "off": lambda _: False,
}
"""From where on a change has to be accepted, by the word of the settings."""


def regressions(changes: Iterable[Change], level: str) -> Iterator[Change]:
    """The changes that somebody has to accept."""
    return filter(LEVELS[level], changes)


def finding(change: Change) -> Finding:
    """What is said of a change that nobody has accepted. It stands where the entry stands, or stood."""
    return Finding(
        code=RULE.code,
        message=f"this got worse, and nobody in the pull request accepts it: {change.message}",
        at=change.at,
        on="value" if change.field and change.new_at else "key",
        key=f"{change.kind} {change.field or ''}".strip(),
        label="worse than before the pull request",
        help=f"say who accepts it: `accepted: {{{RULE.slug}: {{why: …, by: …, until: …}}}}`, or take it back",
    )


RULE = Rule(
    code="KAM711",
    slug="got-worse",
    kind=Kind.JUDGEMENT,
    methods=(4,),
    doc=__doc__,
    on_review=True,
)
