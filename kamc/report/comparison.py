"""What reports on several plans are made of: what became of each, what changed in it, and the sum (M4)."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal, TypeAlias, get_args

import msgspec

from kamc.diff import leads, summary
from kamc.model.change import Diff, Side
from kamc.report.style import Style

Fate: TypeAlias = Literal["changed", "added", "removed", "renamed"]
FATES: tuple[Fate, ...] = get_args(Fate)


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """One plan: what became of its file, and what changed in it.

    `diff` compares it with what it was; a new plan with its account's quarter before. There is none where the
    plan is gone, where it is an account's first, or where a side cannot be read (`unread` names such files).
    """

    fate: Fate
    side: Side
    old_path: str | None = None
    diff: Diff | None = None
    unread: tuple[str, ...] = ()
    gist: Mapping[str, int] | None = None
    """The summary of the diff, where `diff` holds the changes that lead alone."""
    json: str = ""
    """All of it as JSON, where it was written already: of many accounts, that takes less room than a diff."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many changes there are, of each effect and kind."""
        return self.gist or summary(self.diff.changes if self.diff else ())

    @property
    def is_change(self) -> bool:
        """Whether anything is different now."""
        return self.fate != "changed" or self.counts["changes"] > 0


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """Several plans. `title` says what is compared with what; `of_files` where it is files and a commit."""

    title: str
    compared: tuple[Compared, ...]
    of_files: bool = False
    style: Style = Style()
    verbose: bool = False

    @property
    def unread(self) -> tuple[str, ...]:
        """The files that could not be read, each once."""
        return tuple(dict.fromkeys(path for one in self.compared for path in one.unread))

    @property
    def worse(self) -> bool:
        """Whether anything got worse."""
        return any(one.counts["worse"] for one in self.compared)


def plans(comparison: Comparison) -> Mapping[str, int]:
    """How many plans were compared, and of how many which is different now, by what became of them."""
    fates = Counter(one.fate for one in comparison.compared if one.is_change)
    return {"compared": len(comparison.compared), **{fate: fates[fate] for fate in FATES}}


def changes(comparison: Comparison) -> Mapping[str, int]:
    """The summaries of all diffs, added."""
    sums = Counter[str](summary(()))
    for one in comparison.compared:
        sums.update(one.counts)
    return dict(sums)


def shortened(one: Compared) -> Compared:
    """The same with its counts and the change that leads, and no more: of many accounts, all can be held."""
    if one.diff is None:
        return one
    diff = Diff(old=one.diff.old, new=one.diff.new, changes=leads(one.diff.changes)[:1])
    return msgspec.structs.replace(one, diff=diff, gist=one.counts)
