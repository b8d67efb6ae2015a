"""What the customer reads names no competitor and none of our judgements.

Why: Plans hold judgements about people and competitors that the customer must never read (M34, and section 9
of the methods). An audience keeps such fields from them; it cannot keep a name out of a sentence that is
theirs to read: a success factor's own words, or whatever is marked `audience: customer` or agreed with them.

Bad:

    account_knowledge:
      success_factors: {cold-chain: {what: "Cold all the way, which Rapid Nord never was"}}

Bad:

    account_plan:
      activities: {hub-trial: {what: "Six weeks of nights, to win over our opponents", audience: customer}}

Good:

    account_plan:
      activities: {hub-trial: {what: "Six weeks of nights", audience: customer}}

Remedy: Say it without the name or the judgement, or keep the entry among us: `audience: team`.
"""

import functools
import re
from collections.abc import Iterator

from kamc.audience import cut
from kamc.diagnostics import Finding, Kind, Path
from kamc.model.fields import Audience
from kamc.model.plan import Plan
from kamc.model.values import known
from kamc.model.walk import locate
from kamc.rules.base import Rule, Subject
from kamc.rules.late import Late
from kamc.words import shown, spelled

SHORTEST_NAME = 4
JUDGEMENTS = Late(
    r"\b(opponents?|good budd(?:y|ies)|gatekeepers?|vultures?|butterfl(?:y|ies)|breaking points?|"
    r"walk-?away (?:price|point)s?|price sensitive|our margins?|unsere Marge|notre marge|nuestro margen|"
    r"nossa margem|Bremser|Quertreiber|weak(?:est)? link|lock(?:ed)?-?in|nützlicher Idiot)\b",
    re.IGNORECASE,
)
"""Our words for them, and figures that are ours alone."""
PARTS = (
    *(
        "opponent",
        "good budd",
        "gatekeeper",
        "vulture",
        "butterfl",
        "breaking point",
        "walkaway",
        "walk-away",
    ),
    *("price sensitive", "margin", "marge", "bremser", "quertreiber", "weak", "lock", "idiot"),
)
"""One of these stands where such a word does, in small letters."""


def check(subject: Subject) -> Iterator[Finding]:
    names = _names(subject)
    hits = [
        (path, hit)
        for path, text in subject.saying((*map(str.casefold, names), *PARTS))
        if (hit := _hit(names, text)) is not None and _may_be_seen(path)
    ]
    if not hits:
        return
    seen = frozenset(step.path for step in cut(subject.plan, Audience.CUSTOMER).plan.steps)
    for path, (word, is_name) in hits:
        if _is_seen(seen, path):
            what = "a competitor" if is_name else "a word of ours about them"
            yield Finding(
                code=RULE.code,
                message=f"the customer will read {shown(word)}: {what}",
                at=path,
                on="value",
                key=word.casefold(),
                label=what,
                help="say it without, or keep the entry among us: `audience: team`",
            )


def _names(subject: Subject) -> tuple[str, ...]:
    """What the competitors of this account are called."""
    competitors = subject.plan.account_as_market.competitors
    names = {known(one.name) or spelled(id_) for id_, one in competitors.items()} | {
        spelled(id_) for id_ in competitors
    }
    return tuple(sorted(name for name in names if len(name) >= SHORTEST_NAME))


@functools.lru_cache(maxsize=16)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def _hit(names: tuple[str, ...], text: str) -> tuple[str, bool] | None:
    """The first word in a text that a customer should not read, and whether it is a name."""
    name = _any_of(names).search(text) if names else None
    if name is not None:
        return name.group(), True
    judged = JUDGEMENTS.search(text)
    return (judged.group(), False) if judged else None


def _may_be_seen(path: Path) -> bool:
    """Whether any plan may show a customer what stands at a path: cheaper to know than what this one does."""
    here = locate(Plan, path[:-1] if isinstance(path[-1], int) else path).field
    holder = next(
        record for end in range(len(path) - 1, -1, -1) if (record := locate(Plan, path[:end]).record)
    )
    ceiling = here.ceiling if here is not None and here.ceiling is not None else holder.about.ceiling
    return ceiling is Audience.CUSTOMER


def _is_seen(seen: frozenset[Path], path: Path) -> bool:
    """Whether a text is in what the customer reads: an item of a list is where its list is."""
    return path in seen or (isinstance(path[-1], int) and path[:-1] in seen)


RULE = Rule(
    code="KAM037", slug="not-for-customers", kind=Kind.JUDGEMENT, methods=(34,), doc=__doc__, check=check
)
