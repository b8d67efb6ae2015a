"""Nobody of ours has more than two activities due in one week.

Why: What is due together is done in a hurry. Our best plans move a date; our worst ones miss three.

Bad:

    account_plan:
      activities:
        hub-trial: {owner: mara-lind, by: 2026-12-02}
        claims-talk: {owner: mara-lind, by: 2026-12-03}
        door-plan: {what: "A plan of the doors", advances: win-jan, owner: mara-lind, by: 2026-12-04}

Good:

    account_plan:
      activities:
        hub-trial: {owner: mara-lind, by: 2026-12-02}
        claims-talk: {owner: mara-lind, by: 2026-12-03}
        door-plan: {what: "A plan of the doors", advances: win-jan, owner: tor-vik, by: 2026-12-04}

Remedy: Move one of them, or give it to somebody else.
"""

from collections import defaultdict
from collections.abc import Iterator

from kamc.rules.api import Finding, Kind, Rule, Subject, counted, each, known

MOST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a person and week, on the activity that is one too many."""
    due: dict[tuple[str, int, int], list[str]] = defaultdict(list)
    for name, activity in subject.plan.account_plan.activities.items():
        by = known(activity.by)
        for owner in each(activity.owner):
            if activity.is_open and by:
                year, week, _ = by.last.isocalendar()
                due[owner, year, week].append(name)
    for (owner, _, week), names in due.items():
        if len(names) > MOST:
            yield Finding(
                code=RULE.code,
                message=f"{owner} has {counted(len(names), 'activity', 'activities')} due in week {week}",
                at=("account_plan", "activities", names[MOST], "by"),
                key=owner,
                label="one too many",
                help="move one of them, or give it to somebody else",
            )


RULE = Rule(code="ACME101", slug="crowded-week", kind=Kind.JUDGEMENT, doc=__doc__, check=check)
