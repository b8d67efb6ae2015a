"""kamc/locales/*.po: every message that a brief says, in each language; what is translated stays.

A translator fills in what is empty. Where nothing is written, the brief says it in English.
"""

import ast
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

import kamc
from kamc.model.buying_center import (
    BuyingCenterAnalysis,
    CurrentPossible,
    DecisionMakerProfile,
    TangibleIntangible,
)
from kamc.model.fields import Entries, OneWord, Table
from kamc.model.opportunities import PropositionCheck
from kamc.model.plan import Plan
from kamc.model.records import Part, Tracked
from kamc.model.reflection import (
    CustomerAnalysis,
    Environment,
    FiveForces,
    Position,
    TheirCompetition,
    TheirMarket,
)
from kamc.model.selection import (
    AccountDifficulty,
    Attractiveness,
    CompetitionDifficulty,
    Importance,
    ProductDifficulty,
    RelativeStrength,
)
from kamc.model.shared import Catalogue, People
from kamc.model.spec import records_below, spec
from kamc.resources import template_dir
from kamc.rules.registry import BOOK
from kamc.rules.waivers import can_be_accepted
from kamc.speech import FIELD, LANGUAGES, TERM, TITLE, WANTED, WORD, lowered
from kamc.speech import format as fmt

Key: TypeAlias = tuple[str | None, str | tuple[str, str]]
"""A message with its context; with both of its forms where it counts."""

HOME = Path(kamc.__file__).parent
CODE = ("analysis", "brief", "diff", "render", "speech")
"""Where the code says something in a brief."""
SPOKEN: Mapping[str, tuple[int, ...]] = {
    "say": (0,),
    "phrase": (0,),
    "message": (0,),
    "told": (0,),
    "plural": (0, 1),
    "count": (1, 2),
    "tally": (1, 2),
}
"""Functions and methods that say something, with the places of the messages among what they are given."""
HEADS = "table"
"""The method that says the heads of a table, which stand in one text."""
IN_TEMPLATES: Mapping[str, tuple[int, ...] | None] = {"_": None, "count": (2, 3)}
OPTIONS = {"trimmed": "true", "silent": "false"}
TITLED: tuple[type[Part], ...] = (
    Plan,
    CustomerAnalysis,
    Environment,
    TheirMarket,
    TheirCompetition,
    Position,
    FiveForces,
    DecisionMakerProfile,
    BuyingCenterAnalysis,
    TangibleIntangible,
    CurrentPossible,
    PropositionCheck,
    Attractiveness,
    RelativeStrength,
    Importance,
    ProductDifficulty,
    AccountDifficulty,
    CompetitionDifficulty,
)
"""Records whose fields briefs call by their titles."""
LINE = 110


def pages() -> Mapping[str, str]:
    """The catalogue of each language, by its path."""
    keys = sorted({*_said(), *_words(), *_terms(), *_titles(), *_wanted()}, key=_order)
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
            yield from _in_code(ast.parse(file.read_bytes()))
    for kind in ("briefs", "page"):
        for file in sorted(template_dir(kind).rglob("*.*")):
            yield from _in_template(file)


def _in_code(tree: ast.AST) -> Iterator[Key]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            texts = [one.value if isinstance(one, ast.Constant) else None for one in call.args]
            if name in SPOKEN:
                yield from _key([texts[at] for at in SPOKEN[name] if at < len(texts)])
            elif name == HEADS and isinstance(call.func, ast.Attribute):
                heads = " | ".join(text for text in texts[1:2] if isinstance(text, str))
                yield from ((None, head.removeprefix(">")) for head in heads.split(" | ") if head)


def _in_template(file: Path) -> Iterator[Key]:
    method = "jinja2.ext:babel_extract"
    for _, text, _, _ in extract_from_file(method, file, keywords=IN_TEMPLATES, options=OPTIONS):
        yield from _key([text] if isinstance(text, str) else [*text])


def _key(texts: Sequence[object]) -> Iterator[Key]:
    """A message, or one in both of its forms; nothing where its text is not written in the call."""
    match texts:
        case [str(text)] if text:
            yield None, text
        case [str(one), str(many)]:
            yield None, (one, many)


def _words() -> Iterator[Key]:
    """Every word of the format, as people write it: as a value, or as a key."""
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
    elif isinstance(field, Table | Entries):
        for inner in (getattr(field, "keys", None), getattr(field, "value", None)):
            yield from _choices(inner)


def _titles() -> Iterator[Key]:
    """What briefs call fields, the open ones by their keys, and entries that have no words of their own."""
    for record in TITLED:
        for slot in spec(record).slots:
            if slot.attr in record.__annotations__:
                yield TITLE, slot.field.title
    for record in records_below(Plan):
        if issubclass(record, Tracked):
            yield TITLE, record.about.title
        yield from ((FIELD, fmt.words(slot.key)) for slot in spec(record).slots)


def _wanted() -> Iterator[Key]:
    """What the rules want whose findings a plan can accept."""
    yield from ((WANTED, rule.title) for rule in BOOK.rules if can_be_accepted(rule.code))
