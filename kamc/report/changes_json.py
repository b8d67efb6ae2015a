"""Changes as JSON, in the shape that the command-line contract fixes: an absent value is an omitted key."""

from decimal import Decimal
from typing import Any

from kamc.diff import summary
from kamc.model.change import Change, Diff, Place, Side
from kamc.report.as_json import dumped, place, present

VERSION = 1


def changes_json(diff: Diff) -> str:
    """The whole diff as one JSON document, changes in the order of the plan format."""
    return dumped({"version": VERSION, **diff_data(diff)}, number)


def diff_data(diff: Diff) -> dict[str, Any]:
    """Two sides, how many changes there are, and every one of them."""
    return {
        "old": side_data(diff.old),
        "new": side_data(diff.new),
        "summary": dict(summary(diff.changes)),
        "changes": [change(one) for one in diff.changes],
    }


def change(one: Change) -> dict[str, Any]:
    """One change as the contract names it."""
    return present(
        {
            "kind": one.kind,
            "entity": one.entity,
            "id": one.id,
            "pointer": one.pointer,
            "field": one.field,
            "old": one.old,
            "new": one.new,
            "effect": one.effect,
            "code": one.code,
            "message": one.message,
            "old_place": _place(one.old_place),
            "new_place": _place(one.new_place),
        }
    )


def side_data(side: Side) -> dict[str, Any]:
    """One of the two plans."""
    return present({"account": side.account, "name": side.name, "period": side.period, "path": side.path})


def _place(where: Place | None) -> dict[str, Any] | None:
    return None if where is None else {"path": where.path, **place(where.span)}


def number(value: object) -> int | float:
    """Exact numbers as JSON knows them: whole where they are whole."""
    if not isinstance(value, Decimal):
        raise TypeError(f"no JSON for {type(value).__name__}")
    return int(value) if value == value.to_integral_value() else float(value)
