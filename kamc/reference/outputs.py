"""The JSON Schemas of what `check`, `diff`, `explain`, `log` and `status` print with `--format json`.

They are open: a new key comes without a new `version`, and an older schema must not refuse it. The tests
close them, and hold everything that kamc prints to every key.
"""

from collections.abc import Mapping
from typing import Any, get_args

from kamc.analysis.health import Word
from kamc.diagnostics import Kind, Severity
from kamc.model.change import BLOCKS, HEADER, ChangeKind, Effect, Outcome
from kamc.model.fields import Profile
from kamc.reference.schemas import DRAFT, text
from kamc.reference.shapes import Schema
from kamc.report.comparison import FATES, Fate
from kamc.rules.base import GAPS

OPEN = "Keys may be added without a new version: a reader leaves alone what it does not know."
ABSENT = "A key whose value is absent is left out."
LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def pages() -> Mapping[str, str]:
    """Every schema: its path and its text."""
    return {f"schemas/{name}.json": text(make()) for name, make in DOCUMENTS.items()}


def findings() -> Schema:
    """What `kamc check --format json` prints."""
    counts = {level.word: _count(f"Those that are {level.word} and not accepted.") for level in LEVELS}
    return _document(
        "findings",
        "What kamc check found",
        {
            **_writer(),
            "as_of": _text("The day of the check.", format="date"),
            "summary": _object(
                "How much was found, shown or not.",
                {
                    "plans": _count("Plans that were checked."),
                    **counts,
                    "set_aside": _count(
                        "Those that --baseline or --since leaves out: they are nowhere else."
                    ),
                },
            ),
            "unread": _list("Files that could not be read.", _text("A path.")),
            "findings": _list("In the order of files and places.", _reference("finding")),
        },
        finding=_finding(),
        related=_object(
            "A second place that belongs to a finding.",
            {**_place(), "message": _text("Why it belongs here.")},
        ),
        fix=_object(
            f"What mends a finding, where only one thing can be meant; --fix does it. {ABSENT}",
            {"message": _text("What it does, as an instruction.", examples=['write "owner"'])},
            {
                "edits": _list("What to change in the file.", _reference("edit")),
                "rename": _text("The path to which the file is to be moved, from the workspace."),
            },
        ),
        edit=_object(
            "A stretch of the finding's file, and what takes its place.",
            {**_span(), "text": _text("The new text; empty where the old one goes.")},
        ),
        accepted=_accepted(),
    )


def _finding() -> Schema:
    return _object(
        f"One finding. {ABSENT}",
        {
            **_rule_names(),
            "severity": _word("How bad it is here.", *(level.word for level in LEVELS)),
            "message": _text("What is wrong, in a sentence."),
            **_place(),
            "fingerprint": _digest("Its lasting name: the same on every machine."),
            "lineage": _digest("The same without the quarter: equal for the same finding a quarter later."),
        },
        {
            "help": _text("What to do."),
            "pointer": _text("What it is about, as a JSON Pointer into the file; it may be missing there."),
            "account": _text("The id of the account."),
            "period": _text("The quarter.", examples=["2026-Q4"]),
            "related": _list("Second places.", _reference("related")),
            "fix": _reference("fix"),
            "accepted": _reference("accepted"),
        },
    )


def changes() -> Schema:
    """What `kamc diff --format json` prints."""
    return _document(
        "changes",
        "What changed between two plans",
        {"old": _reference("side"), "new": _reference("side"), **_changes()},
        **_of_changes(),
    )


def diffs() -> Schema:
    """What `kamc diff --base`, `--all` and `--where` print with `--format json`."""
    plans = {"compared": _count("Plans that were looked at.")}
    plans |= {fate: _count(f"Of these, {told}") for fate, told in BECAME.items()}
    return _document(
        "diffs",
        "What changed in several plans",
        {
            "summary": _object(
                "All plans together.", {"plans": _object("How many plans.", plans), **_counted_changes()}
            ),
            "unread": _list("Files that could not be read.", _text("A path, or REVISION:path.")),
            "diffs": _list("By the path, or by the account.", _reference("diff")),
        },
        diff=_object(
            f"One plan, in the shape of one diff. {ABSENT}",
            {"plan": _word("What became of the file.", *FATES)},
            {
                "old": _reference("side"),
                "new": _reference("side"),
                **_changes(),
                "unread": _list("The sides that could not be read.", _text("A path, or REVISION:path.")),
            },
        ),
        **_of_changes(),
    )


