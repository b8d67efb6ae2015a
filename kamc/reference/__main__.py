"""`python -m kamc.reference [--check]`: write what is generated, or say which of it is stale."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from kamc.reference import commands, messages, methods, outputs, pages, rule_pages, schemas, tables

Pages: TypeAlias = Callable[[], Mapping[str, str]]
"""Makes files: their paths in the checkout, with forward slashes, and their texts."""

PAGES: tuple[Pages, ...] = (
    schemas.pages,
    outputs.pages,
    pages.pages,
    commands.pages,
    methods.pages,
    rule_pages.pages,
    tables.pages,
    messages.pages,
)
OWNED = ("docs/reference/*.md", "docs/rules/*.md", "kamc/locales/*.po")
"""Folders in which everything is generated: what nobody makes any more is stale, too."""


def stale(root: Path, wanted: Mapping[str, str]) -> tuple[str, ...]:
    """The generated files that are missing, differ, or are left over; in order."""
    differing = {path for path, text in wanted.items() if _text(root / path) != text}
    present = {file.relative_to(root).as_posix() for pattern in OWNED for file in root.glob(pattern)}
    return tuple(sorted(differing | (present - wanted.keys())))


def write(root: Path, paths: Sequence[str], wanted: Mapping[str, str]) -> None:
    """Write the files named, and remove those that nobody makes any more."""
    for path in paths:
        file = root / path
        if path not in wanted:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(wanted[path], encoding="utf-8", newline="\n")


def main(arguments: Sequence[str]) -> int:
    """Write what is stale; with `--check` only name it, and give 1 where there is something."""
    root = Path(__file__).resolve().parents[2]
    wanted = {path: text for make in PAGES for path, text in make().items()}
    names = stale(root, wanted)
    checking = "--check" in arguments
    if not checking:
        write(root, names, wanted)
    for name in names:
        print(f"{'stale' if checking else 'written'}: {name}")
    return 1 if checking and names else 0


def _text(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
