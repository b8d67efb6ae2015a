"""One root cause, one finding: what only follows from another mistake is not told a second time.

Under `buying_centre:` stands everything that a missing `buying_center` would be asked for; whoever mends the
key mends the rest. The same holds for links to an entry whose id is misspelled where it is defined, for what
is asked for below a value that does not fit, and for a rule that misses somebody where a role is misspelled.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from kamc.diagnostics import Finding, Path, value_at
from kamc.model.records import Part
from kamc.model.walk import locate
from kamc.schema.ids import proposal

UNKNOWN_KEY, BAD_ID, DANGLING = "KAM012", "KAM022", "KAM027"
GAP, VANISHED = "KAM038", "KAM701"
WRONG_VALUES = frozenset(("KAM019", "KAM020", "KAM021", BAD_ID))
ROLES, REASONS = frozenset(("roles",)), frozenset(("answers", "using", "advances"))
NOTHING, NO_NEEDS, COPIED = "KAM503", "KAM108", "KAM707"
OUTDOES: Mapping[str, frozenset[str]] = {"KAM612": frozenset((GAP,)), "KAM703": frozenset(("KAM505",))}
"""Rules that say more than others do at the same place or below it."""
EMPTY: Mapping[str, frozenset[str]] = {
    "objectives": frozenset(("KAM508",)),
    "activities": frozenset(("KAM411", "KAM412", "KAM416", "KAM418", "KAM606", "KAM607", "KAM610", "KAM612")),
    "communications": frozenset(("KAM204", "KAM606", "KAM608", "KAM609")),
}
"""What follows where a whole list is empty, which is told once."""
LATE = frozenset(("KAM117", "KAM314", "KAM315", "KAM320", "KAM505", "KAM510", "KAM521"))
"""What is past its day, as everything is in a plan copied from the quarter before."""
NEEDS = tuple(("account_knowledge", key) for key in ("challenges", "plans", "projects"))
LOOKS_FOR: Mapping[str, tuple[int, frozenset[str]]] = {
    "KAM301": (1, ROLES),
    "KAM302": (1, ROLES),
    "KAM304": (1, ROLES),
    "KAM307": (1, ROLES),
    "KAM309": (1, frozenset(("contacts",))),
    "KAM311": (1, frozenset(("stance",))),
    "KAM312": (0, frozenset()),
    "KAM316": (1, ROLES),
    "KAM324": (3, frozenset(("leads_to",))),
    "KAM326": (1, frozenset(("reports_to",))),
    "KAM327": (1, frozenset(("team",))),
    "KAM508": (1, frozenset(("growth",))),
    "KAM509": (1, frozenset(("state", "amount"))),
    "KAM514": (1, frozenset()),
    "KAM517": (0, frozenset(("by", "every"))),
    "KAM527": (0, frozenset(("owner", "answer", "treatment", "leads_to"))),
    "KAM601": (0, REASONS),
}
"""Rules that speak of a whole, or of the unknown: how many levels below it they look, and at which fields."""
DOING = ("account_plan", "activities", "opportunities", "communications", "meetings", "about")
SELLING = ("product_knowledge", "offerings", "co_creation")
KNOWING = ("account_knowledge", "success_factors", "challenges", "plans", "projects", "serves")
STRATEGIES = ("account_plan", "strategies", "uses")
LOOKS_ELSEWHERE: Mapping[str, frozenset[str]] = {
    "KAM606": frozenset((*DOING, *SELLING, *KNOWING, "answers", "anchored_in", "why")),
    "KAM607": frozenset((*DOING, *SELLING, "answers", "anchored_in", "why")),
    "KAM608": frozenset((*DOING, "relationships", "buying_center", "to", "with", "members", "won_through")),
    "KAM609": frozenset((*DOING, *STRATEGIES, "carries")),
    "KAM610": frozenset((*DOING, *SELLING, *STRATEGIES, "advances", "people", "to", "with")),
    "KAM611": frozenset(STRATEGIES),
    "KAM612": frozenset((*DOING, "advances", "quarters")),
    "KAM613": frozenset((*KNOWING, "account_plan", "communications", "anchored_in")),
    **{code: frozenset(("why",)) for code in ("KAM703", "KAM704", "KAM706", "KAM709")},
}
"""Rules that miss what may stand anywhere in a plan: the keys under which they would find it."""


def without_followers(
    findings: Iterable[Finding], record: type[Part], data: Any, wanted: Collection[str]
) -> list[Finding]:
    """The findings on one file (of `record`, holding `data`) less those that follow from another of them.

    What is only said better elsewhere stays where nobody wants (by code) to hear it there.
    """
    told = _at_their_best(tuple(findings), wanted)
    keys = [one for one in told if one.at and one.code in {UNKNOWN_KEY, BAD_ID} and one.on == "key"]
    values = [one for one in told if one.at and one.code in WRONG_VALUES and one not in keys]
    if not keys and not values:
        return told
    meant = [path for one in keys if (path := _meant(one.at, record)) and value_at(data, path) is None]
    lost = frozenset(id_ for one in keys for id_ in _lost(one, data))
    hidden = frozenset(str(path[-1]) for path in meant)
    wrong = [one.at for one in values]
    roots = {id(one) for one in (*keys, *values)}
    return [
        one
        for one in told
        if id(one) in roots or not (_looks_into(one, hidden) or _follows(one, meant, wrong, lost))
    ]


def _looks_into(finding: Finding, hidden: frozenset[str]) -> bool:
    """Whether a rule may miss what stands under one of these mistyped keys."""
    return not hidden.isdisjoint(LOOKS_ELSEWHERE.get(finding.code, ()))


def _at_their_best(findings: tuple[Finding, ...], wanted: Collection[str]) -> list[Finding]:
    """The findings without those of which another one says more: a gap by a rule of its own, for instance."""
    heard = [one for one in findings if one.code in wanted]
    outdone = frozenset((code, one.at) for one in heard for code in OUTDOES.get(one.code, ()))
    idle = frozenset(code for one in heard for code in _idle(one))
    empty = frozenset(path for one in heard for path in _emptied(one))
    blocks = frozenset(one.at for one in heard if one.code == GAP and len(one.at) == 1)
    said = frozenset(
        one.at[:end]
        for one in heard
        if one.code != GAP and one.at[:1] not in blocks
        for end in range(len(one.at) if one.code == VANISHED else 1, len(one.at) + 1)
    )
    gaps = frozenset(one.at for one in heard if one.code == GAP)
    return [
        one
        for one in findings
        if not (one.code == GAP and one.at in said)  # what stands below a gap speaks of it, too
        and not (one.code == VANISHED and (one.at in empty or not gaps.isdisjoint(_above(one.at))))
        and not any(one.at[:1] == at and len(one.at) > 1 for at in blocks)
        and one.code not in idle
        and not any((one.code, one.at[:end]) in outdone for end in range(len(one.at) + 1))
    ]


def _idle(finding: Finding) -> frozenset[str]:
    """The codes of all that follows from a finding on a whole list, or on the whole plan."""
    if finding.code == COPIED:
        return LATE
    return EMPTY.get(finding.key, frozenset()) if finding.code == NOTHING else frozenset()


def _emptied(finding: Finding) -> tuple[Path, ...]:
    """The lists of which a finding says that nothing is left in them."""
    if finding.code == NO_NEEDS:
        return NEEDS
    return (finding.at,) if finding.code == NOTHING else ()


def _above(path: Path) -> Iterator[Path]:
    return (path[:end] for end in range(len(path)))


def _follows(finding: Finding, meant: list[Path], wrong: list[Path], lost: frozenset[str]) -> bool:
    at = finding.at
    if finding.code in {DANGLING, VANISHED} and finding.key in lost:
        return True
    if any(_is_within(at, path) for path in (*meant, *wrong)):
        return True
    return finding.code in LOOKS_FOR and any(_hides(path, finding) for path in (*meant, *wrong))


def _is_within(at: Path, path: Path) -> bool:
    return at[: len(path)] == path


def _hides(path: Path, finding: Finding) -> bool:
    """Whether what does not fit at `path` hides what a rule that speaks of a whole looks for."""
    if path == finding.at:
        return True
    level, fields = LOOKS_FOR[finding.code]
    below = path[len(finding.at) :] if _is_within(path, finding.at) else ()
    return 0 < len(below) <= level or (len(below) > level and below[level] in fields)


def _meant(at: Path, record: type[Part]) -> Path:
    """Where a mistyped key would stand if it were written right; nowhere where nothing is near."""
    from kamc.schema.keys import meant  # noqa: PLC0415 - a valid file never needs it

    holder = locate(record, at[:-1]).record
    key = meant(str(at[-1]), holder) if holder else None
    return (*at[:-1], key) if key else ()


def _lost(finding: Finding, data: Any) -> Iterator[str]:
    """The ids that cannot be found as long as a finding stands."""
    key = str(finding.at[-1])
    if finding.code == BAD_ID:
        yield key
        yield proposal(key, "entry") or key
    else:
        yield from _keys(value_at(data, finding.at))


def _keys(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, inner in data.items():
            yield key
            yield from _keys(inner)