def review() -> Schema:
    """What `kamc review --format json` prints."""
    unread = _list("Sides that could not be read.", _text("A path, or REVISION:path."))
    return _document(
        "review",
        "What a pull request changes",
        {
            "base": _text("What the pull request goes to, as it was named."),
            "commit": _text("Where it began."),
            "as_of": _text("The day of the review.", format="date"),
            "summary": _object(
                "All plans together.",
                {
                    "plans": _count("Plans that there is something to tell of."),
                    "worse": _count("Changes for the worse."),
                    "better": _count("Changes for the better."),
                    "unaccepted": _count(
                        "Changes for the worse that somebody has to accept, and nobody does."
                    ),
                    **{level.word: _count(f"New findings that are {level.word}.") for level in LEVELS},
                },
            ),
            "unread": unread,
            "shared": _list("Files that every plan is judged by, where they were touched.", _text("A path.")),
            "plans": _list("The gravest first.", _reference("review")),
        },
        review=_object(
            f"One plan, in the shape of one diff. {ABSENT}",
            {
                "plan": _word("What became of the file.", *FATES),
                "findings": _changes()["findings"],
                "status": _object(
                    "The status of the plan.", {}, {"old": _text("What it was."), "new": _text("What it is.")}
                ),
                "decisions": _list(
                    "Changes that somebody has to accept.",
                    _object(
                        "One of them.",
                        {"change": _count("Its place in `changes`, from 0.")},
                        {"accepted": _reference("accepted")},
                    ),
                ),
                "briefs": _object(
                    "Briefs by the names of their files.",
                    {
                        "changed": _list("Those that say something else.", _text("A name.")),
                        "new": _list("Those that are new.", _text("A name.")),
                        "gone": _list("Those that are gone.", _text("A name.")),
                    },
                ),
                "questions": _list("What to ask about it.", _text("A question.")),
                "unread": unread,
            },
            {
                "old": _reference("side"),
                "new": _reference("side"),
                **{key: schema for key, schema in _changes().items() if key != "findings"},
            },
        ),
        accepted=_accepted(),
        **_of_changes(),
    )


