"""Two records, field by field: what means something else is a change, in which order it stands is none."""

import functools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from kamc.diff import wording
from kamc.diff.effect import directed, of_values
from kamc.diff.rows import ROWS, line
from kamc.diff.special import came_or_went, special
from kamc.diff.where import Where
from kamc.model import fields as shapes
from kamc.model.change import BLOCKS, Change
from kamc.model.fields import Field, Link, OneWord, Scalar, Table
from kamc.model.normal import absent, normal, write
from kamc.model.plan import Plan
from kamc.model.records import EMPTY, Entry, Part
from kamc.model.spec import Slot, records_below, spec
from kamc.model.values import Keyed

WORDING = frozenset(("what", "message"))
LISTS = (Link, shapes.SomeWords, shapes.ProseList)
WEIGHED = frozenset(("stance", "influence"))
"""Fields of a member whose changes weigh by the part that the member plays."""
ANY = Field("")
"""Stands for whatever field a part fills, where only what it says as a whole counts."""


def of_part(old: Part, new: Part, where: Where, skip: frozenset[str] = frozenset()) -> Iterator[Change]:
    """The changes of two records in every field but `skip`; entries below them are compared elsewhere."""
    told, keys = special(old, new, where)
    yield from told
    skip |= keys
    units = (_unit(old), _unit(new))
    for slot, before, after in _slots(old, new):
        if slot.key not in skip and not _same(before, after, where):
            title = _title(slot, new)
            here = where.below(slot.key, where.speech.term(title) if title else "")
            part = where.part if slot.key in WEIGHED else ""
            here = msgspec.structs.replace(here, part=part, units=units)
            yield from _field(directed(slot, old, new), before, after, here)
    yield from _extra(old, new, where)


def _same(old: object, new: object, where: Where) -> bool:
    """Whether nothing can have changed: the same is said, and no link in it has got another meaning."""
    return old == new and not where.names.renamed


def _slots(old: Part, new: Part) -> Iterator[tuple[Slot, Any, Any]]:
    """The fields of both records with their values; an entry may have become one of another kind."""
    theirs, ours = spec(type(old)).by_key, spec(type(new)).by_key
    for key, slot in {**theirs, **ours}.items():
        before = getattr(old, slot.attr) if key in theirs else _empty(getattr(new, slot.attr))
        after = getattr(new, slot.attr) if key in ours else _empty(before)
        yield slot, before, after


def _empty(value: object) -> Any:
    return EMPTY if isinstance(value, Keyed) else type(value)() if isinstance(value, Part) else None


def _title(slot: Slot, holder: Part) -> str:
    """How a field is called below its holder; empty for blocks and for what is the holder's main value."""
    if isinstance(holder, Entry):
        return "wording" if slot.key in WORDING else slot.field.title
    block = slot.attr in BLOCKS and isinstance(holder, Plan)
    prose = isinstance(slot.field, shapes.Prose)
    main = slot.key == holder.about.bare and (prose or type(holder) not in ROWS)
    return "" if block or main else slot.field.title


def _unit(part: Part) -> str:
    unit = getattr(part, "unit", None)
    return unit if isinstance(unit, str) else ""


def _field(field: Field, old: Any, new: Any, where: Where) -> Iterator[Change]:
    match field:
        case Scalar():
            yield from _scalar(field, old, new, where)
        case shapes.One():
            yield from _one(old, new, where)
        case Table():
            yield from _table(field, old, new, where)
        case shapes.Rows():
            yield from _list(field, old or (), new or (), where)
        case shapes.Entries():
            yield from said(old, new, where)


def _scalar(field: Scalar, old: Any, new: Any, where: Where) -> Iterator[Change]:
    old, new = _meant(field, old), _meant(field, new)
    if isinstance(field, Link) and isinstance(old, tuple):
        old = tuple(dict.fromkeys(map(where.names.now, old)))
    if isinstance(field, LISTS) and max(_size(old), _size(new)) > 1 and _size(old) and _size(new):
        yield from _list(field, old, new, where)
        return
    data = (_data(field, old), _data(field, new))
    if data[0] == data[1]:
        return
    before = wording.text(field, old, where.names, where.units[0])
    after = wording.text(field, new, where.names, where.units[1])
    told, values, speech = (before, after), (old, new), where.speech
    slip = wording.slipped(field, where.subject or where.label, values, told, speech)
    yield where.told(
        "changed",
        slip or wording.moved(where.label, field, values, told, speech),
        data=data,
        texts=told,
        effect=of_values(field, old, new),
        difference=wording.difference(field, old, new, speech),
    )


