"""The sections of a reference page: a heading, what the part is, its table, an example where one helps."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec

from kamc.model.common import own
from kamc.model.fields import Entries, Field, Lifecycle, One, Profile
from kamc.model.records import Part
from kamc.model.spec import Slot, short_form
from kamc.reference.markdown import anchor, code, table
from kamc.reference.paths import inside, paths
from kamc.reference.rows import Layout, Row, holds
from kamc.reference.written import life, lines

HEAD = ("Key", "What it is", "How it is written", "Example", "Asked from", "Read by")
EXAMPLE = HEAD.index("Example")
SMALL = 3
"""How many fields a record has at most that stands in many places and is told in a word."""


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a file under a heading of its own: one key, or neighbours with the same fields."""

    slots: tuple[Slot, ...]
    path: str
    below: tuple["Section", ...] = ()

    @property
    def record(self) -> type[Part]:
        """The record that it describes."""
        return _record(self.slots[0])

    @property
    def heading(self) -> str:
        """Its title and its keys."""
        first, *others = (slot.field.title for slot in self.slots)
        titles = ", ".join((first, *map(str.lower, others)))
        return f"{titles}: {', '.join(code(f'{self.path}{slot.key}') for slot in self.slots)}"

    @property
    def is_late(self) -> bool:
        """Whether few plans have it: only the extended profile asks for it, or none."""
        return all(slot.field.ask in {None, Profile.EXTENDED} for slot in self.slots)

    def links(self, page: str = "") -> str:
        """Its keys, each leading to it, on another page or on the same."""
        return ", ".join(f"[{code(slot.key)}]({page}#{anchor(self.heading)})" for slot in self.slots)

    def text(self, layout: Layout, level: str, pieces: Mapping[str, str], later: str = "") -> str:
        """The section as Markdown, with links to those below it; late ones stand on the page `later`."""
        piece = pieces.get(self.slots[0].key, "")
        below = ", ".join(one.links(later if one.is_late else "") for one in self.below)
        said = below and not (later and level == "##")  # the contents name what stands in a block
        intro = self._intro(asks=layout.asks)
        return joined(
            f"{level} {self.heading}",
            f"{intro} Besides: {below}." if said else intro,
            fields(layout, self.record, self.slots[0].field.ask, examples=len(self.slots) == 1),
            f"```yaml\n{piece}```" if piece else "",
        )

    def _intro(self, *, asks: bool) -> str:
        """What it is, how it is held and ends, from which profile it is asked, and what else to know."""
        if len(self.slots) > 1:
            return "\n".join(f"- {code(slot.key)}: {_told(slot, asks=asks)}" for slot in self.slots)
        return " ".join(filter(None, (_told(self.slots[0], asks=asks), self.record.about.note)))


def layout(root: type[Part], headed: Collection[type[Part]]) -> Layout:
    """What stands where in a file: its entries and `headed` under headings, small records in a word."""
    places: dict[type[Part], int] = {}
    entries: set[type[Part]] = set()
    for _, slot, record in paths(root):
        if record is not None:
            places[record] = places.get(record, 0) + 1
            if isinstance(slot.field, Entries) and len(own(record)) >= SMALL:
                entries.add(record)
    small = {one for one, count in places.items() if count > 1 and one.about.bare and len(own(one)) <= SMALL}
    asks = any(slot.field.ask for slot in own(root))
    return Layout(headed=frozenset(headed) | entries, small=frozenset(small - entries), asks=asks)


def sections(layout: Layout, record: type[Part], path: str = "") -> tuple[Section, ...]:
    """What stands under headings of its own in `record`, each with what stands in it."""
    found = groupby(_found(layout, record, path), lambda one: (one.path, _sameness(one.slots[0])))
    runs = (list(run) for _, run in found)
    return tuple(msgspec.structs.replace(run[0], slots=sum((one.slots for one in run), ())) for run in runs)


def _found(layout: Layout, record: type[Part], path: str) -> Iterator[Section]:
    for slot in own(record):
        inner = holds(slot.field)
        if inner is None:
            continue
        below = f"{path}{inside(slot.field, slot.key)[0]}."
        if inner in layout.headed:
            inner_path = "" if isinstance(slot.field, One) and not path else below
            yield Section(slots=(slot,), path=path, below=sections(layout, inner, inner_path))
        else:
            yield from _found(layout, inner, below)


def _record(slot: Slot) -> type[Part]:
    record = holds(slot.field)
    if record is None:
        raise TypeError(slot.key)
    return record


def _sameness(slot: Slot) -> object:
    """What neighbours must have in common to share a table: all their fields but the words of the status."""
    return tuple(id(one.field) for one in own(_record(slot)) if not isinstance(one.field, Lifecycle))


def _told(slot: Slot, *, asks: bool) -> str:
    """What a part is, its short form, how it is held and ends, and from which profile it is asked."""
    record = _record(slot)
    bare = record.about.bare if short_form(record) else ""
    short = f"A value alone is its {code(bare)}." if bare else ""
    return " ".join(filter(None, (_what(slot, record), short, _form(slot.field, asks=asks), _life(record))))


def _what(slot: Slot, record: type[Part]) -> str:
    """Its help, and what the record says of itself beyond its first sentence."""
    bases = {base.__doc__ for base in record.__mro__[1:]}
    more = "" if record.__doc__ in bases else (record.__doc__ or "").strip().partition(". ")[2]
    return f"{slot.field.help} {more}".strip()


def _form(field: Field, *, asks: bool) -> str:
    profile = f"asked from the {field.ask.word} profile" if field.ask else "never asked for" if asks else ""
    told = "; ".join(filter(None, ("" if isinstance(field, One) else lines(field), profile)))
    return f"*{told[:1].upper()}{told[1:]}.*" if told else ""


def _life(record: type[Part]) -> str:
    """The words of its status, where that is no field of the table."""
    keys = [slot.key for slot in own(record) if isinstance(slot.field, Lifecycle)]
    return f"`status`: {life(record.about.open, record.about.ended)}." if keys == ["status"] else ""


def fields(
    layout: Layout,
    record: type[Part],
    ask: Profile | None = None,
    *,
    examples: bool = True,
    rows: Sequence[Row] = (),
) -> str:
    """The table of a record that is asked from `ask`; what all its rows would say stands above it instead."""
    found = [row if examples else row._replace(example="") for row in rows or layout.rows(record)]
    if not found:
        return ""
    who = {row.readers for row in found}
    above = f"Read by: {who.pop()}." if len(who) == 1 and "" not in who else ""
    profiles = {row.asked for row in found}
    if len(profiles) == 1 and ask is not None and profiles == {ask.word}:
        above = " ".join(filter(None, (above, "All of it is asked for.")))
    return joined(above, _table(found)).rstrip("\n")


def _table(rows: Sequence[Row]) -> str:
    """The rows, without the columns in which nothing would stand or always the same."""
    kept = [0, 1, 2, *(place for place in range(3, len(HEAD)) if _says(place, [row[place] for row in rows]))]
    return table([HEAD[place] for place in kept], ([str(row[place]) for place in kept] for row in rows))


def _says(place: int, cells: Sequence[object]) -> bool:
    return len(set(cells)) > 1 or (place == EXAMPLE and cells[0] != "")


def joined(*parts: str) -> str:
    """Paragraphs, a blank line between them."""
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"
