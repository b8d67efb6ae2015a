"""Several plans' changes as JSON: the shape of one diff, many times, with what became of each file (M4)."""

from typing import Any

from kamc.report.as_json import dumped, present
from kamc.report.changes_json import VERSION, diff_data, number, side_data
from kamc.report.comparison import Compared, Comparison, changes, plans

NEXT_LINE = "\n    "
"""Each diff is written by itself: as one value, many of them would take more memory than their text."""


def report(comparison: Comparison) -> str:
    """The whole comparison as one document, plans in their order; an absent value is an omitted key."""
    data = {
        "version": VERSION,
        "summary": {"plans": plans(comparison), **changes(comparison)},
        "unread": list(comparison.unread),
        "diffs": [],
    }
    head, tail = dumped(data).rsplit("[]", 1)
    diffs = [one.json or plan(one) for one in comparison.compared]
    return f"{head}[{NEXT_LINE}{f',{NEXT_LINE}'.join(diffs)}\n  ]{tail}" if diffs else head + "[]" + tail


def plan(one: Compared) -> str:
    """One plan, as it stands in the document."""
    diff = diff_data(one.diff) if one.diff else _alone(one)
    data = {"plan": one.fate, **diff, **({"unread": list(one.unread)} if one.unread else {})}
    return dumped(data, number).rstrip().replace("\n", NEXT_LINE)


def _alone(one: Compared) -> dict[str, Any]:
    """A plan with nothing beside it, or nothing that can be read."""
    side = side_data(one.side)
    gone = one.fate == "removed"
    return present({"old": side if gone else None, "new": None if gone else side})
