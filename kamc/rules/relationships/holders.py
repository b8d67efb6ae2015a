"""Who holds a role in the buying centre, for the rules that miss somebody."""

from collections.abc import Iterator

from kamc.diagnostics import Finding
from kamc.model.values import UNKNOWN, each
from kamc.rules.base import Subject
from kamc.rules.relationships.people import CENTRE
from kamc.words import counted


def nobody(subject: Subject, role: str, *, code: str, message: str, remedy: str) -> Iterator[Finding]:
    """The finding that no active member holds `role`. A buying centre that is `unknown` answers it."""
    members = subject.plan.relationships.buying_center
    active = [member for member in members.values() if member.is_open]
    if members.said is UNKNOWN or any(role in each(member.roles) for member in active):
        return
    label = f'{counted(len(active), "member")}, none with the role "{role}"' if active else "nobody is named"
    yield Finding(code=code, message=message, at=CENTRE, label=label, help=remedy)
