"""The account on one printed page: what a colleague needs for a sensible conversation.

One side of A4 and of Letter, whatever the plan holds. Every text is cut to the lines that its place has, and
each section shows as many entries as there is room for; what is left out is counted on the page. Heights are
estimates in points (see `room`) on the sheet that both papers share; templates/page/account-page.css sets the
same sizes, and holds each text to its lines where a reader's fonts are wider.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from kamc.brief.given import Given, alive
from kamc.brief.knowledge import NOTHING, serving
from kamc.brief.page_people import Person, cut, gaps, people
from kamc.brief.points import Point, frictions, wins
from kamc.brief.position import Standing, standing
from kamc.brief.room import Want, fitted, heights, lines, shared, width
from kamc.brief.shown import Cell, Fact, Mark, Piece, Shown, Signed, joined
from kamc.brief.standing import due_soon
from kamc.model.account import SuccessFactor
from kamc.model.goals import Objective
from kamc.model.values import Said, each, known
from kamc.speech import message, plural
from kamc.speech.format import sentence

PAGE, WHOLE = 730.0, 527.0
"""The height and width that both papers have, in points, less their margins and a little."""
LINE, NOTE, SAID = 10.4, 9.0, 12.0
"""How high a line is: of what is listed, of a note, of what is said."""
NOTE_SIZE = 7.1
HEADING, GAP = 28.0, 4.0
HEAD, LOGO, FOOT, NAME_LINE, SAY_LINE = 24.0, 17.0, 18.0, 23.0, 14.5
TABLE_HEAD, ROW, GAP_ROW = 14.0, 25.0, 16.0
FACTOR, GOAL, STEP, POINT, DECISION = 30.0, 29.5, 20.5, 32.0, 56.0
"""How wide the main texts are, in em of their size."""
FACTOR_NOTE, GOAL_NOTE, STEP_NOTE, POINT_NOTE = 36.5, 35.0, 12.0, 35.0
SAY, AMBITION, NAME = 48.0, 27.0, 28.0
SHARES = (1.7, 1.2, 1.1, 1.0, 1.1)
"""How the strip of figures is shared out among them, in their order."""
MORE = plural("{n} more in the full plan", "{n} more in the full plan")
MORE_OBJECTIVES = plural("{n} more objective in the full plan", "{n} more objectives in the full plan")
MORE_PEOPLE = plural("{n} more person in the full plan", "{n} more people in the full plan")
MORE_DECISIONS = plural("{n} more decision in the full plan", "{n} more decisions in the full plan")
SERVED = (
    (message("We do"), ("Activities", "Co-creation")),
    (message("We offer"), ("Opportunities", "Offerings", "Advantages")),
)
"""What we do for a success factor and what we offer for it, by the kinds of what serves it."""


class Sizes(msgspec.Struct, frozen=True, kw_only=True):
    """How many lines the texts of a page may have, and how many entries some sections show at least."""

    say: int = 3
    factor: int = 2
    served: int = 2
    point: int = 2
    decision: int = 2
    meaning: int = 2
    goals: int = 2
    people: int = 4
    decisions: int = 3


TIGHT = Sizes(served=1, factor=1, say=2, point=1, decision=1, goals=1, people=3, decisions=2)
LEVELS = (
    Sizes(),
    Sizes(served=1),
    Sizes(served=1, point=1),
    Sizes(served=1, point=1, factor=1, say=2, decision=1),
    TIGHT,
    msgspec.structs.replace(TIGHT, say=1, meaning=1),
)
"""From roomy to tight: the first one counts with which the least of every section fits the page."""


class Factor(Piece, frozen=True, kw_only=True):
    """One of their success factors: whose and how measured, and how we serve it, or that we do not."""

    what: Shown
    about: str = ""
    served: tuple[Fact, ...] = ()
    verdict: Shown = ""


class Goal(Piece, frozen=True, kw_only=True):
    """What we want to reach: from where, to where, by when."""

    what: Shown
    about: str = ""


class Step(Piece, frozen=True, kw_only=True):
    """Something with a day: when, what, and who of ours."""

    when: Shown
    what: Shown
    who: str = ""


class AccountPage(Piece, frozen=True, kw_only=True):
    """What stands on the page; `more` says by the name of each section what is left out of it."""

    standing: tuple[Standing, ...] = ()
    factors: tuple[Factor, ...] = ()
    ambition: Shown = ""
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    people: tuple[Person, ...] = ()
    gaps: tuple[Signed, ...] = ()
    wins: tuple[Point, ...] = ()
    frictions: tuple[Point, ...] = ()
    decisions: tuple[str, ...] = ()
    more: Mapping[str, str] = {}


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """A page with the sentence above it, and how high it is likely to be, in points."""

    say: Shown
    page: AccountPage
    height: float


def account_page(given: Given) -> Laid:
    """The page of an account, in the roomiest sizes with which the least of each section fits."""
    tried: list[Laid] = []
    for sizes in LEVELS:
        tried.append(_laid(given, sizes))
        if tried[-1].height <= PAGE:
            break
    return tried[-1]


def _laid(given: Given, sizes: Sizes) -> Laid:
    say = cut(given.text(given.plan.summary.stand), SAY, sizes.say)
    strip, ambition, empty = _strip(given, sizes), cut(_ambition(given), AMBITION, 3), gaps(given)
    sections = _sections(given, sizes, ambition, len(empty))
    wants = [one.want for one in sections.values()]
    top = _top(given, str(say)) + _strip_height(strip)

    def height(parts: Sequence[float]) -> float:
        """The page: two columns, the people, two columns, the decisions."""
        factors, goals, steps, people_, wins_, frictions_, decisions = parts
        return top + max(factors, goals + steps) + people_ + max(wins_, frictions_) + decisions

    counts = dict(zip(sections, shared(wants, height, PAGE), strict=True))
    page = AccountPage(
        standing=strip,
        ambition=ambition,
        gaps=empty,
        more={name: one.left(given, counts[name]) for name, one in sections.items()},
        **{name: one.items[: counts[name]] for name, one in sections.items()},  # type: ignore[arg-type]
    )
    return Laid(say=say, page=page, height=height(heights(wants, tuple(counts.values()))))


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section of the page: its entries, the weightiest first, and how high its head is, in points.

    It shows `least` entries whatever the room is, and `most` at most; `more` is how what is left out is told.
    """

    items: tuple[Piece | str, ...]
    least: int
    most: int
    head: float = 0.0
    more: tuple[str, str] = MORE

    @property
    def want(self) -> Want:
        """The room that it wants."""
        heights_ = tuple(map(_height, self.items))
        return Want(items=heights_, head=HEADING + self.head, least=self.least, most=self.most)

    def left(self, given: Given, count: int) -> str:
        """What is left out where `count` entries are shown; nothing where all are."""
        rest = len(self.items) - count
        return given.speech.count(rest, *self.more) if rest else ""


