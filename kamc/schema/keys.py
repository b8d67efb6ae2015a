"""Mistakes in keys: unknown to everybody (KAM012), no id (KAM022), or missing from the header (KAM024)."""

from typing import Literal

from kamc.diagnostics import Finding, Path
from kamc.model.common import own
from kamc.model.expect import expected
from kamc.model.fields import Entries, Field, Link, OneWord, Table
from kamc.model.records import Part
from kamc.model.spec import records_below, spec
from kamc.model.walk import Located, locate
from kamc.schema import ids, repair
from kamc.schema.mistakes import Mistake
from kamc.words import a, fold, listed, nearest

SYNONYMS = repair.read_as({
    "account": "customer",
    "activities": "action, actions",
    "agenda": "agenda-items",
    "by": "date, deadline, due, due-date, target-date",
    "calendar": "award, bids, submission, tender-dates",
    "members": "people",
    "message": "what",
    "objectives": "goal, goals",
    "owner": "by-whom, kam, responsible",
    "promoter": "champion",
    "sales": "revenue",
    "sources": "evidence, source",
    "status": "state",
    "success_factors": "csf, csfs",
    "what": "comment, description, statement, summary, text",
    "whose": "who",
    "why": "reason",
})  # fmt: skip
"""What people write instead of a key of ours that is spelled quite differently."""
MOST_HOMES, MOST_FIELDS, LONGEST_ASIDE = 2, 8, 90


def unknown(one: Mistake, root: type[Part]) -> Finding:
    """A key that is no field of the record in which it stands."""
    key, holder = str(one.value), locate(root, one.path[:-1])
    record = holder.record or root
    near = meant(key, record)
    homes = [] if near else _homes(key, root, one.path)
    return Finding(
        code="KAM012",
        message=f'"{key}" is not a field of {owner(holder, root)}',
        at=one.path,
        key=key,
        label=f'did you mean "{near}"?' if near else "",
        help=_field_help(key, near, homes, record),
    )


def meant(key: str, record: type[Part]) -> str | None:
    """The field that was probably meant: by its spelling first, then by its sense."""
    fields = spec(record).by_key
    near = nearest(key, fields)
    sense = SYNONYMS.get(fold(key))
    return near or (sense if sense in fields else None)


def _homes(key: str, root: type[Part], path: Path) -> list[str]:
    """Where such a key lives: in the same block if it does there; nowhere where too many records have it."""
    block = locate(root, path[:1]).record
    for holder in (block, root):
        found = _records_with(key, holder) if holder else []
        if 0 < len(found) <= MOST_HOMES:
            return found
    return []


def _records_with(key: str, holder: type[Part]) -> list[str]:
    """The records in `holder` that have such a key, as their authors call them."""
    found = (record.about for record in records_below(holder) if key in spec(record).by_key)
    telling = (one for one in found if one.title.partition(" ")[0] != key)  # "score" is no home for a score
    return list(dict.fromkeys(a(one.title) if one.kind else f'"{one.title}"' for one in telling))


def _field_help(key: str, meant: str | None, homes: list[str], record: type[Part]) -> str:
    if meant:
        return _write(key, meant, record)
    if homes:
        return f'"{key}" belongs to {listed(homes)}'
    return f'it has {fields_of(record)}; a key of your own begins with "x-"'


def fields_of(record: type[Part]) -> str:
    """The fields that make a record what it is: `now and wanted`."""
    names = [slot.key for slot in own(record)]
    return listed((*names[:MOST_FIELDS], "more") if names[MOST_FIELDS:] else names, "and")


def _write(key: str, meant: str, record: type[Part]) -> str:
    """How to write a key that is meant; one of several dates stands under it with a name of its own."""
    field = spec(record).by_key[meant].field
    if isinstance(field, Table) and field.keys is None and meant == SYNONYMS.get(fold(key)):
        return f"write `{meant}: {{{ids.proposal(key) or 'name'}: …}}`"
    return f'write "{meant}"' + _title(record, meant)


def _title(record: type[Part], key: str) -> str:
    """What the field is for, in its own words."""
    words = spec(record).by_key[key].field.help
    return f": {aside(words)}" if 0 < len(words) <= LONGEST_ASIDE else ""


def aside(words: str) -> str:
    """A sentence as part of another."""
    return f"{words[:1].lower()}{words[1:].rstrip('.')}"


def owner(place: Located, root: type[Part]) -> str:
    """What holds a key, as its author calls it: `a challenge`, `"selection"`."""
    record = place.record or root
    about = record.about
    if record is root:
        return a(about.title) if about.title == "plan" else f"the {about.title} file"
    return a(about.title) if about.kind or place.field is None else f'"{place.key}"'


def bad(one: Mistake, root: type[Part]) -> Finding:
    """A key of a mapping that cannot stand there: no id, or none of the words that may."""
    holder = locate(root, one.path[:-1])
    names = holder.field.keys if isinstance(holder.field, Table) else None
    if isinstance(names, Field) and not isinstance(names, Link):
        return _wrong_name(one, names, holder)
    kind = holder.field.record.about.kind if isinstance(holder.field, Entries) else ""
    return bad_id(str(one.value), one, kind)


def _wrong_name(one: Mistake, names: Field, holder: Located) -> Finding:
    """A key that should be one of a few words, a year, a quarter or a rule."""
    key = str(one.value)
    meant = next(iter(repair.proposals(names, key)), None)
    one_of_few = isinstance(names, OneWord)
    return Finding(
        code="KAM012" if one_of_few else "KAM020",
        message=f'"{key}" under "{holder.key}" is not {a(names.title.lower())}',
        at=one.path,
        key=key,
        label=f'did you mean "{meant}"?' if meant else "",
        help=f"it should be {expected(names).forms if one_of_few else expected(names)}",
    )


def bad_id(text: str, one: Mistake, kind: str = "", *, on: Literal["key", "value"] = "key") -> Finding:
    """Something that cannot be an id, with the nearest that can."""
    near = ids.proposal(text, kind)
    return Finding(
        code="KAM022",
        message=f'"{text}" cannot be an id: {ids.reasons(text)}',
        at=one.path,
        on=on,
        key=text,
        label=f'did you mean "{near}"?' if near else "",
        help=ids.RULE if near else f"{ids.RULE}; names in other letters go into `name`",
    )


def missing(one: Mistake, root: type[Part]) -> Finding:
    """A line of the header that no file can do without."""
    key = str(one.path[-1])
    field = spec(root).by_key[key].field
    return Finding(
        code="KAM024",
        message=f'the file does not say its "{key}"',
        at=one.path,
        key=key,
        help=f"add `{key}: {field.example}` at the top ({aside(field.help)})",
    )