def _size(value: object) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _meant(field: Scalar, value: Any) -> Any:
    """The value, or the word that is meant where none is written."""
    return field.default or None if isinstance(field, OneWord) and value is None else value


def _data(field: Field, value: Any) -> Any:
    return None if absent(value) else write(field, value)


def _one(old: Part, new: Part, where: Where) -> Iterator[Change]:
    if old.said or new.said:
        yield from said(old, new, where)
    elif (old and new) or _holds_things(type(new)):
        yield from of_part(old, new, where)
    elif old or new:
        yield _whole(old, new, where)


@functools.cache
def _holds_things(record: type[Part]) -> bool:
    """Whether entries or lines stand somewhere below: they are told one by one, with or without holder."""
    return any(issubclass(below, Entry) or below in ROWS for below in records_below(record))


def said(old: Part | Keyed[Any], new: Part | Keyed[Any], where: Where) -> Iterator[Change]:
    """A part that was or is `unknown` or `none` as a whole."""
    if old.said is new.said:
        return
    before, after = (one.said or one or None for one in (old, new))
    texts = (_said_text(old, where), _said_text(new, where))
    yield where.told(
        "changed",
        wording.moved(where.label, ANY, (before, after), texts, where.speech),
        data=(_whole_data(old), _whole_data(new)),
        texts=texts,
        effect=of_values(ANY, before, after),
    )


def _said_text(part: Part | Keyed[Any], where: Where) -> str:
    return wording.text(None, part, where.names) or (where.speech.say("told") if part else "")


def _whole_data(part: Part | Keyed[Any]) -> Any:
    """A part as plain data; of a mapping only its keys, since its lines are told one by one."""
    if isinstance(part, Part):
        return normal(part) if part else None
    return part.said.value if part.said else sorted(part) or None


def _whole(old: Part, new: Part, where: Where) -> Change:
    """A record that is there and was not, or the other way round."""
    about = wording.text(None, new or old, where.names)
    said_of_it = about or where.speech.say("given")
    return where.told(
        "added" if new else "removed",
        wording.now_or_no_longer(where.label, *((said_of_it, "") if new else ("", said_of_it)), where.speech),
        data=(_whole_data(old), _whole_data(new)),
        texts=("", about) if new else (about, ""),
    )


def _table(field: Table, old: Keyed[Any], new: Keyed[Any], where: Where) -> Iterator[Change]:
    yield from said(old, new, where)
    now = where.names.now if isinstance(field.keys, Link) else str
    keys = {now(key): key for key in old}
    record = field.value if isinstance(field.value, type) else None
    for key in sorted({*keys, *new}):
        here = line(field, record, where, key, keys.get(key, key))
        before, after = old.get(keys.get(key, "")), new.get(key)
        if record is None:
            empty = EMPTY if isinstance(field.value, Table) else None
            before, after = (empty if one is None else one for one in (before, after))
            yield from _field(field.value, before, after, here)
        elif before is None or after is None:
            yield came_or_went(before, after, here)
        else:
            yield from _one(before, after, here)


def _list(field: Field, old: tuple[Any, ...], new: tuple[Any, ...], where: Where) -> Iterator[Change]:
    """What came and what went; in which order the rest stands is no change."""
    came, went = _without(new, old), _without(old, new)
    if not came and not went:
        return
    sides = [wording.item_texts(field, items, where.names) for items in (came, went)]
    yield where.told(
        "changed",
        wording.came_and_went(where.label, sides[0], sides[1], where.speech),
        data=(_data(field, old), _data(field, new)),
        texts=(wording.text(field, old, where.names), wording.text(field, new, where.names)),
    )


def _without(items: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[Any, ...]:
    """The items that are not among the others, as often as they are not."""
    left = Counter(map(_key, others))
    found = []
    for item in items:
        if left[_key(item)]:
            left[_key(item)] -= 1
        else:
            found.append(item)
    return tuple(found)


def _key(item: Any) -> str:
    return repr(normal(item)) if isinstance(item, Part) else str(item)


def _extra(old: Part, new: Part, where: Where) -> Iterator[Change]:
    """A house's own `x-` keys: whatever they hold."""
    for key in sorted({*old.extra, *new.extra}):
        before, after = old.extra.get(key), new.extra.get(key)
        if before != after:
            here, say = where.below(key, key), where.speech.say
            if key not in old.extra:
                told = say("{what}: added", what=here.label)
            elif key not in new.extra:
                told = say("{what}: gone", what=here.label)
            else:
                told = say("{what}: changed", what=here.label)
            yield here.told("changed", told, data=(before, after))
