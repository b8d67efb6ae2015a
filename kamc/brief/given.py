"""What every section of a brief is made from, and the small conversions that all of them need."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from kamc.analysis.sums import priced
from kamc.audience import View
from kamc.brief.names import Names, names
from kamc.brief.shown import NONE_SAID, OPEN, Cell, Mark, Shown, Table, Tone, Value, joined, table
from kamc.diagnostics import Waiver
from kamc.diff import Basis, compare, whole
from kamc.links import Shared
from kamc.model.change import Change, Diff
from kamc.model.fields import Audience
from kamc.model.period import period
from kamc.model.plan import Plan
from kamc.model.records import BAD_ENDS, GOOD_ENDS, Part, Record, Tracked
from kamc.model.settings import ACCENT
from kamc.model.shared import Catalogue, People
from kamc.model.terms import HealthTerms, MatrixTerms
from kamc.model.values import (
    UNKNOWN,
    Date,
    Every,
    Keyed,
    Links,
    Measure,
    Number,
    Quantity,
    Said,
    Text,
    Texts,
    When,
    each,
    known,
)
from kamc.speech import Speech, message

T = TypeVar("T", bound=Tracked)
CONFIDENCE = {"medium": message("medium confidence"), "low": message("low confidence")}


class Waived(msgspec.Struct, frozen=True):
    """A finding that somebody accepts: what its rule wants, a JSON Pointer to it, and the waiver."""

    wants: str
    pointer: str
    waiver: Waiver


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief states of its run: the day it is judged on, the house, its terms, what the check found.

    `logo` is the house's, as a `data:` address.
    """

    as_of: dt.date
    supplier: str | None = None
    currency: str | None = None
    accent: str = ACCENT
    logo: str = ""
    fiscal_year_start: int = 1
    """The month in which the house's year starts, 1 to 12."""
    speech: Speech = Speech()
    gaps: int = 0
    open_questions: int = 0
    waived: tuple[Waived, ...] = ()
    """What the check found and somebody accepts, as far as the reader may see it."""
    health: HealthTerms = HealthTerms()
    matrices: MatrixTerms = MatrixTerms()
    kamc: str = ""


