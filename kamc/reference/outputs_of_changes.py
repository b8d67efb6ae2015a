"""The JSON Schemas of what tells of change: what `diff`, `log` and `review` print with `--format json`."""

from collections.abc import Mapping
from typing import get_args

from kamc.model.change import ChangeKind, Effect, Outcome
from kamc.reference import keys
from kamc.reference.shapes import Schema
from kamc.report.comparison import FATES, Fate

MOVES = keys.word("Whether the account moves our way by it.", *get_args(Effect))
SENTENCE = keys.text("The same in a sentence.")
NUMBER: Schema = {"type": "number"}
UNREAD = keys.several("Sides that could not be read.", keys.text("A path, or REVISION:path."))


def changes() -> Schema:
    """What `kamc diff --format json` prints."""
    return keys.document(
        "changes",
        "What changed between two plans",
        {"old": keys.reference("side"), "new": keys.reference("side"), **_changes()},
        **_of_changes(),
    )


def diffs() -> Schema:
    """What `kamc diff --base`, `--all` and `--where` print with `--format json`."""
    plans = {"compared": keys.count("Plans that were looked at.")}
    plans |= {fate: keys.count(f"Of these, {told}") for fate, told in BECAME.items()}
    return keys.document(
        "diffs",
        "What changed in several plans",
        {
            "summary": keys.record(
                "All plans together.", {"plans": keys.record("How many plans.", plans), **_counted_changes()}
            ),
            "unread": keys.several("Files that could not be read.", keys.text("A path, or REVISION:path.")),
            "diffs": keys.several("By the path, or by the account.", keys.reference("diff")),
        },
        diff=keys.record(
            f"One plan, in the shape of one diff. {keys.ABSENT}",
            {"plan": keys.word("What became of the file.", *FATES)},
            {
                "old": keys.reference("side"),
                "new": keys.reference("side"),
                **_changes(),
                "unread": keys.several(
                    "The sides that could not be read.", keys.text("A path, or REVISION:path.")
                ),
            },
        ),
        **_of_changes(),
    )


def review() -> Schema:
    """What `kamc review --format json` prints."""
    return keys.document(
        "review",
        "What a pull request changes",
        {
            "base": keys.text("What the pull request goes to, as it was named."),
            "commit": keys.text("Where it began."),
            "as_of": keys.text("The day of the review.", format="date"),
            "summary": keys.record(
                "All plans together.",
                {
                    "plans": keys.count("Plans that there is something to tell of."),
                    "worse": keys.count("Changes for the worse."),
                    "better": keys.count("Changes for the better."),
                    "unaccepted": keys.count(
                        "Changes for the worse that somebody has to accept, and nobody does."
                    ),
                    **{
                        level.word: keys.count(f"New findings that are {level.word}.")
                        for level in keys.LEVELS
                    },
                },
            ),
            "unread": UNREAD,
            "shared": keys.several(
                "Files that every plan is judged by, where they were touched.", keys.text("A path.")
            ),
            "plans": keys.several("The gravest first.", keys.reference("review")),
        },
        review=_reviewed(),
        accepted=keys.accepted(),
        **_of_changes(),
    )


def _reviewed() -> Schema:
    return keys.record(
        f"One plan, in the shape of one diff. {keys.ABSENT}",
        {
            "plan": keys.word("What became of the file.", *FATES),
            "findings": _changes()["findings"],
            "status": keys.record(
                "The status of the plan.",
                {},
                {"old": keys.text("What it was."), "new": keys.text("What it is.")},
            ),
            "decisions": keys.several(
                "Changes that somebody has to accept.",
                keys.record(
                    "One of them.",
                    {"change": keys.count("Its place in `changes`, from 0.")},
                    {"accepted": keys.reference("accepted")},
                ),
            ),
            "briefs": keys.record(
                "Briefs by the names of their files.",
                {
                    "changed": keys.several("Those that say something else.", keys.text("A name.")),
                    "new": keys.several("Those that are new.", keys.text("A name.")),
                    "gone": keys.several("Those that are gone.", keys.text("A name.")),
                },
            ),
            "questions": keys.several("What to ask about it.", keys.text("A question.")),
            "unread": UNREAD,
        },
        {
            "old": keys.reference("side"),
            "new": keys.reference("side"),
            **{key: schema for key, schema in _changes().items() if key != "findings"},
        },
    )


