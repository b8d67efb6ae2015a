"""docs/reference: the pages from which a person writes a plan, a catalogue, a people file or the settings."""

from collections.abc import Iterable, Iterator, Mapping

from kamc.model.account import AccountKnowledge
from kamc.model.activities import AccountPlan
from kamc.model.buying_center import BuyingCenterAnalysis
from kamc.model.common import COMMON
from kamc.model.fields import Profile
from kamc.model.goals import Investment, Journey
from kamc.model.market import AccountAsMarket, Cell, Satisfaction
from kamc.model.opportunities import Choices, Negotiation, SalesProject
from kamc.model.own_rules import Condition, OwnRule
from kamc.model.plan import Summary
from kamc.model.product import OfferingFit, ProductKnowledge, ProductReview
from kamc.model.records import CURRENCY, Part, Record
from kamc.model.reflection import CustomerAnalysis, FiveForces, Reflection
from kamc.model.relationships import Alignment, BoundaryValue, Continuum, Relationships
from kamc.model.selection import Criteria, Selection
from kamc.model.shared import ManagerProfile, Offering, Person
from kamc.model.spec import Slot, spec
from kamc.model.wallet import Result, Wallet, WalletVolume
from kamc.reference import profiles
from kamc.reference.example import PIECES, PLAN
from kamc.reference.markdown import code
from kamc.reference.paths import paths
from kamc.reference.rows import Layout
from kamc.reference.sections import Section, fields, joined, layout, sections
from kamc.reference.sentences import (
    ADDED,
    ASKED,
    END,
    ENTRIES,
    EVERY_PART,
    EXTENDED,
    INTRO,
    LATER,
    LAWS,
    OWN_CURRENCY,
    START,
    TABLES,
    WAIVER,
)
from kamc.schema.roots import FILES, ROOTS, Which
from kamc.words import listed

HEADED: frozenset[type[Part]] = frozenset((
    Summary, Selection, AccountKnowledge, ProductKnowledge, Relationships, AccountAsMarket, AccountPlan,
    Criteria, CustomerAnalysis, Reflection, FiveForces, OfferingFit, ProductReview, Continuum,
    BuyingCenterAnalysis, Alignment, BoundaryValue, Wallet, WalletVolume, Result, Cell, Satisfaction, Journey,
    Choices, SalesProject, Negotiation, Investment, Offering, Person, ManagerProfile, OwnRule, Condition,
))  # fmt: skip
"""Parts that a reader looks for under a heading, beside entries; the others stand with what holds them."""


def pages() -> Mapping[str, str]:
    """Every reference page: its path and its text."""
    return {
        "docs/reference/plan.md": plan(),
        "docs/reference/plan-extended.md": extended(),
        "docs/reference/catalogue.md": shared("catalogue"),
        "docs/reference/people.md": shared("people"),
        "docs/reference/settings.md": shared("settings", "profiles"),
    }


def plan() -> str:
    """The page about plans: what is asked, an example, the laws of writing, and every field part by part."""
    made, parts = _plan()
    shown = [(level, one) for level, one in _nested(parts) if level == "##" or not one.is_late]
    asked = (text for one in Profile for text in (ADDED[one], profiles.asked(ROOTS["plan"], one)))
    return "\n".join((
        joined(INTRO, contents(parts)),
        joined("## What the profiles ask for", ASKED, *asked),
        joined("## A short plan, complete", f"```yaml\n{PLAN}```"),
        joined("## Ten laws of writing", LAWS),
        joined("## The header", TABLES, fields(made, ROOTS["plan"])),
        *(one.text(made, level, PIECES, LATER) for level, one in shown),
        everywhere(made),
    ))  # fmt: skip


def extended() -> str:
    """The page about the parts of a plan that few plans have."""
    made, parts = _plan()
    late = [one for _, one in _nested(parts) if one.is_late]
    links = "\n".join(f"- {one.links()}" for one in late)
    return "\n".join((joined(EXTENDED, links), *(one.text(made, "##", PIECES) for one in late)))


def shared(*files: Which) -> str:
    """A page about one or several of the other files."""
    texts: list[str] = []
    for which in files:
        root = ROOTS[which]
        made = layout(root, HEADED)
        texts.append(joined(f"# The {root.about.title} file", FILES[which], fields(made, root)))
        texts += [one.text(made, "##", {}) for _, one in _nested(sections(made, root))]
    return "\n".join(texts)


def contents(parts: Iterable[Section]) -> str:
    """Every section, part by part, and on which page it stands."""
    return "\n".join((START, *(f"- {_content(part)}" for part in parts), END))


def everywhere(made: Layout) -> str:
    """The fields that all parts have in common, and those of entries alone."""
    slots = [Slot(key, key, field) for key, field in COMMON.items()]
    parts = [slot for slot in slots if slot.key in spec(Record).by_key]
    entries = [slot for slot in slots if slot.key not in spec(Record).by_key]
    return "\n".join((
        joined("## In every part", EVERY_PART, _common(made, parts), _currencies(ROOTS["plan"])),
        joined("## In every entry", ENTRIES, _common(made, entries)),
        joined("## Accepted findings: `accepted`", WAIVER, f"```yaml\n{PIECES['accepted']}```"),
    ))  # fmt: skip


def _currencies(root: type[Part]) -> str:
    """Where amounts can be in a currency of their own."""
    holders = [path.split(".") for path, slot, _ in paths(root) if slot.field is CURRENCY]
    keys = dict.fromkeys(next(key for key in reversed(path[:-1]) if key != "<id>") for path in holders)
    return f"{OWN_CURRENCY} {listed([code(key) for key in keys], 'and')}."


def _plan() -> tuple[Layout, tuple[Section, ...]]:
    made = layout(ROOTS["plan"], HEADED)
    return made, sections(made, ROOTS["plan"])


def _nested(parts: Iterable[Section], level: str = "##") -> Iterator[tuple[str, Section]]:
    """All sections in the order of the file, each with the signs of its heading."""
    for part in parts:
        yield level, part
        yield from _nested(part.below, "###")


def _common(made: Layout, slots: Iterable[Slot]) -> str:
    return fields(made, Record, rows=[row for slot in slots for row in made.slot_rows(Record, slot)])


def _content(part: Section) -> str:
    below = [one.links(LATER if one.is_late else "") for _, one in _nested(part.below)]
    return ": ".join(filter(None, (part.links(), ", ".join(below))))
