"""Markdown to the body of a page: sections, captions, tables that phones can show, figures in their slots."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kamc.brief.shown import Mark
from kamc.escape import slug, xml
from kamc.speech import Speech

FIGURE, INSTEAD, END = "kamc-figure", "kamc-instead", "kamc-end"
"""A fenced block with one of these words and a name stands where the page puts a figure: alone, or instead of
what follows until the end, which then goes behind a fold. Only templates can write one: in text from a plan
every sign that makes a fence is escaped."""
WIDE = 9
"""From so many columns on a table scrolls on a phone; a smaller one is stacked."""
_SIGN = re.compile(r"^\W+\s")
"""What may stand before the words of a heading."""
_LONG = re.compile(r"[^\s-]{18,}")
"""A word that would push a column wide."""
TONES = {sign: tone for tone, sign in Mark.SIGNS.items()} | {"▲": "good", "▼": "bad"}


class Heading(msgspec.Struct, frozen=True):
    """A section of the page: its anchor and its words."""

    anchor: str
    text: str


class Body(msgspec.Struct, frozen=True):
    """The body of a page, and its sections for the way through it."""

    html: str
    headings: tuple[Heading, ...]


@cache
def parser() -> MarkdownIt:
    """What reads our Markdown: no HTML, no addresses made into links."""
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


def body(markdown: str, slots: Mapping[str, str], speech: Speech) -> Body:
    """The page's body. `slots` holds the figures by name.

    A section is known to style sheets and links by its heading in English, whatever language it is in.
    """
    made = parser()
    headings: list[Heading] = []
    tokens = list(_sections(_tables(_slots(made.parse(markdown), slots, speech)), headings, speech))
    for token in tokens:
        _tones(token)
    return Body(html=made.renderer.render(tokens, made.options, {}), headings=tuple(headings))


def _words(inline: Token) -> str:
    """What a reader sees of a line of Markdown."""
    return "".join(child.content for child in inline.children or [])


def _raw(content: str) -> Token:
    return Token("html_block", "", 0, content=content)


def _slots(tokens: list[Token], slots: Mapping[str, str], speech: Speech) -> Iterator[Token]:
    for token in tokens:
        word, _, name = token.info.partition(" ") if token.type == "fence" else ("", "", "")
        if word in {FIGURE, INSTEAD}:
            yield _raw(slots.get(name.strip(), "") + (_fold(speech) if word == INSTEAD else ""))
        elif word == END:
            yield _raw("</details>\n")
        else:
            yield token


def _fold(speech: Speech) -> str:
    return f'<details class="as-table"><summary>{xml(speech.say("The same as a table"))}</summary>\n'


def _sections(tokens: Iterator[Token], headings: list[Heading], speech: Speech) -> Iterator[Token]:
    """Each second heading opens a section that it names, each third one a part of it."""
    taken: set[str] = set()
    open_tags: list[str] = []
    held = list(tokens)
    for place, token in enumerate(held):
        if token.type == "heading_open" and token.tag in {"h2", "h3"}:
            anchor = _anchor(speech.source(_SIGN.sub("", _words(held[place + 1]))), taken)
            keep = 0 if token.tag == "h2" else 1
            yield from (_raw(tag) for tag in reversed(open_tags[keep:]))
            del open_tags[keep:]
            open_tags.append("</section>\n" if token.tag == "h2" else "</div></div>\n")
            part = f'<div class="part p-{anchor}">\n'
            yield _raw(
                f'<section aria-labelledby="{anchor}" class="s-{anchor}">\n' if token.tag == "h2" else part
            )
            token.attrSet("id", anchor)
            if token.tag == "h2":
                headings.append(Heading(anchor, _words(held[place + 1])))
        yield token
        if token.type == "heading_close" and token.tag == "h3":
            yield _raw('<div class="in">\n')
    yield from (_raw(tag) for tag in reversed(open_tags))


def _anchor(text: str, taken: set[str]) -> str:
    wanted = slug(text)
    anchor, count = wanted, 1
    while anchor in taken:
        count += 1
        anchor = f"{wanted}-{count}"
    taken.add(anchor)
    return anchor


def _tables(tokens: Iterator[Token]) -> Iterator[Token]:
    """Tables with captions, scopes, and what a narrow screen needs to stack or scroll them."""
    held = list(tokens)
    place, heading = 0, ""
    while place < len(held):
        caption = _caption(held, place)
        if caption is not None:
            place += 3
        if held[place].type == "heading_open":
            heading = _words(held[place + 1])
        if held[place].type == "table_open":
            end = next(at for at in range(place, len(held)) if held[at].type == "table_close")
            yield from _table(held[place : end + 1], caption.content if caption else "", heading)
            place = end + 1
        else:
            yield held[place]
            place += 1


def _caption(tokens: list[Token], place: int) -> Token | None:
    """A paragraph of emphasis alone right above a table is its caption."""
    if (
        place + 3 >= len(tokens)
        or tokens[place].type != "paragraph_open"
        or tokens[place + 3].type != "table_open"
    ):
        return None
    children = tokens[place + 1].children or []
    alone = [child.type for child in children] == ["em_open", "text", "em_close"]
    return children[1] if alone else None


def _table(tokens: list[Token], caption: str, heading: str) -> Iterator[Token]:
    """A table; where its heading says what it is, that is its caption for those who do not see the page."""
    heads = [_words(tokens[at + 1]) for at, token in enumerate(tokens) if token.type == "th_open"]
    wide = len(heads) >= WIDE
    words, quiet = xml(caption or heading), "" if caption else ' class="unseen"'
    yield _raw(f'<div class="scroll" role="region" tabindex="0" aria-label="{words}">\n' if wide else "")
    for token in _scoped(tokens, heads, stacked=not wide):
        yield token
        if token.type == "table_open":
            yield _raw(f"<caption{quiet}>{words}</caption>\n")
    yield _raw("</div>\n" if wide else "")


def _scoped(tokens: list[Token], heads: list[str], *, stacked: bool) -> Iterator[Token]:
    """Row and column heads, and each cell's column as its label."""
    column = 0
    for token, inside in pairwise([*tokens, tokens[-1]]):
        if token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type in {"td_open", "td_close"} and column == 0:
            token.tag = "th"
            if token.nesting == 1:
                token.attrSet("scope", "row")
        elif token.type == "td_open":
            token.attrSet("data-label", heads[column] if column < len(heads) else "")
        if token.type == "table_open" and stacked:
            token.attrSet("class", "stack")
        _number(token)
        _long(token, inside)
        yield token
        column += token.type == "td_close"


def _number(token: Token) -> None:
    """Alignment as a class: a style sheet says how."""
    if token.type in {"td_open", "th_open"} and token.attrGet("style") == "text-align:right":
        token.attrs.pop("style")
        token.attrSet("class", "n")


def _long(token: Token, inside: Token) -> None:
    """A cell may break words anywhere where it holds a long one; elsewhere short ones would break, too."""
    if token.type in {"td_open", "th_open"} and _LONG.search(_words(inside)):
        token.attrJoin("class", "long")


def _tones(token: Token) -> None:
    """What is strong and begins with a sign gets the sign's colour, too."""
    children = token.children or []
    for one, after in pairwise(children):
        if (
            one.type == "strong_open"
            and after.type == "text"
            and after.content[1:2] == "\u00a0"
            and after.content[0] in TONES
        ):
            one.attrSet("class", TONES[after.content[0]])
