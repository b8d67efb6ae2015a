"""The history of an account or an entry as JSON; an absent value is an omitted key."""

from typing import Any

from kamc.report.as_json import dumped, present
from kamc.report.changes_json import change, number
from kamc.report.history import History, Point, Step, Trend, counts

VERSION = 1


def report(history: History) -> str:
    """The whole history as one document, steps from the first to the last."""
    data = {
        "version": VERSION,
        "account": history.account,
        "name": history.name,
        **({"id": history.id} if history.id else {}),
        "git": history.by_git,
        "cut_off": history.cut,
        "unread": list(history.unread),
        "steps": [_step(one) for one in history.steps],
        "trends": [_trend(one) for one in history.trends],
    }
    return dumped(data, number)


def _step(one: Step) -> dict[str, Any]:
    commit = one.commit
    return {
        "period": one.period,
        "path": one.path,
        "first": one.first,
        **(
            {
                "commit": commit.name,
                "author": commit.author,
                "date": commit.day.isoformat(),
                "subject": commit.subject,
            }
            if commit
            else {}
        ),
        "summary": counts(one),
        "changes": [change(each) for each in one.changes],
    }


def _trend(one: Trend) -> dict[str, Any]:
    return {
        "entity": one.entity,
        "id": one.id,
        "field": one.field,
        "effect": one.effect,
        "points": [_point(each) for each in one.points],
    }


def _point(one: Point) -> dict[str, Any]:
    return present(
        {
            "period": one.period or None,
            "commit": one.commit,
            "date": one.day.isoformat() if one.day else None,
            "value": one.text,
            "rank": one.rank,
        }
    )
