"""What can be wrong with a rule that a house declares: each a finding on its place in kamc.yaml."""

from collections.abc import Collection
from typing import Literal

from kamc.diagnostics import Finding, Path
from kamc.words import listed, nearest

MOST_SHOWN = 12
"""How many words a help lists before it says that there are more."""


class Wrong(Exception):  # noqa: N818 - it is a fault of the author's, told by `finding`
    """A declaration that cannot be understood, as the finding to tell."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def unknown(text: str, at: Path, what: str, there: Collection[str], *, on: Literal["key", "value"]) -> Wrong:
    """A word that nobody knows: `what` says what it is not, `there` are the words that there are."""
    near = nearest(text, there)
    words = tuple(there)
    some = (*words[:MOST_SHOWN], "more") if len(words) > MOST_SHOWN else words
    return Wrong(
        Finding(
            code="KAM012" if on == "key" else "KAM020",
            message=f'"{text}" is not {what}',
            at=at,
            on=on,
            key=text,
            label=f'did you mean "{near}"?' if near else "",
            help=f'write "{near}"' if near else f"there are {listed(some, 'and')}" if words else "",
        )
    )


def refused(message: str, at: Path, help_: str, *, on: Literal["key", "value"] = "value") -> Wrong:
    """A key or a value that makes no sense there."""
    code = "KAM012" if on == "key" else "KAM020"
    return Wrong(Finding(code=code, message=message, at=at, on=on, help=help_))
