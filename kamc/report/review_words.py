"""How a review says what it found, whatever it is written in."""

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from kamc.diagnostics import Severity
from kamc.report.changes_told import Section, told
from kamc.report.comparison import Fate
from kamc.report.review import Decision, Review, Reviewed
from kamc.words import counted, listed


def headline(review: Review) -> str:
    """What became of how many plans, in one line; the one plan by its name."""
    news = review.news
    if not news:
        return f"No plan says anything else than on {review.base}."
    if len(news) == 1:
        return f"{name(news[0])}: {fate(news[0])}"
    counts = Counter[Fate](one.fate for one in news)
    kinds = [(counts[kind], word) for kind, word in FATES.items() if counts[kind]]
    told = listed([f"{count} {word}" for count, word in kinds], "and")
    title = f"{len(news)} plans: {told}" if len(kinds) > 1 else f"{len(news)} plans {kinds[0][1]}"
    worse = sum(one.effects()["worse"] > one.effects()["better"] for one in news)
    return f"{title}; {worse} for the worse" if worse else title


FATES: Mapping[Fate, str] = {"changed": "changed", "added": "new", "renamed": "moved", "removed": "deleted"}


def name(one: Reviewed) -> str:
    """What a plan is called: the account and the quarter."""
    return ", ".join(filter(None, (one.side.name or one.side.path or "", one.side.period)))


def fate(one: Reviewed) -> str:
    """What became of a plan, in a few words."""
    if one.unread:
        return "cannot be read"
    counts = one.effects()
    sums = [f"{counts[effect]} {effect}" for effect in ("worse", "better") if counts[effect]]
    if one.fate == "changed":
        if not one.changes:
            return "the same plan, judged otherwise"
        neutral = counted(len(one.rest), "neutral change") if one.rest else "its status alone"
        return listed(sums, "and") or neutral
    return FATES[one.fate] + (f", {listed(sums, 'and')}" if sums else "")


def gravest(review: Review) -> tuple[str, ...]:
    """What somebody has to act on, the gravest first."""
    return tuple(_grave(review))


def shared(review: Review) -> str:
    """That files were touched by which every plan is judged; empty where none was."""
    if not review.shared:
        return ""
    return f"{listed(review.shared, 'and')} changed, too; kamc check says what follows for every plan."


def briefs(one: Reviewed) -> str:
    """How many briefs say something else, are new, or gone."""
    told = one.briefs
    changed = len(told.changed)
    parts = [f"{changed} {'says' if changed == 1 else 'say'} something else" if changed else ""]
    parts += [f"{len(told.new)} new" if told.new else "", f"{len(told.gone)} gone" if told.gone else ""]
    return ", ".join(filter(None, parts))


def _grave(review: Review) -> Iterator[str]:
    if review.unread:
        yield f"{counted(len(review.unread), 'file')} that cannot be read"
    lacking = sum(len(one.unaccepted) for one in review.plans)
    if lacking:
        changes = counted(lacking, "change for the worse", "changes for the worse")
        yield f"{changes} that nobody has accepted"
    for level in (Severity.ERROR, Severity.WARNING):
        count = sum(each.severity is level for one in review.plans for each in one.others)
        if count:
            yield counted(count, f"new {level.word}")


def about(one: Reviewed) -> str:
    """What became of the file, in a sentence; empty where it goes without saying."""
    path = one.side.path or ""
    if one.unread:
        return f"Not compared: {listed(one.unread, 'and')} cannot be read; kamc check says why."
    if one.fate == "removed":
        return f"{path} is deleted."
    if one.fate == "renamed":
        told = "" if one.changes else "; what it says did not change"
        return f"{one.old_path} is now {path}{told}."
    if one.fate == "added" and one.diff:
        return f"{path} is new, and compared with the quarter before, {one.diff.old.period}."
    return f"{path} is new, and the first plan of its account." if one.fate == "added" else ""


def status(one: Reviewed) -> str:
    """`draft → in-review`, or the status alone where it stays; empty where there is none."""
    before, now = one.status
    return f"{before} → {now}" if now and before not in {"", now} else now


def decided(one: Decision) -> str:
    """Who accepts a change and why, as it stands beside it, or that nobody does."""
    if one.reason is None:
        return "nobody has accepted it"
    by = f" by {one.who}" if one.who else ""
    until = f" until {one.reason.until}" if one.reason.until else ""
    return f"accepted{by}{until}: {one.reason.why}"


def compared_with(review: Review) -> str:
    """With what the plans were compared, and as of which day they were judged."""
    return (
        f"Since {review.fork[:12]}, where this branch left {review.base}; as of {review.as_of.isoformat()}."
    )


PROMISES = "Promises"


def promises(one: Reviewed) -> str:
    """How many of the promises that were due were kept."""
    held = one.diff.promises if one.diff else ()
    return f"{sum(each.outcome == 'kept' for each in held)} of {len(held)} kept"


def sections_of_rest(one: Reviewed, *, verbose: bool) -> tuple[Section, ...]:
    """What else changed, block by block, and what became of promises; nothing of it leads."""
    if one.diff is None:
        return ()
    rest = tuple(msgspec.structs.replace(each, topic="") for each in one.rest)
    diff = msgspec.structs.replace(one.diff, changes=rest, figures=(), found=(), gone=())
    return told(diff, verbose=verbose).sections
