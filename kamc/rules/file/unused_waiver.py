"""A waiver waives something.

Why: A finding that was accepted and is now gone leaves its excuse behind. Left there, it would hide the
same finding the next time, with an old reason and an old name under it.

Bad:

    relationships:
      accepted: {no-facilitator: {why: "Tor introduces one in January", by: tor-vik}}

Bad:

    accepted: {no-such-rule: {why: "Agreed in the review", by: tor-vik}}

Good:

    relationships:
      accepted: {no-facilitator: {why: "Tor introduces one in January", by: tor-vik}}
      buying_center: {ines-bahr: {roles: user}}

Remedy: Delete it; `kamc check --fix` does, where nothing in the file can be meant. If it should still waive
something, check that it stands on the entry or block of the finding, and that it is called like the rule: by
name (`no-facilitator`) or code (`KAM301`).
"""

from kamc.diagnostics import Kind
from kamc.rules.base import Rule

RULE = Rule(code="KAM033", slug="unused-waiver", kind=Kind.JUDGEMENT, methods=(4,), doc=__doc__)
