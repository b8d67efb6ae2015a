"""Changes as JSON, in the shape that the command-line contract fixes: an absent value is an omitted key."""

from decimal import Decimal
from typing import Any

from kamc.diagnostics import Diagnostic, pointer
from kamc.diff import leads, summary
from kamc.model.change import Change, Diff, Difference, Figure, Likely, Place, Promised, Side
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
        "leads": [diff.changes.index(one) for one in leads(diff.changes)],
        "figures": [figure(one) for one in diff.figures],
        "findings": {"new": list(map(finding_data, diff.found)), "gone": list(map(finding_data, diff.gone))},
        "promises": list(map(_promise, diff.promises)),
        "left_alone": list(diff.left_alone),
        "suggested": list(map(_likely, diff.suggested)),
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
            "difference": _difference(one.difference),
            "topic": one.topic or None,
            "code": one.code,
            "message": one.message,
            "old_place": _place(one.old_place),
            "new_place": _place(one.new_place),
        }
    )


def figure(one: Figure) -> dict[str, Any]:
    """One figure before and after."""
    return present(
        {
            "key": one.key,
            "title": one.title,
            "unit": one.unit,
            "old": one.old,
            "new": one.new,
            "effect": one.effect,
            "difference": _difference(one.difference),
            "message": one.message,
        }
    )


def _difference(one: Difference | None) -> dict[str, Any] | None:
    if one is None:
        return None
    percent = None if one.percent is None else round(one.percent, 1)
    return present({"by": one.by, "unit": one.unit or None, "percent": percent})


def finding_data(one: Diagnostic) -> dict[str, Any]:
    """A finding in short; `kamc check` says all of it."""
    return present(
        {
            "code": one.code,
            "slug": one.slug,
            "severity": one.severity.word,
            "message": one.message,
            "path": one.path,
            **place(one.span),
            "pointer": one.pointer,
            "lineage": one.lineage,
        }
    )


def _promise(one: Promised) -> dict[str, Any]:
    return present(
        {
            "entity": one.entity,
            "id": one.id,
            "what": one.what,
            "by": one.by,
            "outcome": one.outcome,
            "done": one.done or None,
            "moved_to": one.moved_to or None,
            "effect": one.effect,
            "message": one.message,
        }
    )


def _likely(one: Likely) -> dict[str, Any]:
    return {
        "entity": one.entity,
        "old": one.old,
        "new": one.new,
        "likeness": one.likeness,
        "old_pointer": pointer(one.old_at),
        "new_pointer": pointer(one.new_at),
        "message": one.message,
    }


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
