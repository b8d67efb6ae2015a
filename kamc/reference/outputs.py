"""The JSON Schemas of what `check`, `diff`, `explain`, `log` and `status` print with `--format json`.

They are open: a new key comes without a new `version`, and an older schema must not refuse it. The tests
close them, and hold everything that kamc prints to every key.
"""

from collections.abc import Mapping
from typing import get_args

from kamc.analysis.health import Word
from kamc.model.change import BLOCKS, HEADER
from kamc.model.fields import Profile
from kamc.reference import keys
from kamc.reference.outputs_of_changes import changes, diffs, log, review
from kamc.reference.schemas import text
from kamc.reference.shapes import Schema
from kamc.rules.base import GAPS


def pages() -> Mapping[str, str]:
    """Every schema: its path and its text."""
    return {f"schemas/{name}.json": text(make()) for name, make in DOCUMENTS.items()}


def findings() -> Schema:
    """What `kamc check --format json` prints."""
    counts = {
        level.word: keys.count(f"Those that are {level.word} and not accepted.") for level in keys.LEVELS
    }
    return keys.document(
        "findings",
        "What kamc check found",
        {
            **keys.writer(),
            "as_of": keys.text("The day of the check.", format="date"),
            "summary": keys.record(
                "How much was found, shown or not.",
                {
                    "plans": keys.count("Plans that were checked."),
                    **counts,
                    "set_aside": keys.count(
                        "Those that --baseline or --since leaves out: they are nowhere else."
                    ),
                },
            ),
            "unread": keys.several("Files that could not be read.", keys.text("A path.")),
            "findings": keys.several("In the order of files and places.", keys.reference("finding")),
        },
        finding=_finding(),
        related=keys.record(
            "A second place that belongs to a finding.",
            {**keys.place(), "message": keys.text("Why it belongs here.")},
        ),
        fix=keys.record(
            f"What mends a finding, where only one thing can be meant; --fix does it. {keys.ABSENT}",
            {"message": keys.text("What it does, as an instruction.", examples=['write "owner"'])},
            {
                "edits": keys.several("What to change in the file.", keys.reference("edit")),
                "rename": keys.text("The path to which the file is to be moved, from the workspace."),
            },
        ),
        edit=keys.record(
            "A stretch of the finding's file, and what takes its place.",
            {**keys.span(), "text": keys.text("The new text; empty where the old one goes.")},
        ),
        accepted=keys.accepted(),
    )


def _finding() -> Schema:
    return keys.record(
        f"One finding. {keys.ABSENT}",
        {
            **keys.rule_names(),
            "severity": keys.word("How bad it is here.", *(level.word for level in keys.LEVELS)),
            "message": keys.text("What is wrong, in a sentence."),
            **keys.place(),
            "fingerprint": keys.digest("Its lasting name: the same on every machine."),
            "lineage": keys.digest(
                "The same without the quarter: equal for the same finding a quarter later."
            ),
        },
        {
            "help": keys.text("What to do."),
            "pointer": keys.text(
                "What it is about, as a JSON Pointer into the file; it may be missing there."
            ),
            "account": keys.text("The id of the account."),
            "period": keys.text("The quarter.", examples=["2026-Q4"]),
            "related": keys.several("Second places.", keys.reference("related")),
            "fix": keys.reference("fix"),
            "accepted": keys.reference("accepted"),
        },
    )


def rule() -> Schema:
    """What `kamc explain CODE --format json` prints."""
    told = {**keys.writer(), "rule": keys.reference("rule")}
    return keys.document("rule", "What there is to say about a rule", told, rule=_rule())


def rules() -> Schema:
    """What `kamc explain --format json` prints."""
    told = {**keys.writer(), "rules": keys.several("In the order of their codes.", keys.reference("rule"))}
    return keys.document("rules", "What there is to say about every rule", told, rule=_rule())