BECAME: Mapping[Fate, str] = {
    "changed": "those that say something else now.",
    "added": "those that are new; `old` is the plan of the quarter before.",
    "removed": "those that are gone; they have no `new`.",
    "renamed": "those that lie elsewhere now.",
}


def _changes() -> dict[str, Schema]:
    return {
        "summary": keys.record(
            "How many changes there are, and how many of each effect and kind.", _counted_changes()
        ),
        "changes": keys.several("In the order of the plan format.", keys.reference("change")),
        "leads": keys.several(
            "What a reader should know first: places in `changes`, from 0.",
            {"type": "integer", "minimum": 0, "description": "A place."},
        ),
        "figures": keys.several("Figures of the account before and after.", keys.reference("figure")),
        "findings": keys.record(
            "What a check says of one of the two plans alone, by what lasts of it over the quarters.",
            {
                "new": keys.several("Said of the new plan.", keys.reference("finding")),
                "gone": keys.several("Said of the old plan.", keys.reference("finding")),
            },
        ),
        "promises": keys.several(
            "What was due by the end of the old plan's quarter.", keys.reference("promise")
        ),
        "left_alone": keys.several(
            "What is reviewed each quarter, and has neither changed nor a newer date of review (M4).",
            keys.text("Its name."),
        ),
        "suggested": keys.several("Renames that look likely; none is assumed.", keys.reference("likely")),
    }


def _counted_changes() -> dict[str, Schema]:
    names = (*get_args(Effect), *get_args(ChangeKind))
    return {
        "changes": keys.count("All of them."),
        **{name: keys.count(f"Changes: {name}.") for name in names},
    }


def _of_changes() -> dict[str, Schema]:
    side = keys.record(
        "One of the two plans.",
        {
            "account": keys.text("The id of the account."),
            "name": keys.text("Its name."),
            "period": keys.text("The quarter."),
        },
        {"path": keys.text("Its file, from the workspace.")},
    )
    place = keys.record("Where something stands.", keys.place())
    return {"side": side, "change": _change(), "place": place, **_derived()}


def _derived() -> Mapping[str, Schema]:
    """What follows from the changes."""
    return {
        "difference": _difference(),
        "figure": _figure(),
        "finding": _finding(),
        "promise": _promise(),
        "likely": _likely(),
    }


def _difference() -> Schema:
    return keys.record(
        "How far a value moved: up, or later, where `by` is above zero.",
        {"by": {**NUMBER, "description": "In the unit."}},
        {
            "unit": keys.text(
                "points (shares in percent), days, steps (words in their order), or the amount's own.",
                examples=["points"],
            ),
            "percent": {**NUMBER, "description": "The same in percent of the old amount."},
        },
    )


def _figure() -> Schema:
    return keys.record(
        f"A figure of the account. {keys.ABSENT}",
        {
            "key": keys.text("Which figure.", examples=["share-of-wallet"]),
            "title": keys.text("What it is called."),
            "unit": keys.text("percent, score (0 to 100), count, or a currency."),
            "effect": MOVES,
            "message": SENTENCE,
        },
        {
            "old": {**NUMBER, "description": "Before."},
            "new": {**NUMBER, "description": "Now."},
            "difference": keys.reference("difference"),
        },
    )


def _finding() -> Schema:
    return keys.record(
        "A finding in short.",
        {
            "code": keys.text("The rule.", examples=["KAM301"]),
            "slug": keys.text("Its name.", examples=["no-facilitator"]),
            "severity": keys.word("How bad it is.", *(level.word for level in keys.LEVELS)),
            "message": keys.text("What is wrong, in a sentence."),
            **keys.place(),
            "lineage": keys.digest("Its lasting name, without the quarter."),
        },
        {"pointer": keys.text("What it is about, as a JSON Pointer.")},
    )


def _promise() -> Schema:
    return keys.record(
        f"What was to be done or said. {keys.ABSENT}",
        {
            "entity": keys.word("What sort of thing.", "activity", "communication"),
            "id": keys.text("Its id in the old plan."),
            "what": keys.text("What was promised."),
            "by": keys.text("The day, as it was written."),
            "outcome": keys.word("What became of it.", *get_args(Outcome)),
            "effect": MOVES,
            "message": SENTENCE,
        },
        {
            "done": keys.text("The day it was done."),
            "moved_to": keys.text("The new day of what was carried over."),
        },
    )


