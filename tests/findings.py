"""Findings for tests of reports: a small workspace with one of everything, and whatever hypothesis draws.

The words in it are hostile: they look like commands of a CI server, like markup, like columns of a table, and
some turn the direction of what stands beside them.
"""

import datetime as dt
from typing import Any

import hypothesis.strategies as st
import msgspec

from kamc.diagnostics import Diagnostic, Edit, Fix, Kind, RelatedPlace, Severity, Span, Waiver
from kamc.report.findings import Findings
from kamc.rules import registry

RULES = "KAM002,KAM012,KAM022,KAM026,KAM027,KAM033,KAM302,KAM601"
"""What the workspace below is checked with: a new rule must not change what is expected of a format."""
CLEAN = "plans/alster-hotel/2026-Q3.yaml"
ODD = "plans/100% grün, ja: 漢字/2026-Q4.yaml"
BROKEN = "plans/hafen-spedition/2026-Q3.yaml"
MIXED = "plans/hafen-spedition/2026-Q4.yaml"
NOTED = "plans/alster-hotel/2026-Q4.yaml"

COMMANDS = """\
    a: {what: "x\\r\\n::error::forged %0A::error::forged"}
    b: {what: "##[error]forged ##[set-output name=x]y"}
    c: {what: "]]> <script>alert(1)</script> &amp; --> <!--"}
    d: {what: "| a | `b` | \\\\| [c](https://example.com) {0}"}
    e: {what: "@team #12 !3 <b>שלום\\u202e evil"}
"""
ACCEPTED = """\
  accepted:
    no-decider: {why: "Jan is ill | `until` ::error:: <March>", by: tor-vik, until: 2027-03-31}
"""


PLAN = """\
kamc: 1
account: hafen-spedition
name: Hafen-Spedition
period: 2026-Q4
status: approved
profile: short
owner: mara-lind
account_knowledge:
  success_factors:
    cold-chain: {what: "No pallet above eight degrees", whose: jan-ostrow, by: 2027-12-31}
    night-cut: {what: "Orders until ten at night", whose: ines-bahr, by: 2027-06-30}
relationships:
  buying_center:
    jan-ostrow: {title: "Managing director", roles: decider, stance: conditional-supporter}
    ines-bahr: {title: "Head of the night hub", roles: [user, facilitator], stance: supporter}
account_plan:
  activities:
    hub-trial: {what: "Six weeks of night runs", answers: night-cut, using: night-line, by: 2027-01-29}
"""
"""A plan of its own: that of the rules' examples changes with the rules."""
NO_DECIDER = ("roles: decider", "roles: user")


def _mixed() -> str:
    """An approved plan: errors, one of them with a second place and one accepted, and a warning."""
    return (
        PLAN.replace("  activities:\n", f"  activities:\n{COMMANDS}")
        .replace(*NO_DECIDER)
        .replace("relationships:\n", f"relationships:\n{ACCEPTED}")
        .replace('"Orders until ten at night",', '"漢字 𝄞 é", was: cold-chain,')
        + "accepted: {no-such-rule: {why: 'It was agreed', by: tor-vik}}\n"
    )


FILES = {
    CLEAN: PLAN.replace("2026-Q4", "2026-Q3"),
    NOTED: PLAN.replace("approved", "draft")
    .replace(*NO_DECIDER)
    .replace("stance: supporter", "stnace: supporter"),
    ODD: PLAN.replace("answers: night-cut", "answers: 漢字"),
    BROKEN: PLAN.replace("account: hafen-spedition", "account: [hafen-spedition"),
    MIXED: _mixed(),
}
"""What is laid over the small workspace of `tests.workspaces`."""

TEXT = "kamc: 1\nname: 漢字 𝄞 é\n\nwas: [a, b]\r\n"
"""A file of four lines."""
ONE = Diagnostic(
    code="KAM301",
    slug="no-facilitator",
    kind=Kind.GAP,
    severity=Severity.ERROR,
    message="nobody inside Hafen-Spedition lobbies for us",
    path=MIXED,
    span=Span(2, 7, 2, 9),
    label="2 members, none with the role",
    help="give the role to the member who speaks for us",
    fingerprint="0" * 32,
    lineage="1" * 32,
)


def finding(**changes: Any) -> Diagnostic:
    return msgspec.structs.replace(ONE, **changes)