def _sections(given: Given, sizes: Sizes, ambition: Shown, empty: int) -> dict[str, Section]:
    """The sections by their names, in the order in which they get room."""
    factors, few = tuple(_factors(given, sizes)), 5
    decisions = tuple(fitted(one, DECISION, sizes.decision) for one in each(given.plan.decisions_wanted))
    return {
        "factors": Section(items=factors, least=few, most=few, head=NOTE * (len(factors) > few)),
        "goals": Section(
            items=tuple(_goals(given)),
            least=sizes.goals,
            most=3,
            head=lines(str(ambition), AMBITION) * SAID + GAP,
            more=MORE_OBJECTIVES,
        ),
        "steps": Section(items=tuple(_steps(given)), least=3, most=8),
        "people": Section(
            items=people(given),
            least=sizes.people,
            most=12,
            head=TABLE_HEAD + GAP_ROW * empty,
            more=MORE_PEOPLE,
        ),
        "wins": Section(items=tuple(_point(one, sizes) for one in wins(given)), least=3, most=3),
        "frictions": Section(items=tuple(_point(one, sizes) for one in frictions(given)), least=3, most=3),
        "decisions": Section(items=decisions, least=sizes.decisions, most=5, head=8.0, more=MORE_DECISIONS),
    }


def _top(given: Given, say: str) -> float:
    """How high the head of the page is, and its foot."""
    name = min(2, lines(_name(given), NAME)) * NAME_LINE
    return HEAD + bool(given.run.logo) * LOGO + name + lines(say, SAY) * SAY_LINE + FOOT


def _name(given: Given) -> str:
    return known(given.plan.name) or known(given.plan.account) or ""


# --- heights, in points ---


def _height(one: Piece | str) -> float:
    if isinstance(one, Factor):
        notes = bool(one.about) + len(one.served) + bool(str(one.verdict))
        return lines(str(one.what), FACTOR) * LINE + notes * NOTE + GAP + 3
    if isinstance(one, Goal):
        return lines(str(one.what), GOAL) * LINE + bool(one.about) * NOTE + GAP
    if isinstance(one, Step):
        head = NOTE + (2 if isinstance(one.when, Mark) else 1) * LINE
        return max(lines(str(one.what), STEP) * LINE, head) + GAP + 1
    if isinstance(one, Person):
        return ROW
    if isinstance(one, Point):
        return lines(one.text, POINT) * LINE + bool(one.note) * NOTE + GAP
    return lines(str(one), DECISION) * SAID + 2


def _rooms(count: int) -> tuple[float, ...]:
    """How wide each of so many figures is, in em of a note."""
    shares = SHARES[:count]
    return tuple((WHOLE * share / sum(shares) - 14) * 1.08 / NOTE_SIZE for share in shares)


def _strip(given: Given, sizes: Sizes) -> tuple[Standing, ...]:
    found = standing(given)
    return tuple(
        msgspec.structs.replace(
            one,
            name=fitted(one.name, room),
            meaning=tuple(fitted(part, room, sizes.meaning) for part in one.meaning),
            moved=msgspec.structs.replace(one.moved, word=fitted(one.moved.word, room - 1)),
        )
        for one, room in zip(found, _rooms(len(found)), strict=True)
    )


