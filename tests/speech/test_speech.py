"""How briefs speak: formats of locales, messages, and catalogues that are complete and sound."""

import datetime as dt
import re
import string
from collections.abc import Sequence
from decimal import Decimal

import pytest
from babel.messages.catalog import Message

from kamc import speech as speaking
from kamc.escape import slug
from kamc.model.values import Every, read_date
from kamc.reference.messages import catalogue
from kamc.resources import template_dir
from kamc.speech import LANGUAGES, Speech, is_known, tally, told
from kamc.speech.format import GAP, MINUS


@pytest.mark.parametrize(
    ("locale", "amount", "loss", "share", "day", "month", "quarter"),
    [
        (None, "EUR 9.52 M", "EUR -152 001", "7.7 %", "14 Sep 2026", "Sep 2026", "Q3 2026"),
        ("en-US", "EUR 9.52 M", "EUR -152,001", "7.7%", "Sep 14, 2026", "Sep 2026", "Q3 2026"),
        ("de", "9,52 Mio. EUR", "-152.001 EUR", "7,7 %", "14.09.2026", "Sept. 2026", "Q3 2026"),
        ("de-CH", "EUR 9.52 Mio.", "EUR -152’001", "7.7%", "14.09.2026", "Sept. 2026", "Q3 2026"),
        ("fr", "9,52 M EUR", "-152 001 EUR", "7,7 %", "14 sept. 2026", "sept. 2026", "T3 2026"),
        ("es", "9,52 M EUR", "-152.001 EUR", "7,7 %", "14 sept 2026", "sept 2026", "T3 2026"),
        ("pt", "EUR 9,52 mi", "EUR -152.001", "7,7%", "14 de set. de 2026", "set. de 2026", "T3 2026"),
    ],
)
def test_numbers_and_dates_as_a_locale_spells_them(
    locale: str | None, amount: str, loss: str, share: str, day: str, month: str, quarter: str
) -> None:
    told = Speech(locale)
    date = read_date("2026-09")
    assert date is not None
    shown = (
        told.money(Decimal(9520000), "EUR"),
        told.money(Decimal(-152001), "EUR"),
        told.percent(Decimal("7.69")),
        told.day(dt.date(2026, 9, 14)),
        told.when(date),
        told.quarter("2026-Q3"),
    )
    plain = tuple(one.replace(GAP, " ").replace(MINUS, "-") for one in shown)
    assert plain == (amount, loss, share, day, month, quarter)


def test_a_billion_where_a_language_has_no_word_for_it() -> None:
    assert Speech("es").money(Decimal(9520000000), "EUR").replace(GAP, " ") == "9.520 M EUR"


def test_locales() -> None:
    assert all(map(is_known, (*LANGUAGES, "pt-BR", "en-GB", "fr-CA")))
    assert not any(map(is_known, ("it", "de-XX", "xx")))


def test_what_has_no_translation_is_said_in_english() -> None:
    assert Speech("de").say("no such message {n}", n=1) == "no such message 1"
    assert Speech("de").stretch(Every(2, "week"))


def test_braces_in_what_a_plan_says_are_text() -> None:
    assert Speech().say("from {name}", name="{other}") == "from {other}"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_everything_is_translated(language: str) -> None:
    left = [one.id for one in catalogue(language) if one.id and not all(_forms(one))]
    assert not left, f"kamc/locales/{language}.po says nothing for these"


def _forms(one: Message) -> Sequence[str]:
    return one.string if isinstance(one.string, tuple | list) else (str(one.string),)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_translations_keep_their_places(language: str) -> None:
    for one in catalogue(language):
        source = one.id if isinstance(one.id, tuple | list) else (one.id,)
        for text in _forms(one):
            assert places(text) <= places(source[-1]), one.id
            assert "{n}" in text or places(text) >= places(source[0]) - {"n"}, one.id


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_heading_that_style_sheets_know_is_translated_like_no_other(language: str) -> None:
    sheets = " ".join(one.read_text(encoding="utf-8") for one in template_dir("page").glob("*.css"))
    for one in catalogue(language):
        if isinstance(one.id, str) and one.string and not one.context:
            name = slug(one.id)
            if re.search(rf"\.[sp]-{name}(?![\w-])", sheets):
                assert slug(Speech(language).source(str(one.string))) == name


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_stretch_has_words() -> None:
    assert set(speaking.STRETCHES) == {"day", "week", "month", "quarter", "half-year", "year"}


def test_a_message_is_said_with_the_messages_in_it() -> None:
    parts = (told("access"), told("contact"))
    late = tally(2, "{n} promise is late", "{n} promises are late")
    whole = told("{one}; nothing on {parts}", one=late, parts=parts)
    assert str(whole) == Speech("en-GB").tell(whole) == "2 promises are late; nothing on access, contact"
    assert str(tally(1, "{n} promise is late", "{n} promises are late")) == "1 promise is late"


def test_english_alone_writes_headings_small_within_a_line() -> None:
    assert (Speech().inside("Account plan of DSO"), Speech().small("Cash Flow")) == (
        "account plan of DSO",
        "cash flow",
    )
    assert (Speech("de").inside("Kundenplan"), Speech("de").small("Cash Flow")) == ("Kundenplan", "Cash Flow")


def test_nothing_is_said_where_there_is_nothing_to_say() -> None:
    assert (Speech("de").say(""), Speech("de").word("")) == ("", "")


def test_the_unit_of_a_table_stands_where_its_locale_puts_it() -> None:
    assert Speech().unit("USD", "M") == "USD M"
    assert Speech("de").unit("USD", "Mio.") == "Mio. USD"
    assert Speech().unit("", "") == ""