def findings(*found: Diagnostic, **changes: Any) -> Findings:
    made = Findings(
        all=found,
        shown=found,
        as_of=dt.date(2026, 11, 23),
        texts={MIXED: TEXT},
        plans=1,
        rules=registry.RULES,
    )
    return msgspec.structs.replace(made, **changes)


MENDED = Fix(what='write "wasp"', edits=(Edit(Span(4, 1, 4, 4), "wasp"),))
"""What would mend a finding in that file."""
MOVED = Fix(what=f"move the file to {CLEAN}", rename=CLEAN)


NASTY = st.sampled_from([
    "::error::forged",
    "\n::error file=x::forged",
    "\r::warning::forged",
    "%0A::error::forged",
    "##[error]forged",
    "]]>",
    "<script>alert(1)</script>",
    "</testcase>",
    "&#0;",
    "|",
    "`",
    "\\|",
    "[c](https://example.com)",
    "{0}",
    "<br>",
    "</details>",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\u2028",
    "\ufffe",
    "\ud800",
    "שלום",
    "𝄞é漢字",
])  # fmt: skip
TEXTS = st.lists(NASTY | st.text(max_size=8), max_size=4).map(" ".join)
PATHS = st.sampled_from([MIXED, ODD, NOTED, "../mail/a:b.yaml", "plans/\n::error::x.yaml"])


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A stretch of a file of four lines, and sometimes of more than it has."""
    line, column = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    end_line = draw(st.integers(line, 6))
    end_column = draw(st.integers(column if end_line == line else 1, 14))
    return Span(line, column, end_line, end_column)


def digits(size: int) -> st.SearchStrategy[str]:
    return st.text("0123456789abcdef", min_size=size, max_size=size)


def fixes() -> st.SearchStrategy[Fix]:
    edits = st.lists(st.builds(Edit, spans(), TEXTS), min_size=1, max_size=2).map(tuple)
    return st.builds(Fix, what=TEXTS, edits=edits) | st.builds(Fix, what=TEXTS, rename=PATHS)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    """A finding of a rule that exists, in words that nobody would choose."""
    rule = draw(st.sampled_from(registry.RULES))
    related = st.builds(RelatedPlace, path=PATHS, span=spans(), message=TEXTS)
    waivers = st.builds(Waiver, why=TEXTS, by=st.none() | TEXTS, until=st.sampled_from([None, "2027-03-31"]))
    return Diagnostic(
        code=rule.code,
        slug=rule.slug,
        kind=rule.kind,
        severity=draw(st.sampled_from([Severity.INFO, Severity.WARNING, Severity.ERROR])),
        message=f"it is {draw(TEXTS)}",
        path=draw(PATHS),
        span=draw(spans()),
        help=draw(TEXTS),
        label=draw(TEXTS),
        pointer=draw(st.none() | st.just("/relationships/buying_center") | TEXTS),
        account=draw(st.none() | st.just("hafen-spedition")),
        period=draw(st.none() | st.just("2026-Q4")),
        related=tuple(draw(st.lists(related, max_size=2))),
        fingerprint=draw(st.just("0" * 32) | digits(32)),
        lineage=draw(digits(32)),
        accepted=draw(st.none() | waivers),
        fix=draw(st.none() | fixes()),
    )


@st.composite
def reports(draw: st.DrawFn) -> Findings:
    """What a report can be made from."""
    found = tuple(sorted(draw(st.lists(diagnostics(), max_size=14)), key=lambda one: one.sort_key))
    least = draw(st.sampled_from(Severity))
    return Findings(
        all=found,
        shown=tuple(one for one in found if one.severity >= least),
        as_of=dt.date(2026, 11, 23),
        texts=dict.fromkeys(draw(st.sets(PATHS)), TEXT),
        plans=draw(st.integers(0, 3)),
        unread=tuple(draw(st.sets(PATHS, max_size=2))),
        open_questions=draw(st.integers(0, 2)),
        changed=dict.fromkeys(draw(st.sets(PATHS)), (range(2, 4),)),
        limit=draw(st.sampled_from(Severity)),
        base=draw(st.sampled_from(["", "sales/"])),
        aside=draw(st.sampled_from([(), ((3, "in the baseline"), (1, "there before"))])),
        quiet=draw(st.booleans()),
    )
