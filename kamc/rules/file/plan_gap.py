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

from kamc.analysis.completeness import Fact
from kamc.diagnostics import Finding, Kind, Path
from kamc.links.graph import grouped
from kamc.model.fields import Field
from kamc.model.plan import Plan
from kamc.model.walk import locate
from kamc.rules.base import Rule, Subject
from kamc.words import listed, shown

ELSEWHERE = frozenset(
    (
        ("objective", "by"),
        ("communication", "to"),
        ("communication", "carries"),
        ("communication", "anchored_in"),
    )
)
"""Fields, by what holds them, of which a rule of their own says more."""
MOST_EXPLAINED = 2


def check(subject: Subject) -> Iterator[Finding]:
    gaps = {fact.gap: None for fact in subject.facts if fact.state == "missing" and not _is_told(fact)}
    titles = _titles(subject) if gaps else {}
    for holder, keys in grouped((gap[:-1], str(gap[-1])) for gap in gaps).items():
        if holder:
            yield _finding(_name(titles, holder), holder, keys)
        else:  # each is a part of its own
            yield from (_finding("the plan", holder, (key,)) for key in keys)


def _is_told(fact: Fact) -> bool:
    return (fact.record.about.title, fact.key) in ELSEWHERE and fact.gap == fact.path


def _finding(name: str, holder: Path, keys: tuple[str, ...]) -> Finding:
    wanted = [f"`{key}`" for key in keys]
    return Finding(
        code=RULE.code,
        message=f"{name} lacks {listed(wanted, 'and')}",
        at=holder or keys,
        label=f"no {listed(wanted)}",
        help=f"write {listed(_explained(holder, keys), 'and')}; `unknown` where nobody knows yet",
    )


def _explained(holder: Path, keys: tuple[str, ...]) -> list[str]:
    """The keys, each with what it is, where there are few."""
    if len(keys) > MOST_EXPLAINED:
        return [f"`{key}`" for key in keys]
    return [f"`{key}` ({_says(locate(Plan, (*holder, key)).field)})" for key in keys]


def _says(field: Field | None) -> str:
    """The first sentence about a field, to go into brackets."""
    said = (field.help or field.title) if field else ""
    first = said.partition(". ")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def _name(titles: Mapping[Path, str], holder: Path) -> str:
    """How people call what holds a field: an entry's own name, or the part and the entry around it."""
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
