"""When the rules on what nothing takes up may speak (M2)."""

from collections.abc import Sequence

from kamc.links import Node
from kamc.links.taken_up import is_told
from kamc.rules.base import Subject


def if_told(
    subject: Subject, nodes: Sequence[Node], kinds: tuple[str, ...], fields: tuple[str, ...]
) -> Sequence[Node]:
    """`nodes` that seem to be named nowhere; none where entries of these kinds may name them after all.

    Nobody knows then what was meant there. And none where we give the account up.
    """
    return nodes if nodes and not subject.ends and is_told(subject.graph, kinds, fields) else ()
