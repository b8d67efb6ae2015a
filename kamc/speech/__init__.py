"""How a brief speaks: its own words, dates, numbers and money. A plan's words stay as they were written.

Whatever a brief says by itself goes through here, whole sentences at a time and with named places for what
changes, so that a language can put them where it wants them. The messages are in English; `kamc/locales/`
holds them in other languages, and what is not there yet is said in English.
"""

import datetime as dt
import functools
import gettext
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import msgspec

from kamc.model.values import Every, Quantity, When
from kamc.resources import catalogue_text
from kamc.speech import format as fmt
from kamc.speech.format import GAP, HOUSE, Formats, Scale
from kamc.words import shown

LANGUAGES = ("en", "de", "fr", "es", "pt")


class Message(msgspec.Struct, frozen=True):
    """What is said elsewhere: a message, what goes into its named places, and its other form where it counts.

    As text it is English: `str(…)` is what reports say that have no language.
    """

    text: str
    values: Mapping[str, object] = {}
    many: str = ""
    count: int = 1

    def __str__(self) -> str:
        return Speech().tell(self)


class Speech(msgspec.Struct, frozen=True):
    """The words and formats of a locale (`de`, `pt-BR`); the house's own English where none is named."""

    locale: str | None = None
    as_written: bool = False
    """Whether values in changes look as plans write them: for terminals and programs."""

    @property
    def language(self) -> str:
        """The language of the words: `de` of `de-CH`."""
        return (self.locale or LANGUAGES[0]).partition("-")[0]

    @property
    def tag(self) -> str:
        """What a page says of its language."""
        return self.locale or LANGUAGES[0]

    @property
    def formats(self) -> Formats:
        """How numbers, amounts and dates are spelled."""
        return _formats(self.locale)

    def say(self, text: str, /, **values: object) -> str:
        """A sentence or a label of ours: `say("share of wallet of {spend} a year", spend=…)`."""
        said = _words(self.language).gettext(text) if text else ""
        return said.format_map(values) if values else said

    def count(self, number: int, one: str, many: str, /, **values: object) -> str:
        """What is said of a number of things: `count(2, "{n} gap", "{n} gaps")`."""
        said = _words(self.language).ngettext(one, many, number)
        return said.format_map({"n": number, **values})

    def tell(self, message: Message) -> str:
        """A message; what stands in its places is said, too, where that is a message or several."""
        values = {name: self._value(one) for name, one in message.values.items()}
        if message.many:
            return self.count(message.count, message.text, message.many, **values)
        return self.say(message.text, **values)

    def _value(self, value: object) -> object:
        if isinstance(value, tuple):
            return ", ".join(str(self._value(one)) for one in value)
        return self.tell(value) if isinstance(value, Message) else value

    def word(self, word: str) -> str:
        """A word of the format as people write it: `conditional supporter`."""
        return _words(self.language).pgettext(WORD, fmt.words(word)) if word else ""

    def title(self, title: str) -> str:
        """What a field of the format is called."""
        return _words(self.language).pgettext(TITLE, title)

    def field(self, key: str) -> str:
        """The key of a field of a plan, or a word of the format that is a key."""
        words = fmt.words(key)
        told = _words(self.language).pgettext(FIELD, words)
        return told if told != words else self.word(key)

    def wanted(self, title: str) -> str:
        """What a rule of the check wants; one of a house's own says it in the house's words."""
        return _words(self.language).pgettext(WANTED, title)

    def source(self, said: str) -> str:
        """The message that was said, whatever the language; text that is none of ours as it is."""
        return _sources(self.language).get(said, said)

    def inside(self, heading: str) -> str:
        """A heading of ours as it stands within a line: English begins it with a small letter."""
        return heading[:1].lower() + heading[1:] if self.language == LANGUAGES[0] else heading

    def small(self, words: str) -> str:
        """Words of ours as they stand within a line: English writes them in small letters."""
        return words.lower() if self.language == LANGUAGES[0] else words

    def term(self, title: str) -> str:
        """What a field or a kind of thing is called within a sentence: `share of wallet`."""
        return _words(self.language).pgettext(TERM, lowered(title))

    def quoted(self, text: str, most: int = 60) -> str:
        """A text in quotes, on one line, cut at a word where it is longer than `most` characters."""
        return self.say('"{text}"', text=shown(text, most)[1:-1])

    def listed(self, items: Sequence[str]) -> str:
        """`a`, `a and b`, `a, b and c`."""
        return self.say("{items} and {last}", **_parted(items)) if len(items) > 1 else "".join(items)

    def either(self, items: Sequence[str]) -> str:
        """`a`, `a or b`, `a, b or c`."""
        return self.say("{items} or {last}", **_parted(items)) if len(items) > 1 else "".join(items)

    def day(self, date: dt.date) -> str:
        """`14 Sep 2026`."""
        return fmt.day(date, self.formats)

    def when(self, date: When) -> str:
        """A date as precise as it was written: `14 Sep 2026`, `Sep 2026`, `Q3 2026`, `2026`."""
        return fmt.when(date, self.formats)

    def quarter(self, period: str) -> str:
        """`2026-Q4` as people say it; nothing where there is none."""
        return fmt.quarter(period, self.formats)

    def stretch(self, every: Every) -> str:
        """`every 2 weeks`."""
        return self.count(every.count, *STRETCHES[every.unit])

    def lasting(self, every: Every) -> str:
        """For how long: `one year`, `3 years`."""
        return self.count(every.count, *TERMS[every.unit])

    def number(self, value: Decimal) -> str:
        """A number with the decimals that it was written with."""
        return fmt.plain_number(value, self.formats)

    def signed(self, value: Decimal) -> str:
        """`+2`, a minus sign, or `0`."""
        return fmt.signed(value, self.formats)

    def percent(self, value: Decimal) -> str:
        """`25 %`; one decimal below ten where it has one."""
        return fmt.percent(value, self.formats)

    def money(self, amount: Decimal, currency: str = "") -> str:
        """`USD 9.5 M`."""
        return fmt.money(amount, currency, self.formats)

    def unit(self, currency: str, unit: str) -> str:
        """What a table of amounts is in: `USD M`."""
        return self.formats.money(currency, "", unit).replace(GAP, " ")

    def scale(self, amounts: Iterable[Decimal]) -> Scale:
        """One scale for amounts that stand together."""
        return fmt.scale(amounts, self.formats)

    def quantity(self, value: Quantity, unit: str = "", currency: str = "") -> str:
        """`2 300 pumps`; as money where it has no unit and `currency` is given."""
        return fmt.quantity(value, unit, currency, self.formats)


