"""Packages of a house's own rules, made for a test: a module, and the metadata of an installation."""

import pathlib

from tests.workspaces import Place

EXAMPLE = pathlib.Path(__file__).parents[1] / "docs" / "examples" / "own-rules"
DOC = '''"""One thing is so.

Why: Because.

Bad:

    (one that is not)

Good:

    (one that is)

Remedy: Make it so.
"""
'''


def install(place: Place, name: str, code: str, entry_point: str = "") -> pathlib.Path:
    """Put a module and its entry point into a folder beside the workspace; gives the folder."""
    folder = place.root.parent / "site"
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / f"{name}.py").write_text(code, encoding="utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        f"[kamc.rules]\n{entry_point or name} = {name}:RULES\n", encoding="utf-8"
    )
    return folder


def module(*bodies: str, check: str = "check", rules: str = "") -> str:
    """A module with a rule for each body of a check, in which `about` is what it is asked about."""
    texts = (_rule(number, body, check) for number, body in enumerate(bodies, 1))
    names = "".join(f"RULE_{number}, " for number in range(1, len(bodies) + 1))
    head = f"{DOC}from kamc.rules.api import Finding, Kind, Rule"
    return "\n\n".join((head, *texts, f"RULES = {rules or f'({names})'}\n"))


def _rule(number: int, body: str, check: str) -> str:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    keys = f'code="ACME{number:03}", slug="own-{number}", kind=Kind.JUDGEMENT, doc=__doc__'
    return f"def check_{number}(about):\n{lines}\n\nRULE_{number} = Rule({keys}, {check}=check_{number})"


SAYS = 'yield Finding(code="ACME001", message="So it is", at=("summary",))'
"""A check that finds something in every plan."""