class Given(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A plan as its reader may see it, the names in it, and the run.

    `earlier` is the plan of the quarter before, cut for the same reader, where there is one. The catalogue
    gives names and what is planned, the people names, no more.
    """

    view: View
    run: Run
    names: Names
    earlier: View | None = None
    catalogue: Catalogue | None = None
    people: People | None = None
    telling: Callable[[], Diff] | None = None
    """Compares the two plans, findings and all; without it, `whole` does what it can alone."""

    @property
    def plan(self) -> Plan:
        return self.view.plan

    @property
    def speech(self) -> Speech:
        """How the brief speaks."""
        return self.run.speech

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed since the quarter before, between what this reader may see of both (M4)."""
        if self.earlier is None:
            return ()
        return compare(
            self.earlier.plan, self.plan, Shared(catalogue=self.catalogue, people=self.people), self.speech
        )

    @cached_property
    def whole(self) -> Diff | None:
        """All that there is to say since the quarter before (M4); `None` where there is no plan of it."""
        if self.earlier is None:
            return None
        return self.telling() if self.telling else whole(self.earlier, self.view, self._basis(self.earlier))

    def _basis(self, earlier: View) -> Basis:
        run, before = self.run, period(earlier.plan.period)
        return Basis(
            then=before.last_day(run.fiscal_year_start) if before else run.as_of,
            now=run.as_of,
            shared=Shared(catalogue=self.catalogue, people=self.people),
            speech=self.speech,
            health=run.health,
            currency=run.currency or "",
            fiscal_year_start=run.fiscal_year_start,
        )

    @property
    def internal(self) -> bool:
        """Whether the reader is one of us: verdicts and gaps rest on parts that a customer never sees."""
        return self.view.audience is not Audience.CUSTOMER

    @property
    def currency(self) -> str:
        return known(self.plan.currency) or self.run.currency or ""

    @property
    def priced(self) -> View:
        """What figures are made from: the view, with the workspace's currency where its plan names none."""
        return priced(self.view, self.currency)

    @property
    def owner(self) -> str:
        """The account manager's name; empty where nobody is named."""
        return self.names.listed(self.plan.owner)

    def money(self, amount: Number, currency: Text = None) -> Shown:
        """An amount in its own currency or the plan's."""
        return (
            self.speech.money(amount, known(currency) or self.currency)
            if isinstance(amount, Decimal)
            else self.said(amount)
        )

    def quantity(self, amount: Measure, unit: Text = None, currency: str = "") -> Shown:
        return (
            self.speech.quantity(amount, known(unit) or "", currency)
            if isinstance(amount, Quantity)
            else self.said(amount)
        )

    def who(self, links: Links, most: int = 56) -> Shown:
        """The names behind a link."""
        return self.said(links) if links is None or isinstance(links, Said) else self.names.text(links, most)

    def ours(self, links: Links) -> Shown:
        """Who of ours: the account manager, where nobody is named."""
        return self.owner if links is None else self.who(links)

    def due(self, date: Date, *, is_open: bool = True) -> Shown:
        """A date; a mark where it has passed and the thing is still open."""
        if not isinstance(date, When):
            return self.said(date)
        late = is_open and self.internal and date.last < self.run.as_of
        return Mark(self.speech.say("{day}, overdue", day=self.date(date))) if late else self.date(date)

    def life(self, entry: Tracked) -> tuple[Shown, ...]:
        """What its status says beyond the default: the word, the day it ended, why, and where it lives on."""
        state = entry.state
        if state == entry.about.open[0] and not isinstance(entry.why, str):
            return ()
        word = self.speech.word(state) if state != entry.about.open[0] else ""
        head = joined((word, self.date(entry.ended)), " ")
        tone: Tone = "good" if state in GOOD_ENDS else "bad"
        shown: tuple[Shown, ...] = (
            (Mark(head, tone) if state in GOOD_ENDS | BAD_ENDS else head,) if head else ()
        )
        became = self.phrase("lives on as {name}", name=self.names.listed(entry.became))
        rest = (entry.why if isinstance(entry.why, str) else "", became)
        return (*shown, *(text for text in rest if text))

    # --- Values as they are shown; what is not there says whether it is `unknown` or `none`. ---

    @property
    def unknown(self) -> Mark:
        """What stands where something is not known."""
        return Mark(self.speech.say(OPEN.word), OPEN.tone)

    def said(self, value: object) -> Shown:
        """What stands where there is no value: a mark for `unknown`, a word for `none`, else nothing."""
        if not isinstance(value, Said):
            return ""
        return self.unknown if value is UNKNOWN else self.speech.say(NONE_SAID)

    def text(self, value: Text | Texts) -> Shown:
        """A text, or several as one."""
        if isinstance(value, tuple):
            return "; ".join(value) if len(value) == 1 else "; ".join(one.rstrip(".;") for one in value)
        return value if isinstance(value, str) else self.said(value)

    def word(self, value: Text) -> Shown:
        """A word of the format, as people write it."""
        return self.speech.word(value) if isinstance(value, str) else self.said(value)

    def words(self, value: Texts) -> Shown:
        """Several words of the format."""
        return ", ".join(map(self.speech.word, value)) if isinstance(value, tuple) else self.said(value)

    def date(self, value: Date) -> str:
        """A date; nothing where it is not known."""
        return self.speech.when(value) if isinstance(value, When) else ""

    def shown_date(self, value: Date) -> Shown:
        """A date; a mark where it is not known."""
        return self.speech.when(value) if isinstance(value, When) else self.said(value)

    def every(self, value: object) -> str:
        """How often; nothing where it is not known."""
        return self.speech.stretch(value) if isinstance(value, Every) else ""

    def percent(self, value: Number) -> Shown:
        """A share in percent."""
        return self.speech.percent(value) if isinstance(value, Decimal) else self.said(value)

    def plain(self, value: Number) -> Shown:
        """A plain number."""
        return self.speech.number(value) if isinstance(value, Decimal) else self.said(value)

    def absent(self, part: Part | Keyed[Any]) -> Shown:
        """What a whole part or mapping says of itself: `unknown` or `none`."""
        return self.said(part.said)

    def said_or(self, part: Part, value: Shown) -> Shown:
        """The value, unless the whole part is `unknown` or `none`."""
        return self.absent(part) or value

    def what(self, entry: Any) -> Shown:
        """What an entry says that it is."""
        return self.said_or(entry, self.text(entry.what))

    def lead(self, entry: Any, *more: Shown) -> Cell:
        """An entry at the head of a row: what it is, how it stands, `more`, where it comes from."""
        return Cell(self.what(entry), (*self.life(entry), *more, *self.notes(entry)), lead=True)

    def phrase(self, text: str, /, **values: object) -> str:
        """A phrase of ours around values; nothing where one of them has nothing to say."""
        return self.speech.say(text, **values) if all(map(str, values.values())) else ""

    def table(self, caption: str, heads: str, rows: Iterable[tuple[Value, ...]]) -> Table:
        """A table under heads of ours, written as `Who | Role | >Sales`."""
        return table(caption, " | ".join(self._head(one) for one in heads.split(" | ")), rows)

    def _head(self, head: str) -> str:
        return head[: head.startswith(">")] + self.speech.say(head.removeprefix(">"))

    def notes(self, record: Record) -> tuple[Shown, ...]:
        """Where a claim comes from, its day, how sure we are, its papers, who says otherwise (M23, M67)."""
        say, found = self.speech.say, list[Shown]()
        if each(record.sources):
            found.append(
                say("Source: {texts}", texts="; ".join(one.rstrip(".") for one in each(record.sources)))
            )
        if isinstance(record.as_of, When):
            found.append(say("as of {day}", day=self.date(record.as_of)))
        if isinstance(record.confidence, str) and record.confidence != "high":
            found.append(say(CONFIDENCE[record.confidence]))
        if each(record.records):
            found.append(say("Records: {names}", names=", ".join(each(record.records))))
        if each(record.contradicted_by):
            found += [Mark(say("contradicted")), "; ".join(each(record.contradicted_by))]
        return tuple(found)

    def claim(self, record: Record, value: Text | Texts, *more: Shown) -> Cell:
        """A statement with its notes."""
        notes = (*(one for one in more if str(one)), *self.notes(record))
        return Cell(self.said(record.said) or self.text(value), notes)


def given(
    view: View,
    *,
    run: Run,
    people: People | None = None,
    catalogue: Catalogue | None = None,
    earlier: View | None = None,
    telling: Callable[[], Diff] | None = None,
) -> Given:
    """What the briefs of one plan are made from."""
    return Given(
        view=view,
        run=run,
        names=names(view.plan, people, catalogue),
        earlier=earlier,
        catalogue=catalogue,
        people=people,
        telling=telling,
    )


def alive(entries: Mapping[str, T], *, empty: bool = False) -> list[tuple[str, T]]:
    """The entries in the author's order, those that have ended last; `empty`: those that say nothing, too."""
    return sorted(
        ((id, one) for id, one in entries.items() if one or empty), key=lambda pair: not pair[1].is_open
    )


def by_date(entries: Iterable[tuple[str, T]], attr: str) -> list[tuple[str, T]]:
    """Entries by a date of theirs, open ones first, undated ones last among their own."""

    def key(pair: tuple[str, T]) -> tuple[bool, dt.date]:
        date = getattr(pair[1], attr)
        return not pair[1].is_open, date.last if isinstance(date, When) else dt.date.max

    return sorted(entries, key=key)
