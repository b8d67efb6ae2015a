"""The documentation of a rule, read off its docstring: page, `explain` text, hover and SARIF help.

A docstring begins in the first column and has these parts, with blank lines between them:

    What the rule wants, in one sentence.

    Why: why it matters, with the method (M16) and who teaches it.

    Bad:

        a piece of a plan, indented, that breaks the rule

    Good:

        one that does not

    Remedy: what to do about it.

Each part but the sentence may come several times. Examples are laid over the plan of `kamc.rules.examples`,
and run as tests.
"""

import re
import textwrap

import msgspec

HEADS = ("Why", "Bad", "Good", "Remedy")
PART = re.compile(rf"^({'|'.join(HEADS)}):", re.MULTILINE)
BREAK = re.compile(r"\s*\n\s*")


class Doc(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to say about a rule. Paragraphs are unwrapped; examples keep their lines."""

    title: str
    why: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    remedy: str


def parse(docstring: str) -> Doc:
    """The parts of a rule's docstring. Raises `ValueError` where one is missing."""
    title, *rest = PART.split(docstring)
    parts = {
        head: [text for name, text in zip(rest[::2], rest[1::2], strict=True) if name == head]
        for head in HEADS
    }
    empty = [head for head in HEADS if not parts[head]]
    if empty:
        raise ValueError(f"the docstring of a rule lacks {', '.join(empty)}: {unwrapped(title)}")
    return Doc(
        title=unwrapped(title),
        why=tuple(map(unwrapped, parts["Why"])),
        bad=tuple(map(_example, parts["Bad"])),
        good=tuple(map(_example, parts["Good"])),
        remedy=" ".join(map(unwrapped, parts["Remedy"])),
    )


def unwrapped(text: str) -> str:
    """A paragraph on one line."""
    return BREAK.sub(" ", text.strip())


def _example(text: str) -> str:
    return textwrap.dedent(text.strip("\n")).rstrip() + "\n"
