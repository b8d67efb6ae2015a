"""How accounts stand, as JSON: an absent value is an omitted key, and every health has all its parts."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from kamc import __version__
from kamc.analysis.completeness import Completeness, Tally
from kamc.analysis.health import Health, Weighed
from kamc.report.as_json import dumped, present
from kamc.report.status import Line, Overview

VERSION = 1


def report(overview: Overview) -> str:
    """The accounts in the order that was wanted, with what their health is judged by."""
    terms = overview.terms
    return dumped(
        {
            "version": VERSION,
            "kamc": __version__,
            "as_of": overview.as_of.isoformat(),
            "thresholds": {
                "green": _number(terms.green),
                "amber": _number(terms.amber),
                "least_known": _number(terms.least_known),
            },
            "summary": {
                "accounts": len(overview.lines),
                **{str(word): count for word, count in overview.words.items()},
                "open_questions": overview.open_questions,
                "overdue": overview.overdue,
            },
            "unread": list(overview.unread),
            "accounts": [_account(one) for one in overview.lines],
        }
    )


def _account(line: Line) -> dict[str, Any]:
    return present(
        {
            "account": line.account,
            "name": line.name,
            "period": line.period,
            "path": line.path,
            "status": line.status,
            "profile": line.profile,
            "owner": line.owner,
            "bucket": line.bucket,
            "completeness": _completeness(line.completeness),
            "health": _health(line.health),
            "open_questions": line.open_questions,
            "overdue": line.overdue,
            "changed": line.changed.isoformat() if line.changed else None,
        }
    )


def _completeness(one: Completeness) -> dict[str, Any]:
    return {**_tally(one.whole), "blocks": {key: _tally(tally) for key, tally in one.blocks.items()}}


def _tally(one: Tally) -> dict[str, Any]:
    counts = {"known": one.known, "unknown": one.unknown, "missing": one.missing}
    return present({"percent": None if one.share is None else int(one.share), **counts})


def _health(one: Health) -> dict[str, Any]:
    return present(
        {
            "word": one.word,
            "score": None if one.score is None else int(one.score),
            "reasons": list(one.reasons),
            "parts": [_part(part) for part in one.parts],
        }
    )


def _part(one: Weighed) -> dict[str, Any]:
    told = one.sign
    return present(
        {
            "part": one.key,
            "weight": _number(one.weight),
            "score": int(told.score.quantize(Decimal(1), ROUND_HALF_UP)) if told else None,
            "reason": told.reason if told else None,
        }
    )


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
