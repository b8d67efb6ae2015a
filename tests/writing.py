"""Plain data as a file: the YAML of the plans that people write, and no more of YAML than that."""

import json
import re
from decimal import Decimal
from typing import Any, TypeAlias

Data: TypeAlias = Any
"""Text, int, Decimal, lists and mappings."""

WORDS = r"(?!(null|Null|NULL)$)[A-Za-z][A-Za-z0-9.-]*( [A-Za-z0-9.-]+)*"
FIGURES = r"[0-9]+(\.[0-9]+)?(k|M|bn)|[0-9]{4}-[0-9Q][0-9-]*"
PLAIN = re.compile(f"{WORDS}|{FIGURES}")
"""What stands unquoted: nobody takes it for anything else."""


def yaml_text(data: Data, *, blocks: int = 3) -> str:
    """`data` as a file; mappings and lists below so many levels stand in braces and brackets."""
    return "".join(f"{line}\n" for line in _block(data, blocks)) if blocks else f"{inline(data)}\n"


def _block(data: Data, blocks: int) -> list[str]:
    lines = []
    for mark, item in _marked(data):
        if isinstance(item, dict | list) and item and blocks > 1:
            lines += [mark, *(f"  {line}" for line in _block(item, blocks - 1))]
        else:
            lines.append(f"{mark} {inline(item)}")
    return lines


def _marked(data: Data) -> list[tuple[str, Data]]:
    if isinstance(data, dict):
        return [(f"{written(key)}:", item) for key, item in data.items()]
    return [("-", item) for item in data]


def inline(data: Data) -> str:
    """Data on one line."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{written(key)}: {inline(item)}" for key, item in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(inline, data)) + "]"
    return written(data) if isinstance(data, str) else _number(data)


def _number(number: int | Decimal) -> str:
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def written(text: str) -> str:
    """A text, in quotes where it needs them."""
    return text if PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
