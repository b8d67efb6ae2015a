"""What a reviewer should ask about a plan: few questions, from what changed and what was found (M4, M19)."""

from collections.abc import Callable, Iterator, Mapping

from kamc.model.change import Change, Promised
from kamc.report.review import Reviewed
from kamc.words import counted, listed

MOST = 4
"""How many questions a review asks of one plan: more are not asked in a meeting."""
JOINT_PLAN = "joint-plan"
OVERDUE = frozenset(("carried-over-again", "dropped", "gone"))
"""What became of a promise that somebody has to answer for."""

WORSE: Mapping[str, Callable[[Change, str], str]] = {
    "facilitator": lambda _, account: (
        f"Who at {account} speaks for us when we are not in the room, and by when do we have somebody new?"
    ),
    "decider": lambda one, _: f"What turned {_name(one)}, and who of ours speaks with them next?",
    "opportunity": lambda one, _: f"What did losing {_name(one)} teach us, and where else does it count?",
    "slip": lambda one, account: (
        f"What has to happen at {account} before {_name(one)} can close, and who there makes it happen?"
        if one.entity == "opportunity"
        else f"What do we do differently from now on, so that {_name(one)} does not slip again?"
    ),
    "objective": lambda one, _: (
        f"What made us ask less of {_name(one)}, and what would bring the old target back?"
        if one.field == "target"
        else f"Why was {_name(one)} missed, and what takes its place?"
    ),
    "competitor": lambda one, account: (
        f"What does {_name(one)} do for the success factors of {account} that we do not?"
    ),
    "share": lambda *_: "Where did the share go: to whom, for which of their needs, and why?",
}
"""A question about a change for the worse that leads, by its topic."""
FOUND: Mapping[str, str] = {
    "no-facilitator": "Who at {account} could speak for us when we are not in the room?",
    "no-decider": "Who at {account} decides, and how do we find out?",
    "decider-unreached": "Who of ours meets the people that decide, and when?",
    "single-thread": "What happens to the account when the one person who holds it is away?",
    "opponent-unanswered": "What would have to be true for those who are against us to stand aside?",
    "factor-unserved": "What of ours helps with the success factors that nothing serves?",
    "need-unanswered": "Which of their needs do we leave unanswered on purpose?",
    "nothing-next": "What is the next step that somebody at {account} has agreed to?",
    "certain-and-open": "What makes us so certain of what is still open?",
    "stage-back": "What did we believe of the opportunity that was not so?",
}
"""A question about a finding that is new, by its rule."""


def questions(one: Reviewed) -> tuple[str, ...]:
    """The questions, the weightiest first; none to a customer."""
    return tuple(dict.fromkeys(_asked(one)))[:MOST] if one.for_us else ()


def _asked(one: Reviewed) -> Iterator[str]:
    account = one.side.name or "the account"
    for change in one.leads:
        if change.effect == "worse" and change.topic in WORSE:
            yield WORSE[change.topic](change, account)
    yield from _approval(one)
    yield from (FOUND[each.slug].format(account=account) for each in one.found if each.slug in FOUND)
    yield from _of_factors(one, account)
    if one.diff:
        yield from (_promise(each) for each in one.diff.promises if each.outcome in OVERDUE)
        if one.diff.left_alone:
            alone = listed(one.diff.left_alone, "and")
            yield f"Did anybody look at the {alone} this quarter? Nothing is said anew."
    if any(each.name == JOINT_PLAN for each in one.briefs.changed):
        yield f"The page that {account} gets says something else now: has somebody read it as they will?"


def _approval(one: Reviewed) -> Iterator[str]:
    """Whoever approves should know with what."""
    before, now = one.status
    told = []
    if one.unaccepted:
        told.append(counted(len(one.unaccepted), "change for the worse", "changes for the worse"))
    if others := sum(each.severity.word != "info" for each in one.found):
        told.append(counted(others, "new finding"))
    if now == "approved" != before and told:
        yield f"It is to be approved with {listed(told, 'and')}: who answers for that?"


def _of_factors(one: Reviewed, account: str) -> Iterator[str]:
    for each in one.leads:
        if each.topic == "success-factor" and each.kind == "added":
            yield f"What of ours helps {account} with {_name(each)}?"
        elif each.topic == "success-factor" and each.kind in {"removed", "ended"}:
            yield f"Did {account} tell us that {_name(each)} no longer matters, or do we assume it?"


def _promise(one: Promised) -> str:
    return f"What do we tell them about “{one.what.rstrip('.')}”, which was due {one.by}?"


def _name(one: Change) -> str:
    """What a question calls a thing: a person by name, all else by its words."""
    if one.entity in {"member", "competitor"}:
        return one.name or one.id
    told = (one.name or one.subject or one.id).strip('“”"').rstrip(".")
    return f"“{told}”"
