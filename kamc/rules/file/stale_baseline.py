"""A baseline holds only what is still found.

Why: A baseline sets aside what was wrong when a house began, so that nothing new is overlooked. An entry
whose finding is settled would hide the same finding the next time it comes (M4).

Bad:

    (an entry of kamc-baseline.json for a finding that is gone)

Good:

    # kamc.yaml
    kamc: 1

Remedy: `kamc check --baseline kamc-baseline.json --write-baseline` takes settled entries out, and nothing in.
"""

from kamc.diagnostics import Kind
from kamc.rules.base import Rule

RULE = Rule(code="KAM041", slug="stale-baseline", kind=Kind.STRUCTURE, methods=(4,), doc=__doc__)
