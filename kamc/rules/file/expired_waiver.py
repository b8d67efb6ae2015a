"""A waiver ends when its author said it would.

Why: `until` is a promise: accepted for now, settled by then. Past that day the finding counts again, and so
does the promise. Nothing else about the calendar can turn a run red; this is a date that you wrote
yourself.

Bad:

    relationships:
      accepted: {no-decider: {why: "Tor asks in October", by: tor-vik, until: 2026-10-31}}
      buying_center: {jan-ostrow: {roles: user}}

Good:

    relationships:
      accepted: {no-decider: {why: "Tor asks in January", by: tor-vik, until: 2027-01-31}}
      buying_center: {jan-ostrow: {roles: user}}

Remedy: Settle the finding, or decide anew and write a later `until` with today's reason.
"""

from kamc.diagnostics import Kind
from kamc.rules.base import Rule

RULE = Rule(code="KAM034", slug="expired-waiver", kind=Kind.STRUCTURE, methods=(4,), doc=__doc__)
