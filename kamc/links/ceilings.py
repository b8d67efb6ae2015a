"""KAM029: audiences that are wider than what they are asked for may ever be (law 13)."""

from collections.abc import Iterator

from kamc.diagnostics import Finding, Path
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.records import Part
from kamc.model.walk import locate, walk
from kamc.words import a, listed

READERS = {
    Audience.PRIVATE: "the account manager and the sponsor",
    Audience.TEAM: "our team",
    Audience.CUSTOMER: "the customer",
}


def above_ceiling(plan: Plan) -> Iterator[Finding]:
    """The records whose `audience` asks for more readers than they may have."""
    for step in walk(plan):
        if step.slot is None or step.slot.key != "audience" or not isinstance(step.value, str):
            continue
        asked, widest = Audience[step.value.upper()], _ceiling(step.holder, step.path[:-1])
        if asked > widest:
            yield _finding(step.holder, step.path, asked, widest)


def _finding(holder: Part, path: Path, asked: Audience, widest: Audience) -> Finding:
    words = listed([f"`{one.word}`" for one in Audience if one <= widest])
    return Finding(
        code="KAM029",
        message=f"{a(holder.about.title)} is for {READERS[widest]} at most, never for {READERS[asked]}",
        at=path,
        on="value",
        key=asked.word,
        label=f"{widest.word} is the widest",
        help=f"write {words}, or leave the line out",
    )


def _ceiling(holder: Part, path: Path) -> Audience:
    """The widest audience for a record: its own ceiling, and that of every field it stands in."""
    fields = (locate(Plan, path[:end]).field for end in range(1, len(path) + 1))
    return min([holder.about.ceiling, *(one.ceiling for one in fields if one and one.ceiling is not None)])
