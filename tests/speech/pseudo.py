"""A language in which no letter is one of ours: what a brief says in it without is not translated.

Every message of the catalogue has a translation of strange letters. Texts, names and ids of the plans are
marks (`zqabcd`, see `tests.marks`). So a word of plain letters that is no mark is an English one.
"""

import io
import re
import string

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from kamc.reference.messages import catalogue

SMALL = "àƀćđėƒģħíĵķļɱñőþɋŕśţůνŵχýž"
LETTERS, STRANGE = string.ascii_letters, SMALL + SMALL.upper()
_THERE, _BACK = str.maketrans(LETTERS, STRANGE), str.maketrans(STRANGE, LETTERS)
_PLACE = re.compile(r"(\{\w+\})")


def strange(text: str) -> str:
    """A message in strange letters; its places stay what they are."""
    return "".join(part if _PLACE.fullmatch(part) else part.translate(_THERE) for part in _PLACE.split(text))


def plain(text: str) -> str:
    """A text in our letters again."""
    return text.translate(_BACK)


def pseudo(language: str) -> str:
    """The catalogue of a language, all of it in strange letters."""
    held, made = catalogue(language), Catalog(locale=language)
    for one in held:
        if one.id:
            forms = one.id if isinstance(one.id, tuple) else (one.id,)
            texts = tuple(strange(str(form)) for form in forms)
            made.add(one.id, texts if len(texts) > 1 else texts[0], context=one.context)
    written = io.BytesIO()
    write_po(written, made)
    return written.getvalue().decode()
