"""What a rule is, what it sees, and how bad its findings are."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

import msgspec

from kamc.analysis.completeness import Fact, facts
from kamc.diagnostics import Finding, Kind, Path, Severity
from kamc.links import Graph, Node, Shared, graph
from kamc.links.graph import grouped
from kamc.links.match import Pair, matched
from kamc.model.fields import Audience, Profile, Prose, ProseList
from kamc.model.limits import Limits
from kamc.model.period import Period
from kamc.model.plan import Plan
from kamc.model.records import is_missing, is_open
from kamc.model.shared import Catalogue, People
from kamc.model.values import Every, When, known
from kamc.model.walk import Entered, references
from kamc.rules.doc import Doc, parse

__all__ = [
    "BY_KIND",
    "CATALOGUE",
    "GAPS",
    "PEOPLE",
    "Check",
    "CheckPortfolio",
    "CheckShared",
    "Earlier",
    "Holding",
    "Portfolio",
    "Rule",
    "SharedSubject",
    "Subject",
    "is_missing",
    "is_open",
    "severity",
]


class Earlier(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The plan of an earlier quarter of the same account, and the file it stands in."""

    plan: Plan
    path: str
    period: Period
    last_day: dt.date

    @cached_property
    def graph(self) -> Graph:
        """Its entries and links."""
        return graph(self.plan)


