"""Merging in the worked plans, whose authors wrote braces, blocks and comments as they liked."""

import pathlib
from collections.abc import Iterable

import pytest

from kamc.diagnostics import Path, value_at
from kamc.engine.merging import merged
from kamc.loader import load

PLANS = sorted((pathlib.Path(__file__).parents[2] / "plans").glob("*/*.yaml"))
EACH = 5
"""Every so manieth text is edited, by one side or the other."""


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_edits_of_different_texts_are_merged_byte_for_byte(plan: pathlib.Path) -> None:
    text = plan.read_text(encoding="utf-8")
    chosen = texts(text)[::EACH]
    ours, theirs = edited(text, chosen[::2]), edited(text, chosen[1::2])
    done = merged("2026-Q4.yaml", text.encode(), ours.encode(), theirs.encode(), 7)
    assert done.conflicts == ()
    assert done.content.decode() == edited(text, chosen)


def texts(text: str) -> list[Path]:
    """The paths of all texts in no list, in the order of the file."""
    data, found = load(text.encode(), "").data, []
    waiting: list[Path] = [(key,) for key in data] if isinstance(data, dict) else []
    while waiting:
        path = waiting.pop()
        value = value_at(data, path)
        if isinstance(value, dict):
            waiting += [(*path, key) for key in value]
        elif isinstance(value, str):
            found.append(path)
    return sorted(found)


def edited(text: str, paths: Iterable[Path]) -> str:
    """A file with other texts in some places."""
    places = load(text.encode(), "").places()
    stretches = sorted(filter(None, map(places.value_stretch, paths)), reverse=True)
    for start, end in stretches:
        text = f'{text[:start]}"another text, {end - start}"{text[end:]}'
    return text
