"""Accounts as `kamc status` tells them, made by hand."""

import datetime as dt
from decimal import Decimal
from typing import Any

import msgspec

from kamc.analysis.completeness import Completeness, Tally
from kamc.analysis.health import Health, Weighed
from kamc.analysis.health_parts import Sign
from kamc.model.terms import HealthTerms
from kamc.report.status import Line, Overview
from kamc.speech import Message

AS_OF = dt.date(2026, 11, 23)


def health(word: str = "green", score: int | None = 90, reason: str = "no alarm is open") -> Health:
    told = None if score is None else Decimal(score)
    part = Weighed(
        key="alarms", weight=Decimal(15), sign=told if told is None else Sign(told, Message(reason))
    )
    other = Weighed(key="satisfaction", weight=Decimal(10), sign=None)
    leading = () if told is None else (part,)
    return Health(score=told, word=word, parts=(part, other), leading=leading)  # type: ignore[arg-type]


def line(account: str = "hafen-spedition", **changes: Any) -> Line:
    tally = Tally(known=7, unknown=1, missing=2)
    nothing, everything = Tally(missing=4), Tally(known=1)
    blocks = {"account_knowledge": nothing, "relationships": everything, "account_plan": tally}
    one = Line(
        account=account,
        name="Hafen-Spedition",
        path=f"plans/{account}/2026-Q4.yaml",
        period="2026-Q4",
        status="in-review",
        profile="standard",
        owner="mara-lind",
        bucket="key",
        completeness=Completeness(whole=tally, blocks=blocks),
        health=health(),
        open_questions=4,
        overdue=2,
        changed=dt.date(2026, 11, 20),
    )
    return msgspec.structs.replace(one, **changes)


def overview(*lines: Line, **changes: Any) -> Overview:
    one = Overview(lines=lines, as_of=AS_OF, terms=HealthTerms())
    return msgspec.structs.replace(one, **changes)
