"""What a rule is, what it sees, and how bad its findings are."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, TypeAlias

import msgspec

from kamc.diagnostics import Finding, Kind, Severity
from kamc.links import Graph, Node, Shared
from kamc.model.fields import Profile
from kamc.model.plan import Plan
from kamc.model.records import Part, Tracked
from kamc.model.values import NONE, UNKNOWN, Keyed, known
from kamc.rules.doc import Doc, parse


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule sees: a plan, its graph, what all plans share, and the day on which it is judged."""

    plan: Plan
    graph: Graph
    shared: Shared
    as_of: dt.date
    profile: Profile
    supplier: str | None = None

    @property
    def account(self) -> str:
        """The account's name, for messages."""
        return known(self.plan.name) or known(self.plan.account) or "this account"

    def open(self, kind: str) -> Iterator[Node]:
        """The entries of a kind that are still alive, and not `unknown` as a whole, in the file's order."""
        return (node for node in self.graph.of_kind(kind) if is_open(node.entry))


Check: TypeAlias = Callable[[Subject], Iterator[Finding]]


class Rule(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One thing that kamc looks for.

    `ask` is the profile from which on it does, `doc` the docstring of its module. A rule without a `check`
    has its findings from elsewhere: the loader, the schema, the links, the waivers.
    """

    code: str
    slug: str
    kind: Kind
    methods: tuple[int, ...]
    doc: str
    ask: Profile = Profile.SHORT
    check: Check | None = None

    @cached_property
    def text(self) -> Doc:
        """The parts of its documentation."""
        return parse(self.doc)

    @property
    def title(self) -> str:
        """What it wants, in one sentence."""
        return self.doc.strip().partition("\n\n")[0].replace("\n", " ")

    @property
    def page(self) -> str:
        """The file name of its page in docs/rules."""
        return f"{self.code}.md"


GAPS = {"draft": Severity.INFO, "in-review": Severity.WARNING, "approved": Severity.ERROR}


def severity(rule: Rule, status: str) -> Severity:
    """How bad a rule's findings are in a plan of that status, unless settings say otherwise."""
    match rule.kind:
        case Kind.STRUCTURE:
            return Severity.ERROR
        case Kind.GAP:
            return GAPS.get(status, Severity.INFO)
        case Kind.JUDGEMENT | Kind.CLOCK:
            return Severity.WARNING


def is_missing(value: Any) -> bool:
    """Whether nobody has said a thing: absent, or `none`. `unknown` is an answer, and an open question."""
    if isinstance(value, Part | Keyed):
        return not value or value.said is NONE
    return value is None or value is NONE


def is_open(entry: object) -> bool:
    """Whether an entry is alive, and its author knows more of it than its id."""
    alive = not isinstance(entry, Tracked) or entry.is_open
    return alive and getattr(entry, "said", None) is not UNKNOWN
