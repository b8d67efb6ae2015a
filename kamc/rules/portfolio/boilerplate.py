"""What a plan says of its account, no other plan says of another.

Why: A plan is about one account: its challenges, its people, our advantages there (M1: Beachgrass). A
sentence that fits two of them says nothing of either, and shows that the form was filled in because it had
to be. Texts of a few words are not compared.

Bad:

    summary: "A strong partner who trusts us, with much room to grow in the years to come."
    # plans/alster/2026-Q4.yaml
    summary: "A strong partner who trusts us, with much room to grow in the years to come."

Good:

    summary: "A strong partner who trusts us, with much room to grow in the years to come."
    # plans/alster/2026-Q4.yaml
    summary: "Ours since spring, by one yard master who wants calm nights."

Remedy: Say what is so at this account, with its own names and figures; or leave it out.
"""

import functools
from collections.abc import Iterator, Sequence

import msgspec

from kamc.diagnostics import Finding, Kind, Path, Related
from kamc.links.graph import grouped
from kamc.model.fields import Prose, ProseList
from kamc.model.plan import Plan
from kamc.model.walk import walk
from kamc.rules.base import Holding, Portfolio, Rule
from kamc.rules.portfolio.accounts import title
from kamc.words import counted, shown

CHARACTERS, WORDS = 40, 6
"""Shorter texts may well be said twice."""
ENDS = 20
"""Texts are compared that begin or end with so many characters alike."""
COMPARED = 8
"""With so many others of the same beginning or end at most: a run stays as fast with many plans."""
APART = 3
"""So many copies in one plan are told one by one; more of them together."""
SOURCES = frozenset(("sources", "contradicted_by", "records"))
"""What says where a claim comes from: two accounts may well stand in one report."""


class Said(msgspec.Struct, frozen=True):
    """A text of a plan, where it stands, and its plain form: small letters, single blanks, no full stop."""

    holding: Holding
    path: Path
    text: str
    plain: str


class Copy(msgspec.Struct, frozen=True):
    """A text, and one of another account that it is like."""

    said: Said
    first: Said

    @property
    def how(self) -> str:
        """How like they are."""
        return "word for word" if self.said.plain == self.first.plain else "almost word for word"


def check(portfolio: Portfolio) -> Iterator[tuple[str, Finding]]:
    likeness = portfolio.limits.likeness / 100
    by_plan = grouped((one.said.holding.path, one) for one in copies(portfolio.latest, float(likeness)))
    for path, found in by_plan.items():
        for finding in [together(found)] if len(found) > APART else map(alone, found):
            yield path, finding


def copies(holdings: Sequence[Holding], likeness: float) -> Iterator[Copy]:
    """Every text that is like one in the plan of an account before; only the first of its kind is kept."""
    exact: dict[str, Said] = {}
    ends: dict[str, tuple[Said, ...]] = {}
    for holding in holdings:
        for said in texts(holding):
            plain = said.plain
            keys = (f"{plain[:ENDS]}…", f"…{plain[-ENDS:]}")
            first = exact.get(plain) or like(plain, [ends.get(key, ()) for key in keys], likeness)
            if first is None:
                exact[plain] = said
                ends.update((key, (*ends.get(key, ())[: COMPARED - 1], said)) for key in keys)
            elif first.holding is not holding:
                yield Copy(said, first)


def texts(holding: Holding) -> Iterator[Said]:
    """The longer texts of a plan, waivers and sources apart."""
    for path, text in written(holding.plan):
        if len(text) >= CHARACTERS and is_of_the_plan(path):
            plain = " ".join(text.casefold().split()).rstrip(".!?…")
            if plain.count(" ") >= WORDS - 1:
                yield Said(holding, path, text, plain)


def written(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Every free text of a plan, with its path."""
    for step in walk(plan):
        if isinstance(step.field, Prose) and isinstance(step.value, str):
            yield step.path, step.value
        elif isinstance(step.field, ProseList) and isinstance(step.value, tuple):
            several = len(step.value) > 1
            for place, text in enumerate(step.value):
                yield (*step.path, place) if several else step.path, text


def is_of_the_plan(path: Path) -> bool:
    return "accepted" not in path and SOURCES.isdisjoint(path[-2:])


def like(plain: str, near: Sequence[Sequence[Said]], likeness: float) -> Said | None:
    """A text that was said before and is like this one; `None` where there is none."""
    for others in near:
        for other in others:
            if alike(plain, other.plain, likeness):
                return other
    return None


def alike(one: str, other: str, likeness: float) -> bool:
    """Whether two texts have so many of their words in common (1: all of them), and are about as long."""
    if min(len(one), len(other)) < likeness * max(len(one), len(other)) * likeness:
        return False
    words, others = _words(one), _words(other)
    return 2 * len(words & others) >= likeness * (len(words) + len(others))


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """The words of a text: most texts are compared several times."""
    return frozenset(text.split())


def alone(copy: Copy) -> Finding:
    account = title(copy.first.holding)
    return Finding(
        code=RULE.code,
        message=f"{shown(copy.said.text)} stands {copy.how} in the plan of {account}",
        at=copy.said.path,
        on="value",
        label="which of the two accounts is it about?",
        help="say what is so at this account, with its own names and figures; or leave it out",
        related=(place(copy),),
    )


def together(found: Sequence[Copy]) -> Finding:
    more = counted(len(found) - 1, "more text")
    return Finding(
        code=RULE.code,
        message=f"{shown(found[0].said.text)} and {more} of this plan stand in plans of other accounts, too",
        at=("name",),
        on="value",
        label="which account is it about?",
        help="say what is so at this account, with its own names and figures; or leave it out",
        related=tuple(place(copy) for copy in found[:APART]),
    )


def place(copy: Copy) -> Related:
    first = copy.first
    return Related(
        message=f"{copy.how} for {title(first.holding)}", at=first.path, on="value", file=first.holding.path
    )


RULE = Rule(
    code="KAM804",
    slug="boilerplate",
    kind=Kind.JUDGEMENT,
    methods=(1,),
    doc=__doc__,
    check_portfolio=check,
    limits=("likeness",),
)