def _strip_height(strip: tuple[Standing, ...]) -> float:
    if not strip:
        return 0.0
    return 13 + max(
        NOTE * (1 + sum(lines(part, room) for part in one.meaning) + bool(one.moved))
        + 15 * min(2, lines(str(one.value), room * NOTE_SIZE / 11.5))
        for one, room in zip(strip, _rooms(len(strip)), strict=True)
    )


# --- what stands in the sections ---


def _factors(given: Given, sizes: Sizes) -> Iterator[Factor]:
    for id, one in alive(given.plan.account_knowledge.success_factors):
        if one.is_open:
            served = tuple(_served(given, id))[: sizes.served]
            yield Factor(
                what=cut(given.what(one), FACTOR, sizes.factor),
                about=fitted(_about(given, one), FACTOR_NOTE),
                served=served,
                verdict="" if served else Mark(given.speech.say(NOTHING)),
            )


def _about(given: Given, one: SuccessFactor) -> str:
    """Whose it is, by when, how they measure it."""
    say = given.speech.say
    whose = say("owner not known") if isinstance(one.whose, Said) else given.names.listed(one.whose)
    by = _by(given, one)
    return joined((whose, by, known(one.measured_by) or ""))


def _by(given: Given, one: SuccessFactor | Objective) -> str:
    """By when, or that nobody knows; with a mark where it is a goal of ours that is overdue."""
    if isinstance(one.by, Said):
        return given.speech.say("date not known")
    is_ours = isinstance(one, Objective) and one.is_open
    return given.speech.say("by {day}", day=given.due(one.by, is_open=is_ours)) if one.by else ""


def _served(given: Given, factor: str) -> Iterator[Fact]:
    """What we do for it, then what we offer for it: as many names as a line holds."""
    found = dict(serving(given, factor))
    for label, kinds in SERVED:
        names = [name for kind in kinds for name in found.get(kind, ())]
        if names:
            said = given.speech.say(label)
            yield Fact(said, _listed(given, names, FACTOR_NOTE - width(said) - 1))


def _listed(given: Given, names: Sequence[str], room: float) -> str:
    """Names on one line; those that it does not hold are counted."""
    for count in range(len(names), 0, -1):
        rest = len(names) - count
        told = "; ".join(names[:count])
        whole = given.speech.say("{names}; and {n} more", names=told, n=rest) if rest else told
        if width(whole) <= room:
            return whole
    if len(names) == 1:
        return fitted(names[0], room)
    more = given.speech.say("{names}; and {n} more", names="", n=len(names) - 1)
    return given.speech.say(
        "{names}; and {n} more", names=fitted(names[0], room - width(more)), n=len(names) - 1
    )


def _ambition(given: Given) -> Shown:
    """Where the account should be within the year: in six to eighteen months, else sooner, else later."""
    aim = given.plan.summary.aim
    return next((told for one in (aim.medium, aim.short, aim.long) if (told := given.text(one))), "")


def _goals(given: Given) -> Iterator[Goal]:
    """The open objectives, those with figures first, the next one first."""
    held = [one for _, one in alive(given.plan.account_plan.objectives) if one.is_open]
    for one in sorted(held, key=lambda goal: (goal.kind == "political", _day(goal))):
        yield Goal(
            what=cut(given.what(one), GOAL, 2),
            about=fitted(_figures(given, one), GOAL_NOTE),
        )


def _day(one: Objective) -> dt.date:
    by = known(one.by)
    return by.last if by else dt.date.max


def _figures(given: Given, one: Objective) -> str:
    say = given.speech.say
    is_money = one.measure in {None, "sales", "margin", "price"} and one.unit is None
    currency = (known(one.currency) or given.currency) if is_money else ""
    start, now, target = (
        str(given.quantity(value, one.unit, currency)) if known(value) else ""
        for value in (one.baseline, one.now, one.target)
    )
    way = say("from {start} to {target}", start=start, target=target) if start and target else target
    return joined(
        (
            _by(given, one),
            way,
            say("now {now}", now=now) if now else "",
            given.names.listed(one.people),
        )
    )


def _steps(given: Given) -> Iterator[Step]:
    """What is overdue, then what is due in the next ninety days."""
    for when, what, who in due_soon(given):
        kind = joined(map(str, what.notes)) if isinstance(what, Cell) else ""
        shown = what.text if isinstance(what, Cell) else what
        whole = joined((str(who), kind))
        yield Step(
            when=when.text if isinstance(when, Cell) else when,
            what=cut(shown or sentence(kind), STEP, 2),
            who=whole if width(whole) <= STEP_NOTE else fitted(str(who), STEP_NOTE),
        )


def _point(one: Point, sizes: Sizes) -> Point:
    return Point(text=fitted(one.text, POINT, sizes.point), note=fitted(one.note, POINT_NOTE))