class Subject(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What a rule sees: a plan, its graph, what all plans share, and the day on which it is judged.

    `last_day` is the last one of the plan's quarter, where the quarter is known. `earlier` holds the plans of
    the quarters before, the latest first, as far as they are there and can be read. `reader` is asked no fact
    that the format keeps from such a reader.
    """

    plan: Plan
    graph: Graph
    shared: Shared
    as_of: dt.date
    profile: Profile
    supplier: str | None = None
    limits: Limits = Limits()
    last_day: dt.date | None = None
    earlier: tuple[Earlier, ...] = ()
    reader: Audience = Audience.PRIVATE

    @property
    def account(self) -> str:
        """The account's name on one line, for messages."""
        return " ".join((known(self.plan.name) or known(self.plan.account) or "").split()) or "this account"

    @property
    def ends(self) -> bool:
        """Whether we give the account up (M12): nothing more need be planned then."""
        return self.plan.selection.decision == "cease"

    @property
    def is_standard(self) -> bool:
        """Whether the plan's profile is standard or more."""
        return self.profile >= Profile.STANDARD

    def open(self, kind: str) -> tuple[Node, ...]:
        """The entries of a kind that are still alive, and not `unknown` as a whole, in the file's order."""
        return self._open.get(kind, ())

    def is_over(self, when: object, age: Every | None = None) -> bool:
        """Whether a date has passed: by at least `age`, where that is given. What is no date has not."""
        if not isinstance(when, When):
            return False
        return when.last + dt.timedelta(days=age.days if age else 0) < self.as_of

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """Every free text of the plan, with its path."""
        return tuple(_texts(self.plan))

    def saying(self, parts: Iterable[str]) -> Iterator[tuple[Path, str]]:
        """The free texts in which one of these parts (in small letters) stands: a sieve before a closer look.

        All texts together are asked first: most plans have none, and a search in one long text costs little.
        """
        told = [part for part in parts if part in self._whole]
        places = {place for part in told for place, text in enumerate(self._folded) if part in text}
        return (self.texts[place] for place in sorted(places))

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Everything that the plan's profile asks for, and whether it is known."""
        return tuple(one for one in facts(self.plan, self.profile) if one.reader >= self.reader)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every entry of this plan and of the one before, each with what it was; none where there is none."""
        return matched(self.earlier[0].plan, self.plan) if self.earlier else ()

    @cached_property
    def long_before(self) -> Mapping[str, Entered]:
        """What each entry of the plan before was in the one before that, by its id in the plan before."""
        match self.earlier:
            case (before, first):
                pairs = matched(first.plan, before.plan)
                return {pair.new.id: pair.old for pair in pairs if pair.old and pair.new}
        return {}

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(text.casefold() for _, text in self.texts)

    @cached_property
    def _whole(self) -> str:
        return "\n".join(self._folded)

    @cached_property
    def _open(self) -> Mapping[str, tuple[Node, ...]]:
        return grouped((node.kind, node) for node in self.graph.nodes if is_open(node.entry))


def _texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    for step in plan.steps:
        sort = type(step.field)
        if sort is Prose and isinstance(step.value, str):
            yield step.path, step.value
        elif sort is ProseList and isinstance(step.value, tuple):
            yield from (((*step.path, place), text) for place, text in enumerate(step.value))


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """One plan of the portfolio, with the file it stands in. `latest`: its account has no later one."""

    plan: Plan
    path: str
    account: str
    period: Period
    latest: bool


class Portfolio(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What a rule over all accounts sees: every plan of the workspace, by account and quarter.

    `current` is the quarter of the day on which it is judged.
    """

    plans: tuple[Holding, ...]
    shared: Shared
    as_of: dt.date
    current: Period
    limits: Limits = Limits()

    @cached_property
    def latest(self) -> tuple[Holding, ...]:
        """The latest plan of each account."""
        return tuple(one for one in self.plans if one.latest)

    @cached_property
    def named(self) -> Mapping[str, frozenset[str]]:
        """The ids that the latest plans name, by the kinds that may be meant there."""
        links = (one for holding in self.latest for one in references(holding.plan))
        pairs = grouped((kind, one.id) for one in links for kind in one.to)
        return {kind: frozenset(ids) for kind, ids in pairs.items()}

    @cached_property
    def series(self) -> Mapping[str, tuple[Holding, ...]]:
        """The plans of each account, the earliest first."""
        return grouped((one.account, one) for one in self.plans)


class SharedSubject(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule on a shared file sees: what the file says, and the day on which it is judged."""

    part: Catalogue | People
    as_of: dt.date


Check: TypeAlias = Callable[[Subject], Iterator[Finding]]
CheckShared: TypeAlias = Callable[[SharedSubject], Iterator[Finding]]
CheckPortfolio: TypeAlias = Callable[[Portfolio], Iterator[tuple[str, Finding]]]
"""Gives each finding with the path of the file that it is about."""

CATALOGUE, PEOPLE = "plans/catalogue.yaml", "plans/people.yaml"
"""Where shared files lie: the paths of findings on them."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One thing that kamc looks for.

    `ask` is the profile from which on it does, `doc` the docstring of its module, `limits` the settings that
    it judges by, `most` the worst severity that its kind may give it, `usual` the one that it has whatever
    its kind, `holder` where its waivers stand, where that is not the block of its first bad example, `latest`
    whether it asks the latest plan of an account alone, since it judges by what others say today. One
    `to_win` does not ask about an account that we give up (M12). A rule judges a plan, a shared file or the
    portfolio; one without a check has its findings from elsewhere: the loader, the schema, the links, the
    waivers, or, where it is asked `on_review` alone, a comparison with what stood before a pull request.
    """

    code: str
    slug: str
    kind: Kind
    methods: tuple[int, ...] = ()
    doc: str | Doc
    ask: Profile = Profile.SHORT
    check: Check | None = None
    check_shared: CheckShared | None = None
    check_portfolio: CheckPortfolio | None = None
    limits: tuple[str, ...] = ()
    most: Severity = Severity.ERROR
    usual: Severity | None = None
    holder: tuple[str, ...] | None = None
    latest: bool = False
    to_win: bool = False
    on_review: bool = False

    def asks(self, subject: Subject) -> bool:
        """Whether it asks a plan: its profile is large enough, and what we give up need not be won."""
        return self.ask <= subject.profile and not (self.to_win and subject.ends)

    @cached_property
    def text(self) -> Doc:
        """The parts of its documentation."""
        return parse(self.doc) if isinstance(self.doc, str) else self.doc

    @property
    def title(self) -> str:
        """What it wants, in one sentence."""
        if isinstance(self.doc, Doc):
            return self.doc.title
        return self.doc.strip().partition("\n\n")[0].replace("\n", " ")

    @property
    def judges(self) -> bool:
        """Whether it has a check of its own."""
        return any((self.check, self.check_shared, self.check_portfolio))

    @property
    def page(self) -> str:
        """The file name of its page in docs/rules."""
        return f"{self.code}.md"


GAPS = {"draft": Severity.INFO, "in-review": Severity.WARNING, "approved": Severity.ERROR}
BY_KIND = {
    Kind.STRUCTURE: Severity.ERROR,
    Kind.JUDGEMENT: Severity.WARNING,
    Kind.CLOCK: Severity.WARNING,
}


def severity(rule: Rule, status: str) -> Severity:
    """How bad a rule's findings are in a plan of that status, unless settings say otherwise."""
    if rule.usual is not None:
        return rule.usual
    usual = GAPS.get(status, Severity.INFO) if rule.kind is Kind.GAP else BY_KIND[rule.kind]
    return min(usual, rule.most)
