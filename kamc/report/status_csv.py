"""How accounts stand, as CSV for a spreadsheet: UTF-8, one line an account; no text can act as a formula."""

import csv
import io
from collections.abc import Mapping

from kamc.model.change import BLOCKS, HEADER
from kamc.report.source import shown
from kamc.report.status import Line, Overview
from kamc.report.tables_csv import defused

PARTS = (HEADER, *BLOCKS)


def report(overview: Overview) -> str:
    """The accounts in the order that was wanted; what is not known is an empty field."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_fields(line) for line in overview.lines)
    return file.getvalue()


def _fields(line: Line) -> Mapping[str, str | int | None]:
    health, whole, blocks = line.health, line.completeness.whole, line.completeness.blocks
    first, second, *_ = (*health.reasons, None, None)
    texts = {
        "account": line.account,
        "name": line.name,
        "period": line.period,
        "status": line.status,
        "profile": line.profile,
        "owner": line.owner,
        "bucket": line.bucket,
        "reason": first,
        "second_reason": second,
        "not_known": " ".join(health.unknown),
        "path": line.path,
    }
    numbers = {
        "complete": line.share,
        **{f"complete_{key}": int(blocks[key].share or 0) if key in blocks else None for key in PARTS},
        "known": whole.known,
        "unknown": whole.unknown,
        "missing": whole.missing,
        "score": None if health.score is None else int(health.score),
        "open_questions": line.open_questions,
        "overdue": line.overdue,
    }
    rest = {"health": health.word, "changed": line.changed.isoformat() if line.changed else None}
    return {**{key: text and defused(shown(text)) for key, text in texts.items()}, **numbers, **rest}


COLUMNS = (
    "account", "name", "period", "status", "profile", "owner", "bucket", "complete",
    *(f"complete_{key}" for key in PARTS), "known", "unknown", "missing", "health", "score", "reason",
    "second_reason", "not_known", "open_questions", "overdue", "changed", "path",
)  # fmt: skip