def _rule() -> Schema:
    levels = [level.word for level in keys.LEVELS]
    statuses = {status: keys.word(f"In a plan that is {status}.", *levels) for status in GAPS}
    return keys.record(
        "One rule.",
        {
            **keys.rule_names(),
            "block": keys.text("The part of the plan that it looks at."),
            "title": keys.text("What it wants, in a sentence."),
            "why": keys.several("Why it matters.", keys.text("A paragraph.")),
            "methods": keys.several("The methods behind it.", keys.text("Its number.", pattern="^M[0-9]+$")),
            "profile": keys.word("The profile from which on it is asked.", *(one.word for one in Profile)),
            "severity": keys.record(
                "How bad it is, by the status of the plan, unless settings differ.", statuses
            ),
            "limits": {
                "description": "The settings that it judges by, and what is meant where there is none.",
                "type": "object",
            },
            "can_be_accepted": {"type": "boolean", "description": "Whether a plan can accept its findings."},
            "bad": keys.several("Pieces of plans that break it.", keys.text("YAML; `~` is a line left out.")),
            "good": keys.several("Pieces of plans that do not.", keys.text("YAML; `~` is a line left out.")),
            "remedy": keys.text("What to do."),
        },
    )


def status() -> Schema:
    """What `kamc status --format json` prints."""
    return keys.document(
        "status",
        "How every account stands",
        {
            **keys.writer(),
            "as_of": keys.text("The day for which it holds.", format="date"),
            "thresholds": keys.record(
                "What a health is judged by.",
                {
                    "green": keys.percent("The score from which on an account is green."),
                    "amber": keys.percent(
                        "The score from which on it is amber, and below which a part is red."
                    ),
                    "least_known": keys.percent("How much of the weight must be known for a word."),
                },
            ),
            "summary": keys.record(
                "The accounts together.",
                {
                    "accounts": keys.count("Those that are listed."),
                    **{word: keys.count(f"Those whose health is {word}.") for word in get_args(Word)},
                    "open_questions": keys.count("The open questions of all of them."),
                    "overdue": keys.count("What is overdue in all of them."),
                },
            ),
            "unread": keys.several("Files that could not be read.", keys.text("A path.")),
            "accounts": keys.several("In the order that was asked for.", keys.reference("account")),
        },
        account=_account(),
        completeness=_completeness(),
        tally=keys.record("How much is known of what is asked.", _counts(), _share_known()),
        health=_health(),
    )


def _account() -> Schema:
    return keys.record(
        f"One account, by one of its plans. {keys.ABSENT}",
        {
            "account": keys.text("The id of the account."),
            "name": keys.text("Its name."),
            "period": keys.text(
                "The quarter of the plan; unknown, where it says none.", examples=["2026-Q4"]
            ),
            "path": keys.text("The file, from the workspace, with forward slashes."),
            "status": keys.text("The status of the plan.", examples=["approved"]),
            "profile": keys.text("The profile of the plan.", examples=["standard"]),
            "completeness": keys.reference("completeness"),
            "health": keys.reference("health"),
            "open_questions": keys.count("What the plan says it does not know."),
            "overdue": keys.count("What is open though its day has passed."),
        },
        {
            "owner": keys.text("The id of the key account manager."),
            "bucket": keys.text("Its place in the portfolio.", examples=["key"]),
            "changed": keys.text("The day of the last commit that touched the file.", format="date"),
        },
    )


def _completeness() -> Schema:
    blocks = {key: keys.reference("tally") for key in (HEADER, *BLOCKS)}
    told = "By block, as far as its profile asks for something there; what stands above them is the header."
    return keys.record(
        "How much the plan knows of what its profile asks for.",
        {**_counts(), "blocks": keys.record(told, {}, blocks)},
        _share_known(),
    )


def _counts() -> dict[str, Schema]:
    return {
        "known": keys.count("Facts that the plan knows."),
        "unknown": keys.count("Facts that it says it does not know."),
        "missing": keys.count("Facts of which it says nothing."),
    }


def _share_known() -> dict[str, Schema]:
    return {"percent": keys.percent("How many percent are known, rounded down.")}


def _health() -> Schema:
    part = keys.record(
        f"One part. {keys.ABSENT}",
        {
            "part": keys.text("Its key in the settings.", examples=["access"]),
            "weight": {"description": "How much it counts, against the others.", "type": "number"},
        },
        {
            "score": keys.percent("Its score."),
            "reason": keys.text("Why, in a sentence."),
        },
    )
    return keys.record(
        f"The health of an account. {keys.ABSENT}",
        {
            "word": keys.word("What it is called; unknown, where too little is known.", *get_args(Word)),
            "reasons": keys.several("The reasons that matter most, at most two.", keys.text("A sentence.")),
            "parts": keys.several("All that has a weight.", part),
        },
        {"score": keys.percent("The mean of its parts, by their weights.")},
    )


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
