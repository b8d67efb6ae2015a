"""Which accounts one person leads, for the rules on people."""

from collections.abc import Iterator, Mapping, Sequence

from kamc.analysis.selection import is_key
from kamc.diagnostics import Path, Related
from kamc.links.graph import grouped
from kamc.model.values import each, known
from kamc.rules.base import Holding, Portfolio
from kamc.words import spelled


def led(portfolio: Portfolio) -> Mapping[str, Sequence[Holding]]:
    """The latest plan of each account by its owner, as far as the people file names the owner."""
    people = portfolio.shared.people.people if portfolio.shared.people else {}
    pairs = ((owner, one) for one in portfolio.latest for owner in each(one.plan.owner) if owner in people)
    return grouped(pairs)


def key_accounts(portfolio: Portfolio) -> Iterator[tuple[str, Sequence[Holding]]]:
    """Each person who leads key accounts that we want to keep, with the plans of these."""
    for owner, holdings in led(portfolio).items():
        kept = [one for one in holdings if is_key(one.plan.selection.bucket, one.plan.selection.decision)]
        if kept:
            yield owner, kept


def name(portfolio: Portfolio, person: str) -> str:
    """How people call one of ours."""
    people = portfolio.shared.people
    found = people.people.get(person) if people else None
    return found.name if found is not None and isinstance(found.name, str) else spelled(person)


def title(holding: Holding) -> str:
    """The account's name."""
    return known(holding.plan.name) or holding.account


def shown_at(holding: Holding, message: str, *at: str) -> Related:
    """A place in a plan, for a finding that stands elsewhere."""
    path: Path = at
    return Related(message=message, at=path, on="value", file=holding.path)
