"""KAM028: people who report to themselves in the end."""

from collections.abc import Iterator, Mapping

from kamc.diagnostics import Finding, Related
from kamc.links.graph import Node
from kamc.model.buying_center import Member
from kamc.model.values import each

HELP = "ask who is whose superior; leave `reports_to` out at the top, write `unknown` where you do not know"


def cycles(members: Mapping[str, Member]) -> Iterator[Finding]:
    """One finding for each circle of people who report to each other."""
    above = {
        id_: boss for id_, member in members.items() for boss in each(member.reports_to) if boss in members
    }
    told: set[str] = set()
    for start in sorted(above):  # where a circle begins must not hang on the order of the file
        circle = _circle(start, above)
        if circle and not told & set(circle):
            told |= set(circle)
            yield _cycle([Node(id_, "member", entry=members[id_]).title for id_ in circle], circle)


def _circle(start: str, above: Mapping[str, str]) -> list[str]:
    """The people from `start` up to where the line comes back to `start`; empty where it does not."""
    line = [start]
    while (boss := above.get(line[-1])) is not None and boss not in line:
        line.append(boss)
    return line if boss == start else []


def _cycle(names: list[str], circle: list[str]) -> Finding:
    first, *rest = names
    line = ", who reports to ".join([*rest, first])
    buying_center = ("relationships", "buying_center")
    return Finding(
        code="KAM028",
        message=f"{first} reports to {line}",
        at=(*buying_center, circle[0], "reports_to"),
        on="value",
        key=" ".join(sorted(circle)),
        label="the line comes back to where it began",
        help=HELP,
        related=tuple(
            Related(message=f"{name} again", at=(*buying_center, id_, "reports_to"), on="value")
            for name, id_ in zip(rest, circle[1:], strict=True)
        ),
    )
