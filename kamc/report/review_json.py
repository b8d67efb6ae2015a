"""A review as JSON: the shape of one diff for each plan, with what a reviewer should know beside it."""

from typing import Any

from kamc.report.as_json import dumped, present
from kamc.report.changes_json import VERSION, diff_data, finding_data, number, side_data
from kamc.report.review import Decision, Review, Reviewed
from kamc.report.review_questions import questions


def report(review: Review) -> str:
    """The whole review as one document; an absent value is an omitted key."""
    found = [one.severity.word for one in review.found]
    data = {
        "version": VERSION,
        "base": review.base,
        "commit": review.fork,
        "as_of": review.as_of.isoformat(),
        "summary": {
            "plans": len(review.news),
            **{effect: sum(one.effects()[effect] for one in review.plans) for effect in ("worse", "better")},
            "unaccepted": sum(len(one.unaccepted) for one in review.plans),
            **{level: found.count(level) for level in ("error", "warning", "info")},
        },
        "unread": list(review.unread),
        "shared": list(review.shared),
        "plans": [_plan(one) for one in review.news],
    }
    return dumped(data, number)


def _plan(one: Reviewed) -> dict[str, Any]:
    before, now = one.status
    return {
        "plan": one.fate,
        **(diff_data(one.diff) if one.diff else _alone(one)),
        "findings": {"new": list(map(finding_data, one.found)), "gone": list(map(finding_data, one.gone))},
        "status": present({"old": before or None, "new": now or None}),
        "decisions": [_decision(one, each) for each in one.decisions],
        "briefs": {
            "changed": [each.name for each in one.briefs.changed],
            "new": [each.name for each in one.briefs.new],
            "gone": [each.name for each in one.briefs.gone],
        },
        "questions": questions(one),
        "unread": list(one.unread),
    }


def _alone(one: Reviewed) -> dict[str, Any]:
    """A plan with nothing beside it, or nothing that can be read."""
    side = side_data(one.side)
    gone = one.fate == "removed"
    return present({"old": side if gone else None, "new": None if gone else side})


def _decision(one: Reviewed, each: Decision) -> dict[str, Any]:
    waiver = each.reason
    told = present({"why": waiver.why, "by": waiver.by, "until": waiver.until}) if waiver else None
    return present({"change": one.changes.index(each.change), "accepted": told})
