"""Every one of our people on the list has a part in some plan.

Why: The people file holds those whom account managers can call on (M39: Le Bon and Herman, chapter 1). One
whom no plan names is help that nobody asks for, or has left without a word.

Bad:

    # plans/people.yaml
    people: {ute-hahn: {name: "Ute Hahn", title: "Claims"}}

Good:

    # plans/people.yaml
    people: {ute-hahn: {name: "Ute Hahn", title: "Claims", left: 2026-06-30}}

Remedy: See where they could help; or give them `left` and the day. Who has no part in any account need not
be on the list.
"""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Kind, Severity
from kamc.rules.base import PEOPLE, Portfolio, Rule, is_missing
from kamc.rules.portfolio.accounts import name
from kamc.rules.portfolio.unnamed import unnamed


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    people = portfolio.shared.people.people if portfolio.shared.people else {}
    for id_ in unnamed(portfolio, "person", people):
        if is_missing(people[id_].left):
            yield PEOPLE, unused(portfolio, id_)


def unused(portfolio: Portfolio, id_: str) -> Finding:
    return Finding(
        code=RULE.code,
        message=f"{name(portfolio, id_)} has no part in any account's plan",
        at=("people", id_),
        label="named in no latest plan",
        help="see where they could help, or give them `left` and the day",
    )


RULE = Rule(
    code="KAM806",
    slug="unused-person",
    kind=Kind.JUDGEMENT,
    methods=(39,),
    doc=__doc__,
    check_portfolio=check,
    most=Severity.INFO,
    holder=("people", "mara-lind"),
)