WRITTEN = Speech(as_written=True)


def message(text: str) -> str:
    """A message that is said elsewhere: marked, so that languages hear of it."""
    return text


def told(text: str, /, **values: object) -> Message:
    """A message with its values, to be said elsewhere: `told("nobody lobbies for {who}", who=…)`."""
    return Message(text, values)


def tally(number: int, one: str, many: str, /, **values: object) -> Message:
    """A message that counts, to be said elsewhere: `tally(2, "{n} gap", "{n} gaps")`."""
    return Message(one, values, many, number)


def plural(one: str, many: str) -> tuple[str, str]:
    """The two forms of a message that counts, said elsewhere."""
    return one, many


def lowered(title: str) -> str:
    """A title within a sentence: `Net sales` is net sales, `CABS` stays."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _parted(items: Sequence[str]) -> dict[str, str]:
    return {"items": ", ".join(items[:-1]), "last": items[-1]}


TERM = "within a sentence"
"""The context of what fields and kinds of things are called: some languages write it with a capital."""
WORD = "word of the format"
"""The context of the format's own words: a label of the same letters may be another word elsewhere."""
TITLE = "title of a field"
FIELD = "field that is not known"
WANTED = "what the check wants"
STRETCHES = {
    "day": plural("every day", "every {n} days"),
    "week": plural("every week", "every {n} weeks"),
    "month": plural("every month", "every {n} months"),
    "quarter": plural("every quarter", "every {n} quarters"),
    "half-year": plural("every half-year", "every {n} half-years"),
    "year": plural("every year", "every {n} years"),
}
TERMS = {
    "day": plural("one day", "{n} days"),
    "week": plural("one week", "{n} weeks"),
    "month": plural("one month", "{n} months"),
    "quarter": plural("one quarter", "{n} quarters"),
    "half-year": plural("one half-year", "{n} half-years"),
    "year": plural("one year", "{n} years"),
}


def is_known(locale: str) -> bool:
    """Whether briefs can be made for a locale: we speak its language, and Unicode knows its formats."""
    from kamc.speech import cldr  # noqa: PLC0415 - only where a locale is named

    return locale.partition("-")[0] in LANGUAGES and cldr.is_known(locale)


@functools.cache
def _formats(locale: str | None) -> Formats:
    if locale is None:
        return HOUSE
    from kamc.speech.cldr import Cldr  # noqa: PLC0415 - only where a locale is named

    return Cldr(locale)


@functools.cache
def _words(language: str) -> gettext.NullTranslations:
    """The messages of a language."""
    if language == LANGUAGES[0]:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only where another language is wanted
    from babel.messages.pofile import read_po  # noqa: PLC0415

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.StringIO(catalogue_text(language)), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@functools.cache
def _sources(language: str) -> Mapping[str, str]:
    """The message behind each translation of a language; words of the format are no headings."""
    if language == LANGUAGES[0]:
        return {}
    from babel.messages.pofile import read_po  # noqa: PLC0415 - only where another language is wanted

    held = read_po(io.StringIO(catalogue_text(language)), locale=language)
    plain = (one for one in held if isinstance(one.id, str) and one.id and not one.context)
    return {str(one.string): str(one.id) for one in plain if one.string and not one.fuzzy}
