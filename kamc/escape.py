"""Text from a plan is data: here it is made safe for Markdown, for figures and for style sheets.

Markdown is read by many programs. So every sign that could mean something is escaped; what Git hosts link by
themselves (`@name`, `#12`, `!12`) is kept apart by an invisible joiner; and what a reader cannot see is taken
out or shut in, so that no text reorders or hides what stands beside it.
"""

import functools
import html
import re
import unicodedata
from collections.abc import Iterator

JOINER = "\u2060"
"""Keeps a sign and the word behind it apart for programs, not for people."""
BREAK = "\u200b"
"""A place where a very long word may be broken."""
FIRST_STRONG, POP = "\u2068", "\u2069"
LONGEST_WORD = 80
PIECE = 40
HELD = 8192
"""Texts whose safe form is kept: the briefs of a plan show the same words many times."""

_GONE = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""Controls, invisible signs, embeddings and overrides; line breaks and tabs have become spaces before."""
_LONE = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+|[\u0085\u2028\u2029]+")
_MARKS = re.compile("[\u061c\u200e\u200f]")
_LONG = re.compile(rf"[^\s]{{{LONGEST_WORD + 1},}}")
_SIGNS = re.compile(r"[\\`*_{}\[\]<>|~$^]|&(?=[#A-Za-z0-9])|==")
_LEAD = re.compile(r"^(?:[#+=:-]|(?P<number>\d+)(?P<dot>[.)])(?=\s|$))")
_LINKED = re.compile(r"([@#!&%$~^])(?=[\w\"'])|(?<=\bGH-)(?=\d)|(:)(?=[\w+-]+:)", re.IGNORECASE)
_SCHEMES = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.|(?<=mailto):|(?<=xmpp):", re.IGNORECASE)


@functools.lru_cache(HELD)
def clean(text: str) -> str:
    """`text` on one line, without what cannot be seen; shut in, where its letters run from right to left."""
    flat = _GONE.sub("", _SPACES.sub(" ", _LONE.sub("\ufffd", text))).strip()
    return f"{FIRST_STRONG}{flat}{POP}" if _runs_right_to_left(flat) else flat


def _runs_right_to_left(text: str) -> bool:
    return not text.isascii() and (
        _MARKS.search(text) is not None
        or any(unicodedata.bidirectional(sign) in {"R", "AL", "AN"} for sign in text)
    )


@functools.lru_cache(HELD)
def markdown(text: str, *, hosted: bool = True) -> str:
    """`text` as Markdown that says just that, wherever in a line or table it stands.

    `hosted`: a Git host will show it, and must not find mentions, issues or addresses in it.
    """
    return "".join(_escaped(part, hosted=hosted) for part in _pieces(clean(text)))


def _pieces(text: str) -> Iterator[str]:
    """The text, with words that no line can hold cut into pieces."""
    end = 0
    for match in _LONG.finditer(text):
        yield text[end : match.start()]
        word = match.group()
        yield from (word[at : at + PIECE] + BREAK for at in range(0, len(word), PIECE))
        end = match.end()
    yield text[end:]


def _escaped(text: str, *, hosted: bool) -> str:
    safe = _LEAD.sub(_unled, _SIGNS.sub(lambda match: "".join("\\" + sign for sign in match.group()), text))
    if hosted:
        safe = _LINKED.sub(lambda match: match.group() + JOINER, safe)
        safe = _SCHEMES.sub(lambda match: "\\" + match.group(), safe)
    return safe


def _unled(match: re.Match[str]) -> str:
    """The beginning of a text, so that it begins no heading, list or rule."""
    return f"{match['number']}\\{match['dot']}" if match["number"] else f"\\{match.group()}"


def xml(text: str) -> str:
    """`text` inside an element or attribute of HTML or SVG."""
    return html.escape(clean(text))


def css(text: str) -> str:
    """`text` as the inside of a CSS string."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in clean(text))


def slug(text: str) -> str:
    """An anchor from a heading's words."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "section"
