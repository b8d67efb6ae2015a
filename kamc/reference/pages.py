"""docs/reference: the pages from which a person writes a plan, a catalogue, a people file or the settings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kamc.model.common import COMMON, own
from kamc.model.expect import expected
from kamc.model.fields import (
    Audience,
    CellValue,
    Day,
    Field,
    Money,
    One,
    OneWord,
    Percent,
    SomeWords,
    Table,
)
from kamc.model.records import Accepted, Part
from kamc.model.spec import Slot, records_below
from kamc.reference.example import LAWS, PLAN
from kamc.reference.markdown import anchor, code, table
from kamc.reference.paths import paths
from kamc.schema.roots import FILES, ROOTS, Which
from kamc.words import fold, listed

HEAD = ("Key", "What it is", "How it is written", "Example", "Asked from", "Method")
OPTIONAL = frozenset((3, 4, 5))
"""The columns that a table does without when they say nothing."""
NEVER = "–"
FEW = 4
QUOTED = "#%@`&*!|>'\"[]{},"
"""Signs with which a plain text cannot begin."""
PLAN_INTRO = """\
# The plan file

One YAML file for each account and quarter: `plans/<account>/<period>.yaml`. This page is all that you need to
write one. It is made from the same source as the checks, so the two never disagree.

## A short plan, complete
"""
KEY = """\
In the tables, **asked from** names the profile from which a plan without the field has a gap; a dash: never
asked for. What all fields of a part have in common stands above its table. The team reads what has no mark;
*customer* and *private* say who else, or who only. M-numbers are [methods](../methods.md).
"""
EVERYWHERE = """\
## Everywhere

