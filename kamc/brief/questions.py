"""Open questions: everything that the plan says it does not know, by name (M19)."""

from kamc.brief.given import Given
from kamc.brief.shown import Fact
from kamc.diagnostics import Path
from kamc.model import change
from kamc.model.plan import Plan
from kamc.model.spec import spec
from kamc.model.walk import Step, entries, walk
from kamc.speech import message
from kamc.speech.format import sentence

BLOCKS = {"selection": message("Why this account"), **change.BLOCKS}
HEADER = message("The plan itself")


def questions(given: Given) -> dict[str, tuple[Fact, ...]]:
    """Per block, what is open: the thing, and which of its facts are not known."""
    found: dict[str, dict[str, list[str]]] = {}
    entry_of = {one.path: one.id for one in entries(given.plan)}
    for step in walk(given.plan):
        if step.is_open_question:
            subject, fact = _told(given, step, entry_of)
            block = found.setdefault(BLOCKS.get(str(step.path[0]), HEADER), {})
            block.setdefault(subject, []).append(fact)
    return {
        given.speech.say(block): tuple(
            Fact(subject, ", ".join(dict.fromkeys(one))) for subject, one in held.items()
        )
        for block, held in found.items()
    }


def _told(given: Given, step: Step, entry_of: dict[Path, str]) -> tuple[str, str]:
    """What a question is about, and which fact of it."""
    for length in range(len(step.path), 0, -1):
        id = entry_of.get(step.path[:length])
        if id is not None:
            return given.names.of(id), _fact(given, step.path[length:])
    if len(step.path) == 1:
        return part_of(given, step.path[0]), given.speech.say("all of it")
    head = _names(given, step.path[1:-1]) or (part_of(given, step.path[0]),)
    return sentence(": ".join(head)), _fact(given, step.path[-1:])


def _fact(given: Given, path: Path) -> str:
    return (
        given.speech.small(", ".join(_names(given, path)))
        if path and not _is_name(given, path[-1])
        else _names(given, path)[-1]
        if path
        else given.speech.say("all of it")
    )


def _is_name(given: Given, key: str | int) -> bool:
    return str(key) in given.names.known


def _names(given: Given, path: Path) -> tuple[str, ...]:
    return tuple(
        given.names.of(str(key)) if _is_name(given, key) else given.speech.field(str(key))
        for key in path
        if not isinstance(key, int)
    )


def part_of(given: Given, key: str | int) -> str:
    """What a part of a plan is called."""
    slot = spec(Plan).by_key.get(str(key))
    return sentence(given.speech.title(slot.field.title) if slot else given.speech.word(str(key)))
