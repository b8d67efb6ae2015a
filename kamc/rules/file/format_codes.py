"""The format's own codes, KAM001 to KAM031, documented like every rule."""

from collections.abc import Mapping

from kamc.diagnostics import Kind
from kamc.rules.base import Rule
from kamc.rules.file import linking, reading, writing

DOCS: Mapping[str, str] = {**reading.DOCS, **writing.DOCS, **linking.DOCS}
"""By code and slug, kept apart by a blank."""
METHODS: Mapping[str, tuple[int, ...]] = {"KAM024": (4,), **linking.METHODS}


def _rule(name: str, doc: str) -> Rule:
    code, slug = name.split()
    return Rule(code=code, slug=slug, kind=Kind.STRUCTURE, methods=METHODS.get(code, ()), doc=doc)


FORMAT_CODES: tuple[Rule, ...] = tuple(_rule(name, DOCS[name]) for name in sorted(DOCS))
