"""A plan answers what its profile asks for.

Why: Each profile asks for so much and no more: what a reader of such a plan counts on (law 1 of the format).
A question left open on purpose is `unknown`: that is work to be done, and the plan says so (M19: Le Bon and
Herman, chapter 2). A field that is not there says nothing at all.

Bad:

    relationships:
      buying_center: {ines-bahr: {title: ~}}

Bad:

    selection: {why: ~, bucket: ~}

Good:

    relationships:
      buying_center: {ines-bahr: {title: unknown}}

Remedy: Write what is known, or `unknown` where nobody knows yet. If the plan is asked for more than the
account deserves, choose a smaller `profile`.
"""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from kamc.analysis.completeness import Fact
from kamc.diagnostics import Finding, Kind, Path
from kamc.links.graph import grouped
from kamc.model.fields import Field
from kamc.model.plan import Plan
from kamc.model.walk import locate
from kamc.rules.base import Rule, Subject
from kamc.words import shown

ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    "account knowledge": ("challenges", "projects"),
    "barrier": ("leads_to",),
    "competitor": ("strengths", "weaknesses", "strategy"),
    "member of the buying centre": ("reports_to",),
    "relationship continuum": ("layer",),
    "result of a year": ("cost_of_goods", "presale", "postsale"),
}
"""Fields, by what holds them, of which a rule of their own says more, at another place."""
LONGEST = 70
TELLING = 6
"""So many letters of a title say what is meant: `By` and `Why` do not."""
APART, NAMED = 5, 3
"""So many entries that lack the same field are told one by one; of more, so many are named."""
WHOLLY_ELSEWHERE = frozenset(
    (
        "CABS",
        "our position",
        "their competition",
        "their environment",
        "their market",
    )
)
"""Parts all of whose fields are such ones, also where the whole part is missing."""


def check(subject: Subject) -> Iterator[Finding]:
    missing = (fact for fact in subject.facts if fact.state == "missing" and not _is_told(fact))
    gaps = {fact.gap: None for fact in missing if not (subject.ends and _is_list_of_plans(fact.gap))}
    titles = _titles(subject) if gaps else {}
    for alike in grouped(((locate(Plan, gap[:-1]).record, gap[-1]), gap) for gap in gaps).values():
        if len(alike) > APART:
            yield _together(titles, alike)
        else:
            yield from (_alone(titles, gap) for gap in alike)


def _alone(titles: Mapping[Path, str], gap: Path) -> Finding:
    key = gap[-1]
    return Finding(
        code=RULE.code,
        message=f"{_name(titles, gap[:-1])} lacks `{key}`: {_says(locate(Plan, gap).field)}",
        at=gap,
        label=f"no `{key}`",
        help=f"write `{key}`; `unknown` where nobody knows yet",
        plain=f"{_fact(gap)} missing: {_called(titles, gap[:-1])}",
    )


def _together(titles: Mapping[Path, str], gaps: tuple[Path, ...]) -> Finding:
    """One finding on many entries that lack the same field, at the list that holds them all.

    So its lasting name stays while some of them are mended.
    """
    ordered = sorted(gaps, key=lambda gap: tuple(map(str, gap)))
    first, last = ordered[0], ordered[-1]
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False)))
    key = str(first[-1])
    names = ", ".join(_name(titles, gap[:-1]) for gap in ordered[:NAMED])
    called = ", ".join(_called(titles, gap[:-1]) for gap in ordered[:NAMED])
    return Finding(
        code=RULE.code,
        message=f"{names} and {len(gaps) - NAMED} more lack `{key}`: {_says(locate(Plan, first).field)}",
        at=first[:shared],
        key=key,
        label=f"{len(gaps)} without `{key}`",
        help=f"write `{key}`; `unknown` where nobody knows yet; or ask less of the plan: a smaller `profile`",
        plain=f"{_fact(first)} missing: {called} and {len(gaps) - NAMED} more",
    )


def _is_told(fact: Fact) -> bool:
    title = fact.record.about.title
    return title in WHOLLY_ELSEWHERE or (fact.key in ELSEWHERE.get(title, ()) and fact.gap == fact.path)


def _is_list_of_plans(gap: Path) -> bool:
    """Whether a whole list of what we plan is missing: what we give up needs none."""
    return ("account_plan",) in {gap, gap[:-1]}


def _says(field: Field | None) -> str:
    """The first sentence about a field, to end a sentence with; its title where that is long."""
    if field is None:
        return ""
    first = field.help.partition(". ")[0].rstrip(".?")
    said = first if first and len(first) <= LONGEST else field.title
    return said[:1].lower() + said[1:]


def _fact(gap: Path) -> str:
    """What people call a field; what it says, where its title is a word that needs the file around it."""
    field = locate(Plan, gap).field
    title = field.title if field else str(gap[-1])
    said = title if title.isupper() or len(title) >= TELLING else _says(field)
    return said[:1].upper() + said[1:]


def _called(titles: Mapping[Path, str], holder: Path) -> str:
    """How people call what holds a field, where they do not see the file."""
    inner = locate(Plan, holder).record
    part = inner.about.title if holder and inner else "the plan"
    around = next((titles[holder[:end]] for end in range(len(holder), 0, -1) if holder[:end] in titles), "")
    return around if holder in titles else f"{around}, {part}" if around else part


def _name(titles: Mapping[Path, str], holder: Path) -> str:
    """How people call what holds a field: an entry's own name, or the part and the entry around it."""
    if not holder:
        return "the plan"
    for end in range(len(holder), 0, -1):
        title = titles.get(holder[:end])
        if title is not None:
            inner = ".".join(map(str, holder[end:]))
            return f"`{inner}` of {title}" if inner else title
    return f"`{'.'.join(map(str, holder))}`"


def _titles(subject: Subject) -> Mapping[Path, str]:
    """The names of the entries of a plan, by path."""
    people = {"member", "person"}
    return {
        node.path: node.title if node.kind in people else shown(node.title) for node in subject.graph.nodes
    }


RULE = Rule(code="KAM038", slug="plan-gap", kind=Kind.GAP, methods=(19,), doc=__doc__, check=check)
