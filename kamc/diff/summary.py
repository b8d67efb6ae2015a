"""How many changes of which sort a diff holds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

from kamc.model.change import Change, ChangeKind, Effect

EFFECTS = get_args(Effect)
KINDS = get_args(ChangeKind)


def summary(changes: Sequence[Change]) -> Mapping[str, int]:
    """The number of changes, of each effect, and of each kind."""
    found = Counter[str](word for one in changes for word in (one.effect, one.kind))
    return {"changes": len(changes), **{word: found[word] for word in (*EFFECTS, *KINDS)}}
