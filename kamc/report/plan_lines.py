"""A plan as lines to compare: one fact a line, named by its whole path, the same however it is laid out."""

from collections.abc import Iterator
from typing import Any

from kamc.model.normal import normal
from kamc.model.records import Part


def plan_lines(part: Part) -> str:
    """Every fact of a file in the model's order, as git compares it."""
    return "".join(f"{line}\n" for line in _lines(normal(part), ""))


def _lines(data: Any, path: str) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _lines(value, f"{path}/{key}" if path else key)
    elif isinstance(data, list):
        for value in data:
            yield from _lines(value, f"{path}/-" if isinstance(value, dict) else path)
    else:
        yield f"{path}: {' '.join(str(data).split())}"