def _likely() -> Schema:
    return keys.record(
        "An entry that is gone and one that is new, alike in what they say.",
        {
            "entity": keys.text("What sort of thing."),
            "old": keys.text("The id that is gone."),
            "new": keys.text("The id that is new."),
            "likeness": {**NUMBER, "description": "How much of their words is the same, in percent."},
            "old_pointer": keys.text("Where the old one stands in the old plan."),
            "new_pointer": keys.text("Where the new one stands in the new plan."),
            "message": SENTENCE,
        },
    )


def _change() -> Schema:
    return keys.record(
        f"One change. {keys.ABSENT}",
        {
            "kind": keys.word("What sort of change.", *get_args(ChangeKind)),
            "entity": keys.text("What sort of thing has changed.", examples=["success-factor", "member"]),
            "id": keys.text("The id of the thing; `member/person` and the like for a line of a table."),
            "pointer": keys.text(
                "The place in the new plan, or in the old one where it is gone: a JSON Pointer."
            ),
            "effect": MOVES,
            "message": keys.text("The change in a sentence."),
        },
        {
            "field": keys.text("The field of the thing, its keys joined by dots."),
            "old": {"description": "The value before, in the normal form of plans."},
            "new": {"description": "The value now, in the normal form of plans."},
            "difference": keys.reference("difference"),
            "topic": keys.text("Why it leads a report, where it may.", examples=["facilitator"]),
            "code": keys.text("The rule behind the effect.", examples=["KAM301"]),
            "old_place": keys.reference("place"),
            "new_place": keys.reference("place"),
        },
    )


def log() -> Schema:
    """What `kamc log --format json` prints."""
    told = {
        "account": keys.text("The id of the account."),
        "name": keys.text("Its name."),
        "git": keys.truth("Whether git was asked; where not, quarters are compared alone."),
        "cut_off": keys.truth("Whether git has not all of the history here (a shallow clone)."),
        "unread": keys.several("Versions that could not be read.", keys.text("A path, or REVISION:path.")),
        "steps": keys.several(
            "Versions that changed something, by quarter and then in time.", keys.reference("step")
        ),
        "trends": keys.several("Fields with a direction or a number that moved.", keys.reference("trend")),
    }
    commit = {
        "commit": keys.text(
            "The name of the commit; absent where nothing is committed.", pattern="^[0-9a-f]+$"
        ),
        "author": keys.text("Who made it."),
        "date": keys.text("Their own day.", format="date"),
        "subject": keys.text("The first line of what they said."),
    }
    return keys.document(
        "log",
        "How an account moved",
        told,
        optional={"id": keys.text("The entry that was asked for.")},
        step=keys.record(
            f"One version of a plan. {keys.ABSENT}",
            {
                "period": keys.text("The quarter of the plan."),
                "path": keys.text("Its file as it is called now, from the workspace."),
                "first": keys.truth("Whether there is nothing before it."),
                "summary": keys.record(
                    "How many changes it made, of each effect and kind.", _counted_changes()
                ),
                "changes": keys.several("In the order of the plan format.", keys.reference("change")),
            },
            commit,
        ),
        trend=_trend(),
        point=_point(commit),
        change=_change(),
        difference=_difference(),
        place=keys.record("Where something stands.", keys.place()),
    )


def _trend() -> Schema:
    return keys.record(
        "One field.",
        {
            "entity": keys.text("What sort of thing it belongs to.", examples=["member"]),
            "id": keys.text("The id of the thing."),
            "field": keys.text("The field, its keys joined by dots."),
            "effect": keys.word("From the first point to the last.", *get_args(Effect)),
            "points": keys.several("What it said at first, and from each step on.", keys.reference("point")),
        },
    )


def _point(commit: Mapping[str, Schema]) -> Schema:
    return keys.record(
        f"What a field said. {keys.ABSENT}",
        {"value": keys.text("The value as people read it; empty where the plan said nothing.")},
        {
            "period": keys.text("The quarter of the step."),
            "commit": commit["commit"],
            "date": commit["date"],
            "rank": {"description": "Its place among the values of its field.", "type": "number"},
        },
    )