Any part of a plan can say where a claim comes from and who may read it. Entries that come to an end stay in
the file of that quarter with their word and, where you like, the day and the reason.
"""


def pages() -> Mapping[str, str]:
    """Every reference page: its path and its text."""
    return {
        "docs/reference/plan.md": plan(),
        "docs/reference/catalogue.md": shared("catalogue"),
        "docs/reference/people.md": shared("people"),
        "docs/reference/settings.md": shared("settings", "profiles"),
    }


def plan() -> str:
    """The page about plans: an example, the laws of writing, and every field block by block."""
    page = Page("plan")
    parts = [slot for slot in own(page.root) if isinstance(slot.field, One)]
    contents = table(("Part", "What it is", "Asked from"), map(_content, parts))
    header = page.table([slot for slot in own(page.root) if not isinstance(slot.field, One)])
    blocks = [section for slot in parts for section in page.block(slot)]
    common = page.table([Slot(key, key, field) for key, field in COMMON.items()])
    return "\n".join((
        f"{PLAN_INTRO}\n```yaml\n{PLAN}```\n",
        f"## Ten laws of writing\n\n{LAWS}",
        f"## The header\n\n{KEY}\n{header}\nThen come the parts of the plan:\n\n{contents}",
        *blocks,
        f"{EVERYWHERE}\n{common}",
            page.section(Accepted, "###"),
    ))  # fmt: skip


def shared(*files: Which) -> str:
    """A page about one or several of the other files."""
    parts: list[str] = []
    for which in files:
        page = Page(which)
        parts.append(f"# The {page.root.about.title} file\n\n{FILES[which]}\n\n{page.table(own(page.root))}")
        parts += [page.section(record, "##") for record in page.records]
    return "\n".join(parts)


class Page:
    """The sections of one page: a record is described once, where it first stands."""

    def __init__(self, which: Which) -> None:
        self.root = ROOTS[which]
        self.records = tuple(one for one in records_below(self.root) if one not in {self.root, Accepted})
        self.anchors = _anchors((self.root, *self.records, Accepted))
        self.places = _places(self.root)
        self._described: set[type[Part]] = set()

    def block(self, slot: Slot) -> Iterator[str]:
        """A block of the plan: its own table, then every record in it that no earlier block has described."""
        record = slot.field.record  # type: ignore[attr-defined]
        yield self.section(record, "##", _block_heading(slot))
        for inner in records_below(record)[1:]:
            if inner in self.records and inner not in self._described:
                self._described.add(inner)
                yield self.section(inner, "###")

    def section(self, record: type[Part], level: str, heading: str = "") -> str:
        """A record with its fields; where it stands is said unless its heading does."""
        slots = own(record)
        where = "" if heading else self._where(record)
        notes = " ".join(filter(None, (_intro(record), where, _in_common(slots))))
        return _joined(f"{level} {heading or _heading(record)}", notes, self.table(slots))

    def table(self, slots: Sequence[Slot]) -> str:
        """The fields, without the columns in which nothing would stand or always the same."""
        rows = [self._row(slot) for slot in slots]
        columns = [
            place
            for place in range(len(HEAD))
            if place not in OPTIONAL or _differs([row[place] for row in rows])
        ]
        return table([HEAD[place] for place in columns], ([row[place] for place in columns] for row in rows))

    def _row(self, slot: Slot) -> tuple[str, ...]:
        field = slot.field
        example = code(flow(field.example, outermost=True)) if field.example is not None else ""
        return (
            code(slot.key),
            _what(slot),
            self._written(field),
            example,
            _asked(field),
            _methods(field.methods),
        )

    def _where(self, record: type[Part]) -> str:
        """At which paths a record stands, unless these are many."""
        places = self.places.get(record, ())
        return (
            f"Stands at {listed([code(place) for place in places], 'and')}." if 0 < len(places) <= FEW else ""
        )

    def _written(self, field: Any) -> str:
        """How a field is written: its words, its shape, or the part of the page that describes it."""
        if isinstance(field, OneWord):
            default = f"; {code(field.default)} is meant where it is left out" if field.default else ""
            several = "one or several of " if isinstance(field, SomeWords) else ""
            return several + listed([code(word) for word in field.choices]) + default
        if isinstance(field, Day | Money | Percent) and not isinstance(field, CellValue):
            return expected(field).what
        if isinstance(field, One):
            return self._linked(field.record)
        inside = field.value if isinstance(field, Table) else getattr(field, "record", None)
        if inside is None:
            return str(expected(field))
        held = self._written(inside) if isinstance(inside, Field) else self._linked(inside)
        return f"{expected(field)}: {held}"

    def _linked(self, record: type[Part]) -> str:
        return f"[{record.about.title}](#{self.anchors[record]})"


def _block_heading(slot: Slot) -> str:
    return f"{slot.field.title}: {code(slot.key)}"


def _content(slot: Slot) -> tuple[str, ...]:
    """A part of the plan as the table of contents shows it."""
    return f"[{code(slot.key)}](#{anchor(_block_heading(slot))})", slot.field.help, _asked(slot.field)


def _joined(*parts: str) -> str:
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def _heading(record: type[Part]) -> str:
    title = record.about.title
    return f"{title[:1].upper()}{title[1:]}"


def _intro(record: type[Part]) -> str:
    """What a record is, and its short form."""
    doc = record.__doc__ if record.__doc__ not in {base.__doc__ for base in record.__mro__[1:]} else ""
    short = f"A value alone is its {code(record.about.bare)}." if record.about.bare else ""
    return " ".join(part for part in ((doc or "").strip(), short) if part)


def _in_common(slots: Sequence[Slot]) -> str:
    """What the columns would say that are left out because they always say the same."""
    asked, methods = {slot.field.ask for slot in slots}, {slot.field.methods for slot in slots}
    profile = next(iter(asked)) if len(asked) == 1 else None
    numbers = next(iter(methods)) if len(methods) == 1 else ()
    told = (
        f"Asked from the {profile.word} profile." if profile else "",
        f"{_methods(numbers)}." if numbers else "",
    )
    return " ".join(filter(None, told))


def _anchors(records: Sequence[type[Part]]) -> Mapping[type[Part], str]:
    """Where each record of a page is described."""
    return {record: anchor(_heading(record)) for record in records}


def _places(root: type[Part]) -> Mapping[type[Part], Sequence[str]]:
    """The paths at which each record stands."""
    found: dict[type[Part], list[str]] = {}
    for path, _, record in paths(root):
        if record is not None:
            found.setdefault(record, []).append(path)
    return found


def _differs(cells: Sequence[str]) -> bool:
    """Whether a column is worth its place: something stands in it, and not always the same."""
    return len(set(cells)) > 1 or (len(cells) == 1 and cells[0] not in {"", NEVER})


def _what(slot: Slot) -> str:
    """Title and help, without what the key says anyway; and the audience where it is not the team."""
    field = slot.field
    title = "" if field.help and fold(field.title) == fold(slot.key) else field.title
    words = ". ".join(part for part in (title, field.help) if part)
    others = field.audience is not None and field.audience is not Audience.TEAM
    return f"{words} *{field.audience.word}*" if others and field.audience is not None else words


def _asked(field: Field) -> str:
    return "always" if field.required else field.ask.word if field.ask else NEVER


def _methods(numbers: Sequence[int]) -> str:
    return ", ".join(f"M{number}" for number in numbers)


def flow(value: Any, *, outermost: bool = False) -> str:
    """A value on one line, as a plan would write it: texts in quotes where they need them."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(flow, value))}]"
    text = str(value)
    needs = ": " in text or " #" in text or text[:1] in QUOTED or (" " in text and not outermost)
    return f'"{text}"' if isinstance(value, str) and needs else text
