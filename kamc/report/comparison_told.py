"""What every report on several plans says in words of its own: what became of each file, and the sum (M4)."""

from kamc.report.comparison import Compared, Comparison, Fate, plans
from kamc.words import counted, listed

FATES: dict[Fate, str] = {
    "changed": "changed",
    "added": "new",
    "removed": "deleted",
    "renamed": "moved",
}


def name(one: Compared) -> str:
    """The account and the quarter."""
    return ", ".join(filter(None, (one.side.name or one.side.path or "", one.side.period)))


def sentence(one: Compared) -> str:
    """What became of a file, in words; empty where it goes without saying."""
    path = one.side.path or ""
    if one.unread:
        return f"Not compared: {listed(one.unread, 'and')} cannot be read."
    if one.fate == "removed":
        return f"{path} is deleted."
    if one.fate == "renamed":
        moved = f"{one.old_path or ''} is now {path}"
        return f"{moved}." if one.diff and one.diff.changes else f"{moved}; what it says did not change."
    if one.fate == "added" and one.diff:
        return f"{path} is new, and compared with the quarter before."
    return f"{path} is new, and the first plan of its account." if one.fate == "added" else ""


def closing(comparison: Comparison) -> str:
    """How many plans there were, and what became of them."""
    counts = plans(comparison)
    if not counts["compared"]:
        return f"{comparison.title}, no plan has changed."
    kinds = [f"{counts[fate]} {word}" for fate, word in FATES.items() if counts[fate]]
    if comparison.unread:
        kinds.append(f"{len(comparison.unread)} that cannot be read")
    sum_ = listed(kinds, "and") or "nothing changed"
    alone = sum(one.fate == "changed" and not one.diff and not one.unread for one in comparison.compared)
    first = f"; {alone} without a quarter before" if alone else ""
    return f"{counted(counts['compared'], 'plan')} compared: {sum_}{first}."
