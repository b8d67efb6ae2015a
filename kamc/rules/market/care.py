"""What an alarm or a concern needs until it is settled, for the rules that miss it (M52, M58)."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.model.care import Alarm, Concern
from kamc.rules.base import Subject, is_missing
from kamc.words import listed, shown


def left_alone(subject: Subject, kind: str, answer: str, *, code: str, remedy: str) -> Iterator[Finding]:
    """A finding for each open one without owner, answer or check. `answer` is the field that holds it."""
    for node in subject.open(kind):
        lacks = dict(missing(node.entry, answer)) if isinstance(node.entry, Alarm | Concern) else {}
        if lacks:
            yield Finding(
                code=code,
                message=f"{shown(node.title)} has {listed(list(lacks.values()), 'and')}",
                at=(*node.path, next(iter(lacks))),
                label="who does what, until when?",
                help=remedy,
            )


def missing(one: Alarm | Concern, answer: str) -> Iterator[tuple[str, str]]:
    """The keys that are missing, and how to say so. An activity that it leads to is an answer as well."""
    if is_missing(one.owner):
        yield "owner", "no owner"
    if is_missing(getattr(one, answer)) and is_missing(one.leads_to):
        yield answer, f"no {answer}"
    if is_missing(one.by) and is_missing(one.verified):
        yield "by", "no day to check it"
