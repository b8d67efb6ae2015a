"""The briefs that kamc makes of a plan, each by its name: what it is for, who may read it, how it is made."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from kamc.brief import open_space as space
from kamc.brief import relationship_map as people
from kamc.brief.account_page import account_page
from kamc.brief.account_plan import account_plan
from kamc.brief.calendar import calendar, calendar_figures
from kamc.brief.changes import change_figures, changes, sentence
from kamc.brief.folder import folders
from kamc.brief.given import Given
from kamc.brief.joint import joint_plan
from kamc.brief.meeting import meetings
from kamc.brief.negotiation import negotiations
from kamc.brief.review import review, review_figures
from kamc.brief.shown import Piece, Shown
from kamc.brief.standing import Figure, Titled
from kamc.model.fields import Audience

US = frozenset({Audience.PRIVATE, Audience.TEAM})
"""Readers that are some of us."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a brief.

    `shown` is what its template shows as `brief`. It is called by its `title`, and opens with a sentence and
    few numbers where it has them. Where a brief makes several, `part` tells them apart in the names of their
    files: an id of the plan, or a word of ours.
    """

    title: str
    shown: Piece
    say: Shown = ""
    figures: tuple[Figure, ...] = ()
    part: str = ""


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of brief. Its template is `briefs/NAME.md.j2`.

    `sheets` makes its documents: none where a plan has nothing for it. Where it is made `of` what an audience
    may see, each of its readers gets the same: the plan is cut for that audience, whoever reads it.
    """

    name: str
    title: str
    says: str
    audiences: frozenset[Audience]
    sheets: Callable[[Given], Iterable[Sheet]]
    of: Audience | None = None


def rank(stem: str) -> tuple[int, str]:
    """Where a document stands among those of its plan, by the name of its file."""
    brief, part = _parted(stem)
    return (BRIEFS.index(brief) if brief in BRIEFS else len(BRIEFS), part or stem)


def brief_of(stem: str) -> str:
    """The name of the brief that a document is of, by the name of its file."""
    return _parted(stem)[0].name


def _parted(stem: str) -> tuple[Brief, str]:
    """The brief that a document is of, and its part."""
    fitting = [one for one in BRIEFS if stem == one.name or stem.startswith(one.name + "-")]
    found = max(fitting, key=lambda one: len(one.name), default=None) or own(stem)
    return found, stem.removeprefix(found.name).removeprefix("-")


def own(name: str) -> Brief:
    """A brief of a house's own: its template shows what the full account plan shows."""
    title = name.replace("-", " ").capitalize()
    return Brief(
        name=name,
        title=title,
        says="A template of this workspace.",
        audiences=frozenset(Audience),
        sheets=lambda given: _account_plan(given, title),
    )


def _account_plan(given: Given, title: str = "") -> Iterator[Sheet]:
    plan = account_plan(given)
    yield Sheet(
        title=title or given.speech.say("Account plan"), shown=plan, say=plan.stand, figures=plan.figures
    )


def _sheets(make: Callable[[Given], Iterable[Titled]]) -> Callable[[Given], Iterator[Sheet]]:
    """A sheet for each of the pieces that `make` makes of a plan."""

    def sheets(given: Given) -> Iterator[Sheet]:
        for one in make(given):
            yield Sheet(title=one.title, shown=one, say=one.say, figures=one.figures, part=one.part)

    return sheets


def _account_page(given: Given) -> Iterator[Sheet]:
    laid = account_page(given)
    yield Sheet(title=given.speech.say("Account on a page"), shown=laid.page, say=laid.say)


def _review(given: Given) -> Iterator[Sheet]:
    yield Sheet(
        title=given.speech.say("Quarterly review"),
        shown=review(given),
        say=given.text(given.plan.summary.stand),
        figures=review_figures(given),
    )


def _joint_plan(given: Given) -> Iterator[Sheet]:
    yield Sheet(title=given.speech.say("Joint plan"), shown=joint_plan(given))


def _calendar(given: Given) -> Iterator[Sheet]:
    shown = calendar(given)
    if shown is not None:
        yield Sheet(title=given.speech.say("Calendar"), shown=shown, figures=calendar_figures(given))


def _relationship_map(given: Given) -> Iterator[Sheet]:
    shown = people.relationship_map(given)
    if shown:
        yield Sheet(
            title=given.speech.say("Relationship map"),
            shown=shown,
            say=people.sentence(given, shown),
            figures=people.figures(given),
        )


def _open_space(given: Given) -> Iterator[Sheet]:
    shown = space.open_space_brief(given)
    if shown:
        yield Sheet(
            title=given.speech.say("Open space"),
            shown=shown,
            say=space.sentence(given),
            figures=space.figures(given),
        )


def _changes(given: Given) -> Iterator[Sheet]:
    found = given.whole
    if found is not None:
        yield Sheet(
            title=given.speech.say("What changed"),
            shown=changes(given, found),
            say=sentence(given, found),
            figures=change_figures(given, found),
        )


PORTFOLIO = "portfolio"
"""The brief over all accounts: it is made of a whole build, not of a plan."""
NO_BRIEFS = ("index", PORTFOLIO)
"""Templates beside those of the briefs that make no brief of a plan."""
BRIEFS = (
    Brief(
        name="account-page",
        title="Account on a page",
        says="One printed side: where we stand, what decides their success, who matters, what comes next.",
        audiences=US,
        sheets=_account_page,
    ),
    Brief(
        name="account-plan",
        title="Account plan",
        says="The whole plan: five blocks, figures, open questions.",
        audiences=US,
        sheets=_account_plan,
    ),
    Brief(
        name="quarterly-review",
        title="Quarterly review",
        says="Decisions wanted, promises kept, value delivered, what changed, risks, and what comes next.",
        audiences=US,
        sheets=_review,
    ),
    Brief(
        name="joint-plan",
        title="Joint plan",
        says="What the customer gets: what is agreed with them, in their words; nothing else.",
        audiences=frozenset(Audience),
        sheets=_joint_plan,
        of=Audience.CUSTOMER,
    ),
    Brief(
        name="changes",
        title="What changed",
        says="The quarter before and this one, side by side: what leads, figures, promises, each block.",
        audiences=US,
        sheets=_changes,
    ),
    Brief(
        name="calendar",
        title="Calendar",
        says="What is due when, by week and quarter, overdue first; with a file for calendars.",
        audiences=US,
        sheets=_calendar,
    ),
    Brief(
        name="relationship-map",
        title="Relationship map",
        says="Their people drawn: who reports to whom, who moves whom, who of ours holds whom, and the gaps.",
        audiences=US,
        sheets=_relationship_map,
    ),
    Brief(
        name="open-space",
        title="Open space",
        says="Their segments by our offerings: where to grow, what others lead, what to defend.",
        audiences=US,
        sheets=_open_space,
    ),
    Brief(
        name="meeting",
        title="Meeting brief",
        says="For a meeting, or a talk with one person: who, what changed, what to ask, bring and seek.",
        audiences=US,
        sheets=_sheets(meetings),
    ),
    Brief(
        name="opportunity",
        title="Opportunity",
        says="The folder of an opportunity: is it real, who decides, against whom, what is next.",
        audiences=US,
        sheets=_sheets(folders),
    ),
    Brief(
        name="negotiation",
        title="Negotiation sheet",
        says="Terms with their room, trades, interests, alternatives: what to negotiate from.",
        audiences=US,
        sheets=_sheets(negotiations),
    ),
)
"""In the order in which an index names them; the first one that a reader gets is the main one."""
