"""What a shared file holds and no plan names."""

from collections.abc import Iterator, Mapping

from kamc.rules.base import Portfolio
from kamc.words import nearest


def unnamed(portfolio: Portfolio, kind: str, held: Mapping[str, object]) -> Iterator[str]:
    """The ids in a shared file that no latest plan names.

    Not those that a link means with a slip of the finger: that it leads nowhere is a finding of its own.
    """
    named = portfolio.named.get(kind, frozenset())
    astray = sorted(named - held.keys())
    return (id_ for id_ in held if id_ not in named and nearest(id_, astray) is None)