def _accepted() -> Schema:
    return _object(
        "The waiver of a plan's author.",
        {"why": _text("The reason.")},
        {
            "by": _text("The id of who decided it."),
            "until": _text("The last day on which it counts.", format="date"),
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
        "summary": _object(
            "How many changes there are, and how many of each effect and kind.", _counted_changes()
        ),
        "changes": _list("In the order of the plan format.", _reference("change")),
        "leads": _list(
            "What a reader should know first: places in `changes`, from 0.",
            {"type": "integer", "minimum": 0, "description": "A place."},
        ),
        "figures": _list("Figures of the account before and after.", _reference("figure")),
        "findings": _object(
            "What a check says of one of the two plans alone, by what lasts of it over the quarters.",
            {
                "new": _list("Said of the new plan.", _reference("finding")),
                "gone": _list("Said of the old plan.", _reference("finding")),
            },
        ),
        "promises": _list("What was due by the end of the old plan's quarter.", _reference("promise")),
        "left_alone": _list(
            "What is reviewed each quarter, and has neither changed nor a newer date of review (M4).",
            _text("Its name."),
        ),
        "suggested": _list("Renames that look likely; none is assumed.", _reference("likely")),
    }


def _counted_changes() -> dict[str, Schema]:
    names = (*get_args(Effect), *get_args(ChangeKind))
    return {"changes": _count("All of them."), **{name: _count(f"Changes: {name}.") for name in names}}


def _of_changes() -> dict[str, Schema]:
    side = _object(
        "One of the two plans.",
        {
            "account": _text("The id of the account."),
            "name": _text("Its name."),
            "period": _text("The quarter."),
        },
        {"path": _text("Its file, from the workspace.")},
    )
    place = _object("Where something stands.", _place())
    return {"side": side, "change": _change(), "place": place, **_derived()}


def _derived() -> Mapping[str, Schema]:
    """What follows from the changes."""
    effect = _word("Whether the account moves our way by it.", *get_args(Effect))
    sentence = _text("The same in a sentence.")
    number = {"type": "number"}
    return {
        "difference": _object(
            "How far a value moved: up, or later, where `by` is above zero.",
            {"by": {**number, "description": "In the unit."}},
            {
                "unit": _text(
                    "points (shares in percent), days, steps (words in their order), or the amount's own.",
                    examples=["points"],
                ),
                "percent": {**number, "description": "The same in percent of the old amount."},
            },
        ),
        "figure": _object(
            f"A figure of the account. {ABSENT}",
            {
                "key": _text("Which figure.", examples=["share-of-wallet"]),
                "title": _text("What it is called."),
                "unit": _text("percent, score (0 to 100), count, or a currency."),
                "effect": effect,
                "message": sentence,
            },
            {
                "old": {**number, "description": "Before."},
                "new": {**number, "description": "Now."},
                "difference": _reference("difference"),
            },
        ),
        "finding": _object(
            "A finding in short.",
            {
                "code": _text("The rule.", examples=["KAM301"]),
                "slug": _text("Its name.", examples=["no-facilitator"]),
                "severity": _word("How bad it is.", *(level.word for level in LEVELS)),
                "message": _text("What is wrong, in a sentence."),
                **_place(),
                "lineage": _digest("Its lasting name, without the quarter."),
            },
            {"pointer": _text("What it is about, as a JSON Pointer.")},
        ),
        "promise": _object(
            f"What was to be done or said. {ABSENT}",
            {
                "entity": _word("What sort of thing.", "activity", "communication"),
                "id": _text("Its id in the old plan."),
                "what": _text("What was promised."),
                "by": _text("The day, as it was written."),
                "outcome": _word("What became of it.", *get_args(Outcome)),
                "effect": effect,
                "message": sentence,
            },
            {
                "done": _text("The day it was done."),
                "moved_to": _text("The new day of what was carried over."),
            },
        ),
        "likely": _object(
            "An entry that is gone and one that is new, alike in what they say.",
            {
                "entity": _text("What sort of thing."),
                "old": _text("The id that is gone."),
                "new": _text("The id that is new."),
                "likeness": {**number, "description": "How much of their words is the same, in percent."},
                "old_pointer": _text("Where the old one stands in the old plan."),
                "new_pointer": _text("Where the new one stands in the new plan."),
                "message": sentence,
            },
        ),
    }


def _change() -> Schema:
    return _object(
        f"One change. {ABSENT}",
        {
            "kind": _word("What sort of change.", *get_args(ChangeKind)),
            "entity": _text("What sort of thing has changed.", examples=["success-factor", "member"]),
            "id": _text("The id of the thing; `member/person` and the like for a line of a table."),
            "pointer": _text(
                "The place in the new plan, or in the old one where it is gone: a JSON Pointer."
            ),
            "effect": _word("Whether the account moves our way by it.", *get_args(Effect)),
            "message": _text("The change in a sentence."),
        },
        {
            "field": _text("The field of the thing, its keys joined by dots."),
            "old": {"description": "The value before, in the normal form of plans."},
            "new": {"description": "The value now, in the normal form of plans."},
            "difference": _reference("difference"),
            "topic": _text("Why it leads a report, where it may.", examples=["facilitator"]),
            "code": _text("The rule behind the effect.", examples=["KAM301"]),
            "old_place": _reference("place"),
            "new_place": _reference("place"),
        },
    )


def log() -> Schema:
    """What `kamc log --format json` prints."""
    keys = {
        "account": _text("The id of the account."),
        "name": _text("Its name."),
        "git": _truth("Whether git was asked; where not, quarters are compared alone."),
        "cut_off": _truth("Whether git has not all of the history here (a shallow clone)."),
        "unread": _list("Versions that could not be read.", _text("A path, or REVISION:path.")),
        "steps": _list("Versions that changed something, by quarter and then in time.", _reference("step")),
        "trends": _list("Fields with a direction or a number that moved.", _reference("trend")),
    }
    commit = {
        "commit": _text("The name of the commit; absent where nothing is committed.", pattern="^[0-9a-f]+$"),
        "author": _text("Who made it."),
        "date": _text("Their own day.", format="date"),
        "subject": _text("The first line of what they said."),
    }
    return _document(
        "log",
        "How an account moved",
        keys,
        optional={"id": _text("The entry that was asked for.")},
        step=_object(
            f"One version of a plan. {ABSENT}",
            {
                "period": _text("The quarter of the plan."),
                "path": _text("Its file as it is called now, from the workspace."),
                "first": _truth("Whether there is nothing before it."),
                "summary": _object("How many changes it made, of each effect and kind.", _counted_changes()),
                "changes": _list("In the order of the plan format.", _reference("change")),
            },
            commit,
        ),
        trend=_object(
            "One field.",
            {
                "entity": _text("What sort of thing it belongs to.", examples=["member"]),
                "id": _text("The id of the thing."),
                "field": _text("The field, its keys joined by dots."),
                "effect": _word("From the first point to the last.", *get_args(Effect)),
                "points": _list("What it said at first, and from each step on.", _reference("point")),
            },
        ),
        point=_object(
            f"What a field said. {ABSENT}",
            {"value": _text("The value as people read it; empty where the plan said nothing.")},
            {
                "period": _text("The quarter of the step."),
                "commit": commit["commit"],
                "date": commit["date"],
                "rank": {"description": "Its place among the values of its field.", "type": "number"},
            },
        ),
        change=_change(),
        difference=_derived()["difference"],
        place=_object("Where something stands.", _place()),
    )


def rule() -> Schema:
    """What `kamc explain CODE --format json` prints."""
    keys = {**_writer(), "rule": _reference("rule")}
    return _document("rule", "What there is to say about a rule", keys, rule=_rule())


def rules() -> Schema:
    """What `kamc explain --format json` prints."""
    keys = {**_writer(), "rules": _list("In the order of their codes.", _reference("rule"))}
    return _document("rules", "What there is to say about every rule", keys, rule=_rule())


def _rule() -> Schema:
    levels = [level.word for level in LEVELS]
    statuses = {status: _word(f"In a plan that is {status}.", *levels) for status in GAPS}
    return _object(
        "One rule.",
        {
            **_rule_names(),
            "block": _text("The part of the plan that it looks at."),
            "title": _text("What it wants, in a sentence."),
            "why": _list("Why it matters.", _text("A paragraph.")),
            "methods": _list("The methods behind it.", _text("Its number.", pattern="^M[0-9]+$")),
            "profile": _word("The profile from which on it is asked.", *(one.word for one in Profile)),
            "severity": _object(
                "How bad it is, by the status of the plan, unless settings differ.", statuses
            ),
            "limits": {
                "description": "The settings that it judges by, and what is meant where there is none.",
                "type": "object",
            },
            "can_be_accepted": {"type": "boolean", "description": "Whether a plan can accept its findings."},
            "bad": _list("Pieces of plans that break it.", _text("YAML; `~` is a line left out.")),
            "good": _list("Pieces of plans that do not.", _text("YAML; `~` is a line left out.")),
            "remedy": _text("What to do."),
        },
    )


def status() -> Schema:
    """What `kamc status --format json` prints."""
    return _document(
        "status",
        "How every account stands",
        {
            **_writer(),
            "as_of": _text("The day for which it holds.", format="date"),
            "thresholds": _object(
                "What a health is judged by.",
                {
                    "green": _percent("The score from which on an account is green."),
                    "amber": _percent("The score from which on it is amber, and below which a part is red."),
                    "least_known": _percent("How much of the weight must be known for a word."),
                },
            ),
            "summary": _object(
                "The accounts together.",
                {
                    "accounts": _count("Those that are listed."),
                    **{word: _count(f"Those whose health is {word}.") for word in get_args(Word)},
                    "open_questions": _count("The open questions of all of them."),
                    "overdue": _count("What is overdue in all of them."),
                },
            ),
            "unread": _list("Files that could not be read.", _text("A path.")),
            "accounts": _list("In the order that was asked for.", _reference("account")),
        },
        account=_account(),
        completeness=_completeness(),
        tally=_object("How much is known of what is asked.", _counts(), _share_known()),
        health=_health(),
    )


def _account() -> Schema:
    return _object(
        f"One account, by one of its plans. {ABSENT}",
        {
            "account": _text("The id of the account."),
            "name": _text("Its name."),
            "period": _text("The quarter of the plan; unknown, where it says none.", examples=["2026-Q4"]),
            "path": _text("The file, from the workspace, with forward slashes."),
            "status": _text("The status of the plan.", examples=["approved"]),
            "profile": _text("The profile of the plan.", examples=["standard"]),
            "completeness": _reference("completeness"),
            "health": _reference("health"),
            "open_questions": _count("What the plan says it does not know."),
            "overdue": _count("What is open though its day has passed."),
        },
        {
            "owner": _text("The id of the key account manager."),
            "bucket": _text("Its place in the portfolio.", examples=["key"]),
            "changed": _text("The day of the last commit that touched the file.", format="date"),
        },
    )


def _completeness() -> Schema:
    blocks = {key: _reference("tally") for key in (HEADER, *BLOCKS)}
    told = "By block, as far as its profile asks for something there; what stands above them is the header."
    return _object(
        "How much the plan knows of what its profile asks for.",
        {**_counts(), "blocks": _object(told, {}, blocks)},
        _share_known(),
    )


def _counts() -> dict[str, Schema]:
    return {
        "known": _count("Facts that the plan knows."),
        "unknown": _count("Facts that it says it does not know."),
        "missing": _count("Facts of which it says nothing."),
    }


def _share_known() -> dict[str, Schema]:
    return {"percent": _percent("How many percent are known, rounded down.")}


def _health() -> Schema:
    part = _object(
        f"One part. {ABSENT}",
        {
            "part": _text("Its key in the settings.", examples=["access"]),
            "weight": {"description": "How much it counts, against the others.", "type": "number"},
        },
        {
            "score": _percent("Its score."),
            "reason": _text("Why, in a sentence."),
        },
    )
    return _object(
        f"The health of an account. {ABSENT}",
        {
            "word": _word("What it is called; unknown, where too little is known.", *get_args(Word)),
            "reasons": _list("The reasons that matter most, at most two.", _text("A sentence.")),
            "parts": _list("All that has a weight.", part),
        },
        {"score": _percent("The mean of its parts, by their weights.")},
    )


def _document(
    name: str,
    title: str,
    keys: Mapping[str, Schema],
    *,
    optional: Mapping[str, Schema] | None = None,
    **shared: Schema,
) -> Schema:
    """A whole output: its version, then what it is about."""
    version = {"const": 1, "description": "The version of this shape."}
    return {
        "$schema": DRAFT,
        "$id": f"urn:kamc:schema:{name}:1",
        "title": title,
        **_object(OPEN, {"version": version, **keys}, optional),
        "$defs": shared,
    }


def _object(
    told: str, required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None
) -> Schema:
    return {
        "description": told,
        "type": "object",
        "required": [*required],
        "properties": {**required, **(optional or {})},
    }


def _writer() -> dict[str, Schema]:
    return {"kamc": _text("The version of kamc that wrote it.")}


def _rule_names() -> dict[str, Schema]:
    return {
        "code": _text("The code of the rule.", examples=["KAM301"]),
        "slug": _text("The name of the rule.", examples=["no-facilitator"]),
        "kind": _word("What sort of judgement the rule makes.", *(one.value for one in Kind)),
    }


def _place() -> dict[str, Schema]:
    return {
        "path": _text("The file, from the workspace, with forward slashes."),
        **_span(),
    }


def _span() -> dict[str, Schema]:
    return {
        "line": _number("The line, from 1."),
        "column": _number("The column, from 1, in code points."),
        "end_line": _number("The line in which it ends."),
        "end_column": _number("The column behind its last sign."),
    }


def _text(told: str, **more: Any) -> Schema:
    return {"description": told, "type": "string", **more}


def _word(told: str, *words: str) -> Schema:
    return {"description": told, "enum": [*words]}


def _digest(told: str) -> Schema:
    return _text(told, pattern="^[0-9a-f]{32}$")


def _truth(told: str) -> Schema:
    return {"description": told, "type": "boolean"}


def _count(told: str) -> Schema:
    return {"description": told, "type": "integer", "minimum": 0}


def _percent(told: str) -> Schema:
    return {"description": told, "type": "number", "minimum": 0, "maximum": 100}


def _number(told: str) -> Schema:
    return {"description": told, "type": "integer", "minimum": 1}


def _list(told: str, items: Schema) -> Schema:
    return {"description": told, "type": "array", "items": items}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


DOCUMENTS = {
    "findings": findings,
    "changes": changes,
    "diffs": diffs,
    "review": review,
    "log": log,
    "rule": rule,
    "rules": rules,
    "status": status,
}
