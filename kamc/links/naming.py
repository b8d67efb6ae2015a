"""The kinds of things that links name, in the words of messages."""

from collections.abc import Iterable

from kamc.words import a, listed

NOUNS = {
    "*": "entry of this plan",
    "account": "account of this workspace",
    "chance": "SWOT opportunity",
    "co-creation": "co-creation idea",
    "criterion": "decision criterion",
    "member": "member of the buying centre",
    "offering": "offering of the catalogue",
    "person": "person of ours",
    "segment": "segment of the open space",
}
"""Where the kind alone does not say it."""


def noun(kind: str) -> str:
    """A kind as a noun: `success-factor` is a success factor."""
    return NOUNS.get(kind, kind.replace("-", " "))


def a_noun(kind: str) -> str:
    """A kind with its article: an advantage, a SWOT opportunity."""
    return a(noun(kind))


def one_of(kinds: Iterable[str]) -> str:
    """What a link wants: a challenge, plan, project or success factor."""
    return a(listed([noun(kind) for kind in kinds]))
