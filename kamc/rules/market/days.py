"""How far off a day is, for the rules that read the clock."""

import datetime as dt

from kamc.model.values import Every, When
from kamc.rules.base import Subject
from kamc.words import a, counted


def is_near(subject: Subject, when: object, ahead: Every) -> bool:
    """Whether a date has not passed, but will within `ahead`. What is no date will not."""
    if not isinstance(when, When):
        return False
    return subject.as_of <= when.last <= subject.as_of + dt.timedelta(days=ahead.days)


def ahead(subject: Subject, when: When) -> str:
    """How far off a date is: `today`, `in 12 days`."""
    days = (when.last - subject.as_of).days
    return f"in {counted(days, 'day')}" if days else "today"


def long(stretch: Every) -> str:
    """A stretch of time in a sentence: `a year`, `6 months`."""
    return a(str(stretch)) if stretch.count == 1 else str(stretch)
