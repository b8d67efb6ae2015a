"""Files against their JSON Schemas: each mistake in the author's words.

Whether there is a mistake at all, `kamc.model.build` notices on the way; a property test holds the two to one
verdict.
"""

from typing import Any

from kamc.diagnostics import Finding
from kamc.schema.roots import FILES, ROOTS, Which

__all__ = ["FILES", "ROOTS", "Which", "check"]


def check(data: Any, which: Which) -> tuple[Finding, ...]:
    """What is wrong with the data of one file, ordered by path.

    `data` comes from `kamc.loader`: text, int, Decimal, None, lists and mappings.
    """
    from kamc.schema import wording  # noqa: PLC0415 - a valid file never needs it

    return wording.findings(data, which)
