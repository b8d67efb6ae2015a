"""kamc/locales/*.po: every message that a brief says, in each language; what is translated stays.

A translator fills in what is empty. Where nothing is written, the brief says it in English.
"""

import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

import kamc
from kamc.model.fields import Entries, Field, OneWord, Table
from kamc.model.plan import Plan
from kamc.model.shared import Catalogue, People
from kamc.model.spec import records_below, spec
from kamc.resources import template_dir
from kamc.speech import LANGUAGES, TERM, WORD, lowered
from kamc.speech import format as fmt

Key: TypeAlias = tuple[str | None, str | tuple[str, str]]
"""A message with its context; with both of its forms where it counts."""

HOME = Path(kamc.__file__).parent
CODE = ("analysis", "brief", "diff", "render", "speech")
"""Where the code says something in a brief."""
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {
    "say": None,
    "message": None,
    "_": None,
    "count": (2, 3),
    "plural": (1, 2),
}
OPTIONS = {"trimmed": "true", "silent": "false"}
LINE = 110


def pages() -> Mapping[str, str]:
    """The catalogue of each language, by its path."""
    keys = sorted({*_said(), *_words(), *_terms()}, key=_order)
    return {f"kamc/locales/{one}.po": _catalogue(one, keys) for one in LANGUAGES[1:]}


def catalogue(language: str) -> Catalog:
    """What is translated into a language now."""
    file = HOME / "locales" / f"{language}.po"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return read_po(io.StringIO(text), locale=language)


def _catalogue(language: str, keys: list[Key]) -> str:
    """The messages of a language: those that are said, in order, with their translations so far."""
    old, new = catalogue(language), Catalog(locale=language, header_comment=_head(language), fuzzy=False)
    for context, key in keys:
        held = old.get(key if isinstance(key, str) else key[0], context)
        new.add(key, _string(held, key), context=context, flags=["python-brace-format"] * ("{" in str(key)))
    written = io.BytesIO()
    write_po(written, new, width=LINE, omit_header=True)
    return _head(language) + written.getvalue().decode()


def _string(held: Message | None, key: str | tuple[str, str]) -> str | tuple[str, ...]:
    """The translation that there is, unless it is of the other kind."""
    if held is None or isinstance(held.id, str) != isinstance(key, str):
        return "" if isinstance(key, str) else ("", "")
    return held.string if isinstance(held.string, str) else tuple(held.string or ())


def _head(language: str) -> str:
    forms = str(Catalog(locale=language).plural_forms)
    return (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {language}\\n"\n"Plural-Forms: {forms}\\n"\n\n'
    )


def _order(key: Key) -> tuple[str, str]:
    context, text = key
    return context or "", text if isinstance(text, str) else text[0]


def _said() -> Iterator[Key]:
    """Every message in the code and in the templates."""
    for folder in CODE:
        for file in sorted((HOME / folder).rglob("*.py")):
            yield from _in_file("python", file)
    for kind in ("briefs", "page"):
        for file in sorted(template_dir(kind).rglob("*.j2")):
            yield from _in_file("jinja2.ext:babel_extract", file)


def _in_file(method: str, file: Path) -> Iterator[Key]:
    for _, text, _, _ in extract_from_file(method, file, keywords=KEYWORDS, options=OPTIONS):
        if isinstance(text, str):
            yield None, text
        else:
            yield None, (text[0], text[1])


def _words() -> Iterator[Key]:
    """Every word of the format, as people write it."""
    for record in {one for root in (Plan, Catalogue, People) for one in records_below(root)}:
        for slot in spec(record).slots:
            yield from ((WORD, fmt.words(word)) for word in _choices(slot.field))


def _terms() -> Iterator[Key]:
    """What fields and kinds of things are called within the sentence of a change."""
    for record in records_below(Plan):
        yield TERM, lowered(record.about.title)
        yield from ((TERM, lowered(slot.field.title)) for slot in spec(record).slots)
    yield TERM, "wording"


def _choices(field: object) -> Iterator[str]:
    if isinstance(field, OneWord):
        yield from (word for word in field.words if re.search("[a-z]", word))
    elif isinstance(field, Table | Entries) and isinstance(inner := getattr(field, "value", None), Field):
        yield from _choices(inner)
